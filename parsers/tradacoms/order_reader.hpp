// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/draft.hpp"
#include "parsers/tradacoms/segments.hpp"

#include <span>
#include <string_view>

namespace besteld::parsers::tradacoms {

// What the file header (ORDHDR) says for every order behind it.
struct FileHeader {
    Envelope envelope;
    std::string transaction_code; // TYP: "0430"
    std::string transaction_name; // "NEW-ORDERS"
    Place type_place;
    std::vector<PartyDraft> parties; // SDT supplier, CDT buyer
};

// One segment with its place, as text, party or number.
class SegmentView {
public:
    SegmentView(std::string_view bytes, std::uint32_t part, std::size_t message, std::size_t number,
                const Segment& segment)
        : bytes_(bytes), part_(part), message_(message), number_(number), segment_(segment) {}

    const std::string& tag() const { return segment_.tag; }
    const Segment& segment() const { return segment_; }
    std::string text(unsigned element, unsigned component = 1) const {
        return text_of(bytes_, segment_, element, component);
    }
    MaybeField field(unsigned element, unsigned component = 1) const;
    // A problem and nothing when it is no number or no YYMMDD.
    MaybeField number(unsigned element, unsigned component, std::vector<Problem>& problems) const;
    MaybeField date(unsigned element, unsigned component, std::vector<Problem>& problems) const;
    // Name and address of SDT, CDT and CLO: identification in element 1, name 2, address 3.
    PartyDraft party(PartyRole role, std::string_view second, std::string_view third) const;
    Place place() const;
    Place place(unsigned element, unsigned component = 1) const;

private:
    std::string_view bytes_;
    std::uint32_t part_;
    std::size_t message_;
    std::size_t number_;
    const Segment& segment_;
};

// An ORDERS message, from MHD to MTR.
OrderDraft read_order(std::string_view bytes, std::uint32_t part, std::size_t message,
                      std::span<const Segment> segments, const FileHeader& header);

} // namespace besteld::parsers::tradacoms

// SPDX-License-Identifier: Apache-2.0
#pragma once

// One transaction set as a list of segments whose elements are read as text, number or date, each
// with its place.

#include "order/draft.hpp"
#include "parsers/x12/dates.hpp"
#include "parsers/x12/tokeniser.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers::x12 {

class MessageView {
public:
    MessageView(const Window& window, std::uint32_t part, std::size_t number,
                const Segments& segments, const Separators& separators,
                const ReadingProfile& profile)
        : window_(window), part_(part), number_(number), segments_(segments),
          separators_(separators), profile_(profile) {}

    std::size_t size() const { return segments_.list.size(); }
    const Segment& segment(std::size_t index) const { return segments_.list[index]; }
    const ReadingProfile& profile() const { return profile_; }

    // Elements count from 1 behind the tag. UTF-8, trimmed, without control characters; empty when
    // absent.
    std::string text(std::size_t segment, unsigned element) const;
    // The bytes of an element as they stand; empty when absent.
    std::string_view raw(std::size_t segment, unsigned element) const;
    // The first component of an element that may be composite (POC05, SLN05).
    std::string code(std::size_t segment, unsigned element) const;
    MaybeField field(std::size_t segment, unsigned element) const;
    // Type R, an explicit point; a problem and nothing when it is no number.
    MaybeField number(std::size_t segment, unsigned element);
    // Type N2, two implied decimals: "1750" is 17.50.
    MaybeField implied_cents(std::size_t segment, unsigned element);
    // A date element; a problem and nothing when there is no such day.
    std::optional<Date> date(std::size_t segment, unsigned element, std::string_view century = {});
    // The same as a field in ISO form.
    MaybeField date_field(std::size_t segment, unsigned element);
    unsigned element_count(std::size_t segment) const { return segments_.list[segment].count; }

    Place place(std::size_t segment) const;
    Place place(std::size_t segment, unsigned element) const;

    void report(Severity severity, Place place, std::string code, std::string text,
                std::string hint = {});
    // Whether something was told of just these bytes: a value, or a whole segment.
    bool has_problem_at(const Place& place) const;
    std::vector<Problem> take_problems() { return std::move(problems_); }

private:
    Window window_;
    std::uint32_t part_;
    std::size_t number_;
    const Segments& segments_;
    Separators separators_;
    const ReadingProfile& profile_;
    std::vector<Problem> problems_;
};

// Bytes of an element as text: line ends of a wrapped file and control characters out, what is no
// UTF-8 read as ISO 8859-1.
std::string plain_text(std::string_view bytes);

} // namespace besteld::parsers::x12

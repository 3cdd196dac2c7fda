// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers {

// Who writes to whom, for ISA and GS, and our control number: one number for interchange and group,
// never used twice to anybody.
struct X12Head {
    std::string sender; // ISA06, up to 15 characters
    std::string sender_qualifier = "ZZ";
    std::string receiver;
    std::string receiver_qualifier = "ZZ";
    std::string group_sender; // GS02; empty: the interchange's
    std::string group_receiver;
    std::string control_number; // digits, up to 9
    std::string isa_version = "00401";
    std::string version = "004010"; // GS08
    Date date{};
    std::string time = "0000"; // HHMM on our wall
    enum class Purpose { real, test } purpose = Purpose::real;
};

namespace x12 {

using Elements = std::vector<std::string>;

// Writes one interchange with at the most one group. X12 has no release character (X12.5), so the
// separators are chosen among those that no value holds.
class SegmentWriter {
public:
    // Trailing empty elements are left out.
    void segment(std::string_view tag, Elements elements);
    // ST … SE around what is written between the two; the control number counts from 0001.
    void begin_set(std::string_view transaction_set, std::string_view convention = {});
    void end_set();
    // TA1 stands before the group, in no transaction set.
    void acknowledge_interchange(Elements elements) { ta1_ = std::move(elements); }

    // The whole, or which value the character set of X12 cannot say.
    std::expected<std::string, std::string> finish(const X12Head& head,
                                                   std::string_view group_type) const;

private:
    struct Line {
        std::string tag;
        Elements elements;
    };
    std::vector<Line> lines_;
    Elements ta1_;
    std::size_t set_begin_ = 0;
    std::size_t sets_ = 0;
};

// A text as X12's extended character set says it: accents and typographic signs become plain
// letters, line ends blanks; nothing when a character has no such form (Chinese, say).
std::optional<std::string> basic_text(std::string_view utf8);

// CCYYMMDD from 004010 on, YYMMDD before.
std::string date_text(Date date, std::string_view version);

} // namespace x12
} // namespace besteld::parsers

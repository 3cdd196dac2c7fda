// SPDX-License-Identifier: Apache-2.0
#pragma once

// A message of our own, segment by segment: for reading back what a writer made before it leaves.

#include "parsers/x12/tokeniser.hpp"

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace besteld::parsers::x12 {

class ReadBack {
public:
    explicit ReadBack(std::string_view bytes); // must outlive it

    // To the next segment; false behind the last, and when there is no ISA.
    bool next();
    std::string_view tag() const;
    std::string text(unsigned element) const;        // empty when the segment has no such element
    std::optional<Date> day(unsigned element) const; // CCYYMMDD, or YYMMDD of this century
    // 0 when it is no number
    Decimal number(unsigned element) const;
    std::int64_t count(unsigned element) const;

private:
    std::string_view bytes_;
    std::optional<Tokeniser> tokeniser_;
    Segments segment_;
};

} // namespace besteld::parsers::x12

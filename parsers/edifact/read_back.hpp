// SPDX-License-Identifier: Apache-2.0
#pragma once

// A message of our own, segment by segment: for reading back what a writer made before it leaves.

#include "parsers/edifact/charset.hpp"
#include "parsers/edifact/tokeniser.hpp"

#include "base/date.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace besteld::parsers::edifact {

class ReadBack {
public:
    explicit ReadBack(std::string_view bytes); // must outlive it

    // To the next segment; false behind the last, and when there is no UNB.
    bool next();
    std::string_view tag() const;
    // UTF-8, released; empty when the segment has no such component
    std::string text(unsigned element, unsigned component = 1) const;
    std::optional<Date> day(unsigned element, unsigned component) const; // CCYYMMDD
    std::int64_t count(unsigned element) const;                          // 0 when it is no number

private:
    std::string_view bytes_;
    std::optional<Tokeniser> tokeniser_;
    Segments segment_;
    Charset charset_;
};

} // namespace besteld::parsers::edifact

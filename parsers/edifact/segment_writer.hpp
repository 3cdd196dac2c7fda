// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers {

// Who writes to whom, for UNB. Identification codes as GLN with qualifier 14 unless said.
struct InterchangeHead {
    std::string sender;
    std::string sender_qualifier = "14";
    std::string receiver;
    std::string receiver_qualifier = "14";
    std::string reference; // 0020, ours
    Date date;
    std::string time = "0000"; // HHMM on our wall
    enum class Purpose { real, test } purpose = Purpose::real;
};

namespace edifact {

using Components = std::vector<std::string>;

// Writes one interchange with one message, with the default service characters and UNA, and counts.
// Text is UTF-8; it goes out as ISO 8859-1 (UNOC) when that has every character, else as UTF-8
// (UNOY).
class SegmentWriter {
public:
    // One element per argument; trailing empty elements and components are left out.
    void segment(std::string_view tag, std::span<const Components> elements);
    void segment(std::string_view tag, std::initializer_list<Components> elements) {
        segment(tag, std::span(elements.begin(), elements.size()));
    }
    std::size_t count() const { return count_; }
    // The message so far inside UNA, UNB, UNH (`type` is S009), UNT and UNZ.
    std::string finish(const InterchangeHead& head, std::string_view message_reference,
                       const Components& type) const;

private:
    std::string body_;
    std::size_t count_ = 0;
};

} // namespace edifact
} // namespace besteld::parsers

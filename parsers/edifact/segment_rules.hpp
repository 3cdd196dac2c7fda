// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the UN/EDIFACT directories say about each segment: which elements it has, which of them must
// be there, how long they may be and of which characters. D.96A and earlier on one side, D.97A and
// later (with the widths of D.01B) on the other; a value is too long only if it is in its own.

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace besteld::parsers::edifact {

enum class Need : std::uint8_t {
    optional,
    with_composite, // when another component of its element is there
    always
};

enum class Characters : std::uint8_t { any, letters, number };

struct ComponentRule {
    std::uint8_t element = 0; // as the standard counts, from 1
    std::uint8_t component = 0;
    Need need = Need::optional;
    Characters characters = Characters::any;
    std::uint16_t shortest = 1;
    std::uint16_t longest = 0;       // up to D.96B; 0: not yet part of the segment
    std::uint16_t longest_newer = 0; // from D.97A on
    std::uint16_t data_element = 0;  // 2005
    std::string_view codes;          // see is_listed; empty: any
};

struct SegmentRule {
    std::string_view tag;
    std::array<ComponentRule, 32> components{}; // in ascending order
    std::uint8_t count = 0;
    std::span<const ComponentRule> all() const { return {components.data(), count}; }
};

// Nothing for a segment that we do not know.
const SegmentRule* find_segment_rule(std::string_view tag);

const ComponentRule* find_component_rule(const SegmentRule& segment, unsigned element,
                                         unsigned component);

// Whether a code stands in a list as the table writes it: "1-12" numbers, "D" itself, "A??" with
// any letter for each mark, parted by commas. ZZZ (mutually defined) and EANCOM's own codes (42E)
// always do.
bool is_listed(std::string_view code, std::string_view list);

} // namespace besteld::parsers::edifact

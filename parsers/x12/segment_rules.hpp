// SPDX-License-Identifier: Apache-2.0
#pragma once

// What X12.22 and X12.3 say about the segments of 850, 860, 869, 875 and 876: which elements they
// have, which must be there, their types, lengths and short code lists, and the syntax notes that
// bind elements to each other. 004010; 005010 where it allows more.

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace besteld::parsers::x12 {

enum class ElementType : std::uint8_t { text, code, whole, decimal, date, time, composite };

struct ElementRule {
    bool mandatory = false;
    ElementType type = ElementType::text;
    std::uint16_t shortest = 0;
    std::uint16_t longest = 0;       // to 004060
    std::uint16_t longest_newer = 0; // from 005010 on
    std::uint16_t number = 0;        // of the data element: 353
    std::string_view codes;          // "00,01,05"; empty: any
};

// P all or none, R at least one, E at most one, C the first asks for all others, L the first asks
// for at least one other.
struct SyntaxNote {
    char kind = 'P';
    std::array<std::uint8_t, 5> elements{};
    std::uint8_t count = 0;
};

struct SegmentRule {
    std::string_view tag;
    std::array<ElementRule, 30> elements{}; // element 1 is the first
    std::uint8_t count = 0;
    bool open = false; // more elements may follow than are listed
    std::array<SyntaxNote, 16> notes{};
    std::uint8_t note_count = 0;
    std::span<const ElementRule> all() const { return {elements.data(), count}; }
    std::span<const SyntaxNote> all_notes() const { return {notes.data(), note_count}; }
};

// Nothing for a segment that we do not check.
const SegmentRule* find_segment_rule(std::string_view tag);

} // namespace besteld::parsers::x12

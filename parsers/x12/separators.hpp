// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace besteld::parsers::x12 {

// The characters that give an interchange its shape. X12 has no release character, so none of them
// can stand in a text. '\0' stands for "none".
struct Separators {
    char element = '*';
    char component = '\0';
    char terminator = '~';
};

// What the first segment of an interchange says about its shape.
struct Isa {
    Separators separators;
    std::size_t end = 0;       // where the terminator stands
    bool fixed_width = true;   // 106 characters with every element in its place
    bool has_component = true; // ISA16 is there
};

// An ISA at `at`: separators by position, or by counting elements when it is not 106 characters.
// Nothing when no sixteen elements follow or no character can be the terminator.
std::optional<Isa> read_isa(std::string_view bytes, std::size_t at);

// "ISA" and a character that can be a separator.
bool is_isa(std::string_view bytes, std::size_t at);

// Separators of a file that begins with GS or ST, without an interchange.
std::optional<Separators> infer_separators(std::string_view bytes, std::size_t at);

// Where the first ISA stands, or else a GS or ST at the very beginning; npos when there is neither.
std::size_t find_start(std::string_view bytes);

// Blanks and line ends between segments, and what transports leave behind.
bool is_filling(char c);

} // namespace besteld::parsers::x12

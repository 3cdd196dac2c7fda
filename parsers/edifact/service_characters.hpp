// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace besteld::parsers::edifact {

// The characters that give an interchange its shape (ISO 9735 UNA). '\0' stands for "none".
struct ServiceCharacters {
    char component = ':';
    char element = '+';
    char decimal = '\0'; // as UNA states it; without UNA both marks are usual
    char release = '?';
    char repetition = '\0'; // syntax version 4 only
    char terminator = '\'';
    friend bool operator==(const ServiceCharacters&, const ServiceCharacters&) = default;
};

inline constexpr std::size_t una_length = 9;

// Where the first interchange or message begins: behind a byte order mark, blanks or a transport's
// junk. npos when there is none.
std::size_t find_start(std::string_view bytes);

// Reads a UNA of nine characters; the default characters when what it states cannot work.
ServiceCharacters read_una(std::string_view una);

// Takes the characters from the first segments of an interchange without UNA: those of the
// standard, unless the text plainly uses others (separators around the syntax identifier, newline
// as terminator).
ServiceCharacters infer_characters(std::string_view text);

} // namespace besteld::parsers::edifact

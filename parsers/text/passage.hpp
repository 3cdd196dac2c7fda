// SPDX-License-Identifier: Apache-2.0
#pragma once

// The text a reader works on: the sender's own lines as tokens, with the places in the original.

#include "order/draft.hpp"
#include "parsers/text/tokens.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers {

// How certain a rule of each kind is, in percent (domain.md 7.2 step 12).
namespace certainty {
inline constexpr int labelled = 98;
inline constexpr int table = 97;
inline constexpr int grammar = 90;
inline constexpr int assumed_unit = 80;
inline constexpr int position = 75;
inline constexpr int unit_or_item = 70; // "1000 dozen NK-100"
inline constexpr int inferred = 60;
inline constexpr int two_readings = 50;
} // namespace certainty

struct Passage {
    std::string_view text;
    std::uint32_t part = 0;
    std::string language;
    std::vector<Token> tokens;

    Place place(std::uint32_t begin, std::uint32_t end) const { return {part, begin, end, {}}; }
    Place place(std::size_t first, std::size_t last) const { // tokens [first, last)
        return place(tokens[first].begin, tokens[last - 1].end);
    }
    std::string_view slice(std::size_t first, std::size_t last) const {
        return text.substr(tokens[first].begin, tokens[last - 1].end - tokens[first].begin);
    }
    void mark(std::size_t first, std::size_t last, Use use) {
        for (std::size_t i = first; i < last; ++i)
            tokens[i].use = use;
    }
    Field field(std::size_t first, std::size_t last, std::string value, int score,
                Origin origin = Origin::read) const {
        return {std::move(value), origin, score, place(first, last)};
    }
};

// Blanks and line ends in a row become one blank.
std::string one_line(std::string_view text);

// The tokens [first, last) of one sentence.
struct Sentence {
    std::size_t first = 0;
    std::size_t last = 0;
    bool list_line =
        false; // began with a bullet or a position number, or stands under one that did
};

std::vector<Sentence> find_sentences(const Passage& passage);

} // namespace besteld::parsers

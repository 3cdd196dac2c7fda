// SPDX-License-Identifier: Apache-2.0
#include "check/shelf_life_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace besteld {

namespace {

constexpr std::array subjects = std::to_array<std::string_view>({
    "tht",
    "houdbaar",
    "restlaufzeit",
    "haltbar",
    "mhd",
    "shelf life",
    "shelf-life",
    "remaining life",
    "best before",
    "dlc",
    "ddm",
    "durée de vie",
    "péremption",
    "保质期",
    "有效期",
});

struct Unit {
    std::string_view word;
    int days;
};
constexpr std::array units = std::to_array<Unit>({
    {"dag", 1},
    {"day", 1},
    {"tag", 1},
    {"jour", 1},
    {"天", 1},
    {"日", 1},
    {"week", 7},
    {"weken", 7},
    {"woche", 7},
    {"semaine", 7},
    {"周", 7},
    {"maand", 30},
    {"month", 30},
    {"monat", 30},
    {"mois", 30},
    {"个月", 30},
});

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The first number with a unit of time behind it.
std::optional<int> first_period(std::string_view text) {
    constexpr int most = 3660;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at])) continue;
        int number = 0;
        for (; at < text.size() && is_digit(text[at]); ++at)
            number = std::min(number * 10 + (text[at] - '0'), most + 1);
        const std::string_view rest = trim(text.substr(at));
        for (const Unit& unit : units)
            if (rest.starts_with(unit.word) && number * unit.days <= most)
                return number * unit.days;
    }
    return std::nullopt;
}

} // namespace

std::optional<int> shelf_life_asked(std::string_view text) {
    const std::string folded = fold_case(to_valid_utf8(text));
    const bool speaks = std::ranges::any_of(
        subjects, [&](std::string_view word) { return folded.find(word) != std::string::npos; });
    return speaks ? first_period(folded) : std::nullopt;
}

} // namespace besteld

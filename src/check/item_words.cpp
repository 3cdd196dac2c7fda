// SPDX-License-Identifier: Apache-2.0
#include "check/item_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace besteld {

namespace {

// Enough for any description; a longer text is no item name.
constexpr std::size_t longest_text = 400;
constexpr std::size_t most_words = 24;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || is_digit(c) || (c >= 'a' && c <= 'z');
}

// "my", "µm" and "mu" are one unit (domain.md 5.3); nothing when `word` is no unit of length or
// weight.
std::optional<std::string_view> length_unit(std::string_view word) {
    struct Spelling {
        std::string_view written;
        std::string_view unit;
    };
    constexpr auto spellings = std::to_array<Spelling>({
        {"mm", "mm"},
        {"cm", "cm"},
        {"m", "m"},
        {"mtr", "m"},
        {"meter", "m"},
        {"metre", "m"},
        {"my", "um"},
        {"mu", "um"},
        {"um", "um"},
        {"µm", "um"},
        {"μm", "um"},
        {"µ", "um"},
        {"μ", "um"},
        {"g", "g"},
        {"gr", "g"},
        {"kg", "kg"},
        {"ml", "ml"},
        {"l", "l"},
    });
    const auto found = std::ranges::find(spellings, word, &Spelling::written);
    return found != spellings.end() ? std::optional(found->unit) : std::nullopt;
}

// Runs of digits (with a decimal point or comma inside) and runs of other word bytes.
std::vector<std::string> tokens(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_word_byte(text[i])) {
            ++i;
            continue;
        }
        const bool number = is_digit(text[i]);
        std::size_t end = i;
        while (end < text.size() && is_word_byte(text[end]) && is_digit(text[end]) == number)
            ++end;
        const bool fraction = number && end + 1 < text.size() &&
                              (text[end] == '.' || text[end] == ',') && is_digit(text[end + 1]);
        if (fraction) {
            ++end;
            while (end < text.size() && is_digit(text[end]))
                ++end;
        }
        out.push_back(replace_all(std::string(text.substr(i, end - i)), ",", "."));
        i = end;
    }
    return out;
}

bool same_word(const std::string& a, const std::string& b) {
    if (a == b) return true;
    const std::size_t shorter = std::min(a.size(), b.size());
    if (shorter < 4) return false;
    if (a.starts_with(b) || b.starts_with(a))
        return true; // plurals: doos is not dozen, folie is folien
    return shorter >= 6 && edit_distance(a, b) <= 1;
}

// "50" asked fits "50mm"; "50mm" asked does not fit "50cm".
bool same_dimension(const std::string& asked, const std::string& has) {
    if (asked == has) return true;
    return is_digit(asked.back()) && has.starts_with(asked) && has.size() > asked.size() &&
           !is_digit(has[asked.size()]) && has[asked.size()] != '.';
}

} // namespace

ItemWords item_words(std::string_view utf8) {
    const std::string folded = fold_case(to_valid_utf8(utf8.substr(0, longest_text)));
    const std::vector<std::string> all = tokens(folded);
    ItemWords result;
    for (std::size_t i = 0; i < all.size() && result.words.size() < most_words; ++i) {
        if (!is_digit(all[i].front())) {
            if (all[i].size() > 1) result.words.push_back(all[i]); // "x" in 50 x 66 says nothing
            continue;
        }
        const auto unit = i + 1 < all.size() ? length_unit(all[i + 1]) : std::nullopt;
        result.dimensions.push_back(unit ? cat(all[i], *unit) : all[i]);
        if (unit) ++i;
    }
    return result;
}

int likeness(const ItemWords& asked, const ItemWords& name) {
    for (const std::string& dimension : asked.dimensions) {
        const auto fits = [&](const std::string& has) { return same_dimension(dimension, has); };
        if (std::ranges::none_of(name.dimensions, fits)) return 0;
    }
    if (asked.words.empty() || name.words.empty()) return 0;
    std::size_t hits = 0;
    for (const std::string& word : asked.words) {
        const auto fits = [&](const std::string& has) { return same_word(word, has); };
        if (std::ranges::any_of(name.words, fits)) ++hits;
    }
    // What was asked must be found; what the name has beyond it counts little. A dimension weighs
    // as two.
    const std::size_t asked_weight = asked.words.size() + 2 * asked.dimensions.size();
    const std::size_t hit_weight = hits + 2 * asked.dimensions.size();
    const std::size_t name_weight = name.words.size() + 2 * name.dimensions.size();
    if (hits == 0) return 0;
    const std::size_t covered = 90 * hit_weight / asked_weight;
    return static_cast<int>(covered + 10 * std::min(hit_weight, name_weight) / name_weight);
}

} // namespace besteld

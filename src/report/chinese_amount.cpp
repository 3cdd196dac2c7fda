// SPDX-License-Identifier: Apache-2.0
#include "report/chinese_amount.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace besteld {

namespace {

using namespace std::string_view_literals;

constexpr std::array digits = {"零"sv, "壹"sv, "贰"sv, "叁"sv, "肆"sv,
                               "伍"sv, "陆"sv, "柒"sv, "捌"sv, "玖"sv};
constexpr std::array places = {""sv, "拾"sv, "佰"sv, "仟"sv};
// 9,000 billion is the most a Decimal holds: 万亿 is above 亿.
constexpr std::array groups = {""sv, "万"sv, "亿"sv, "万"sv};

constexpr auto currency_names =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"CNY", "元"},
                                                                  {"EUR", "欧元"},
                                                                  {"USD", "美元"},
                                                                  {"GBP", "英镑"},
                                                                  {"JPY", "日元"},
                                                                  {"HKD", "港元"},
                                                                  {"CHF", "瑞士法郎"}});

// Up to four digits; a zero within is said once, those at the end not at all.
std::string group_words(unsigned group) {
    std::string words;
    bool zero = false;
    unsigned divisor = 1000;
    for (std::size_t place = 4; place-- > 0; divisor /= 10) {
        const unsigned digit = group / divisor % 10;
        if (digit == 0) {
            zero = !words.empty();
            continue;
        }
        if (zero) words += digits[0];
        zero = false;
        words += cat(digits.at(digit), places.at(place));
    }
    return words;
}

std::string whole_words(std::uint64_t whole) {
    std::array<unsigned, 4> parts{};
    for (auto& part : parts) {
        part = static_cast<unsigned>(whole % 10'000);
        whole /= 10'000;
    }
    std::string words;
    bool gap = false; // a zero stands between what was said and what comes
    for (std::size_t i = parts.size(); i-- > 0;) {
        const bool inside_hundred_millions = i == 2 && parts[3] > 0; // 万亿: 亿 is said once
        if (parts.at(i) == 0) {
            if (inside_hundred_millions) words += groups[2];
            gap = !words.empty();
            continue;
        }
        if (!words.empty() && (gap || parts.at(i) < 1000)) words += digits[0];
        gap = false;
        words += cat(group_words(parts.at(i)), groups.at(i));
    }
    return words;
}

} // namespace

std::string chinese_amount(Decimal amount, std::string_view currency) {
    const Decimal rounded = amount.abs().rounded(2);
    const std::string text = rounded.to_string(2); // "2704.80"
    const auto point = text.find('.');
    std::uint64_t whole = 0;
    for (const char c : std::string_view(text).substr(0, point))
        whole = whole * 10 + static_cast<std::uint64_t>(c - '0');
    const auto jiao = static_cast<std::size_t>(text.at(point + 1) - '0');
    const auto fen = static_cast<std::size_t>(text.at(point + 2) - '0');
    const auto named =
        std::ranges::find(currency_names, currency, [](const auto& n) { return n.first; });
    const bool known = named != currency_names.end();
    std::string words = known ? "" : cat(currency, " ");
    if (amount < Decimal{} && !rounded.is_zero()) words += "负";
    const std::string_view unit = known ? named->second : "元"sv;
    if (whole > 0) words += cat(whole_words(whole), unit);
    if (whole == 0 && jiao == 0 && fen == 0) return cat(words, "零", unit, "整");
    if (jiao > 0) words += cat(digits.at(jiao), "角");
    if (fen == 0) return cat(words, "整");
    if (jiao == 0 && whole > 0) words += digits[0];
    return cat(words, digits.at(fen), "分");
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "order/finding_values.hpp"

#include "base/text.hpp"

namespace besteld {

namespace {

bool is_decimal_char(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+';
}
bool is_separator(char c) {
    return c == ' ' || c == ',' || c == ';' || c == '@' || c == ':';
}

std::string_view first_word(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && !is_separator(text[end]))
        ++end;
    return text.substr(0, end);
}

} // namespace

std::optional<Decimal> leading_decimal(std::string_view text) {
    text = trim(text);
    std::size_t end = 0;
    while (end < text.size() && is_decimal_char(text[end]))
        ++end;
    const auto value = Decimal::parse(text.substr(0, end));
    if (!value) return std::nullopt;
    return *value;
}

std::string word_after_decimal(std::string_view text) {
    text = trim(text);
    while (!text.empty() && is_decimal_char(text.front()))
        text.remove_prefix(1);
    return std::string(first_word(trim(text)));
}

std::optional<Date> first_date(std::string_view text) {
    constexpr std::size_t length = 10; // YYYY-MM-DD
    for (std::size_t at = 0; at + length <= text.size(); ++at)
        if (const auto date = parse_iso_date(text.substr(at, length))) return date;
    return std::nullopt;
}

std::vector<AnswerPart> quantities_with_dates(std::string_view text) {
    std::vector<AnswerPart> parts;
    while (!text.empty()) {
        const auto word = first_word(text);
        if (const auto date = parse_iso_date(word); date && !parts.empty()) {
            parts.back().date = date;
        } else if (const auto quantity = Decimal::parse(word)) {
            parts.push_back({.quantity = *quantity, .date = std::nullopt});
        }
        text.remove_prefix(word.empty() ? 1 : word.size());
    }
    return parts;
}

std::string_view agreed_text(const Finding& finding) {
    const bool suggested =
        finding.suggested == Resolution::accept_agreed && !finding.suggested_value.empty();
    return suggested ? finding.suggested_value : finding.agreed;
}

} // namespace besteld

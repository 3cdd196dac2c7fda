// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/numbers.hpp"

#include "base/decimal.hpp"
#include "base/text.hpp"
#include "parsers/text/characters.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace besteld::parsers {

namespace {

std::string without(std::string_view text, std::string_view characters) {
    std::string out;
    for (const char c : text)
        if (!characters.contains(c)) out += c;
    return out;
}

std::string canonical(std::string text) {
    const auto value = Decimal::parse(text);
    return value ? value->to_string() : text;
}

// 1.234.567, and 6,15,000 as India groups it: the last group has three digits, the others two or
// three.
bool is_grouped(std::string_view digits, char mark) {
    const auto groups = split(digits, mark);
    if (groups.size() < 2 || groups.front().empty() || groups.front().size() > 3) return false;
    for (std::size_t i = 1; i + 1 < groups.size(); ++i)
        if (groups[i].size() != 3 && groups[i].size() != 2) return false;
    return groups.back().size() == 3;
}

std::optional<NumberReading> with_both_marks(std::string_view digits) {
    const char decimal = digits[digits.find_last_of(".,")];
    const char grouping = decimal == '.' ? ',' : '.';
    const std::size_t at = digits.find(decimal);
    if (digits.find(decimal, at + 1) != std::string_view::npos) return std::nullopt;
    if (!is_grouped(digits.substr(0, at), grouping)) return std::nullopt;
    const std::string whole = without(digits.substr(0, at), ".,");
    return NumberReading{canonical(cat(whole, '.', digits.substr(at + 1))), std::nullopt};
}

std::optional<NumberReading> with_one_mark(std::string_view digits, char mark,
                                           std::string_view language) {
    const std::size_t at = digits.find(mark);
    const std::string grouped = canonical(without(digits, ".,"));
    if (digits.find(mark, at + 1) != std::string_view::npos) {
        if (!is_grouped(digits, mark)) return std::nullopt;
        return NumberReading{grouped, std::nullopt};
    }
    const std::string_view whole = digits.substr(0, at);
    const std::string fraction = canonical(cat(whole, '.', digits.substr(at + 1)));
    if (digits.size() - at - 1 != 3 || whole.size() > 3 || whole.starts_with('0') || whole.empty())
        return NumberReading{fraction, std::nullopt};
    const bool comma_language = language != "en" && language != "zh";
    if ((mark == '.') == comma_language) return NumberReading{grouped, std::nullopt};
    return NumberReading{fraction, grouped};
}

using WordValues = std::unordered_map<std::string_view, std::string_view>;

const WordValues& word_values(std::string_view language) {
    static const WordValues dutch = {
        {"een", "1"},         {"één", "1"},         {"twee", "2"},      {"drie", "3"},
        {"vier", "4"},        {"vijf", "5"},        {"zes", "6"},       {"zeven", "7"},
        {"acht", "8"},        {"negen", "9"},       {"tien", "10"},     {"elf", "11"},
        {"twaalf", "12"},     {"dertien", "13"},    {"veertien", "14"}, {"vijftien", "15"},
        {"zestien", "16"},    {"zeventien", "17"},  {"achttien", "18"}, {"negentien", "19"},
        {"twintig", "20"},    {"dertig", "30"},     {"veertig", "40"},  {"vijftig", "50"},
        {"honderd", "100"},   {"duizend", "1000"},  {"half", "0.5"},    {"halve", "0.5"},
        {"anderhalf", "1.5"}, {"anderhalve", "1.5"}};
    static const WordValues german = {
        {"ein", "1"},        {"eine", "1"},        {"einen", "1"},    {"einer", "1"},
        {"zwei", "2"},       {"drei", "3"},        {"vier", "4"},     {"fünf", "5"},
        {"sechs", "6"},      {"sieben", "7"},      {"acht", "8"},     {"neun", "9"},
        {"zehn", "10"},      {"elf", "11"},        {"zwölf", "12"},   {"zwanzig", "20"},
        {"dreißig", "30"},   {"vierzig", "40"},    {"fünfzig", "50"}, {"hundert", "100"},
        {"tausend", "1000"}, {"halb", "0.5"},      {"halbe", "0.5"},  {"halben", "0.5"},
        {"halbes", "0.5"},   {"anderthalb", "1.5"}};
    static const WordValues english = {{"a", "1"},         {"one", "1"},         {"two", "2"},
                                       {"three", "3"},     {"four", "4"},        {"five", "5"},
                                       {"six", "6"},       {"seven", "7"},       {"eight", "8"},
                                       {"nine", "9"},      {"ten", "10"},        {"eleven", "11"},
                                       {"twelve", "12"},   {"fifteen", "15"},    {"twenty", "20"},
                                       {"thirty", "30"},   {"forty", "40"},      {"fifty", "50"},
                                       {"hundred", "100"}, {"thousand", "1000"}, {"half", "0.5"}};
    static const WordValues french = {
        {"un", "1"},   {"une", "1"},    {"deux", "2"},   {"trois", "3"}, {"quatre", "4"},
        {"cinq", "5"}, {"six", "6"},    {"sept", "7"},   {"huit", "8"},  {"neuf", "9"},
        {"dix", "10"}, {"douze", "12"}, {"vingt", "20"}, {"cent", "100"}};
    static const WordValues spanish = {
        {"un", "1"},    {"una", "1"},   {"dos", "2"},     {"tres", "3"},  {"cuatro", "4"},
        {"cinco", "5"}, {"seis", "6"},  {"siete", "7"},   {"ocho", "8"},  {"nueve", "9"},
        {"diez", "10"}, {"doce", "12"}, {"veinte", "20"}, {"cien", "100"}};
    static const WordValues none;
    if (language == "nl") return dutch;
    if (language == "de") return german;
    if (language == "en") return english;
    if (language == "fr") return french;
    if (language == "es") return spanish;
    return none;
}

// The value of one Chinese digit, or of a power of ten as a negative number; 0 for neither.
int chinese_value(char32_t point) {
    switch (point) {
    case U'一':
    case U'壹':
        return 1;
    case U'二':
    case U'两':
    case U'俩':
    case U'贰':
    case U'兩':
        return 2;
    case U'三':
    case U'叁':
        return 3;
    case U'四':
    case U'肆':
        return 4;
    case U'五':
    case U'伍':
        return 5;
    case U'六':
    case U'陆':
        return 6;
    case U'七':
    case U'柒':
        return 7;
    case U'八':
    case U'捌':
        return 8;
    case U'九':
    case U'玖':
        return 9;
    case U'十':
    case U'拾':
        return -10;
    case U'百':
    case U'佰':
        return -100;
    case U'千':
    case U'仟':
        return -1000;
    case U'万':
    case U'萬':
        return -10000;
    default:
        return 0;
    }
}

} // namespace

std::optional<NumberReading> read_number(std::string_view written, std::string_view language) {
    const std::string digits = without(written, "' ");
    // A quantity or price of more digits is none, and Decimal would not hold it.
    if (digits.empty() || digits.size() > 15) return std::nullopt;
    if (!std::ranges::all_of(digits,
                             [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; }))
        return std::nullopt;
    const bool point = digits.contains('.');
    const bool comma = digits.contains(',');
    std::optional<NumberReading> reading;
    if (point && comma)
        reading = with_both_marks(digits);
    else if (point || comma)
        reading = with_one_mark(digits, point ? '.' : ',', language);
    else
        reading = NumberReading{canonical(digits), std::nullopt};
    if (!reading || !Decimal::parse(reading->value)) return std::nullopt;
    return reading;
}

std::optional<std::string> number_word(std::string_view word, std::string_view language) {
    const WordValues& values = word_values(language);
    const auto found = values.find(word);
    if (found == values.end()) return std::nullopt;
    return std::string(found->second);
}

bool is_chinese_numeral(char32_t point) {
    return point == U'半' || chinese_value(point) != 0;
}

std::optional<std::string> chinese_numeral(std::string_view utf8) {
    if (utf8 == "半") return "0.5";
    std::int64_t total = 0;
    std::int64_t section = 0;
    std::int64_t digit = 0;
    bool seen = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const Character c = character_at(utf8, at);
        at += c.length;
        const int value = chinese_value(c.point);
        if (value == 0 || total > 1'000'000'000) return std::nullopt;
        if (value > 0) {
            digit = value;
        } else if (value == -10000) {
            total += std::max<std::int64_t>(section + digit, seen ? 0 : 1) * 10000;
            section = digit = 0;
        } else {
            section += (digit == 0 ? 1 : digit) * -value;
            digit = 0;
        }
        seen = true;
    }
    if (!seen) return std::nullopt;
    return cat(total + section + digit);
}

int multiplier_word(std::string_view word) {
    constexpr auto thousands = std::to_array<std::string_view>(
        {"tsd", "tausend", "duizend", "thousand", "mille", "mil", "千"});
    if (std::ranges::find(thousands, word) != thousands.end()) return 1000;
    if (word == "万") return 10000;
    if (word == "百") return 100;
    if (word == "honderd" || word == "hundert" || word == "hundred") return 100;
    return 0;
}

std::optional<std::string> times(std::string_view value, int factor) {
    const auto number = Decimal::parse(value);
    if (!number || number->abs() > Decimal(100'000'000)) return std::nullopt;
    return (*number * Decimal(factor)).to_string();
}

} // namespace besteld::parsers

// SPDX-License-Identifier: Apache-2.0
#include "order/format_values.hpp"

#include "base/text.hpp"
#include "order/currency.hpp"
#include "order/finding_values.hpp"

#include <algorithm>
#include <chrono>

namespace besteld {

namespace {

struct Marks {
    std::string_view group;
    std::string_view decimal;
};

Marks marks_of(std::string_view language) {
    if (language == "nl" || language == "de") return {".", ","};
    if (language == "fr") return {"\u202f", ","}; // narrow no-break space
    return {",", "."};
}

std::string two_digits(unsigned number) {
    return cat(number < 10 ? "0" : "", number);
}

const AnswerLine* line_of(const Answer& answer, const Deviation& deviation) {
    if (!deviation.line) return nullptr;
    const auto found = std::ranges::find(answer.lines, *deviation.line, &AnswerLine::index);
    return found != answer.lines.end() ? &*found : nullptr;
}

std::string format_parts(const std::string& raw, std::string_view unit, const Words& words) {
    std::string text;
    for (const auto& part : quantities_with_dates(raw))
        text += cat(text.empty() ? "" : "; ", format_quantity(part.quantity, unit, words),
                    part.date ? ", " : "", part.date ? format_day(*part.date, words) : "");
    return text.empty() ? one_line(raw) : text;
}

} // namespace

std::string format_decimal(Decimal value, int digits, std::string_view language) {
    std::string plain =
        value.rounded(digits) == value ? value.to_string(digits) : value.to_string();
    const bool negative = plain.starts_with('-');
    if (negative) plain.erase(0, 1);
    const auto point = std::min(plain.find('.'), plain.size());
    const auto [group, decimal] = marks_of(language);
    std::string text = negative ? "-" : "";
    for (std::size_t i = 0; i < point; ++i) {
        if (i > 0 && (point - i) % 3 == 0) text += group;
        text += plain[i];
    }
    if (point < plain.size()) text += cat(decimal, plain.substr(point + 1));
    return text;
}

std::string format_money(Decimal value, std::string_view currency, std::string_view language) {
    return cat(currency, " ", format_decimal(value, currency_digits(currency), language));
}

std::string format_quantity(Decimal value, std::string_view unit, const Words& words) {
    const std::string number = format_decimal(value, 0, words.language());
    if (unit.empty()) return number;
    const std::string label = cat("unit.", unit);
    if (!words.has(label)) return cat(number, " ", one_line(unit));
    const std::string both = words.at(label); // "rol|rollen"
    const auto bar = std::min(both.find('|'), both.size());
    const bool one = value == Decimal{1} || bar == both.size();
    return cat(number, " ", one ? both.substr(0, bar) : both.substr(bar + 1));
}

std::string format_date(Date date, const Words& words) {
    const std::chrono::year_month_day ymd{date};
    const int year = static_cast<int>(ymd.year());
    const auto month = static_cast<unsigned>(ymd.month());
    const auto day = static_cast<unsigned>(ymd.day());
    const auto& language = words.language();
    if (language == "zh") return cat(year, "年", month, "月", day, "日");
    if (language == "en") return cat(day, " ", words.at(cat("month.", month)), " ", year);
    const std::string_view mark = language == "de" ? "." : language == "fr" ? "/" : "-";
    return cat(two_digits(day), mark, two_digits(month), mark, year);
}

std::string format_day(Date date, const Words& words) {
    const std::string weekday = words.at(cat("weekday.", iso_weekday(date)));
    const std::string day = format_date(date, words);
    if (words.language() == "zh") return cat(day, "（", weekday, "）");
    return cat(weekday, words.language() == "de" ? ", " : " ", day);
}

std::string format_price(const UnitPrice& price, std::string_view currency, const Words& words) {
    std::string text = format_money(price.amount, currency, words.language());
    if (price.base != Decimal{1})
        text += cat(" ", words.at("per"), " ", format_quantity(price.base, price.unit, words));
    else if (!price.unit.empty())
        text += cat(" ", words.at("per"), " ",
                    format_quantity(Decimal{1}, price.unit, words).substr(2)); // without "1 "
    return text;
}

std::string format_price(const AnswerLine& line, std::string_view currency, const Words& words) {
    return format_price(UnitPrice{.amount = line.price,
                                  .base = line.price_base,
                                  .unit = line.price_unit.empty() ? line.unit : line.price_unit},
                        currency, words);
}

std::string format_deviation_value(const std::string& raw, const Deviation& deviation,
                                   const Answer& answer, const Words& words) {
    const auto* line = line_of(answer, deviation);
    const std::string_view unit = line ? std::string_view(line->unit) : std::string_view();
    const auto value = Decimal::parse(raw);
    const auto& field = deviation.field;
    if ((field == "price" || field == "fee" || field == "discount" || field == "surcharge") &&
        value)
        return format_money(*value, answer.currency, words.language());
    if ((field == "quantity" || field == "line") && value)
        return format_quantity(*value, unit, words);
    if (const auto date = parse_iso_date(raw); field == "date" && date)
        return format_day(*date, words);
    if (field == "parts") return format_parts(raw, unit, words);
    return one_line(raw);
}

std::string one_line(std::string_view text) {
    std::string line = to_valid_utf8(text);
    for (auto& c : line)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    return std::string(trim(line));
}

std::string with_single_blanks(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\n';
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    return out;
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "web/format.hpp"

#include "base/text.hpp"
#include "order/currency.hpp"

#include <algorithm>

namespace besteld {

namespace {

struct Notation {
    std::string_view group;
    std::string_view mark;
};

Notation notation_of(std::string_view language) {
    if (language == "nl" || language == "de") return {".", ","};
    if (language == "fr") return {"\u202f", ","}; // narrow no-break space
    return {",", "."};
}

std::string two(unsigned number) {
    return number < 10 ? cat("0", number) : std::to_string(number);
}

std::string grouped(std::string_view digits, std::string_view separator) {
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += separator;
        out += digits[i];
    }
    return out;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_currency(std::string_view word) {
    return word.size() == 3 &&
           std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string unit_words(std::string_view unit, Decimal count, const Strings& words) {
    const auto both = words.at_or(cat("unit.", unit), unit);
    const auto bar = both.find('|');
    if (bar == std::string::npos) return both;
    return count == Decimal{1} ? both.substr(0, bar) : both.substr(bar + 1);
}

// A word of a value with the punctuation around it.
struct Piece {
    std::string_view before;
    std::string_view core;
    std::string_view after;
};

Piece piece_of(std::string_view word) {
    const auto begin = std::min(word.find_first_not_of("(\"'"), word.size());
    auto end = word.size();
    while (end > begin && std::string_view(",;:.)\"'").contains(word[end - 1]))
        --end;
    return {word.substr(0, begin), word.substr(begin, end - begin), word.substr(end)};
}

std::optional<Decimal> plain_number(std::string_view core) {
    if (core.empty() || !is_digit(core.back())) return std::nullopt;
    const auto number = Decimal::parse(core);
    if (!number) return std::nullopt;
    return *number;
}

int places_of(std::string_view core) {
    const auto point = core.find('.');
    return point == std::string_view::npos
               ? 0
               : static_cast<int>(std::min<std::size_t>(core.size() - point - 1, Decimal::places));
}

} // namespace

std::string format_number(Decimal value, int digits, const Strings& words) {
    const auto notation = notation_of(words.language());
    std::string text = value.abs().to_string();
    if (const auto point = text.find('.');
        point == std::string::npos || text.size() - point - 1 < static_cast<std::size_t>(digits))
        text = value.abs().to_string(digits);
    const auto point = text.find('.');
    std::string out = value.is_negative() ? "\u2212" : "";
    out += grouped(std::string_view(text).substr(0, point), notation.group);
    if (point != std::string::npos) out += cat(notation.mark, text.substr(point + 1));
    return out;
}

std::string format_money(Decimal value, std::string_view currency, const Strings& words) {
    const auto number = format_number(value, currency_digits(currency), words);
    return currency.empty() ? number : cat(currency, "\u00a0", number);
}

std::string format_day(Date date, const Strings& words) {
    const std::chrono::year_month_day day(date);
    const auto weekday = words.at(cat("weekday.", iso_weekday(date)));
    const auto y = static_cast<int>(day.year());
    const auto m = static_cast<unsigned>(day.month()), d = static_cast<unsigned>(day.day());
    const auto& language = words.language();
    if (language == "zh") return cat(y, "年", m, "月", d, "日 ", weekday);
    if (language == "en") return cat(weekday, " ", d, " ", words.at(cat("month.", m)), " ", y);
    const std::string_view mark = language == "de" ? "." : language == "fr" ? "/" : "-";
    return cat(weekday, " ", two(d), mark, two(m), mark, y);
}

std::string format_hour(std::chrono::milliseconds since_midnight) {
    const auto minutes = std::chrono::floor<std::chrono::minutes>(since_midnight).count();
    return cat(two(static_cast<unsigned>(minutes / 60)), ":",
               two(static_cast<unsigned>(minutes % 60)));
}

std::string format_moment(Instant at, const Zone& zone, const Strings& words) {
    const auto local = zone.local(at);
    return cat(format_day(local.date, words), " ", format_hour(local.since_midnight));
}

std::string format_age(std::chrono::milliseconds age, const Strings& words) {
    const auto minutes =
        std::max<std::int64_t>(0, std::chrono::floor<std::chrono::minutes>(age).count());
    if (minutes < 60) return cat(minutes, " ", words.at("age.minutes"));
    if (minutes < 48 * 60) return cat(minutes / 60, " ", words.at("age.hours"));
    return cat(minutes / (24 * 60), " ", words.at("age.days"));
}

std::string format_quantity(Decimal value, std::string_view unit, const Strings& words) {
    const auto number = format_number(value, 0, words);
    return unit.empty() ? number : cat(number, " ", unit_words(unit, value, words));
}

std::string format_value(std::string_view raw, const Strings& words) {
    const auto pieces = split(raw, ' ');
    std::string out;
    std::optional<Decimal> counted; // the number just before
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto [before, core, after] = piece_of(pieces[i]);
        const auto next = i + 1 < pieces.size() ? piece_of(pieces[i + 1]).core : std::string_view{};
        const bool counts = next == "%" || is_currency(next) || words.has(cat("unit.", next));
        const auto number = plain_number(core);
        out += cat(i > 0 ? " " : "", before);
        if (const auto day = parse_iso_date(core)) {
            out += format_day(*day, words);
        } else if (number && (core.contains('.') || counts)) {
            // A sign that is written says something; digits alone may be a code and stay as they
            // are.
            out += cat(core.starts_with('+') ? "+" : "",
                       format_number(*number, places_of(core), words));
        } else if (counted && words.has(cat("unit.", core))) {
            out += unit_words(core, *counted, words);
        } else {
            out += core;
        }
        counted = number;
        out += after;
    }
    return out;
}

std::string format_said(std::string_view raw, const Strings& words) {
    constexpr std::string_view prefix = "phrase.";
    const auto is_word = [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
               static_cast<unsigned char>(c) >= 0x80U;
    };
    // Phrases first: the day or the unit behind one keeps its own form then.
    std::string said;
    for (std::size_t at = 0; at < raw.size();) {
        std::string_view longest;
        if (at == 0 || !is_word(raw[at - 1]))
            for (auto phrase = words.all().lower_bound(prefix);
                 phrase != words.all().end() && phrase->first.starts_with(prefix); ++phrase) {
                const auto english = std::string_view(phrase->first).substr(prefix.size());
                const auto end = at + english.size();
                if (english.size() > longest.size() && raw.substr(at).starts_with(english) &&
                    (end == raw.size() || !is_word(raw[end])))
                    longest = english;
            }
        if (longest.empty()) {
            said += raw[at++];
        } else {
            said += words.at(cat(prefix, longest));
            at += longest.size();
        }
    }
    return format_value(said, words);
}

std::optional<std::string> number_typed(std::string_view text, std::string_view language) {
    const auto notation = notation_of(language);
    std::string plain = replace_all(std::string(trim(text)), " ", "");
    plain = replace_all(replace_all(std::move(plain), "\u202f", ""), "\u00a0", "");
    if (notation.mark == ",") {
        const auto point = plain.find('.');
        const bool thousands = point != std::string::npos &&
                               point == plain.size() - std::min<std::size_t>(4, plain.size());
        if (!plain.contains(',') && thousands) return std::nullopt;
        if (plain.contains(',')) {
            plain = replace_all(replace_all(std::move(plain), ".", ""), ",", ".");
        }
    } else if (const auto comma = plain.find(','); comma != std::string::npos) {
        // English notation groups by three; "0,74" would become 74.
        if (plain.find('.', comma) == std::string::npos && plain.size() - comma != 4)
            return std::nullopt;
        plain = replace_all(std::move(plain), ",", "");
    }
    const auto number = Decimal::parse(plain);
    if (!number) return std::nullopt;
    return number->to_string();
}

std::string number_to_type(std::string number, std::string_view language) {
    return replace_all(std::move(number), ".", notation_of(language).mark);
}

std::optional<std::string> day_typed(std::string_view text) {
    text = trim(text);
    if (parse_iso_date(text)) return std::string(text);
    unsigned parts[3] = {0, 0, 0};
    std::size_t part = 0, digits = 0;
    for (const char c : text) {
        if (is_digit(c) && ++digits <= 4) {
            parts[part] = parts[part] * 10 + static_cast<unsigned>(c - '0');
        } else if ((c == '-' || c == '.' || c == '/') && digits > 0 && part < 2) {
            ++part;
            digits = 0;
        } else {
            return std::nullopt;
        }
    }
    if (part != 2 || digits != 4) return std::nullopt;
    const auto date = valid_date(static_cast<int>(parts[2]), parts[1], parts[0]);
    if (!date) return std::nullopt;
    return to_iso(*date);
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/head_values.hpp"

#include "base/text.hpp"
#include "parsers/text/dates.hpp"
#include "parsers/text/language.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace besteld::parsers::pdf {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, is_digit);
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

// "13/03/2026": three numbers, one separator, a year of four digits.
bool is_date_word(std::string_view text) {
    while (!text.empty() && !is_digit(text.back()))
        text.remove_suffix(1);
    const auto separator = std::ranges::find_if_not(text, is_digit);
    if (separator == text.end()) return false;
    const auto parts = split(text, *separator);
    return parts.size() == 3 && std::ranges::all_of(parts, all_digits) &&
           (parts[2].size() == 4 || parts[0].size() == 4) && text.size() >= 8 && text.size() <= 10;
}

Piece part_of(const Piece& piece, std::size_t begin, std::size_t end) {
    return join_words({piece.words.begin() + static_cast<std::ptrdiff_t>(begin),
                       piece.words.begin() + static_cast<std::ptrdiff_t>(end)});
}

std::string_view strip_marks(std::string_view text) {
    while (!text.empty() && std::string_view(",;.:|").contains(text.back()))
        text.remove_suffix(1);
    return text;
}

Passage passage_of(const Piece& piece) {
    Passage passage{.text = piece.text};
    tokenise(piece.text, 0, static_cast<std::uint32_t>(piece.text.size()), passage.tokens);
    return passage;
}

// The words before and behind a date that say what it is.
bool says_latest(std::string_view text) {
    const auto folded = fold_case(text);
    constexpr std::string_view words[] = {"uiterlijk", "voor ",      "latest", "before", "by ",
                                          "no later",  "spätestens", "bis ",   "vor ",   "avant",
                                          "au plus",   "前",         "最迟",   "最晚"};
    return std::ranges::any_of(words, [&](auto word) { return folded.contains(word); });
}

bool joins_two_days(std::string_view word) {
    constexpr std::string_view words[] = {"-",  "–",   "—",  "t/m", "tot", "bis",
                                          "to", "and", "au", "et",  "至",  "until"};
    return std::ranges::find(words, fold_case(word)) != std::end(words);
}

} // namespace

DateOrder date_order(const std::vector<PageRow>& rows) {
    std::vector<std::string_view> texts;
    std::string all;
    constexpr std::size_t enough = 20'000; // bytes, to know a language by
    for (const auto& row : rows)
        for (const auto& piece : row.pieces) {
            if (all.size() < enough) all += cat(piece.text, ' ');
            for (const auto& word : piece.words)
                if (is_date_word(word.text)) texts.push_back(strip_marks(word.text));
        }
    const auto proved = order_proved_by_all(texts);
    if (proved != DateOrder::unknown) return proved;
    std::vector<Token> tokens;
    tokenise(all, 0, static_cast<std::uint32_t>(all.size()), tokens);
    const auto language = language_of(tokens, "");
    const bool day_first = language == "nl" || language == "de" || language == "fr";
    return day_first ? DateOrder::dmy : DateOrder::unknown;
}

std::optional<PrintedDate> read_printed_date(const Piece& piece, DateOrder order) {
    const auto count = piece.words.size();
    constexpr std::size_t most_before = 2;  // "on Friday"
    constexpr std::size_t longest_date = 7; // "2026 年 3 月 13 日" may be six words
    for (std::size_t begin = 0; begin <= most_before && begin < count; ++begin) {
        // Only words without digits may stand before the date.
        if (begin > 0 && has_digit(piece.words[begin - 1].text)) return {};
        for (auto end = begin + 1; end <= std::min(count, begin + longest_date); ++end) {
            const auto text = part_of(piece, begin, end).text;
            if (!has_digit(text)) continue;
            if (auto date = read_date(strip_marks(text), order))
                return PrintedDate{std::move(*date), end};
        }
    }
    return {};
}

std::optional<DeliveryDate> read_delivery(const Piece& piece, DateKind kind,
                                          const DateStyle& style) {
    DeliveryDate out{.date = {.score = 95}};
    auto& spec = out.date.value;
    spec.raw = piece.text;
    spec.kind = says_latest(piece.text) ? DateKind::by : kind;
    if (is_as_soon_as_possible(piece.text)) {
        spec.kind = DateKind::asap;
        return out;
    }
    if (auto date = read_printed_date(piece, style.order)) {
        spec.start = date->text.iso;
        out.other = date->text.other;
        if (spec.kind == DateKind::on) spec.end = spec.start;
        if (date->last + 1 < piece.words.size() && joins_two_days(piece.words[date->last].text)) {
            const auto rest = part_of(piece, date->last + 1, piece.words.size());
            if (const auto until = read_printed_date(rest, style.order)) {
                spec.kind = DateKind::window;
                spec.end = until->text.iso;
            }
        }
        return out;
    }
    // "KW 12", "week 12", "donderdag 12 maart"
    auto passage = passage_of(piece);
    DateContext context{.today = parse_iso_date(style.received_date)};
    if (style.order != DateOrder::dmy) context.order = DayOrder::unsure;
    auto found = find_dates(passage, context);
    if (found.empty() || !found.front().value.value.start || !found.front().problems.empty())
        return {};
    out.date = std::move(found.front().value);
    if (out.date.value.kind == DateKind::on && spec.kind == DateKind::by)
        out.date.value.kind = DateKind::by;
    out.date.value.raw = piece.text;
    return out;
}

std::optional<PrintedNumber> order_number_in(const Piece& piece, NumberForm form) {
    std::size_t first = 0;
    constexpr std::string_view fillers[] = {"nr", "no",     "n",      "n°", "nº", "#",
                                            "№",  "nummer", "number", "-",  "is", "号"};
    while (first < piece.words.size() &&
           std::ranges::find(fillers, fold_case(strip_marks(piece.words[first].text))) !=
               std::end(fillers))
        ++first;
    if (first == piece.words.size()) return {};
    auto last = first + 1;
    const auto& word = piece.words[first].text;
    // "HV 4711": letters before the digits.
    const bool prefix = !has_digit(word) && word.size() <= 5 && to_upper_ascii(word) == word &&
                        static_cast<unsigned char>(word.front()) < 0x80;
    if (prefix && last < piece.words.size()) ++last;
    PrintedNumber out;
    while (all_digits(piece.words[last - 1].text) && last < piece.words.size() &&
           all_digits(piece.words[last].text)) {
        ++last;
        out.doubtful = true;
    }
    out.piece = part_of(piece, first, last);
    auto& text = out.piece.text;
    text = std::string(strip_marks(text));
    if (text.starts_with('#')) text.erase(0, 1);
    // "4500017/02.03.2026"
    for (auto slash = text.find('/'); slash != std::string::npos; slash = text.find('/', slash + 1))
        if (is_date_word(std::string_view(text).substr(slash + 1))) {
            text.resize(slash);
            break;
        }
    if (last < piece.words.size()) {
        while (last < piece.words.size() && !has_digit(piece.words[last].text) &&
               last + 1 < piece.words.size() && piece.words[last].text.size() <= 6)
            ++last; // "/", "vom", "dated", "d.d."
        out.rest = part_of(piece, last, piece.words.size());
    }
    constexpr std::size_t longest = 35; // EDIFACT an..35
    if (!has_digit(text) || text.size() > longest || is_date_word(text) ||
        text.find_first_of("@{}€$%") != std::string::npos)
        return {};
    if (form == NumberForm::unmistakable) {
        const bool year = all_digits(text) && text.size() == 4 &&
                          (text.starts_with("19") || text.starts_with("20"));
        if (text.size() < 4 || year) return {};
    }
    return out;
}

std::optional<std::string> currency_code(std::string_view word) {
    const auto text = to_upper_ascii(strip_marks(word));
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> named = {
        {{"€", "EUR"},
         {"EURO", "EUR"},
         {"EUROS", "EUR"},
         {"£", "GBP"},
         {"RMB", "CNY"},
         {"人民币", "CNY"},
         {"人民币元", "CNY"},
         {"元", "CNY"},
         {"US$", "USD"},
         {"美元", "USD"},
         {"欧元", "EUR"},
         {"英镑", "GBP"}}};
    for (const auto& [name, code] : named)
        if (text == name) return std::string(code);
    const bool letters =
        text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (letters) return text;
    return {};
}

bool is_phone(std::string_view text) {
    return std::ranges::count_if(text, is_digit) >= 6 &&
           text.find_first_not_of("0123456789+-()/. ext") == std::string_view::npos;
}

} // namespace besteld::parsers::pdf

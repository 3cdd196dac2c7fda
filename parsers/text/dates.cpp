// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/dates.hpp"

#include "base/text.hpp"
#include "parsers/text/date_vocabulary.hpp"
#include "parsers/text/date_words.hpp"
#include "parsers/text/phrases.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace besteld::parsers {

namespace {

using std::chrono::days;

unsigned small_number(std::string_view text) {
    unsigned value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc{} && end == text.data() + text.size() && text.size() <= 4 ? value : 0;
}

class DateFinder {
public:
    DateFinder(Passage& passage, const DateContext& context) : p_(passage), context_(context) {}

    std::vector<FoundDate> run() {
        std::vector<FoundDate> found;
        for (std::size_t i = 0; i < p_.tokens.size();) {
            Core core = with_weekday(i);
            if (core.length == 0 || !accept(i, core, found)) {
                ++i;
                continue;
            }
            i = found.back().last;
        }
        return found;
    }

private:
    std::string_view text(std::size_t i) const {
        return i < p_.tokens.size() ? std::string_view(p_.tokens[i].text) : std::string_view();
    }
    bool is(std::size_t i, TokenKind kind) const {
        return i < p_.tokens.size() && p_.tokens[i].kind == kind;
    }

    // A year that is not written is the one that brings the date nearest after today; a day of the
    // last four weeks stays in the past, where the checks will say so.
    std::optional<Date> completed(unsigned month, unsigned day) const {
        if (!context_.today) return std::nullopt;
        const int year = static_cast<int>(std::chrono::year_month_day(*context_.today).year());
        for (const int candidate : {year - 1, year, year + 1}) {
            const auto date = valid_date(candidate, month, day);
            if (date && *date >= *context_.today - days(28)) return date;
        }
        return std::nullopt;
    }

    static int full_year(std::string_view text) {
        const int year = static_cast<int>(small_number(text));
        return text.size() == 2 ? 2000 + year : year;
    }

    Core complete_date(std::size_t i) const {
        const auto parts = split(p_.tokens[i].text, '-');
        Core core{.length = 1};
        if (parts[0].size() == 4) {
            core.start =
                valid_date(full_year(parts[0]), small_number(parts[1]), small_number(parts[2]));
        } else {
            two_orders(core, small_number(parts[0]), small_number(parts[1]),
                       [&](unsigned month, unsigned day) {
                           return valid_date(full_year(parts[2]), month, day);
                       });
        }
        core.impossible = !core.start;
        return core;
    }

    template <typename Make>
    void two_orders(Core& core, unsigned a, unsigned b, Make make) const {
        const std::optional<Date> day_first = b <= 12 ? make(b, a) : std::nullopt;
        const std::optional<Date> month_first = a <= 12 ? make(a, b) : std::nullopt;
        const bool months_lead = context_.order != DayOrder::day_first;
        core.start = months_lead ? month_first : day_first;
        if (!core.start) core.start = months_lead ? day_first : month_first;
        if (context_.order == DayOrder::unsure && day_first && month_first &&
            day_first != month_first)
            core.other = day_first;
    }

    Core date_pair(std::size_t i) const {
        const auto parts = split(p_.tokens[i].text, '-');
        Core core{.length = 1, .needs_word = true};
        two_orders(core, small_number(parts[0]), small_number(parts[1]),
                   [&](unsigned month, unsigned day) { return completed(month, day); });
        return core;
    }

    std::size_t skip_ordinal(std::size_t i) const {
        const std::string_view t = text(i);
        const bool ordinal = t == "th" || t == "nd" || t == "rd" || t == "st" || t == "e" ||
                             t == "de" || t == "er" || t == "ste" || t == "of" ||
                             (is(i, TokenKind::punctuation) && t == ".");
        return ordinal ? i + 1 : i;
    }

    // 12 maart, 12. März 2026, 5th of March
    Core day_month(std::size_t i) const {
        const unsigned day = small_number(text(i));
        std::size_t at = skip_ordinal(skip_ordinal(i + 1));
        if (day == 0 || day > 31) return {};
        const unsigned month = month_of(text(at));
        return month == 0 ? Core{} : month_day(i, at, month, day);
    }

    // "2. bis 6. März", "du 2 au 6 mars", "2-6 March": from the first day to the last.
    Core day_range(std::size_t i) const {
        constexpr auto words = std::to_array<std::string_view>(
            {"bis", "-", "t/m", "tot", "en", "to", "till", "au", "and", "und"});
        const unsigned day = small_number(text(i));
        const std::size_t joint = is_punctuation_at(i + 1) ? i + 2 : i + 1;
        if (day == 0 || day > 31 || std::ranges::find(words, text(joint)) == words.end() ||
            !is(joint + 1, TokenKind::number))
            return {};
        const Core last = day_month(joint + 1);
        if (last.length == 0 || !last.start) return {};
        const std::chrono::year_month_day end(*last.start);
        const auto first =
            valid_date(static_cast<int>(end.year()), static_cast<unsigned>(end.month()), day);
        if (!first || *first >= *last.start) return {};
        return {.length = joint + 1 - i + last.length,
                .kind = DateKind::window,
                .start = first,
                .end = last.start};
    }
    bool is_punctuation_at(std::size_t i) const {
        return i < p_.tokens.size() && is_punctuation(p_.tokens[i], ".");
    }

    // March 20, March 20th, 2026
    Core month_first_words(std::size_t i) const {
        const unsigned month = month_of(text(i));
        const unsigned day = small_number(text(i + 1));
        if (month == 0 || !is(i + 1, TokenKind::number) || day == 0 || day > 31) return {};
        const std::size_t after = skip_ordinal(i + 2);
        return month_day(i, after - 1, month, day);
    }

    // The year may stand after token `last`.
    Core month_day(std::size_t first, std::size_t last, unsigned month, unsigned day) const {
        std::size_t at = last + 1;
        if (text(at) == "." || text(at) == "," || text(at) == "de") ++at;
        const unsigned year =
            is(at, TokenKind::number) && text(at).size() == 4 ? small_number(text(at)) : 0;
        if (year >= 2000 && year < 2100) {
            const auto date = valid_date(static_cast<int>(year), month, day);
            return {.length = at + 1 - first, .start = date, .impossible = !date};
        }
        const auto date = completed(month, day);
        return {.length = last + 1 - first, .start = date, .impossible = !date && context_.today};
    }

    // 2026年3月20日, 3月20日, 3月20号
    Core chinese_date(std::size_t i) const {
        if (text(i + 1) == "年" && text(i + 3) == "月") {
            const auto date = valid_date(full_year(text(i)), small_number(text(i + 2)),
                                         small_number(text(i + 4)));
            const bool day_word = text(i + 5) == "日" || text(i + 5) == "号";
            return {.length = day_word ? 6U : 5U, .start = date, .impossible = !date};
        }
        if (text(i + 1) != "月" || !is(i + 2, TokenKind::number)) return {};
        const bool day_word = text(i + 3) == "日" || text(i + 3) == "号";
        const auto date = completed(small_number(text(i)), small_number(text(i + 2)));
        return {.length = day_word ? 4U : 3U, .start = date, .impossible = !date && context_.today};
    }

    Core iso_week(std::size_t i) const {
        const std::string_view t = text(i);
        std::size_t length = 0;
        unsigned week = 0;
        if (t == "week" || t == "wk" || t == "kw" || t == "lieferwoche" || t == "leverweek" ||
            t == "weeknr" || t == "kalenderwoche" || t == "semaine") {
            length = text(i + 1) == "." ? 3 : 2;
            if (is(i + length - 1, TokenKind::number)) week = small_number(text(i + length - 1));
        } else if (t.size() <= 4 && is(i, TokenKind::code) && starts_with_ignoring_case(t, "kw")) {
            length = 1;
            week = small_number(t.substr(2));
        } else if (is(i, TokenKind::number) && text(i + 1) == "周" && i > 0 &&
                   text(i - 1) == "第") {
            length = 2;
            week = small_number(t);
        }
        if (week == 0 || week > 53) return {};
        Core core{.length = length, .kind = DateKind::week};
        if (!context_.today) return core;
        const int year = static_cast<int>(std::chrono::year_month_day(*context_.today).year());
        for (const int candidate : {year, year + 1}) {
            const auto monday = iso_week_monday(candidate, week);
            if (!monday || *monday + days(13) < *context_.today) continue;
            core.start = monday;
            core.end = *monday + days(4);
            break;
        }
        return core;
    }

    Core last_day_of(std::size_t length, unsigned month) const {
        Core core{.length = length, .by = true};
        if (const auto first = completed(month, 1)) {
            const std::chrono::year_month_day day(*first);
            core.start = Date(day.year() / day.month() / std::chrono::last);
        }
        return core;
    }

    // "Mitte Februar", "early March": no day, which a person must see.
    Core part_of_month(std::size_t i) const {
        constexpr auto words = std::to_array<std::string_view>(
            {"anfang", "mitte", "begin", "medio", "half", "early", "mid", "late", "début", "mi"});
        if (std::ranges::find(words, text(i)) == words.end() || month_of(text(i + 1)) == 0)
            return {};
        return {.length = 2};
    }

    // 3月底
    Core month_end(std::size_t i) const {
        const unsigned month = small_number(text(i));
        if (text(i + 1) != "月底" || month == 0 || month > 12) return {};
        return last_day_of(2, month);
    }

    // "Ende August", "end of KW 12": the last day of the month, the last working day of the week.
    Core end_of(std::size_t i) const {
        constexpr auto words =
            std::to_array<std::string_view>({"ende", "end", "eind", "einde", "fin"});
        if (std::ranges::find(words, text(i)) == words.end()) return {};
        std::size_t at = i + 1;
        while (text(at) == "of" || text(at) == "van" || text(at) == "de" || text(at) == "der")
            ++at;
        if (const unsigned month = month_of(text(at)); month != 0)
            return last_day_of(at + 1 - i, month);
        Core core = iso_week(at);
        if (core.length == 0) return {};
        core.length += at - i;
        core.kind = DateKind::on;
        core.by = true;
        core.start = core.end;
        core.end.reset();
        return core;
    }

    Date monday_of(Date date) const { return date - days(iso_weekday(date) - 1); }

    Core relative(std::size_t i) const {
        static const Phrases<Relative> words(relative_words);
        const auto match = words.at(p_.tokens, i);
        if (!match) return {};
        if (i > 0 && (text(i - 1) == "guten" || text(i - 1) == "goede" || text(i - 1) == "if"))
            return {};
        Core core{.length = match->length};
        if (match->meaning == Relative::asap) {
            core.kind = DateKind::asap;
            return core;
        }
        if (match->meaning == Relative::week_end) {
            core.by = true;
            if (context_.today) core.start = monday_of(*context_.today) + days(4);
            return core;
        }
        const bool week =
            match->meaning == Relative::this_week || match->meaning == Relative::next_week;
        if (week)
            return relative_week(i, match->length, match->meaning == Relative::next_week ? 7 : 0);
        if (context_.today)
            core.start = *context_.today + days(match->meaning == Relative::today      ? 0
                                                : match->meaning == Relative::tomorrow ? 1
                                                                                       : 2);
        return core;
    }

    // "volgende week", "volgende week vrijdag", 下周三
    Core relative_week(std::size_t i, std::size_t length, int later) const {
        unsigned weekday = weekday_of(text(i + length));
        if (weekday == 0 && text(i).size() > 3 && starts_with_ideograph(text(i)))
            weekday = chinese_weekday_of(text(i + length));
        if (weekday == 0 && text(i + length) == "di") weekday = 2;
        Core core{.length = length, .kind = DateKind::window};
        if (weekday != 0) {
            core.length = length + 1;
            core.kind = DateKind::on;
        }
        if (!context_.today) return core;
        const Date monday = monday_of(*context_.today) + days(later);
        core.start = weekday != 0 ? monday + days(weekday - 1) : monday;
        if (weekday == 0) core.end = monday + days(4);
        return core;
    }

    Core plain(std::size_t i) const {
        if (i >= p_.tokens.size() || p_.tokens[i].use != Use::none) return {};
        switch (p_.tokens[i].kind) {
        case TokenKind::date:
            return complete_date(i);
        case TokenKind::date_pair:
            return date_pair(i);
        case TokenKind::number: {
            if (Core core = month_end(i); core.length > 0) return core;
            if (Core core = chinese_date(i); core.length > 0) return core;
            if (Core core = iso_week(i); core.length > 0) return core;
            if (Core core = day_range(i); core.length > 0) return core;
            return day_month(i);
        }
        case TokenKind::code:
            return iso_week(i);
        case TokenKind::word: {
            if (Core core = relative(i); core.length > 0 && core.by) return core;
            if (Core core = part_of_month(i); core.length > 0) return core;
            if (Core core = end_of(i); core.length > 0) return core;
            if (Core core = iso_week(i); core.length > 0) return core;
            if (Core core = month_first_words(i); core.length > 0) return core;
            if (text(i) == "día" && is(i + 1, TokenKind::number))
                return {.length = 2, .needs_word = true};
            return relative(i);
        }
        default:
            return {};
        }
    }

    // A weekday before a date must agree with it; alone it means the next one.
    Core with_weekday(std::size_t i) const {
        unsigned weekday = weekday_of(text(i));
        std::size_t at = i + 1;
        if (weekday == 0 && (text(i) == "周" || text(i) == "星期"))
            weekday = chinese_weekday_of(text(at++));
        if (weekday == 0) return plain(i);
        while (text(at) == "," || text(at) == "." || text(at) == "den" || text(at) == "de" ||
               text(at) == "the" || text(at) == "(" || text(at) == "d.d" || text(at) == "dem")
            ++at;
        Core core = plain(at);
        if (core.length > 0 && core.kind == DateKind::on) {
            core.length += at - i;
            core.weekday_disagrees = core.start && iso_weekday(*core.start) != weekday;
            core.needs_word = false;
            return core;
        }
        Core alone{.length = weekday_of(text(i)) != 0 ? 1U : 2U, .needs_word = true};
        if (context_.today) {
            const unsigned ahead = (weekday + 7 - iso_weekday(*context_.today)) % 7;
            alone.start = *context_.today + days(ahead == 0 ? 7 : ahead);
            // On a Tuesday "next Wednesday" is tomorrow to some and in eight days to others.
            const bool this_week = iso_weekday(*context_.today) < weekday;
            if (this_week && i > 0 && is_next_word(text(i - 1)))
                alone.later = *alone.start + days(7);
        }
        return alone;
    }

    static bool is_next_word(std::string_view word) {
        constexpr auto words = std::to_array<std::string_view>(
            {"next", "nächsten", "nächster", "nächste", "volgende", "próximo"});
        return std::ranges::find(words, word) != words.end();
    }

    struct Around {
        std::optional<Word> word;
        std::size_t first = 0;
        bool delivery = false;
    };

    // The words before the date, in its sentence: nearest decisive one, "niet voor" before "voor".
    Around before(std::size_t i) const {
        static const Phrases<Word> modifiers(date_modifiers);
        static const Phrases<int> delivery(delivery_words);
        Around around{.first = i};
        for (std::size_t back = 1; back <= 9 && back <= i; ++back) {
            const std::size_t at = i - back;
            const Token& token = p_.tokens[at];
            if (is_punctuation(token, "!?;") ||
                (back > 1 && (token.kind == TokenKind::line_end || is_punctuation(token, "."))))
                break;
            if (delivery.at(p_.tokens, at)) around.delivery = true;
            if (back > 5) continue;
            const auto match = modifiers.at(p_.tokens, at);
            if (!match || (match->meaning == Word::document && back > 2)) continue;
            if (match->meaning == Word::document && (around.word || is_of_offer(at))) continue;
            const bool stronger =
                !around.word || *around.word == Word::on || match->meaning == Word::not_before;
            if (!stronger || match->meaning == Word::skip) {
                if (match->meaning == Word::skip) {
                    around.delivery = true;
                    if (around.word == Word::document || !around.word) around.word = Word::on;
                }
                continue;
            }
            around.word = match->meaning;
            around.first = at;
        }
        return around;
    }

    // "gemäß Ihrem Angebot vom 01.07.2026" dates the offer.
    bool is_of_offer(std::size_t at) const {
        constexpr auto papers = std::to_array<std::string_view>(
            {"angebot",  "offerte",   "offer",   "quotation", "quote",     "devis",    "offre",
             "rechnung", "factuur",   "invoice", "facture",   "lieferung", "levering", "livraison",
             "gespräch", "telefonat", "mail",    "e-mail",    "schreiben", "报价单"});
        return at > 0 && std::ranges::find(papers, p_.tokens[at - 1].text) != papers.end();
    }

    std::optional<Word> after(std::size_t last) const {
        const std::string_view t = text(last);
        if (t == "前" || t == "之前" || t == "以前") return Word::by;
        if (t == "之后" || t == "以后" || t == "起") return Word::not_before;
        if (phrase_length(p_.tokens, last, "como muy tarde") > 0 ||
            phrase_length(p_.tokens, last, "at the latest") > 0)
            return Word::by;
        return std::nullopt;
    }

    // "friday please"
    bool is_asked_for(std::size_t last) const {
        constexpr auto words =
            std::to_array<std::string_view>({"please", "graag", "bitte", "svp", "aub"});
        return std::ranges::find(words, text(last)) != words.end();
    }

    bool accept(std::size_t i, const Core& core, std::vector<FoundDate>& found) {
        const Around around = before(i);
        const auto suffix = after(i + core.length);
        if (core.needs_word && !around.word && !suffix && !is_asked_for(i + core.length))
            return false;
        FoundDate date{.first = around.first, .last = i + core.length + (suffix ? 1U : 0U)};
        const Word word = suffix.value_or(around.word.value_or(Word::on));
        // "del jueves", "van maandag" speak of something past.
        if (word == Word::document && core.needs_word) return false;
        if (word == Word::document) {
            date.role = DateRole::document;
            date.first = i;
        }
        DateSpec& spec = date.value.value;
        spec.kind = core.kind;
        if (core.kind == DateKind::on && (word == Word::by || core.by)) spec.kind = DateKind::by;
        if (core.kind == DateKind::on && word == Word::not_before) spec.kind = DateKind::not_before;
        if (core.start) spec.start = to_iso(*core.start);
        if (core.end) spec.end = to_iso(*core.end);
        spec.raw = one_line(p_.slice(date.first, date.last));
        const bool sure = around.delivery || around.word == Word::by;
        date.value.score = sure ? certainty::grammar : certainty::position;
        date.value.place = p_.place(date.first, date.last);
        doubts(core, date);
        p_.mark(i, date.last, Use::date);
        if (date.first < i && i - date.first <= 3) p_.mark(date.first, i, Use::date);
        found.push_back(std::move(date));
        return true;
    }

    void doubts(const Core& core, FoundDate& date) const {
        const auto doubt = [&](std::string code, std::string what, std::string hint) {
            date.value.score = std::min(date.value.score, certainty::two_readings);
            date.problems.push_back({Severity::warning, date.value.place, std::move(code),
                                     std::move(what), std::move(hint)});
        };
        const std::string& raw = date.value.value.raw;
        if (core.weekday_disagrees)
            doubt("text.date_weekday", cat("\"", raw, "\": the weekday does not fit the date"),
                  "ask the customer which of the two is meant");
        if (core.impossible)
            doubt("text.date_impossible", cat("\"", raw, "\" is no day of the calendar"),
                  "ask the customer for the date");
        if (core.later)
            doubt("text.date_next",
                  cat("\"", raw, "\" is ", to_iso(*core.start), " or ", to_iso(*core.later)),
                  "ask the customer which week is meant");
        if (core.other)
            doubt("text.date_order",
                  cat("\"", raw, "\" is ", to_iso(*core.start), " or ", to_iso(*core.other)),
                  "say in the customer's agreement whether the day or the month comes first");
        if (!core.start && core.kind != DateKind::asap && !core.impossible)
            doubt("text.date_incomplete", cat("\"", raw, "\" is no whole date"), "type the date");
    }

    Passage& p_;
    const DateContext& context_;
};

} // namespace

std::vector<FoundDate> find_dates(Passage& passage, const DateContext& context) {
    return DateFinder(passage, context).run();
}

} // namespace besteld::parsers

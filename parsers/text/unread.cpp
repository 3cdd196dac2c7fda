// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/unread.hpp"

#include "parsers/text/phrases.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers {

namespace {

constexpr auto polite_words = std::to_array<std::pair<int, std::string_view>>({
    {1, "goedemorgen|goedemiddag|goedenavond|goeiemorgen|hallo|hoi|dag|beste|geachte|guten "
        "tag|guten morgen|"
        "sehr geehrte|moin|hi|hello|hey|dear|good morning|good afternoon|hola|buenos días|buenas "
        "tardes|buenas|"
        "bonjour|您好|你好|alvast bedankt|bedankt|dank|danke|vielen dank|besten dank|thanks|thank "
        "you|gracias|"
        "merci|谢谢|met vriendelijke groet|best regards|kind "
        "regards|perfecto|perfect|prima|the|zie onder|"
        "see below|siehe unten|bitte um bestätigung|please confirm|graag bevestigen|fijne dag|tot "
        "snel"},
});

std::size_t words_in(const Passage& p, const Sentence& s) {
    std::size_t words = 0;
    for (std::size_t i = s.first; i < s.last; ++i)
        if (p.tokens[i].kind != TokenKind::punctuation && p.tokens[i].kind != TokenKind::line_end)
            ++words;
    return words;
}

bool is_polite(const Passage& p, const Sentence& s) {
    static const Phrases<int> polite(polite_words);
    const std::size_t words = words_in(p, s);
    if (words == 0) return true;
    // "Grafton team,"
    if (words <= 3 && is_punctuation(p.tokens[s.last - 1], ",")) return true;
    const auto match =
        polite.at(p.tokens.empty() ? std::span<const Token>{} : std::span(p.tokens), s.first);
    const bool numbers = std::ranges::any_of(
        p.tokens.begin() + static_cast<std::ptrdiff_t>(s.first),
        p.tokens.begin() + static_cast<std::ptrdiff_t>(s.last),
        [](const Token& t) { return t.kind == TokenKind::number || t.kind == TokenKind::time; });
    return match && words <= match->length + 4 && !numbers;
}

bool was_used(const Passage& p, const Sentence& s) {
    for (std::size_t i = s.first; i < s.last; ++i)
        if (p.tokens[i].use != Use::none) return true;
    return false;
}

bool holds_number(const Passage& p, const Sentence& s) {
    for (std::size_t i = s.first; i < s.last; ++i)
        if (p.tokens[i].use == Use::none &&
            (p.tokens[i].kind == TokenKind::number || p.tokens[i].kind == TokenKind::code ||
             p.tokens[i].kind == TokenKind::time || p.tokens[i].kind == TokenKind::gtin))
            return true;
    return false;
}

// Used only for its cue words ("graag leveren"), with more words than a request needs.
bool only_cues(const Passage& p, const Sentence& s) {
    for (std::size_t i = s.first; i < s.last; ++i)
        if (p.tokens[i].use != Use::none && p.tokens[i].use != Use::cue) return false;
    return true;
}

} // namespace

std::vector<Field> find_unread(const Passage& p, const std::vector<Sentence>& sentences) {
    std::vector<Field> unread;
    for (const Sentence& s : sentences) {
        const bool numbers = holds_number(p, s);
        if (!numbers && is_polite(p, s)) continue;
        const bool untouched = !was_used(p, s) || (only_cues(p, s) && numbers);
        const bool prohibits =
            only_cues(p, s) &&
            std::any_of(p.tokens.begin() + static_cast<std::ptrdiff_t>(s.first),
                        p.tokens.begin() + static_cast<std::ptrdiff_t>(s.last), [](const Token& t) {
                            return t.text == "niet" || t.text == "nicht" || t.text == "not" ||
                                   t.text == "only" || t.text == "alleen" || t.text == "nur";
                        });
        if (!untouched && !prohibits) continue;
        std::size_t first = s.first;
        while (first + 1 < s.last && p.tokens[first].kind == TokenKind::line_end)
            ++first;
        unread.push_back(p.field(first, s.last, one_line(p.slice(first, s.last)), 0));
    }
    return unread;
}

} // namespace besteld::parsers

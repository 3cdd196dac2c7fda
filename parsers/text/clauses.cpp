// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/clauses.hpp"

#include "parsers/text/line_words.hpp"
#include "parsers/text/numbers.hpp"
#include "parsers/text/units.hpp"

namespace besteld::parsers {

namespace {

// "the usual film, 2 pallets": up to six words, a comma, a number and a unit.
bool names_then_counts(const Passage& p, std::size_t i, std::size_t last) {
    const std::size_t first = i;
    while (i < last && i - first < 6 && p.tokens[i].kind == TokenKind::word)
        ++i;
    return i > first && i + 2 < last && is_punctuation(p.tokens[i], ",") &&
           !is_punctuation(p.tokens[first - 1], ",") && p.tokens[i + 1].kind == TokenKind::number &&
           is_unit_word(p.tokens[i + 2].text);
}

// A number that begins a line of its own: a unit, a code or a word behind it.
bool begins_line(const Passage& p, std::size_t i, std::size_t last) {
    while (i < last &&
           (is_transition(p.tokens[i].text) || p.tokens[i].kind == TokenKind::line_end ||
            is_punctuation(p.tokens[i], ",")))
        ++i;
    if (i >= last) return false;
    const Token& t = p.tokens[i];
    if (t.use == Use::price || t.use == Use::date || t.use == Use::header) return false;
    if (t.kind == TokenKind::code) return true;
    if (t.kind == TokenKind::number)
        return i + 1 < last &&
               (p.tokens[i + 1].kind == TokenKind::word ||
                p.tokens[i + 1].kind == TokenKind::code ||
                p.tokens[i + 1].kind == TokenKind::gtin) &&
               p.tokens[i + 1].use != Use::price;
    if (names_then_counts(p, i, last)) return true;
    return t.kind == TokenKind::word && number_word(t.text, p.language) && i + 1 < last &&
           is_unit_word(p.tokens[i + 1].text);
}

} // namespace

std::vector<Clause> find_clauses(const Passage& p, const Sentence& sentence) {
    std::vector<Clause> clauses;
    Clause clause{sentence.first, sentence.last, sentence.list_line};
    bool quantity = false;
    bool item = false;
    int depth = 0;
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        const Token& t = p.tokens[i];
        if (is_punctuation(t, "(")) ++depth;
        if (is_punctuation(t, ")") && depth > 0) --depth;
        if (depth == 0 && quantity && item && joins_lines(t) &&
            begins_line(p, i + 1, sentence.last)) {
            clause.last = i;
            clauses.push_back(clause);
            clause = {i + 1, sentence.last, sentence.list_line};
            quantity = item = false;
            continue;
        }
        if (t.use != Use::none && t.use != Use::cue && t.use != Use::line) continue;
        const bool spelled = t.kind == TokenKind::word && number_word(t.text, p.language) &&
                             i + 1 < sentence.last && is_unit_word(p.tokens[i + 1].text);
        const bool position = i == sentence.first && sentence.list_line && i + 1 < sentence.last &&
                              is_punctuation(p.tokens[i + 1], ".)");
        if ((t.kind == TokenKind::number && !position) || spelled)
            quantity = true;
        else if (t.kind == TokenKind::code || t.kind == TokenKind::gtin)
            item = true;
        else if (t.kind == TokenKind::word && quantity)
            item = true;
    }
    clauses.push_back(clause);
    return clauses;
}

} // namespace besteld::parsers

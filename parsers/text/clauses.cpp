// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/clauses.hpp"

#include "parsers/text/line_words.hpp"
#include "parsers/text/numbers.hpp"
#include "parsers/text/positions.hpp"
#include "parsers/text/units.hpp"

#include <algorithm>

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

// "screws TF-1180 500 pcs", "纸箱NY-0815要两千个": a few words, a code, soon a number.
bool names_code_then_counts(const Passage& p, std::size_t i, std::size_t last) {
    const std::size_t first = i;
    while (i < last && i - first < 4 && p.tokens[i].kind == TokenKind::word)
        ++i;
    if (i == first || i >= last || p.tokens[i].kind != TokenKind::code) return false;
    for (std::size_t n = i + 1; n < std::min(i + 4, last); ++n) {
        const Token& t = p.tokens[n];
        if (t.kind == TokenKind::number) return t.use == Use::none;
        if (t.kind != TokenKind::word && !is_punctuation(t, ":*")) return false;
    }
    return false;
}

// "(1)" before a line of a list
bool is_bracketed_number(const Passage& p, std::size_t i, std::size_t last) {
    return i + 2 < last && is_punctuation(p.tokens[i], "(") &&
           p.tokens[i + 1].kind == TokenKind::number && p.tokens[i + 1].text.size() <= 2 &&
           is_punctuation(p.tokens[i + 2], ")");
}

// Behind "uw artikelnr HL30125", else `i`.
std::size_t behind_item_label(const Passage& p, std::size_t i, std::size_t last) {
    const auto word = line_word_at(p.tokens, i);
    if (!word ||
        (word->meaning != LineWord::item_label && word->meaning != LineWord::buyer_item_label &&
         word->meaning != LineWord::seller_item_label))
        return i;
    std::size_t at = i + word->length;
    while (at < last && (is_punctuation(p.tokens[at], ".:-#") || p.tokens[at].text == "nr" ||
                         p.tokens[at].text == "no"))
        ++at;
    if (at >= last) return i;
    const TokenKind kind = p.tokens[at].kind;
    const bool value = kind == TokenKind::code || kind == TokenKind::identifier ||
                       kind == TokenKind::gtin ||
                       (kind == TokenKind::number && p.tokens[at].text.size() >= 3);
    return value ? at + 1 : i;
}

// "…, falls lieferbar, 10 Rollen": the condition before a joint belongs to the line behind it.
std::size_t begin_of_condition(const Passage& p, std::size_t first, std::size_t joint) {
    for (std::size_t back = 1; back <= 5 && joint >= first + back + 1; ++back) {
        const std::size_t i = joint - back;
        const auto word = line_word_at(p.tokens, i);
        if (!word || word->meaning != LineWord::condition) continue;
        return joins_lines(p.tokens[i - 1]) ? i : joint;
    }
    return joint;
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
    if (names_then_counts(p, i, last) || names_code_then_counts(p, i, last)) return true;
    return t.kind == TokenKind::word && number_word(t.text, p.language) && i + 1 < last &&
           is_unit_word(p.tokens[i + 1].text);
}

} // namespace

std::vector<Clause> find_clauses(const Passage& p, const Sentence& sentence) {
    std::vector<Clause> clauses;
    Clause clause{sentence.first, sentence.last, sentence.list_line};
    bool quantity = false;
    bool item = false;
    bool labelled = false; // names its item behind a label
    int depth = 0;
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        const Token& t = p.tokens[i];
        if (is_punctuation(t, "(")) ++depth;
        if (is_punctuation(t, ")") && depth > 0) --depth;
        if (depth == 0 && quantity && item && joins_lines(t) &&
            begins_line(p, i + 1, sentence.last)) {
            const std::size_t condition = begin_of_condition(p, clause.first, i);
            clause.last = condition;
            clauses.push_back(clause);
            clause = {condition == i ? i + 1 : condition, sentence.last, sentence.list_line};
            quantity = item = labelled = false;
            continue;
        }
        if (t.use != Use::none && t.use != Use::cue && t.use != Use::line) continue;
        if (i == sentence.first && sentence.list_line && is_bracketed_number(p, i, sentence.last)) {
            i += 2;
            depth = 0;
            continue;
        }
        if (const auto position = position_at(p, i, sentence.last)) {
            i = position->behind - 1;
            continue;
        }
        const std::size_t label = behind_item_label(p, i, sentence.last);
        if (label > i) {
            labelled = item = true;
            i = label - 1;
            continue;
        }
        // "uw artikelnr HL30125, lager 6204, 20 stuks": the words of the item may hold a number.
        if (labelled && t.kind == TokenKind::number && i > sentence.first &&
            p.tokens[i - 1].kind == TokenKind::word &&
            (i + 1 >= sentence.last || is_punctuation(p.tokens[i + 1], ",;")) &&
            !line_word_at(p.tokens, i - 1))
            continue;
        const bool spelled = t.kind == TokenKind::word && number_word(t.text, p.language) &&
                             i + 1 < sentence.last && is_unit_word(p.tokens[i + 1].text);
        const bool position =
            i == sentence.first && sentence.list_line && i + 1 < sentence.last &&
            (is_punctuation(p.tokens[i + 1], ".)") || p.slice(i + 1, i + 2) == "、");
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

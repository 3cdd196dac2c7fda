// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/passage.hpp"

#include "parsers/text/characters.hpp"
#include "parsers/text/positions.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers {

namespace {

// Words whose full stop ends no sentence.
bool is_abbreviation(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"pos",      "rl",   "pal",  "kan",  "fl",   "btl",  "krt",  "rol",  "stck", "doos",
         "art",      "gr",   "réf",  "qté",  "typ",  "mat",  "abm",  "lfd",  "zzgl", "evtl",
         "ggf",      "bzgl", "av",   "bd",   "ca",   "cde",  "resp", "o.g",  "nr",   "no",
         "st",       "stk",  "stck", "ca",   "bzw",  "inkl", "excl", "incl", "tsd",  "ref",
         "bestelnr", "best", "max",  "min",  "ktn",  "pcs",  "pc",   "nos",  "tel",  "a.s",
         "d.d",      "p.o",  "str",  "dhr",  "mevr", "mr",   "mrs",  "num",  "ds",   "feb",
         "jan",      "apr",  "aug",  "sept", "okt",  "nov",  "dec"});
    return std::ranges::find(words, word) != words.end();
}

bool begins_upper(const Passage& p, const Token& token) {
    const Character c = character_at(p.text, token.begin);
    return (c.ascii >= 'A' && c.ascii <= 'Z') || (c.point >= 0xC0 && c.point <= 0xDE) ||
           is_ideograph(c.point);
}

bool ends_sentence(const Passage& p, std::size_t i) {
    const auto& t = p.tokens;
    if (is_punctuation(t[i], "!?;")) return true;
    if (!is_punctuation(t[i], ".")) return false;
    if (t[i].end - t[i].begin == 3) return true; // the ideographic full stop
    if (i + 1 >= t.size() || t[i + 1].kind == TokenKind::line_end) return true;
    if (t[i + 1].begin == t[i].end) return false;
    if (i > 0 && is_abbreviation(t[i - 1].text)) return false;
    if (i > 0 && t[i - 1].kind == TokenKind::number && i >= 2 &&
        t[i - 2].kind == TokenKind::line_end)
        return false; // "1. 100 ea of …"
    return begins_upper(p, t[i + 1]);
}

bool begins_list_line(const Passage& p, std::size_t i) {
    const auto& t = p.tokens;
    if (i >= t.size()) return false;
    if (is_punctuation(t[i], "-*+") || t[i].text == "•" || t[i].text == "–") return true;
    if (i + 2 < t.size() && is_punctuation(t[i], "(") && t[i + 1].kind == TokenKind::number &&
        is_punctuation(t[i + 2], ")"))
        return true; // "(1) …"
    return t[i].kind == TokenKind::number || t[i].kind == TokenKind::code ||
           t[i].kind == TokenKind::gtin || t[i].text == "pos" || t[i].text == "art" ||
           t[i].text == "ref";
}

// A prose line that was wrapped goes on in the next one.
bool goes_on(const Passage& p, std::size_t line_begin, std::size_t line_end) {
    const auto& t = p.tokens;
    if (line_end + 1 >= t.size() || line_end == line_begin) return false;
    const Token& next = t[line_end + 1];
    // Blank lines are no tokens of their own: the bytes between the lines tell.
    if (std::ranges::count(p.text.substr(t[line_end - 1].end, next.begin - t[line_end - 1].end),
                           '\n') > 1)
        return false;
    if (is_punctuation(t[line_end - 1], ":.!?;")) return false;
    if (is_punctuation(next, "-*+") || next.text == "•") return false;
    const bool list = begins_list_line(p, line_begin) || begins_list_line(p, line_end + 1);
    const bool is_long = t[line_end - 1].end - t[line_begin].begin >= 50;
    return is_long && !list && next.kind == TokenKind::word && !begins_upper(p, next);
}

} // namespace

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::vector<Sentence> find_sentences(const Passage& p) {
    std::vector<Sentence> sentences;
    std::size_t first = 0;
    std::size_t line_begin = 0;
    bool list = begins_list_line(p, 0);
    const auto close = [&](std::size_t last, std::size_t next) {
        if (last > first) sentences.push_back({first, last, list});
        first = next;
    };
    for (std::size_t i = 0; i < p.tokens.size(); ++i) {
        if (p.tokens[i].kind == TokenKind::line_end) {
            if (!goes_on(p, line_begin, i)) {
                close(i, i + 1);
                list = begins_list_line(p, i + 1);
            }
            line_begin = i + 1;
        } else if (ends_sentence(p, i)) {
            close(i + 1, i + 1);
            list = false;
        } else if (is_punctuation(p.tokens[i], "/") && i > 0 &&
                   p.tokens[line_begin].kind != TokenKind::code &&
                   !position_at(p, line_begin, p.tokens.size()) && i + 1 < p.tokens.size() &&
                   p.tokens[i - 1].end < p.tokens[i].begin &&
                   p.tokens[i].end < p.tokens[i + 1].begin) {
            close(i, i + 1); // " / " separates as a line end does
            list = begins_list_line(p, i + 1);
        }
    }
    close(p.tokens.size(), p.tokens.size());
    return sentences;
}

} // namespace besteld::parsers

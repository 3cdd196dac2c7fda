// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which number of a clause is the quantity of its line.

#include "parsers/text/clauses.hpp"
#include "parsers/text/line_words.hpp"
#include "parsers/text/passage.hpp"

#include <cstddef>
#include <optional>

namespace besteld::parsers {

// The tokens of one clause, and what they mean in a line.
class ClauseView {
public:
    ClauseView(const Passage& passage, Clause clause) : passage_(passage), clause_(clause) {}

    const Clause& clause() const { return clause_; }
    const Token& token(std::size_t i) const { return passage_.tokens[i]; }
    bool inside(std::size_t i) const { return i < clause_.last; }
    std::optional<LineWord> word(std::size_t i) const {
        const auto match = inside(i) ? line_word_at(passage_.tokens, i) : std::nullopt;
        return match ? std::optional(match->meaning) : std::nullopt;
    }
    bool is_word(std::size_t i, LineWord meaning) const { return word(i) == meaning; }
    // "(40) NK-100" counts; "(1) NK-100, 40 rolls" is the first of a list.
    bool counts_behind(std::size_t at) const {
        for (; inside(at); ++at)
            if (token(at).kind == TokenKind::number && token(at).use == Use::none) return true;
        return false;
    }
    const std::string& language() const { return passage_.language; }

private:
    const Passage& passage_;
    Clause clause_;
};

// How much a number looks like a quantity; the best in its clause is the one.
enum class Rank { none, beside_code, leads_list_line, before_code, with_unit, labelled };

class QuantityRanks {
public:
    // `body`: the first token behind the line's position; `code`: of the item, or nowhere.
    QuantityRanks(const ClauseView& view, std::size_t body, std::size_t code)
        : view_(view), body_(body), code_(code) {}

    Rank rank_of(std::size_t i) const;
    // A number that no rule has read and that is no name, size or price base.
    bool is_counted_number(std::size_t i) const;
    bool after_condition(std::size_t i) const; // "if possible"

private:
    using enum Rank;
    std::size_t unit_after(std::size_t i) const;
    bool is_content(std::size_t i) const;
    bool counts_orders(std::size_t i) const;

    const ClauseView& view_;
    std::size_t body_;
    std::size_t code_;
};

} // namespace besteld::parsers

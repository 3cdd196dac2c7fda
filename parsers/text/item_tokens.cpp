// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/item_tokens.hpp"

#include "parsers/text/line_words.hpp"
#include "parsers/text/units.hpp"

namespace besteld::parsers {

namespace {

class ItemFinder {
public:
    ItemFinder(Passage& passage, std::size_t first, std::size_t last)
        : p_(passage), first_(first), last_(last) {}

    ItemTokens run() {
        std::size_t in_brackets = nowhere;
        int depth = 0;
        for (std::size_t i = first_; inside(i); ++i) {
            const Token& t = token(i);
            if (is_punctuation(t, "(")) ++depth;
            if (is_punctuation(t, ")") && depth > 0) --depth;
            if (t.use != Use::none && t.use != Use::cue) continue;
            if (label_before_value(i)) continue;
            if (t.kind != TokenKind::code && t.kind != TokenKind::gtin) continue;
            if (depth > 0) {
                if (in_brackets == nowhere) in_brackets = i;
            } else if (code_ == nowhere || code_ == buyer_code_) {
                code_ = i;
            } else if (t.kind == TokenKind::gtin && gtin_ == nowhere) {
                gtin_ = i;
            } else if (second_code_ == nowhere && token(code_).text != t.text) {
                second_code_ = i;
            }
        }
        if (code_ == nowhere)
            code_ = in_brackets;
        else if (in_brackets != nowhere && token(in_brackets).kind == TokenKind::gtin)
            gtin_ = in_brackets;
        return {code_, second_code_, gtin_, buyer_code_};
    }

private:
    // "Artikelnr. 12345", "EAN: 9521000000018", "ons artikelnr 77-1".
    bool label_before_value(std::size_t i) {
        const auto match = line_word_at(p_.tokens, i);
        if (!match || !inside(i + match->length)) return false;
        const LineWord label = match->meaning;
        if (label != LineWord::item_label && label != LineWord::buyer_item_label &&
            label != LineWord::gtin_label && label != LineWord::seller_item_label)
            return false;
        std::size_t at = i + match->length;
        while (inside(at) && (is_punctuation(token(at), ".:-#") || token(at).text == "nr" ||
                              token(at).text == "no"))
            ++at;
        if (!inside(at) || token(at).use != Use::none) return false;
        const TokenKind kind = token(at).kind;
        const bool digits = kind == TokenKind::number && token(at).text.size() >= 3 &&
                            !(inside(at + 1) && is_unit_word(token(at + 1).text));
        if (kind != TokenKind::code && kind != TokenKind::identifier && kind != TokenKind::gtin &&
            !digits)
            return false;
        if (label == LineWord::gtin_label) {
            gtin_ = at;
            if (code_ == nowhere) code_ = at;
        } else if (label == LineWord::buyer_item_label) {
            buyer_code_ = at;
            if (code_ == nowhere) code_ = at;
        } else if (label == LineWord::seller_item_label) {
            // Beside ours the number without an owner is the buyer's.
            if (code_ != nowhere && code_ != gtin_ && buyer_code_ == nowhere) buyer_code_ = code_;
            code_ = at;
        } else if (code_ == nowhere || code_ == gtin_ || code_ == buyer_code_) {
            code_ = at;
        }
        p_.tokens[at].use = Use::line;
        use(i, at);
        return true;
    }

    const Token& token(std::size_t i) const { return p_.tokens[i]; }
    bool inside(std::size_t i) const { return i < last_; }
    void use(std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i)
            if (p_.tokens[i].use == Use::none || p_.tokens[i].use == Use::cue)
                p_.tokens[i].use = Use::line;
    }

    Passage& p_;
    std::size_t first_;
    std::size_t last_;
    std::size_t code_ = nowhere;
    std::size_t second_code_ = nowhere;
    std::size_t gtin_ = nowhere;
    std::size_t buyer_code_ = nowhere;
};

} // namespace

ItemTokens find_item(Passage& passage, std::size_t first, std::size_t last) {
    return ItemFinder(passage, first, last).run();
}

} // namespace besteld::parsers

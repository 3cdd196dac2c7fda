// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/line_quantity.hpp"

#include "parsers/text/item_tokens.hpp"
#include "parsers/text/numbers.hpp"
#include "parsers/text/units.hpp"

namespace besteld::parsers {

bool QuantityRanks::is_counted_number(std::size_t i) const {
    const Token& t = view_.token(i);
    if (t.kind != TokenKind::number || t.use != Use::none || t.text.size() > 9) return false;
    if (view_.is_word(i + 1, LineWord::not_counted)) return false;
    if (i > view_.clause().first) {
        const Token& before = view_.token(i - 1);
        const bool glued = is_punctuation(before, "-#") && before.end == t.begin;
        const bool named = before.text == "nr" || before.text == "no" || before.text == "maat" ||
                           before.text == "size" || before.text == "größe" ||
                           before.text == "type" || before.text == "line" || before.text == "#" ||
                           before.text == "items" || before.text == "per" || before.text == "je" ||
                           before.text == "geen" || before.text == "kein" ||
                           before.text == "keine" || before.text == "not" ||
                           before.text == "niet" || before.text == "nicht";
        const bool bullet = glued && i - 1 == view_.clause().first;
        if ((glued && !bullet) || named) return false;
    }
    return true;
}

// Where the unit stands after a number, also behind "Tsd.".
std::size_t QuantityRanks::unit_after(std::size_t i) const {
    std::size_t at = i + 1;
    if (view_.inside(at) && multiplier_word(view_.token(at).text) != 0) {
        ++at;
        if (view_.inside(at) && is_punctuation(view_.token(at), ".")) ++at;
    }
    return view_.inside(at) && view_.token(at).kind == TokenKind::word &&
                   is_unit_word(view_.token(at).text)
               ? at
               : nowhere;
}

// "6 pots de 1 kg", "12 bags of 25 kg": what one of them holds.
bool QuantityRanks::is_content(std::size_t i) const {
    if (i < body_ + 3 || view_.token(i - 3).kind != TokenKind::number ||
        view_.token(i - 2).kind != TokenKind::word || view_.token(i - 3).use != Use::none)
        return false;
    const std::string_view t = view_.token(i - 1).text;
    return t == "de" || t == "of" || t == "van" || t == "von" || t == "zu" || t == "à";
}

// "两张订单", "2 orders": papers, no goods.
bool QuantityRanks::counts_orders(std::size_t i) const {
    const std::size_t unit = unit_after(i);
    const std::size_t at = unit == nowhere ? i + 1 : unit + 1;
    if (!view_.inside(at)) return false;
    return view_.is_word(at, LineWord::papers);
}

Rank QuantityRanks::rank_of(std::size_t i) const {
    const bool spelled = view_.token(i).kind == TokenKind::word &&
                         number_word(view_.token(i).text, view_.language()) &&
                         (view_.token(i).use == Use::none || view_.token(i).use == Use::cue);
    if (spelled) return unit_after(i) != nowhere ? with_unit : none;
    if (!is_counted_number(i) || counts_orders(i) || is_content(i)) return none;
    std::size_t before = i;
    while (before > body_ && is_punctuation(view_.token(before - 1), ":=."))
        --before;
    if (before > body_ && view_.is_word(before - 1, LineWord::quantity_label)) return labelled;
    if (unit_after(i) != nowhere) return with_unit;
    const bool times_after = view_.inside(i + 1) && (view_.token(i + 1).text == "x" ||
                                                     is_punctuation(view_.token(i + 1), "*"));
    if (times_after || i + 1 == code_ ||
        (view_.inside(i + 1) && multiplier_word(view_.token(i + 1).text) != 0))
        return before_code;
    const bool times_before = i > body_ && view_.token(i - 1).text == "x" && code_ != nowhere;
    if (times_before) return before_code;
    if (view_.clause().list_line && i == body_) return leads_list_line;
    if (code_ == nowhere) return none;
    const bool last = i + 1 == view_.clause().last || is_punctuation(view_.token(i + 1), ".,;)");
    return i == code_ + 1 || i == code_ + 2 || last ? leads_list_line : beside_code;
}

bool QuantityRanks::after_condition(std::size_t i) const {
    for (std::size_t at = body_; at < i; ++at)
        if (view_.is_word(at, LineWord::condition)) return true;
    return false;
}

} // namespace besteld::parsers

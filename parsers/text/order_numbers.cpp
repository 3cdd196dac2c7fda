// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/order_numbers.hpp"

#include "base/text.hpp"
#include "parsers/text/date_words.hpp"
#include "parsers/text/phrases.hpp"
#include "parsers/text/units.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers {

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}
std::size_t skip_joints(const Passage& p, std::size_t i, bool& explicitly) {
    constexpr auto words = std::to_array<std::string_view>(
        {"nr", "no", "nummer", "number", "num", "n°", "n", "ref", "onder", "met", "is", "was",
         "war", "est", "lautet", "luidt", "ref.nr"});
    for (int skipped = 0; i < p.tokens.size() && skipped < 4; ++i, ++skipped) {
        const Token& t = p.tokens[i];
        const bool word =
            std::ranges::find(words, t.text) != words.end() || t.text == "°" || t.text == "º";
        if (!word && !is_punctuation(t, ":#.")) break;
        if (word || is_punctuation(t, "#:")) explicitly = true;
    }
    return i;
}

bool is_counted(const Passage& p, std::size_t i) {
    if (i + 1 >= p.tokens.size()) return false;
    const Token& next = p.tokens[i + 1];
    return is_unit_word(next.text) || next.kind == TokenKind::code || next.text == "x";
}

namespace {

enum class Label { strong, weak }; // "order" is a verb too, "order no." is not
constexpr auto order_labels = std::to_array<std::pair<Label, std::string_view>>({
    {Label::strong,
     "bestelnr|bestelnummer|bestelling nr|bestelbon|ordernr|ordernummer|order nr|inkoopnr|"
     "inkoopnummer|inkooporder|inkoopordernummer|inkoopordernr|bestellnr|bestell-nr|"
     "bestellnummer|bestellung nr|auftragsnr|auftragsnummer|auftrags-nr|po|p.o|po number|"
     "po no|purchase order|purchase order number|order no|order number|order ref|best.nr|"
     "order reference|订单号|订单编号|采购单号|采购订单|采购单|单号|订单号码|numéro de commande|"
     "notre numéro|número de pedido|n° de commande|bon de "
     "commande|订购单|订货单|采购通知|opdrachtnr|opdrachtnummer|commande n|cde n|pedido n|"
     "pedido nº|ons nummer|onze nummer|ons bestelnummer|ons ordernummer|unsere nummer|"
     "unsere bestellnummer|unsere bestellnr|our number|our order number|our order no"},
    {Label::weak, "bestelling|opdracht|order|bestellung|auftrag|pedido|commande|cde|订单"},
});

std::size_t digit_count(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }));
}

// "order AUB-330, 18 rolls": the code is what is ordered, unless another code follows what is
// counted ("order PM-311, 20 pieces HL30125").
bool is_ordered_itself(const Passage& p, std::size_t i) {
    std::size_t at = i + 1;
    while (at < p.tokens.size() &&
           (is_punctuation(p.tokens[at], ",-*") || p.tokens[at].text == "x"))
        ++at;
    if (at >= p.tokens.size() || p.tokens[at].kind != TokenKind::number ||
        p.tokens[at].use != Use::none)
        return false;
    for (std::size_t words = 0; words < 6 && ++at < p.tokens.size(); ++words) {
        const Token& t = p.tokens[at];
        if (t.kind == TokenKind::code || t.kind == TokenKind::gtin) return false;
        if (t.kind == TokenKind::line_end || is_punctuation(t, ",;.!?")) break;
    }
    return true;
}

bool is_verb_use(const Passage& p, std::size_t i) {
    constexpr auto before = std::to_array<std::string_view>(
        {"to", "please", "we", "i", "graag", "wij", "like", "want", "must", "will", "can"});
    return i > 0 && std::ranges::find(before, p.tokens[i - 1].text) != before.end();
}

bool is_order_number(const Passage& p, std::size_t i, Label label, bool explicitly) {
    const Token& t = p.tokens[i];
    if (t.use != Use::none || is_counted(p, i)) return false;
    if (t.kind == TokenKind::code && label == Label::strong) return true;
    if (t.kind == TokenKind::code)
        return digit_count(t.text) >= 4 || explicitly || !is_ordered_itself(p, i);
    if (t.kind == TokenKind::identifier || t.kind == TokenKind::gtin)
        return digit_count(t.text) >= 4 || explicitly;
    if (t.kind == TokenKind::word) // "ab12" is too short for a code
        return label == Label::strong && explicitly && has_digit(t.text);
    if (t.kind != TokenKind::number || t.text.find_first_of(".,'") != std::string::npos)
        return false;
    const bool month = i + 1 < p.tokens.size() && month_of(p.tokens[i + 1].text) != 0;
    if (label == Label::strong) return t.text.size() >= 2U && !month; // Bestellung Nr. 19
    return t.text.size() >= (explicitly ? 3U : 4U);
}

} // namespace

MaybeField find_order_number(Passage& p) {
    static const Phrases<Label> labels(order_labels);
    for (std::size_t i = 0; i < p.tokens.size(); ++i) {
        Token& t = p.tokens[i];
        if (t.kind == TokenKind::code && t.use == Use::none &&
            starts_with_ignoring_case(t.text, "PO") && digit_count(t.text) >= 4 &&
            (t.text[2] == '-' || (t.text[2] >= '0' && t.text[2] <= '9'))) {
            t.use = Use::header;
            return p.field(i, i + 1, t.text, certainty::labelled);
        }
        const auto match = labels.at(p.tokens, i);
        if (!match || (match->meaning == Label::weak && is_verb_use(p, i))) continue;
        bool explicitly = false;
        const std::size_t at = skip_joints(p, i + match->length, explicitly);
        if (at >= p.tokens.size() || !is_order_number(p, at, match->meaning, explicitly)) continue;
        p.mark(i, at + 1, Use::header);
        return p.field(at, at + 1, p.tokens[at].text, certainty::labelled);
    }
    return std::nullopt;
}

} // namespace besteld::parsers

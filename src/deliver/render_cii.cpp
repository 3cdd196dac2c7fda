// SPDX-License-Identifier: Apache-2.0
// Order-X ORDER_RESPONSE: codes of EANCOM's ORDRSP (domain.md 4.5), for both share UN/EDIFACT 1225
// and 1229.
#include "deliver/render_families.hpp"

#include "base/text.hpp"
#include "deliver/edi_words.hpp"
#include "deliver/prove_xml.hpp"
#include "order/answer_words.hpp"
#include "order/currency.hpp"
#include "order/totals.hpp"
#include "parsers/xml/write_cii.hpp"

namespace besteld {

namespace {

using parsers::CiiOrderResponse;
using parsers::CiiParty;
using parsers::CiiResponseLine;

std::string purpose_of(const Answer& answer) {
    if (answer.kind == AnswerKind::rejection) return "27";
    return deviates(answer) ? "4" : "29";
}

CiiParty party_of(const Answer& answer, PartyRole role, const std::string& gln,
                  const std::string& name) {
    const auto party = party_in(answer, role);
    if (party.id.empty()) return {.scheme = gln.empty() ? "" : "0088", .id = gln, .name = name};
    return {.scheme = party.scheme, .id = party.id, .name = party.name.empty() ? name : party.name};
}

CiiResponseLine line_of(const Answer& answer, const AnswerLine& line) {
    CiiResponseLine to{.order_line = line.buyer_line,
                       .status = std::string(line_action_code(line.answer)),
                       .note = text_with_rest(answer, line),
                       .gtin = line.gtin,
                       .seller_item = line.sku,
                       .buyer_item = line.buyer_item,
                       .name = line.name.empty() ? line.sku : line.name,
                       .substituted = replaced_item(answer, line).value_or(""),
                       .price = line.price,
                       .price_base = line.price_base,
                       .price_unit = line.price_unit.empty() ? line.unit : line.price_unit,
                       .requested = line.ordered_quantity,
                       .requested_unit = line.ordered_unit,
                       .agreed = line.quantity,
                       .unit = line.unit.empty() ? line.ordered_unit : line.unit,
                       .amount = line.amount};
    if (line.answer == LineAnswer::rejected)
        to.agreed = to.amount = Decimal{};
    else if (!line.quantity.is_zero())
        to.delivery = line.promised;
    return to;
}

// A line in parts is one response line for each, all with the buyer's line; the first is the
// changed one, the others are added (domain.md 4.5, SPL). Their amounts are the line's together.
void add_lines(std::vector<CiiResponseLine>& lines, const Answer& answer, const AnswerLine& line) {
    const auto whole = line_of(answer, line);
    if (line.parts.empty()) return lines.push_back(whole);
    Decimal rest = line.amount;
    for (std::size_t i = 0; i < line.parts.size(); ++i) {
        const auto& part = line.parts[i];
        const bool last = i + 1 == line.parts.size();
        lines.push_back(whole);
        auto& to = lines.back();
        if (i > 0) to.status = line_action_code(LineAnswer::added);
        if (i > 0) to.note.clear();
        to.agreed = part.quantity;
        to.delivery = part.date;
        to.amount = last ? rest
                         : in_range(line.amount, part.quantity, line.quantity,
                                    currency_digits(answer.currency))
                               .value_or(Decimal{});
        rest = rest - to.amount;
    }
}

void add_charges(CiiOrderResponse& out, const Answer& answer) {
    out.charges = answer.small_order_fee;
    for (const auto& charge : answer.charges) {
        if (charge.line) continue; // in its line's amount
        auto& sum = charge.is_allowance ? out.allowances : out.charges;
        sum = sum + charge.amount;
    }
    out.net = answer.net;
    out.tax = answer.tax;
    out.gross = answer.gross;
}

} // namespace

Rendered render_cii(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    CiiOrderResponse out{
        .traffic = answer.envelope.test ? CiiOrderResponse::Traffic::test
                                        : CiiOrderResponse::Traffic::production,
        .id = number_of(answer),
        .date = stamp.date,
        .purpose = purpose_of(answer),
        .note = header_text(answer),
        .buyer = party_of(answer, PartyRole::buyer, answer.buyer_id, answer.customer_name),
        .seller = party_of(answer, PartyRole::supplier, seller.gln, seller.name),
        .seller_order = answer.official_no,
        .buyer_order = answer.buyer_order_no,
        .order_change = is_change_answer(answer) ? answer.answered.number : "",
        .currency = answer.currency};
    if (answer.kind != AnswerKind::rejection) {
        for (const auto& line : answer.lines)
            add_lines(out.lines, answer, line);
        add_charges(out, answer);
    }
    for (std::size_t i = 0; i < out.lines.size(); ++i)
        out.lines[i].number = cat(i + 1);
    return parsers::write_cii_order_response(out);
}

Difference prove_cii(std::string_view bytes, const Answer& answer) {
    return prove_with_code(bytes, answer, "purpose code", purpose_of(answer));
}

} // namespace besteld

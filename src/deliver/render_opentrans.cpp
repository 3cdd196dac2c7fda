// SPDX-License-Identifier: Apache-2.0
// ORDERRESPONSE: domain.md 0.12, 3.5 and 4.5, column openTRANS. There is no code: what is confirmed
// stands as value, what is declined as quantity 0, the rest in words.
#include "deliver/render_families.hpp"

#include "base/text.hpp"
#include "deliver/edi_words.hpp"
#include "deliver/prove_lines.hpp"
#include "deliver/prove_xml.hpp"
#include "order/answer_words.hpp"
#include "parsers/xml/write_opentrans.hpp"

namespace besteld {

namespace {

parsers::OpentransParty party_of(const NamedParty& named, const std::string& gln,
                                 const std::string& name) {
    if (named.id.empty()) return {.type = "iln", .id = gln, .name = name};
    return {.type = named.scheme.empty() ? "iln" : named.scheme,
            .id = named.id,
            .name = named.name.empty() ? name : named.name};
}

std::string remarks_of(const Answer& answer, const AnswerLine& line) {
    std::string text = line_text(answer, line);
    const auto add = [&](const std::string& sentence) {
        text += cat(text.empty() ? "" : "; ", sentence);
    };
    if (line.answer == LineAnswer::rejected)
        add(cat("not accepted: ", reason_text(line.reason)));
    else if (line.backorder && !line.backorder->is_zero())
        add(cat(line.backorder->to_string(), " ", line.unit, " follow, date open"));
    else if (line.backorder)
        add("the rest will not be delivered");
    return text;
}

parsers::OpentransItem item_of(const Answer& answer, const AnswerLine& line) {
    const bool rejected = line.answer == LineAnswer::rejected;
    parsers::OpentransItem item{.line = line.buyer_line,
                                .seller_item = line.sku,
                                .buyer_item = line.buyer_item,
                                .gtin = line.gtin,
                                .name = line.name,
                                .quantity = rejected ? Decimal{} : line.quantity,
                                .unit = line.unit.empty() ? line.ordered_unit : line.unit,
                                .remarks = remarks_of(answer, line)};
    if (rejected) return item;
    item.price = line.price;
    item.price_base = line.price_base;
    item.amount = line.amount;
    if (line.parts.empty()) item.date = line.promised;
    for (const auto& part : line.parts)
        item.parts.push_back({part.quantity, part.date});
    return item;
}

} // namespace

Rendered render_opentrans(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    parsers::OpentransResponse out{
        .order_id = answer.buyer_order_no,
        .date = stamp.date,
        .supplier_order_id = number_of(answer),
        .change_sequence = is_change_answer(answer) ? answer.answered.sequence : "",
        .buyer =
            party_of(party_in(answer, PartyRole::buyer), answer.buyer_id, answer.customer_name),
        .supplier = party_of(party_in(answer, PartyRole::supplier), seller.gln, seller.name),
        .currency = answer.currency,
        .remarks = header_text(answer)};
    if (answer.buyer_order_date)
        out.order_date = parse_iso_date(answer.buyer_order_date->substr(0, 10));
    for (const auto& line : answer.lines) {
        if (!line.price_unit.empty() && line.price_unit != line.unit)
            return std::unexpected(cat("line ", line.buyer_line,
                                       ": openTRANS cannot say a price "
                                       "per ",
                                       line.price_unit));
        out.items.push_back(item_of(answer, line));
    }
    if (out.items.empty())
        return std::unexpected("an ORDERRESPONSE needs the order's lines, and there are none");
    if (answer.kind != AnswerKind::rejection) out.total = answer.net;
    return parsers::write_opentrans_response(out);
}

Difference prove_opentrans(std::string_view bytes, const Answer& answer) {
    const auto back = read_back_xml(bytes);
    if (!back) return back.error();
    const auto& read = *back;
    if (auto difference = prove_references(read, answer)) return difference;
    return prove_lines(read, answer,
                       {.backorder = Sayable::Rest::left_out, .dropped = Sayable::Rest::left_out});
}

} // namespace besteld

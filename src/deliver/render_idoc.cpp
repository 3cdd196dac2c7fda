// SPDX-License-Identifier: Apache-2.0
// ORDRSP as IDoc: domain.md 2.4 and 4.5, column IDoc. 004 not changed, 002 changed with its new
// values, 003 cancelled; what comes when stands in E1EDP20.
#include "deliver/render_families.hpp"

#include "base/text.hpp"
#include "deliver/edi_words.hpp"
#include "deliver/prove_lines.hpp"
#include "order/answer_words.hpp"
#include "order/currency.hpp"
#include "parsers/idoc/read_idoc.hpp"
#include "parsers/idoc/write_idoc.hpp"
#include "parsers/xml/read_xml.hpp"

namespace besteld {

namespace {

using parsers::IdocAnswer;
using parsers::IdocAnswerLine;

bool is_xml(const Answer& answer) {
    if (answer.edi_profile.find("xml") != std::string::npos) return true;
    return answer.edi_profile.find("flat") == std::string::npos &&
           answer.answered.format == "idoc-xml";
}

std::string unit_text(const AnswerLine& line, const std::string& unit) {
    return unit == line.ordered_unit && !line.ordered_unit_text.empty() ? line.ordered_unit_text
                                                                        : parsers::idoc_unit(unit);
}

IdocAnswerLine line_of(const Answer& answer, const AnswerLine& line) {
    const bool rejected = line.answer == LineAnswer::rejected;
    IdocAnswerLine to{.line = line.buyer_line,
                      .action = rejected                              ? "003"
                                : line.answer == LineAnswer::accepted ? "004"
                                                                      : "002",
                      .quantity = rejected ? line.ordered_quantity : line.quantity,
                      .unit = rejected ? unit_text(line, line.ordered_unit)
                                       : unit_text(line, line.unit),
                      .buyer_item = line.buyer_item,
                      .seller_item = line.sku,
                      .gtin = line.gtin,
                      .name = line.name,
                      .text = text_with_rest(answer, line)};
    if (rejected) {
        to.rejection = reason_text(line.reason);
        return to;
    }
    to.price = line.price;
    to.price_base = line.price_base;
    to.price_unit = line.price_unit.empty() ? to.unit : unit_text(line, line.price_unit);
    to.amount = line.amount;
    for (const auto& part : parts_of(line))
        to.parts.push_back({part.quantity, part.date});
    return to;
}

} // namespace

Rendered render_idoc(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    const auto buyer = party_in(answer, PartyRole::buyer);
    const auto us = party_in(answer, PartyRole::supplier);
    const auto& envelope = answer.envelope;
    IdocAnswer out{.form = is_xml(answer) ? IdocAnswer::Form::xml : IdocAnswer::Form::flat,
                   .number = stamp.reference,
                   .date = stamp.date,
                   .time = stamp.time,
                   .sender = envelope.receiver,
                   .receiver = envelope.sender.empty() ? answer.recipient : envelope.sender,
                   .purpose = envelope.test ? IdocAnswer::Purpose::test : IdocAnswer::Purpose::real,
                   .currency = answer.currency,
                   .order_number = answer.buyer_order_no,
                   .our_number = number_of(answer),
                   .buyer = buyer.id.empty() ? answer.buyer_id : buyer.id,
                   .supplier = us.id.empty() ? seller.gln : us.id,
                   .text = header_text(answer)};
    if (answer.buyer_order_date)
        out.order_date = parse_iso_date(answer.buyer_order_date->substr(0, 10));
    for (const auto& line : answer.lines)
        out.lines.push_back(line_of(answer, line));
    if (out.lines.empty()) return std::unexpected("an ORDRSP needs the order's items");
    if (answer.kind != AnswerKind::rejection) out.net = answer.net;
    return parsers::write_idoc_answer(out);
}

Difference prove_idoc(std::string_view bytes, const Answer& answer) {
    const auto parsed =
        is_xml(answer) ? parsers::read_xml(bytes, 0) : parsers::read_idoc_flat(bytes, 0);
    if (parsed.documents.size() != 1 || !parsed.problems.empty()) return "it cannot be read back";
    const auto& read = parsed.documents.front();
    for (const auto& problem : read.problems)
        if (problem.severity == Severity::error)
            return cat("it cannot be read back: ", problem.text);
    if (read.message_type != "ORDRSP") return cat("it reads as ", read.message_type);
    if (auto difference = prove_references(read, answer)) return difference;
    return prove_lines(read, answer,
                       {.backorder = Sayable::Rest::left_out, .dropped = Sayable::Rest::left_out});
}

} // namespace besteld

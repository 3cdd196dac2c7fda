// SPDX-License-Identifier: Apache-2.0
// ConfirmationRequest, StatusUpdateRequest, and Response where a partner takes it as a file:
// domain.md 0.11, 3.5, 4.5, columns cXML.
#include "deliver/render_cxml.hpp"
#include "deliver/render_families.hpp"

#include "base/text.hpp"
#include "deliver/edi_words.hpp"
#include "deliver/prove_lines.hpp"
#include "deliver/prove_xml.hpp"
#include "order/answer_words.hpp"
#include "parsers/xml/write_cxml.hpp"

#include <algorithm>

namespace besteld {

namespace {

using parsers::CxmlConfirmationItem;
using parsers::CxmlEnvelope;
using parsers::CxmlStatus;

// accept and reject stand for the whole order and have no items; except names every line.
std::string confirmation_type(const Answer& answer) {
    if (answer.kind == AnswerKind::rejection) return "reject";
    return deviates(answer) ? "except" : "accept";
}

// payloadID: unique for ever, by convention time, number and host.
CxmlEnvelope envelope_of(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    const auto buyer = party_in(answer, PartyRole::buyer);
    const auto us = party_in(answer, PartyRole::supplier);
    const std::string mail = seller.mail_addresses.empty() ? "" : seller.mail_addresses.front();
    const auto at = mail.find('@');
    const std::string host = at == std::string::npos ? "besteld" : mail.substr(at + 1);
    return {.payload_id = cat(replace_all(to_iso(stamp.date), "-", ""), stamp.time, ".",
                              stamp.reference, "@", host),
            .timestamp = timestamp(stamp.date, stamp.time, seller.zone),
            .language = answer.language.empty() ? "en" : answer.language,
            .from = {us.scheme.empty() ? "GLN" : us.scheme, us.id.empty() ? seller.gln : us.id},
            .to = {buyer.scheme.empty() ? "NetworkID" : buyer.scheme,
                   buyer.id.empty() ? answer.envelope.sender : buyer.id},
            .deployment = answer.envelope.test ? CxmlEnvelope::Deployment::test
                                               : CxmlEnvelope::Deployment::production};
}

std::string unit_text(const AnswerLine& line, const std::string& unit) {
    return unit == line.ordered_unit && !line.ordered_unit_text.empty() ? line.ordered_unit_text
                                                                        : unit;
}

// What a confirmation can say of a line: more than was ordered it cannot, unless in another unit
// (domain.md 4.5). The rest of the truth stands in the comments and in the mail.
AnswerLine sayable(const AnswerLine& line) {
    AnswerLine said = line;
    if (line.unit == line.ordered_unit && line.parts.empty() &&
        line.quantity > line.ordered_quantity)
        said.quantity = line.ordered_quantity;
    return said;
}

// detail needs a new price, item or date (domain.md 0.11); a shortage alone is accept.
std::string_view part_type(const Answer& answer, const AnswerLine& line, const AnswerPart& part) {
    const bool price_or_item = deviation_of(answer, line, "price") || replaced_item(answer, line) ||
                               line.unit != line.ordered_unit;
    if (price_or_item || deviation_of(answer, line, "date")) return "detail";
    const bool later = !line.parts.empty() && &part != &line.parts.front();
    return later ? "detail" : "accept";
}

std::expected<CxmlStatus, std::string> status_of(const Answer& answer, const AnswerLine& line,
                                                 const AnswerPart& part, const Seller& seller) {
    CxmlStatus status{.type = std::string(part_type(answer, line, part)),
                      .quantity = part.quantity,
                      .unit = unit_text(line, line.unit)};
    if (part.date) status.delivery = timestamp(*part.date, "1200", seller.zone);
    const bool other_price = deviation_of(answer, line, "price");
    const bool other_unit = line.unit != line.ordered_unit;
    const auto price = price_per_one(line);
    if ((other_price || other_unit || replaced_item(answer, line)) && !price)
        return std::unexpected(cat("line ", line.buyer_line, ": cXML cannot say a price of ",
                                   line.price.to_string(), " per ", line.price_base.to_string(),
                                   " ", line.price_unit));
    if (other_price) status.price = price;
    if (replaced_item(answer, line) || other_unit)
        status.item = {.quantity = part.quantity,
                       .unit = unit_text(line, line.unit),
                       .seller_item = line.sku,
                       .buyer_item = line.buyer_item,
                       .name = line.name,
                       .price = price};
    if (other_unit) { // counted in the ordered unit outside, in the new one inside ItemIn
        status.quantity = line.ordered_quantity;
        status.unit = unit_text(line, line.ordered_unit);
    }
    return status;
}

std::expected<CxmlConfirmationItem, std::string>
item_of(const Answer& answer, const AnswerLine& ordered, const Seller& seller) {
    const AnswerLine line = sayable(ordered);
    const std::string unit = unit_text(line, line.ordered_unit);
    CxmlConfirmationItem item{
        .line = line.buyer_line, .quantity = line.ordered_quantity, .unit = unit};
    Decimal sum;
    const auto add = [&](CxmlStatus status) {
        sum = sum + status.quantity;
        item.parts.push_back(std::move(status));
    };
    const AnswerPart whole{.quantity = line.quantity, .date = line.promised};
    const bool split = !line.parts.empty();
    if (line.answer != LineAnswer::rejected && (split || !line.quantity.is_zero()))
        for (std::size_t i = 0; i < std::max<std::size_t>(1, line.parts.size()); ++i) {
            auto status = status_of(answer, line, split ? line.parts[i] : whole, seller);
            if (!status) return std::unexpected(status.error());
            add(std::move(*status));
        }
    const bool later = line.answer != LineAnswer::rejected && line.backorder;
    if (later && !line.backorder->is_zero())
        add({.type = "backordered", .quantity = *line.backorder, .unit = unit});
    if (const auto rest = dropped_quantity(line); !rest.is_zero())
        add({.type = "reject", .quantity = rest, .unit = unit});
    if (!item.parts.empty()) item.parts.front().comments = line_text(answer, line);
    if (sum != line.ordered_quantity)
        return std::unexpected(cat("line ", line.buyer_line,
                                   ": cXML confirms exactly what was "
                                   "ordered, ",
                                   line.ordered_quantity.to_string(), ", not ", sum.to_string()));
    return item;
}

Rendered response(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    const bool refused = answer.document_function == "4" ||
                         std::ranges::any_of(answer.received, [](const ReceivedMessage& message) {
                             return std::ranges::any_of(message.problems, [](const Problem& p) {
                                 return p.severity == Severity::error;
                             });
                         });
    return parsers::write_cxml_response({.envelope = envelope_of(answer, seller, stamp),
                                         .code = refused ? "400" : "200",
                                         .text = refused ? "Bad Request" : "OK"});
}

// In words, beside the code: number, and what became of the document.
std::string status_words(const Answer& answer) {
    const bool done = answer.document_function == "200";
    const std::string number = number_of(answer);
    if (done) return cat(number, ": answered, ", answer.clerk_text);
    return cat(number, answer.clerk_text == name_of(AnswerKind::question)
                           ? ": held, a question went by mail"
                           : ": received, being checked");
}

Rendered status_update(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    if (answer.envelope.interchange_ref.empty())
        return std::unexpected("the order has no payloadID to refer to");
    return parsers::write_cxml_status_update(
        {.envelope = envelope_of(answer, seller, stamp),
         .document = answer.envelope.interchange_ref,
         .code = answer.document_function,
         .text = answer.document_function == "200" ? "OK" : "Accepted",
         .message = status_words(answer)});
}

Difference prove_status_update(const OrderDraft& read, const Answer& answer) {
    if (read.message_type != "StatusUpdateRequest") return "it reads as no StatusUpdateRequest";
    const auto refers = [&](const Reference& r) {
        return r.type == "order" && r.value.value == answer.envelope.interchange_ref;
    };
    if (std::ranges::none_of(read.references, refers))
        return cat("it does not refer to document ", answer.envelope.interchange_ref);
    if (!read.response_code || read.response_code->value != answer.document_function)
        return cat("its status is not ", answer.document_function);
    const auto said = status_words(answer);
    if (std::ranges::none_of(read.notes, [&](const Field& n) { return n.value == said; }))
        return cat("it does not say ", said);
    return std::nullopt;
}

} // namespace

CxmlEnvelope cxml_envelope(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    return envelope_of(answer, seller, stamp);
}

Rendered render_cxml(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    if (answer.kind == AnswerKind::contrl) return response(answer, seller, stamp);
    if (answer.kind == AnswerKind::receipt) return status_update(answer, seller, stamp);
    parsers::CxmlConfirmation out{.envelope = envelope_of(answer, seller, stamp),
                                  .confirm_id = number_of(answer),
                                  .type = confirmation_type(answer),
                                  .currency = answer.currency,
                                  .comments = header_text(answer),
                                  .order_id = answer.buyer_order_no,
                                  .order_date = answer.buyer_order_date.value_or("").substr(0, 10),
                                  .order_payload_id = answer.envelope.interchange_ref};
    if (out.type == "except")
        for (const auto& line : answer.lines) {
            auto item = item_of(answer, line, seller);
            if (!item) return std::unexpected(item.error());
            out.items.push_back(std::move(*item));
        }
    return parsers::write_cxml_confirmation(out);
}

Difference prove_cxml(std::string_view bytes, const Answer& answer) {
    const auto back = read_back_xml(bytes);
    if (!back) return back.error();
    const auto& read = *back;
    if (answer.kind == AnswerKind::contrl)
        return read.response_code ? Difference{} : "it reads as no Response";
    if (answer.kind == AnswerKind::receipt) return prove_status_update(read, answer);
    if (auto difference = prove_references(read, answer)) return difference;
    const std::string type = confirmation_type(answer);
    if (!read.response_code || read.response_code->value != type)
        return cat("its type is not ", type);
    if (type != "except")
        return read.lines.empty() ? Difference{} : cat(type, " must have no items");
    Answer said = answer;
    for (auto& line : said.lines)
        line = sayable(line);
    return prove_lines(read, said, {.values = Sayable::Values::when_changed});
}

} // namespace besteld

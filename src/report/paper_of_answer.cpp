// SPDX-License-Identifier: Apache-2.0
#include "report/paper_of_answer.hpp"

#include "report/paper_of_house.hpp"

#include "base/text.hpp"
#include "order/answer_words.hpp"
#include "order/format_values.hpp"

#include <algorithm>

namespace besteld {

namespace {

// What ends an order, or leaves it as it was, is said by its mail alone: it is neither the
// confirmation nor the rejection of an order.
std::optional<PaperKind> kind_of(const Answer& answer) {
    const DocumentClass about = answer.answered.document_class;
    if (about == DocumentClass::order_cancellation) return std::nullopt;
    switch (answer.kind) {
    case AnswerKind::confirmation:
        return PaperKind::confirmation;
    case AnswerKind::proposal:
        return PaperKind::proposal;
    case AnswerKind::question:
        return PaperKind::question;
    case AnswerKind::rejection:
        if (about == DocumentClass::order_change || !answer.official_no.empty())
            return std::nullopt;
        return PaperKind::rejection;
    case AnswerKind::despatch:
        return answer.despatch ? std::optional(PaperKind::delivery_note) : std::nullopt;
    case AnswerKind::complaint_receipt:
        return answer.complaint ? std::optional(PaperKind::complaint_receipt) : std::nullopt;
    case AnswerKind::outbound_slip:
        return answer.house ? std::optional(PaperKind::outbound_slip) : std::nullopt;
    case AnswerKind::invoice_request:
        return answer.house ? std::optional(PaperKind::invoice_request) : std::nullopt;
    case AnswerKind::receipt:
    case AnswerKind::repeat_of_answer:
    case AnswerKind::contrl:
    case AnswerKind::status:
    case AnswerKind::complaint_notice:
    case AnswerKind::complaint_reminder:
    case AnswerKind::proof_reminder:
        return std::nullopt;
    }
    return std::nullopt;
}

bool has_lines(AnswerKind kind) {
    return kind == AnswerKind::confirmation || kind == AnswerKind::proposal;
}

// "DC Zwolle, Havenweg 1, 8011 AA Zwolle, NL": the name and the address, as answers print it.
PaperParty party_of(const std::string& printed) {
    PaperParty party;
    for (const auto piece : split(printed, ',')) {
        const std::string line = one_line(piece);
        if (line.empty()) continue;
        if (party.name.empty())
            party.name = line;
        else
            party.address.push_back(line);
    }
    return party;
}

std::string line_words(const Answer& answer, std::uint32_t index, const Words& words) {
    return cat(words.at("line"), " ", buyer_line_of(answer, index), words.at("line_after"));
}

PaperDeviation deviation_of(const Deviation& deviation, const Answer& answer, const Words& words) {
    const std::string field = words.at_or(cat("field.", deviation.field), "field.terms");
    const bool costs = deviation.money && !deviation.money->is_zero();
    return {.about = deviation.line ? cat(line_words(answer, *deviation.line, words), ", ", field)
                                    : field,
            .ordered = format_deviation_value(deviation.ordered, deviation, answer, words),
            .confirmed = format_deviation_value(deviation.confirmed, deviation, answer, words),
            .reason = cat(reason_words(deviation.reason, words),
                          deviation.preagreed ? cat(" (", words.at("preagreed"), ")") : ""),
            .agreement = agreement_of(deviation.clause),
            .difference =
                costs ? format_money(deviation.money->abs(), answer.currency, words.language())
                      : std::string()};
}

PaperQuestion question_of(const Question& question, const Answer& answer, const Words& words) {
    PaperQuestion asked{.text = question_words(question, words),
                        .quote = one_line(question.quote),
                        .ordered = value_for_customer(question.ordered, words),
                        .agreed = value_for_customer(question.agreed, words)};
    if (question.line) asked.about = buyer_line_of(answer, *question.line);
    for (const auto& choice : question.choices)
        if (auto said = value_for_customer(choice, words); !said.empty())
            asked.choices.push_back(std::move(said));
    return asked;
}

// What becomes of what is not confirmed, and what its amount holds besides quantity × price.
std::string note_of(const AnswerLine& line, const Answer& answer, const Words& words) {
    std::vector<std::string> notes;
    if (line.answer == LineAnswer::rejected)
        notes.push_back(cat(words.at("rejected_line"), ": ", reason_words(line.reason, words)));
    else if (line.backorder && line.backorder->is_zero())
        notes.push_back(words.at("rest_dropped"));
    else if (line.backorder)
        notes.push_back(
            cat(format_quantity(*line.backorder, line.unit, words), ": ", words.at("rest_later")));
    for (const auto& charge : answer.charges)
        if (charge.line == line.index && !charge.is_allowance)
            notes.push_back(cat(words.at_or(cat("charge.", charge.code), "field.surcharge"), ": ",
                                format_money(charge.amount, answer.currency, words.language())));
    return join(notes, "; ");
}

PaperLine line_of(const AnswerLine& line, const Answer& answer, const Words& words) {
    const bool taken = line.answer != LineAnswer::rejected;
    PaperLine out{.position = line.buyer_line,
                  .item = line.sku,
                  .buyer_item = line.buyer_item,
                  .gtin = line.gtin,
                  .name = line.name,
                  .unit = line.unit,
                  .ordered = line.ordered_quantity,
                  .ordered_unit = line.ordered_unit,
                  .quantity = taken ? line.quantity : Decimal{},
                  .note = note_of(line, answer, words)};
    if (!taken) return out;
    out.price = line.price;
    out.price_base = line.price_base;
    out.price_unit = line.price_unit;
    out.amount = line.amount;
    for (const auto& charge : answer.charges)
        if (charge.line == line.index && charge.is_allowance)
            out.discount = out.discount.value_or(Decimal{}) - charge.amount;
    for (const auto& part : line.parts)
        out.parts.push_back({part.quantity, part.date});
    if (line.parts.empty()) out.parts = {{line.quantity, line.promised}};
    return out;
}

PaperTotals totals_of(const Answer& answer, const Words& words) {
    PaperTotals totals{
        .net = answer.net, .taxes = {{answer.tax_percent, answer.tax}}, .gross = answer.gross};
    for (const auto& charge : answer.charges)
        if (!charge.line) // the others are in their line's amount
            totals.charges.push_back({charge_name(charge, answer, words),
                                      charge.is_allowance ? -charge.amount : charge.amount});
    if (!answer.small_order_fee.is_zero())
        totals.charges.push_back({words.at("fee"), answer.small_order_fee});
    return totals;
}

PaperParty party_of(const DespatchAddress& to) {
    PaperParty party{.name = one_line(to.name)};
    for (const auto& line :
         {to.street, cat(to.postcode, to.postcode.empty() ? "" : " ", to.city), to.country})
        if (auto words = one_line(line); !words.empty()) party.address.push_back(std::move(words));
    return party;
}

// Each batch a row; what was ordered and what is to come stand with a line's first.
void add_goods(Paper& paper, const DespatchLine& line) {
    for (const auto& batch : line.batches) {
        PaperLine row{.position = line.buyer_line,
                      .item = line.sku,
                      .buyer_item = line.buyer_item,
                      .gtin = line.gtin,
                      .name = line.name,
                      .batch = batch.batch,
                      .unit = line.unit,
                      .ordered_unit = line.ordered_unit,
                      .quantity = batch.quantity};
        if (&batch == &line.batches.front()) {
            row.ordered = line.ordered;
            row.still_to_come = line.open;
        }
        paper.lines.push_back(std::move(row));
    }
}

// D5: no prices, for it goes with the goods.
void fill_delivery(Paper& paper, const DespatchSlip& slip) {
    paper.number = slip.number;
    if (!slip.ship_to.name.empty() || !slip.ship_to.street.empty())
        paper.ship_to = party_of(slip.ship_to);
    paper.goods_date = slip.day;
    paper.carrier = slip.carrier;
    paper.track_number = slip.track_no;
    if (slip.packages > 0) paper.packages = static_cast<int>(slip.packages);
    for (const auto& line : slip.lines)
        add_goods(paper, line);
}

// D9: what was registered, in the customer's own sentences; whose fault it is, it does not say.
void fill_complaint(Paper& paper, const ComplaintSlip& slip) {
    paper.number = slip.number;
    paper.order_no = slip.official_no;
    paper.handled_by = slip.handler;
    paper.answer_by = slip.due;
    std::vector<std::string> said;
    for (const auto& sentence : slip.said)
        said.push_back(one_line(sentence));
    paper.subject = join(said, " ");
    for (const auto& item : slip.items) {
        PaperLine line{.item = item.sku, .name = item.name, .unit = item.unit};
        if (!item.quantity.is_zero()) line.quantity = item.quantity;
        paper.lines.push_back(std::move(line));
    }
}

} // namespace

std::optional<Paper> paper_of(const Answer& answer, const PaperSeller& seller, const Words& words,
                              Date issued, Print print) {
    const auto kind = kind_of(answer);
    if (!kind) return std::nullopt;
    Paper paper{.kind = *kind,
                .language = words.language(),
                .number = has_lines(answer.kind) ? number_of(answer) : answer.case_no,
                .issued = issued,
                .print = print,
                .seller = seller,
                .customer = {.name = answer.customer_name,
                             .number = answer.customer_no,
                             .mail = answer.recipient},
                .ship_to = party_of(answer.ship_to),
                .order_no = answer.official_no.empty() ? std::string() : number_of(answer),
                .case_no = answer.case_no,
                .buyer_order_no = answer.buyer_order_no,
                .answer_by = answer.answer_by,
                .silence_consents = answer.silence_consents,
                .delivery_terms = answer.delivery_terms,
                .payment_terms = answer.payment_terms,
                .currency = answer.currency,
                .remark = answer.clerk_text};
    if (answer.buyer_order_date)
        paper.buyer_order_date = parse_iso_date(answer.buyer_order_date->substr(0, 10));
    if (answer.revision > 1 && has_lines(answer.kind) && !answer.official_no.empty())
        paper.previous = answer.revision == 2 ? answer.official_no
                                              : cat(answer.official_no, "/", answer.revision - 1);
    if (answer.despatch) fill_delivery(paper, *answer.despatch);
    if (answer.complaint) fill_complaint(paper, *answer.complaint);
    if (answer.house) fill_house(paper, answer, words);
    if (answer.kind == AnswerKind::invoice_request && !answer.currency.empty())
        paper.totals = totals_of(answer, words);
    if (answer.kind == AnswerKind::rejection) paper.reason = reason_words(answer.reason, words);
    for (const auto& question : answer.questions)
        if (answer.kind == AnswerKind::question)
            paper.questions.push_back(question_of(question, answer, words));
    if (!has_lines(answer.kind)) return paper;
    for (const auto& deviation : answer.deviations)
        paper.deviations.push_back(deviation_of(deviation, answer, words));
    for (const auto& line : answer.lines)
        paper.lines.push_back(line_of(line, answer, words));
    paper.totals = totals_of(answer, words);
    return paper;
}

} // namespace besteld

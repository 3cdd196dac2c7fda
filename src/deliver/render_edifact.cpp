// SPDX-License-Identifier: Apache-2.0
#include "deliver/render_families.hpp"

#include "base/text.hpp"
#include "deliver/edi_words.hpp"
#include "deliver/render_edifact.hpp"
#include "deliver/render_status.hpp"
#include "order/answer_words.hpp"
#include "order/currency.hpp"
#include "order/receipts.hpp"
#include "parsers/edifact/codes.hpp"
#include "parsers/edifact/write_edifact.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

using parsers::ContrlAction;
using parsers::EancomRelease;
using parsers::EdifactDialect;
using parsers::OrdrspLine;

EancomRelease release_of(const Answer& answer) {
    const std::string& profile = answer.edi_profile;
    const bool newer =
        profile.find("2002") != std::string::npos || profile.find("01b") != std::string::npos;
    return newer ? EancomRelease::d01b : EancomRelease::d96a;
}

// "un-d96a", "edifact": UN/EDIFACT without EANCOM's rules
EdifactDialect dialect_of(const Answer& answer) {
    const bool un =
        answer.edi_profile.starts_with("un-") || answer.edi_profile.starts_with("edifact");
    return un ? EdifactDialect::un : EdifactDialect::eancom;
}

// Back the way the order came; a partner without an envelope of his own gets the id on file.
parsers::InterchangeHead head_of(const Answer& answer, const Seller& seller,
                                 const EdiStamp& stamp) {
    const auto from =
        edi_address(answer.envelope.receiver.empty() ? seller.gln : answer.envelope.receiver, "14");
    const auto to = edi_address(
        answer.envelope.sender.empty() ? answer.recipient : answer.envelope.sender, "14");
    return {.sender = from.id,
            .sender_qualifier = from.qualifier,
            .receiver = to.id,
            .receiver_qualifier = to.qualifier,
            .reference = stamp.reference,
            .date = stamp.date,
            .time = stamp.time,
            .purpose = answer.envelope.test ? parsers::InterchangeHead::Purpose::test
                                            : parsers::InterchangeHead::Purpose::real};
}

// DE 0085 of what the reader found.
std::string syntax_code(const Problem& problem) {
    const auto code = edifact_syntax_code(problem.code);
    return code.empty() ? "12" : std::string(code);
}

// UCM of a message that is refused, with UCS and UCD for every fault whose place is known.
parsers::ContrlMessage refused_message(const ReceivedMessage& message) {
    const auto dot = std::min(message.version.find('.'), message.version.size());
    parsers::ContrlMessage out{
        .reference = message.reference,
        .type = {message.message_type, message.version.substr(0, dot),
                 dot < message.version.size() ? message.version.substr(dot + 1) : "", "UN",
                 message.profile},
        .action = ContrlAction::rejected};
    for (const auto& problem : message.problems) {
        if (!refuses_message(problem)) continue;
        const std::string code = syntax_code(problem);
        const auto place = fault_place(problem);
        if (place.segment == 0) {
            if (out.code.empty()) out.code = code;
            continue;
        }
        out.faults.push_back({.segment = place.segment,
                              .code = code,
                              .element = place.element,
                              .component = place.component});
    }
    return out;
}

std::string contrl(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    const auto sender = edi_address(answer.envelope.sender, "14");
    const auto receiver = edi_address(answer.envelope.receiver, "14");
    const bool rejected = answer.document_function == "4";
    const bool received = answer.document_function == "8";
    parsers::ContrlAnswer out{.release = release_of(answer),
                              .dialect = dialect_of(answer),
                              .head = head_of(answer, seller, stamp),
                              .interchange_reference = answer.envelope.interchange_ref,
                              .interchange_sender = sender.id,
                              .interchange_sender_qualifier = sender.qualifier,
                              .interchange_receiver = receiver.id,
                              .interchange_receiver_qualifier = receiver.qualifier};
    out.action = rejected   ? ContrlAction::rejected
                 : received ? ContrlAction::received
                            : ContrlAction::acknowledged;
    if (rejected) out.code = answer.problems.empty() ? "12" : syntax_code(answer.problems.front());
    if (!rejected)
        for (const auto& message : answer.received)
            if (std::ranges::any_of(message.problems, refuses_message))
                out.messages.push_back(refused_message(message));
    return parsers::write_contrl(out);
}

// DE 4295; empty where the code list of the release has none that says it.
std::string variance_reason(std::string_view reason, EancomRelease release) {
    const bool newer = release == EancomRelease::d01b;
    if (reason == "R-STOCK") return "AV";
    if (reason == "R-DISC") return "AS";
    if (reason == "R-ASSORT") return "AR";
    if (reason == "R-PACK") return "PQ";
    if (reason == "R-EXH") return newer ? "WU" : "QO";
    if (reason == "R-QTY" || reason == "R-MOQ") return "QO";
    return "";
}

// DE 4221
std::string discrepancy(const AnswerLine& line, EancomRelease release) {
    if (line.answer == LineAnswer::rejected) return "AB";
    if (line.backorder) return line.backorder->is_zero() ? "CP" : "BP";
    if (line.reason == "R-PACK" && release == EancomRelease::d01b)
        return line.quantity > line.ordered_quantity ? "AH" : "UT";
    return "";
}

void add_variance(OrdrspLine& to, const AnswerLine& line, EancomRelease release) {
    if (line.quantity == line.ordered_quantity || line.unit != line.ordered_unit) return;
    const auto reason = variance_reason(line.reason, release);
    if (reason.empty()) return; // said by FTX
    to.variance = parsers::QuantityVariance{.difference = line.quantity - line.ordered_quantity,
                                            .discrepancy = discrepancy(line, release),
                                            .reason = reason};
}

OrdrspLine line_of(const Answer& answer, const AnswerLine& line, EancomRelease release) {
    const bool un = dialect_of(answer) == EdifactDialect::un;
    OrdrspLine to{.action = un && line.answer == LineAnswer::changed
                                ? "6" // accepted with amendment
                                : std::string(line_action_code(line.answer)),
                  .order_line = line.buyer_line,
                  .gtin = line.gtin,
                  .seller_item = line.sku,
                  .buyer_item = line.buyer_item,
                  .ordered = line.ordered_quantity,
                  .text = line_text(answer, line)};
    // Without a unit a quantity counts what the GTIN names (domain.md 0.7); another unit must be
    // said.
    if (const auto old = replaced_item(answer, line)) {
        to.seller_item = *old;
        to.substitute = line.sku;
        to.gtin.clear(); // it names the new item
    }
    if (to.gtin.empty() || line.unit != line.ordered_unit)
        to.unit = parsers::edifact::measure_unit(line.unit);
    add_variance(to, line, release);
    if (line.answer == LineAnswer::rejected) return to;
    to.confirmed = line.quantity;
    to.promised = line.promised;
    if (line.backorder && !line.backorder->is_zero()) to.backordered = line.backorder;
    to.price = line.price;
    if (line.price_base != Decimal{1}) to.price_base = line.price_base;
    if (!line.price_unit.empty()) to.price_unit = parsers::edifact::measure_unit(line.price_unit);
    to.amount = line.amount;
    return to;
}

// A line in parts is the changed line with its first part, and one added line for each other part.
void add_line(std::vector<OrdrspLine>& lines, const Answer& answer, const AnswerLine& line,
              EancomRelease release) {
    auto first = line_of(answer, line, release);
    if (line.parts.empty()) {
        lines.push_back(std::move(first));
        return;
    }
    first.amount.reset(); // of the whole line
    for (std::size_t i = 0; i < line.parts.size(); ++i) {
        OrdrspLine part = first;
        part.confirmed = line.parts[i].quantity;
        part.promised = line.parts[i].date;
        if (i > 0) {
            part.action = line_action_code(LineAnswer::added);
            part.ordered.reset();
            part.text.clear();
        }
        lines.push_back(std::move(part));
    }
}

std::string ordrsp(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    const auto release = release_of(answer);
    parsers::OrdrspAnswer out{.release = release,
                              .dialect = dialect_of(answer),
                              .head = head_of(answer, seller, stamp),
                              .document_number = number_of(answer),
                              .function = ordrsp_function(answer),
                              .date = stamp.date,
                              .order_number = answer.buyer_order_no,
                              .our_number = answer.official_no,
                              .change_number =
                                  is_change_answer(answer) ? answer.answered.number : "",
                              .buyer = answer.buyer_id,
                              .supplier = seller.gln,
                              .currency = answer.currency,
                              .text = header_text(answer),
                              .amount_digits = currency_digits(answer.currency)};
    if (answer.buyer_order_date)
        out.order_date = parse_iso_date(answer.buyer_order_date->substr(0, 10));
    if (answer.kind == AnswerKind::rejection) return parsers::write_ordrsp(out);
    out.promised = one_date_for_all(answer);
    // Nothing differs and one day holds for all: no line is needed (domain.md 4.5).
    const bool plain = (out.function == "29" || out.function == "28") && out.promised;
    if (!plain)
        for (const auto& line : answer.lines)
            add_line(out.lines, answer, line, release);
    for (std::size_t i = 0; i < out.lines.size(); ++i)
        out.lines[i].number = cat(i + 1);
    out.net_total = answer.net;
    out.tax_total = answer.tax;
    out.gross_total = answer.gross;
    return parsers::write_ordrsp(out);
}

std::string aperak(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    return parsers::write_aperak({.release = release_of(answer),
                                  .dialect = dialect_of(answer),
                                  .head = head_of(answer, seller, stamp),
                                  .document_number = number_of(answer),
                                  .date = stamp.date,
                                  .order_number = answer.buyer_order_no,
                                  .message_number = answer.envelope.message_ref,
                                  .buyer = answer.buyer_id,
                                  .supplier = seller.gln,
                                  .error = answer.reason.empty() ? "R-INC" : answer.reason,
                                  .text = header_text(answer)});
}

// Of the message as such, whatever becomes of the order in it: 6 taken, 27 refused.
std::string aperak_receipt(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    const bool refused = answer.document_function == "27";
    return parsers::write_aperak(
        {.release = release_of(answer),
         .dialect = dialect_of(answer),
         .head = head_of(answer, seller, stamp),
         .document_number = number_of(answer),
         .function = answer.document_function,
         .date = stamp.date,
         .order_number = answer.buyer_order_no,
         .message_number = answer.envelope.message_ref,
         .buyer = answer.buyer_id,
         .supplier = seller.gln,
         .error = refused ? "R-SYN" : "",
         .text = refused && !answer.problems.empty() ? answer.problems.front().text : ""});
}

} // namespace

EancomRelease edifact_release(const Answer& answer) {
    return release_of(answer);
}
EdifactDialect edifact_dialect(const Answer& answer) {
    return dialect_of(answer);
}
parsers::InterchangeHead edifact_head(const Answer& answer, const Seller& seller,
                                      const EdiStamp& stamp) {
    return head_of(answer, seller, stamp);
}

std::string ordrsp_function(const Answer& answer) {
    if (answer.kind == AnswerKind::rejection) return "27";
    if (!deviates(answer)) return "29";
    if (dialect_of(answer) == EdifactDialect::eancom) return "4";
    const bool lines_differ = std::ranges::any_of(
        answer.lines, [](const AnswerLine& line) { return line.answer != LineAnswer::accepted; });
    return lines_differ ? "30" : "28"; // with amendment in the detail section, in the heading
}

// APERAK in place of ORDRSP 27: what was refused is the message, not an order in it (domain.md 4.4,
// R-DUP, R-CUST, R-AUTH), or it has no number that an ORDRSP could refer to.
bool is_application_error(const Answer& answer) {
    constexpr std::string_view reasons[] = {"R-DUP", "R-CUST", "R-AUTH"};
    return answer.kind == AnswerKind::rejection &&
           (answer.buyer_order_no.empty() ||
            std::ranges::find(reasons, answer.reason) != std::end(reasons));
}

std::expected<std::string, std::string> render_edifact(const Answer& answer, const Seller& seller,
                                                       const EdiStamp& stamp) {
    if (is_aperak_receipt(answer)) return aperak_receipt(answer, seller, stamp);
    if (answer.kind == AnswerKind::contrl) return contrl(answer, seller, stamp);
    if (answer.kind == AnswerKind::status)
        return render_ostrpt(answer, seller, stamp, release_of(answer), dialect_of(answer),
                             head_of(answer, seller, stamp));
    return is_application_error(answer) ? aperak(answer, seller, stamp)
                                        : ordrsp(answer, seller, stamp);
}

} // namespace besteld

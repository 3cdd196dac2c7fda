// SPDX-License-Identifier: Apache-2.0
#include "deliver/render_edi.hpp"

#include "base/text.hpp"
#include "deliver/render_answer.hpp"
#include "order/currency.hpp"
#include "parsers/edifact/codes.hpp"
#include "parsers/edifact/write_edifact.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

using parsers::ContrlAction;
using parsers::EancomRelease;
using parsers::OrdrspLine;

struct Address {
    std::string id;
    std::string qualifier;
};
// "9520000001018:14"
Address address_of(const std::string& text) {
    const auto colon = std::min(text.find(':'), text.size());
    return {text.substr(0, colon), colon < text.size() ? text.substr(colon + 1) : "14"};
}

EancomRelease release_of(const Answer& answer) {
    const std::string& profile = answer.edi_profile;
    const bool newer =
        profile.find("2002") != std::string::npos || profile.find("01b") != std::string::npos;
    return newer ? EancomRelease::d01b : EancomRelease::d96a;
}

// Back the way the order came; a partner without an envelope of his own gets the id on file.
parsers::InterchangeHead head_of(const Answer& answer, const Seller& seller,
                                 const EdiStamp& stamp) {
    const auto from =
        address_of(answer.envelope.receiver.empty() ? seller.gln : answer.envelope.receiver);
    const auto to =
        address_of(answer.envelope.sender.empty() ? answer.recipient : answer.envelope.sender);
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
std::string syntax_code(const std::string& problem) {
    if (problem.find("count") != std::string::npos) return "29";     // control count does not match
    if (problem.find("reference") != std::string::npos) return "28"; // references do not match
    if (problem.find("duplicate") != std::string::npos) return "26";
    if (problem.find("missing") != std::string::npos) return "13";
    return "12"; // invalid value
}

std::string contrl(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    const auto sender = address_of(answer.envelope.sender);
    const auto receiver = address_of(answer.envelope.receiver);
    const bool rejected = answer.document_function == "4";
    const bool received = answer.document_function == "8";
    parsers::ContrlAnswer out{.release = release_of(answer),
                              .head = head_of(answer, seller, stamp),
                              .interchange_reference = answer.envelope.interchange_ref,
                              .interchange_sender = sender.id,
                              .interchange_sender_qualifier = sender.qualifier,
                              .interchange_receiver = receiver.id,
                              .interchange_receiver_qualifier = receiver.qualifier};
    out.action = rejected   ? ContrlAction::rejected
                 : received ? ContrlAction::received
                            : ContrlAction::acknowledged;
    if (rejected)
        out.code = answer.problems.empty() ? "12" : syntax_code(answer.problems.front().code);
    return parsers::write_contrl(out);
}

// domain.md 4.4, in the words of the trade: FTX is read by people at the partner's.
std::string_view reason_text(std::string_view code) {
    struct Reason {
        std::string_view code;
        std::string_view text;
    };
    static constexpr std::array reasons =
        std::to_array<Reason>({{"R-PRICE", "price as agreed"},
                               {"R-PROMO", "promotion not valid"},
                               {"R-QTY", "quantity changed"},
                               {"R-PACK", "rounded to whole packs"},
                               {"R-MOQ", "minimum order quantity or value"},
                               {"R-UOM", "unit changed"},
                               {"R-ITEM", "item clarified"},
                               {"R-DISC", "item discontinued"},
                               {"R-ASSORT", "not in your assortment"},
                               {"R-EXH", "contract exhausted"},
                               {"R-STOCK", "out of stock"},
                               {"R-DATE", "delivery date changed"},
                               {"R-SLOT", "time slot not possible"},
                               {"R-SUBST", "substituted"},
                               {"R-CREDIT", "in processing"},
                               {"R-INC", "data missing"},
                               {"R-DUP", "already received"},
                               {"R-TERMS", "terms differ"},
                               {"R-TAX", "terms differ"},
                               {"R-ADDR", "terms differ"},
                               {"R-CONTR", "terms differ"}});
    const auto* found = std::ranges::find(reasons, code, &Reason::code);
    return found != reasons.end() ? found->text : "see note";
}

std::string header_text(const Answer& answer) {
    std::vector<std::string> sentences;
    for (const auto& deviation : answer.deviations)
        if (!deviation.line)
            sentences.push_back(cat(deviation.field, ": ordered ", deviation.ordered,
                                    ", confirmed ", deviation.confirmed, ", ",
                                    reason_text(deviation.reason), "."));
    if (answer.kind == AnswerKind::proposal && answer.answer_by)
        sentences.push_back(cat(answer.silence_consents ? "Taken as agreed if not refused by "
                                                        : "Proposal: needs your consent by ",
                                to_iso(*answer.answer_by), "."));
    if (answer.kind == AnswerKind::rejection)
        sentences.push_back(cat("Order not accepted: ", reason_text(answer.reason), "."));
    if (!answer.clerk_text.empty()) sentences.push_back(answer.clerk_text);
    return join(sentences, " ");
}

std::string line_text(const Answer& answer, const AnswerLine& line) {
    std::vector<std::string> sentences;
    for (const auto& deviation : answer.deviations)
        if (deviation.line == line.index)
            sentences.push_back(cat(deviation.field, ": ordered ", deviation.ordered,
                                    ", confirmed ", deviation.confirmed, ", ",
                                    reason_text(deviation.reason)));
    return join(sentences, "; ");
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

std::string_view action_of(LineAnswer answer) {
    switch (answer) {
    case LineAnswer::accepted:
        return "5";
    case LineAnswer::changed:
        return "3";
    case LineAnswer::rejected:
        return "7";
    case LineAnswer::added:
        return "1";
    }
    return "5";
}

OrdrspLine line_of(const Answer& answer, const AnswerLine& line, EancomRelease release) {
    OrdrspLine to{.action = std::string(action_of(line.answer)),
                  .order_line = line.buyer_line,
                  .gtin = line.gtin,
                  .seller_item = line.sku,
                  .buyer_item = line.buyer_item,
                  .ordered = line.ordered_quantity,
                  .text = line_text(answer, line)};
    // Without a unit a quantity counts what the GTIN names (domain.md 0.7); another unit must be
    // said.
    if (line.gtin.empty() || line.unit != line.ordered_unit)
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
            part.action = action_of(LineAnswer::added);
            part.ordered.reset();
            part.text.clear();
        }
        lines.push_back(std::move(part));
    }
}

std::optional<Date> one_date_for_all(const Answer& answer) {
    std::optional<Date> date;
    for (const auto& line : answer.lines) {
        if (!line.parts.empty() || !line.promised || (date && *date != *line.promised))
            return std::nullopt;
        date = line.promised;
    }
    return date;
}

std::string ordrsp(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    const auto release = release_of(answer);
    parsers::OrdrspAnswer out{.release = release,
                              .head = head_of(answer, seller, stamp),
                              .document_number = number_of(answer),
                              .function = ordrsp_function(answer),
                              .date = stamp.date,
                              .order_number = answer.buyer_order_no,
                              .our_number = answer.official_no,
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
    const bool plain = out.function == "29" && out.promised;
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

} // namespace

std::string ordrsp_function(const Answer& answer) {
    if (answer.kind == AnswerKind::rejection) return "27";
    return deviates(answer) ? "4" : "29";
}

std::expected<std::string, std::string> render_edi(const Answer& answer, const Seller& seller,
                                                   const EdiStamp& stamp) {
    switch (answer.kind) {
    case AnswerKind::contrl:
        return contrl(answer, seller, stamp);
    case AnswerKind::confirmation:
    case AnswerKind::proposal:
    case AnswerKind::rejection:
        return ordrsp(answer, seller, stamp);
    case AnswerKind::repeat_of_answer:
        return std::unexpected("a repeated answer is the stored one, sent again from its bytes");
    case AnswerKind::receipt:
    case AnswerKind::question:
        break;
    }
    return std::unexpected("receipts and questions have no EDI form");
}

} // namespace besteld

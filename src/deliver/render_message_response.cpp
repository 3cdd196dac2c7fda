// SPDX-License-Identifier: Apache-2.0
#include "deliver/render_message_response.hpp"

#include "base/text.hpp"
#include "deliver/edi_words.hpp"
#include "order/answer_words.hpp"
#include "order/format_values.hpp"
#include "order/receipts.hpp"
#include "parsers/xml/peppol_check.hpp"

#include <algorithm>

namespace besteld {

namespace {

using parsers::MessageFault;
using parsers::MessageResponse;

constexpr std::size_t most_faults = 50; // the partner mends one and sees the others
constexpr std::size_t longest_place = 200;

// UNCL 1001
std::string document_type(const Answer& answer) {
    switch (answer.answered.document_class) {
    case DocumentClass::order:
        return "220";
    case DocumentClass::order_change:
    case DocumentClass::order_cancellation:
        return "230";
    default:
        return "";
    }
}

// The document's own number; the envelope's, when it has none.
std::string document_of(const Answer& answer) {
    if (!answer.answered.number.empty()) return answer.answered.number;
    return answer.buyer_order_no.empty() ? answer.envelope.interchange_ref : answer.buyer_order_no;
}

MessageFault fault_of(const Problem& problem) {
    const bool syntax = problem.code.starts_with("xml.");
    const bool error = problem.severity == Severity::error;
    const std::string where = problem.place.where.words();
    return {.where = where.empty() || where.size() > longest_place ? "NA" : where,
            .text = with_single_blanks(problem.text),
            .reason = syntax  ? "SV"
                      : error ? "BV"
                              : "BW"};
}

void add_faults(std::vector<MessageFault>& faults, const std::vector<Problem>& problems) {
    for (const auto& problem : problems)
        if (faults.size() < most_faults && problem.severity != Severity::note &&
            !trim(problem.text).empty())
            faults.push_back(fault_of(problem));
}

// A message whose order lacks something is with a clerk: it was received, and no more is said.
std::string response_code(const Answer& answer) {
    if (answer.kind == AnswerKind::rejection || has_error(answer.problems)) return "RE";
    bool doubt = false;
    for (const auto& message : answer.received) {
        if (std::ranges::any_of(message.problems, refuses_message)) return "RE";
        doubt = doubt || has_error(message.problems);
    }
    return doubt ? "AB" : "AP";
}

// All but who sends it when: what the proof compares.
MessageResponse said_by(const Answer& answer) {
    MessageResponse said{.id = number_of(answer),
                         .code = response_code(answer),
                         .document = document_of(answer),
                         .document_type = document_type(answer)};
    if (answer.kind == AnswerKind::rejection) {
        said.text = with_single_blanks(header_text(answer));
        return said;
    }
    if (said.code == "AB") return said;
    add_faults(said.faults, answer.problems);
    for (const auto& message : answer.received)
        add_faults(said.faults, message.problems);
    return said;
}

} // namespace

bool is_message_response(const Answer& answer) {
    if (edi_family(answer) != EdiFamily::ubl) return false;
    return answer.kind == AnswerKind::contrl ||
           (answer.kind == AnswerKind::rejection && answer.buyer_order_no.empty());
}

Rendered render_message_response(const Answer& answer, const Seller& seller,
                                 const EdiStamp& stamp) {
    MessageResponse out = said_by(answer);
    out.date = stamp.date;
    out.time = stamp.time;
    const auto us = ubl_party(answer, PartyRole::supplier, seller.gln, seller.name);
    const auto them = ubl_party(answer, PartyRole::buyer, answer.buyer_id, answer.customer_name);
    out.sender = {.scheme = us.endpoint_scheme, .id = us.endpoint};
    out.receiver = {.scheme = them.endpoint_scheme, .id = them.endpoint};
    if (out.sender.id.empty() || out.receiver.id.empty())
        return std::unexpected("the message names no electronic address of the buyer or of us");
    if (out.document.empty())
        return std::unexpected("neither the document nor its envelope has a number to refer to");
    return parsers::write_message_response(out);
}

Difference prove_message_response(std::string_view bytes, const Answer& answer) {
    if (auto broken = parsers::broken_peppol_rule(bytes)) return broken;
    const auto read = parsers::read_message_response(bytes);
    if (!read) return "it reads as no Message Level Response (PEPPOL T71)";
    auto wanted = said_by(answer);
    wanted.date = read->date;
    wanted.time = read->time;
    wanted.sender = read->sender;
    wanted.receiver = read->receiver;
    if (read->code != wanted.code) return cat("its answer is not ", wanted.code);
    if (read->document != wanted.document)
        return cat("it does not refer to document ", wanted.document);
    if (read->sender.scheme.empty() || read->receiver.scheme.empty())
        return "an electronic address has no scheme (PEPPOL T71)";
    if (*read != wanted) return "it does not say what was found in the message";
    return std::nullopt;
}

} // namespace besteld

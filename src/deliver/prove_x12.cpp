// SPDX-License-Identifier: Apache-2.0
#include "deliver/prove_lines.hpp"
#include "deliver/render_x12.hpp"

#include "base/text.hpp"
#include "deliver/edi_words.hpp"
#include "deliver/render_status.hpp"
#include "order/answer_words.hpp"
#include "parsers/x12/read_receipt.hpp"
#include "parsers/x12/read_x12.hpp"

#include <algorithm>

namespace besteld {

namespace {

Difference prove_receipt(std::string_view bytes, const Answer& answer) {
    const auto read = parsers::read_x12_receipt(bytes);
    if (!read) return "it reads as no acknowledgement";
    const auto wanted = x12_receipt(answer);
    if (read->interchange != wanted.interchange)
        return cat("TA1 does not say what it should of interchange ",
                   answer.envelope.interchange_ref);
    if (read->groups != wanted.groups)
        return cat("it does not acknowledge the groups of interchange ",
                   answer.envelope.interchange_ref, " as they were received");
    return std::nullopt;
}

Difference prove_order_answer(const OrderDraft& read, const Answer& answer) {
    const auto wanted = is_change_answer(answer) ? "865" : "855";
    if (read.message_type != wanted)
        return cat("it reads as ", read.message_type, ", not as ", wanted);
    if (!read.order_number || read.order_number->value != answer.buyer_order_no)
        return cat("it does not refer to order ", answer.buyer_order_no);
    if (!read.document_id || read.document_id->value != number_of(answer))
        return cat("it does not carry ", number_of(answer));
    if (!read.response_code || read.response_code->value != x12_ack_type(answer))
        return cat("its answer is not ", x12_ack_type(answer));
    if (answer.kind == AnswerKind::rejection)
        return read.lines.empty() ? Difference{} : "a rejection has lines";
    return prove_lines(read, answer);
}

} // namespace

Difference prove_x12(std::string_view bytes, const Answer& answer) {
    const auto read = parsers::read_x12(bytes, 0);
    for (const auto& problem : read.problems)
        if (problem.severity != Severity::note)
            return cat("it cannot be read back: ", problem.text);
    for (const auto& document : read.documents)
        for (const auto& problem : document.problems)
            if (problem.severity != Severity::note)
                return cat("it cannot be read back: ", problem.text);
    if (answer.kind == AnswerKind::contrl) return prove_receipt(bytes, answer);
    if (read.documents.size() != 1)
        return cat("it holds ", read.documents.size(), " messages instead of one");
    if (answer.kind == AnswerKind::status) return prove_x12_status(bytes, answer);
    return prove_order_answer(read.documents.front(), answer);
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "deliver/render_families.hpp"

#include "base/text.hpp"
#include "deliver/edi_words.hpp"
#include "deliver/prove_lines.hpp"
#include "deliver/render_status.hpp"
#include "order/answer_words.hpp"
#include "parsers/edifact/read_edifact.hpp"

#include <algorithm>
#include <vector>

namespace besteld {

namespace {

// RFF+PP: the change that is answered, and none when it is the order.
Difference prove_change_reference(const OrderDraft& read, const Answer& answer) {
    const std::string wanted = is_change_answer(answer) ? answer.answered.number : "";
    const auto found =
        std::ranges::find(read.references, std::string("buyer_change_no"), &Reference::type);
    const std::string said = found == read.references.end() ? "" : found->value.value;
    if (said == wanted) return std::nullopt;
    return cat("it refers to change \"", said, "\" instead of \"", wanted, "\"");
}

Difference prove_ordrsp(const OrderDraft& read, const Answer& answer) {
    if (read.message_type != "ORDRSP")
        return cat("it reads as ", read.message_type, ", not as ORDRSP");
    if (!read.order_number || read.order_number->value != answer.buyer_order_no)
        return cat("it does not refer to order ", answer.buyer_order_no);
    if (!read.document_id || read.document_id->value != number_of(answer))
        return cat("it does not carry ", number_of(answer));
    const auto function = ordrsp_function(answer);
    const bool changed = function == "4" || function == "30";
    const auto wanted = function == "27" ? MessageFunction::cancel
                        : changed        ? MessageFunction::change
                                         : MessageFunction::confirmation;
    if (!read.function || read.function->value != wanted)
        return cat("its function is not ", function);
    if (auto difference = prove_change_reference(read, answer)) return difference;
    if (read.lines.empty() && !changed) return std::nullopt;
    return prove_lines(read, answer, {.dropped = Sayable::Rest::left_out});
}

Difference prove_aperak_receipt(std::string_view bytes, const OrderDraft& read,
                                const Answer& answer) {
    if (read.message_type != "APERAK")
        return cat("it reads as ", read.message_type, ", not as APERAK");
    if (bytes.find(cat("RFF+ACW:", answer.envelope.message_ref)) == std::string_view::npos)
        return cat("it does not refer to message ", answer.envelope.message_ref);
    const bool refuses = bytes.find("ERC+") != std::string_view::npos;
    const bool says = bytes.find(cat("+", answer.document_function, "'")) != std::string_view::npos;
    if (!says || refuses != (answer.document_function == "27"))
        return cat("its function is not ", answer.document_function);
    return std::nullopt;
}

} // namespace

Difference prove_edifact(std::string_view bytes, const Answer& answer) {
    const auto read = parsers::read_edifact(bytes, 0);
    for (const auto& problem : read.problems)
        if (problem.severity == Severity::error)
            return cat("it cannot be read back: ", problem.text);
    if (read.documents.size() != 1)
        return cat("it holds ", read.documents.size(), " messages instead of one");
    const auto& message = read.documents.front();
    for (const auto& problem : message.problems)
        if (problem.severity == Severity::error)
            return cat("it cannot be read back: ", problem.text);
    if (answer.kind == AnswerKind::status) return prove_ostrpt(bytes, answer);
    if (is_aperak_receipt(answer)) return prove_aperak_receipt(bytes, message, answer);
    if (is_application_error(answer))
        return message.message_type == "APERAK"
                   ? Difference{}
                   : cat("it reads as ", message.message_type, ", not as APERAK");
    if (answer.kind != AnswerKind::contrl) return prove_ordrsp(message, answer);
    if (message.message_type != "CONTRL")
        return cat("it reads as ", message.message_type, ", not as CONTRL");
    if (bytes.find(cat("UCI+", answer.envelope.interchange_ref)) == std::string_view::npos)
        return cat("it does not refer to interchange ", answer.envelope.interchange_ref);
    return std::nullopt;
}

} // namespace besteld

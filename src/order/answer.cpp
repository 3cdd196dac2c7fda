// SPDX-License-Identifier: Apache-2.0
#include "order/answer.hpp"

#include <algorithm>

namespace besteld {

bool deviates(const Answer& answer) {
    const auto changed = [](const AnswerLine& line) { return line.answer != LineAnswer::accepted; };
    return !answer.deviations.empty() || std::ranges::any_of(answer.lines, changed);
}

std::string_view name_of(AnswerKind kind) {
    switch (kind) {
    case AnswerKind::receipt:
        return "receipt";
    case AnswerKind::confirmation:
        return "confirmation";
    case AnswerKind::proposal:
        return "proposal";
    case AnswerKind::question:
        return "question";
    case AnswerKind::rejection:
        return "rejection";
    case AnswerKind::repeat_of_answer:
        return "repeat_of_answer";
    case AnswerKind::contrl:
        return "contrl";
    case AnswerKind::status:
        return "status";
    case AnswerKind::complaint_receipt:
        return "complaint_receipt";
    case AnswerKind::complaint_notice:
        return "complaint_notice";
    case AnswerKind::complaint_reminder:
        return "complaint_reminder";
    case AnswerKind::despatch:
        return "despatch";
    case AnswerKind::outbound_slip:
        return "outbound_slip";
    case AnswerKind::invoice_request:
        return "invoice_request";
    case AnswerKind::proof_reminder:
        return "proof_reminder";
    }
    return {};
}

bool stays_inside(AnswerKind kind) {
    switch (kind) {
    case AnswerKind::complaint_notice:
    case AnswerKind::complaint_reminder:
    case AnswerKind::outbound_slip:
    case AnswerKind::invoice_request:
    case AnswerKind::proof_reminder:
        return true;
    case AnswerKind::receipt:
    case AnswerKind::confirmation:
    case AnswerKind::proposal:
    case AnswerKind::question:
    case AnswerKind::rejection:
    case AnswerKind::repeat_of_answer:
    case AnswerKind::contrl:
    case AnswerKind::status:
    case AnswerKind::complaint_receipt:
    case AnswerKind::despatch:
        return false;
    }
    return false;
}

} // namespace besteld

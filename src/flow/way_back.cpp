// SPDX-License-Identifier: Apache-2.0
#include "flow/way_back.hpp"

#include "base/text.hpp"

namespace besteld {

ReplyMark mark_of(const Answer& answer) {
    switch (answer.kind) {
    case AnswerKind::question:
        return {.kind = 'Q', .number = answer.question_no};
    case AnswerKind::confirmation:
    case AnswerKind::proposal:
        return {.kind = 'R', .number = answer.revision};
    case AnswerKind::receipt:
    case AnswerKind::rejection:
    case AnswerKind::repeat_of_answer:
    case AnswerKind::contrl:
    case AnswerKind::status:
    case AnswerKind::complaint_receipt:
    case AnswerKind::complaint_notice:
    case AnswerKind::complaint_reminder:
    case AnswerKind::despatch:
    case AnswerKind::outbound_slip:
    case AnswerKind::invoice_request:
    case AnswerKind::proof_reminder:
        return {};
    }
    return {};
}

std::optional<OutboxRow> last_question(Store& store, std::int64_t case_id) {
    std::optional<OutboxRow> last;
    for (auto& row : store.outbox_of_case(case_id)) {
        const auto& answer = row.answer;
        if (answer.kind == AnswerKind::question && answer.reminder == 0 &&
            (!last || answer.question_no > last->answer.question_no))
            last = std::move(row);
    }
    return last;
}

std::string link_of(Store& store, const FlowSettings& settings, const Answer& question) {
    if (settings.public_url.empty()) return {};
    const auto token = make_reply_token(store.secret(), TokenUse::link, question.case_no,
                                        question.customer_no, mark_of(question));
    const bool slash = settings.public_url.ends_with('/');
    return cat(settings.public_url, slash ? "" : "/", "a/", to_lower_ascii(to_text(token)));
}

void open_way_back(Store& store, const FlowSettings& settings, const Case& the_case,
                   Answer& answer) {
    if (answer.customer_no.empty()) return;
    if (answer.kind == AnswerKind::question) {
        const auto before = last_question(store, the_case.id);
        answer.question_no = before ? before->answer.question_no + 1 : 1;
        answer.answer_url = link_of(store, settings, answer);
    }
    answer.reply_token = to_text(make_reply_token(store.secret(), TokenUse::reply, answer.case_no,
                                                  answer.customer_no, mark_of(answer)));
}

OutboxRow row_for(Store& store, const FlowSettings& settings, const Case& the_case, Answer answer) {
    const bool edi = answer.channel == AnswerChannel::edi;
    answer.case_no = the_case.case_no;
    if (!the_case.official_no.empty()) answer.official_no = the_case.official_no;
    OutboxRow row{.case_id = the_case.id, .message_id = the_case.message_id};
    row.channel = edi ? OutboxChannel::edi_folder : OutboxChannel::mail;
    row.recipient = edi ? answer.customer_no : answer.recipient;
    if (!edi) open_way_back(store, settings, the_case, answer);
    row.answer = std::move(answer);
    return row;
}

} // namespace besteld

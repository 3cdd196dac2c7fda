// SPDX-License-Identifier: Apache-2.0
#include "flow/despatch.hpp"

#include "flow/resume.hpp"
#include "flow/status_answer.hpp"
#include "flow/way_back.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"
#include "order/build_answer.hpp"
#include "order/despatch.hpp"
#include "store/deliveries.hpp"

#include <algorithm>

namespace besteld {

namespace {

Terms terms_of(Store& store, const FlowSettings& settings, const Case& the_case, Date day) {
    return store.load_terms(settings.seller,
                            {.customer_no = the_case.order.customer_no, .price_date = day});
}

// A machine that wants to hear it hears it; everybody else reads the mail.
void keep_one_way(std::vector<Answer>& answers) {
    const bool by_edi = std::ranges::any_of(answers, [](const Answer& a) {
        return a.channel == AnswerChannel::edi && wants_despatch_advice(a.edi_profile);
    });
    std::erase_if(answers, [&](const Answer& a) {
        return a.channel == (by_edi ? AnswerChannel::mail : AnswerChannel::edi);
    });
}

std::vector<Answer> despatch_answers(Store& store, const FlowSettings& settings,
                                     const Case& the_case, const Delivery& delivery, Instant now) {
    const auto known = Deliveries(store).find(the_case.id);
    const auto message = store.message(the_case.message_id, false);
    const auto reading = store.reading(the_case.message_id);
    if (!known || !message || !reading) return {}; // erased since: nobody may be written to
    const Date day = Zone(settings.seller.zone).date_of(delivery.posted_at);
    const auto terms = terms_of(store, settings, the_case, day);
    const auto submission = submission_of(store, settings, the_case, *message, *reading);
    const AnswerFrame frame{the_case.order, terms, submission.answer_context, submission.history,
                            now};
    Answer answer = answer_frame(frame, AnswerKind::despatch);
    answer.revision = the_case.revision;
    if (const auto told = last_told(store, the_case.id)) answer.buyer_id = told->buyer_id;
    answer.despatch = despatch_slip_of(*known, delivery, the_case.order, terms, day);
    // The warehouse's deed: what a person released is told to the address on file.
    auto answers = on_every_channel(frame, answer, Cause::person);
    keep_one_way(answers);
    return answers;
}

} // namespace

void announce_despatch(Store& store, const FlowSettings& settings, const Case& the_case,
                       const Delivery& delivery, Instant now) {
    for (auto& answer : despatch_answers(store, settings, the_case, delivery, now)) {
        const bool edi = answer.channel == AnswerChannel::edi;
        auto row = row_for(store, settings, the_case, std::move(answer));
        row.key = cat("despatch/", edi ? "edi/" : "mail/", delivery.delivery_no);
        if (!edi) store.earn_mails(the_case.message_id, 1); // goods that left are a person's deed
        store.add_outbox(row, settings.mail_domain, now);
    }
}

} // namespace besteld

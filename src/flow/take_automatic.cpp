// SPDX-License-Identifier: Apache-2.0
#include "flow/take_automatic.hpp"

#include "flow/named_cases.hpp"
#include "flow/way_back.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "order/noted.hpp"

#include <algorithm>

namespace besteld {

namespace {

// An order that a program attached to its reply is an order; words of its own are none.
bool holds_a_document(const Reading& reading) {
    return std::ranges::any_of(reading.documents, [&](const OrderDraft& draft) {
        const bool body =
            draft.part < reading.parts.size() && reading.parts[draft.part].read_as == "body";
        return !body && draft.document_class != DocumentClass::other;
    });
}

// The mail that the report is about; when its own Message-ID was lost on the way, the last one that
// bore this mark.
std::optional<OutboxRow> mail_meant(Store& store, const NamedCase& named) {
    std::optional<OutboxRow> meant;
    for (auto& row : store.outbox_of_case(named.the_case.id)) {
        if (row.channel != OutboxChannel::mail) continue;
        const bool right =
            named.outbox != 0 ? row.id == named.outbox : mark_of(row.answer) == named.mark;
        if (right) meant = std::move(row);
    }
    return meant;
}

void note(Store& store, const Case& the_case, std::int64_t message_id, Step step, Instant now) {
    step = noted(the_case.state, std::move(step));
    store.add_events(the_case.id, message_id, {step}, now);
    log::warning(step.event, {{"message", message_id},
                              {"case", the_case.case_no},
                              {"order", the_case.official_no},
                              {"reason", step.reason}});
}

// Nobody will answer what nobody got: the case comes to the queue, in the state it was in.
void show_to_clerk(Store& store, Case the_case) {
    const bool awaits =
        the_case.state == OrderState::awaiting_customer || the_case.state == OrderState::proposed;
    if (!awaits || the_case.escalated) return;
    the_case.escalated = true;
    store.save_case(the_case);
}

std::string take_bounce(Store& store, const NamedCase& named, const DeliveryReport& report,
                        std::int64_t message_id, Instant now) {
    const auto row = mail_meant(store, named);
    const std::string what = cat("bounced: ", report.status, " ", report.recipient,
                                 report.diagnostic.empty() ? "" : ": ", report.diagnostic);
    if (row && row->state != OutboxState::failed)
        store.mark_outbox(row->id, OutboxState::failed, what, std::nullopt);
    const std::string which = row ? cat(" (mail ", row->id, ")") : std::string();
    note(store, named.the_case, message_id, {.event = "mail.bounced", .reason = cat(what, which)},
         now);
    show_to_clerk(store, named.the_case);
    return cat("a bounce of our mail about ", named.the_case.case_no);
}

} // namespace

bool is_automatic(const FlowSettings& settings, const Reading& reading) {
    if (!reading.mail) return false;
    const auto& from = reading.mail->from.address;
    return !reading.mail->no_answer_because.empty() ||
           std::ranges::any_of(settings.seller.mail_addresses, [&](const std::string& ours) {
               return equal_ignoring_case(ours, from);
           });
}

std::optional<std::string> take_automatic(Store& store, const Reading& reading,
                                          std::int64_t message_id, Instant now) {
    if (holds_a_document(reading)) return std::nullopt;
    const auto named = cases_named(store, reading);
    if (named.cases.empty()) return std::nullopt;
    const NamedCase& first = named.cases.front();
    if (reading.report && reading.report->action == "failed")
        return take_bounce(store, first, *reading.report, message_id, now);
    const std::string& why = reading.mail->no_answer_because;
    const std::string said =
        cat("automatic mail from ", reading.mail->from.address, " (", first.by, "; ",
            why.empty() ? "it is our own" : why, "): ", reading.mail->subject.substr(0, 200));
    note(store, first.the_case, message_id, {.event = "mail.automatic", .reason = said}, now);
    return cat("an automatic mail about ", first.the_case.case_no);
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "flow/house_papers.hpp"

#include "flow/status_answer.hpp"
#include "flow/today.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "order/due.hpp"
#include "order/house_papers.hpp"
#include "order/noted.hpp"
#include "store/deliveries.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr std::string_view chased_event = "proof_of_delivery.chased";

Terms terms_of(Store& store, const FlowSettings& settings, const Case& the_case,
               const Fulfilment& known, Date day) {
    TermsQuery query{.customer_no = the_case.order.customer_no, .price_date = day};
    for (const auto& line : known.lines)
        query.item_codes.push_back(line.sku);
    return store.load_terms(settings.seller, query);
}

std::string language_of(const PaperRules& rules, const Terms& terms) {
    if (rules.language != "customer") return rules.language;
    return terms.customer ? terms.customer->language : std::string("en");
}

// What the papers are made of, read once.
struct Makings {
    Terms terms;
    std::optional<Answer> told;

    HouseSource source(const FlowSettings& settings, const Case& the_case, const Fulfilment& known,
                       Date today) const {
        return {.case_no = the_case.case_no,
                .official_no = the_case.official_no,
                .revision = the_case.revision,
                .order = the_case.order,
                .known = known,
                .told = told ? &*told : nullptr,
                .terms = terms,
                .language = language_of(settings.papers, terms),
                .today = today};
    }
};

Makings makings_of(Store& store, const FlowSettings& settings, const Case& the_case,
                   const Fulfilment& known, Date today) {
    return {.terms = terms_of(store, settings, the_case, known, today),
            .told = last_told(store, the_case.id)};
}

// One row for each address, and one for the folder. The key holds what the paper is about, so that
// the same thing never leaves twice.
void send_to(Store& store, const FlowSettings& settings, const Case& the_case,
             const PaperRoute& route, const std::string& key, const Answer& paper, Instant now) {
    OutboxRow row{.case_id = the_case.id, .message_id = the_case.message_id};
    row.answer = paper;
    for (const auto& mail : route.mails) {
        OutboxRow one = row;
        one.recipient = one.answer.recipient = mail;
        one.key = cat(key, "/mail/", mail);
        store.add_outbox(one, settings.mail_domain, now);
    }
    if (!route.folder) return;
    row.channel = OutboxChannel::edi_folder;
    row.answer.channel = AnswerChannel::edi;
    row.recipient = paper.kind == AnswerKind::outbound_slip ? "warehouse" : "finance";
    row.key = cat(key, "/file");
    store.add_outbox(row, settings.mail_domain, now);
}

// ── signed notes ─────────────────────────────────────────────────────────────────────────────────
bool may_still_be_filed(OrderState state) {
    return next(state, OrderEvent::proof_filed,
                {.role = Role::warehouse, .has_official_number = true})
        .has_value();
}

Chased chased_so_far(const std::vector<EventRow>& events, const Delivery& delivery) {
    Chased chased;
    for (const auto& event : events) {
        if (event.step.event != chased_event) continue;
        if (!event.step.reason.starts_with(cat(delivery.delivery_no, ","))) continue;
        ++chased.times;
        chased.last = event.at;
    }
    return chased;
}

void chase(Store& store, const FlowSettings& settings, const Case& the_case,
           const Fulfilment& known, const Delivery& delivery, int times, Instant now) {
    const Date today = today_at(settings, now);
    const auto makings = makings_of(store, settings, the_case, known, today);
    const auto mail = proof_reminder_of(makings.source(settings, the_case, known, today), delivery,
                                        times, settings.papers);
    const auto& mails = settings.papers.proof_mails;
    send_to(store, settings, the_case, {.mails = mails},
            cat("proof_reminder/", delivery.delivery_no, "/", times), mail, now);
    const Step step =
        noted(the_case.state,
              {.event = "proof_of_delivery.chased",
               .reason = cat(delivery.delivery_no, ", word ", times, " to ", join(mails, ", "))});
    store.add_events(the_case.id, the_case.message_id, {step}, now);
    log::info(step.event, {{"case", the_case.case_no},
                           {"order", the_case.official_no},
                           {"delivery", delivery.delivery_no}});
}

} // namespace

void send_outbound_slip(Store& store, const FlowSettings& settings, const Case& the_case,
                        Delivery& delivery, Instant now) {
    const auto& rules = settings.papers;
    if (rules.warehouse.none()) return;
    const Date today = today_at(settings, now);
    Deliveries deliveries(store);
    deliveries.number_slip(delivery, rules, today);
    const auto known = deliveries.find(the_case.id);
    if (!known) return;
    const auto makings = makings_of(store, settings, the_case, *known, today);
    const auto slip =
        outbound_slip_of(makings.source(settings, the_case, *known, today), delivery, rules);
    send_to(store, settings, the_case, rules.warehouse, cat("outbound_slip/", delivery.delivery_no),
            slip, now);
}

void send_invoice_request(Store& store, const FlowSettings& settings, const Case& the_case,
                          const Fulfilment& known, const InvoiceRequest& request, Instant now) {
    if (settings.papers.finance.none()) return;
    const Date today = today_at(settings, now);
    const auto makings = makings_of(store, settings, the_case, known, today);
    const auto paper =
        invoice_request_of(makings.source(settings, the_case, known, today), request);
    send_to(store, settings, the_case, settings.papers.finance,
            cat("invoice_request/", request.request_no), paper, now);
}

void arrange_proof_chase(Store& store, const FlowSettings& settings, const Case& the_case) {
    if (settings.papers.proof_mails.empty()) return;
    const auto known = Deliveries(store).find(the_case.id);
    std::optional<Instant> first;
    if (known && may_still_be_filed(the_case.state)) {
        const auto events = store.events(the_case.id);
        for (const auto& delivery : known->deliveries) {
            const auto at = chase_at(delivery, chased_so_far(events, delivery), settings.papers,
                                     settings.seller);
            if (at && (!first || *at < *first)) first = at;
        }
    }
    if (first) return store.set_duty({the_case.id, std::string(proof_duty), *first});
    store.end_duty(the_case.id, std::string(proof_duty));
}

void chase_proof(Store& store, const FlowSettings& settings, Case& the_case, Instant now) {
    if (const Instant at = working_moment(settings.seller, now); at > now)
        return store.set_duty({the_case.id, std::string(proof_duty), at});
    const auto known = Deliveries(store).find(the_case.id);
    if (!known || !may_still_be_filed(the_case.state)) return;
    const auto events = store.events(the_case.id);
    for (const auto& delivery : known->deliveries) {
        const auto chased = chased_so_far(events, delivery);
        const auto at = chase_at(delivery, chased, settings.papers, settings.seller);
        if (at && *at <= now)
            chase(store, settings, the_case, *known, delivery, chased.times + 1, now);
    }
    arrange_proof_chase(store, settings, the_case);
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "flow/complaint_steps.hpp"

#include "flow/commit.hpp"
#include "flow/service.hpp"
#include "flow/today.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"
#include "order/build_answer.hpp"
#include "order/noted.hpp"
#include "order/working_days.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr int reminders_at_once = 100;

// ── reading the complaint ────────────────────────────────────────────────────────────────────────
struct Affected {
    Decimal quantity{}; // zero: not said
    std::string unit;
    std::string item; // as the customer wrote it
};

// "6 XRO" for item "NK-330": parsers/text/wishes.hpp
std::vector<Affected> affected_goods(const OrderDraft& draft) {
    std::vector<Affected> goods;
    for (const Reference& r : draft.references) {
        if (r.type != "affected") continue;
        const auto pieces = split(r.value.value, ' ');
        Affected one{.item = r.line.value_or("")};
        if (pieces.size() == 2) {
            one.quantity = Decimal::parse(pieces[0]).value_or(Decimal{});
            one.unit = std::string(pieces[1]);
        }
        goods.push_back(std::move(one));
    }
    return goods;
}

bool is_item(const OrderLine& line, const std::string& written) {
    const std::string key = normalise_code(written);
    return !key.empty() && (normalise_code(line.sku) == key ||
                            normalise_code(line.buyer_item) == key || line.gtin == written);
}

bool fits(const OrderLine& line, const Affected& goods) {
    if (!goods.item.empty()) return is_item(line, goods.item);
    if (line.unit != goods.unit || !line.quantity) return false;
    return goods.quantity <= line.quantity->value;
}

// ── mails ────────────────────────────────────────────────────────────────────────────────────────
ComplaintSlip slip_for(Store& store, const Complaint& complaint) {
    ComplaintSlip slip = slip_of(complaint);
    slip.handler = complaint.owner;
    if (complaint.order_id == 0) return slip;
    if (const auto order = store.find_case(complaint.order_id)) {
        slip.official_no = order->official_no;
        slip.buyer_order_no = order->order.buyer_order_no;
    }
    return slip;
}

std::string what_is_missing(const Complaint& c, const MeantOrders& meant,
                            const std::string& why_silent) {
    std::vector<std::string> missing;
    if (!why_silent.empty()) missing.push_back(cat("no receipt was sent: ", why_silent));
    if (c.order_id == 0)
        missing.push_back(meant.why_not.empty() ? "it names several orders" : meant.why_not);
    if (c.owner.empty()) missing.emplace_back("nobody is named to deal with it");
    return join(missing, "; ");
}

} // namespace

Step noted(const Case& the_case, Role role, const std::string& actor, Step step) {
    step.role = role;
    step.actor = actor;
    return noted(the_case.state, std::move(step));
}

ComplaintCause suggested_cause(const OrderDraft& draft) {
    for (const Reference& r : draft.references)
        if (r.type == "cause")
            return cause_by_name(r.value.value).value_or(ComplaintCause::unknown);
    return ComplaintCause::unknown;
}

void tell_owner(Store& store, const FlowSettings& settings, const Complaint& complaint,
                const Case& the_case, AnswerKind kind, Instant now) {
    Answer answer{.kind = kind,
                  .case_no = the_case.case_no,
                  .language = settings.complaints.language,
                  .customer_no = complaint.customer_no,
                  .customer_name = complaint.customer_name,
                  .recipient = complaint.owner};
    answer.complaint = slip_for(store, complaint);
    answer.buyer_order_no = answer.complaint->buyer_order_no;
    OutboxRow row{.case_id = the_case.id,
                  .message_id = the_case.message_id,
                  .channel = OutboxChannel::mail,
                  .answer = answer,
                  .recipient = complaint.owner};
    store.add_outbox(row, settings.mail_domain, now);
}

// D9
void tell_customer(Store& store, const FlowSettings& settings, const Complaint& complaint,
                   const Case& the_case, const AnswerFrame& frame, Instant now) {
    Answer answer = answer_frame(frame, AnswerKind::complaint_receipt);
    answer.case_no = the_case.case_no;
    answer.complaint = slip_for(store, complaint);
    if (!answer.complaint->buyer_order_no.empty())
        answer.buyer_order_no = answer.complaint->buyer_order_no;
    if (answer.recipient.empty()) return;
    OutboxRow row{.case_id = the_case.id,
                  .message_id = the_case.message_id,
                  .channel = OutboxChannel::mail,
                  .answer = answer,
                  .recipient = answer.recipient};
    store.add_outbox(row, settings.mail_domain, now);
}

// ── registering ──────────────────────────────────────────────────────────────────────────────────
void Registrar::say(const Case& the_case, Step step) const {
    store.add_events(the_case.id, the_case.message_id,
                     {noted(the_case, role, actor, std::move(step))}, now);
}

Complaint Registrar::register_one(const Case& the_case, const Order& order, const OrderDraft& draft,
                                  const std::vector<Case>& orders) const {
    Complaint c{.case_id = the_case.id,
                .customer_no = order.customer_no,
                .customer_name = order.customer_name,
                .cause = suggested_cause(draft),
                .due = deadline_for(settings.complaints, settings.seller, today_at(settings, now)),
                .registered_at = now};
    for (const Field& said : draft.notes)
        c.said.push_back(said.value);
    if (orders.size() == 1) {
        c.order_id = orders.front().id;
        c.lines = lines_meant(orders.front().order, draft);
    }
    c.owner = owner_for(settings.complaints, c.cause);
    if (!c.owner.empty()) {
        c.state = ComplaintState::passed_on;
        c.passed_on_at = now;
    }
    store.add_complaint(c, year_at(settings, now));
    say(the_case, {.event = "complaint.registered",
                   .reason = cat(c.number, ", cause by its words: ", name_of(c.cause))});
    if (c.order_id != 0) tell_link(the_case, orders.front(), c);
    if (!c.owner.empty()) pass_on(the_case, c);
    return c;
}

void Registrar::tell_link(const Case& the_case, const Case& order, const Complaint& c) const {
    std::vector<std::string> lines;
    for (const auto& line : c.lines)
        lines.push_back(cat(line.line + 1));
    const std::string which = lines.empty() ? std::string{} : cat(" line ", join(lines, ", "));
    const std::string& number = order.official_no.empty() ? order.case_no : order.official_no;
    say(the_case,
        {.event = "complaint.linked", .reason = cat(c.number, " is about ", number, which)});
    say(order, {.event = "complaint.linked", .reason = cat(c.number, which)});
}

void Registrar::pass_on(const Case& the_case, const Complaint& c) const {
    tell_owner(store, settings, c, the_case, AnswerKind::complaint_notice, now);
    say(the_case, {.event = "complaint.passed_on",
                   .reason = cat(c.number, " to ", c.owner, ", by ", to_iso(c.due))});
}

std::vector<ComplaintLine> lines_meant(const Order& order, const OrderDraft& complaint) {
    std::vector<ComplaintLine> lines;
    for (const Affected& goods : affected_goods(complaint)) {
        std::vector<const OrderLine*> fitting;
        for (const OrderLine& line : order.lines)
            if (fits(line, goods)) fitting.push_back(&line);
        if (fitting.size() != 1) continue;
        const OrderLine& line = *fitting.front();
        if (std::ranges::find(lines, line.index, &ComplaintLine::line) != lines.end()) continue;
        lines.push_back({.line = line.index,
                         .sku = line.sku,
                         .name = line.item_name,
                         .quantity = goods.quantity,
                         .unit = goods.unit});
    }
    return lines;
}

std::int64_t take_complaint(Store& store, const FlowSettings& settings, Case& the_case,
                            const Submission& submission, const Judgement& judgement,
                            const MeantOrders& meant, const std::string& why_silent, Instant now) {
    const auto& rules = settings.complaints;
    const bool known = !judgement.order.customer_no.empty();
    const bool passed_on = !owner_for(rules, suggested_cause(submission.draft)).empty();
    const bool settled = known && passed_on && why_silent.empty() && meant.orders.size() == 1;
    Decision decision = *judgement.decision;
    if (settled)
        decision = closing(judgement, submission, Role::system, "besteld",
                           "registered as a complaint and passed on", now);
    Complaint expected{.order_id = meant.orders.size() == 1 ? meant.orders.front().id : 0,
                       .owner = owner_for(rules, suggested_cause(submission.draft))};
    for (auto& finding : decision.findings)
        if (!settled && finding.check == Check::document_not_an_order)
            finding.trace = what_is_missing(expected, meant, why_silent);
    commit_decision(store, settings, the_case, judgement, decision, now);
    if (!known) return the_case.id;
    const Registrar registrar{.store = store, .settings = settings, .now = now};
    const Complaint complaint =
        registrar.register_one(the_case, judgement.order, submission.draft, meant.orders);
    const AnswerFrame frame{judgement.order, judgement.terms, submission.answer_context,
                            submission.history, now};
    if (why_silent.empty()) tell_customer(store, settings, complaint, the_case, frame, now);
    return the_case.id;
}

int remind_owners(Store& store, const FlowSettings& settings, Instant now) {
    const Date today = today_at(settings, now);
    const Date until =
        working_days_after(settings.seller, today, settings.complaints.remind_days + 1);
    int reminded = 0;
    store.in_transaction([&] {
        for (auto& complaint : store.complaints_due(until, reminders_at_once)) {
            if (!is_to_be_reminded(complaint, settings.complaints, settings.seller, today))
                continue;
            const auto the_case = store.find_case(complaint.case_id);
            complaint.reminded_at = now;
            if (!the_case || !store.save_complaint(complaint)) continue;
            tell_owner(store, settings, complaint, *the_case, AnswerKind::complaint_reminder, now);
            store.add_events(the_case->id, the_case->message_id,
                             {noted(*the_case, Role::system, "besteld",
                                    {.event = "complaint.reminded",
                                     .reason = cat(complaint.number, " to ", complaint.owner,
                                                   ", due ", to_iso(complaint.due))})},
                             now);
            ++reminded;
        }
    });
    return reminded;
}

} // namespace besteld

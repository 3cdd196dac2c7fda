// SPDX-License-Identifier: Apache-2.0
// What people do with a complaint.
#include "flow/complaint_steps.hpp"

#include "flow/commit.hpp"
#include "flow/refused.hpp"
#include "flow/resume.hpp"

#include "base/text.hpp"
#include "order/build_answer.hpp"

#include <algorithm>

namespace besteld {

namespace {

CommandRefused changed_meanwhile() {
    return refused("changed_meanwhile", "it was changed by somebody else; look at it again");
}

bool may_deal_with_complaints(Role role) {
    return role == Role::clerk || role == Role::second_clerk || role == Role::lead;
}

struct Opened {
    Complaint complaint;
    Case the_case;
};

std::expected<Opened, CommandRefused> open(Store& store, const ComplaintAction& action) {
    if (!may_deal_with_complaints(action.role))
        return std::unexpected(refused("not_allowed", "this role may look but not decide"));
    auto complaint = store.find_complaint(action.number);
    if (!complaint) return std::unexpected(refused("not_found", "there is no such complaint"));
    if (complaint->version != action.version) return std::unexpected(changed_meanwhile());
    if (complaint->state == ComplaintState::closed)
        return std::unexpected(refused("wrong_state", "the complaint is closed"));
    auto the_case = store.find_case(complaint->case_id);
    if (!the_case) return std::unexpected(refused("not_found", "its case is gone"));
    return Opened{std::move(*complaint), std::move(*the_case)};
}

// The case waits for nobody any more. One that is closed already stays so.
bool settle(Store& store, Case& the_case, const ComplaintAction& action,
            const std::string& reason) {
    const auto way =
        next(the_case.state, OrderEvent::answered,
             {.role = action.role, .has_official_number = !the_case.official_no.empty()});
    if (!way) return true;
    Step step{.number = std::string(way->number),
              .from = the_case.state,
              .to = way->to,
              .event = std::string(way->event),
              .role = action.role,
              .actor = action.actor,
              .reason = reason};
    the_case.state = way->to;
    the_case.at_stake = Decimal{};
    for (auto& finding : the_case.findings)
        if (is_open(finding))
            finding.resolved =
                Resolved{Resolution::dismiss, action.actor, reason, to_iso(action.now)};
    if (!store.save_case(the_case)) return false;
    store.add_events(the_case.id, the_case.message_id, {step}, action.now);
    return true;
}

// Rolls back what `work` wrote when it refuses.
template <typename Work>
Refused in_one_transaction(Store& store, const Work& work) {
    struct Undo {};
    Refused outcome;
    try {
        store.in_transaction([&] {
            outcome = work();
            if (outcome) throw Undo{};
        });
    } catch (const Undo&) {
    }
    return outcome;
}

bool is_settled(const Complaint& c) {
    return c.order_id != 0 && !c.owner.empty();
}

bool was_receipted(Store& store, std::int64_t case_id) {
    const auto rows = store.outbox_of_case(case_id);
    return std::ranges::any_of(rows, [](const OutboxRow& row) {
        return row.answer.kind == AnswerKind::complaint_receipt;
    });
}

// The order that nobody wrote: what the complaint counts, for nothing.
OrderDraft replacement_for(const Complaint& complaint) {
    const auto derived = [](std::string value) {
        return Field{.value = std::move(value), .origin = Origin::derived};
    };
    OrderDraft draft{
        .format = "typed", .message_type = "replacement", .document_class = DocumentClass::order};
    draft.kind = Sourced<OrderKind>{.value = OrderKind::free_of_charge, .origin = Origin::derived};
    draft.order_number = derived(complaint.number);
    for (const auto& line : complaint.lines) {
        if (line.quantity.is_zero()) continue;
        LineDraft one;
        one.line = derived(cat(line.line + 1));
        one.seller_item = derived(line.sku);
        one.name = derived(line.name);
        one.quantity = derived(line.quantity.to_string());
        one.unit = derived(line.unit);
        one.unit_code = derived(line.unit);
        one.unit_price = derived("0");
        draft.lines.push_back(std::move(one));
    }
    return draft;
}

} // namespace

Refused register_complaint(Store& store, const FlowSettings& settings, std::int64_t case_id,
                           Role role, const std::string& actor, Instant now) {
    if (!may_deal_with_complaints(role))
        return refused("not_allowed", "this role may look but not decide");
    auto the_case = store.find_case(case_id);
    if (!the_case) return refused("not_found", "there is no such case");
    if (store.complaint_of_case(case_id))
        return refused("wrong_state", "the case is registered as a complaint already");
    const auto message = store.message(the_case->message_id, false);
    const auto reading = store.reading(the_case->message_id);
    if (!message || !reading) return refused("not_found", "the message of this case is gone");
    const auto submission = submission_of(store, settings, *the_case, *message, *reading);
    const Judgement judgement = judge(store, settings, submission, Command{}, now);
    if (judgement.order.customer_no.empty())
        return refused("customer_unknown", "first say whose complaint it is: set customer");
    const auto meant = find_meant_orders(store, judgement.order.customer_no, the_case->draft,
                                         numbers_beside(*reading, the_case->document));
    return in_one_transaction(store, [&]() -> Refused {
        const Registrar registrar{store, settings, role, actor, now};
        const Complaint complaint =
            registrar.register_one(*the_case, judgement.order, the_case->draft, meant.orders);
        const AnswerFrame frame{judgement.order, judgement.terms, submission.answer_context,
                                submission.history, now};
        tell_customer(store, settings, complaint, *the_case, frame, now);
        const ComplaintAction action{.role = role, .actor = actor, .now = now};
        if (is_settled(complaint) && !settle(store, *the_case, action, complaint.number))
            return changed_meanwhile();
        return std::nullopt;
    });
}

Refused link_complaint(Store& store, const FlowSettings& settings, const ComplaintAction& action,
                       const std::string& order_number, const std::vector<std::uint32_t>& lines) {
    auto opened = open(store, action);
    if (!opened) return opened.error();
    auto& [complaint, the_case] = *opened;
    OrderDraft named = the_case.draft;
    named.order_number = Field{.value = order_number};
    named.references.clear();
    const auto meant = find_meant_orders(store, complaint.customer_no, named, {});
    if (meant.orders.size() != 1)
        return refused("not_found",
                       meant.why_not.empty() ? "several orders have this number" : meant.why_not);
    const Case& order = meant.orders.front();
    complaint.order_id = order.id;
    complaint.lines = lines_meant(order.order, the_case.draft);
    if (!lines.empty()) complaint.lines.clear();
    for (const auto index : lines) {
        if (index >= order.order.lines.size())
            return refused("bad_value", cat("the order has ", order.order.lines.size(), " lines"));
        const auto& line = order.order.lines[index];
        complaint.lines.push_back({.line = index, .sku = line.sku, .name = line.item_name});
    }
    return in_one_transaction(store, [&]() -> Refused {
        if (!store.save_complaint(complaint)) return changed_meanwhile();
        const Registrar registrar{store, settings, action.role, action.actor, action.now};
        registrar.tell_link(the_case, order, complaint);
        if (is_settled(complaint) && was_receipted(store, the_case.id) &&
            !settle(store, the_case, action, complaint.number))
            return changed_meanwhile();
        return std::nullopt;
    });
}

Refused assign_complaint(Store& store, const FlowSettings& settings, const ComplaintAction& action,
                         const std::string& owner) {
    if (owner.find('@') == std::string::npos)
        return refused("bad_value", "the owner is a colleague's mail address");
    auto opened = open(store, action);
    if (!opened) return opened.error();
    auto& [complaint, the_case] = *opened;
    complaint.owner = owner;
    complaint.state = ComplaintState::passed_on;
    complaint.passed_on_at = action.now;
    complaint.reminded_at.reset();
    return in_one_transaction(store, [&]() -> Refused {
        if (!store.save_complaint(complaint)) return changed_meanwhile();
        const Registrar registrar{store, settings, action.role, action.actor, action.now};
        registrar.pass_on(the_case, complaint);
        if (is_settled(complaint) && was_receipted(store, the_case.id) &&
            !settle(store, the_case, action, complaint.number))
            return changed_meanwhile();
        return std::nullopt;
    });
}

Refused name_cause(Store& store, const ComplaintAction& action, ComplaintCause cause) {
    auto opened = open(store, action);
    if (!opened) return opened.error();
    auto& [complaint, the_case] = *opened;
    complaint.cause = cause;
    complaint.cause_by = action.actor;
    return in_one_transaction(store, [&]() -> Refused {
        if (!store.save_complaint(complaint)) return changed_meanwhile();
        store.add_events(the_case.id, the_case.message_id,
                         {noted(the_case, action.role, action.actor,
                                {.event = "complaint.cause_named",
                                 .reason = cat(complaint.number, ": ", name_of(cause))})},
                         action.now);
        return std::nullopt;
    });
}

Refused confirm_complaint(Store& store, const FlowSettings& settings,
                          const ComplaintAction& action) {
    auto opened = open(store, action);
    if (!opened) return opened.error();
    auto& [complaint, the_case] = *opened;
    const auto message = store.message(the_case.message_id, false);
    const auto reading = store.reading(the_case.message_id);
    if (!message || !reading) return refused("not_found", "the message of this case is gone");
    const auto submission = submission_of(store, settings, the_case, *message, *reading);
    const Judgement judgement = judge(store, settings, submission, Command{}, action.now);
    return in_one_transaction(store, [&]() -> Refused {
        const AnswerFrame frame{judgement.order, judgement.terms, submission.answer_context,
                                submission.history, action.now};
        if (!was_receipted(store, the_case.id))
            tell_customer(store, settings, complaint, the_case, frame, action.now);
        if (!settle(store, the_case, action, complaint.number)) return changed_meanwhile();
        return std::nullopt;
    });
}

std::expected<std::string, CommandRefused>
draft_replacement(Store& store, const FlowSettings& settings, const ComplaintAction& action) {
    constexpr std::uint32_t beside = 2'000; // documents of one message are fewer
    auto opened = open(store, action);
    if (!opened) return std::unexpected(opened.error());
    const auto& [complaint, the_case] = *opened;
    OrderDraft draft = replacement_for(complaint);
    if (complaint.order_id == 0 || draft.lines.empty())
        return std::unexpected(
            refused("bad_value", "link it to the order's lines first, with so many of each"));
    const auto message = store.message(the_case.message_id, false);
    const auto reading = store.reading(the_case.message_id);
    if (!message || !reading)
        return std::unexpected(refused("not_found", "the message of this case is gone"));
    Case replacement{.message_id = the_case.message_id,
                     .document = the_case.document + beside,
                     .draft = std::move(draft),
                     .received_at = action.now};
    // Who offers it is the first of the two persons; whose goods they are is certain.
    replacement.editors = {action.actor};
    replacement.corrections = {{.field = "customer",
                                .line = {},
                                .value = complaint.customer_no,
                                .actor = action.actor,
                                .reason = complaint.number}};
    auto submission = submission_of(store, settings, replacement, *message, *reading);
    submission.history.state = OrderState::extracted;
    submission.history.steps.clear();
    submission.answer_context.no_answer_because = "it is an offer of ours";
    const Judgement judgement = judge(store, settings, submission, Command{}, action.now);
    if (!judgement.decision) return std::unexpected(judgement.decision.error());
    const auto outcome = in_one_transaction(store, [&]() -> Refused {
        commit_decision(store, settings, replacement, judgement, *judgement.decision, action.now);
        store.add_events(the_case.id, the_case.message_id,
                         {noted(the_case, action.role, action.actor,
                                {.event = "complaint.replacement_drafted",
                                 .reason = cat(complaint.number, ": ", replacement.case_no)})},
                         action.now);
        return std::nullopt;
    });
    if (outcome) return std::unexpected(*outcome);
    return replacement.case_no;
}

Refused close_complaint(Store& store, const ComplaintAction& action, const std::string& outcome) {
    if (trim(outcome).empty()) return refused("reason_missing", "what came of it?");
    auto opened = open(store, action);
    if (!opened) return opened.error();
    auto& [complaint, the_case] = *opened;
    complaint.state = ComplaintState::closed;
    complaint.closed_at = action.now;
    complaint.closed_by = action.actor;
    complaint.outcome = std::string(trim(outcome));
    return in_one_transaction(store, [&]() -> Refused {
        if (!store.save_complaint(complaint)) return changed_meanwhile();
        const std::string words = cat(complaint.number, ": ", complaint.outcome);
        const auto tell = [&](const Case& one) {
            store.add_events(one.id, one.message_id,
                             {noted(one, action.role, action.actor,
                                    {.event = "complaint.closed", .reason = words})},
                             action.now);
        };
        tell(the_case);
        if (complaint.order_id != 0)
            if (const auto order = store.find_case(complaint.order_id)) tell(*order);
        if (!settle(store, the_case, action, complaint.number)) return changed_meanwhile();
        return std::nullopt;
    });
}

} // namespace besteld

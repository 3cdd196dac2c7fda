// SPDX-License-Identifier: Apache-2.0
#include "flow/change.hpp"

#include "flow/commit.hpp"
#include "flow/payment.hpp"
#include "flow/resume.hpp"

#include "base/text.hpp"
#include "order/decide_change.hpp"
#include "order/walk.hpp"
#include "store/deliveries.hpp"

#include <algorithm>

namespace besteld {

namespace {

bool is_change_or_cancellation(const OrderDraft& draft) {
    return draft.document_class == DocumentClass::order_change ||
           draft.document_class == DocumentClass::order_cancellation;
}

// domain.md S10: an equal wish gets the answer that the first one got, while the order is what it
// was then.
std::int64_t equal_before(Store& store, const Case& order, const OrderDraft& change,
                          std::int64_t own_case) {
    for (const auto& link : store.links_to(order.id)) {
        if (link.kind != "changes" || link.case_id == own_case) continue;
        const auto before = store.find_case(link.case_id);
        if (!before || !is_same_wish(before->draft, change)) continue;
        if (before->state == OrderState::rejected && link.revision == order.revision)
            return before->id;
        const bool cancelled = change.document_class == DocumentClass::order_cancellation &&
                               before->state == OrderState::closed;
        if (cancelled) return order.id; // its last answer is that of the cancellation
    }
    return 0;
}

// The one who acts in the order is who acted in the change: the customer when nobody had to.
Command command_for(CommandKind kind, const Case& change, const Decision& decision) {
    const Step& last = decision.steps.back();
    const bool by_daemon = last.role == Role::system;
    return {.kind = kind,
            .role = by_daemon ? Role::customer : last.role,
            .actor = by_daemon ? change.order.customer_no : last.actor,
            .reason = cat(change.draft.message_type, change.draft.document_id ? " " : "",
                          change.draft.document_id ? change.draft.document_id->value : "",
                          ", case ", change.case_no)};
}

void save(Store& store, const FlowSettings& settings, Case& order, const Judgement& judgement,
          Instant now) {
    if (!judgement.decision) throw ChangedMeanwhile(judgement.decision.error().text);
    if (!commit_decision(store, settings, order, judgement, *judgement.decision, now))
        throw ChangedMeanwhile("the order was changed by somebody else");
}

// The draft becomes another draft and all of it is judged anew.
void amend_draft(Store& store, const FlowSettings& settings, Case order, const Case& change,
                 const Judgement& judged, Instant now) {
    const auto message = store.message(order.message_id, false);
    const auto reading = store.reading(order.message_id);
    if (!message || !reading) throw StoreFault(cat("the message of ", order.case_no, " is gone"));
    store.keep_version(order, change.id, now);
    order.draft = judged.changed_to->amended.draft;
    order.corrections = judged.changed_to->amended.corrections;
    const auto submission = submission_of(store, settings, order, *message, *reading);
    const Command command = command_for(CommandKind::amend, change, *judged.decision);
    save(store, settings, order, judge(store, settings, submission, command, now), now);
}

CaseHistory history_of(Store& store, const Case& order) {
    CaseHistory history{.case_id = order.id,
                        .state = order.state,
                        .has_official_number = !order.official_no.empty(),
                        .revision = order.revision + 1,
                        .editors = order.editors};
    for (auto& event : store.events(order.id))
        history.steps.push_back(std::move(event.step));
    return history;
}

// What stands is changed or ended: decided on the order as the change's case showed it.
void change_standing(Store& store, const FlowSettings& settings, Case order, const Case& change,
                     const Judgement& judged, const AnswerContext& received, CommandKind kind,
                     Instant now) {
    const bool changes = kind == CommandKind::apply_change;
    const auto standing = as_it_stands(store, order, change.draft, change.id);
    ChangeContext about{.state = order.state,
                        .order_no = standing.order_no,
                        .has_official_number = standing.has_official_number,
                        .touched = judged.changed_to->amended.touched,
                        .came_from = judged.changed_to->amended.came_from,
                        .standing = standing.standing};
    if (const auto known = Deliveries(store).find(order.id))
        for (const auto& line : known->lines)
            about.delivered.push_back(line.delivered);
    AnswerContext context = received;
    context.case_no = order.case_no;
    context.draft = changes ? &judged.changed_to->amended.draft : &order.draft;
    context.answered = &change.draft;
    context.change = &about;
    about.declined = judged.changed_to->declined;
    context.offers = judged.changed_to->offers;
    Judgement outcome{.who = judged.changed_to->who,
                      .terms = judged.changed_to->terms,
                      .order = changes ? judged.changed_to->order : order.order,
                      .findings = changes ? judged.changed_to->findings : order.findings,
                      .decision = std::unexpected(CommandRefused{})};
    if (changes) settle_prepayment(store, order.id, outcome.findings, now);
    outcome.decision =
        decide(outcome.order, outcome.findings, outcome.terms, history_of(store, order),
               command_for(kind, change, *judged.decision), context, now);
    if (outcome.decision) {
        if (!changes) outcome.decision->net = order.net;
        if (!judged.decision->released_by.empty())
            outcome.decision->released_by = judged.decision->released_by;
        outcome.decision->second_by = judged.decision->second_by;
    }
    if (changes) {
        store.keep_version(order, change.id, now);
        order.draft = judged.changed_to->amended.draft;
        order.corrections = judged.changed_to->amended.corrections;
    }
    save(store, settings, order, outcome, now);
}

// T39: the order stands; its events say that somebody wanted it otherwise.
void note_refusal(Store& store, const Case& order, const Case& change, const Decision& decision,
                  Instant now) {
    const Step& refused = decision.steps.back();
    Walk walk(history_of(store, order));
    const std::string reason = cat("case ", change.case_no, ": ", refused.reason);
    if (walk.step(OrderEvent::change_refused, refused.role, refused.actor, reason))
        if (walk.step(OrderEvent::noted, refused.role, refused.actor, reason)) return;
    store.add_events(order.id, order.message_id, walk.take_steps(), now);
}

} // namespace

std::optional<Answer> last_confirmation(Store& store, const Case& order) {
    std::optional<Answer> last;
    for (auto& row : store.outbox_of_case(order.id))
        if ((row.answer.kind == AnswerKind::confirmation ||
             row.answer.kind == AnswerKind::proposal) &&
            !row.answer.lines.empty() && row.answer.revision == order.revision)
            last = std::move(row.answer);
    return last;
}

std::optional<Case> order_meant(Store& store, const OrderDraft& draft, const Origins& origins,
                                const std::vector<Correction>& corrections) {
    if (!is_change_or_cancellation(draft)) return std::nullopt;
    const auto keys = look_up_keys(draft, origins, corrections);
    const auto who =
        identify_customer(draft, origins, store.find_identities(keys.identities), corrections);
    if (!who.conflict.empty() || who.score < sure_score || who.customer_no.empty())
        return std::nullopt;
    if (auto found = store.find_order(who.customer_no, keys.buyer_order_key)) return found;
    const auto ours = std::ranges::find_if(draft.references, [](const Reference& r) {
        return r.type == "seller_order" || r.type == "response";
    });
    if (ours == draft.references.end()) return std::nullopt;
    auto found = store.find_case_by_no(ours->value.value);
    const bool his = found && found->order.customer_no == who.customer_no &&
                     found->official_no == ours->value.value;
    return his ? found : std::nullopt;
}

std::optional<Case> order_changed_by(Store& store, OrderDraft& draft, const Origins& origins) {
    const bool replaces = draft.document_class == DocumentClass::order && draft.function &&
                          draft.function->value == MessageFunction::replace;
    if (!replaces) return order_meant(store, draft, origins, {});
    OrderDraft as_change = draft;
    as_change.document_class = DocumentClass::order_change;
    auto found = order_meant(store, as_change, origins, {});
    if (!found || is_end(found->state)) return std::nullopt;
    draft.document_class = DocumentClass::order_change;
    return found;
}

ChangedOrder as_it_stands(Store& store, const Case& order, const OrderDraft& change,
                          std::int64_t own_case) {
    return {.case_id = order.id,
            .state = order.state,
            .order_no = order.official_no.empty() ? order.case_no : order.official_no,
            .has_official_number = !order.official_no.empty(),
            .revision = order.revision,
            .order = order.order,
            .draft = order.draft,
            .corrections = order.corrections,
            .findings = order.findings,
            .standing = last_confirmation(store, order),
            .repeats_case = own_case == 0 ? equal_before(store, order, change, own_case) : 0};
}

void pass_on_to_order(Store& store, const FlowSettings& settings, const Case& change,
                      const Judgement& judged, const AnswerContext& received, Instant now) {
    if (!judged.decision || judged.decision->outcome == ChangeOutcome::none) return;
    const auto links = store.links_of(change.id);
    const auto link = std::ranges::find(links, "changes", &CaseLink::kind);
    auto order = link != links.end() ? store.find_case(link->other_id) : std::nullopt;
    if (!order) throw StoreFault(cat("case ", change.case_no, " changes no order"));
    if (judged.decision->outcome == ChangeOutcome::refuse) {
        note_refusal(store, *order, change, *judged.decision, now);
        return;
    }
    const bool cancels = change.draft.document_class == DocumentClass::order_cancellation;
    if (!cancels && is_open_to_changes(order->state))
        return amend_draft(store, settings, std::move(*order), change, judged, now);
    const auto kind = !cancels                               ? CommandKind::apply_change
                      : order->state == OrderState::proposed ? CommandKind::decline
                                                             : CommandKind::cancel;
    change_standing(store, settings, std::move(*order), change, judged, received, kind, now);
}

} // namespace besteld

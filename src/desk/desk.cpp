// SPDX-License-Identifier: Apache-2.0
#include "desk/desk.hpp"

#include "desk/in_hand.hpp"
#include "desk/loaded.hpp"
#include "desk/refusals.hpp"
#include "flow/change.hpp"
#include "flow/commit.hpp"
#include "flow/process_message.hpp"
#include "flow/resume.hpp"

#include "base/text.hpp"
#include "order/order_json.hpp"
#include "order/questions.hpp"

#include <algorithm>
#include <set>

namespace besteld {

namespace {

constexpr auto claim_lasts = std::chrono::minutes{10};

// Why a value cannot stand in a field, or empty. What it means is for the checks.
std::string bad_value(const Correction& c) {
    static const std::set<std::string> of_order{"customer",     "ship_to",  "requested",
                                                "order_number", "currency", "cost_reference"};
    static const std::set<std::string> of_line{"line.sku", "line.quantity", "line.unit",
                                               "line.price", "line.requested"};
    if (!of_order.contains(c.field) && !of_line.contains(c.field))
        return cat("'", c.field, "' is no field of an order");
    if (of_line.contains(c.field) && !c.line) return "which line?";
    if (c.value.empty()) return "a value is needed";
    if (c.field == "line.quantity" || c.field == "line.price") {
        const auto number = Decimal::parse(c.value);
        if (!number)
            return cat("'", c.value, "' is no number: ", to_text(number.error()),
                       "; write 1234.56");
        if (number->is_negative()) return "the number must not be negative";
    }
    if ((c.field == "requested" || c.field == "line.requested") && !parse_iso_date(c.value))
        return cat("'", c.value, "' is no date; write YYYY-MM-DD");
    return {};
}

} // namespace

bool may_act(Role role) {
    return role == Role::clerk || role == Role::second_clerk || role == Role::lead;
}
bool is_lead(Role role) {
    return role == Role::lead;
}

bool may_decide(Role role, OrderState state, const Finding& finding) {
    if (role != Role::credit) return may_act(role) && state == OrderState::in_review;
    if (!is_for_credit(finding.check)) return false;
    const bool waits = state == OrderState::in_review || state == OrderState::on_hold;
    const bool confirmed = state == OrderState::accepted || state == OrderState::confirmed ||
                           state == OrderState::proposed;
    return waits || (confirmed && finding.severity == FindingSeverity::release_block);
}

Desk::Desk(Store& store, FlowSettings settings) : store_(store), settings_(std::move(settings)) {}

std::vector<QueueRow> Desk::queue(const QueueFilter& filter) {
    return store_.queue(filter);
}

std::int64_t Desk::queue_size() {
    return store_.queue_size();
}

std::map<std::int64_t, AlikeCases::Group> Desk::alike(const std::vector<QueueRow>& rows) {
    std::vector<std::int64_t> ids;
    for (const auto& row : rows)
        ids.push_back(row.case_id);
    return AlikeCases(store_).of(ids);
}

std::optional<std::int64_t> Desk::find(const std::string& number) {
    const auto found = store_.find_case_by_no(number);
    if (!found) return std::nullopt;
    return found->id;
}

std::expected<CaseView, DeskRefused> Desk::open(std::int64_t case_id, Instant now) {
    auto found = store_.find_case(case_id);
    if (!found) return refuse("not_found", "there is no such case");
    CaseView view{.the_case = std::move(*found)};
    view.message = store_.message(view.the_case.message_id, false);
    view.reading = store_.reading(view.the_case.message_id);
    view.events = store_.events(case_id);
    view.outbox = store_.outbox_of_case(case_id);
    view.held = HeldDecisions(store_).of_case(case_id);
    const auto alike = AlikeCases(store_).of({&case_id, 1});
    if (!alike.empty()) view.alike = alike.begin()->second;
    if (!view.message || !view.reading) return view;
    const auto submission =
        submission_of(store_, settings_, view.the_case, *view.message, *view.reading);
    const Command as_if{.kind = CommandKind::release, .role = Role::lead, .actor = "preview"};
    Judgement judgement = judge(store_, settings_, submission, as_if, now);
    view.ship_tos = judgement.terms.ship_tos;
    for (auto& [sku, item] : judgement.terms.items)
        view.items.push_back(item);
    view.four_eyes = four_eyes_reasons(judgement.order, judgement.findings, judgement.terms);
    if (judgement.decision) {
        view.four_eyes = judgement.decision->four_eyes;
        view.preview = std::move(judgement.decision->answers);
    } else {
        view.preview_refused = judgement.decision.error().text;
    }
    return view;
}

std::expected<Desk::Loaded, DeskRefused> Desk::load(const DeskAction& action, Actors actors) {
    const bool of_credit = actors == Actors::clerks_and_credit && action.user.role == Role::credit;
    if (!may_act(action.user.role) && !of_credit)
        return refuse("not_allowed", "this role may look but not decide");
    auto found = case_in_hand(store_, action);
    if (!found) return std::unexpected(std::move(found).error());
    auto message = store_.message(found->message_id, false);
    auto reading = store_.reading(found->message_id);
    if (!message || !reading) return refuse("not_found", "the message of this case is gone");
    // Working on a claimed case keeps it claimed.
    if (found->claimed_by == action.user.login)
        store_.claim_case(found->id, action.user.login, action.now, action.now + claim_lasts);
    return Loaded{.the_case = std::move(*found),
                  .message = std::move(*message),
                  .reading = std::move(*reading)};
}

std::expected<void, DeskRefused> Desk::claim(const DeskAction& action) {
    if (!may_act(action.user.role))
        return refuse("not_allowed", "this role may look but not decide");
    if (auto held = refuse_held(store_, action.case_id)) return std::unexpected(*std::move(held));
    if (!store_.claim_case(action.case_id, action.user.login, action.now, action.now + claim_lasts))
        return refuse("claimed", "somebody else is working on this case");
    return {};
}

std::expected<std::int64_t, DeskRefused>
Desk::judge_and_commit(Loaded loaded, const DeskAction& action, Command command) {
    command.role = action.user.role;
    command.actor = action.user.login;
    auto submission =
        submission_of(store_, settings_, loaded.the_case, loaded.message, loaded.reading);
    // The final paper after consent belongs to the revision that was proposed.
    if (command.kind == CommandKind::consent)
        submission.history.revision = loaded.the_case.revision;
    if (command.kind == CommandKind::break_promise)
        submission.standing = last_confirmation(store_, loaded.the_case);
    const Judgement judgement = judge(store_, settings_, submission, command, action.now);
    if (!judgement.decision) {
        if (judgement.decision.error().code == "open_findings") show_anew(loaded, judgement);
        return refuse(judgement.decision.error().code, judgement.decision.error().text);
    }
    if (is_held_back(loaded, command, *judgement.decision))
        return hold(loaded.the_case, action, std::move(command));
    const Instant now = loaded.carried_out_at.value_or(action.now);
    bool saved = false;
    try {
        store_.in_transaction([&] {
            saved = commit_decision(store_, settings_, loaded.the_case, judgement,
                                    *judgement.decision, now);
            if (saved)
                pass_on_to_order(store_, settings_, loaded.the_case, judgement,
                                 submission.answer_context, now);
        });
    } catch (const ChangedMeanwhile& why) {
        return refuse("changed_meanwhile", cat(why.what(), "; look at it again"));
    }
    if (!saved) return refuse_changed();
    return loaded.the_case.version;
}

// What somebody looked at is no longer so: base data or stock have changed since. He is shown it.
void Desk::show_anew(Loaded& loaded, const Judgement& judgement) {
    if (to_json_text(judgement.findings) == to_json_text(loaded.the_case.findings)) return;
    loaded.the_case.findings = judgement.findings;
    store_.in_transaction([&] { store_.save_case(loaded.the_case); });
}

std::expected<std::int64_t, DeskRefused>
Desk::save_resolution(Loaded loaded, const DeskAction& action, Step step) {
    step.from = step.to = loaded.the_case.state;
    step.role = action.user.role;
    step.actor = action.user.login;
    bool saved = false;
    store_.in_transaction([&] {
        saved = store_.save_case(loaded.the_case);
        if (saved)
            store_.add_events(loaded.the_case.id, loaded.the_case.message_id, {step}, action.now);
    });
    if (!saved) return refuse_changed();
    return loaded.the_case.version;
}

std::expected<std::int64_t, DeskRefused> Desk::resolve(const DeskAction& action, std::size_t index,
                                                       Resolution resolution,
                                                       const std::string& reason) {
    auto loaded = load(action, Actors::clerks_and_credit);
    if (!loaded) return std::unexpected(std::move(loaded).error());
    auto& findings = loaded->the_case.findings;
    if (index >= findings.size()) return refuse("not_found", "there is no such finding");
    Finding& finding = findings[index];
    const OrderState state = loaded->the_case.state;
    if (!may_decide(action.user.role, state, finding)) {
        const bool too_late = may_act(action.user.role) || is_for_credit(finding.check);
        return too_late
                   ? refuse("wrong_state", cat("the order is ", name_of(state), ", not in review"))
                   : refuse("not_allowed", "the credit controller decides about credit only");
    }
    const auto way = std::ranges::find(finding.ways_out, resolution, &WayOut::resolution);
    if (way == finding.ways_out.end())
        return refuse("not_allowed",
                      cat(name_of(resolution), " is no way out of ", name_of(finding.check)));
    // Saying that it belongs to another order is doing it: nothing is left to decide here.
    if (resolution == Resolution::merge) return merge(action);
    if (auto refused = refuse_resolution(finding, resolution, action.user.role, reason))
        return refuse(std::move(refused->code), std::move(refused->text));
    finding.resolved = Resolved{resolution, action.user.login, reason, to_iso(action.now)};
    // Deciding about a value is editing the order: the second pair of eyes must be another's.
    if (std::ranges::find(loaded->the_case.editors, action.user.login) ==
        loaded->the_case.editors.end())
        loaded->the_case.editors.push_back(action.user.login);
    const std::string what =
        cat(name_of(finding.check), ": ", name_of(resolution), reason.empty() ? "" : ", ", reason);
    const auto stops = [](const Finding& f) { return is_for_credit(f.check) && is_open(f); };
    if (state == OrderState::on_hold && std::ranges::none_of(findings, stops))
        return judge_held(std::move(*loaded), action, what);
    return save_resolution(std::move(*loaded), action,
                           {.number = "T10", .event = "resolution.recorded", .reason = what});
}

std::expected<std::int64_t, DeskRefused> Desk::unresolve(const DeskAction& action,
                                                         std::size_t index) {
    auto loaded = load(action, Actors::clerks_and_credit);
    if (!loaded) return std::unexpected(std::move(loaded).error());
    auto& findings = loaded->the_case.findings;
    if (index >= findings.size() || !findings[index].resolved)
        return refuse("not_found", "there is nothing to take back");
    if (!may_decide(action.user.role, loaded->the_case.state, findings[index]))
        return refuse("wrong_state", "the order has been released already");
    findings[index].resolved.reset();
    const std::string what = cat(name_of(findings[index].check), ": taken back");
    return save_resolution(std::move(*loaded), action,
                           {.number = "T10", .event = "resolution.taken_back", .reason = what});
}

// The credit controller has decided about all of it (T16, T16b). Meanwhile the exposure may have
// changed, and with it what was decided about: then he is shown the new figures.
std::expected<std::int64_t, DeskRefused> Desk::judge_held(Loaded loaded, const DeskAction& action,
                                                          const std::string& what) {
    const Command command{.kind = CommandKind::judge,
                          .role = action.user.role,
                          .actor = action.user.login,
                          .reason = what};
    auto submission =
        submission_of(store_, settings_, loaded.the_case, loaded.message, loaded.reading);
    const Judgement judgement = judge(store_, settings_, submission, command, action.now);
    if (judgement.decision) {
        if (commit_decision(store_, settings_, loaded.the_case, judgement, *judgement.decision,
                            action.now))
            return loaded.the_case.version;
        return refuse_changed();
    }
    if (judgement.decision.error().code != "open_findings")
        return refuse(judgement.decision.error().code, judgement.decision.error().text);
    show_anew(loaded, judgement);
    return refuse("changed_meanwhile",
                  "the figures have changed since; look at them and decide again");
}

std::expected<std::int64_t, DeskRefused> Desk::correct(const DeskAction& action,
                                                       Correction correction) {
    if (auto why = bad_value(correction); !why.empty()) return refuse("bad_value", std::move(why));
    auto loaded = load(action);
    if (!loaded) return std::unexpected(std::move(loaded).error());
    Case& c = loaded->the_case;
    if (c.state != OrderState::in_review)
        return refuse("wrong_state", cat("the order is ", name_of(c.state), ", not in review"));
    correction.actor = action.user.login;
    std::erase_if(c.corrections, [&](const Correction& old) {
        return old.field == correction.field && old.line == correction.line;
    });
    c.corrections.push_back(correction);
    if (std::ranges::find(c.editors, action.user.login) == c.editors.end())
        c.editors.push_back(action.user.login);
    return judge_and_commit(std::move(*loaded), action,
                            {.reason = cat(correction.field, " = ", correction.value)});
}

std::expected<std::int64_t, DeskRefused> Desk::release(const DeskAction& action) {
    auto loaded = load(action);
    if (!loaded) return std::unexpected(std::move(loaded).error());
    return judge_and_commit(std::move(*loaded), action, {.kind = CommandKind::release});
}

std::expected<std::int64_t, DeskRefused> Desk::approve(const DeskAction& action) {
    auto loaded = load(action);
    if (!loaded) return std::unexpected(std::move(loaded).error());
    return judge_and_commit(std::move(*loaded), action, {.kind = CommandKind::approve});
}

std::expected<std::int64_t, DeskRefused> Desk::refuse_second(const DeskAction& action,
                                                             const std::string& remark) {
    auto loaded = load(action);
    if (!loaded) return std::unexpected(std::move(loaded).error());
    return judge_and_commit(std::move(*loaded), action,
                            {.kind = CommandKind::refuse_second, .reason = remark});
}

std::expected<std::int64_t, DeskRefused> Desk::ask(const DeskAction& action,
                                                   const std::vector<std::size_t>& findings,
                                                   const std::string& free_text) {
    auto loaded = load(action);
    if (!loaded) return std::unexpected(std::move(loaded).error());
    Command command{.kind = CommandKind::ask};
    for (const std::size_t index : findings) {
        if (index >= loaded->the_case.findings.size())
            return refuse("not_found", "there is no such finding");
        command.questions.push_back(question_about(loaded->the_case.findings[index], free_text));
    }
    if (findings.empty()) {
        if (trim(free_text).empty())
            return refuse("reason_missing", "what shall the customer be asked?");
        command.questions.push_back({.free_text = free_text});
    }
    return judge_and_commit(std::move(*loaded), action, std::move(command));
}

std::expected<std::int64_t, DeskRefused> Desk::note_answer(const DeskAction& action,
                                                           const std::string& what_was_said) {
    if (trim(what_was_said).empty()) return refuse("reason_missing", "what did the customer say?");
    auto loaded = load(action);
    if (!loaded) return std::unexpected(std::move(loaded).error());
    return judge_and_commit(std::move(*loaded), action,
                            {.kind = CommandKind::note_answer, .reason = what_was_said});
}

std::expected<std::int64_t, DeskRefused> Desk::expire(const DeskAction& action) {
    auto loaded = load(action);
    if (!loaded) return std::unexpected(std::move(loaded).error());
    const Case& c = loaded->the_case;
    if (c.state == OrderState::awaiting_customer && !c.escalated)
        return refuse("wrong_state", "the customer still has time to answer");
    return judge_and_commit(std::move(*loaded), action, {.kind = CommandKind::expire});
}

std::expected<std::int64_t, DeskRefused> Desk::reject(const DeskAction& action,
                                                      const std::string& reason) {
    auto loaded = load(action);
    if (!loaded) return std::unexpected(std::move(loaded).error());
    return judge_and_commit(std::move(*loaded), action,
                            {.kind = CommandKind::reject, .reason = reason});
}

// The part of the message that asks for a change is a case of its own, beside the one that was
// taken for an order.
void Desk::open_change(const Case& merged, const StoredMessage& message, const Reading& reading,
                       Instant now) {
    constexpr std::uint32_t beside = 1'000; // documents of one message are fewer
    Case change{.message_id = merged.message_id,
                .document = merged.document + beside,
                .draft = merged.draft,
                .received_at = merged.received_at};
    change.draft.document_class = DocumentClass::order_change;
    Submission submission = submission_of(store_, settings_, change, message, reading);
    submission.history = {};
    submission.answer_context.no_answer_because = "the order's receipt has gone out already";
    const auto changed = order_meant(store_, change.draft, submission.origins, {});
    if (changed) submission.changes = as_it_stands(store_, *changed, change.draft, 0);
    const Judgement judgement = judge(store_, settings_, submission, Command{}, now);
    if (!judgement.decision)
        throw StoreFault(cat("the change was refused: ", judgement.decision.error().text));
    commit_decision(store_, settings_, change, judgement, *judgement.decision, now);
    if (!changed) return;
    store_.link_case(change.id, "changes", changed->id, changed->revision);
    pass_on_to_order(store_, settings_, change, judgement, submission.answer_context, now);
}

std::expected<std::int64_t, DeskRefused> Desk::set_aside(const DeskAction& action,
                                                         const std::string& reason) {
    auto loaded = load(action);
    if (!loaded) return std::unexpected(std::move(loaded).error());
    return judge_and_commit(std::move(*loaded), action,
                            {.kind = CommandKind::set_aside, .reason = reason});
}

std::expected<std::int64_t, DeskRefused> Desk::cancel_order(const DeskAction& action,
                                                            const std::string& reason) {
    auto loaded = load(action);
    if (!loaded) return std::unexpected(std::move(loaded).error());
    return judge_and_commit(std::move(*loaded), action,
                            {.kind = CommandKind::cancel_own, .reason = reason});
}

std::expected<std::int64_t, DeskRefused> Desk::break_promise(const DeskAction& action,
                                                             std::vector<NewPromise> promises,
                                                             const std::string& reason) {
    auto loaded = load(action);
    if (!loaded) return std::unexpected(std::move(loaded).error());
    return judge_and_commit(
        std::move(*loaded), action,
        {.kind = CommandKind::break_promise, .reason = reason, .promises = std::move(promises)});
}

std::expected<std::int64_t, DeskRefused> Desk::merge(const DeskAction& action) {
    auto loaded = load(action);
    if (!loaded) return std::unexpected(std::move(loaded).error());
    return merge_loaded(std::move(*loaded), action);
}

std::expected<std::int64_t, DeskRefused> Desk::merge_loaded(Loaded loaded,
                                                            const DeskAction& action) {
    const auto other_content = std::ranges::any_of(loaded.the_case.findings, [](const Finding& f) {
        return f.check == Check::same_order_number_again && f.difference != "same content";
    });
    const Loaded before = loaded;
    const Instant now = before.carried_out_at.value_or(action.now);
    std::expected<std::int64_t, DeskRefused> merged = refuse("not_found", "");
    store_.in_transaction([&] {
        merged = judge_and_commit(std::move(loaded), action, {.kind = CommandKind::merge});
        if (merged && other_content && !HeldDecisions(store_).of_case(before.the_case.id))
            open_change(before.the_case, before.message, before.reading, now);
    });
    return merged;
}

std::expected<std::int64_t, DeskRefused>
Desk::note_about_proposal(const DeskAction& action, CommandKind kind,
                          const std::string& what_was_said) {
    if (trim(what_was_said).empty())
        return refuse("reason_missing", "what did the customer say, and how?");
    auto loaded = load(action);
    if (!loaded) return std::unexpected(std::move(loaded).error());
    return judge_and_commit(std::move(*loaded), action, {.kind = kind, .reason = what_was_said});
}

std::expected<std::int64_t, DeskRefused> Desk::consent(const DeskAction& action,
                                                       const std::string& what_was_said) {
    return note_about_proposal(action, CommandKind::consent, what_was_said);
}

std::expected<std::int64_t, DeskRefused> Desk::decline(const DeskAction& action,
                                                       const std::string& what_was_said) {
    return note_about_proposal(action, CommandKind::decline, what_was_said);
}

std::expected<std::int64_t, DeskRefused> Desk::counter(const DeskAction& action,
                                                       const std::string& what_was_said) {
    return note_about_proposal(action, CommandKind::counter, what_was_said);
}

} // namespace besteld

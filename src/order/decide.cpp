// SPDX-License-Identifier: Apache-2.0
#include "order/decide.hpp"

#include "base/text.hpp"
#include "order/accept_order.hpp"
#include "order/build_answer.hpp"
#include "order/compare_orders.hpp"
#include "order/decide_change.hpp"
#include "order/decide_guards.hpp"
#include "order/preagreed.hpp"
#include "order/questions.hpp"
#include "order/typed_order.hpp"
#include "order/walk.hpp"

#include <algorithm>

namespace besteld {

namespace {

using Outcome = std::optional<CommandRefused>; // nothing: the command was carried out

class Decider {
public:
    Decider(const Order& order, std::vector<Finding> findings, const Terms& terms,
            const CaseHistory& history, const Command& command, const AnswerContext& context,
            Instant now)
        : order_(order), terms_(terms), history_(history), command_(command), context_(context),
          frame_{order, terms, context, history, now}, walk_(history) {
        decision_.findings = std::move(findings);
        decision_.four_eyes = four_eyes_reasons(order_, decision_.findings, terms_);
        if (history_.has_official_number && command_.kind != CommandKind::consent)
            decision_.four_eyes.emplace_back("the order was confirmed before");
        estimate();
        walk_.set_open(has_open());
    }

    std::expected<Decision, CommandRefused> carry_out() {
        if (auto refused = dispatch()) return std::unexpected(std::move(*refused));
        decision_.state = walk_.state();
        decision_.steps = walk_.take_steps();
        for (const auto& finding : decision_.findings)
            if (is_open(finding) && finding.money) decision_.at_stake += finding.money->abs();
        return std::move(decision_);
    }

private:
    // What the order is worth as it now stands, for the queue and for the second pair of eyes: the
    // buyer need not have stated a price.
    void estimate() {
        auto confirmed = confirm(order_, decision_.findings, terms_, context_);
        if (!confirmed) return;
        for (const auto& line : confirmed->lines)
            decision_.net += line.amount;
        if (decision_.net > four_eyes_limit && is_within_clerks_limit())
            decision_.four_eyes.push_back(over_limit_reason(order_.currency));
    }

    Outcome dispatch() {
        switch (command_.kind) {
        case CommandKind::judge:
            return judge();
        case CommandKind::release:
            return release();
        case CommandKind::approve:
            return approve();
        case CommandKind::refuse_second:
            return refuse_second();
        case CommandKind::ask:
            return ask();
        case CommandKind::note_answer:
            return person(OrderEvent::answer_received);
        case CommandKind::reject:
            return reject();
        case CommandKind::consent:
            return consent();
        case CommandKind::merge:
            return merge();
        case CommandKind::counter:
            return person(OrderEvent::proposal_countered);
        case CommandKind::set_aside:
            return set_aside();
        case CommandKind::amend:
            return amend();
        case CommandKind::expire:
            return end_unconfirmed(OrderEvent::expired, "R-INC");
        case CommandKind::decline:
        case CommandKind::apply_change:
        case CommandKind::cancel:
        case CommandKind::cancel_own:
        case CommandKind::break_promise:
            break; // decide_changed_order
        }
        return std::nullopt;
    }

    Outcome person(OrderEvent event) {
        return walk_.step(event, command_.role, command_.actor, command_.reason);
    }
    Outcome system(OrderEvent event, std::string reason = {}) {
        return walk_.step(event, Role::system, "besteld", std::move(reason));
    }
    static CommandRefused refused(std::string code, std::string text) {
        return {.code = std::move(code), .text = std::move(text)};
    }

    bool has_open() const { return std::ranges::any_of(decision_.findings, is_open); }
    bool has_open(Check check) const {
        return std::ranges::any_of(
            decision_.findings, [&](const Finding& f) { return is_open(f) && f.check == check; });
    }
    // domain.md T15: nothing else is left to decide.
    bool only_credit_open() const {
        return std::ranges::any_of(decision_.findings, stops_for_credit) &&
               std::ranges::all_of(decision_.findings, [](const Finding& f) {
                   return stops_for_credit(f) || (!is_open(f) && !is_only_intended(f));
               });
    }
    bool took(std::string_view number) const {
        return std::ranges::any_of(history_.steps,
                                   [&](const Step& s) { return s.number == number; });
    }

    // ── judging ──────────────────────────────────────────────────────────────────────────────────
    Outcome judge() {
        switch (walk_.state()) {
        case OrderState::extracted:
            return judge_first();
        case OrderState::on_hold:
            return judge_held();
        case OrderState::awaiting_customer:
            if (auto no = person(OrderEvent::answer_received)) return no;
            [[fallthrough]];
        case OrderState::in_review:
            if (auto no = person(OrderEvent::value_changed)) return no;
            return judge_checked();
        case OrderState::checking:
            return judge_checked();
        default:
            return refused("not_allowed", cat("an order that is ", name_of(walk_.state()),
                                              " is not judged again"));
        }
    }

    Outcome judge_first() {
        decision_.answers = technical_answers(frame_);
        if (const auto* earlier = same_order_again()) return repeat(*earlier);
        const bool unknown = order_.customer_no.empty() || has_open(Check::customer_unknown) ||
                             has_open(Check::identity_conflict);
        if (unknown) return system(OrderEvent::customer_unresolved);
        if (auto no = system(OrderEvent::customer_resolved)) return no;
        if (auto no = judge_checked()) return no;
        if (walk_.state() != OrderState::confirmed && walk_.state() != OrderState::proposed)
            send_receipt();
        return std::nullopt;
    }

    // domain.md 5.4 K3: the same number with the same content is the same order, sent again.
    const EarlierOrder* same_order_again() const {
        if (order_.buyer_order_key.empty() || order_.content_key.empty()) return nullptr;
        for (const auto& earlier : terms_.earlier) {
            const auto state = state_by_name(earlier.state);
            const bool stands = state && !is_end(*state);
            if (stands && earlier.buyer_order_key == order_.buyer_order_key &&
                is_same_content(earlier, order_))
                return &earlier;
        }
        return nullptr;
    }

    Outcome repeat(const EarlierOrder& earlier) {
        if (auto no =
                system(OrderEvent::repeat_recognised,
                       cat("K3: customer ", order_.customer_no, ", number ", order_.buyer_order_key,
                           ", same content as ", order_name(earlier))))
            return no;
        Answer answer = answer_frame(frame_, AnswerKind::repeat_of_answer);
        answer.official_no = earlier.official_no;
        answer.repeats_order = earlier.order_id;
        // Without a first answer there is nothing to repeat.
        if (!earlier.official_no.empty()) add_answers(answer);
        return std::nullopt;
    }

    // An order that nobody may be answered about is nobody's to confirm by itself.
    bool somebody_would_hear() const {
        return is_edi_order(frame_) || context_.no_answer_because.empty();
    }

    Outcome judge_checked() {
        if (only_credit_open() && !took("T16b")) return system(OrderEvent::held);
        if (has_open()) return system(OrderEvent::deviations_found);
        if (is_declined()) return system(OrderEvent::checks_passed_clean); // a clerk says so
        // A daemon's verdict is one of the two persons only where the agreement allows
        // straight-through (domain.md 3.3); a clerk who corrected it, or took it down, is one.
        const bool person_decides =
            command_.role != Role::system && command_.role != Role::customer;
        const bool person_took_part = person_decides || is_taken_by_hand(order_.channel);
        const bool opted_in = terms_.agreement && terms_.agreement->straight_through;
        if (!decision_.four_eyes.empty() && (opted_in || person_took_part)) {
            decision_.released_by = person_decides ? command_.actor : "besteld";
            return system(OrderEvent::checks_passed_second, join(decision_.four_eyes, "; "));
        }
        if (decision_.four_eyes.empty() && opted_in && !person_took_part &&
            order_.defaulted.empty() && !order_.test && somebody_would_hear() &&
            accept(OrderEvent::checks_passed, Role::system, "besteld"))
            return std::nullopt;
        return system(OrderEvent::checks_passed_clean);
    }

    Outcome judge_held() {
        for (const auto& finding : decision_.findings) {
            const bool stopped =
                is_for_credit(finding.check) && finding.severity != FindingSeverity::release_block;
            if (!stopped || !finding.resolved) continue;
            const auto how = finding.resolved->resolution;
            if (how == Resolution::reject || how == Resolution::ask)
                return person(OrderEvent::hold_refused);
        }
        std::vector<std::string> names;
        for (const auto& finding : decision_.findings)
            if (stops_for_credit(finding)) names.emplace_back(name_of(finding.check));
        if (!names.empty())
            return refused("open_findings", cat("the credit controller has not released it yet: ",
                                                join(names, ", ")));
        if (auto no = person(OrderEvent::hold_released)) return no;
        return judge_checked();
    }

    // The draft has taken a change up: all of it is judged anew. A customer who answers a proposal
    // with another wish has not consented to it (T25).
    Outcome amend() {
        if (walk_.state() == OrderState::proposed)
            if (auto no = person(OrderEvent::proposal_countered)) return no;
        if (auto no = person(OrderEvent::change_merged)) return no;
        return judge_checked();
    }

    Outcome set_aside() {
        if (command_.reason.empty()) return refused("reason_missing", "why is it nothing for us?");
        return person(OrderEvent::set_aside);
    }

    void send_receipt() {
        const bool mail = !context_.case_mail_id.empty() && terms_.agreement &&
                          terms_.agreement->ack_policy == "receipt";
        Answer receipt = answer_frame(frame_, AnswerKind::receipt);
        if (!mail) receipt.recipient.clear(); // his system may want it all the same
        if (!has_open(Check::sender_not_authentic)) add_answers(receipt);
    }

    // ── people's decisions ───────────────────────────────────────────────────────────────────────
    Outcome release() {
        if (only_credit_open() && !took("T16b")) return person(OrderEvent::held);
        if (auto no = refuse_open()) return no;
        if (auto no = refuse_without_authority()) return no;
        if (is_declined()) return reject_with(reason_of_rejection());
        if (decision_.four_eyes.empty())
            return accept_or_refuse(OrderEvent::released_by_clerk, command_.role);
        // The order must be acceptable before a second person is asked to look at it.
        if (auto confirmed = confirm(order_, decision_.findings, terms_, context_); !confirmed)
            return std::move(confirmed).error();
        if (walk_.state() == OrderState::awaiting_second)
            return refused("not_allowed",
                           "this order waits for a second person, who approves or refuses");
        decision_.released_by = command_.actor;
        return person(OrderEvent::review_completed);
    }

    Outcome approve() {
        if (auto no = refuse_same_person()) return no;
        if (auto no = refuse_open()) return no;
        if (walk_.state() != OrderState::awaiting_second)
            return refused("not_allowed",
                           "only an order that waits for a second person can be approved");
        if (is_declined())
            return refused("not_allowed", "the order was declined and cannot be approved");
        for (const auto& step : history_.steps)
            if (step.number == "T17" || step.number == "T07") decision_.released_by = step.actor;
        // T07 is the daemon's step, but the first of the two persons is the clerk whose value it
        // judged.
        if (decision_.released_by == "besteld" && !history_.editors.empty())
            decision_.released_by = history_.editors.back();
        return accept_or_refuse(OrderEvent::released_by_clerk, second_role());
    }

    Outcome refuse_second() {
        if (command_.reason.empty())
            return refused("reason_missing", "say what is not right, for the first person");
        if (auto no = refuse_same_person()) return no;
        return walk_.step(OrderEvent::second_refused, second_role(), command_.actor,
                          command_.reason);
    }

    Outcome ask() {
        if (command_.questions.empty())
            return refused("question_missing", "there is no question to send");
        if (auto no = person(OrderEvent::question_sent)) return no;
        Answer answer = answer_frame(frame_, AnswerKind::question);
        answer.questions = command_.questions;
        offer_choices(answer.questions, decision_.findings, order_, terms_);
        answer.answer_by = answer_deadline(frame_, AnswerKind::question);
        answer.clerk_text = command_.text_to_customer;
        add_answers(answer);
        return std::nullopt;
    }

    Outcome reject() {
        if (command_.reason.empty()) return refused("reason_missing", "a rejection needs a reason");
        const bool coded = command_.reason.starts_with("R-");
        return reject_with(coded ? command_.reason : reason_of_rejection());
    }

    Outcome reject_with(const std::string& code) {
        if (!is_within_clerks_limit() && command_.role != Role::lead)
            return refused("lead_only", "orders of this value are rejected by the team lead");
        return end_unconfirmed(OrderEvent::rejected, code);
    }

    Outcome end_unconfirmed(OrderEvent event, const std::string& code) {
        if (auto no = person(event)) return no;
        Answer answer = answer_frame(frame_, AnswerKind::rejection);
        answer.reason = code == "R-CREDIT" ? "" : code; // never named by default (domain.md 4.4)
        answer.clerk_text = command_.text_to_customer;
        add_answers(answer);
        return std::nullopt;
    }

    // domain.md 3.2 T06b: the same order again gets its first answer again; other content is
    // answered as the change that it becomes, by the change's own case.
    Outcome merge() {
        const bool repeats = std::ranges::any_of(decision_.findings, [](const Finding& f) {
            return f.check == Check::same_order_number_again ||
                   f.check == Check::same_content_again;
        });
        if (!repeats)
            return refused("not_allowed", "no earlier order was found that this could belong to");
        if (auto no = person(OrderEvent::same_order_decided)) return no;
        const auto* earlier = same_order_again();
        if (!earlier) walk_.call_last("order.merged");
        if (earlier && !earlier->official_no.empty()) {
            Answer answer = answer_frame(frame_, AnswerKind::repeat_of_answer);
            answer.official_no = earlier->official_no;
            answer.repeats_order = earlier->order_id;
            add_answers(answer);
        }
        return std::nullopt;
    }

    Outcome consent() {
        auto confirmed = confirm(order_, decision_.findings, terms_, context_);
        if (!confirmed) return std::move(confirmed).error();
        if (auto no = person(OrderEvent::consented)) return no;
        for (auto& deviation : confirmed->deviations)
            deviation.preagreed = true; // agreed now
        Answer answer = answer_frame(frame_, AnswerKind::confirmation);
        fill_in(answer, std::move(*confirmed), terms_);
        decision_.net = answer.net;
        decision_.confirmed = answer;
        // The partner's own change is answered by the change's case; here the final paper follows
        // by mail.
        if (!answer.recipient.empty() && context_.no_answer_because.empty())
            decision_.answers.push_back(answer);
        return std::nullopt;
    }

    // ── guards ───────────────────────────────────────────────────────────────────────────────────
    Outcome refuse_open() const { return besteld::refuse_open(decision_.findings); }
    Outcome refuse_same_person() const {
        return besteld::refuse_same_person(history_, decision_.findings, command_.actor);
    }
    Outcome refuse_without_authority() const {
        return besteld::refuse_without_authority(decision_.findings, command_);
    }

    Role second_role() const { return as_second_person(command_.role); }

    // A finding about the whole order that was resolved by declining declines the whole order; what
    // finance has refused no clerk lets pass.
    bool is_declined() const {
        return all_lines_rejected() ||
               std::ranges::any_of(decision_.findings, [](const Finding& f) {
                   return !f.line && f.severity != FindingSeverity::info && f.resolved &&
                          f.resolved->resolution == Resolution::reject;
               });
    }

    bool all_lines_rejected() const {
        const auto rejected = [&](const OrderLine& line) {
            return std::ranges::any_of(decision_.findings, [&](const Finding& f) {
                return f.line == line.index && f.resolved &&
                       f.resolved->resolution == Resolution::reject;
            });
        };
        return !order_.lines.empty() && std::ranges::all_of(order_.lines, rejected);
    }

    std::string reason_of_rejection() const {
        for (const auto& finding : decision_.findings)
            if (finding.resolved && finding.resolved->resolution == Resolution::reject)
                return finding.reason;
        return {};
    }

    bool is_within_clerks_limit() const {
        return std::ranges::none_of(decision_.four_eyes, [](const std::string& why) {
            return why.starts_with("the order is worth");
        });
    }

    // ── acceptance ───────────────────────────────────────────────────────────────────────────────
    Outcome accept_or_refuse(OrderEvent event, Role role) {
        auto confirmed = confirm(order_, decision_.findings, terms_, context_);
        if (!confirmed) return std::move(confirmed).error();
        if (auto no = walk_.step(event, role, command_.actor, command_.reason)) return no;
        if (command_.kind == CommandKind::approve)
            decision_.second_by = command_.actor;
        else
            decision_.released_by = command_.actor;
        return after_acceptance(std::move(*confirmed));
    }

    // true when it was accepted; false leaves the order as it was
    bool accept(OrderEvent event, Role role, const std::string& actor) {
        auto confirmed = confirm(order_, decision_.findings, terms_, context_);
        if (!confirmed || walk_.step(event, role, actor, {})) return false;
        decision_.released_by = actor;
        return !after_acceptance(std::move(*confirmed));
    }

    Outcome after_acceptance(Confirmed confirmed) {
        decision_.releases = "acceptance";
        decision_.give_number = !history_.has_official_number;
        walk_.set_numbered();
        reserve(confirmed.lines, terms_, frame_.now, decision_);
        const OrderEvent event = kind_of_confirmation(confirmed);
        if (auto no = system(event)) return no;
        const bool proposal = event == OrderEvent::proposed;
        Answer answer =
            answer_frame(frame_, proposal ? AnswerKind::proposal : AnswerKind::confirmation);
        fill_in(answer, std::move(confirmed), terms_);
        answer.clerk_text = command_.text_to_customer;
        decision_.net = answer.net;
        decision_.confirmed = answer;
        if (proposal) {
            answer.silence_consents = silence_consents(answer.deviations, terms_);
            answer.answer_by = answer_deadline(frame_, AnswerKind::proposal);
        }
        add_answers(answer);
        return std::nullopt;
    }

    void add_answers(const Answer& answer) {
        const Cause cause = command_.role == Role::system ? Cause::daemon : Cause::person;
        std::ranges::move(on_every_channel(frame_, answer, cause),
                          std::back_inserter(decision_.answers));
    }

    const Order& order_;
    const Terms& terms_;
    const CaseHistory& history_;
    const Command& command_;
    const AnswerContext& context_;
    AnswerFrame frame_;
    Walk walk_;
    Decision decision_;
};

} // namespace

std::expected<Decision, CommandRefused> decide(const Order& order,
                                               const std::vector<Finding>& findings,
                                               const Terms& terms, const CaseHistory& history,
                                               const Command& command, const AnswerContext& context,
                                               Instant now) {
    auto resolved = resolve_by_agreement(order, findings, terms, now);
    switch (command.kind) {
    case CommandKind::apply_change:
    case CommandKind::cancel:
    case CommandKind::cancel_own:
    case CommandKind::break_promise:
    case CommandKind::decline:
        return decide_changed_order(order, std::move(resolved), terms, history, command, context,
                                    now);
    default:
        break;
    }
    if (context.change)
        return decide_change(order, std::move(resolved), terms, history, command, context, now);
    return Decider(order, std::move(resolved), terms, history, command, context, now).carry_out();
}

} // namespace besteld

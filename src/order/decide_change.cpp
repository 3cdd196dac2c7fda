// SPDX-License-Identifier: Apache-2.0
#include "order/decide_change.hpp"

#include "base/text.hpp"
#include "order/build_answer.hpp"
#include "order/decide_guards.hpp"
#include "order/walk.hpp"

#include <algorithm>

namespace besteld {

namespace {

using Outcome = std::optional<CommandRefused>; // nothing: the command was carried out

bool is_cancellation(const AnswerContext& context) {
    const auto* document = context.answered ? context.answered : context.draft;
    return document && document->document_class == DocumentClass::order_cancellation;
}

// The change's own case.
class ChangeDecider {
public:
    ChangeDecider(const Order& order, std::vector<Finding> findings, const Terms& terms,
                  const CaseHistory& history, const Command& command, const AnswerContext& context,
                  Instant now)
        : history_(history), command_(command), context_(context), change_(*context.change),
          frame_{order, terms, context, history, now}, walk_(history) {
        decision_.findings = std::move(findings);
        if (change_.has_official_number)
            decision_.four_eyes.push_back(
                cat(is_cancellation(context_) ? "a cancellation" : "a change", " of ",
                    change_.order_no, ", which has its number"));
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
        case CommandKind::reject:
            return refuse_change(command_.reason);
        case CommandKind::ask:
            return ask();
        case CommandKind::note_answer:
            return person(OrderEvent::answer_received);
        case CommandKind::set_aside:
            return person(OrderEvent::set_aside);
        default:
            return refused("not_allowed", "that is no way to end a change");
        }
    }

    Outcome person(OrderEvent event) {
        return walk_.step(event, command_.role, command_.actor, command_.reason);
    }
    Outcome system(OrderEvent event, std::string reason = {}) {
        return walk_.step(event, Role::system, "besteld", std::move(reason));
    }
    static Outcome refused(std::string code, std::string text) {
        return CommandRefused{.code = std::move(code), .text = std::move(text)};
    }
    bool has_open() const { return std::ranges::any_of(decision_.findings, is_open); }

    // ── judging ──────────────────────────────────────────────────────────────────────────────────
    Outcome judge() {
        if (walk_.state() == OrderState::extracted) {
            for (auto& receipt : technical_answers(frame_))
                decision_.answers.push_back(std::move(receipt));
            if (change_.repeats_case != 0) return repeat(change_.repeats_case, "the same wish");
            if (is_overtaken()) return repeat(0, "a later change was applied already");
            if (auto no = system(OrderEvent::customer_resolved)) return no;
            return judge_checked();
        }
        if (walk_.state() == OrderState::awaiting_customer)
            if (auto no = person(OrderEvent::answer_received)) return no;
        if (auto no = person(OrderEvent::value_changed)) return no;
        return judge_checked();
    }

    // domain.md 3.4: a sequence not above the last applied one is answered again and changes
    // nothing.
    bool is_overtaken() const {
        return std::ranges::any_of(decision_.findings, [](const Finding& f) {
            return f.check == Check::change_out_of_sequence && f.suggested == Resolution::dismiss;
        });
    }

    Outcome repeat(std::int64_t of_case, std::string why) {
        if (auto no = system(OrderEvent::repeat_recognised, std::move(why))) return no;
        Answer answer = answer_frame(frame_, AnswerKind::repeat_of_answer);
        answer.official_no = change_.order_no;
        answer.repeats_order = of_case;
        add_answers(answer);
        return std::nullopt;
    }

    // Nobody has to look at a change that only makes a draft another draft. A cancellation ends
    // something: a person sees it first.
    Outcome judge_checked() {
        if (has_open()) return system(OrderEvent::deviations_found);
        const bool nobody_took_part = command_.role == Role::system;
        const bool into_a_draft =
            is_open_to_changes(change_.state) && !is_cancellation(context_) && nobody_took_part;
        if (into_a_draft) {
            decision_.outcome = ChangeOutcome::carry_out;
            return system(OrderEvent::change_carried_out, cat("into ", change_.order_no));
        }
        return system(OrderEvent::checks_passed_clean);
    }

    // ── people's decisions ───────────────────────────────────────────────────────────────────────
    bool is_declined() const {
        return std::ranges::any_of(decision_.findings, [](const Finding& f) {
            return f.severity != FindingSeverity::info && f.resolved &&
                   f.resolved->resolution == Resolution::reject;
        });
    }

    Outcome release() {
        if (auto no = refuse_open(decision_.findings)) return no;
        if (auto no = refuse_without_authority(decision_.findings, command_)) return no;
        if (is_declined() && !change_.in_part) return refuse_change("R-STATE");
        if (walk_.state() == OrderState::awaiting_second)
            return refused("not_allowed",
                           "this change waits for a second person, who approves or refuses");
        decision_.released_by = command_.actor;
        if (!change_.has_official_number) return carry_out_as(command_.role);
        return person(OrderEvent::review_completed);
    }

    Outcome approve() {
        if (auto no = refuse_same_person(history_, decision_.findings, command_.actor)) return no;
        if (auto no = refuse_open(decision_.findings)) return no;
        if (walk_.state() != OrderState::awaiting_second)
            return refused("not_allowed", "only what waits for a second person can be approved");
        for (const auto& step : history_.steps)
            if (step.number == "T17") decision_.released_by = step.actor;
        decision_.second_by = command_.actor;
        return carry_out_as(as_second_person(command_.role));
    }

    Outcome carry_out_as(Role role) {
        decision_.outcome = ChangeOutcome::carry_out;
        return walk_.step(OrderEvent::change_carried_out, role, command_.actor, command_.reason);
    }

    Outcome refuse_second() {
        if (command_.reason.empty())
            return refused("reason_missing", "say what is not right, for the first person");
        if (auto no = refuse_same_person(history_, decision_.findings, command_.actor)) return no;
        return walk_.step(OrderEvent::second_refused, as_second_person(command_.role),
                          command_.actor, command_.reason);
    }

    // T39: the order stands as it was.
    Outcome refuse_change(const std::string& reason) {
        if (reason.empty()) return refused("reason_missing", "a refusal needs a reason");
        if (auto no =
                walk_.step(OrderEvent::change_declined, command_.role, command_.actor, reason))
            return no;
        decision_.outcome = ChangeOutcome::refuse;
        Answer answer = answer_frame(frame_, AnswerKind::rejection);
        answer.official_no = change_.has_official_number ? change_.order_no : std::string{};
        answer.reason = reason.starts_with("R-") ? reason : "R-STATE";
        answer.clerk_text = command_.text_to_customer;
        add_answers(answer);
        return std::nullopt;
    }

    Outcome ask() {
        if (command_.questions.empty())
            return refused("question_missing", "there is no question to send");
        if (auto no = person(OrderEvent::question_sent)) return no;
        Answer answer = answer_frame(frame_, AnswerKind::question);
        answer.questions = command_.questions;
        answer.answer_by = answer_deadline(frame_, AnswerKind::question);
        answer.clerk_text = command_.text_to_customer;
        add_answers(answer);
        return std::nullopt;
    }

    void add_answers(const Answer& answer) {
        const Cause cause = command_.role == Role::system ? Cause::daemon : Cause::person;
        std::ranges::move(on_every_channel(frame_, answer, cause),
                          std::back_inserter(decision_.answers));
    }

    const CaseHistory& history_;
    const Command& command_;
    const AnswerContext& context_;
    const ChangeContext& change_;
    AnswerFrame frame_;
    Walk walk_;
    Decision decision_;
};

} // namespace

std::expected<Decision, CommandRefused>
decide_change(const Order& order, std::vector<Finding> findings, const Terms& terms,
              const CaseHistory& history, const Command& command, const AnswerContext& context,
              Instant now) {
    return ChangeDecider(order, std::move(findings), terms, history, command, context, now)
        .carry_out();
}

bool is_open_to_changes(OrderState state) {
    switch (state) {
    case OrderState::received:
    case OrderState::extracted:
    case OrderState::checking:
    case OrderState::in_review:
    case OrderState::awaiting_customer:
    case OrderState::on_hold:
    case OrderState::awaiting_second:
    case OrderState::proposed:
        return true;
    default:
        return false;
    }
}

} // namespace besteld

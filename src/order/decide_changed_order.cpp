// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "order/accept_order.hpp"
#include "order/build_answer.hpp"
#include "order/decide_change.hpp"
#include "order/decide_guards.hpp"
#include "order/totals.hpp"
#include "order/walk.hpp"

#include <algorithm>

namespace besteld {

namespace {

using Outcome = std::optional<CommandRefused>;

// What was confirmed stays confirmed: a line that the change does not touch is answered as it was,
// and its deviations were told and agreed then.
void keep_untouched(Confirmed& confirmed, const ChangeContext& change) {
    if (!change.standing) return;
    const auto is_touched = [&](std::uint32_t line) {
        return std::ranges::find(change.touched, line) != change.touched.end();
    };
    std::erase_if(confirmed.deviations,
                  [&](const Deviation& d) { return d.line && !is_touched(*d.line); });
    for (auto& line : confirmed.lines) {
        const auto before =
            line.index < change.came_from.size() ? change.came_from[line.index] : std::nullopt;
        if (is_touched(line.index) || !before) continue;
        const auto old = std::ranges::find(change.standing->lines, *before, &AnswerLine::index);
        if (old == change.standing->lines.end()) continue;
        const auto index = line.index;
        line = *old;
        line.index = index;
        for (Deviation deviation : change.standing->deviations) {
            if (deviation.line != *before) continue;
            deviation.line = index;
            deviation.preagreed = true;
            confirmed.deviations.push_back(std::move(deviation));
        }
    }
}

// What was wanted in vain is told beside what stands. No consent is asked for: that a change may be
// done in part is agreed.
void tell_declined(Confirmed& confirmed, const std::vector<DeclinedWish>& wishes) {
    for (const auto& wish : wishes) {
        const auto line = std::ranges::find(confirmed.lines, wish.line, &AnswerLine::index);
        if (line == confirmed.lines.end()) continue;
        const auto wanted = Decimal::parse(wish.wanted);
        if (wish.field == "quantity" && wanted) {
            line->ordered_quantity = *wanted;
            line->ordered_unit = wish.unit;
        }
        if (wish.field == "price" && wanted) line->ordered_price = *wanted;
        line->answer = LineAnswer::changed;
        line->reason = wish.reason;
        confirmed.deviations.push_back(
            {.line = wish.line,
             .field = wish.field,
             .ordered = wish.wanted,
             .confirmed = wish.field == "quantity" ? line->quantity.to_string()
                          : wish.field == "price"  ? line->price.to_string()
                          : line->promised         ? to_iso(*line->promised)
                                                   : std::string{},
             .reason = wish.reason,
             .preagreed = true,
             .declined = true});
    }
}

class ChangedOrderDecider {
public:
    ChangedOrderDecider(const Order& order, std::vector<Finding> findings, const Terms& terms,
                        const CaseHistory& history, const Command& command,
                        const AnswerContext& context, Instant now)
        : order_(order), terms_(terms), history_(history), command_(command), context_(context),
          frame_{order, terms, context, history, now}, walk_(history) {
        decision_.findings = std::move(findings);
    }

    std::expected<Decision, CommandRefused> carry_out() {
        if (auto refused = dispatch()) return std::unexpected(std::move(*refused));
        decision_.state = walk_.state();
        decision_.steps = walk_.take_steps();
        return std::move(decision_);
    }

private:
    Outcome dispatch() {
        switch (command_.kind) {
        case CommandKind::apply_change:
            return apply_change();
        case CommandKind::cancel:
            return cancel();
        case CommandKind::cancel_own:
            return cancel_own();
        case CommandKind::decline:
            return decline();
        case CommandKind::break_promise:
            return break_promise();
        default:
            return CommandRefused{"not_allowed", "this is not done to an order that stands"};
        }
    }

    Outcome apply_change() {
        auto confirmed = confirm(order_, decision_.findings, terms_, context_);
        if (!confirmed) return std::move(confirmed).error();
        if (context_.change) {
            keep_untouched(*confirmed, *context_.change);
            tell_declined(*confirmed, context_.change->declined);
        }
        const bool as_asked = std::ranges::all_of(confirmed->deviations, &Deviation::preagreed);
        if (auto no =
                walk_.step(as_asked ? OrderEvent::change_applied : OrderEvent::change_proposed,
                           as_second_person(command_.role), command_.actor, command_.reason))
            return no;
        decision_.releases = "change";
        reserve(confirmed->lines, terms_, frame_.now, decision_);
        Answer answer =
            answer_frame(frame_, as_asked ? AnswerKind::confirmation : AnswerKind::proposal);
        fill_in(answer, std::move(*confirmed), terms_);
        answer.clerk_text = command_.text_to_customer;
        decision_.net = answer.net;
        decision_.confirmed = answer;
        if (context_.change) decision_.came_from = context_.change->came_from;
        if (!as_asked) {
            answer.silence_consents = silence_consents(answer.deviations, terms_);
            answer.answer_by = answer_deadline(frame_, AnswerKind::proposal);
        }
        add_answers(answer);
        return std::nullopt;
    }

    // What was confirmed, with what we can do instead: a new proposal at once (domain.md T28).
    Outcome break_promise() {
        if (command_.reason.empty())
            return CommandRefused{"reason_missing", "why can the promise not be kept?"};
        if (!context_.change || !context_.change->standing || command_.promises.empty())
            return CommandRefused{"bad_value", "nothing was confirmed that could be promised anew"};
        const Answer& standing = *context_.change->standing;
        Confirmed confirmed{.lines = standing.lines,
                            .currency = standing.currency,
                            .small_order_fee = standing.small_order_fee,
                            .charges = standing.charges};
        for (const auto& promise : command_.promises)
            if (auto no = promise_anew(confirmed, promise)) return no;
        if (auto no = walk_.step(OrderEvent::promise_broken, command_.role, command_.actor,
                                 command_.reason))
            return no;
        decision_.releases = "promise";
        decision_.released_by = command_.actor;
        reserve(confirmed.lines, terms_, frame_.now, decision_);
        Answer answer = answer_frame(frame_, AnswerKind::proposal);
        fill_in(answer, std::move(confirmed), terms_);
        answer.silence_consents = silence_consents(answer.deviations, terms_);
        answer.answer_by = answer_deadline(frame_, AnswerKind::proposal);
        answer.clerk_text = command_.text_to_customer;
        decision_.net = answer.net;
        decision_.confirmed = answer;
        add_answers(answer);
        return std::nullopt;
    }

    static Outcome promise_anew(Confirmed& confirmed, const NewPromise& promise) {
        const auto line = std::ranges::find(confirmed.lines, promise.line, &AnswerLine::index);
        if (line == confirmed.lines.end() || line->answer == LineAnswer::rejected)
            return CommandRefused{"bad_value",
                                  cat("line ", promise.line + 1, " was not confirmed")};
        const auto deviate = [&](std::string field, std::string before, std::string now) {
            confirmed.deviations.push_back({.line = promise.line,
                                            .field = std::move(field),
                                            .ordered = std::move(before),
                                            .confirmed = std::move(now),
                                            .reason = "R-STOCK"});
            line->answer = LineAnswer::changed;
            line->reason = "R-STOCK";
        };
        if (promise.date && promise.date != line->promised) {
            deviate("date", line->promised ? to_iso(*line->promised) : "", to_iso(*promise.date));
            line->promised = promise.date;
            line->parts.clear();
        }
        if (!promise.quantity || *promise.quantity == line->quantity) return std::nullopt;
        if (*promise.quantity <= Decimal{} || *promise.quantity > line->quantity)
            return CommandRefused{"bad_value",
                                  "less than was confirmed can be promised, not more or nothing"};
        const auto amount = in_range(line->amount, *promise.quantity, line->quantity, 2);
        if (!amount) return CommandRefused{"bad_value", "the amount is out of range"};
        deviate("quantity", line->quantity.to_string(), promise.quantity->to_string());
        line->amount = *amount;
        line->quantity = *promise.quantity;
        line->parts.clear();
        return std::nullopt;
    }

    // The customer's cancellation; of an order that has its number a second person agreed.
    Outcome cancel() {
        if (history_.state == OrderState::part_delivered) return cancel_rest();
        const Role role =
            history_.has_official_number ? as_second_person(command_.role) : command_.role;
        if (auto no = walk_.step(OrderEvent::cancelled, role, command_.actor, command_.reason))
            return no;
        decision_.releases = history_.has_official_number ? "cancellation" : "withdrawal";
        tell_cancelled();
        return std::nullopt;
    }

    // What has gone stays confirmed, and no more than that.
    Outcome cancel_rest() {
        if (!context_.change || !context_.change->standing)
            return CommandRefused{"bad_value", "nothing was confirmed that has a rest"};
        const auto& delivered = context_.change->delivered;
        const Answer& standing = *context_.change->standing;
        Confirmed confirmed{.lines = standing.lines,
                            .currency = standing.currency,
                            .small_order_fee = standing.small_order_fee,
                            .charges = standing.charges};
        for (auto& line : confirmed.lines) {
            const Decimal gone = line.index < delivered.size() ? delivered[line.index] : Decimal{};
            if (auto no = reduce_to(line, gone)) return no;
        }
        if (auto no = walk_.step(OrderEvent::change_applied, as_second_person(command_.role),
                                 command_.actor, command_.reason))
            return no;
        decision_.releases = "cancellation";
        Answer answer = answer_frame(frame_, AnswerKind::confirmation);
        fill_in(answer, std::move(confirmed), terms_);
        decision_.net = answer.net;
        decision_.confirmed = answer;
        tell_cancelled(RestOnly::yes);
        return std::nullopt;
    }

    static Outcome reduce_to(AnswerLine& line, Decimal quantity) {
        if (quantity >= line.quantity) return std::nullopt;
        const auto amount = in_range(line.amount, quantity, line.quantity, 2);
        if (!amount) return CommandRefused{"bad_value", "the amount is out of range"};
        line.amount = *amount;
        line.quantity = quantity;
        line.backorder = {};
        line.parts.clear();
        return std::nullopt;
    }

    Outcome decline() {
        if (auto no = walk_.step(OrderEvent::proposal_refused, command_.role, command_.actor,
                                 command_.reason))
            return no;
        decision_.releases = "withdrawal";
        decision_.released_by = command_.actor;
        tell_cancelled();
        return std::nullopt;
    }

    // Tells what the customer wanted: nothing of the order is delivered.
    enum class RestOnly { no, yes };
    void tell_cancelled(RestOnly rest = RestOnly::no) {
        Answer answer = answer_frame(frame_, AnswerKind::confirmation);
        answer.answered.document_class = DocumentClass::order_cancellation;
        answer.rest_only = rest == RestOnly::yes;
        answer.clerk_text = command_.text_to_customer;
        add_answers(answer);
    }

    Outcome cancel_own() {
        if (command_.reason.empty())
            return CommandRefused{"reason_missing", "why do we cancel? The customer will ask"};
        if (auto no = walk_.step(OrderEvent::cancelled_by_seller, command_.role, command_.actor,
                                 command_.reason))
            return no;
        Answer answer = answer_frame(frame_, AnswerKind::rejection);
        answer.reason = command_.reason.starts_with("R-") ? command_.reason : "";
        answer.clerk_text = command_.text_to_customer;
        add_answers(answer);
        return std::nullopt;
    }

    void add_answers(const Answer& answer) {
        std::ranges::move(on_every_channel(frame_, answer, Cause::person),
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

std::expected<Decision, CommandRefused>
decide_changed_order(const Order& order, std::vector<Finding> findings, const Terms& terms,
                     const CaseHistory& history, const Command& command,
                     const AnswerContext& context, Instant now) {
    return ChangedOrderDecider(order, std::move(findings), terms, history, command, context, now)
        .carry_out();
}

} // namespace besteld

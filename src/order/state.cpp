// SPDX-License-Identifier: Apache-2.0
#include "order/state.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <boost/describe.hpp>
#include <initializer_list>

namespace besteld {

BOOST_DESCRIBE_ENUM(OrderState, received, extracted, checking, in_review, awaiting_customer,
                    on_hold, awaiting_second, accepted, confirmed, proposed, released,
                    part_delivered, delivered, invoice_requested, closed, archived, rejected,
                    cancelled, superseded, duplicate, expired)
BOOST_DESCRIBE_ENUM(Role, system, clerk, second_clerk, lead, credit, customer, admin, auditor,
                    representative, warehouse, production, finance)
BOOST_DESCRIBE_ENUM(OrderEvent, parsed, customer_resolved, customer_unresolved, repeat_recognised,
                    same_order_decided, checks_passed_second, checks_passed, checks_passed_clean,
                    deviations_found, value_changed, question_sent, answer_received,
                    question_reminded, expired, held, hold_released, hold_refused, review_completed,
                    second_refused, released_by_clerk, confirmed_as_ordered, confirmed_preagreed,
                    proposed, consented, proposal_lapsed, proposal_refused, proposal_countered,
                    rejected, cancelled, cancelled_by_seller, superseded, set_aside, answered,
                    released, promise_broken, goods_issued_in_part, goods_issued, rest_closed,
                    proof_filed, invoice_requested, invoiced, archived, noted, reopened,
                    change_merged, change_applied, change_proposed, change_refused,
                    change_carried_out, change_declined)

namespace {

// Who may do it, as a set of roles. A second clerk is a clerk of another order, a lead is both;
// that the second person differs from the first is decide's matter, who knows their logins.
using Roles = unsigned;
constexpr Roles only(Role role) {
    return 1U << static_cast<unsigned>(role);
}
constexpr Roles lead = only(Role::lead);
constexpr Roles clerk = only(Role::clerk) | only(Role::second_clerk) | lead;
constexpr Roles second = only(Role::second_clerk) | lead;
constexpr Roles system_ = only(Role::system);
constexpr Roles credit = only(Role::credit);
constexpr Roles customer = only(Role::customer);
constexpr Roles warehouse = only(Role::warehouse);
constexpr Roles finance = only(Role::finance);
constexpr Roles auditor = only(Role::auditor);

enum class Guard {
    none,
    nothing_open, // every block and warn has its resolution
    something_open,
    never_accepted, // the order has no official number
    once_accepted   // the order has one
};

using From = std::uint32_t; // a set of states
constexpr From from(std::initializer_list<OrderState> states) {
    From set = 0;
    for (const auto state : states)
        set |= 1U << static_cast<unsigned>(state);
    return set;
}

constexpr std::optional<OrderState> same_state{};

struct Row {
    OrderEvent event;
    From from;
    Guard guard;
    Roles roles;
    std::string_view number;
    std::optional<OrderState> to; // none: the order stays in its state
    std::string_view log;
};

using S = OrderState;
using E = OrderEvent;

constexpr From before_acceptance = from({S::received, S::extracted, S::checking, S::in_review,
                                         S::awaiting_customer, S::on_hold, S::awaiting_second});
constexpr From after_acceptance = from({S::accepted, S::confirmed, S::proposed, S::released});
constexpr From standing = after_acceptance | from({S::part_delivered});
constexpr From over =
    from({S::closed, S::rejected, S::cancelled, S::duplicate, S::expired, S::superseded});
constexpr From any_state =
    before_acceptance | standing | over | from({S::delivered, S::invoice_requested, S::archived});

// domain.md 3.2, row by row. `proposed` may be consented to, refused or countered by the customer's
// own message or by a clerk who notes what the customer said.
constexpr std::array table = std::to_array<Row>({
    {E::parsed, from({S::received}), Guard::none, system_, "T02", S::extracted, "message.parsed"},
    {E::customer_resolved, from({S::extracted}), Guard::none, system_, "T04", S::checking,
     "case.opened"},
    {E::customer_unresolved, from({S::extracted}), Guard::none, system_, "T05", S::in_review,
     "review.needed"},
    {E::repeat_recognised, from({S::extracted}), Guard::none, system_, "T06", S::duplicate,
     "order.duplicate"},
    {E::same_order_decided, from({S::in_review, S::checking}), Guard::none, clerk, "T06b",
     S::duplicate, "order.duplicate"},
    {E::checks_passed_second, from({S::checking}), Guard::nothing_open, system_, "T07",
     S::awaiting_second, "checks.passed"},
    {E::checks_passed, from({S::checking}), Guard::nothing_open, system_, "T08", S::accepted,
     "order.accepted"},
    {E::checks_passed_clean, from({S::checking}), Guard::nothing_open, system_, "T08b",
     S::in_review, "review.needed"},
    {E::deviations_found, from({S::checking}), Guard::something_open, system_, "T09", S::in_review,
     "discrepancy.raised"},
    // The customer changes a value by answering a question about it.
    {E::value_changed, from({S::in_review}), Guard::none, clerk | customer, "T10", S::checking,
     "resolution.recorded"},
    {E::question_sent, from({S::in_review}), Guard::none, clerk, "T11", S::awaiting_customer,
     "question.sent"},
    {E::answer_received, from({S::awaiting_customer}), Guard::none, system_ | clerk | customer,
     "T12", S::in_review, "answer.received"},
    {E::question_reminded, from({S::awaiting_customer}), Guard::none, system_, "T13",
     S::awaiting_customer, "question.reminded"},
    {E::expired, from({S::awaiting_customer}), Guard::none, lead, "T14", S::expired,
     "order.expired"},
    // only after T23b, so the order has been accepted once
    {E::expired, from({S::in_review}), Guard::once_accepted, lead, "T14", S::expired,
     "order.expired"},
    {E::held, from({S::in_review, S::checking}), Guard::none, system_ | clerk, "T15", S::on_hold,
     "order.held"},
    {E::hold_released, from({S::on_hold}), Guard::none, credit | system_, "T16", S::checking,
     "hold.released"},
    {E::hold_refused, from({S::on_hold}), Guard::none, credit, "T16b", S::in_review,
     "hold.refused"},
    {E::review_completed, from({S::in_review}), Guard::nothing_open, clerk, "T17",
     S::awaiting_second, "review.completed"},
    {E::second_refused, from({S::awaiting_second}), Guard::none, second, "T18", S::in_review,
     "second.refused"},
    {E::released_by_clerk, from({S::awaiting_second}), Guard::nothing_open, second, "T19",
     S::accepted, "order.accepted"},
    {E::released_by_clerk, from({S::in_review}), Guard::nothing_open, clerk, "T19", S::accepted,
     "order.accepted"},
    {E::confirmed_as_ordered, from({S::accepted}), Guard::none, system_, "T20", S::confirmed,
     "confirmation.sent"},
    {E::confirmed_preagreed, from({S::accepted}), Guard::none, system_, "T21", S::confirmed,
     "confirmation.sent"},
    {E::proposed, from({S::accepted}), Guard::none, system_, "T22", S::proposed, "proposal.sent"},
    {E::consented, from({S::proposed}), Guard::none, customer | system_ | clerk, "T23",
     S::confirmed, "proposal.accepted"},
    {E::proposal_lapsed, from({S::proposed}), Guard::none, system_, "T23b", S::in_review,
     "proposal.lapsed"},
    {E::proposal_refused, from({S::proposed}), Guard::none, customer | clerk, "T24", S::cancelled,
     "proposal.refused"},
    {E::proposal_countered, from({S::proposed}), Guard::none, customer | clerk, "T25", S::in_review,
     "proposal.countered"},
    // with an official number a rejection would be a seller's cancellation: T34b
    {E::rejected, from({S::in_review}), Guard::never_accepted, clerk, "T26", S::rejected,
     "order.rejected"},
    {E::cancelled, before_acceptance, Guard::never_accepted, customer | clerk, "T34", S::cancelled,
     "order.cancelled"},
    {E::cancelled, before_acceptance | after_acceptance, Guard::once_accepted, second, "T34",
     S::cancelled, "order.cancelled"},
    {E::cancelled_by_seller, from({S::in_review}) | after_acceptance, Guard::once_accepted, lead,
     "T34b", S::cancelled, "order.cancelled_by_seller"},
    {E::superseded, before_acceptance, Guard::never_accepted, system_, "T35", S::superseded,
     "order.superseded"},
    // Cases that are no orders: a message nobody wants, a question that has its answer.
    {E::set_aside, from({S::in_review}), Guard::never_accepted, clerk, "T03c", S::closed,
     "message.ignored"},
    {E::answered, from({S::extracted, S::in_review, S::awaiting_customer}), Guard::never_accepted,
     system_ | clerk, "T36", S::closed, "status.answered"},
    {E::released, from({S::confirmed}), Guard::once_accepted, system_, "T27", S::released,
     "order.released"},
    {E::promise_broken, from({S::confirmed, S::released}), Guard::once_accepted, clerk, "T28",
     S::proposed, "promise.broken"},
    {E::goods_issued_in_part, from({S::released}), Guard::once_accepted, warehouse, "T29",
     S::part_delivered, "delivery.posted"},
    {E::goods_issued, from({S::released}), Guard::once_accepted, warehouse, "T29", S::delivered,
     "delivery.posted"},
    {E::goods_issued_in_part, from({S::part_delivered}), Guard::once_accepted, warehouse, "T29b",
     S::part_delivered, "delivery.posted"},
    {E::goods_issued, from({S::part_delivered}), Guard::once_accepted, warehouse, "T29b",
     S::delivered, "delivery.posted"},
    {E::rest_closed, from({S::part_delivered}), Guard::once_accepted, warehouse | clerk, "T29b",
     S::delivered, "order.rest_closed"},
    // Each delivery has its own proof and its own request; the order waits for the last of them.
    // Where invoices do not wait for the proof it may come after them.
    {E::proof_filed, from({S::part_delivered, S::delivered, S::invoice_requested, S::closed}),
     Guard::once_accepted, warehouse | clerk, "T30", same_state, "proof_of_delivery.filed"},
    {E::invoice_requested, from({S::part_delivered}), Guard::once_accepted, system_ | clerk, "T31",
     same_state, "invoice.requested"},
    {E::invoice_requested, from({S::delivered}), Guard::once_accepted, system_ | clerk, "T31",
     S::invoice_requested, "invoice.requested"},
    {E::invoiced, from({S::invoice_requested}), Guard::once_accepted, finance | system_, "T32",
     S::closed, "order.closed"},
    {E::archived, over, Guard::none, system_, "T33", S::archived, "order.archived"},
    {E::noted, any_state, Guard::none, system_ | clerk, "T36", same_state, "note.added"},
    {E::reopened, from({S::archived}), Guard::none, lead | auditor, "T37", S::closed,
     "order.reopened"},
    {E::change_merged, before_acceptance, Guard::none, customer | clerk, "T38", S::checking,
     "change.applied"},
    {E::change_applied, standing, Guard::once_accepted, second, "T38", same_state,
     "change.applied"},
    {E::change_proposed, standing, Guard::once_accepted, second, "T38", S::proposed,
     "change.applied"},
    {E::change_refused, standing, Guard::once_accepted, clerk, "T39", same_state, "change.refused"},
    {E::change_carried_out, from({S::checking, S::in_review, S::awaiting_second}),
     Guard::nothing_open, system_ | clerk, "T38", S::closed, "change.applied"},
    {E::change_declined, from({S::in_review, S::awaiting_second}), Guard::none, clerk, "T39",
     S::rejected, "change.refused"},
});

bool holds(Guard guard, const TransitionGuards& guards) {
    switch (guard) {
    case Guard::none:
        return true;
    case Guard::nothing_open:
        return !guards.open_findings;
    case Guard::something_open:
        return guards.open_findings;
    case Guard::never_accepted:
        return !guards.has_official_number;
    case Guard::once_accepted:
        return guards.has_official_number;
    }
    return false;
}

std::string_view words_of(Guard guard) {
    switch (guard) {
    case Guard::none:
        return "";
    case Guard::nothing_open:
        return "findings are still open";
    case Guard::something_open:
        return "no finding is open";
    case Guard::never_accepted:
        return "the order has an official number already";
    case Guard::once_accepted:
        return "the order has no official number yet";
    }
    return "";
}

bool starts_in(const Row& row, OrderState state) {
    return (row.from & (1U << static_cast<unsigned>(state))) != 0;
}
bool allows(const Row& row, Role role) {
    return (row.roles & only(role)) != 0;
}

std::string allowed_from(OrderState state) {
    std::vector<std::string> names;
    for (const auto& row : table) {
        const std::string name(name_of(row.event));
        if (starts_in(row, state) && std::ranges::find(names, name) == names.end())
            names.push_back(name);
    }
    return names.empty() ? "nothing, it is an end" : join(names, ", ");
}

std::string who_may(Roles roles) {
    std::vector<std::string> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto role) {
        if ((roles & only(role.value)) != 0) names.emplace_back(role.name);
    });
    return join(names, ", ");
}

} // namespace

std::expected<Transition, TransitionRefused> next(OrderState state, OrderEvent event,
                                                  const TransitionGuards& guards) {
    TransitionRefused refused{cat("an order that is ", name_of(state), " cannot be ",
                                  name_of(event), "; allowed are: ", allowed_from(state))};
    for (const auto& row : table) {
        if (row.event != event || !starts_in(row, state)) continue;
        if (!holds(row.guard, guards)) {
            refused.text = cat(row.number, " ", name_of(event), ": ", words_of(row.guard));
        } else if (!allows(row, guards.role)) {
            refused.text = cat(row.number, " ", name_of(event), " is for ", who_may(row.roles),
                               ", not for ", name_of(guards.role));
        } else {
            return Transition{.number = row.number, .to = row.to.value_or(state), .event = row.log};
        }
    }
    return std::unexpected(std::move(refused));
}

bool is_end(OrderState state) {
    return (from(
                {S::rejected, S::cancelled, S::superseded, S::duplicate, S::expired, S::archived}) &
            from({state})) != 0;
}

std::string_view name_of(OrderState state) {
    return boost::describe::enum_to_string(state, "?");
}
std::optional<OrderState> state_by_name(std::string_view name) {
    OrderState state{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), state)) return std::nullopt;
    return state;
}
std::string_view name_of(OrderEvent event) {
    return boost::describe::enum_to_string(event, "?");
}
std::string_view name_of(Role role) {
    return boost::describe::enum_to_string(role, "?");
}
std::optional<Role> role_by_name(std::string_view name) {
    Role role{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), role)) return std::nullopt;
    return role;
}

} // namespace besteld

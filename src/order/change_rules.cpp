// SPDX-License-Identifier: Apache-2.0
#include "order/change_rules.hpp"

#include <array>

namespace besteld {

namespace {

using enum ChangeRuling;

// quantity up, quantity down, date, address, price, cancel all
using Rulings = std::array<ChangeRuling, 6>;

// clang-format off
constexpr Rulings in_draft       {allowed,        allowed,        allowed,        allowed,        allowed,       allowed};
constexpr Rulings accepted       {second_person,  second_person,  second_person,  second_person,  second_person, second_person};
constexpr Rulings promised       {second_person,  second_person,  second_person,  second_person,  lead_only,     second_person};
constexpr Rulings released       {ask_warehouse,  ask_warehouse,  ask_warehouse,  ask_warehouse,  refused,       ask_warehouse};
constexpr Rulings in_production  {ask_production, ask_production, ask_production, ask_production, refused,       production_and_lead};
constexpr Rulings picked_already {as_new_order,   refused,        refused,        lead_only,      refused,       refused};
constexpr Rulings part_delivered {remainder_only, remainder_only, remainder_only, remainder_only, refused,       remainder_only};
constexpr Rulings delivered      {as_new_order,   refused,        refused,        refused,        refused,       refused};
constexpr Rulings over           {as_new_order,   refused,        refused,        refused,        refused,       refused};
// clang-format on

const Rulings& rulings_in(OrderState state) {
    switch (state) {
    case OrderState::received:
    case OrderState::extracted:
    case OrderState::checking:
    case OrderState::in_review:
    case OrderState::awaiting_customer:
    case OrderState::on_hold:
    case OrderState::awaiting_second:
        return in_draft;
    case OrderState::accepted:
        return accepted;
    case OrderState::confirmed:
    case OrderState::proposed:
        return promised;
    case OrderState::released:
        return released;
    case OrderState::part_delivered:
        return part_delivered;
    case OrderState::delivered:
    case OrderState::invoice_requested:
    case OrderState::closed:
    case OrderState::archived:
        return delivered;
    case OrderState::rejected:
    case OrderState::cancelled:
    case OrderState::superseded:
    case OrderState::duplicate:
    case OrderState::expired:
        return over;
    }
    return over;
}

} // namespace

ChangeRuling ruling_on(OrderState state, ChangeKind kind, Picked picked, Made made) {
    const bool in_hand = state == OrderState::released && picked == Picked::yes;
    const bool promised_only = state == OrderState::confirmed || state == OrderState::released;
    const Rulings& rulings = in_hand                                   ? picked_already
                             : made == Made::to_order && promised_only ? in_production
                                                                       : rulings_in(state);
    return rulings[static_cast<std::size_t>(kind)];
}

std::string_view name_of(ChangeKind kind) {
    switch (kind) {
    case ChangeKind::quantity_up:
        return "a larger quantity";
    case ChangeKind::quantity_down:
        return "a smaller quantity";
    case ChangeKind::date:
        return "another date";
    case ChangeKind::address:
        return "another address";
    case ChangeKind::price:
        return "another price";
    case ChangeKind::cancel_all:
        return "a cancellation";
    }
    return {};
}

std::string_view name_of(ChangeRuling ruling) {
    switch (ruling) {
    case allowed:
        return "it may be changed";
    case second_person:
        return "a second person must approve";
    case lead_only:
        return "only a lead may";
    case ask_warehouse:
        return "the warehouse must agree first";
    case ask_production:
        return "production must agree first";
    case production_and_lead:
        return "production must agree first, and only a lead may";
    case remainder_only:
        return "only what is not delivered yet may change";
    case as_new_order:
        return "it would be a new order";
    case refused:
        return "it can no longer be changed so";
    }
    return {};
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// The life of an order as one pure function: domain.md 3.1 and 3.2.

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

enum class OrderState {
    received,
    extracted,
    checking,
    in_review,
    awaiting_customer,
    on_hold,
    awaiting_second,
    accepted,
    confirmed,
    proposed,
    released,
    part_delivered,
    delivered,
    invoice_requested,
    closed,
    archived,
    rejected,
    cancelled,
    superseded,
    duplicate,
    expired
};

enum class Role {
    system,
    clerk,
    second_clerk,
    lead,
    credit,
    customer,
    admin,
    auditor,
    representative,
    warehouse,
    production,
    finance
};

// What happened. Each names the row of domain.md 3.2 that it triggers.
enum class OrderEvent {
    parsed,               // T02
    customer_resolved,    // T04
    customer_unresolved,  // T05
    repeat_recognised,    // T06
    same_order_decided,   // T06b
    checks_passed_second, // T07: nothing open, four eyes due
    checks_passed,        // T08: nothing open, straight-through
    checks_passed_clean,  // T08b: nothing open, a clerk releases
    deviations_found,     // T09
    value_changed,        // T10
    question_sent,        // T11
    answer_received,      // T12
    question_reminded,    // T13
    expired,              // T14
    held,                 // T15
    hold_released,        // T16
    hold_refused,         // T16b
    review_completed,     // T17
    second_refused,       // T18
    released_by_clerk,    // T19: official number
    confirmed_as_ordered, // T20
    confirmed_preagreed,  // T21
    proposed,             // T22
    consented,            // T23
    proposal_lapsed,      // T23b
    proposal_refused,     // T24
    proposal_countered,   // T25
    rejected,             // T26
    cancelled,            // T34
    cancelled_by_seller,  // T34b
    superseded,           // T35
    set_aside,            // T03c: no order, and nobody is answered
    answered,             // T36: a status question or a complaint that has its answer
    released,             // T27: to the warehouse
    promise_broken,       // T28
    goods_issued_in_part, // T29, T29b
    goods_issued,         // T29, T29b: all of it
    rest_closed,          // T29b: nothing more will come
    proof_filed,          // T30: the receiver's signature
    invoice_requested,    // T31
    invoiced,             // T32
    archived,             // T33
    noted,                // T36
    reopened,             // T37
    change_merged,        // T38 before acceptance: into the draft
    change_applied,       // T38 on the order: it keeps its state
    change_proposed,      // T38 with another result than was asked
    change_refused,       // T39 on the order
    change_carried_out,   // T38 on the change's own case
    change_declined       // T39 on the change's own case
};

struct Transition {
    std::string_view number; // "T19"
    OrderState to;
    std::string_view event; // "order.accepted": the name in the event log
};

// No such transition: the words say what is allowed from here.
struct TransitionRefused {
    std::string text;
};

// `guards` that the store and the desk know: has the order an official number, may this role do it.
struct TransitionGuards {
    Role role = Role::system;
    bool has_official_number = false;
    bool open_findings = false; // any block or warn without a resolution
};

std::expected<Transition, TransitionRefused> next(OrderState from, OrderEvent event,
                                                  const TransitionGuards& guards);

bool is_end(OrderState state); // rejected, cancelled, superseded, duplicate, expired, archived
std::string_view name_of(OrderState state); // "in_review"
std::optional<OrderState> state_by_name(std::string_view name);
std::string_view name_of(OrderEvent event);
std::string_view name_of(Role role); // "clerk"
std::optional<Role> role_by_name(std::string_view name);

} // namespace besteld

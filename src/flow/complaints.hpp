// SPDX-License-Identifier: Apache-2.0
#pragma once

// Complaints: registered with a number, linked to an order's lines, passed on to who deals with
// them, confirmed to the customer in words that admit no fault, and closed by a person.

#include "flow/judge.hpp"
#include "flow/status_answer.hpp"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace besteld {

// Opens the case of a complaint that came in. A known customer's is registered at once, whoever
// wrote: only the receipt wants a verified sender. `why_silent`: not empty: no receipt goes out
// without a person. Runs inside the caller's transaction.
std::int64_t take_complaint(Store& store, const FlowSettings& settings, Case& the_case,
                            const Submission& submission, const Judgement& judgement,
                            const MeantOrders& meant, const std::string& why_silent, Instant now);

// The lines of an order that the words of a complaint fit: by article, or the only line that is
// counted in that unit. Nothing when several fit.
std::vector<ComplaintLine> lines_meant(const Order& order, const OrderDraft& complaint);

// ── what people do; each is one transaction with its events ──────────────────────────────────────
struct ComplaintAction {
    std::string number;       // KL-26-0042
    std::int64_t version = 0; // the one that was looked at
    Role role = Role::clerk;
    std::string actor;
    Instant now{};
};
using Refused = std::optional<CommandRefused>; // nothing: done

Refused register_complaint(Store& store, const FlowSettings& settings, std::int64_t case_id,
                           Role role, const std::string& actor, Instant now);
// To one of the same customer's orders; `lines`: indices, none: those that its words fit.
Refused link_complaint(Store& store, const FlowSettings& settings, const ComplaintAction& action,
                       const std::string& order_number, const std::vector<std::uint32_t>& lines);
// Mails the new owner; the deadline stays.
Refused assign_complaint(Store& store, const FlowSettings& settings, const ComplaintAction& action,
                         const std::string& owner);
Refused name_cause(Store& store, const ComplaintAction& action, ComplaintCause cause);
// Sends the receipt that was held back, to the address on file, and closes the case.
Refused confirm_complaint(Store& store, const FlowSettings& settings,
                          const ComplaintAction& action);
// Offers to replace what it counts: a free-of-charge order in a case of its own, in review, which
// two persons must let go. Gives the case's number.
std::expected<std::string, CommandRefused>
draft_replacement(Store& store, const FlowSettings& settings, const ComplaintAction& action);
Refused close_complaint(Store& store, const ComplaintAction& action, const std::string& outcome);

// Mails the owners whose deadline is near, once each; how many.
int remind_owners(Store& store, const FlowSettings& settings, Instant now);

} // namespace besteld

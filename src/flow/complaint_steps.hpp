// SPDX-License-Identifier: Apache-2.0
#pragma once

// What taking a complaint in and working on it have in common (flow/complaints.hpp).

#include "flow/complaints.hpp"

#include <string>
#include <vector>

namespace besteld {

// T36: whatever state the case is in, it stays in it. `step` has its event and its reason.
Step noted(const Case& the_case, Role role, const std::string& actor, Step step);

ComplaintCause suggested_cause(const OrderDraft& draft);

// A mail to who deals with it: complaint_notice or complaint_reminder.
void tell_owner(Store& store, const FlowSettings& settings, const Complaint& complaint,
                const Case& the_case, AnswerKind kind, Instant now);
// D9, to the address on file; nothing when there is none.
void tell_customer(Store& store, const FlowSettings& settings, const Complaint& complaint,
                   const Case& the_case, const AnswerFrame& frame, Instant now);

// Writes what happens to a complaint, in whoever's name.
struct Registrar {
    Store& store;
    const FlowSettings& settings;
    Role role = Role::system;
    std::string actor = "besteld";
    Instant now{};

    void say(const Case& the_case, Step step) const;
    // Numbers it, links it when exactly one order is meant, passes it on when somebody is named.
    Complaint register_one(const Case& the_case, const Order& order, const OrderDraft& draft,
                           const std::vector<Case>& orders) const;
    void tell_link(const Case& the_case, const Case& order, const Complaint& complaint) const;
    void pass_on(const Case& the_case, const Complaint& complaint) const;
};

} // namespace besteld

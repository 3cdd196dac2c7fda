// SPDX-License-Identifier: Apache-2.0
#pragma once

// A complaint from its registration to its outcome (domain.md 1 and 8): numbered, linked to an
// order's lines, given to an owner with a deadline, closed by a person.

#include "order/service_slips.hpp"
#include "order/terms.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

enum class ComplaintCause { unknown, transport, quality, quantity, price, order_entry, late };
enum class ComplaintState { registered, passed_on, closed };

struct ComplaintLine {
    std::uint32_t line = 0; // index into the order's lines
    std::string sku;
    std::string name;
    Decimal quantity{}; // as the customer counts it; zero: he does not
    std::string unit;
    friend bool operator==(const ComplaintLine&, const ComplaintLine&) = default;
};

struct Complaint {
    std::int64_t id = 0;
    std::string number; // KL-26-0042
    std::int64_t version = 0;
    std::int64_t case_id = 0;  // the case it came in with
    std::int64_t order_id = 0; // the case of the order it is about; 0: not known yet
    std::string customer_no;
    std::string customer_name;
    ComplaintCause cause = ComplaintCause::unknown;
    std::string cause_by; // login of who said so; empty: a suggestion from the words
    std::vector<ComplaintLine> lines;
    std::vector<std::string> said; // the customer's sentences
    std::string owner;             // mail address
    ComplaintState state = ComplaintState::registered;
    Date due{};
    Instant registered_at{};
    std::optional<Instant> passed_on_at;
    std::optional<Instant> reminded_at;
    std::optional<Instant> closed_at;
    std::string closed_by;
    std::string outcome;
};

// From configuration: who deals with what, and how fast. No owner at all: a person assigns.
struct ComplaintRules {
    std::string owner;                              // of every cause that has none of its own
    std::map<ComplaintCause, std::string> owner_of; // mail addresses
    int days = 5;                                   // working days to the deadline
    int remind_days = 1;                            // working days before it
    std::string language = "nl";                    // of mails to colleagues
};

std::string owner_for(const ComplaintRules& rules, ComplaintCause cause);
Date deadline_for(const ComplaintRules& rules, const Seller& seller, Date registered_on);
// Passed on, not closed, not reminded, and so near its deadline that the owner should hear of it.
bool is_to_be_reminded(const Complaint& complaint, const ComplaintRules& rules,
                       const Seller& seller, Date today);

// What its mails say of it.
ComplaintSlip slip_of(const Complaint& complaint);

std::string_view name_of(ComplaintCause cause); // "transport"
std::optional<ComplaintCause> cause_by_name(std::string_view name);
std::string_view name_of(ComplaintState state); // "passed_on"
std::optional<ComplaintState> complaint_state_by_name(std::string_view name);

} // namespace besteld

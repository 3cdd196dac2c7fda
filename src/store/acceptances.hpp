// SPDX-License-Identifier: Apache-2.0
#pragma once

// What of our accepted orders later orders are judged by: quantities, values, call-offs from
// frameworks. Written with the case, so that it is never behind it.

#include "store/session.hpp"
#include "store/store.hpp"

namespace besteld {

// From acceptance to the end of its life; not what was taken back.
bool counts_as_accepted(OrderState state);

// With every save: keeps the rows of an accepted order, with the values as ordered, and takes them
// away when it is no longer one. `before`: its state in the store, none for a new case.
void record_acceptance(Session& session, const Case& the_case, std::optional<OrderState> before);
// What was confirmed, which may be less than was ordered.
void record_confirmed(Session& session, std::int64_t case_id, const Answer& answer);
// When; before this the day on which the order came stands in.
void record_accepted_at(Session& session, std::int64_t case_id, Instant at);
// For cases from before these rows existed: all at once, in the caller's transaction.
void record_all_acceptances(Session& session);

// How they count for a new order of this customer.
struct HistoryQuery {
    std::string customer_no;
    std::vector<std::string> skus;
    std::string currency; // of values
    Date today{};
};
History find_history(Session& session, const HistoryQuery& query);
// Stock units accepted in the calendar month of `today`, by SKU.
std::map<std::string, Decimal> accepted_this_month(Session& session, const HistoryQuery& query);
// Gross value accepted and not yet invoiced.
Decimal uninvoiced_value(Session& session, const std::string& customer_no,
                         const std::string& currency);
// Called off by our own orders after `since` (absent: ever).
struct CallOff {
    Decimal quantity{}; // stock units
    Decimal value{};    // net
};
CallOff called_off_since(Session& session, const std::string& customer_no,
                         const Framework& framework, std::optional<Instant> since);

} // namespace besteld

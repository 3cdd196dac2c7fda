// SPDX-License-Identifier: Apache-2.0
#pragma once

// The reports of domain.md 8. Each is a pure function of facts; src/report/library.hpp knows which
// facts each wants.

#include "report/ask.hpp"

#include <vector>

namespace besteld {

// Days whose moments `orders_report` wants: the period, what it is held against before it and a
// year ago. Ascending, none overlapping.
std::vector<Period> compared_periods(const ReportAsk& ask);
// Received, accepted, rejected, cancelled and changed orders by day, week, month, customer or
// channel.
Report orders_report(const std::vector<Moment>& moments, const ReportAsk& ask);

// What acceptance, a later revision or an end did to the turnover, on the day it did.
enum class Turned { accepted, corrected, cancelled };
struct TurnoverEntry {
    Turned what = Turned::accepted;
    Instant at{};
    std::string currency;
    const OrderFacts* order = nullptr; // must outlive the entry
    std::vector<FactLine> lines;       // quantities and amounts as differences
    Decimal net() const;
};
std::vector<TurnoverEntry> turnover_entries(const std::vector<OrderFacts>& facts);

// Needs the cases accepted, corrected or ended in the period.
Report turnover_report(const std::vector<OrderFacts>& facts, const ReportAsk& ask);
// Needs the four weeks before the period as well. By turnover, quantity or orders.
Report products_report(const std::vector<OrderFacts>& facts, const ReportAsk& ask);
inline constexpr int trend_weeks = 4;

// Needs the moments of two years up to the end of the period, and the facts of the period.
Report customers_report(const std::vector<OrderFacts>& facts, const std::vector<Moment>& moments,
                        const ReportAsk& ask);
// Customers who have not ordered for more than twice the days they usually leave between orders.
Report dormant_report(const std::vector<Moment>& moments, const ReportAsk& ask);
inline constexpr int rhythm_days = 730;

// Accepted and not delivered, by the week promised; backorders by age; holds by reason.
Report open_orders_report(const std::vector<OrderFacts>& facts, const ReportAsk& ask);
// Findings of the orders received in the period, by check, customer, item or resolution.
Report discrepancies_report(const std::vector<OrderFacts>& facts, const ReportAsk& ask);
// Overrides, reopened orders, four-eyes refusals, exports.
Report audit_report(const std::vector<LoggedEvent>& logged, const std::vector<OrderFacts>& facts,
                    const ReportAsk& ask);

} // namespace besteld

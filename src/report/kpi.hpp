// SPDX-License-Identifier: Apache-2.0
#pragma once

// Indicators (domain.md 8). Most are shares: each order says how often it could have been good and
// how often it was, and when. What nobody records yet has no data, and says why.

#include "report/ask.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace besteld {

struct Judged {
    Instant at{}; // the period it counts in
    std::int64_t good = 0;
    std::int64_t of = 0;
};

struct KpiAsk {
    ReportAsk ask;
    std::string only;             // one indicator; empty: all
    bool complaints_kept = false; // complaints are linked to orders
};

// The orders below are all kinds of cases: each function knows which it judges.
using JudgeOrder = std::vector<Judged> (*)(const OrderFacts&, const KpiAsk&);

struct Kpi {
    std::string_view name;
    std::string_view target;    // "≥ 98 %"
    JudgeOrder judge = nullptr; // none: no data
    std::string_view why = "why.nothing_to_judge";
    bool needs_deliveries = false;
    bool needs_complaints = false;
};
const std::vector<Kpi>& kpis();

// Without a human hand up to the acceptance; and so that for 30 days afterwards nobody had to
// correct it, complained or was credited. Younger orders are not judged by the second.
std::vector<Judged> judge_touchless(const OrderFacts& facts, const KpiAsk& ask);
std::vector<Judged> judge_touchless_and_right(const OrderFacts& facts, const KpiAsk& ask);
inline constexpr std::chrono::days touchless_wait{30};

// kpi_answers.cpp
std::vector<Judged> judge_receipt(const OrderFacts& facts, const KpiAsk& ask);
std::vector<Judged> judge_confirmation(const OrderFacts& facts, const KpiAsk& ask);
std::vector<Judged> judge_questions(const OrderFacts& facts, const KpiAsk& ask);
std::vector<Judged> judge_changes_in_time(const OrderFacts& facts, const KpiAsk& ask);
std::vector<Judged> judge_changes_refused(const OrderFacts& facts, const KpiAsk& ask);
std::vector<Judged> judge_complaint_registered(const OrderFacts& facts, const KpiAsk& ask);
std::vector<Judged> judge_complaint_passed_on(const OrderFacts& facts, const KpiAsk& ask);
// kpi_quality.cpp
std::vector<Judged> judge_completeness(const OrderFacts& facts, const KpiAsk& ask);
std::vector<Judged> judge_first_time_right(const OrderFacts& facts, const KpiAsk& ask);
std::vector<Judged> judge_four_eyes(const OrderFacts& facts, const KpiAsk& ask);
std::vector<Judged> judge_promise(const OrderFacts& facts, const KpiAsk& ask);
std::vector<Judged> judge_promise_requested(const OrderFacts& facts, const KpiAsk& ask);
std::vector<Judged> judge_perfect(const OrderFacts& facts, const KpiAsk& ask);

// Hours from receipt to the first commercial answer, ascending, of what was decided in the period.
std::vector<Decimal> hours_to_answer(const std::vector<OrderFacts>& facts, const ReportAsk& ask);

// `facts`: the cases received in the period or to which anything the indicators count happened in
// it; `waiting`: what waits for a person now; `duplicates`: caught in the period.
struct KpiFacts {
    std::vector<OrderFacts> facts;
    std::vector<OrderFacts> waiting;
    std::int64_t duplicates = 0;
};
Report kpi_report(const KpiFacts& facts, const KpiAsk& ask);

// What a case must have lived through in the period for any indicator to count it.
inline constexpr std::array<std::string_view, 10> kpi_events{
    "order.accepted",       "order.rejected",         "question.sent",   "change.applied",
    "change.refused",       "order.closed",           "delivery.posted", "complaint.linked",
    "complaint.registered", "proof_of_delivery.filed"};

} // namespace besteld

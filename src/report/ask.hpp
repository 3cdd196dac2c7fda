// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is asked of a report, and how facts fall into its rows.

#include "report/report.hpp"
#include "store/figures.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace besteld {

struct ReportAsk {
    Period period;
    std::string by; // day, week, month, customer, channel, item … ; empty: the report's own way
    Instant now{};
    Zone zone{"UTC"};
    std::size_t top = 0;             // rows of a ranking; 0: all
    std::vector<Date> holidays = {}; // on which we are closed besides weekends
};

// The grain that `by` names; the rows of any other `by` are no days, weeks or months.
std::optional<Grain> grain_of(const ReportAsk& ask);

// An order of a customer, not a test and not a change, a question or a complaint.
bool is_order(const OrderFacts& facts);

// The row an order's figure falls into: "2026-W10", "C1001 Bakkerij De Korenaar", "edifact". `day`:
// when the figure arose, on the company's clock.
std::string group_of(const ReportAsk& ask, const OrderFacts& facts, Date day);
std::string customer_label(const std::string& number, const std::string& name);

// First event of that name; none: it did not happen.
const FactEvent* first_event(const OrderFacts& facts, std::string_view name);
const FactEvent* first_event_after(const OrderFacts& facts, std::string_view name, Instant after);

// Equal ones stay in their order. (std::stable_sort of libstdc++ 12 wants a deprecated buffer.)
template <typename T, typename Less>
void sort_in_order(std::vector<T>& list, const Less& less) {
    std::vector<std::pair<std::size_t, T>> numbered;
    numbered.reserve(list.size());
    for (auto& one : list)
        numbered.emplace_back(numbered.size(), std::move(one));
    std::ranges::sort(numbered, [&](const auto& a, const auto& b) {
        if (less(a.second, b.second)) return true;
        return !less(b.second, a.second) && a.first < b.first;
    });
    for (std::size_t i = 0; i < numbered.size(); ++i)
        list[i] = std::move(numbered[i].second);
}

// [from, to) on the world's clock.
Span span_of(const Period& period, const Zone& zone);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "check/arithmetic.hpp"
#include "check/calendar.hpp"

#include <algorithm>

namespace besteld {

namespace {

// A receipt can be delivered once it has been handled (domain.md 4.1, ATP).
Date deliverable_from(const Terms& terms, const Receipt& receipt) {
    return add_working_days(terms.seller, receipt.date, terms.seller.inbound_handling_days);
}

} // namespace

Decimal available_on(const Terms& terms, const std::string& sku, Date date) {
    const auto found = terms.stock.find(sku);
    if (found == terms.stock.end()) return Decimal{};
    const Stock& stock = found->second;
    Decimal free = stock.on_hand - stock.safety;
    for (const Promise& promise : stock.promises) {
        if (promise.date <= date) free -= promise.quantity;
    }
    for (const Receipt& receipt : stock.receipts) {
        if (deliverable_from(terms, receipt) <= date) free += receipt.quantity;
    }
    return std::max(free, Decimal{});
}

std::optional<Date> available_from(const Terms& terms, const std::string& sku, Decimal quantity,
                                   Date not_before) {
    if (available_on(terms, sku, not_before) >= quantity) return not_before;
    const auto found = terms.stock.find(sku);
    if (found == terms.stock.end()) return std::nullopt;
    // What is free grows on the days of receipts only.
    std::vector<Date> days;
    for (const Receipt& receipt : found->second.receipts) {
        const Date day = deliverable_from(terms, receipt);
        if (day > not_before) days.push_back(day);
    }
    std::ranges::sort(days);
    const auto enough = [&](Date day) { return available_on(terms, sku, day) >= quantity; };
    const auto day = std::ranges::find_if(days, enough);
    return day != days.end() ? std::optional(*day) : std::nullopt;
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the lines of an order want of the stock, and how a line can be served (domain.md 4.1: full
// on the requested day, else the earliest full day, else in parts, else after the lead time).

#include "check/inquiry.hpp"

#include <map>
#include <optional>
#include <string>

namespace besteld {

// What a line wants and when, with what earlier lines of the same order take first. Stock units.
struct Demand {
    const OrderLine& line;
    const Item& item;
    Date day{};
    Decimal wanted{};
    Decimal before{};             // wanted by earlier lines of the same article
    Decimal free{};               // on `day`, after them
    Decimal without_production{}; // the same without planned production

    bool is_short() const { return wanted > free; }
};

// Nothing when the line has no article or no quantity. `taken` is by article, for all lines.
std::optional<Demand> demand_of(const Inquiry& inquiry, const OrderLine& line,
                                std::map<std::string, Decimal>& taken);

struct Service {
    Decimal now{};                // in the ordered unit: free on the day, in whole packs
    std::optional<Date> whole;    // the delivery day on which all of it is there
    bool by_lead_time = false;    // … because it can be got in that time, no receipt is planned
    bool from_production = false; // … thanks to planned production
    bool may_be_split = false;    // agreed, or wished by the order, and in two parts at least
};
Service service_of(const Inquiry& inquiry, const Demand& demand);

// The order's own word about partial deliveries goes before the agreement's (O23).
bool wants_all_at_once(const Inquiry& inquiry);
bool allows_parts(const Inquiry& inquiry);

// "figure of 2026-03-02T06:00:00.000Z, 3 h old"
std::string age_of_figure(const Inquiry& inquiry, const std::string& sku);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// What tells two orders of one customer apart, line by line: for the verdict repeat, revision or
// new (domain.md 5.4) and for the person who sees both side by side.

#include "order/order.hpp"
#include "order/terms.hpp"

#include <string>
#include <vector>

namespace besteld {

// A line as an earlier order remembers it, in the form in which lines are compared.
EarlierLine as_earlier_line(const OrderLine& line);

enum class LineChange { added, removed, changed };

struct LineDifference {
    LineChange change = LineChange::changed;
    std::string buyer_line; // of the order at hand; of the earlier one for a removed line
    std::string item;       // our number, else the buyer's words
    std::string field;      // quantity, price, date; empty for a line that came or went
    std::string before;     // "500 H87"
    std::string now;        // "600 H87"
    friend bool operator==(const LineDifference&, const LineDifference&) = default;
};

// Lines belong together by article and buyer's line number, then by article and quantity, then by
// article alone; what a side does not state (a price, a date) does not differ. None for
// an order of which no lines are known.
std::vector<LineDifference> compare_lines(const EarlierOrder& earlier, const Order& order);

// "line 1 NK-100: quantity 500 H87 -> 600 H87; line 3 NK-330 added: 12 XRO"
std::string to_text(const std::vector<LineDifference>& differences);

// Its official number, else its case number.
std::string order_name(const EarlierOrder& earlier);

// The same order again: same customer, address, items, quantities, dates and prices.
bool is_same_content(const EarlierOrder& earlier, const Order& order);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// The order as a change asks it to be: a change names lines of an order and says what is new about
// them (domain.md 3.4). Pure; what may be changed in which state is change_rules.hpp's matter.

#include "order/finding.hpp"
#include "order/order.hpp"

#include <optional>
#include <span>
#include <vector>

namespace besteld {

// What a quantity in a change means (domain.md 0, fact 9).
enum class ChangedQuantity { total, difference };

// The line of the order that each line of the change means; nothing for a line that is added or
// that names none of the order's lines. By the order's own line number, else by the article when
// only one line orders it, else by the buyer's line number; never by a counter of the change.
std::vector<std::optional<std::uint32_t>> lines_meant(const Order& order, const OrderDraft& change,
                                                      const Order& change_as_order);

struct Amended {
    OrderDraft draft;
    std::vector<Correction> corrections; // those of the order that the change leaves valid
    std::vector<std::uint32_t> touched;  // lines of `draft` that the change names
    std::vector<std::optional<std::uint32_t>> came_from; // per line of `draft`: its index before
    std::vector<std::optional<std::uint32_t>>
        becomes; // per line of the change: its index in `draft`
};

// A document that states the whole order anew (function replace, or an order taken for a change)
// ends the lines it does not mention; any other leaves them as they were. What the lines of the
// change in `left_out` wish of the order's own lines is not done; lines that they add stay.
Amended amend(const OrderDraft& order, const std::vector<Correction>& corrections,
              const OrderDraft& change, std::span<const std::optional<std::uint32_t>> meant,
              ChangedQuantity quantities, std::span<const std::uint32_t> left_out = {});

// Whether two changes or cancellations ask for the same.
bool is_same_wish(const OrderDraft& a, const OrderDraft& b);

} // namespace besteld

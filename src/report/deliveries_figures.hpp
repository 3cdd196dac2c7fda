// SPDX-License-Identifier: Apache-2.0
#pragma once

// What deliveries are worth, in shares of the confirmed amounts.

#include "report/ask.hpp"

#include <optional>
#include <vector>

namespace besteld {

enum class Moved { delivered, requested };
struct MovedValue {
    Moved what = Moved::delivered; // goods issued, or an invoice asked for
    Instant at{};
    std::string currency;
    Decimal value{};
    const OrderFacts* order = nullptr; // must outlive the value
};
std::vector<MovedValue> delivered_values(const std::vector<OrderFacts>& facts);

// Sums of a row; nobody reports deliveries: no data, which is not nought.
struct DeliveredValue {
    std::optional<Decimal> delivered;
    std::optional<Decimal> requested;
    void add(const MovedValue& one);
    Cell delivered_cell(const std::string& currency) const;
    Cell requested_cell(const std::string& currency) const;
};

// Still to come of a line, in the confirmed unit.
Decimal open_quantity(const OrderFacts& facts, const FactLine& line);
// Its value.
Decimal open_value(const OrderFacts& facts, const FactLine& line);
// The day on which the whole of it had gone; none: not yet.
std::optional<Instant> complete_at(const OrderFacts& facts, const FactLine& line);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "check/order_value.hpp"

#include "check/arithmetic.hpp"
#include "check/line_value.hpp"

namespace besteld {

std::optional<Decimal> value_of(const Inquiry& inquiry) {
    Decimal sum{};
    for (const OrderLine& line : inquiry.order.lines) {
        const auto value = expected_value(inquiry, line);
        if (!value) continue; // a line without a price has its own finding
        const auto next = plus(sum, *value);
        if (!next) return std::nullopt;
        sum = *next;
    }
    return sum;
}

} // namespace besteld

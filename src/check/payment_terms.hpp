// SPDX-License-Identifier: Apache-2.0
#pragma once

// Terms of payment (domain.md O21) out of what people and formats write: "30 dagen netto",
// "14 Tage 2 % Skonto, 30 Tage netto", "2/10 net 30", "30% 预付", "#SKONTO#TAGE=14#PROZENT=2.00#".

#include "base/decimal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// From when the days count.
enum class PaymentBase { invoice, month_end, delivery };

struct Discount {
    Decimal percent{};
    int days = 0;
    friend bool operator==(const Discount&, const Discount&) = default;
};

struct PaymentTerms {
    std::optional<int> net_days; // 0: at once
    std::vector<Discount> discounts;
    std::optional<Decimal> prepaid_percent;
    PaymentBase base = PaymentBase::invoice;
    std::string due_on;         // ISO date, when a day is named in place of a period
    std::string not_understood; // the first part that says something else; empty: all was read
};

// Nothing that could be understood: every member is empty and `not_understood` holds the text.
PaymentTerms read_payment_terms(std::string_view text);
bool says_nothing(const PaymentTerms& terms);
// "30 % prepaid, 14 days 2 %, 30 days net"
std::string to_text(const PaymentTerms& terms);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Available to promise (domain.md 4.1):
//   ATP(d) = on hand - safety - promises up to d + receipts that are handled by d
// available_on() is that figure. What may be *newly* promised for d is less when a later promise
// counts on the same goods: then it is the least ATP from d on. Without that two orders, each of
// them right by ATP(d), would together promise more than there is.

#include "check/check_order.hpp"

#include <optional>

namespace besteld {

// With planned production or only with what is there and on its way.
enum class Supply { all, without_production };

Decimal promisable_on(const Terms& terms, const std::string& sku, Date date,
                      Supply supply = Supply::all);
// The first day from which a receipt counts: handled for so many working days of ours.
Date deliverable_from(const Seller& seller, const Receipt& receipt);

// The substitute for an article and whether it may be offered.
struct Substitute {
    std::string sku;
    Decimal ratio{1}; // its stock units for one of the old
    bool keep_price = false;
    bool needs_consent = true;
    std::string rule; // for the trace
};
// Nothing when there is none or it is forbidden; "forbidden" beats every other rule.
std::optional<Substitute> substitute_for(const Terms& terms, const std::string& sku);

} // namespace besteld

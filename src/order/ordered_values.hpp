// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the customer ordered, as far as it is to be compared with what we confirm, and the words for
// it.

#include "order/confirm_line.hpp"

#include <optional>
#include <string>

namespace besteld {

// The customer's own quantity and price. From a format it is the draft's value even after a
// correction, from free text the corrected reading. No price when he stated none.
std::optional<Decimal> ordered_quantity(const LineCase& c);
std::optional<Decimal> ordered_price(const LineCase& c);
// The code of another item of ours that the customer asked for by our number or by GTIN; else
// nothing.
std::optional<std::string> other_item_ordered(const LineCase& c);

// The day the customer would like: of a span its last day when it says "by", else its first.
std::optional<Date> requested_day(const LineCase& c);
bool fits_request(const LineCase& c, Date date);

std::string item_name(const Terms& terms, const std::string& sku, const std::string& language,
                      const std::string& otherwise);
std::string gtin_of(const Terms& terms, const std::string& sku, const std::string& unit);

} // namespace besteld

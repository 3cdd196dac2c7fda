// SPDX-License-Identifier: Apache-2.0
#pragma once

// One price rule or framework by itself: whether it counts for a question, what it costs, how it is
// called.

#include "check/prices.hpp"

namespace besteld {

bool is_for_item(const PriceRule& rule, const Item& item);
bool is_for_group(const PriceRule& rule, const Item& item); // of the item

// The quantity at which its break looks, in stock units, and how that is said: " over the order".
Decimal counted_for(const PriceRule& rule, const PriceQuestion& question);
std::string basis_words(const PriceRule& rule, const Item& item);

std::optional<Decimal> per_stock_unit(const Item& item, const PriceRule& rule);

// Why it does not count here; empty when it does.
std::string fault_of(const PriceRule& rule, const Item& item, const PriceQuestion& question);
std::string fault_of(const Framework& framework, const Terms& terms, const PriceQuestion& question);

// "customer price NK-100 from 500 H87: 0.74 EUR per H87"
std::string rule_text(const PriceRule& rule, const Item& item);
// The same with agreement, validity and version.
std::string clause_of(const Terms& terms, const PriceRule& rule, const Item& item);

// The price of a framework or a quotation in the form of a rule.
PriceRule as_rule(const Quotation& quotation);
PriceRule as_rule(const Framework& framework, const Item& item, const PriceQuestion& question);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// The checks of one line's price, and the words they share. Each looks at one question and leaves
// the others alone.

#include "check/inquiry.hpp"
#include "check/prices.hpp"

namespace besteld {

// F06 and F07
void check_promotion_claims(const Inquiry& inquiry, Findings& findings);
void check_missed_promotions(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                             const AgreedLinePrice& agreed);
// F09: what would be confirmed, per stock unit, against the least we sell for.
void check_floor(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                 Decimal per_stock_unit, std::string_view which);
// F10. True when the stated price holds tax, so that comparing it says nothing.
enum class TaxInPrice { no, yes };
TaxInPrice check_tax_in_price(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                              const AgreedLinePrice* agreed);
// F11: a price of nothing, and goods beside the ones to be paid.
void check_free_price(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                      const AgreedLinePrice* agreed);
void check_free_goods(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                      const AgreedLinePrice* agreed);
void check_free_order(const Inquiry& inquiry, Findings& findings);

// "0.74 EUR", "76.00 EUR per 100 H87"
std::string price_text(const Inquiry& inquiry, Decimal price, Decimal basis,
                       const std::string& unit);
std::string ordered_price_text(const Inquiry& inquiry, const OrderLine& line);
std::string price_quote(const OrderLine& line);
// `difference` per basis over the whole line, rounded; nothing when it cannot be said.
std::optional<Decimal> over_line(const Inquiry& inquiry, const OrderLine& line,
                                 const AgreedLinePrice& agreed, Decimal difference);
// A clerk's correction is per ordered unit, whatever base the document used.
std::string per_ordered_unit(const Inquiry& inquiry, const OrderLine& line, Decimal per_stock_unit);
bool is_free_order(const Order& order);

} // namespace besteld

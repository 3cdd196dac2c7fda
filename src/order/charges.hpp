// SPDX-License-Identifier: Apache-2.0
#pragma once

// Discounts and surcharges outside the price (domain.md 4.1): what is due on an order by what was
// agreed, and what the order itself states. Lines first, then the order; within one of these in the
// rules' sequence, each percentage of what the ones before left over. Of several rules with the
// same code on the same level only the narrowest counts, so that "freight 25.00 below 500.00" and
// "freight 35.00 below 250.00" are never both charged.

#include "order/draft.hpp"
#include "order/terms.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace besteld {

struct ChargedLine {
    std::uint32_t index = 0;
    std::string sku;
    Decimal quantity_stock{};
    Decimal amount{};             // quantity × price, rounded
    bool discounts_spent = false; // the price holds them already, or goes with none
};

struct ChargeSetting {
    std::string currency;
    Date date{}; // on which the rules must be valid
    int digits = 2;
    bool rush = false; // the surcharge for it is due
};

struct ChargeDue {
    std::optional<std::uint32_t> line; // index; none: the order
    std::string code;
    bool is_allowance = false;
    Decimal amount{};   // rounded, never negative
    std::string clause; // "freight 25.00 EUR on the order below 500.00, rule 7, import 3 of …"
};

std::vector<ChargeDue> charges_due(const Terms& terms, const std::vector<ChargedLine>& lines,
                                   const ChargeSetting& setting);
// Those of one line only, for when the others have no value yet.
std::vector<ChargeDue> charges_due(const Terms& terms, const ChargedLine& line,
                                   const ChargeSetting& setting);

// The sums of one level, allowances apart from charges.
struct ChargeSums {
    Decimal allowances{};
    Decimal charges{};
};
ChargeSums sums_of(std::span<const ChargeDue> due, std::optional<std::uint32_t> line);

// What a document states; percentages are of `base`. Nothing when one of them is no number.
std::optional<ChargeSums> stated_charges(const std::vector<ChargeDraft>& stated, Decimal base,
                                         int digits);
bool states_allowance(const std::vector<ChargeDraft>& stated);
bool states_charge(const std::vector<ChargeDraft>& stated);

// The buyer states the agreed price less the agreed percentages of this line: he has taken them in
// the price, to the places he writes. `line.amount` is not looked at.
bool is_net_of_discounts(const Terms& terms, const ChargedLine& line, const ChargeSetting& setting,
                         Decimal ordered_price, Decimal agreed_price);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// The agreed price (domain.md 4.1): framework line, customer and item, exclusive promotion,
// customer and item group, price group, list; what comes first counts. Within one of these the rule
// for the item goes before the one for its group, then the highest break reached, then the latest
// beginning; what is equal in all three and gives another price is a tie. Promotions that may be
// combined come off afterwards.

#include "check/check_order.hpp"

namespace besteld {

// What one line asks the rules. Quantities in stock units; a rule says at which of them its break
// looks.
struct PriceQuestion {
    Decimal on_line{};
    Decimal of_item{};      // of the item over the whole order
    Decimal of_mix_group{}; // of its mix group over the whole order; of_item when it is in none
    std::string currency;
    Date price_date{};                // by the agreement's basis: received, or asked for delivery
    Date ordered{};                   // for promotions
    Date delivered{};                 // for promotions: the last day asked for
    std::string framework;            // number named, normalised; empty: none
    std::vector<std::string> claimed; // codes of promotions named, normalised
};

struct FoundPrice {
    AgreedPrice agreed;                   // promotions that may be combined are not in it yet
    std::string rival;                    // of a tie: the other price
    const Promotion* exclusive = nullptr; // the promotion that is the price
};

std::optional<FoundPrice> find_price(const Terms& terms, const Item& item,
                                     const PriceQuestion& question);
// Why `find_price` found none, rule by rule.
std::string tried_words(const Terms& terms, const Item& item, const PriceQuestion& question);
// What a rule costs for so many stock units, in one division so that 47.52 per carton stays 47.52.
std::optional<Decimal> amount_for(const Item& item, const PriceRule& rule, Decimal stock_units);

// The agreed net price of one line in the unit and base in which the buyer ordered it, promotions
// included.
struct AgreedLinePrice {
    AgreedPrice agreed;
    Decimal per_basis{}; // for `basis` ordered units: comparable with OrderLine::price
    Decimal basis{1};    // OrderLine::price_base
    std::string unit;    // of the basis: the ordered price unit
    std::vector<std::string> promotions; // codes of those that are in it
    bool exclusive = false;              // a promotion that goes with no other discount
    std::string rival;                   // of a tie: the other price
};

PriceQuestion price_question(const Terms& terms, const Order& order, const OrderLine& line,
                             Date received_on);
// Nothing when the line has no item, no quantity or no rule.
std::optional<AgreedLinePrice> agreed_line_price(const Terms& terms, const Order& order,
                                                 const OrderLine& line, Date received_on);
// The same to another question: what if a promotion were claimed?
std::optional<AgreedLinePrice> agreed_line_price(const Terms& terms, const OrderLine& line,
                                                 const PriceQuestion& question);

// The last day on which the line may be delivered as asked; the order's day when it names none.
Date delivery_asked(const OrderLine& line, Date ordered);

// "A-C1001-2026, valid from 2026-01-01 to 2026-12-31"; "no agreement" when there is none.
std::string agreement_clause(const Terms& terms);

} // namespace besteld

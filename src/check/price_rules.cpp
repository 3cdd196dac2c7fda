// SPDX-License-Identifier: Apache-2.0
#include "check/price_rules.hpp"

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/units.hpp"
#include "order/clause_words.hpp"
#include "order/currency.hpp"

namespace besteld {

namespace {

const std::string& unit_of(const PriceRule& rule, const Item& item) {
    return rule.unit.empty() ? item.stock_unit : rule.unit;
}

bool is_open(const Framework& framework) {
    if (framework.total_value) return framework.called_value < *framework.total_value;
    return framework.called_off < framework.total_quantity;
}

} // namespace

bool is_for_item(const PriceRule& rule, const Item& item) {
    return rule.sku == item.sku;
}

bool is_for_group(const PriceRule& rule, const Item& item) {
    return rule.sku.empty() && !rule.item_group.empty() && rule.item_group == item.item_group;
}

Decimal counted_for(const PriceRule& rule, const PriceQuestion& question) {
    switch (rule.break_basis) {
    case BreakBasis::line:
        return question.on_line;
    case BreakBasis::item:
        return question.of_item;
    case BreakBasis::mix_group:
        return question.of_mix_group;
    }
    return question.on_line;
}

std::string basis_words(const PriceRule& rule, const Item& item) {
    switch (rule.break_basis) {
    case BreakBasis::line:
        return {};
    case BreakBasis::item:
        return " over the order";
    case BreakBasis::mix_group:
        return cat(" of ", item.mix_group.empty() ? item.sku : item.mix_group, " over the order");
    }
    return {};
}

std::optional<Decimal> amount_for(const Item& item, const PriceRule& rule, Decimal stock_units) {
    const auto factor = factor_of(item, unit_of(rule, item));
    const auto rule_units = factor ? times(*factor, rule.base_quantity) : std::nullopt;
    if (!rule_units || *rule_units <= Decimal{}) return std::nullopt;
    const auto amount = multiply_divide(rule.amount, stock_units, *rule_units, Decimal::places);
    return amount ? std::optional(*amount) : std::nullopt;
}

std::optional<Decimal> per_stock_unit(const Item& item, const PriceRule& rule) {
    return amount_for(item, rule, Decimal{1});
}

std::string fault_of(const PriceRule& rule, const Item& item, const PriceQuestion& question) {
    if (rule.currency != question.currency) return cat("in ", rule.currency);
    if (!holds_on(rule.valid_from, rule.valid_to, question.price_date))
        return cat("not valid on ", to_iso(question.price_date));
    if (rule.from_quantity > counted_for(rule, question))
        return cat("needs ", rule.from_quantity.to_string(), basis_words(rule, item));
    if (!per_stock_unit(item, rule)) return cat("unit ", rule.unit, " has no factor");
    return {};
}

std::string fault_of(const Framework& framework, const Terms& terms,
                     const PriceQuestion& question) {
    const std::string currency = framework.currency.empty() && terms.agreement
                                     ? terms.agreement->currency
                                     : framework.currency;
    if (currency != question.currency) return cat("in ", currency);
    if (framework.valid_from && question.price_date < *framework.valid_from)
        return cat("begins ", to_iso(*framework.valid_from));
    if (question.price_date > framework.valid_to) return cat("ended ", to_iso(framework.valid_to));
    // Named, it is drawn on whatever is left, and C10 says when that is too little.
    if (question.framework.empty())
        return is_open(framework) ? std::string{} : std::string("called off");
    return normalise_code(framework.number) == question.framework ? std::string{}
                                                                  : std::string("not named");
}

std::string rule_text(const PriceRule& rule, const Item& item) {
    const std::string from = rule.from_quantity.is_zero()
                                 ? std::string{}
                                 : cat(" from ", rule.from_quantity.to_string(), " ",
                                       item.stock_unit, basis_words(rule, item));
    const std::string base =
        rule.base_quantity == Decimal{1} ? "" : rule.base_quantity.to_string() + " ";
    return cat(rule.scope, " price ",
               rule.sku.empty() ? cat("item group ", rule.item_group) : rule.sku, from, ": ",
               money_text(rule.amount, currency_digits(rule.currency)), " ", rule.currency, " per ",
               base, unit_of(rule, item));
}

std::string clause_of(const Terms& terms, const PriceRule& rule, const Item& item) {
    return cat(terms.agreement ? terms.agreement->number + ", " : std::string{},
               rule_text(rule, item), ", ", validity_words(rule.valid_from, rule.valid_to),
               version_words(rule.id, rule.provenance));
}

PriceRule as_rule(const Quotation& quotation) {
    return {.scope = "quotation",
            .sku = quotation.sku,
            .amount = quotation.price,
            .base_quantity = quotation.base_quantity,
            .unit = quotation.unit,
            .currency = quotation.currency,
            .valid_from = quotation.valid_from,
            .valid_to = quotation.valid_to,
            .item_group = {},
            .provenance = {}};
}

PriceRule as_rule(const Framework& framework, const Item& item, const PriceQuestion& question) {
    return {.scope = "framework",
            .sku = item.sku,
            .amount = framework.price,
            .unit = item.stock_unit,
            .currency = question.currency,
            .valid_from = framework.valid_from.value_or(question.price_date),
            .valid_to = framework.valid_to,
            .item_group = {},
            .provenance = framework.provenance};
}

} // namespace besteld

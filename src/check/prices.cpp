// SPDX-License-Identifier: Apache-2.0
#include "check/prices.hpp"

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/units.hpp"
#include "order/currency.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

bool holds_on(Date from, const std::optional<Date>& to, Date date) {
    return from <= date && (!to || date <= *to);
}

std::optional<Decimal> per_stock_unit(const Item& item, const PriceRule& rule) {
    const auto factor = factor_of(item, rule.unit.empty() ? item.stock_unit : rule.unit);
    const auto stock_units = factor ? times(*factor, rule.base_quantity) : std::nullopt;
    return stock_units ? over(rule.amount, *stock_units) : std::nullopt;
}

std::string rule_text(const PriceRule& rule, const Item& item) {
    const std::string from =
        rule.from_quantity.is_zero()
            ? std::string{}
            : cat(" from ", rule.from_quantity.to_string(), " ", item.stock_unit);
    const std::string base =
        rule.base_quantity == Decimal{1} ? "" : rule.base_quantity.to_string() + " ";
    return cat(rule.scope, " price ", rule.sku, from, ": ",
               money_text(rule.amount, currency_digits(rule.currency)), " ", rule.currency, " per ",
               base, rule.unit.empty() ? item.stock_unit : rule.unit);
}

std::string validity_text(Date from, const std::optional<Date>& to) {
    return cat("valid from ", to_iso(from), to ? cat(" to ", to_iso(*to)) : std::string{});
}

// Framework agreements come first (domain.md 4.1). They carry no currency: the agreement's.
std::optional<AgreedPrice> framework_price(const Terms& terms, const Item& item,
                                           const std::string& currency, Date date) {
    if (!terms.agreement || terms.agreement->currency != currency) return std::nullopt;
    for (const Framework& framework : terms.frameworks) {
        if (framework.sku != item.sku || date > framework.valid_to) continue;
        PriceRule rule{.scope = "framework",
                       .sku = item.sku,
                       .amount = framework.price,
                       .unit = item.stock_unit,
                       .currency = currency,
                       .valid_from = date,
                       .valid_to = framework.valid_to};
        return AgreedPrice{.per_stock_unit = framework.price,
                           .rule = rule,
                           .clause =
                               cat("framework ", framework.number, ", ", rule_text(rule, item),
                                   ", valid to ", to_iso(framework.valid_to)),
                           .trace = cat("framework ", framework.number, " (hit)")};
    }
    return std::nullopt;
}

struct ScopeResult {
    const PriceRule* best = nullptr;
    bool tie = false;
    std::vector<std::string> tried;
};

// Within one scope the highest break wins, then the latest valid_from; equal in both is a tie
// unless the prices are the same.
ScopeResult best_rule(const Terms& terms, const Item& item, std::string_view scope,
                      Decimal quantity, const std::string& currency, Date date) {
    ScopeResult result;
    for (const PriceRule& rule : terms.prices) {
        if (rule.scope != scope || rule.sku != item.sku) continue;
        std::string verdict;
        if (rule.currency != currency)
            verdict = cat("in ", rule.currency);
        else if (!holds_on(rule.valid_from, rule.valid_to, date))
            verdict = "not valid on the day";
        else if (rule.from_quantity > quantity)
            verdict = cat("needs ", rule.from_quantity.to_string());
        else if (!per_stock_unit(item, rule))
            verdict = cat("unit ", rule.unit, " has no factor");
        result.tried.push_back(cat(rule.scope, " from ", rule.from_quantity.to_string(), " ",
                                   rule.amount.to_string(), verdict.empty() ? "" : ": " + verdict));
        if (!verdict.empty()) continue;
        const auto rank = [](const PriceRule& r) {
            return std::pair(r.from_quantity, r.valid_from);
        };
        if (result.best == nullptr || rank(rule) > rank(*result.best)) {
            result.best = &rule;
            result.tie = false;
        } else if (rank(rule) == rank(*result.best) &&
                   per_stock_unit(item, rule) != per_stock_unit(item, *result.best)) {
            result.tie = true;
        }
    }
    return result;
}

} // namespace

std::string agreement_clause(const Terms& terms) {
    if (!terms.agreement) return "no agreement";
    const Agreement& agreement = *terms.agreement;
    return cat(agreement.number, ", ", validity_text(agreement.valid_from, agreement.valid_to));
}

std::optional<AgreedPrice> agreed_price(const Terms& terms, const std::string& sku,
                                        Decimal stock_quantity, const std::string& currency,
                                        Date price_date) {
    const auto found = terms.items.find(sku);
    if (found == terms.items.end()) return std::nullopt;
    const Item& item = found->second;
    if (auto framework = framework_price(terms, item, currency, price_date)) return framework;
    std::vector<std::string> tried;
    for (const std::string_view scope : {"customer", "group", "list"}) {
        const ScopeResult result =
            best_rule(terms, item, scope, stock_quantity, currency, price_date);
        tried.insert(tried.end(), result.tried.begin(), result.tried.end());
        if (result.best == nullptr) continue;
        const PriceRule& rule = *result.best;
        const std::string hit =
            cat("hit: ", rule.scope, rule.from_quantity.is_zero() ? "" : " break ",
                rule.from_quantity.is_zero() ? "" : rule.from_quantity.to_string(), " for ",
                stock_quantity.to_string(), " ", item.stock_unit);
        return AgreedPrice{.per_stock_unit = *per_stock_unit(item, rule),
                           .rule = rule,
                           .clause =
                               cat(terms.agreement ? terms.agreement->number + ", " : std::string{},
                                   rule_text(rule, item), ", ",
                                   validity_text(rule.valid_from, rule.valid_to)),
                           .trace = cat("tried ", join(tried, "; "), "; ", hit),
                           .tie = result.tie};
    }
    return std::nullopt;
}

const Promotion* valid_promotion(const Terms& terms, const std::string& sku, Date ordered,
                                 Date delivered) {
    const Promotion* best = nullptr;
    for (const Promotion& promotion : terms.promotions) {
        if (promotion.sku != sku ||
            !holds_on(promotion.ordered_from, promotion.ordered_to, ordered))
            continue;
        if (promotion.delivered_to && delivered > *promotion.delivered_to) continue;
        if (best == nullptr || promotion.percent_off > best->percent_off) best = &promotion;
    }
    return best;
}

bool is_claimed(const Order& order, const OrderLine& line, const Promotion& promotion) {
    if (!promotion.must_be_claimed) return true;
    const std::string code = normalise_code(promotion.code);
    const auto same = [&](const std::string& claimed) { return normalise_code(claimed) == code; };
    return same(line.promotion) || std::ranges::any_of(order.promotions, same);
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/calendar.hpp"
#include "check/price_rules.hpp"
#include "check/promotions.hpp"
#include "check/units.hpp"

#include <algorithm>

namespace besteld {

namespace {

// Stock units over the whole order of the lines that `counts` names.
template <typename Counts>
Decimal sum_of(const Order& order, Counts counts) {
    Decimal sum{};
    for (const OrderLine& line : order.lines) {
        if (!line.quantity_stock || line.quantity_stock->is_negative() || !counts(line)) continue;
        sum = plus(sum, *line.quantity_stock).value_or(sum);
    }
    return sum;
}

// Whether anything agreed about the item looks beyond the line; else the order need not be added up
// for each of its lines.
bool looks_beyond_the_line(const Terms& terms, const std::string& sku) {
    const auto item = terms.items.find(sku);
    if (item == terms.items.end()) return false;
    const auto by_order = [&](const PriceRule& rule) {
        return rule.break_basis != BreakBasis::line &&
               (is_for_item(rule, item->second) || is_for_group(rule, item->second));
    };
    const auto limited = [&](const Promotion& promotion) {
        return promotion.maximum_quantity && promotion.sku == sku;
    };
    return std::ranges::any_of(terms.prices, by_order) ||
           std::ranges::any_of(terms.promotions, limited);
}

std::string mix_group_of(const Terms& terms, const std::string& sku) {
    const auto item = terms.items.find(sku);
    return item != terms.items.end() ? item->second.mix_group : std::string{};
}

// Promotions that may be combined come off one after the other; which is first makes no difference
// but for one with a price of its own, which goes before percentages.
std::optional<AgreedLinePrice> with_promotions(const Terms& terms, const Item& item,
                                               const PriceQuestion& question, AgreedLinePrice price,
                                               Decimal stock_units) {
    for (const bool own_price : {true, false}) {
        for (const Promotion& promotion : terms.promotions) {
            if (promotion.exclusive || promotion.price.has_value() != own_price ||
                !applies(promotion, item, question))
                continue;
            const auto reduced = after_promotion(price.per_basis, promotion, stock_units);
            const auto each = after_promotion(price.agreed.per_stock_unit, promotion, Decimal{1});
            if (!reduced || !each) return std::nullopt;
            price.per_basis = *reduced;
            price.agreed.per_stock_unit = *each;
            price.agreed.trace += "; promotion " + promotion.code;
            price.agreed.clause += ", " + promotion_words(promotion);
            price.promotions.push_back(promotion.code);
        }
    }
    return price;
}

} // namespace

Date delivery_asked(const OrderLine& line, Date ordered) {
    const DayRange range = line.requested ? day_range(line.requested->value) : DayRange{};
    return range.last.value_or(range.first.value_or(ordered));
}

PriceQuestion price_question(const Terms& terms, const Order& order, const OrderLine& line,
                             Date received_on) {
    const Decimal on_line = line.quantity_stock.value_or(Decimal{});
    PriceQuestion question{.on_line = on_line,
                           .of_item = on_line,
                           .of_mix_group = on_line,
                           .currency = order.currency,
                           .price_date = received_on,
                           .ordered = received_on,
                           .delivered = delivery_asked(line, received_on),
                           .framework = normalise_code(order.framework),
                           .claimed = {}};
    if (looks_beyond_the_line(terms, line.sku)) {
        const std::string group = mix_group_of(terms, line.sku);
        const auto same_item = [&](const OrderLine& other) { return other.sku == line.sku; };
        const auto same_group = [&](const OrderLine& other) {
            return mix_group_of(terms, other.sku) == group;
        };
        question.of_item = sum_of(order, same_item);
        question.of_mix_group = group.empty() ? question.of_item : sum_of(order, same_group);
    }
    if (terms.agreement && terms.agreement->price_date_basis == PriceDateBasis::delivery)
        question.price_date = question.delivered;
    // A contract number that is the agreement's own names no framework.
    if (terms.agreement && normalise_code(terms.agreement->number) == question.framework)
        question.framework.clear();
    for (const std::string& code : order.promotions)
        question.claimed.push_back(normalise_code(code));
    if (!line.promotion.empty()) question.claimed.push_back(normalise_code(line.promotion));
    return question;
}

std::optional<AgreedLinePrice> agreed_line_price(const Terms& terms, const OrderLine& line,
                                                 const PriceQuestion& question) {
    const auto item = terms.items.find(line.sku);
    if (item == terms.items.end() || !line.quantity_stock) return std::nullopt;
    auto found = find_price(terms, item->second, question);
    if (!found) return std::nullopt;
    AgreedLinePrice result{.agreed = std::move(found->agreed),
                           .basis = line.price_base,
                           .unit = line.price_unit.empty() ? line.unit : line.price_unit,
                           .promotions = {},
                           .rival = std::move(found->rival)};
    const auto stock_units = to_stock(item->second, result.unit, line.price_base);
    const auto amount =
        stock_units ? amount_for(item->second, result.agreed.rule, *stock_units) : std::nullopt;
    if (!amount) return std::nullopt;
    result.per_basis = *amount;
    if (found->exclusive == nullptr)
        return with_promotions(terms, item->second, question, std::move(result), *stock_units);
    result.exclusive = true;
    result.promotions = {found->exclusive->code};
    return result;
}

std::optional<AgreedLinePrice> agreed_line_price(const Terms& terms, const Order& order,
                                                 const OrderLine& line, Date received_on) {
    return agreed_line_price(terms, line, price_question(terms, order, line, received_on));
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "check/promotions.hpp"

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "order/clause_words.hpp"

#include <algorithm>

namespace besteld {

std::string fault_of(const Promotion& promotion, const PriceQuestion& question) {
    if (!holds_on(promotion.ordered_from, promotion.ordered_to, question.ordered))
        return cat("for orders ", to_iso(promotion.ordered_from), " to ",
                   to_iso(promotion.ordered_to));
    if (promotion.delivered_to && question.delivered > *promotion.delivered_to)
        return cat("for delivery to ", to_iso(*promotion.delivered_to));
    if (promotion.delivered_from && question.delivered < *promotion.delivered_from)
        return cat("for delivery from ", to_iso(*promotion.delivered_from));
    if (promotion.maximum_quantity && question.of_item > *promotion.maximum_quantity)
        return cat("for at most ", promotion.maximum_quantity->to_string(), " in one order");
    return {};
}

bool is_claimed(const Promotion& promotion, const PriceQuestion& question) {
    return !promotion.must_be_claimed ||
           std::ranges::find(question.claimed, normalise_code(promotion.code)) !=
               question.claimed.end();
}

bool applies(const Promotion& promotion, const Item& item, const PriceQuestion& question) {
    return promotion.sku == item.sku && is_claimed(promotion, question) &&
           fault_of(promotion, question).empty();
}

std::optional<Decimal> after_promotion(Decimal price, const Promotion& promotion,
                                       Decimal stock_units) {
    if (promotion.price) {
        const auto own = times(*promotion.price, stock_units);
        return own ? std::optional(std::min(price, *own)) : std::nullopt;
    }
    const auto rest =
        multiply_divide(price, Decimal{100} - promotion.percent_off, Decimal{100}, Decimal::places);
    return rest ? std::optional(*rest) : std::nullopt;
}

std::string promotion_words(const Promotion& promotion) {
    std::string words = cat("promotion ", promotion.code, ", ordered ",
                            to_iso(promotion.ordered_from), " to ", to_iso(promotion.ordered_to));
    if (promotion.delivered_from)
        words += cat(", delivered from ", to_iso(*promotion.delivered_from));
    if (promotion.delivered_to) words += cat(", delivered to ", to_iso(*promotion.delivered_to));
    return words + version_words(0, promotion.provenance);
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "order/deviation_scope.hpp"

#include "order/finding_values.hpp"
#include "order/totals.hpp"

#include <array>

namespace besteld {

namespace {

constexpr std::array<std::string_view, 8> bounds{"quantity_down", "quantity_up",  "price_down",
                                                 "price_up",      "days_earlier", "days_later",
                                                 "replacement",   "charges"};

bool is_granted(const DeviationScope& scope, const std::string& bound) {
    const auto limit = scope.find(bound);
    return limit != scope.end() && !limit->second.is_zero();
}

bool is_at_most(Decimal value, const DeviationScope& scope, const std::string& bound) {
    const auto limit = scope.find(bound);
    return limit != scope.end() && value <= limit->second;
}

bool is_amount_in_scope(const Deviation& deviation, const DeviationScope& scope) {
    const auto ordered = leading_decimal(deviation.ordered);
    const auto confirmed = leading_decimal(deviation.confirmed);
    if (!ordered || !confirmed || *ordered <= Decimal{}) return false;
    const Decimal apart = (*confirmed - *ordered).abs();
    const auto percent = in_range(apart, Decimal{100}, *ordered, Decimal::places);
    const bool less = *confirmed < *ordered;
    return percent && is_at_most(*percent, scope, deviation.field + (less ? "_down" : "_up"));
}

bool is_date_in_scope(const Deviation& deviation, const DeviationScope& scope) {
    const auto ordered = parse_iso_date(deviation.ordered);
    const auto confirmed = parse_iso_date(deviation.confirmed);
    if (!ordered || !confirmed) return false;
    const auto days = (*confirmed - *ordered).count();
    const Decimal apart = Decimal::from_integer(days < 0 ? -days : days);
    return is_at_most(apart, scope, days < 0 ? "days_earlier" : "days_later");
}

} // namespace

std::span<const std::string_view> bounds_of_scope() {
    return bounds;
}

bool is_in_scope(const Deviation& deviation, const DeviationScope& scope) {
    if (deviation.field == "quantity" || deviation.field == "price")
        return is_amount_in_scope(deviation, scope);
    if (deviation.field == "date") return is_date_in_scope(deviation, scope);
    if (deviation.field == "item") return is_granted(scope, "replacement");
    const bool charge = deviation.field == "fee" || deviation.field == "surcharge";
    return charge && is_granted(scope, "charges");
}

} // namespace besteld

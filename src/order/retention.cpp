// SPDX-License-Identifier: Apache-2.0
#include "order/retention.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

constexpr std::array<std::string_view, 3> class_names{"order", "letter", "dropped"};

struct Terms {
    std::string_view country;
    int order_years;
    int letter_years;
};
// AWR art. 52; HGB 257 and AO 147 since 2025; vouchers of 会计档案管理办法.
constexpr std::array<Terms, 3> terms{{{"NL", 7, 7}, {"DE", 8, 6}, {"CN", 30, 30}}};
constexpr Terms elsewhere{"", 10, 10};

const Terms& terms_of(std::string_view country) {
    const auto* found = std::ranges::find(terms, country, &Terms::country);
    return found == terms.end() ? elsewhere : *found;
}

} // namespace

std::string_view name_of(RetentionClass retention_class) {
    return class_names.at(static_cast<std::size_t>(retention_class));
}

std::optional<RetentionClass> retention_class_by_name(std::string_view name) {
    const auto* found = std::ranges::find(class_names, name);
    if (found == class_names.end()) return std::nullopt;
    return static_cast<RetentionClass>(found - class_names.begin());
}

int order_years(const RetentionRules& rules) {
    return rules.order_years > 0 ? rules.order_years : terms_of(rules.country).order_years;
}

int letter_years(const RetentionRules& rules) {
    return rules.letter_years > 0 ? rules.letter_years : terms_of(rules.country).letter_years;
}

Date retain_until(RetentionClass retention_class, const RetentionRules& rules, Date ended) {
    if (retention_class == RetentionClass::dropped)
        return ended + std::chrono::days(rules.dropped_days);
    const int years =
        retention_class == RetentionClass::order ? order_years(rules) : letter_years(rules);
    const auto year = std::chrono::year_month_day{ended}.year() + std::chrono::years(years);
    return year / std::chrono::December / 31;
}

} // namespace besteld

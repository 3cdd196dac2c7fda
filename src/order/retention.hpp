// SPDX-License-Identifier: Apache-2.0
#pragma once

// How long what is archived is kept (domain.md 6; reliability.md 11). The terms of a country are
// defaults that finance confirms, not advice.

#include "base/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace besteld {

// order: what became an order of ours, with its papers; letter: business letters that did not;
// dropped: what nobody wanted to have (spam, strangers).
enum class RetentionClass { order, letter, dropped };
std::string_view name_of(RetentionClass retention_class);
std::optional<RetentionClass> retention_class_by_name(std::string_view name);

struct RetentionRules {
    std::string country = "NL"; // whose law: ours
    int order_years = 0;        // 0: as the country has it
    int letter_years = 0;
    int dropped_days = 90;
};

// Years as the law of the country has them for each class: NL 7 and 7, DE 8 and 6, CN 30 and 30,
// elsewhere 10 and 10.
int order_years(const RetentionRules& rules);
int letter_years(const RetentionRules& rules);

// The last day on which it must be there. Years run from the end of the calendar year.
Date retain_until(RetentionClass retention_class, const RetentionRules& rules, Date ended);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Values out of a finding's texts ("0.74 EUR", "108", "30 2026-03-05; 18 2026-03-17").

#include "order/answer.hpp"
#include "order/finding.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

std::optional<Decimal> leading_decimal(std::string_view text); // "0.74 EUR" → 0.74
std::string word_after_decimal(std::string_view text);         // "100 XRO" → "XRO"
std::optional<Date> first_date(std::string_view text);         // the first YYYY-MM-DD in it
// Each quantity with the date that follows it, in order.
std::vector<AnswerPart> quantities_with_dates(std::string_view text);

// What accept_agreed puts there: the suggested value when accept_agreed is what is suggested, else
// the agreed value.
std::string_view agreed_text(const Finding& finding);

} // namespace besteld

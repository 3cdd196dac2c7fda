// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "order/draft.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers::x12 {

// CCYYMMDD, or YYMMDD with `century` ("20") or, without one, the pivot 50 (domain.md 2.3).
std::optional<Date> parse_date(std::string_view text, std::string_view century = {});

// One DTM, or G62, that may say when the buyer wants the goods.
struct StatedDate {
    std::string qualifier; // element 374, three digits
    Date start{};
    std::optional<Date> end; // of a period (RD8)
    std::string raw;         // "002:20260305"
    Place place;
};

// Whether a qualifier says when goods are wanted.
bool tells_delivery(std::string_view qualifier);
// 061, 175 and 001: the order lapses after this day.
bool tells_cancel(std::string_view qualifier);
// What all of them together mean (table of domain.md 2.3). Delivery counts before despatch, and
// despatch before pick-up.
MaybeDate choose_date(const std::vector<StatedDate>& dates);
// 001 says not of what; it means despatch when the order speaks of despatch dates.
MaybeDate cancel_after(const StatedDate& stated, const std::vector<StatedDate>& dates);

} // namespace besteld::parsers::x12

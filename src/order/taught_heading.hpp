// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a heading of a customer's tables was taught to mean.

#include "order/reading.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// Headings are equal when case, blanks, punctuation and a bracketed suffix such as "(EUR)" are all
// that differs.
std::string heading_key(std::string_view heading);

// Of layouts with TableLayout::each_counts: the field that this heading was taught to mean.
std::optional<std::string_view> taught_field(std::string_view heading,
                                             const std::vector<TableLayout>& layouts);

// TableLayout's field names that a person may give a column.
inline constexpr std::string_view teachable_fields[] = {
    "item", "buyer_item", "gtin",   "name", "quantity",     "unit", "price",
    "line", "price_base", "amount", "date", "order_number", "note"};

} // namespace besteld

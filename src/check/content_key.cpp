// SPDX-License-Identifier: Apache-2.0
#include "check/content_key.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace besteld {

namespace {

// The week asked for, by its Monday: a phone call says Thursday, the mail after it the day before.
std::string week_of(const std::optional<Sourced<DateSpec>>& requested) {
    if (!requested || !requested->value.start) return {};
    const auto day = parse_iso_date(*requested->value.start);
    return day ? to_iso(*day - std::chrono::days(iso_weekday(*day) - 1)) : *requested->value.start;
}

// Articles by our number, so that the same order by mail and by file is the same content. What we
// could not identify stands there as written.
std::string line_text(const OrderLine& line) {
    const std::string item = line.sku.empty() ? "?" + normalise_code(line.item_text) : line.sku;
    const std::string quantity =
        line.quantity_stock ? line.quantity_stock->to_string() + " " + line.stock_unit
        : line.quantity     ? line.quantity->value.to_string() + " " + line.unit
                            : std::string{};
    return cat(item, "\t", quantity, "\t", week_of(line.requested), "\n");
}

} // namespace

std::string content_key(const Order& order) {
    if (order.lines.empty()) return {}; // nothing to be the same as
    std::vector<std::string> lines;
    for (const OrderLine& line : order.lines)
        lines.push_back(line_text(line));
    std::ranges::sort(lines);
    // An address that is none of ours still tells two orders apart.
    const std::string ship_to =
        order.ship_to_id.empty() ? "?" + fold_case(order.ship_to_text) : order.ship_to_id;
    return sha256_hex(cat(order.customer_no, "\n", ship_to, "\n", join(lines, "")));
}

} // namespace besteld

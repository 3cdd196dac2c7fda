// SPDX-License-Identifier: Apache-2.0
#include "order/alike.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr std::size_t key_digits = 32;
constexpr char part = '\x1F'; // stands in none of the parts

// Ours when it is known, else as the buyer calls it.
std::string article_of(const Order& order, const Finding& finding) {
    if (!finding.line || *finding.line >= order.lines.size()) return {};
    const auto& line = order.lines[*finding.line];
    for (const auto* name : {&line.sku, &line.gtin, &line.seller_item, &line.buyer_item})
        if (!name->empty()) return *name;
    return line.item_text;
}

} // namespace

bool is_decided_at_once(Resolution resolution) {
    return resolution == Resolution::accept_agreed || resolution == Resolution::accept_ordered ||
           resolution == Resolution::dismiss;
}

std::string alike_key(const Order& order, const Finding& finding) {
    const bool has_pair = !finding.ordered.empty() && !finding.agreed.empty();
    const bool at_once = std::ranges::any_of(
        finding.ways_out, [](const WayOut& way) { return is_decided_at_once(way.resolution); });
    if (order.customer_no.empty() || !has_pair || !at_once || !is_open(finding)) return {};
    return sha256_hex(cat(name_of(finding.check), part, order.customer_no, part,
                          article_of(order, finding), part, finding.ordered, part, finding.agreed))
        .substr(0, key_digits);
}

} // namespace besteld

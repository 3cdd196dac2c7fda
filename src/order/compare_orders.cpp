// SPDX-License-Identifier: Apache-2.0
#include "order/compare_orders.hpp"

#include "base/text.hpp"

#include <map>
#include <utility>

namespace besteld {

namespace {

std::string date_words(const DateSpec& spec) {
    const std::string start = spec.start.value_or("");
    const std::string end = spec.end.value_or("");
    switch (spec.kind) {
    case DateKind::none:
        return {};
    case DateKind::asap:
        return "as soon as possible";
    case DateKind::on:
        return start;
    case DateKind::by:
        return cat("by ", start);
    case DateKind::not_before:
        return cat("from ", start);
    case DateKind::window:
    case DateKind::week:
        return cat(start, " to ", end);
    }
    return {};
}

std::string amount_words(const EarlierLine& line) {
    return line.quantity ? cat(line.quantity->to_string(), " ", line.unit) : "no quantity";
}

// 2 cartons of 36 and 72 rolls are the same wish.
bool same_quantity(const EarlierLine& a, const EarlierLine& b) {
    if (a.quantity_stock && b.quantity_stock) return *a.quantity_stock == *b.quantity_stock;
    return a.quantity == b.quantity && a.unit == b.unit;
}

using Pairing = std::vector<std::pair<const EarlierLine*, const EarlierLine*>>;

// Takes every pair with the same key, each line once; long orders stay linear.
template <typename KeyOf>
void pair_up(std::vector<const EarlierLine*>& before, std::vector<const EarlierLine*>& now,
             Pairing& pairs, const KeyOf& key_of) {
    std::multimap<std::string, const EarlierLine*> waiting;
    for (const auto* line : before)
        waiting.emplace(key_of(*line), line);
    std::erase_if(now, [&](const EarlierLine* line) {
        const auto found = waiting.find(key_of(*line));
        if (found == waiting.end()) return false;
        pairs.emplace_back(found->second, line);
        waiting.erase(found);
        return true;
    });
    before.clear();
    for (const auto& [key, line] : waiting)
        before.push_back(line);
}

void compare_pair(const EarlierLine& before, const EarlierLine& now,
                  std::vector<LineDifference>& differences) {
    const auto differ = [&](std::string field, std::string old_words, std::string new_words) {
        differences.push_back({.change = LineChange::changed,
                               .buyer_line = now.buyer_line,
                               .item = now.sku,
                               .field = std::move(field),
                               .before = std::move(old_words),
                               .now = std::move(new_words)});
    };
    if (!same_quantity(before, now)) differ("quantity", amount_words(before), amount_words(now));
    if (before.price_stock && now.price_stock && *before.price_stock != *now.price_stock)
        differ("price", before.price_stock->to_string(), now.price_stock->to_string());
    if (!before.requested.empty() && !now.requested.empty() && before.requested != now.requested)
        differ("date", before.requested, now.requested);
}

LineDifference came_or_went(LineChange change, const EarlierLine& line) {
    LineDifference difference{.change = change, .buyer_line = line.buyer_line, .item = line.sku};
    (change == LineChange::added ? difference.now : difference.before) = amount_words(line);
    return difference;
}

} // namespace

EarlierLine as_earlier_line(const OrderLine& line) {
    return {.buyer_line = line.buyer_line,
            .sku = line.sku.empty() ? line.item_text : line.sku,
            .quantity = line.quantity ? std::optional<Decimal>(line.quantity->value) : std::nullopt,
            .unit = line.unit,
            .quantity_stock = line.quantity_stock,
            .price_stock = line.price_stock,
            .requested = line.requested ? date_words(line.requested->value) : std::string{}};
}

std::vector<LineDifference> compare_lines(const EarlierOrder& earlier, const Order& order) {
    if (earlier.lines.empty()) return {};
    std::vector<EarlierLine> lines;
    for (const auto& line : order.lines)
        lines.push_back(as_earlier_line(line));
    std::vector<const EarlierLine*> before;
    std::vector<const EarlierLine*> now;
    for (const auto& line : earlier.lines)
        before.push_back(&line);
    for (const auto& line : lines)
        now.push_back(&line);

    Pairing pairs;
    pair_up(before, now, pairs,
            [](const EarlierLine& line) { return cat(line.sku, "\t", line.buyer_line); });
    pair_up(before, now, pairs, [](const EarlierLine& line) {
        return cat(line.sku, "\t",
                   line.quantity_stock ? line.quantity_stock->to_string() : amount_words(line));
    });
    pair_up(before, now, pairs, [](const EarlierLine& line) { return line.sku; });

    std::vector<LineDifference> differences;
    for (const auto& [old_line, new_line] : pairs)
        compare_pair(*old_line, *new_line, differences);
    for (const auto* line : now)
        differences.push_back(came_or_went(LineChange::added, *line));
    for (const auto* line : before)
        differences.push_back(came_or_went(LineChange::removed, *line));
    return differences;
}

std::string to_text(const std::vector<LineDifference>& differences) {
    std::vector<std::string> words;
    for (const auto& d : differences) {
        const std::string line =
            cat(d.buyer_line.empty() ? "" : cat("line ", d.buyer_line, " "), d.item);
        switch (d.change) {
        case LineChange::added:
            words.push_back(cat(line, " added: ", d.now));
            break;
        case LineChange::removed:
            words.push_back(cat(line, " left out: ", d.before));
            break;
        case LineChange::changed:
            words.push_back(cat(line, ": ", d.field, " ", d.before, " -> ", d.now));
            break;
        }
    }
    return join(words, "; ");
}

std::string order_name(const EarlierOrder& earlier) {
    if (!earlier.official_no.empty()) return earlier.official_no;
    return earlier.case_no.empty() ? cat("case id ", earlier.order_id) : earlier.case_no;
}

bool is_same_content(const EarlierOrder& earlier, const Order& order) {
    if (order.content_key.empty() || earlier.content_key != order.content_key) return false;
    // The key knows items, quantities and weeks; the lines know the day and the price.
    return compare_lines(earlier, order).empty();
}

} // namespace besteld

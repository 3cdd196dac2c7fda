// SPDX-License-Identifier: Apache-2.0
#include "deliver/render_despatch.hpp"

#include "base/text.hpp"
#include "order/format_values.hpp"

#include <vector>

namespace besteld {

namespace {

void fill_line(Dictionary& to, const DespatchLine& line, const Words& words) {
    auto& row = *to.AddSectionDictionary("DESPATCH_LINE");
    put(row, "BUYER_LINE", one_line(line.buyer_line));
    put(row, "SKU", one_line(line.sku));
    put(row, "NAME", one_line(line.name));
    put_section(row, "BUYER_ITEM", "ITEM", one_line(line.buyer_item));
    put(row, "ORDERED", format_quantity(line.ordered, line.ordered_unit, words));
    put(row, "DELIVERED", format_quantity(line.delivered, line.unit, words));
    for (const auto& batch : line.batches) {
        if (batch.batch.empty()) continue;
        auto& one = *row.AddSectionDictionary("BATCH");
        put(one, "CODE", one_line(batch.batch));
        put(one, "QUANTITY", format_quantity(batch.quantity, line.unit, words));
    }
    put(row, "OPEN", format_quantity(line.open, line.unit, words));
}

// In the order in which the mail says it.
std::vector<std::string> values_of(const DespatchLine& line, const Words& words) {
    std::vector<std::string> values{one_line(line.sku),
                                    format_quantity(line.ordered, line.ordered_unit, words),
                                    format_quantity(line.delivered, line.unit, words)};
    for (const auto& batch : line.batches) {
        if (batch.batch.empty()) continue;
        values.push_back(one_line(batch.batch));
        values.push_back(format_quantity(batch.quantity, line.unit, words));
    }
    values.push_back(format_quantity(line.open, line.unit, words));
    return values;
}

} // namespace

void fill_despatch(Dictionary& to, const Answer& answer, const Words& words) {
    if (!answer.despatch) return;
    const auto& slip = *answer.despatch;
    put_section(to, "SHIPPED", "DATE", format_date(slip.day, words));
    put_section(to, "SHIP_TO", "ADDRESS", one_line(answer.ship_to));
    put_section(to, "CARRIER", "NAME", one_line(slip.carrier));
    put_section(to, "TRACK", "CODE", one_line(slip.track_no));
    if (slip.packages > 0) put_section(to, "PACKAGES", "QUANTITY", cat(slip.packages));
    for (const auto& line : slip.lines)
        fill_line(to, line, words);
}

std::optional<std::string> prove_despatch(std::string_view shown, const Answer& answer,
                                          const Words& words) {
    if (!answer.despatch) return "tells of no delivery";
    const auto& slip = *answer.despatch;
    std::vector<std::string> values{slip.number, format_date(slip.day, words),
                                    one_line(slip.carrier), one_line(slip.track_no)};
    for (const auto& line : slip.lines)
        for (auto& value : values_of(line, words))
            values.push_back(std::move(value));
    for (const auto& value : values) {
        const std::string wanted = with_single_blanks(value);
        const auto at = shown.find(wanted);
        if (at == std::string_view::npos) return cat("does not say ", value);
        shown.remove_prefix(at + wanted.size());
    }
    return std::nullopt;
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "order/fulfilment.hpp"

#include <algorithm>
#include <boost/describe.hpp>

namespace besteld {

BOOST_DESCRIBE_ENUM(InvoiceRule, per_delivery, per_order, after_proof)

Decimal FulfilmentLine::open() const {
    return std::max(confirmed - delivered, Decimal{});
}

std::optional<Date> FulfilmentLine::next_date() const {
    if (open().is_zero()) return std::nullopt;
    Decimal promised{};
    for (const auto& part : parts) {
        promised += part.quantity;
        if (promised > delivered) return part.date;
    }
    return std::nullopt;
}

std::vector<FulfilmentLine> lines_to_deliver(const Answer& confirmed) {
    std::vector<FulfilmentLine> lines;
    for (const auto& said : confirmed.lines) {
        FulfilmentLine line{.line = said.index,
                            .buyer_line = said.buyer_line,
                            .sku = said.sku,
                            .name = said.name,
                            .unit = said.unit};
        if (said.answer != LineAnswer::rejected) {
            line.confirmed = said.quantity + said.backorder.value_or(Decimal{});
            line.parts = said.parts;
            if (line.parts.empty()) line.parts.push_back({said.quantity, said.promised});
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::optional<Date> first_promised(const std::vector<FulfilmentLine>& lines) {
    std::optional<Date> first;
    for (const auto& line : lines)
        if (const auto next = line.next_date(); next && (!first || *next < *first)) first = next;
    return first;
}

bool is_complete(const Fulfilment& fulfilment) {
    return fulfilment.rest_closed_at ||
           std::ranges::all_of(fulfilment.lines,
                               [](const FulfilmentLine& l) { return l.open().is_zero(); });
}

const Delivery* find_delivery(const Fulfilment& fulfilment, std::int64_t id) {
    const auto found = std::ranges::find(fulfilment.deliveries, id, &Delivery::id);
    return found == fulfilment.deliveries.end() ? nullptr : &*found;
}

std::string_view name_of(InvoiceRule rule) {
    return boost::describe::enum_to_string(rule, "?");
}

std::optional<InvoiceRule> invoice_rule_by_name(std::string_view name) {
    InvoiceRule rule{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), rule)) return std::nullopt;
    return rule;
}

} // namespace besteld

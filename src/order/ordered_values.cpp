// SPDX-License-Identifier: Apache-2.0
#include "order/ordered_values.hpp"

#include "base/text.hpp"

namespace besteld {

namespace {

const LineDraft* draft_line(const LineCase& c) {
    if (!c.draft || c.line.index >= c.draft->lines.size()) return nullptr;
    return &c.draft->lines[c.line.index];
}

// A correction hides what a format stated; of free text the correction is the reading.
std::optional<Decimal> source_value(const LineCase& c, const Sourced<Decimal>& now,
                                    const MaybeField& then) {
    if (now.origin != Origin::typed || c.order.free_text || !then) return now.value;
    const auto stated = Decimal::parse(trim(then->value));
    return stated ? *stated : now.value;
}

std::string fourteen_digits(std::string_view gtin) {
    constexpr std::size_t length = 14;
    return gtin.size() < length ? std::string(length - gtin.size(), '0') + std::string(gtin)
                                : std::string(gtin);
}

const std::string* sku_of(const Terms& terms, const LineDraft& draft) {
    for (const auto& [sku, item] : terms.items) {
        if (draft.seller_item && normalise_code(draft.seller_item->value) == normalise_code(sku))
            return &sku;
        if (!draft.gtin || draft.gtin->value.empty()) continue;
        for (const auto& unit : item.units)
            if (!unit.gtin.empty() &&
                fourteen_digits(unit.gtin) == fourteen_digits(draft.gtin->value))
                return &sku;
    }
    return nullptr;
}

const DateSpec* request(const LineCase& c) {
    if (c.line.requested) return &c.line.requested->value;
    return c.order.requested ? &c.order.requested->value : nullptr;
}

std::optional<Date> date_of(const std::optional<std::string>& iso) {
    return iso ? parse_iso_date(*iso) : std::nullopt;
}

} // namespace

std::optional<Decimal> ordered_quantity(const LineCase& c) {
    if (!c.line.quantity) return std::nullopt;
    const auto* draft = draft_line(c);
    return source_value(c, *c.line.quantity, draft ? draft->quantity : std::nullopt);
}

std::optional<Decimal> ordered_price(const LineCase& c) {
    if (!c.line.price) return std::nullopt;
    const bool ours =
        c.line.price->origin == Origin::defaulted || c.line.price->origin == Origin::derived;
    if (ours) return std::nullopt;
    const auto* draft = draft_line(c);
    if (c.line.price->origin == Origin::typed && draft && !draft->unit_price) return std::nullopt;
    return source_value(c, *c.line.price, draft ? draft->unit_price : std::nullopt);
}

std::optional<std::string> other_item_ordered(const LineCase& c) {
    const auto* draft = draft_line(c);
    const auto* sku = draft ? sku_of(c.terms, *draft) : nullptr;
    if (!sku || *sku == c.line.sku || c.line.match_step != "typed") return std::nullopt;
    return *sku;
}

std::optional<Date> requested_day(const LineCase& c) {
    const auto* wanted = request(c);
    if (!wanted) return std::nullopt;
    const auto start = date_of(wanted->start);
    return start ? start : date_of(wanted->end);
}

bool fits_request(const LineCase& c, Date date) {
    const auto* wanted = request(c);
    if (!wanted) return true;
    const auto start = date_of(wanted->start);
    const auto end = date_of(wanted->end);
    switch (wanted->kind) {
    case DateKind::none:
    case DateKind::asap:
        return true;
    case DateKind::on:
        return !start || date == *start;
    case DateKind::by:
        return !start || date <= *start;
    case DateKind::not_before:
        return !start || date >= *start;
    case DateKind::window:
    case DateKind::week:
        return (!start || date >= *start) && (!end || date <= *end);
    }
    return false;
}

std::string item_name(const Terms& terms, const std::string& sku, const std::string& language,
                      const std::string& otherwise) {
    const auto item = terms.items.find(sku);
    if (item == terms.items.end()) return otherwise;
    for (const auto& wanted : {language, std::string()})
        if (const auto name = item->second.names.find(wanted); name != item->second.names.end())
            return name->second;
    return otherwise;
}

std::string gtin_of(const Terms& terms, const std::string& sku, const std::string& unit) {
    const auto item = terms.items.find(sku);
    if (item == terms.items.end()) return {};
    for (const auto& known : item->second.units)
        if (known.unit == unit) return known.gtin;
    return {};
}

} // namespace besteld

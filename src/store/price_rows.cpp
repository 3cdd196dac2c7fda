// SPDX-License-Identifier: Apache-2.0

// Prices, promotions and frameworks.
#include "base/text.hpp"
#include "store/base_data_rows.hpp"
#include "store/row_lists.hpp"

namespace besteld {

namespace {

Skus skus_of(const std::map<std::string, Item>& items) {
    Skus skus;
    for (const auto& [sku, item] : items)
        skus.push_back(sku);
    return skus;
}

BreakBasis basis_named(std::string_view name) {
    if (name == "item") return BreakBasis::item;
    if (name == "mix_group") return BreakBasis::mix_group;
    return BreakBasis::line;
}

constexpr std::string_view price_columns =
    "SELECT id, scope, sku, from_quantity, amount, base_quantity, unit, currency, valid_from, "
    "valid_to, item_group, break_basis, import_id, recorded_from FROM price WHERE scope_key IN "
    "($1, $2, $3) "
    "AND valid_from <= $4 AND (valid_to IS NULL OR valid_to >= $5) AND ";

PriceRule price_of(const Row& row, const std::map<std::string, Item>& items) {
    PriceRule price{.id = row.integer(0),
                    .scope = row.text(1),
                    .sku = row.text(2),
                    .from_quantity = row.decimal(3),
                    .amount = row.decimal(4),
                    .base_quantity = row.decimal(5),
                    .unit = row.text(6),
                    .currency = row.text(7),
                    .valid_from = row.date(8),
                    .valid_to = row.maybe_date(9),
                    .item_group = row.text(10),
                    .break_basis = basis_named(row.text(11)),
                    .provenance = provenance_of(row, 12)};
    if (price.unit.empty())
        if (const auto item = items.find(price.sku); item != items.end())
            price.unit = item->second.stock_unit;
    return price;
}

} // namespace

std::array<std::string, 3> Buyer::scopes(const std::string& everybody) const {
    return {everybody, customer_no.empty() ? everybody : cat("customer:", customer_no),
            price_group.empty() ? everybody : cat("group:", price_group)};
}

std::vector<PriceRule> find_prices(Session& session, const std::map<std::string, Item>& items,
                                   const Buyer& buyer, LookUpDays period) {
    const auto scopes = buyer.scopes("list");
    const std::vector<Value> known{value(scopes[0]), value(scopes[1]), value(scopes[2]),
                                   value(period.to), value(period.from)};
    constexpr std::string_view order =
        "ORDER BY sku, scope, from_quantity DESC, valid_from DESC, id";
    std::vector<PriceRule> prices;
    const auto of_items =
        rows_in(session, cat(price_columns, "sku IN"), skus_of(items), known, order);
    const auto of_groups = rows_in(session, cat(price_columns, "sku = '' AND item_group IN"),
                                   groups_of(items), known, order);
    for (const auto* found : {&of_items, &of_groups})
        for (const auto& row : found->rows)
            prices.push_back(price_of(row, items));
    return prices;
}

std::vector<Promotion> find_promotions(Session& session, const Skus& skus,
                                       const std::string& customer_no) {
    std::vector<Promotion> promotions;
    const auto found = rows_in(
        session,
        "SELECT code, sku, percent_off, ordered_from, ordered_to, delivered_to, must_be_claimed, "
        "delivered_from, maximum_quantity, price, exclusive, import_id, recorded_from "
        "FROM promotion WHERE customer IN ('', $1) AND sku IN",
        skus, {value(customer_no)}, "ORDER BY sku, code");
    for (const auto& row : found.rows)
        promotions.push_back({.code = row.text(0),
                              .sku = row.text(1),
                              .percent_off = row.decimal(2),
                              .ordered_from = row.date(3),
                              .ordered_to = row.date(4),
                              .delivered_to = row.maybe_date(5),
                              .must_be_claimed = row.integer(6) != 0,
                              .delivered_from = row.maybe_date(7),
                              .maximum_quantity = row.maybe_decimal(8),
                              .price = row.maybe_decimal(9),
                              .exclusive = row.integer(10) != 0,
                              .provenance = provenance_of(row, 11)});
    return promotions;
}

std::vector<FrameworkRow> find_frameworks(Session& session, const Skus& skus,
                                          const std::string& customer_no) {
    std::vector<FrameworkRow> frameworks;
    if (customer_no.empty()) return frameworks;
    const auto found = rows_in(
        session,
        "SELECT number, sku, total_quantity, called_off, price, valid_to, valid_from, "
        "release_minimum, release_maximum, over_call_percent, total_value, called_value, currency, "
        "called_off_at, import_id, recorded_from FROM framework WHERE customer = $1 AND sku IN",
        skus, {value(customer_no)}, "ORDER BY number, sku");
    for (const auto& row : found.rows)
        frameworks.push_back({{.number = row.text(0),
                               .sku = row.text(1),
                               .total_quantity = row.decimal(2),
                               .called_off = row.decimal(3),
                               .price = row.decimal(4),
                               .valid_to = row.date(5),
                               .valid_from = row.maybe_date(6),
                               .release_minimum = row.maybe_decimal(7),
                               .release_maximum = row.maybe_decimal(8),
                               .over_call_percent = row.decimal(9),
                               .total_value = row.maybe_decimal(10),
                               .called_value = row.decimal(11),
                               .currency = row.text(12),
                               .provenance = provenance_of(row, 14)},
                              row.maybe_instant(13)});
    return frameworks;
}

std::vector<Quotation> find_quotations(Session& session, const std::string& customer_no,
                                       const std::vector<std::string>& number_keys) {
    std::vector<Quotation> quotations;
    if (customer_no.empty()) return quotations;
    const auto found =
        rows_in(session,
                "SELECT number, sku, price, base_quantity, unit, currency, maximum_quantity, "
                "valid_from, valid_to FROM quotation WHERE customer = $1 AND number_key IN",
                number_keys, {value(customer_no)}, "ORDER BY number_key, sku");
    for (const auto& row : found.rows)
        quotations.push_back({.number = row.text(0),
                              .sku = row.text(1),
                              .price = row.decimal(2),
                              .base_quantity = row.decimal(3),
                              .unit = row.text(4),
                              .currency = row.text(5),
                              .maximum_quantity = row.maybe_decimal(6),
                              .valid_from = row.date(7),
                              .valid_to = row.date(8)});
    return quotations;
}

} // namespace besteld

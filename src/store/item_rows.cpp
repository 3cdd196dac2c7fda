// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "store/base_data_rows.hpp"
#include "store/row_lists.hpp"

#include <algorithm>
#include <set>

namespace besteld {

namespace {

std::vector<std::string> list_of(std::string_view text) {
    std::vector<std::string> list;
    for (const auto piece : split(text, ';'))
        if (!piece.empty()) list.emplace_back(piece);
    return list;
}

// "width=50 mm;colour=transparant"
std::map<std::string, std::string> properties_of(std::string_view text) {
    std::map<std::string, std::string> properties;
    for (const auto piece : split(text, ';'))
        if (const auto equals = piece.find('='); equals != std::string_view::npos)
            properties[std::string(piece.substr(0, equals))] = piece.substr(equals + 1);
    return properties;
}

std::optional<int> maybe_small(const Row& row, std::size_t column) {
    if (row.is_null(column)) return std::nullopt;
    return static_cast<int>(row.integer(column));
}

constexpr std::string_view item_columns =
    "SELECT sku, name, name_nl, name_en, name_de, name_fr, name_zh, stock_unit, status, sell_to, "
    "substitute, minimum_quantity, multiple, maximum_quantity, sell_from, item_group, mix_group, "
    "former_skus, classes, properties, floor_price, floor_currency, lead_days, shelf_life_days, "
    "tax_category, tax_percent, tax_name, made_to_order FROM item WHERE sku IN";

Item item_of(const Row& row) {
    Item item;
    item.sku = row.text(0);
    const char* const languages[] = {"", "nl", "en", "de", "fr", "zh"};
    for (std::size_t i = 0; i < std::size(languages); ++i)
        if (!row.text(1 + i).empty()) item.names[languages[i]] = row.text(1 + i);
    item.stock_unit = row.text(7);
    item.status = row.text(8);
    item.sell_to = row.maybe_date(9);
    item.substitute = row.text(10);
    item.minimum_quantity = row.maybe_decimal(11);
    item.multiple = row.maybe_decimal(12);
    item.maximum_quantity = row.maybe_decimal(13);
    item.sell_from = row.maybe_date(14);
    item.item_group = row.text(15);
    item.mix_group = row.text(16);
    item.former_skus = list_of(row.text(17));
    item.classes = list_of(row.text(18));
    item.properties = properties_of(row.text(19));
    item.floor_price = row.maybe_decimal(20);
    item.floor_currency = row.text(21);
    item.lead_days = maybe_small(row, 22);
    item.shelf_life_days = maybe_small(row, 23);
    item.tax_category = row.text(24);
    item.tax_percent = row.maybe_decimal(25);
    item.tax_name = row.text(26);
    item.made_to_order = row.integer(27) != 0;
    return item;
}

Stock& stock_of(std::map<std::string, Stock>& stock, const std::string& sku) {
    auto& known = stock[sku];
    known.sku = sku;
    return known;
}

} // namespace

std::map<std::string, Item> find_items(Session& session, const Skus& skus) {
    std::map<std::string, Item> items;
    for (const auto& row : rows_in(session, item_columns, skus, {}).rows)
        items.emplace(row.text(0), item_of(row));
    const auto units =
        rows_in(session, "SELECT sku, unit, factor, gtin FROM item_unit WHERE sku IN", skus, {},
                "ORDER BY sku, factor, unit");
    for (const auto& row : units.rows)
        if (const auto item = items.find(row.text(0)); item != items.end())
            item->second.units.push_back({row.text(1), row.decimal(2), row.text(3)});
    for (auto& [sku, item] : items) { // the stock unit first
        const auto stock = std::ranges::find(item.units, item.stock_unit, &ItemUnit::unit);
        if (stock != item.units.end()) std::rotate(item.units.begin(), stock, stock + 1);
    }
    return items;
}

std::vector<std::string> groups_of(const std::map<std::string, Item>& items) {
    std::set<std::string> groups;
    for (const auto& [sku, item] : items)
        if (!item.item_group.empty()) groups.insert(item.item_group);
    return {groups.begin(), groups.end()};
}

std::set<std::string> find_made_to_order(Session& session, const Skus& skus) {
    std::set<std::string> made;
    constexpr std::string_view query = "SELECT sku FROM item WHERE made_to_order = 1 AND sku IN";
    for (const auto& row : rows_in(session, query, skus, {}).rows)
        made.insert(row.text(0));
    return made;
}

std::map<std::string, Stock> find_stock(Session& session, const Skus& skus) {
    std::map<std::string, Stock> stock;
    const auto counted =
        rows_in(session, "SELECT sku, on_hand, safety, as_of FROM stock WHERE sku IN", skus, {});
    for (const auto& row : counted.rows)
        stock[row.text(0)] = {.sku = row.text(0),
                              .on_hand = row.decimal(1),
                              .safety = row.decimal(2),
                              .as_of = row.maybe_instant(3)};
    const auto receipts =
        rows_in(session, "SELECT sku, day, quantity, kind FROM receipt WHERE sku IN", skus, {},
                "ORDER BY sku, day, kind");
    for (const auto& row : receipts.rows)
        stock_of(stock, row.text(0)).receipts.push_back({row.date(1), row.decimal(2), row.text(3)});
    const auto promised = rows_in(session, "SELECT sku, day, quantity FROM promised WHERE sku IN",
                                  skus, {}, "AND quantity <> 0 ORDER BY sku, day");
    for (const auto& row : promised.rows)
        stock_of(stock, row.text(0)).promises.push_back({row.date(1), row.decimal(2)});
    const auto batches =
        rows_in(session, "SELECT sku, number, quantity, best_before FROM batch WHERE sku IN", skus,
                {}, "ORDER BY sku, number");
    for (const auto& row : batches.rows)
        stock_of(stock, row.text(0))
            .batches.push_back({row.text(1), row.decimal(2), row.maybe_date(3)});
    return stock;
}

std::vector<ItemReference> find_references(Session& session, const std::string& customer_no,
                                           const std::vector<std::string>& buyer_item_keys) {
    std::vector<ItemReference> references;
    if (customer_no.empty()) return references;
    const auto found = rows_in(session,
                               "SELECT buyer_item, sku, unit, valid_from, valid_to, factor, status "
                               "FROM item_reference WHERE customer = $1 AND buyer_item_key IN",
                               buyer_item_keys, {value(customer_no)}, "ORDER BY buyer_item, sku");
    for (const auto& row : found.rows)
        references.push_back({.buyer_item = row.text(0),
                              .sku = row.text(1),
                              .unit = row.text(2),
                              .valid_from = row.maybe_date(3),
                              .valid_to = row.maybe_date(4),
                              .factor = row.maybe_decimal(5),
                              .status = row.text(6)});
    return references;
}

} // namespace besteld

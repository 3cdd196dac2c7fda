// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "store/base_data_rows.hpp"
#include "store/store.hpp"

#include <algorithm>

namespace besteld {

namespace {

// `select` ends with "sku IN"; `more` are the parameters it names itself.
Result for_skus(Session& session, std::string_view select, std::vector<std::string> skus,
                std::vector<Value> more, std::string_view rest) {
    if (skus.empty()) return {};
    pad_list(skus);
    const auto first = more.size() + 1;
    for (const auto& sku : skus)
        more.push_back(value(sku));
    return session.execute(cat(select, " ", parameter_rows(first, 1, skus.size()), " ", rest),
                           more);
}

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
    return item;
}

} // namespace

std::map<std::string, Item> find_items(Session& session, const std::vector<std::string>& skus) {
    std::map<std::string, Item> items;
    const auto found = for_skus(
        session,
        "SELECT sku, name, name_nl, name_en, name_de, name_fr, name_zh, stock_unit, status, "
        "sell_to, substitute, minimum_quantity, multiple FROM item WHERE sku IN",
        skus, {}, "");
    for (const auto& row : found.rows)
        items.emplace(row.text(0), item_of(row));
    const auto units =
        for_skus(session, "SELECT sku, unit, factor, gtin FROM item_unit WHERE sku IN", skus, {},
                 "ORDER BY sku, factor, unit");
    for (const auto& row : units.rows)
        items.at(row.text(0)).units.push_back({row.text(1), row.decimal(2), row.text(3)});
    for (auto& [sku, item] : items) { // the stock unit first
        const auto stock = std::ranges::find(item.units, item.stock_unit, &ItemUnit::unit);
        if (stock != item.units.end()) std::rotate(item.units.begin(), stock, stock + 1);
    }
    return items;
}

std::map<std::string, Stock> find_stock(Session& session, const std::vector<std::string>& skus) {
    std::map<std::string, Stock> stock;
    for (const auto& row :
         for_skus(session, "SELECT sku, on_hand, safety, as_of FROM stock WHERE sku IN", skus, {},
                  "")
             .rows)
        stock[row.text(0)] = {.sku = row.text(0),
                              .on_hand = row.decimal(1),
                              .safety = row.decimal(2),
                              .as_of = row.maybe_instant(3)};
    const auto receipts =
        for_skus(session, "SELECT sku, day, quantity, kind FROM receipt WHERE sku IN", skus, {},
                 "ORDER BY sku, day, kind");
    for (const auto& row : receipts.rows) {
        auto& known = stock[row.text(0)];
        known.sku = row.text(0);
        known.receipts.push_back({row.date(1), row.decimal(2), row.text(3)});
    }
    const auto promised = for_skus(session, "SELECT sku, day, quantity FROM promised WHERE sku IN",
                                   skus, {}, "AND quantity <> 0 ORDER BY sku, day");
    for (const auto& row : promised.rows) {
        auto& known = stock[row.text(0)];
        known.sku = row.text(0);
        known.promises.push_back({row.date(1), row.decimal(2)});
    }
    return stock;
}

std::vector<PriceRule> find_prices(Session& session, const std::vector<std::string>& skus,
                                   const std::string& customer_no, Date on) {
    std::vector<PriceRule> prices;
    const auto found = for_skus(
        session,
        "SELECT id, scope, sku, from_quantity, amount, base_quantity, CASE WHEN unit = '' THEN "
        "(SELECT stock_unit FROM item WHERE item.sku = price.sku) ELSE unit END, currency, "
        "valid_from, "
        "valid_to FROM price "
        "WHERE scope_key IN ('list', 'customer:' || $1, "
        "(SELECT 'group:' || price_group FROM customer WHERE no = $1 AND price_group <> '')) "
        "AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2) AND sku IN",
        skus, {value(customer_no), value(on)},
        "ORDER BY sku, scope, from_quantity DESC, valid_from DESC, id");
    for (const auto& row : found.rows)
        prices.push_back({.id = row.integer(0),
                          .scope = row.text(1),
                          .sku = row.text(2),
                          .from_quantity = row.decimal(3),
                          .amount = row.decimal(4),
                          .base_quantity = row.decimal(5),
                          .unit = row.text(6),
                          .currency = row.text(7),
                          .valid_from = row.date(8),
                          .valid_to = row.maybe_date(9)});
    return prices;
}

std::vector<Promotion> find_promotions(Session& session, const std::vector<std::string>& skus,
                                       const std::string& customer_no) {
    std::vector<Promotion> promotions;
    const auto found = for_skus(
        session,
        "SELECT code, sku, percent_off, ordered_from, ordered_to, delivered_to, must_be_claimed "
        "FROM promotion WHERE customer IN ('', $1) AND sku IN",
        skus, {value(customer_no)}, "ORDER BY sku, code");
    for (const auto& row : found.rows)
        promotions.push_back({.code = row.text(0),
                              .sku = row.text(1),
                              .percent_off = row.decimal(2),
                              .ordered_from = row.date(3),
                              .ordered_to = row.date(4),
                              .delivered_to = row.maybe_date(5),
                              .must_be_claimed = row.integer(6) != 0});
    return promotions;
}

std::vector<Framework> find_frameworks(Session& session, const std::vector<std::string>& skus,
                                       const std::string& customer_no) {
    std::vector<Framework> frameworks;
    const auto found =
        for_skus(session,
                 "SELECT number, sku, total_quantity, called_off, price, valid_to FROM framework "
                 "WHERE customer = $1 AND sku IN",
                 skus, {value(customer_no)}, "ORDER BY number, sku");
    for (const auto& row : found.rows)
        frameworks.push_back({.number = row.text(0),
                              .sku = row.text(1),
                              .total_quantity = row.decimal(2),
                              .called_off = row.decimal(3),
                              .price = row.decimal(4),
                              .valid_to = row.date(5)});
    return frameworks;
}

std::vector<ItemReference> find_references(Session& session, const std::string& customer_no,
                                           std::vector<std::string> buyer_item_keys) {
    std::vector<ItemReference> references;
    if (buyer_item_keys.empty() || customer_no.empty()) return references;
    pad_list(buyer_item_keys);
    std::vector<Value> parameters{value(customer_no)};
    for (const auto& key : buyer_item_keys)
        parameters.push_back(value(key));
    const auto found = session.execute(cat("SELECT buyer_item, sku, unit, valid_from, valid_to "
                                           "FROM item_reference WHERE customer = $1 "
                                           "AND buyer_item_key IN ",
                                           parameter_rows(2, 1, buyer_item_keys.size()),
                                           " ORDER BY buyer_item, sku"),
                                       parameters);
    for (const auto& row : found.rows)
        references.push_back({.buyer_item = row.text(0),
                              .sku = row.text(1),
                              .unit = row.text(2),
                              .valid_from = row.maybe_date(3),
                              .valid_to = row.maybe_date(4)});
    return references;
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0

// Items that words in a customer's order may mean (domain.md 5.3, M7 and M8).
#include "base/text.hpp"
#include "store/base_data_rows.hpp"
#include "store/name_words.hpp"
#include "store/row_lists.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace besteld {

namespace {

constexpr std::size_t most_words = 64;
constexpr std::size_t most_of_a_word = 200; // a word that more items share tells little
constexpr std::size_t most_candidates = 50;

using ItemsByWord = std::map<std::string, std::set<std::string>>;

std::vector<std::string> keys_of(const std::vector<std::string>& words) {
    std::set<std::string> keys;
    for (const auto& word : words)
        for (auto& key : index_words(word))
            if (keys.size() < most_words) keys.insert(std::move(key));
    return {keys.begin(), keys.end()};
}

// One bounded look per word.
void add_items_of_words(Session& session, std::vector<std::string> keys, ItemsByWord& items) {
    pad_list(keys);
    std::string sql;
    std::vector<Value> values;
    for (const auto& key : keys) {
        values.push_back(value(key));
        sql += cat(sql.empty() ? "" : " UNION ALL ", "SELECT word, sku FROM (SELECT word, sku ",
                   "FROM item_word WHERE word = $", values.size(), " ORDER BY sku LIMIT ",
                   most_of_a_word, ") AS of_word");
    }
    for (const auto& row : session.execute(sql, values).rows)
        items[row.text(0)].insert(row.text(1));
}

// A word that very many items share may still be rare among what this customer buys.
void add_items_of_customer(Session& session, const Buyer& buyer,
                           const std::vector<std::string>& keys, ItemsByWord& items) {
    if (buyer.customer_no.empty()) return;
    const auto scopes = buyer.scopes("all");
    const auto bought = rows_in(
        session,
        "SELECT word, sku FROM item_word WHERE sku IN (SELECT sku FROM accepted_line WHERE "
        "customer_no = $1 UNION SELECT sku FROM order_history WHERE customer = $1 UNION SELECT "
        "sku FROM assortment WHERE scope_key IN ($2, $3, $4) AND allowed = 1 AND sku <> '') AND "
        "word IN",
        keys, {value(buyer.customer_no), value(scopes[0]), value(scopes[1]), value(scopes[2])});
    for (const auto& row : bought.rows)
        items[row.text(0)].insert(row.text(1));
}

// The rarer the words that an item shares, the further in front.
Skus by_rarity(const ItemsByWord& items) {
    std::unordered_map<std::string, std::size_t> weight;
    for (const auto& [word, skus] : items)
        for (const auto& sku : skus)
            weight[sku] += 10'000 / skus.size();
    std::vector<std::pair<std::size_t, std::string>> order;
    for (auto& [sku, sum] : weight)
        order.emplace_back(sum, sku);
    std::ranges::sort(order, [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    Skus skus;
    for (auto& [sum, sku] : order)
        skus.push_back(std::move(sku));
    return skus;
}

std::set<std::string> bought_before(Session& session, const Buyer& buyer, const Skus& skus) {
    std::set<std::string> bought;
    const auto own =
        rows_in(session, "SELECT DISTINCT sku FROM accepted_line WHERE customer_no = $1 AND sku IN",
                skus, {value(buyer.customer_no)});
    const auto before =
        rows_in(session, "SELECT DISTINCT sku FROM order_history WHERE customer = $1 AND sku IN",
                skus, {value(buyer.customer_no)});
    for (const auto* found : {&own, &before})
        for (const auto& row : found->rows)
            bought.insert(row.text(0));
    return bought;
}

bool may_buy(const Item& item, const std::vector<AssortmentRule>& rules) {
    bool closed = false, listed = false;
    for (const auto& rule : rules) {
        const bool concerns =
            rule.sku.empty() ? rule.item_group == item.item_group : rule.sku == item.sku;
        if (concerns && !rule.allowed) return false;
        closed = closed || rule.allowed;
        listed = listed || concerns;
    }
    return !closed || listed;
}

} // namespace

std::map<std::string, Item> find_candidates(Session& session, const Buyer& buyer,
                                            const std::vector<std::string>& words,
                                            LookUpDays period) {
    const auto keys = keys_of(words);
    if (keys.empty()) return {};
    ItemsByWord by_word;
    add_items_of_words(session, keys, by_word);
    add_items_of_customer(session, buyer, keys, by_word);
    auto order = by_rarity(by_word);
    // Some will fall away; what stands far behind shares common words alone.
    if (order.size() > 4 * most_candidates) order.resize(4 * most_candidates);
    const auto items = find_items(session, order);
    const auto bought = bought_before(session, buyer, order);
    const auto rules = find_assortment(session, items, buyer, period);
    std::map<std::string, Item> candidates;
    for (const auto& sku : order) {
        if (candidates.size() >= most_candidates) break;
        const auto item = items.find(sku);
        if (item == items.end() || item->second.status == "ended") continue;
        if (bought.contains(sku) || may_buy(item->second, rules)) candidates.insert(*item);
    }
    return candidates;
}

} // namespace besteld

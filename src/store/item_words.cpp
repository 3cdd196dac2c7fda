// SPDX-License-Identifier: Apache-2.0
#include "store/item_words.hpp"

#include "base/text.hpp"
#include "store/name_words.hpp"

#include <set>

namespace besteld {

namespace {

struct KeyTable {
    std::string_view name;
    std::string_view column;
};

void replace_keys(Session& session, KeyTable table, const std::string& sku,
                  const std::set<std::string>& wanted) {
    std::set<std::string> stored;
    const auto found = session.execute(
        cat("SELECT ", table.column, " FROM ", table.name, " WHERE sku = $1"), {value(sku)});
    for (const auto& row : found.rows)
        stored.insert(row.text(0));
    for (const auto& key : stored)
        if (!wanted.contains(key))
            session.execute(
                cat("DELETE FROM ", table.name, " WHERE ", table.column, " = $1 AND sku = $2"),
                {value(key), value(sku)});
    for (const auto& key : wanted)
        if (!stored.contains(key))
            session.execute(
                cat("INSERT INTO ", table.name, " (", table.column, ", sku) VALUES ($1, $2)"),
                {value(key), value(sku)});
}

} // namespace

void write_item_words(Session& session, const std::map<std::string, Value, std::less<>>& item) {
    const auto text_in = [&](std::string_view column) -> const std::string& {
        return std::get<std::string>(item.find(column)->second);
    };
    const auto& sku = text_in("sku");
    std::set<std::string> words;
    for (const char* column : {"name", "name_nl", "name_en", "name_de", "name_fr", "name_zh"})
        for (auto& word : index_words(text_in(column)))
            words.insert(std::move(word));
    replace_keys(session, {"item_word", "word"}, sku, words);
    std::set<std::string> former;
    for (const auto number : split(text_in("former_skus"), ';'))
        if (auto key = normalise_code(number); !key.empty()) former.insert(std::move(key));
    replace_keys(session, {"item_former", "sku_key"}, sku, former);
}

} // namespace besteld

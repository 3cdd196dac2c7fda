// SPDX-License-Identifier: Apache-2.0
#include "store/derived_rows.hpp"

#include "base/text.hpp"
#include "store/acceptances.hpp"
#include "store/alike_rows.hpp"
#include "store/item_words.hpp"

namespace besteld {

namespace {

// Raised when the rows of this program's version differ from what an older one derived.
constexpr std::string_view rules = "2";

void derive_item_words(Session& session) {
    constexpr const char* columns[] = {"sku",     "name",    "name_nl", "name_en",
                                       "name_de", "name_fr", "name_zh", "former_skus"};
    const auto items = session.execute(
        "SELECT sku, name, name_nl, name_en, name_de, name_fr, name_zh, former_skus FROM item");
    for (const auto& row : items.rows) {
        std::map<std::string, Value, std::less<>> item;
        for (std::size_t i = 0; i < std::size(columns); ++i)
            item[columns[i]] = row.cell(i);
        write_item_words(session, item);
    }
}

} // namespace

void refresh_derived_rows(Session& session) {
    const auto known = session.execute("SELECT content FROM meta WHERE name = 'derived_rows'");
    if (!known.rows.empty() && known.rows.front().text(0) == rules) return;
    derive_item_words(session);
    record_all_acceptances(session);
    write_all_alike_rows(session);
    session.execute("INSERT INTO meta (name, content) VALUES ('derived_rows', $1) "
                    "ON CONFLICT (name) DO UPDATE SET content = excluded.content",
                    {value(rules)});
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "store/derived_rows.hpp"

#include "base/text.hpp"
#include "store/acceptances.hpp"
#include "store/alike_rows.hpp"
#include "store/item_words.hpp"

#include <array>

namespace besteld {

namespace {

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

void derive_words_and_acceptances(Session& session) {
    derive_item_words(session);
    record_all_acceptances(session);
}

// Each of its own mark, so that an upgrade walks a large archive for what is new only.
struct DerivedRows {
    std::string_view mark;  // in table meta
    std::string_view rules; // raised when rows differ from what an older program derived
    void (*derive)(Session&);
};
constexpr auto all_derived = std::to_array<DerivedRows>({
    {"derived_rows", "1", derive_words_and_acceptances},
    {"derived_alike", "1", write_all_alike_rows},
});

} // namespace

void refresh_derived_rows(Session& session) {
    for (const auto& [mark, rules, derive] : all_derived) {
        const auto known =
            session.execute("SELECT content FROM meta WHERE name = $1", {value(mark)});
        if (!known.rows.empty() && known.rows.front().text(0) == rules) continue;
        derive(session);
        session.execute("INSERT INTO meta (name, content) VALUES ($1, $2) "
                        "ON CONFLICT (name) DO UPDATE SET content = excluded.content",
                        {value(mark), value(rules)});
    }
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0

// The cost of looking up one order's terms does not grow with the base data: SQLite's planner walks
// no table from end to end for any of its queries.
#include "base_data_files.hpp"
#include "plan_reader.hpp"

#include "base/text.hpp"
#include "store/base_data_rows.hpp"
#include "store/read_terms.hpp"

namespace besteld {

namespace contract {

class Plans : public BaseDataContract {};
INSTANTIATE_TEST_SUITE_P(Engines, Plans, testing::Values(Engine::sqlite),
                         [](const auto&) { return "SQLite"; });

TEST_P(Plans, ofTheTermsOfAnOrderWalkNoTable) {
    std::vector<std::string> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator(BESTELD_SOURCE_DIR "/config/demo-world"))
        paths.push_back(entry.path().string());
    import(paths);
    import({file("closed_days.csv", "calendar,day\nNL,2026-04-27\n"),
            file("ship_tos.csv", "customer,id,city,country,calendar\nC1001,ST-09,Assen,NL,NL\n"),
            file("quantity_rules.csv", "scope,applies_to,sku,quota\nall,,NK-505,500\n")});
    PlanReader session(open_session());
    const auto terms = read_terms(session, {},
                                  {.customer_no = "C1005",
                                   .item_codes = {"NK-100", "NK-330", "NK-505"},
                                   .gtins = {"09521000000025"},
                                   .buyer_items = {"KB-DOOS-3020"},
                                   .phrases = {"brede tape"},
                                   .item_words = {"tape", "folie"},
                                   .quotations = {"Q-1"},
                                   .parties = {"Stadsziekenhuis Rijnmond"},
                                   .buyer_order_key = "4500017",
                                   .price_date = make_date(2026, 3, 2),
                                   .delivered_by = make_date(2026, 4, 2)});
    EXPECT_EQ(terms.items.size(), 5U); // so the queries were those of a real order
    EXPECT_FALSE(terms.candidates.empty());
    EXPECT_EQ(terms.frameworks.size(), 1U);
    EXPECT_GT(session.queries, 20);
    EXPECT_THAT(session.scans, testing::IsEmpty());
    session.scans.clear();
    find_earlier_content(session, "C1001", "content", at(0));
    EXPECT_THAT(session.scans, testing::IsEmpty());
}

TEST_P(Plans, readerSeesAWalkWhereThereIsOne) {
    PlanReader session(open_session());
    session.execute("SELECT sku FROM item WHERE name = $1", {value("x")});
    EXPECT_EQ(session.scans.size(), 1U);
}

} // namespace contract

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

#include "store/taught_headings.hpp"

namespace besteld::contract {

using TaughtColumns = StoreContract;
BESTELD_BOTH_ENGINES(TaughtColumns);

namespace {

const Instant now = from_millis(1'772'438'400'000); // 2026-03-02

TaughtHeading heading(const std::string& words, const std::string& customer = "C1001") {
    return {.customer_no = customer,
            .heading = words,
            .field = "item",
            .made_at = now,
            .made_by = "anna",
            .trial = {}};
}

} // namespace

TEST_P(TaughtColumns, countWhenTheyWereTriedAndNotBefore) {
    TaughtHeadings headings(*store_);
    const auto id = headings.add(heading("Uw sleutel"));
    EXPECT_FALSE(headings.any_used());
    EXPECT_FALSE(headings.use(id, "bram", now)) << "nobody has seen what it would change";
    ASSERT_TRUE(headings.next_to_try());
    EXPECT_EQ(headings.next_to_try()->id, id);
    headings.tried(id, "{}");
    EXPECT_FALSE(headings.next_to_try());
    EXPECT_TRUE(headings.use(id, "bram", now));
    EXPECT_FALSE(headings.use(id, "bram", now)) << "twice";
    const auto used = headings.used_for("C1001");
    ASSERT_EQ(used.size(), 1u);
    EXPECT_EQ(used[0].used_by, "bram");
    EXPECT_EQ(used[0].heading, "Uw sleutel");
    EXPECT_TRUE(headings.used_for("C1002").empty());
    EXPECT_TRUE(headings.end(id, "anna", now));
    EXPECT_FALSE(headings.end(id, "anna", now));
    EXPECT_FALSE(headings.any_used());
    EXPECT_EQ(headings.of("C1001", 10).at(0).ended_by, "anna");
}

TEST_P(TaughtColumns, haveOneMeaningPerCustomerHoweverTheyAreWritten) {
    TaughtHeadings headings(*store_);
    const auto first = headings.add(heading("Uw sleutel"));
    const auto same = headings.add(heading("UW SLEUTEL:"));
    const auto other = headings.add(heading("Uw sleutel", "C1002"));
    for (const auto id : {first, same, other})
        headings.tried(id, "{}");
    EXPECT_TRUE(headings.use(first, "bram", now));
    EXPECT_FALSE(headings.use(same, "bram", now));
    EXPECT_TRUE(headings.use(other, "bram", now));
    headings.end(first, "bram", now);
    EXPECT_TRUE(headings.use(same, "bram", now));
}

} // namespace besteld::contract

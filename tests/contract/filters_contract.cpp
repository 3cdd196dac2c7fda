// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

#include "store/saved_filters.hpp"

#include "base/text.hpp"

namespace besteld::contract {

using KeptFilters = StoreContract;
BESTELD_BOTH_ENGINES(KeptFilters);

namespace {

void people(Store& store) {
    for (const auto* login : {"anna", "lotte"})
        store.save_user({.login = login, .name = login, .password_hash = "x"});
}

std::string names(const std::vector<SavedFilter>& filters) {
    std::string all;
    for (const auto& one : filters)
        all += cat(one.login, "/", one.name, "=", one.query, " ");
    return all;
}

} // namespace

TEST_P(KeptFilters, areOnesOwnAndThoseThatAreShared) {
    people(*store_);
    SavedFilters filters(*store_);
    EXPECT_TRUE(filters.save({"anna", "prices", "check=price_below_agreed", false}));
    EXPECT_TRUE(filters.save({"lotte", "big", "customer=C1001", true}));
    EXPECT_TRUE(filters.save({"lotte", "mine", "claimed_by=lotte", false}));
    EXPECT_EQ(names(filters.of("anna")),
              "anna/prices=check=price_below_agreed lotte/big=customer=C1001 ");
    EXPECT_EQ(names(filters.of("lotte")), "lotte/big=customer=C1001 lotte/mine=claimed_by=lotte ");
}

TEST_P(KeptFilters, areReplacedAndRemovedByWhoKeepsThem) {
    people(*store_);
    SavedFilters filters(*store_);
    filters.save({"anna", "prices", "check=price_below_agreed", true});
    filters.save({"anna", "prices", "check=price_above_agreed", false});
    EXPECT_EQ(names(filters.of("anna")), "anna/prices=check=price_above_agreed ");
    EXPECT_TRUE(filters.of("lotte").empty());
    EXPECT_FALSE(filters.remove("lotte", "prices"));
    EXPECT_TRUE(filters.remove("anna", "prices"));
    EXPECT_TRUE(filters.of("anna").empty());
}

TEST_P(KeptFilters, areNoMoreThanAPersonCanSurvey) {
    people(*store_);
    SavedFilters filters(*store_);
    for (int n = 0; n < SavedFilters::most_of_one; ++n)
        EXPECT_TRUE(filters.save({"anna", cat("f", n), "text=1", false}));
    EXPECT_FALSE(filters.save({"anna", "one more", "text=1", false}));
    EXPECT_TRUE(filters.save({"anna", "f0", "text=2", false})) << "replacing is no more";
}

} // namespace besteld::contract

// SPDX-License-Identifier: Apache-2.0
#include "order/place.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace besteld {
namespace {

TEST(Where, saysOnlyWhatWasCounted) {
    EXPECT_EQ(Where(SegmentSpot{.message = 3}).words(), "message 3");
    EXPECT_EQ(Where(SegmentSpot{.message = 1, .segment = 14, .tag = "DTM"}).words(),
              "message 1, segment 14 (DTM)");
    EXPECT_EQ(Where(SegmentSpot{.message = 1, .segment = 9, .tag = "SE", .element = 2}).words(),
              "message 1, segment 9 (SE), element 2");
    EXPECT_EQ(
        Where(SegmentSpot{.message = 2, .segment = 5, .tag = "QTY", .element = 1, .component = 3})
            .words(),
        "message 2, segment 5 (QTY), element 1, component 3");
}

TEST(Where, saysWhatDoesNotFitItsNumbersTheSame) {
    const SegmentSpot wide{.message = 1, .segment = 2, .tag = "NONSENSE", .element = 70'000};
    EXPECT_EQ(Where(wide).words(), "message 1, segment 2 (NONSENSE), element 70000");
    EXPECT_EQ(Where(SegmentSpot{.message = 0, .segment = 2, .tag = "BGM"}).words(),
              "message 0, segment 2 (BGM)");
    EXPECT_EQ(Where(SegmentSpot{.message = 5'000'000'000}).words(), "message 5000000000");
}

TEST(Where, isEmptyUntilSomethingIsSaid) {
    EXPECT_TRUE(Where().empty());
    EXPECT_TRUE(Where("").empty());
    EXPECT_EQ(Where().words(), "");
    EXPECT_FALSE(Where("row 3").empty());
    EXPECT_FALSE(Where(SegmentSpot{.message = 1}).empty());
}

TEST(Where, equalsWhoeverSaysTheSame) {
    const Where counted(SegmentSpot{.message = 1, .segment = 2, .tag = "BGM", .element = 2});
    EXPECT_EQ(counted, Where("message 1, segment 2 (BGM), element 2"));
    EXPECT_NE(counted, Where("message 1, segment 2 (BGM)"));
}

TEST(Where, isCopiedWithItsWords) {
    const Where path("/Order/cbc:ID");
    Where copy = path;
    EXPECT_EQ(copy, path);
    copy = Where(SegmentSpot{.message = 1});
    EXPECT_EQ(copy.words(), "message 1");
    EXPECT_EQ(path.words(), "/Order/cbc:ID");
    const Where moved = std::move(copy);
    EXPECT_EQ(moved.words(), "message 1");
}

} // namespace
} // namespace besteld

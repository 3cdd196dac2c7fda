// SPDX-License-Identifier: Apache-2.0
#include "store/import_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besteld {

using testing::ElementsAre;

TEST(ImportCsv, readsQuotesSeparatorsAndLineEnds) {
    const auto table = parse_csv(
        "f", "\xEF\xBB\xBFsku;name\r\n\"A;1\";\"say \"\"hi\"\"\"\r\n\r\nB;\"two\nlines\"");
    ASSERT_TRUE(table);
    EXPECT_THAT(table->headings, ElementsAre("sku", "name"));
    ASSERT_EQ(table->rows.size(), 2U);
    EXPECT_THAT(table->rows[0].cells, ElementsAre("A;1", "say \"hi\""));
    EXPECT_THAT(table->rows[1].cells, ElementsAre("B", "two\nlines"));
    EXPECT_EQ(table->rows[1].number, 4);
}

TEST(ImportCsv, keepsEmptyCells) {
    const auto table = parse_csv("f", "a,b,c\n,,\n1,,3\n");
    ASSERT_TRUE(table);
    EXPECT_THAT(table->rows.at(0).cells, ElementsAre("", "", ""));
    EXPECT_THAT(table->rows.at(1).cells, ElementsAre("1", "", "3"));
}

TEST(ImportCsv, readsALoneCarriageReturnAsALineEnd) {
    const auto table = parse_csv("f", "a,b\r1,2\r");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows.size(), 1U);
}

} // namespace besteld

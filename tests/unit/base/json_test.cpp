// SPDX-License-Identifier: Apache-2.0
#include "base/json.hpp"
#include "order/reading_json.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

TEST(Json, aReadingSurvivesThePipe) {
    Reading reading;
    reading.format = "edifact";
    reading.problems.push_back({.code = "edifact.unt_count", .text = "UNT says 5, found 4"});
    OrderDraft draft;
    draft.order_number = Field{.value = "4500017", .place = {.part = 1, .begin = 7, .end = 14}};
    draft.requested = Sourced<DateSpec>{.value = {.kind = DateKind::on, .start = "2026-03-05"}};
    draft.lines.emplace_back().quantity =
        Field{.value = "500", .origin = Origin::derived, .score = 80};
    reading.documents.push_back(draft);
    const Reading again = reading_from_json(to_json_text(reading));
    EXPECT_EQ(to_json_text(again), to_json_text(reading));
    EXPECT_EQ(again.documents[0].order_number, draft.order_number);
    EXPECT_EQ(again.documents[0].lines[0].quantity->score, 80);
}

TEST(Json, namesTheMemberThatDoesNotFit) {
    try {
        (void)reading_from_json(R"({"documents":[{"lines":[{"quantity":7}]}]})");
        FAIL();
    } catch (const JsonFault& fault) {
        EXPECT_STREQ(fault.what(), "$.documents[0].lines[0].quantity: expected a sourced value");
    }
}

} // namespace
} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "parsers/typed/read_typed.hpp"

#include "order/typed_order.hpp"

#include <gtest/gtest.h>

using namespace besteld;

namespace {

const TypedOrder by_phone{
    .by = TakenBy::phone,
    .customer_no = "C1001",
    .caller = "Petra de Wit",
    .order_number = "4500099",
    .requested = "2026-03-09",
    .note = "achterom leveren",
    .language = "nl",
    .login = "anna",
    .once = "abc",
    .lines = {
        {.item = "NK-100", .quantity = "500", .unit = "stuks", .price = "0.74"},
        {.item = "9521000000025", .quantity = "96", .unit = "rollen"},
        {.item = "tape bruin", .quantity = "12.5", .requested = "2026-03-10", .note = "stevig"}}};

Reading read(const std::string& bytes) {
    return parsers::read(bytes, {.content_type = std::string(typed_content_type)});
}

} // namespace

TEST(ReadTyped, givesTheOrderAsItWasTakenDown) {
    const auto reading = read(to_json_text(by_phone));
    ASSERT_EQ(reading.documents.size(), 1U);
    const auto& draft = reading.documents.front();
    EXPECT_EQ(draft.format, "phone");
    EXPECT_EQ(draft.document_class, DocumentClass::order);
    EXPECT_EQ(draft.order_number->value, "4500099");
    EXPECT_EQ(draft.requested->value.start, "2026-03-09");
    const auto* buyer = find_party(draft, PartyRole::buyer);
    ASSERT_NE(buyer, nullptr);
    EXPECT_EQ(buyer->ids.front().value.id, "C1001");
    EXPECT_EQ(buyer->contact_name->value, "Petra de Wit");
    ASSERT_EQ(draft.lines.size(), 3U);
    EXPECT_EQ(draft.lines[0].unit_price->value, "0.74");
    EXPECT_EQ(draft.lines[0].unit_code->value, "H87");
    EXPECT_EQ(draft.lines[1].unit_code->value, "XRO");
    EXPECT_FALSE(draft.lines[1].unit_price);
    EXPECT_EQ(draft.lines[2].requested->value.start, "2026-03-10");
}

TEST(ReadTyped, tellsNumbersFromWords) {
    const auto draft = read(to_json_text(by_phone)).documents.at(0);
    EXPECT_EQ(draft.lines[0].seller_item->value, "NK-100");
    EXPECT_EQ(draft.lines[1].gtin->value, "9521000000025");
    EXPECT_EQ(draft.lines[2].name->value, "tape bruin");
    EXPECT_FALSE(draft.lines[2].seller_item);
}

TEST(ReadTyped, pointsIntoASheetThatAPersonCanRead) {
    const auto reading = read(to_json_text(by_phone));
    const auto& sheet = reading.parts.at(0).text;
    const auto at = [&](const Field& field) {
        EXPECT_EQ(field.origin, Origin::typed) << field.value;
        return sheet.substr(field.place.begin, field.place.end - field.place.begin);
    };
    const auto& draft = reading.documents.at(0);
    EXPECT_EQ(at(*draft.order_number), "4500099");
    EXPECT_EQ(at(draft.notes.at(0)), "achterom leveren");
    for (const auto& line : draft.lines) {
        EXPECT_EQ(at(*line.quantity), line.quantity->value);
        EXPECT_FALSE(line.quantity->place.where.empty());
    }
    EXPECT_EQ(draft.lines[2].quantity->place.where.words(), "line 3, quantity");
}

TEST(ReadTyped, saysWhatIsDamaged) {
    for (const auto* damaged : {"", "{", "[]", R"({"lines": 3})", R"({"by": "pigeon"})"}) {
        const auto reading = read(damaged);
        EXPECT_TRUE(reading.documents.empty()) << damaged;
        ASSERT_EQ(reading.problems.size(), 1U) << damaged;
        EXPECT_EQ(reading.problems[0].code, "typed.damaged");
    }
}

TEST(TypedOrder, survivesBeingStored) {
    const auto back = typed_order_from_json(to_json_text(by_phone));
    EXPECT_EQ(to_json_text(back), to_json_text(by_phone));
    EXPECT_EQ(back.lines.size(), 3U);
    EXPECT_EQ(back.by, TakenBy::phone);
}

// Whoever names the format of our own page in a mail or a file gets no further than with any text.
TEST(ReadTyped, isNeverReadFromWhatCustomersSend) {
    const auto bytes = to_json_text(by_phone);
    for (const auto* type : {"", "application/json", "text/plain"}) {
        const auto reading =
            parsers::read(bytes, {.file_name = "phone.json", .content_type = type});
        for (const auto& draft : reading.documents)
            EXPECT_NE(draft.format, "phone");
    }
}

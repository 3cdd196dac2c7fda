// SPDX-License-Identifier: Apache-2.0
// What a customer is told of a goods issue.
#include "order/despatch.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

Order ordered() {
    Order order{.customer_no = "C1001", .buyer_order_no = "4500017", .ship_to_id = "DC1"};
    OrderLine boxes{.index = 0,
                    .buyer_line = "1",
                    .sku = "NK-100",
                    .buyer_item = "BX30",
                    .gtin = "9521000000018",
                    .unit = "H87",
                    .unit_text = "PCE"};
    boxes.quantity = Sourced<Decimal>{.value = Decimal{500}};
    OrderLine tape{
        .index = 1, .buyer_line = "2", .sku = "NK-210", .gtin = "9521000000025", .unit = "H87"};
    tape.quantity = Sourced<Decimal>{.value = Decimal{6}};
    order.lines = {boxes, tape};
    return order;
}

// Of the tape another article goes, in rolls; of the boxes 300 went before.
Fulfilment confirmed() {
    Fulfilment known{.case_id = 7, .revision = 1};
    known.lines = {{.line = 0,
                    .buyer_line = "1",
                    .sku = "NK-100",
                    .name = "doos",
                    .unit = "H87",
                    .confirmed = Decimal{500},
                    .delivered = Decimal{450}},
                   {.line = 1,
                    .buyer_line = "2",
                    .sku = "NK-211",
                    .name = "tape",
                    .unit = "XRO",
                    .confirmed = Decimal{72},
                    .delivered = Decimal{0}}};
    return known;
}

Delivery delivery() {
    return {.delivery_no = "DN-26-000871",
            .shipment = "W-2",
            .carrier = "Van Dijk",
            .track_no = "VD1",
            .packages = 3,
            .lines = {{.line = 0, .quantity = Decimal{100}, .batch = "L7"},
                      {.line = 0, .quantity = Decimal{30}, .batch = "L8"},
                      {.line = 0, .quantity = Decimal{20}, .batch = "L7"}}};
}

const Date day = make_date(2026, 3, 5);

TEST(DespatchSlip, joinsTheBatchesOfALineAndSaysWhatIsToCome) {
    const auto slip = despatch_slip_of(confirmed(), delivery(), ordered(), {}, day);
    EXPECT_EQ(slip.number, "DN-26-000871");
    EXPECT_EQ(slip.packages, 3);
    ASSERT_EQ(slip.lines.size(), 1U) << "only what went";
    const auto& line = slip.lines.front();
    EXPECT_EQ(line.delivered, Decimal{150});
    EXPECT_EQ(line.ordered, Decimal{500});
    EXPECT_EQ(line.open, Decimal{50});
    EXPECT_EQ(line.gtin, "9521000000018");
    ASSERT_EQ(line.batches.size(), 2U);
    EXPECT_EQ(line.batches[0].batch, "L7");
    EXPECT_EQ(line.batches[0].quantity, Decimal{120});
    EXPECT_EQ(line.batches[1].quantity, Decimal{30});
}

TEST(DespatchSlip, ofAnotherArticleDoesNotCarryTheOrderedOnesGtin) {
    auto went = delivery();
    went.lines = {{.line = 1, .quantity = Decimal{36}}};
    const auto slip = despatch_slip_of(confirmed(), went, ordered(), {}, day);
    const auto& line = slip.lines.at(0);
    EXPECT_EQ(line.sku, "NK-211");
    EXPECT_EQ(line.gtin, "");
    EXPECT_EQ(line.ordered, Decimal{6});
    EXPECT_EQ(line.ordered_unit, "H87");
    EXPECT_EQ(line.unit, "XRO");
}

TEST(DespatchSlip, promisesNothingMoreWhenTheRestIsClosed) {
    auto known = confirmed();
    known.rest_closed_at = Instant{};
    const auto slip = despatch_slip_of(known, delivery(), ordered(), {}, day);
    EXPECT_TRUE(slip.lines.at(0).open.is_zero());
}

TEST(DespatchSlip, goesToTheAddressOnFile) {
    Terms terms;
    terms.ship_tos = {{.id = "DC1",
                       .name = "DC Zwolle",
                       .gln = "9520000001025",
                       .street = "Havenweg",
                       .house_no = "1",
                       .postcode = "8011 AA",
                       .city = "Zwolle",
                       .country = "NL"}};
    const auto to = despatch_slip_of(confirmed(), delivery(), ordered(), terms, day).ship_to;
    EXPECT_EQ(to.gln, "9520000001025");
    EXPECT_EQ(to.street, "Havenweg 1");
}

TEST(DespatchAdvice, isWrittenOnlyWhereTheProfileAsksForIt) {
    EXPECT_TRUE(wants_despatch_advice("eancom97-despatch"));
    EXPECT_TRUE(wants_despatch_advice("un-d96a-despatch"));
    for (const auto* word :
         {"x12-4010-despatch", "ubl-despatch", "cxml-response-despatch", "opentrans-despatch"})
        EXPECT_TRUE(wants_despatch_advice(word)) << word;
    EXPECT_FALSE(wants_despatch_advice("eancom97"));
    EXPECT_FALSE(wants_despatch_advice("gs1xml-despatch"));
    EXPECT_FALSE(wants_despatch_advice("no-such-despatch"));
    EXPECT_FALSE(wants_despatch_advice(""));
}

} // namespace
} // namespace besteld

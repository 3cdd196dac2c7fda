// SPDX-License-Identifier: Apache-2.0
#include "order/compare_orders.hpp"

#include <gtest/gtest.h>

using namespace besteld;

namespace {

Decimal dec(const char* text) {
    return *Decimal::parse(text);
}

OrderLine line(const char* number, const char* sku, const char* quantity, const char* price = "") {
    OrderLine made;
    made.buyer_line = number;
    made.sku = sku;
    made.quantity = Sourced<Decimal>{.value = dec(quantity)};
    made.unit = "H87";
    made.quantity_stock = dec(quantity);
    if (*price != 0) made.price_stock = dec(price);
    made.requested = Sourced<DateSpec>{.value = {.kind = DateKind::on, .start = "2026-03-05"}};
    return made;
}

struct Pair {
    EarlierOrder earlier;
    Order order;

    explicit Pair(std::vector<OrderLine> lines) {
        order.content_key = earlier.content_key = "key";
        for (const auto& one : lines)
            earlier.lines.push_back(as_earlier_line(one));
        order.lines = std::move(lines);
    }
    std::string text() const { return to_text(compare_lines(earlier, order)); }
};

} // namespace

TEST(CompareOrders, findsNoDifferenceInTheSameOrder) {
    Pair pair({line("1", "NK-100", "500", "0.74"), line("2", "NK-210", "72")});
    EXPECT_EQ(pair.text(), "");
    EXPECT_TRUE(is_same_content(pair.earlier, pair.order));
    std::swap(pair.order.lines[0], pair.order.lines[1]); // the order of the lines says nothing
    EXPECT_EQ(pair.text(), "");
}

TEST(CompareOrders, namesWhatChangedLineByLine) {
    Pair pair({line("1", "NK-100", "500", "0.74"), line("2", "NK-210", "72")});
    pair.order.lines[0] = line("1", "NK-100", "600", "0.71");
    pair.order.lines[1].requested->value = {.kind = DateKind::by, .start = "2026-03-10"};
    EXPECT_EQ(pair.text(), "line 1 NK-100: quantity 500 H87 -> 600 H87; line 1 NK-100: price 0.74 "
                           "-> 0.71; line 2 NK-210: date 2026-03-05 -> by 2026-03-10");
    EXPECT_FALSE(is_same_content(pair.earlier, pair.order));
}

TEST(CompareOrders, namesLinesThatCameAndWent) {
    Pair pair({line("1", "NK-100", "500"), line("2", "NK-210", "72")});
    pair.order.lines[1] = line("2", "NK-330", "12");
    EXPECT_EQ(pair.text(), "line 2 NK-330 added: 12 H87; line 2 NK-210 left out: 72 H87");
}

TEST(CompareOrders, takesTheSameAmountInAnotherUnitAsTheSame) {
    Pair pair({line("1", "NK-210", "72")});
    pair.order.lines[0].quantity->value = dec("2");
    pair.order.lines[0].unit = "XCT";
    EXPECT_EQ(pair.text(), "");
}

TEST(CompareOrders, doesNotCallASilenceADifference) {
    Pair pair({line("1", "NK-100", "500", "0.74")});
    pair.order.lines[0].price_stock.reset();
    pair.order.lines[0].requested.reset();
    EXPECT_EQ(pair.text(), "");
}

TEST(CompareOrders, pairsRepeatedItemsByQuantity) {
    Pair pair({line("1", "NK-100", "500"), line("2", "NK-100", "100")});
    pair.order.lines = {line("10", "NK-100", "100"), line("20", "NK-100", "500")};
    EXPECT_EQ(pair.text(), "");
    pair.order.lines[0] = line("10", "NK-100", "150");
    EXPECT_EQ(pair.text(), "line 10 NK-100: quantity 100 H87 -> 150 H87");
}

TEST(CompareOrders, aPriceAloneMakesItAnotherContent) {
    Pair pair({line("1", "NK-100", "500", "0.74")});
    pair.order.lines[0].price_stock = dec("0.71");
    EXPECT_FALSE(is_same_content(pair.earlier, pair.order));
    pair.earlier.lines.clear(); // nothing is known of its lines: the key decides
    EXPECT_TRUE(is_same_content(pair.earlier, pair.order));
    pair.order.content_key = "another";
    EXPECT_FALSE(is_same_content(pair.earlier, pair.order));
}

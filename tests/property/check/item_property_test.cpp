// SPDX-License-Identifier: Apache-2.0
// What holds for any description and quantity: dimensions, packs, units. The seed is printed on
// failure.

#include "../../unit/check/world.hpp"

#include "base/gs1_number.hpp"
#include "check/arithmetic.hpp"
#include "check/match_item.hpp"
#include "check/phrase_key.hpp"
#include "check/quantity_checks.hpp"
#include "check/units.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace besteld {
namespace {

using namespace world;

constexpr int rounds = 300;

class ItemProperty : public testing::Test {
protected:
    std::int64_t number(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(random_);
    }
    template <typename T, std::size_t N>
    const T& one_of(const std::array<T, N>& list) {
        return list[static_cast<std::size_t>(number(0, static_cast<std::int64_t>(N) - 1))];
    }
    // Some bytes, not always UTF-8.
    std::string noise(std::size_t most) {
        std::string text(static_cast<std::size_t>(number(0, static_cast<std::int64_t>(most))), ' ');
        for (char& c : text)
            c = static_cast<char>(number(0, 255));
        return text;
    }
    const unsigned seed_ = std::random_device{}();
    const testing::ScopedTrace trace_{__FILE__, __LINE__, "seed " + std::to_string(seed_)};

private:
    std::mt19937 random_{seed_};
};

TEST_F(ItemProperty, aMeasureConvertedBackIsTheSame) {
    const std::array<std::string, 8> units{"mm", "cm", "m", "dm", "my", "g", "kg", "ml"};
    for (int i = 0; i < rounds; ++i) {
        const std::string written = Decimal::from_units(number(1, 5'000) * 1'000).to_string();
        const std::string& unit = one_of(units);
        const ItemWords glued = item_words("folie " + written + unit);
        const ItemWords apart = item_words("folie " + written + " " + unit);
        ASSERT_EQ(glued.dimensions.size(), 1U) << written << unit;
        ASSERT_EQ(apart.dimensions.size(), 1U);
        EXPECT_TRUE(same_dimension(glued.dimensions[0], apart.dimensions[0]));
        const auto factor = dimension_unit(unit);
        ASSERT_TRUE(factor);
        EXPECT_EQ(over(glued.dimensions[0].value, factor->factor), dec(written)) << unit;
    }
}

// Tapes and boxes of every size: whichever is chosen has each dimension that was stated.
TEST_F(ItemProperty, noArticleIsChosenWhoseStatedDimensionDiffers) {
    for (int i = 0; i < rounds / 3; ++i) {
        Terms terms;
        for (int n = 0; n < 12; ++n) {
            const std::string sku = "T-" + std::to_string(n);
            const std::string name = "PP-tape transparant " + std::to_string(number(1, 6) * 12) +
                                     " mm x " + std::to_string(number(1, 4) * 33) + " m";
            terms.items[sku] = {.sku = sku, .names = {{"", name}}, .stock_unit = "XRO"};
        }
        terms.candidates = terms.items;
        const std::int64_t width = number(1, 6) * 12;
        const std::string asked =
            number(0, 1) == 0
                ? "tape " + std::to_string(width) + "mm"
                : "PP tape " + Decimal::from_units(width * 100'000).to_string() + " cm";
        const ItemMatch match =
            match_item({.name = field(asked)}, ItemIndex(terms), day(3, 2), WrittenBy::person);
        if (match.sku.empty()) continue;
        const std::string& name = terms.items[match.sku].names[""];
        EXPECT_NE(name.find(" " + std::to_string(width) + " mm"), std::string::npos)
            << asked << " → " << name;
    }
}

TEST_F(ItemProperty, anArticlesOwnNameNamesItAmongOthers) {
    Terms terms;
    for (int n = 0; n < 60; ++n) {
        const std::string sku = "B-" + std::to_string(n);
        const std::string name = "doos " + std::to_string(100 + 10 * n) + "x200x150";
        terms.items[sku] = {.sku = sku, .names = {{"", name}}, .stock_unit = "H87"};
    }
    terms.candidates = terms.items;
    const ItemIndex index(terms);
    for (const auto& [sku, item] : terms.items) {
        const ItemMatch match =
            match_item({.name = field(item.names.at(""))}, index, day(3, 2), WrittenBy::person);
        EXPECT_EQ(match.sku, sku) << item.names.at("");
    }
}

TEST_F(ItemProperty, anyBytesAreADescription) {
    const Terms terms = korenaar();
    const ItemIndex index(terms);
    for (int i = 0; i < rounds; ++i) {
        const std::string words = noise(600);
        const ItemMatch match =
            match_item({.name = field(words)}, index, day(3, 2), WrittenBy::person);
        EXPECT_LE(match.candidates.size(), 5U);
        const std::string key = phrase_key(words);
        EXPECT_LE(key.size(), 200U);
        EXPECT_EQ(phrase_key(key), key); // stored and looked up alike
    }
}

TEST_F(ItemProperty, wholePacksAreMultiplesOnTheRightSide) {
    for (int i = 0; i < rounds; ++i) {
        const Decimal quantity = Decimal::from_units(number(1, 1'000'000'000'000));
        const Decimal pack = Decimal::from_units(number(1, 1'000'000'000));
        const auto packed = [&](Rounding rounding) {
            return *in_whole_packs(quantity, pack, rounding);
        };
        for (const Rounding rounding :
             {Rounding::ask, Rounding::up, Rounding::nearest, Rounding::down}) {
            EXPECT_EQ(packed(rounding).units() % pack.units(), 0);
            EXPECT_GT(packed(rounding), Decimal{});
        }
        EXPECT_GE(packed(Rounding::up), quantity);
        EXPECT_LT(packed(Rounding::up) - quantity, pack);
        if (quantity >= pack) {
            EXPECT_LE(packed(Rounding::down), quantity);
            EXPECT_LE((packed(Rounding::nearest) - quantity).abs().units() * 2, pack.units());
        }
    }
}

TEST_F(ItemProperty, theGtinOfALevelCountsThatLevel) {
    const std::array<std::string, 3> gtins{"9521000000025", "19521000000022", "09521000000025"};
    const std::array<std::string, 3> units{"XRO", "XCT", "XRO"};
    for (int i = 0; i < rounds / 10; ++i) {
        const auto which = static_cast<std::size_t>(number(0, 2));
        const std::int64_t count = number(1, 50) * 36;
        OrderDraft draft = clean_edi_order();
        draft.lines = {by_gtin(gtins[which], std::to_string(count))};
        const Judged judged = judge(draft, korenaar());
        const OrderLine& line = judged.order.lines[0];
        EXPECT_EQ(line.unit, units[which]);
        EXPECT_EQ(line.quantity_stock, Decimal::from_integer(which == 1 ? count * 36 : count));
    }
}

} // namespace
} // namespace besteld

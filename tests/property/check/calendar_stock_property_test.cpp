// SPDX-License-Identifier: Apache-2.0
// What holds for any calendar and any stock. The seed is printed on failure.

#include "../../unit/check/world.hpp"

#include "check/calendar.hpp"
#include "check/stock.hpp"

#include <gtest/gtest.h>

#include <random>

namespace besteld {
namespace {

using namespace world;
using std::chrono::days;

class AnyWorld : public testing::Test {
protected:
    int number(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
    Date any_day() { return day(1, 1) + days(number(0, 364)); }

    Terms any_calendar() {
        Terms terms = korenaar();
        terms.agreement->lead_days = number(0, 10);
        terms.agreement->cut_off = number(0, 1) == 0 ? "" : "12:00";
        terms.agreement->transport_days = number(0, 2);
        std::string weekdays;
        for (char digit = '1'; digit <= '7'; ++digit)
            if (number(0, 2) == 0) weekdays += digit;
        terms.agreement->delivery_weekdays = weekdays;
        if (number(0, 1) == 1) {
            terms.ship_tos[0].calendar = "OWN";
            for (int i = number(0, 20); i > 0; --i)
                terms.calendars["OWN"].push_back(any_day());
            terms.calendars["OWN"].push_back(day(12, 25));
        }
        for (int i = number(0, 15); i > 0; --i)
            terms.seller.holidays.push_back(any_day());
        return terms;
    }

    const unsigned seed_ = std::random_device{}();
    const testing::ScopedTrace trace_{__FILE__, __LINE__, "seed " + std::to_string(seed_)};

private:
    std::mt19937 random_{seed_};
};

int working_days_between(const Seller& seller, Date after, Date until) {
    int count = 0;
    for (Date date = after + days(1); date <= until; date += days(1))
        count += is_working_day(seller, date) ? 1 : 0;
    return count;
}

TEST_F(AnyWorld, aPromisedDayIsOpenAndNeverBeforeTheLeadTime) {
    for (int i = 0; i < 300; ++i) {
        const Terms terms = any_calendar();
        const Instant received =
            Zone("Europe/Amsterdam")
                .instant(any_day(), std::chrono::minutes(number(0, 24 * 60 - 1)));
        const Date counts = counting_day(terms, received);
        const Date promised = first_feasible_delivery(terms, "ST-01", received);
        EXPECT_TRUE(is_working_day(terms.seller, counts));
        EXPECT_TRUE(is_delivery_day(terms, "ST-01", promised)) << to_iso(promised);
        EXPECT_GE(working_days_between(terms.seller, counts, promised), terms.agreement->lead_days);
        // Any request is planned for an open day too, within what it asks when that is possible.
        const Date first = any_day();
        const DateSpec window{.kind = DateKind::window,
                              .start = to_iso(first),
                              .end = to_iso(first + days(number(0, 10)))};
        const Date planned = planned_day(terms, "ST-01", &window, received);
        EXPECT_TRUE(is_delivery_day(terms, "ST-01", planned));
        EXPECT_GE(planned, promised);
    }
}

// In 2026 our clocks change on 29 March and 25 October; noon on the wall is noon on either side.
TEST_F(AnyWorld, theCutOffIsNoonOnTheWallOnEveryDay) {
    const Terms terms = korenaar();
    const Zone zone("Europe/Amsterdam");
    for (const Date around : {day(3, 29), day(10, 25)}) {
        for (int offset = -4; offset <= 4; ++offset) {
            const Date date = around + days(offset);
            const Instant noon = zone.instant(date, std::chrono::hours(12));
            const auto after = noon + std::chrono::milliseconds(1);
            const Date today = add_working_days(terms.seller, date, 0);
            EXPECT_EQ(counting_day(terms, noon), today) << to_iso(date);
            const Date next = is_working_day(terms.seller, date)
                                  ? add_working_days(terms.seller, date + days(1), 0)
                                  : today;
            EXPECT_EQ(counting_day(terms, after), next) << to_iso(date);
            EXPECT_EQ(counting_day(terms, noon - std::chrono::milliseconds(number(1, 3'600'000))),
                      today);
        }
    }
}

// However orders come in, what has been promised up to a day is there on that day.
TEST_F(AnyWorld, neverMoreIsPromisedThanThereIs) {
    for (int i = 0; i < 100; ++i) {
        Terms terms = korenaar();
        Stock& stock = terms.stock["NK-100"];
        stock = {
            .sku = "NK-100", .on_hand = Decimal{number(0, 100)}, .safety = Decimal{number(0, 10)}};
        for (int r = number(0, 5); r > 0; --r)
            stock.receipts.push_back({.date = any_day(),
                                      .quantity = Decimal{number(1, 60)},
                                      .kind = number(0, 1) == 0 ? "inbound" : "production"});
        for (int order = 0; order < 30; ++order) {
            const Decimal wanted{number(1, 40)};
            const Date asked = any_day();
            const auto free = available_from(terms, "NK-100", wanted, asked);
            if (!free) continue;
            EXPECT_GE(*free, asked);
            EXPECT_GE(available_on(terms, "NK-100", *free), wanted);
            stock.promises.push_back({.date = *free, .quantity = wanted});
        }
        for (Date date = day(1, 1); date <= day(12, 31) + days(10); date += days(1)) {
            Decimal there = std::max(stock.on_hand - stock.safety, Decimal{});
            for (const Receipt& receipt : stock.receipts)
                if (deliverable_from(terms.seller, receipt) <= date) there += receipt.quantity;
            Decimal promised;
            for (const Promise& promise : stock.promises)
                if (promise.date <= date) promised += promise.quantity;
            EXPECT_LE(promised, there) << to_iso(date);
        }
    }
}

} // namespace
} // namespace besteld

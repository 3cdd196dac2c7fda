// SPDX-License-Identifier: Apache-2.0

// What tells that something does not come: arrivals, channels, who is silent, what is due.
#include "engines.hpp"

#include "base/text.hpp"
#include "store/arrivals.hpp"
#include "store/channels.hpp"
#include "store/due_soon.hpp"
#include "store/silences.hpp"

namespace besteld::contract {

using Watch = StoreContract;
BESTELD_BOTH_ENGINES(Watch);

namespace {

using std::chrono::days;
using std::chrono::minutes;

std::string told(const std::vector<Arrival>& arrivals) {
    std::string all;
    for (const auto& one : arrivals)
        all += cat(one.customer_no, "/", one.channel, "=", one.n, "@",
                   to_iso(one.first_at).substr(11, 5), " ");
    return all;
}

NewMessage arriving(const std::string& channel, const std::string& key, Instant when) {
    auto message = message_named(key, cat("bytes of ", key));
    message.channel = channel;
    message.received_at = when;
    return message;
}

SilenceRow silent(const std::string& customer, Date expected, Instant noticed) {
    return {.customer_no = customer,
            .channel = "mail",
            .what = {.kind = Silence::Kind::usual_day,
                     .last = expected - days{7},
                     .expected = expected,
                     .usual = {.weekday = 2,
                               .seen = 7,
                               .of = 8,
                               .from = minutes{550},
                               .until = minutes{640}}},
            .noticed_at = noticed};
}

} // namespace

TEST_P(Watch, countsWhatCameByChannelAndDay) {
    const Instant morning = parse_iso_instant("2026-03-02T08:00:00Z").value();
    store_->add_messages({arriving("orders", "1", morning + minutes{30}),
                          arriving("orders", "2", morning), arriving("edi", "3", morning),
                          arriving("orders", "4", morning + days{1})});
    store_->add_messages({arriving("orders", "1", morning)}); // known already
    Arrivals arrivals(*store_);
    EXPECT_EQ(told(arrivals.since(morning - days{5})),
              "/edi=1@08:00 /orders=2@08:00 /orders=1@08:00 ");
    EXPECT_EQ(told(arrivals.since(morning + days{1})), "/orders=1@08:00 ");
    const auto taken = arrivals.taken(morning + days{1});
    ASSERT_EQ(taken.size(), 2U);
    EXPECT_EQ(taken[1].channel, "orders");
    EXPECT_EQ(taken[1].messages, 3);
    EXPECT_EQ(taken[1].since, 1);
    EXPECT_EQ(taken[1].waiting, 3);
    store_->finish_message(1, MessageState::quarantined, "reader_failed");
    EXPECT_EQ(arrivals.taken(morning)[1].quarantined, 1);
    EXPECT_EQ(arrivals.taken(morning)[1].waiting, 2);
}

TEST_P(Watch, anOrderCountsForWhoseItTurnsOutToBe) {
    auto made = some_case(*store_, "1");
    Arrivals arrivals(*store_);
    EXPECT_EQ(arrivals.of_customer("C1001", {}).size(), 1U);
    made.order.customer_no = "C1002";
    ASSERT_TRUE(store_->save_case(made));
    EXPECT_TRUE(arrivals.of_customer("C1001", {}).empty());
    ASSERT_EQ(arrivals.of_customer("C1002", {}).size(), 1U);
    EXPECT_EQ(arrivals.of_customer("C1002", {})[0].channel, made.order.channel);
    made.order.customer_no.clear();
    ASSERT_TRUE(store_->save_case(made));
    EXPECT_TRUE(arrivals.of_customer("C1002", {}).empty());
}

TEST_P(Watch, sourcesThatNoMessageHasAreUnknown) {
    store_->add_messages({arriving("orders", "7:1", at(0)), arriving("edi", "7:2", at(0))});
    EXPECT_EQ(store_->unknown_sources("orders", {"7:1", "7:2", "7:3"}),
              (std::vector<std::string>{"7:2", "7:3"}));
    EXPECT_TRUE(store_->unknown_sources("orders", {}).empty());
}

TEST_P(Watch, aChannelKeepsSinceWhenItIsAsItIs) {
    Channels channels(*store_);
    ChannelRow row{.channel = "orders", .daemon = "a", .looked_at = at(0), .present = 3};
    channels.save(
        std::vector{row, ChannelRow{.channel = "edi", .daemon = "b", .looked_at = at(0)}});
    row.looked_at = at(60);
    row.balanced_at = at(60);
    row.on_server = 12;
    row.held = 11;
    row.missed = 1;
    channels.save(std::vector{row});
    auto all = channels.all();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[1].since, at(0));
    EXPECT_EQ(all[1].looked_at, at(60));
    EXPECT_EQ(all[1].balanced_at, at(60));
    EXPECT_EQ(all[1].missed, 1);
    row.condition = ChannelRow::Condition::alert;
    row.reason = "AUTHENTICATIONFAILED";
    row.looked_at = at(120);
    channels.save(std::vector{row});
    EXPECT_EQ(channels.all()[1].since, at(120));
    EXPECT_EQ(channels.all()[1].reason, "AUTHENTICATIONFAILED");
    channels.keep_only("a", {});
    ASSERT_EQ(channels.all().size(), 1U);
    EXPECT_EQ(channels.all()[0].channel, "edi") << "another daemon's stays";
}

TEST_P(Watch, whoIsSilentIsToldOnceAndKnownUntilSomethingComes) {
    Silences silences(*store_);
    const auto day = make_date(2026, 3, 3);
    const std::vector first{silent("C1001", day, at(0)), silent("C1002", day, at(0))};
    EXPECT_EQ(silences.replace(first).size(), 2U);
    EXPECT_TRUE(silences.mark_known("C1002", "mail", "anna"));
    EXPECT_FALSE(silences.mark_known("C1003", "mail", "anna"));
    // A later look says the same.
    const std::vector again{silent("C1001", day, at(300)), silent("C1002", day, at(300))};
    EXPECT_TRUE(silences.replace(again).empty());
    auto all = silences.all();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].customer_no, "C1001") << "nobody knows of it: first";
    EXPECT_EQ(all[0].noticed_at, at(0));
    EXPECT_EQ(all[1].known_by, "anna");
    EXPECT_EQ(all[1].what.usual.until, minutes{640});
    // Something came in between, and now he is silent anew.
    const std::vector anew{silent("C1002", day + days{7}, at(600))};
    EXPECT_EQ(silences.replace(anew).size(), 1U);
    all = silences.all();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].known_by, "");
    EXPECT_EQ(all[0].noticed_at, at(600));
}

TEST_P(Watch, whatIsDueSoonestComesFirst) {
    for (const int minute : {50, 10, 30, 0}) {
        auto one = some_case(*store_, cat("m", minute));
        if (minute > 0) one.due_at = at(minute * 60);
        ASSERT_TRUE(store_->save_case(one));
    }
    DueSoon due(*store_);
    const auto rows = due.first(2);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].due_at, at(600));
    EXPECT_EQ(rows[1].due_at, at(1800));
    EXPECT_EQ(due.first(10).size(), 3U) << "one has no time";
    const auto count = due.count(at(1200), at(3000));
    EXPECT_EQ(count.late, 1);
    EXPECT_EQ(count.soon, 1);
}

} // namespace besteld::contract

// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

#include "store/interchanges.hpp"

namespace besteld::contract {

namespace {

const std::string series = "edifact 9520000001018:14 9520000000011:14";

InterchangeGap gap(std::int64_t message, std::int64_t first, std::int64_t last, Instant due) {
    return {.series = series,
            .numbers = {.first = first, .last = last, .round = 0, .day = ""},
            .message_id = message,
            .noticed_at = at(0),
            .due_at = due};
}

std::string missing(const std::vector<InterchangeGap>& gaps) {
    std::string all;
    for (const auto& one : gaps)
        all += (all.empty() ? "" : ", ") + to_text(one.numbers);
    return all;
}

} // namespace

using InterchangeNumbers = StoreContract;
BESTELD_BOTH_ENGINES(InterchangeNumbers);

TEST_P(InterchangeNumbers, keepWhereASeriesStands) {
    Interchanges numbers(*store_);
    EXPECT_FALSE(numbers.find(series));
    const NumberSeries first{.highest = 12, .run = 3, .round = 1, .day = "260302"};
    numbers.save(series, first);
    EXPECT_EQ(numbers.find(series), first);
    const NumberSeries later{
        .highest = 13, .run = 4, .round = 1, .day = "", .low = 5, .low_run = 2};
    numbers.save(series, later);
    EXPECT_EQ(numbers.find(series), later);
    EXPECT_FALSE(numbers.find("x12 A B"));
    EXPECT_EQ(Interchanges(*open_store()).find(series), later) << "another daemon sees it";
}

TEST_P(InterchangeNumbers, leaveOfAGapWhatHasNotCome) {
    const auto message = some_case(*store_, "1").message_id;
    Interchanges numbers(*store_);
    numbers.add(gap(message, 10, 14, at(60)));
    EXPECT_FALSE(numbers.close(series, 9, 0, ""));
    EXPECT_FALSE(numbers.close(series, 12, 1, "")) << "of another round";
    EXPECT_FALSE(numbers.close(series, 12, 0, "260302")) << "of another day";
    EXPECT_TRUE(numbers.close(series, 12, 0, ""));
    EXPECT_FALSE(numbers.close(series, 12, 0, "")) << "it came once";
    EXPECT_EQ(missing(numbers.due(at(60), 10)), "10 to 11, 13 to 14");
    EXPECT_TRUE(numbers.close(series, 10, 0, ""));
    EXPECT_TRUE(numbers.close(series, 14, 0, ""));
    EXPECT_EQ(missing(numbers.due(at(60), 10)), "11, 13");
    EXPECT_TRUE(numbers.close(series, 11, 0, ""));
    EXPECT_TRUE(numbers.close(series, 13, 0, ""));
    EXPECT_TRUE(numbers.due(at(60), 10).empty());
}

TEST_P(InterchangeNumbers, areToldOnceAndCountedUntilTheyCome) {
    const auto about = some_case(*store_, "1");
    Interchanges numbers(*store_);
    numbers.add(gap(about.message_id, 10, 12, at(60)));
    EXPECT_TRUE(numbers.due(at(59), 10).empty()) << "its time has not come";
    const auto due = numbers.due(at(60), 10);
    ASSERT_EQ(due.size(), 1U);
    numbers.mark_told(due.front(), about.id);
    EXPECT_TRUE(numbers.due(at(999), 10).empty());
    EXPECT_EQ(store_->counts().interchanges_missing, 3);
    const auto closed = numbers.close(series, 11, 0, "");
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->case_id, about.id);
    EXPECT_EQ(store_->counts().interchanges_missing, 2);
    EXPECT_EQ(missing(numbers.of_case(about.id)), "10, 12");
}

TEST_P(InterchangeNumbers, standAsTheyStoodWhenTheWorkFails) {
    const auto message = some_case(*store_, "1").message_id;
    Interchanges(*store_).save(series, {.highest = 9});
    EXPECT_ANY_THROW(store_->in_transaction([&] {
        Interchanges numbers(*store_);
        numbers.save(series, {.highest = 15});
        numbers.add(gap(message, 10, 14, at(60)));
        throw std::runtime_error("the daemon died");
    }));
    EXPECT_EQ(Interchanges(*store_).find(series)->highest, 9);
    EXPECT_TRUE(Interchanges(*store_).due(at(99), 10).empty());
}

TEST_P(InterchangeNumbers, knowWhatWasQuarantinedBesideThem) {
    auto elsewhere = message_named("4", "d");
    elsewhere.channel = "folder";
    const auto all = store_->add_messages(
        {message_named("1", "a"), message_named("2", "b"), message_named("3", "c"), elsewhere});
    for (const std::size_t i : {0U, 2U, 3U})
        store_->finish_message(all.at(i).id, MessageState::quarantined, "the reader was ended");
    EXPECT_EQ(Interchanges(*store_).quarantined_beside(all[1].id),
              (std::vector<std::int64_t>{all[0].id, all[2].id}));
}

} // namespace besteld::contract

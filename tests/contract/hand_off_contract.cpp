// SPDX-License-Identifier: Apache-2.0

// What goes to other systems, and their reports: each once, in order, and nothing unreleased.
#include "engines.hpp"

#include "base/text.hpp"
#include "store/feedbacks.hpp"
#include "store/hand_offs.hpp"

namespace besteld::contract {

class StoredHandOffs : public StoreContract {
protected:
    Case accepted(const std::string& key = "1", int revision = 1) {
        auto made = some_case(*store_, key);
        store_->record_release(made.id, revision, "anna", "", at(0));
        return made;
    }
    static HandOffRow row(const Case& of, HandOffKind kind, int revision = 1) {
        HandOffRow made{.case_id = of.id};
        made.what.kind = kind;
        made.what.revision = revision;
        made.what.order = cat("SO-26-00000", of.id);
        made.what.key = hand_off_key(made.what.order, revision, kind);
        made.what.lines.push_back({.number = 1, .sku = "NK-100", .quantity = Decimal(5)});
        made.what.answer_by = at(3600);
        made.answer_by = at(3600);
        return made;
    }
    std::vector<HandOffRow> lease(Instant now = at(10), const std::string& daemon = "a") {
        return HandOffs(*store_).lease(daemon, now, now + std::chrono::minutes{5}, 10);
    }
};
BESTELD_BOTH_ENGINES(StoredHandOffs);

TEST_P(StoredHandOffs, areNothingOfARevisionThatNobodyReleased) {
    auto early = row(some_case(*store_, "1"), HandOffKind::order_new);
    EXPECT_THROW(HandOffs(*store_).add(early, at(0)), StoreFault);
}

TEST_P(StoredHandOffs, areOneThingPerKeyAndWay) {
    const auto order = accepted();
    auto once = row(order, HandOffKind::order_new);
    auto again = once;
    auto other_way = once;
    other_way.way = HandOffWay::webhook;
    HandOffs hand_offs(*store_);
    EXPECT_TRUE(hand_offs.add(once, at(0)));
    EXPECT_FALSE(hand_offs.add(again, at(1)));
    EXPECT_TRUE(hand_offs.add(other_way, at(1)));
    EXPECT_EQ(hand_offs.with_key(once.what.key).size(), 2U);
}

TEST_P(StoredHandOffs, areReadBackAsTheyWereWritten) {
    auto made = row(accepted(), HandOffKind::order_new);
    HandOffs(*store_).add(made, at(0));
    const auto leased = lease();
    ASSERT_EQ(leased.size(), 1U);
    EXPECT_EQ(to_json_text(leased[0].what), to_json_text(made.what));
    EXPECT_EQ(leased[0].attempts, 1);
    EXPECT_EQ(leased[0].created_at, at(0));
    EXPECT_EQ(leased[0].answer_by, at(3600));
    EXPECT_TRUE(lease().empty()); // another daemon takes others
}

TEST_P(StoredHandOffs, goInTheOrderOfTheirRevisions) {
    const auto order = accepted();
    store_->record_release(order.id, 2, "anna", "", at(1));
    HandOffs hand_offs(*store_);
    auto first = row(order, HandOffKind::order_new);
    auto second = row(order, HandOffKind::order_changed, 2);
    hand_offs.add(first, at(0));
    hand_offs.add(second, at(1));
    auto leased = lease();
    ASSERT_EQ(leased.size(), 1U);
    EXPECT_EQ(leased[0].what.kind, HandOffKind::order_new);
    hand_offs.mark(leased[0].id, HandOffState::failed, "HTTP 400", std::nullopt, at(11),
                   leased[0].fence);
    EXPECT_TRUE(lease(at(1000)).empty()); // waits until a person has seen to the first
    EXPECT_TRUE(hand_offs.resend(first.what.key));
    leased = lease(at(1000));
    ASSERT_EQ(leased.size(), 1U);
    hand_offs.mark(leased[0].id, HandOffState::sent, "written", std::nullopt, at(1001),
                   leased[0].fence);
    leased = lease(at(1000));
    ASSERT_EQ(leased.size(), 1U);
    EXPECT_EQ(leased[0].what.kind, HandOffKind::order_changed);
}

TEST_P(StoredHandOffs, areMarkedOnlyByWhoHoldsThem) {
    auto made = row(accepted(), HandOffKind::order_new);
    HandOffs hand_offs(*store_);
    hand_offs.add(made, at(0));
    const auto mine = lease();
    hand_offs.release_leases("a");
    const auto theirs = lease(at(10), "b");
    ASSERT_EQ(theirs.size(), 1U);
    EXPECT_THROW(
        hand_offs.mark(mine[0].id, HandOffState::sent, "", std::nullopt, at(12), mine[0].fence),
        LeaseLost);
}

TEST_P(StoredHandOffs, keepTheirBytes) {
    auto made = row(accepted(), HandOffKind::order_new);
    HandOffs hand_offs(*store_);
    hand_offs.add(made, at(0));
    hand_offs.store_rendered(made.id, "{}");
    EXPECT_NO_THROW(hand_offs.store_rendered(made.id, "{}"));
    EXPECT_THROW(hand_offs.store_rendered(made.id, "{ }"), StoreFault);
    EXPECT_EQ(lease()[0].bytes, "{}");
}

TEST_P(StoredHandOffs, areOverdueUntilAnsweredOrAlarmed) {
    auto made = row(accepted(), HandOffKind::release);
    auto other = row(accepted("2"), HandOffKind::release);
    HandOffs hand_offs(*store_);
    hand_offs.add(made, at(0));
    hand_offs.add(other, at(0));
    EXPECT_TRUE(hand_offs.overdue(at(3599), 10).empty());
    ASSERT_EQ(hand_offs.overdue(at(3600), 10).size(), 2U);
    EXPECT_EQ(hand_offs.counts(at(3600)).unanswered, 2);
    hand_offs.record_answer(made.what.key, "received", "4711", "", at(3601));
    hand_offs.record_answer(made.what.key, "no", "", "", at(3700)); // the first answer stands
    hand_offs.mark_alarmed(other.id, at(3602));
    EXPECT_TRUE(hand_offs.overdue(at(9999), 10).empty());
    EXPECT_EQ(hand_offs.counts(at(9999)).unanswered, 1);
    const auto answered = hand_offs.with_key(made.what.key).at(0);
    EXPECT_EQ(answered.said, "received");
    EXPECT_EQ(answered.number, "4711");
    EXPECT_EQ(answered.answered_at, at(3601));
}

TEST_P(StoredHandOffs, areReconciledByOrder) {
    auto told = accepted("1");
    auto untold = accepted("2");
    for (auto* order : {&told, &untold}) {
        order->official_no = store_->give_official_number(order->id, 2026);
        order->state = OrderState::confirmed;
        order->revision = 1;
        ASSERT_TRUE(store_->save_case(*order));
    }
    auto made = row(told, HandOffKind::order_new);
    HandOffs hand_offs(*store_);
    hand_offs.add(made, at(0));
    hand_offs.record_answer(made.what.key, "received", "4711", "", at(5));
    const auto orders = hand_offs.accepted_orders(at(-9999), 0, 10);
    ASSERT_EQ(orders.size(), 2U);
    EXPECT_EQ(orders[0].order, told.official_no);
    EXPECT_EQ(orders[0].number, "4711");
    EXPECT_EQ(orders[0].state, OrderState::confirmed);
    EXPECT_TRUE(orders[1].key.empty());
    EXPECT_EQ(hand_offs.accepted_orders(at(-9999), told.id, 10).size(), 1U);
}

class StoredFeedback : public StoreContract {
protected:
    using Seen = Feedbacks::Seen;
    FeedbackRow report(const std::string& key, const std::string& carrier = "Van Dijk") {
        const auto added = store_->add_messages({message_named(key + carrier, key + carrier)});
        FeedbackRow row{.channel = "wms", .message_id = added.at(0).id, .received_at = at(0)};
        row.said = {.key = key,
                    .kind = FeedbackKind::shipped,
                    .order = "SO-26-000001",
                    .carrier = carrier,
                    .lines = {{.number = 1, .quantity = Decimal(3)}}};
        return row;
    }
};
BESTELD_BOTH_ENGINES(StoredFeedback);

TEST_P(StoredFeedback, countsOnceByItsKey) {
    Feedbacks feedbacks(*store_);
    auto first = report("W-1");
    EXPECT_EQ(feedbacks.add(first), Seen::new_one);
    auto again = report("W-1");
    EXPECT_EQ(feedbacks.add(again), Seen::repeat);
    auto other = report("W-1", "Jansen");
    EXPECT_EQ(feedbacks.add(other), Seen::key_used_again);
    auto other_kind = report("W-1", "Pieters");
    other_kind.said.kind = FeedbackKind::picked;
    EXPECT_EQ(feedbacks.add(other_kind), Seen::new_one);
}

TEST_P(StoredFeedback, waitsForItsOrder) {
    const auto order = some_case(*store_, "1");
    Feedbacks feedbacks(*store_);
    auto row = report("W-1");
    feedbacks.add(row);
    feedbacks.mark(row.id, FeedbackState::waiting, order.id, "not released");
    ASSERT_EQ(feedbacks.waiting_for(order.id).size(), 1U);
    EXPECT_EQ(to_json_text(feedbacks.waiting_for(order.id)[0].said), to_json_text(row.said));
    EXPECT_TRUE(feedbacks.waiting_since(at(-1), 10).empty());
    EXPECT_EQ(feedbacks.waiting_since(at(0), 10).size(), 1U);
    feedbacks.mark(row.id, FeedbackState::applied, order.id, "");
    EXPECT_TRUE(feedbacks.waiting_for(order.id).empty());
    EXPECT_EQ(feedbacks.of_case(order.id).at(0).state, FeedbackState::applied);
}

} // namespace besteld::contract

// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

#include "base/text.hpp"

#include <set>
#include <thread>

namespace besteld::contract {

using Messages = StoreContract;
BESTELD_BOTH_ENGINES(Messages);

TEST_P(Messages, keepTheirBytesExactly) {
    std::string bytes;
    for (int i = 0; i < 100'000; ++i)
        bytes += static_cast<char>(i * 7 % 256);
    const auto added = store_->add_messages({message_named("1", bytes)});
    const auto found = store_->message(added.at(0).id, true);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->bytes, bytes);
    EXPECT_EQ(found->state, MessageState::stored);
    EXPECT_EQ(store_->message(added[0].id, false)->bytes, "");
    EXPECT_FALSE(store_->message(added[0].id + 1, false));
}

TEST_P(Messages, fromAKnownSourceAreOne) {
    const auto first = store_->add_messages({message_named("7:1", "a")});
    const auto again = store_->add_messages({message_named("7:1", "a"), message_named("7:2", "b")});
    EXPECT_EQ(again.at(0).added, Added::known_source);
    EXPECT_EQ(again[0].id, first.at(0).id);
    EXPECT_EQ(again.at(1).added, Added::stored);
    EXPECT_EQ(store_->counts().messages, 2);
}

TEST_P(Messages, withKnownBytesAreKeptAsDuplicates) {
    const auto first = store_->add_messages({message_named("1", "same")}).at(0);
    const auto second = store_->add_messages({message_named("2", "same")}).at(0);
    EXPECT_EQ(second.added, Added::known_content);
    EXPECT_EQ(second.id, first.id);
    EXPECT_EQ(store_->claim_messages("d", at(1), at(60), 10).size(), 1U);
    EXPECT_EQ(store_->counts().duplicate, 1);
    EXPECT_EQ(open_session()->execute("SELECT count(*) FROM blob").rows.at(0).integer(0), 1);
}

TEST_P(Messages, withKnownBytesOfAnotherChannelAreRead) {
    store_->add_messages({message_named("1", "same")});
    auto other = message_named("1", "same");
    other.channel = "folder";
    EXPECT_EQ(store_->add_messages({other}).at(0).added, Added::stored);
}

TEST_P(Messages, withTheBytesOfAQuarantinedOneAreReadAgain) {
    const auto first = store_->add_messages({message_named("1", "same")}).at(0);
    store_->finish_message(first.id, MessageState::quarantined, "look-alike sender");
    EXPECT_EQ(store_->add_messages({message_named("2", "same")}).at(0).added, Added::stored);
}

TEST_P(Messages, tooLargeToKeepAreNotOneAnothersDuplicates) {
    auto one = message_named("1", ""), two = message_named("2", "");
    one.note = two.note = "too_large";
    const auto added = store_->add_messages({one, two});
    EXPECT_EQ(added.at(1).added, Added::stored);
    EXPECT_EQ(store_->message(added[1].id, false)->note, "too_large");
}

TEST_P(Messages, areClaimedOldestFirstAndCounted) {
    store_->add_messages(
        {message_named("1", "a"), message_named("2", "b"), message_named("3", "c")});
    const auto two = store_->claim_messages("d", at(1), at(60), 2);
    ASSERT_EQ(two.size(), 2U);
    EXPECT_EQ(two[0].bytes, "a");
    EXPECT_EQ(two[1].bytes, "b");
    EXPECT_EQ(two[0].attempts, 1);
    const auto rest = store_->claim_messages("e", at(2), at(60), 2);
    ASSERT_EQ(rest.size(), 1U);
    EXPECT_EQ(rest[0].bytes, "c");
}

TEST_P(Messages, areClaimedAgainWhenTheLeaseRanOut) {
    store_->add_messages({message_named("1", "a")});
    const auto first = store_->claim_messages("dead", at(1), at(60), 10).at(0);
    EXPECT_TRUE(store_->claim_messages("d", at(59), at(90), 10).empty());
    const auto second = store_->claim_messages("d", at(60), at(90), 10);
    ASSERT_EQ(second.size(), 1U);
    EXPECT_EQ(second[0].attempts, 2);
    EXPECT_THROW(store_->finish_message(first.id, MessageState::done, "", first.fence), LeaseLost);
    store_->finish_message(first.id, MessageState::done, "", second[0].fence);
    EXPECT_TRUE(store_->claim_messages("d", at(999), at(9999), 10).empty());
}

TEST_P(Messages, ofARestartedDaemonAreFreeAtOnce) {
    store_->add_messages({message_named("1", "a"), message_named("2", "b")});
    const auto done = store_->claim_messages("d", at(1), at(600), 1).at(0);
    store_->claim_messages("d", at(1), at(600), 1);
    store_->finish_message(done.id, MessageState::done, "");
    store_->release_leases("d");
    const auto again = store_->claim_messages("d", at(2), at(600), 10);
    ASSERT_EQ(again.size(), 1U);
    EXPECT_EQ(again[0].bytes, "b");
}

TEST_P(Messages, givenBackAreClaimedAgain) {
    store_->add_messages({message_named("1", "a")});
    const auto claimed = store_->claim_messages("d", at(1), at(60), 10).at(0);
    store_->finish_message(claimed.id, MessageState::stored, "reader crashed");
    EXPECT_EQ(store_->claim_messages("d", at(2), at(60), 10).size(), 1U);
}

TEST_P(Messages, areCountedByTheirFate) {
    store_->add_messages(
        {message_named("1", "a"), message_named("2", "b"), message_named("3", "c")});
    const auto all = store_->claim_messages("d", at(1), at(60), 10);
    store_->finish_message(all.at(0).id, MessageState::done, "");
    store_->finish_message(all.at(1).id, MessageState::ignored, "an automatic mail");
    const auto counts = store_->counts();
    EXPECT_EQ(counts.messages, 3);
    EXPECT_EQ(counts.stored, 1);
    EXPECT_EQ(counts.done, 1);
    EXPECT_EQ(counts.ignored, 1);
}

// SQLite lets one writer at a time; PostgreSQL hands rows to several at once.
TEST_P(Messages, neverGoToTwoDaemons) {
    constexpr int total = 200;
    std::vector<NewMessage> many;
    for (int i = 0; i < total; ++i)
        many.push_back(message_named(cat(i), cat("bytes ", i)));
    store_->add_messages(many);
    std::vector<std::vector<std::int64_t>> taken(3);
    std::vector<std::thread> daemons;
    for (std::size_t d = 0; d < taken.size(); ++d)
        daemons.emplace_back([&, d] {
            const auto own = open_store();
            while (true) {
                const auto claimed = own->claim_messages(cat("d", d), at(1), at(600), 7);
                if (claimed.empty()) return;
                for (const auto& message : claimed)
                    taken[d].push_back(message.id);
            }
        });
    for (auto& daemon : daemons)
        daemon.join();
    std::set<std::int64_t> different;
    std::size_t sum = 0;
    for (const auto& ids : taken) {
        sum += ids.size();
        different.insert(ids.begin(), ids.end());
    }
    EXPECT_EQ(sum, static_cast<std::size_t>(total));
    EXPECT_EQ(different.size(), static_cast<std::size_t>(total));
}

TEST_P(Messages, sameSourceFromTwoDaemonsAtOnceIsOneRow) {
    std::vector<Added> results(2);
    std::vector<std::thread> daemons;
    for (std::size_t d = 0; d < 2; ++d)
        daemons.emplace_back([&, d] {
            const auto own = open_store();
            results[d] = own->add_messages({message_named("9:9", "the same")}).at(0).added;
        });
    for (auto& daemon : daemons)
        daemon.join();
    EXPECT_THAT(results, testing::UnorderedElementsAre(Added::stored, Added::known_source));
    EXPECT_EQ(store_->counts().messages, 1);
}

TEST_P(Messages, keepWhatWasReadOfThem) {
    const auto id = store_->add_messages({message_named("1", "a")}).at(0).id;
    EXPECT_FALSE(store_->reading(id));
    Reading reading{.format = "edifact"};
    reading.documents.emplace_back().order_number = Field{.value = "4500017"};
    store_->store_reading(id, reading);
    reading.format = "email";
    store_->store_reading(id, reading);
    const auto found = store_->reading(id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->format, "email");
    EXPECT_EQ(found->documents.at(0).order_number->value, "4500017");
}

TEST_P(Messages, identityBelongsToTheFirst) {
    const auto added = store_->add_messages({message_named("1", "a"), message_named("2", "b")});
    EXPECT_FALSE(store_->claim_identity("mail", "<1@x> x", added[0].id));
    EXPECT_FALSE(store_->claim_identity("mail", "<1@x> x", added[0].id)); // a second attempt
    EXPECT_EQ(store_->claim_identity("mail", "<1@x> x", added[1].id), added[0].id);
    EXPECT_FALSE(store_->claim_identity("interchange", "<1@x> x", added[1].id));
}

TEST_P(Messages, cursorIsKeptPerMailbox) {
    EXPECT_FALSE(store_->cursor("inbox"));
    store_->save_cursor("inbox", {4'000'000'000U, 17});
    store_->save_cursor("inbox", {4'000'000'000U, 18});
    ASSERT_TRUE(store_->cursor("inbox"));
    EXPECT_EQ(store_->cursor("inbox")->uid_validity, 4'000'000'000U);
    EXPECT_EQ(store_->cursor("inbox")->last_uid, 18U);
}

} // namespace besteld::contract

// SPDX-License-Identifier: Apache-2.0
#include "child_server.hpp"
#include "running_mailbox.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besteld {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class ImapFault : public ::testing::Test {
protected:
    MailboxConfig start(const std::string& scenario) {
        child_.emplace("fault_server.py", std::vector<std::string>{"imap", scenario});
        MailboxConfig config{.channel = "orders"};
        config.server = {.host = "127.0.0.1",
                         .port = static_cast<std::uint16_t>(std::stoi(child_->line())),
                         .security = MailSecurity::plain,
                         .user = "orders@besteld.example",
                         .secret = "secret"};
        config.max_message = 1000;
        config.retry_first = 1s;
        config.timing = {.silence = 2s, .command = 10s};
        return config;
    }
    // All three messages arrive whole, whatever the server does on the way.
    void takes_all(const std::string& scenario) {
        const auto config = start(scenario);
        {
            const RunningMailbox running(config, sink_);
            ASSERT_TRUE(sink_.wait_for_cursor(9)) << sink_.state().text;
        }
        const auto items = sink_.items();
        ASSERT_EQ(items.size(), 3U);
        EXPECT_EQ(items[0].bytes,
                  "From: buyer@acme.example\r\nSubject: one\r\n\r\nFirst order\r\n");
        EXPECT_EQ(items[0].source_key, "77:4");
        EXPECT_EQ(to_iso(items[0].received_at), "2026-03-02T08:15:00.000Z");
        EXPECT_EQ(items[1].bytes,
                  "Subject: two\r\n\r\nA004 OK done\r\n* BYE\r\n* 9 EXISTS\r\n)\r\nx {5}\r\n");
        EXPECT_EQ(items[2].source_key, "77:9");
        for (const auto& item : items)
            EXPECT_EQ(item.note, "");
    }

    std::optional<ChildServer> child_;
    MemorySink sink_;
};

TEST_F(ImapFault, noneTakesAllAndFlagsThemDone) {
    takes_all("good");
    EXPECT_THAT(child_->line_after("command UID STORE "), HasSubstr("+FLAGS.SILENT ($OrderDone)"));
    EXPECT_EQ(sink_.ledger(), (LedgerCount{.exists = 3, .listed = 3, .stored = 3, .gone = 0}));
    EXPECT_EQ(sink_.cursors().at("orders"), (MailboxCursor{.uid_validity = 77, .last_uid = 9}));
}

TEST_F(ImapFault, cutInsideALiteralIsFetchedAgain) {
    takes_all("cut_literal");
}
TEST_F(ImapFault, literalThatPromisesTooMuchIsFetchedAgain) {
    takes_all("lying_literal");
}
TEST_F(ImapFault, byeAfterSelectIsTriedAgain) {
    takes_all("bye");
}
TEST_F(ImapFault, answerWithAForeignTagClosesTheConnection) {
    takes_all("wrong_tag");
}
TEST_F(ImapFault, hugeLineClosesTheConnection) {
    takes_all("huge_line");
}
TEST_F(ImapFault, tooManyConnectionsIsTriedAgain) {
    takes_all("limit");
}
TEST_F(ImapFault, singleBytesAreEnough) {
    takes_all("drip");
}
TEST_F(ImapFault, unsolicitedFetchesAreIgnored) {
    takes_all("unsolicited");
}
TEST_F(ImapFault, bytesLostBehindTheLoginDoNotMatter) {
    takes_all("tail");
}

TEST_F(ImapFault, serverWithoutKeywordsGetsSeen) {
    takes_all("no_keyword");
    EXPECT_THAT(child_->line_after("command UID STORE "), HasSubstr("(\\Seen)"));
}

TEST_F(ImapFault, refusedPasswordIsAnAlertAndNotHammered) {
    const auto config = start("auth_failed");
    const RunningMailbox running(config, sink_);
    ASSERT_TRUE(sink_.wait_for_state(ChannelState::Kind::alert));
    EXPECT_THAT(sink_.state().text, HasSubstr("[AUTHENTICATIONFAILED] wrong"));
    EXPECT_EQ(sink_.state().text.find("secret"), std::string::npos);
}

TEST_F(ImapFault, messageWithoutContentGoesToAPerson) {
    const auto config = start("nil");
    const RunningMailbox running(config, sink_);
    ASSERT_TRUE(sink_.wait_for_items(3));
    EXPECT_THAT(sink_.items()[1].note, StartsWith("empty: "));
    EXPECT_EQ(sink_.items()[1].source_key, "77:7");
}

TEST_F(ImapFault, messageThatIsListedButNeverHandedOutGoesToAPerson) {
    const auto config = start("gone");
    const RunningMailbox running(config, sink_);
    ASSERT_TRUE(sink_.wait_for_items(3));
    EXPECT_THAT(sink_.items()[1].note, StartsWith("empty: "));
}

TEST_F(ImapFault, messageFarLargerThanItsSizeIsTakenByItsHeader) {
    const auto config = start("lying_size");
    const RunningMailbox running(config, sink_);
    ASSERT_TRUE(sink_.wait_for_items(3));
    const auto item = sink_.items()[1];
    EXPECT_THAT(item.note, StartsWith("too_large: "));
    EXPECT_EQ(item.bytes, "Subject: two\r\n\r\n");
}

TEST_F(ImapFault, okThatMovedNothingIsNoSuccess) {
    auto config = start("move_nothing");
    config.done_folder = "Done";
    const RunningMailbox running(config, sink_);
    ASSERT_TRUE(sink_.wait_for_cursor(9)); // stored: it goes on, and the log tells
    EXPECT_THAT(child_->line_after("command UID MOVE "), HasSubstr("4,7,9 \"Done\""));
}

TEST_F(ImapFault, nothingIsAcknowledgedWhileTheStoreRefuses) {
    const auto config = start("good");
    sink_.refuse_next(1);
    {
        const RunningMailbox running(config, sink_);
        ASSERT_TRUE(sink_.wait_for_cursor(9));
    }
    // The first connection ended without a STORE: the second one begins before any.
    EXPECT_EQ(child_->line(), "connect");
    std::string line = child_->line();
    while (line != "connect" && !line.empty()) {
        EXPECT_EQ(line.find("STORE"), std::string::npos) << line;
        line = child_->line();
    }
    EXPECT_EQ(line, "connect");
    EXPECT_EQ(sink_.items().size(), 3U);
}

TEST_F(ImapFault, knownMailboxGoesOnWhereItStopped) {
    sink_.set_cursor("orders", {.uid_validity = 77, .last_uid = 7});
    const auto config = start("good");
    const RunningMailbox running(config, sink_);
    ASSERT_TRUE(sink_.wait_for_cursor(9));
    ASSERT_EQ(sink_.items().size(), 1U);
    EXPECT_EQ(sink_.items()[0].source_key, "77:9");
}

TEST_F(ImapFault, renumberedMailboxIsReadFromItsBeginning) {
    sink_.set_cursor("orders", {.uid_validity = 76, .last_uid = 4000});
    takes_all("good");
    EXPECT_THAT(child_->line_after("command UID SEARCH "), HasSubstr("NOT KEYWORD $OrderDone"));
}

} // namespace
} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "../unit/intake/running_mailbox.hpp"
#include "base/text.hpp"
#include "mail_servers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iostream>

namespace besteld {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::StartsWith;
using Kind = SmtpOutcome::Kind;

const std::string user = "orders@besteld.example";

std::string order_mail(int number, std::size_t padding = 0) {
    std::string text =
        cat("From: buyer@acme.example\r\nTo: ", user, "\r\nSubject: order ", number,
            "\r\nMessage-ID: <", number, "@acme.example>\r\n\r\n", number, " pieces, please\r\n");
    for (std::size_t i = 0; i < padding; i += 72)
        text += std::string(70, 'x') + "\r\n";
    return text;
}

TEST(MailSystem, carriesMailThroughPostfixIntoAMailboxAndTakesItIn) {
    const MailServers servers;
    if (!servers.has_smtp()) GTEST_SKIP() << servers.smtp_missing();
    SmtpClient client(servers.smtp());
    for (int i = 1; i <= 3; ++i) {
        const auto outcome =
            client.send({.from = "buyer@acme.example", .to = {user}, .message = order_mail(i)})
                .at(0);
        ASSERT_EQ(outcome.kind, Kind::delivered) << outcome.text;
    }
    auto config = servers.mailbox(user);
    config.done_folder = "Processed/Één"; // made when missing, named in modified UTF-7
    MemorySink sink;
    {
        const RunningMailbox running(config, sink);
        ASSERT_TRUE(sink.wait_for_items(3)) << sink.state().text;
        // New mail ends the IDLE long before the next poll.
        ASSERT_EQ(client.send({.from = "", .to = {user}, .message = order_mail(4)}).at(0).kind,
                  Kind::delivered);
        ASSERT_TRUE(sink.wait_for_items(4));
    }
    for (const auto& item : sink.items())
        EXPECT_THAT(item.bytes, HasSubstr("pieces, please\r\n"));
    MemorySink later;
    const RunningMailbox again(config, later);
    ASSERT_TRUE(later.wait_for_cycles(1));
    EXPECT_EQ(later.ledger(), LedgerCount{}); // all moved away
}

TEST(MailSystem, refusesABadPasswordAndAnUnknownAuthority) {
    const MailServers servers;
    auto wrong = servers.mailbox(user);
    wrong.server.secret = "not it";
    {
        MemorySink sink;
        const RunningMailbox running(wrong, sink);
        ASSERT_TRUE(sink.wait_for_state(ChannelState::Kind::alert));
        EXPECT_THAT(sink.state().text, HasSubstr("AUTHENTICATIONFAILED"));
    }
    auto stranger = servers.mailbox(user);
    stranger.server.ca_file.clear();
    {
        MemorySink sink;
        const RunningMailbox running(stranger, sink);
        ASSERT_TRUE(sink.wait_for_state(ChannelState::Kind::alert));
        EXPECT_THAT(sink.state().text, HasSubstr("certificate"));
    }
    if (!servers.has_smtp()) GTEST_SKIP() << servers.smtp_missing();
    auto smtp = servers.smtp();
    smtp.password = "not it";
    const auto outcome =
        SmtpClient(smtp).send({.from = "", .to = {user}, .message = order_mail(1)}).at(0);
    EXPECT_EQ(outcome.kind, Kind::retry);
    EXPECT_TRUE(outcome.needs_admin) << outcome.text;
}

TEST(MailSystem, takesInWhatTheServerHasAndTheStoreHasNotWhateverTheCursorSays) {
    const MailServers servers;
    for (int i = 0; i < 5; ++i)
        servers.seed(user, i, order_mail(i));
    auto config = servers.mailbox(user);
    config.poll = 1s;
    config.balance = 0s;
    MemorySink sink;
    {
        const RunningMailbox running(config, sink);
        ASSERT_TRUE(sink.wait_for_items(5)) << sink.state().text;
        ASSERT_TRUE(sink.wait_for_balances(2));
    }
    EXPECT_EQ(sink.balance().on_server, 5U);
    EXPECT_EQ(sink.balance().held, 5U);
    EXPECT_EQ(sink.balance().marked, 0U);
    EXPECT_EQ(sink.balance().missed, 0U);
    // A store that has lost one, and a mailbox on which somebody took the mark away.
    sink.forget(2);
    {
        const RunningMailbox running(config, sink);
        ASSERT_TRUE(sink.wait_for_balances(4));
    }
    EXPECT_EQ(sink.balance().marked, 1U)
        << "it bears our mark: an earlier store's, for all we know";
    EXPECT_EQ(sink.items().size(), 4U);
    servers.unmark(user);
    {
        const RunningMailbox running(config, sink);
        ASSERT_TRUE(sink.wait_for_items(5));
        ASSERT_TRUE(sink.wait_for_balances(7));
    }
    EXPECT_EQ(sink.balance().held, 5U);
    EXPECT_EQ(sink.balance().missed, 0U);
}

TEST(MailSystem, takesAFullMailboxOnceAndRemembersItByFlagAndByCursor) {
    const MailServers servers;
    constexpr int count = 1200;
    for (int i = 0; i < count; ++i)
        servers.seed(user, i, order_mail(i));
    servers.seed(user, count, order_mail(count, 30'000));
    auto config = servers.mailbox(user);
    config.max_message = 10'000;
    config.poll = 1s;
    MemorySink sink;
    const auto began = std::chrono::steady_clock::now();
    {
        const RunningMailbox running(config, sink);
        ASSERT_TRUE(sink.wait_for_items(count + 1)) << sink.state().text;
        const auto took = std::chrono::steady_clock::now() - began;
        std::cout << count + 1 << " messages in "
                  << std::chrono::duration_cast<std::chrono::milliseconds>(took).count() << " ms\n";
        ASSERT_TRUE(sink.wait_for_cycles(2));
    }
    EXPECT_EQ(sink.offered(), static_cast<std::size_t>(count) + 1);
    std::size_t too_large = 0;
    for (const auto& item : sink.items())
        too_large += item.note.starts_with("too_large: ") ? 1 : 0;
    EXPECT_EQ(too_large, 1U);
    // Another life without the cursor: the keyword on the server speaks.
    MemorySink fresh;
    {
        const RunningMailbox running(config, fresh);
        ASSERT_TRUE(fresh.wait_for_cycles(1));
    }
    EXPECT_EQ(fresh.offered(), 0U);
    // A store restored from an older backup: everything above its cursor comes again.
    auto cursor = sink.cursors().at("orders");
    cursor.last_uid -= 10;
    fresh.set_cursor("orders", cursor);
    {
        const RunningMailbox running(config, fresh);
        ASSERT_TRUE(fresh.wait_for_items(10));
    }
}

} // namespace
} // namespace besteld

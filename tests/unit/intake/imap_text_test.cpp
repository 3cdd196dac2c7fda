// SPDX-License-Identifier: Apache-2.0
#include "intake/imap_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besteld {
namespace {

using ::testing::ElementsAre;

TEST(ImapText, writesUidSetsShort) {
    EXPECT_EQ(to_uid_set({1, 2, 3, 5, 7, 8}), "1:3,5,7:8");
    EXPECT_EQ(to_uid_set({4294967294U, 4294967295U}), "4294967294:4294967295");
    EXPECT_EQ(to_uid_set({}), "");
}

TEST(ImapText, readsUidSetsInEitherDirectionAndBounded) {
    EXPECT_THAT(parse_uid_set("3:1,9", 10).value(), ElementsAre(1, 2, 3, 9));
    EXPECT_FALSE(parse_uid_set("1:4294967295", 1000).has_value());
    EXPECT_FALSE(parse_uid_set("1:600,601:1200", 1000).has_value());
    EXPECT_FALSE(parse_uid_set("1,,2", 10).has_value());
    EXPECT_FALSE(parse_uid_set("1:*", 10).has_value());
}

TEST(ImapText, writesMailboxNamesInModifiedUtf7) {
    EXPECT_EQ(quote_mailbox("INBOX").value(), "\"INBOX\"");
    EXPECT_EQ(quote_mailbox("R&D \"x\"").value(), "\"R&-D \\\"x\\\"\"");
    // the example of RFC 3501 5.1.3
    EXPECT_EQ(quote_mailbox("~peter/mail/台北/日本語").value(),
              "\"~peter/mail/&U,BTFw-/&ZeVnLIqe-\"");
    EXPECT_EQ(quote_mailbox("😀").value(), "\"&2D3eAA-\"");
}

TEST(ImapText, refusesMailboxNamesThatWouldEndTheCommand) {
    EXPECT_FALSE(quote_mailbox("a\r\nb LOGOUT").has_value());
    EXPECT_FALSE(quote_mailbox(std::string_view("a\0b", 3)).has_value());
    EXPECT_FALSE(quote_mailbox("\xff").has_value());
    EXPECT_FALSE(quote_mailbox("").has_value());
}

TEST(ImapText, readsInternalDates) {
    EXPECT_EQ(to_iso(parse_internal_date("17-Jul-1996 02:44:25 -0700").value()),
              "1996-07-17T09:44:25.000Z");
    EXPECT_EQ(to_iso(parse_internal_date(" 2-Mar-2026 00:15:00 +0100").value()),
              "2026-03-01T23:15:00.000Z");
    for (const std::string_view text :
         {"", "31-Feb-2026 00:00:00 +0000", "17-Jux-1996 02:44:25 -0700", "17-Jul-1996 02:44:25"})
        EXPECT_FALSE(parse_internal_date(text).has_value()) << text;
}

} // namespace
} // namespace besteld

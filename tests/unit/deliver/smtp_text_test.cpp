// SPDX-License-Identifier: Apache-2.0
#include "deliver/smtp_text.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

TEST(SmtpAddress, passesOrdinaryOnes) {
    EXPECT_EQ(check_smtp_address("jan.de-vries+orders@acme.example").value(),
              "jan.de-vries+orders@acme.example");
    EXPECT_EQ(check_smtp_address("bounces+o12@mail.besteld.example").value(),
              "bounces+o12@mail.besteld.example");
}

TEST(SmtpAddress, writesInternationalDomainsAsALabels) {
    EXPECT_EQ(check_smtp_address("info@bücher.example").value(), "info@xn--bcher-kva.example");
}

TEST(SmtpAddress, refusesWhateverCouldBecomeACommand) {
    for (const std::string_view address :
         {"a@x>\r\nRCPT TO:<evil@z", "a\r\nb@x.example", "a b@x.example", "<a@x.example>",
          "a@x.example NOTIFY=NEVER", "\"a b\"@x.example", "a@x.example\n", "a,b@x.example",
          "@x.example", "a@", "a", "", ".a@x.example", "a..b@x.example", "a@-x.example",
          "a@x..example", "a@[127.0.0.1]", "jürgen@x.example", "a@b@x.example"})
        EXPECT_FALSE(check_smtp_address(address).has_value()) << address;
    EXPECT_FALSE(check_smtp_address(std::string_view("a\0b@x.example", 13)).has_value());
    EXPECT_FALSE(check_smtp_address(cat(std::string(65, 'a'), "@x.example")).has_value());
}

TEST(SmtpData, makesEveryLineEndCrLf) {
    EXPECT_EQ(to_smtp_data("a\nb\r\nc\rd").value(), "a\r\nb\r\nc\r\nd\r\n.\r\n");
    EXPECT_EQ(to_smtp_data("a\r\n").value(), "a\r\n.\r\n");
    EXPECT_EQ(to_smtp_data("a\r\n\r\nb").value(), "a\r\n\r\nb\r\n.\r\n");
    EXPECT_EQ(to_smtp_data("").value(), ".\r\n");
}

TEST(SmtpData, letsNoDotEndTheMessage) {
    for (const std::string_view smuggled :
         {"x\n.\nMAIL FROM:<evil@z>\n", "x\r\n.\r\nMAIL FROM:<evil@z>\r\n",
          "x\r.\rMAIL FROM:<evil@z>\r", "x\n.\r\nMAIL FROM:<evil@z>\r\n"})
        EXPECT_EQ(to_smtp_data(smuggled).value(), "x\r\n..\r\nMAIL FROM:<evil@z>\r\n.\r\n");
    EXPECT_EQ(to_smtp_data(".first").value(), "..first\r\n.\r\n");
}

TEST(SmtpData, refusesWhatNoServerMustTake) {
    EXPECT_FALSE(to_smtp_data(std::string_view("a\0b", 3)).has_value());
    EXPECT_FALSE(to_smtp_data(std::string(999, 'x')).has_value());
    EXPECT_TRUE(to_smtp_data(std::string(998, 'x')).has_value());
}

TEST(SmtpReplyParser, readsRepliesHoweverTheyAreCut) {
    const std::string_view all = "250-one\r\n250 two\r\n354\r\n";
    for (std::size_t width = 1; width <= all.size(); ++width) {
        SmtpReplyParser parser;
        std::vector<SmtpReply> replies;
        for (std::size_t at = 0; at < all.size(); at += width) {
            parser.feed(all.substr(at, width));
            for (auto next = parser.next(); next && *next; next = parser.next())
                replies.push_back(**next);
        }
        ASSERT_EQ(replies.size(), 2U) << width;
        EXPECT_EQ(replies[0].text(), "one two");
        EXPECT_EQ(replies[1].code, 354);
    }
}

TEST(SmtpReplyParser, refusesWhatIsNoReply) {
    for (const std::string_view bytes :
         {"hello\r\n", "99 x\r\n", "650 x\r\n", "250_x\r\n", "250-a\r\n251 b\r\n", "\r\n"}) {
        SmtpReplyParser parser;
        parser.feed(bytes);
        EXPECT_FALSE(parser.next().has_value()) << bytes;
    }
    SmtpReplyParser endless;
    endless.feed(std::string(5000, '2'));
    EXPECT_FALSE(endless.next().has_value());
    SmtpReplyParser many;
    for (int i = 0; i < 101; ++i)
        many.feed("250-x\r\n");
    EXPECT_FALSE(many.next().has_value());
}

TEST(SmtpReplyParser, keepsControlCharactersOutOfTheText) {
    SmtpReplyParser parser;
    parser.feed("550 a\x1b[31m\tb\r\n");
    EXPECT_EQ(parser.next().value().value().text(), "a [31m b");
}

} // namespace
} // namespace besteld

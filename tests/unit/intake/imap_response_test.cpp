// SPDX-License-Identifier: Apache-2.0
#include "intake/imap_response.hpp"

#include "base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besteld {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<ImapEvent> read(std::string_view bytes, ImapLimits limits = {}) {
    ImapParser parser(limits);
    auto events = parser.feed(bytes);
    EXPECT_TRUE(events.has_value()) << (events ? "" : events.error());
    return events ? std::move(*events) : std::vector<ImapEvent>{};
}

std::string fault_of(std::string_view bytes, ImapLimits limits = {}) {
    ImapParser parser(limits);
    const auto events = parser.feed(bytes);
    return events ? "" : events.error();
}

template <typename Event>
Event only(std::string_view bytes, ImapLimits limits = {}) {
    auto events = read(bytes, limits);
    EXPECT_EQ(events.size(), 1U);
    if (events.size() != 1 || !std::holds_alternative<Event>(events[0])) {
        ADD_FAILURE() << "not the one event that was expected";
        return {};
    }
    return std::get<Event>(events[0]);
}

TEST(ImapParser, readsATaggedAnswerWithItsCode) {
    const auto status = only<ImapStatus>("b1.7 NO [TRYCREATE] no such mailbox\r\n");
    EXPECT_EQ(status.kind, ImapStatus::Kind::no);
    EXPECT_EQ(status.tag, "b1.7");
    EXPECT_EQ(status.code, "TRYCREATE");
    EXPECT_EQ(status.text, "no such mailbox");
}

TEST(ImapParser, readsABodyAsLiteralQuotedStringOrNil) {
    const auto literal = only<ImapFetch>("* 2 FETCH (UID 9 BODY[] {5}\r\na\r\nb\n)\r\n");
    EXPECT_EQ(literal.sequence, 2U);
    EXPECT_EQ(literal.uid, 9U);
    EXPECT_EQ(literal.body->bytes, "a\r\nb\n");
    const auto quoted = only<ImapFetch>("* 2 FETCH (BODY[] \"a \\\"b\\\" (c\" UID 9)\r\n");
    EXPECT_EQ(quoted.body->bytes, "a \"b\" (c");
    EXPECT_EQ(quoted.uid, 9U);
    const auto nil = only<ImapFetch>("* 2 FETCH (UID 9 BODY[] NIL)\r\n");
    EXPECT_EQ(nil.body->kind, ImapBody::Kind::nil);
}

TEST(ImapParser, readsItemsInAnyOrderAndStepsOverUnknownOnes) {
    const auto fetch = only<ImapFetch>("* 4 FETCH (X-GM-LABELS (\"a)\" (b {3}\r\n) ))) MODSEQ (77) "
                                       "FLAGS (\\Seen $OrderDone) RFC822.SIZE 4400 "
                                       "INTERNALDATE \" 2-Mar-2026 09:15:00 +0100\" "
                                       "BODY[HEADER.FIELDS (DATE \"X\")]<0> \"h\" UID 12)\r\n");
    EXPECT_EQ(fetch.uid, 12U);
    EXPECT_EQ(fetch.size, 4400U);
    EXPECT_EQ(fetch.internal_date, " 2-Mar-2026 09:15:00 +0100");
    EXPECT_THAT(fetch.flags.value(), ElementsAre("\\Seen", "$OrderDone"));
    EXPECT_EQ(fetch.body->bytes, "h");
}

TEST(ImapParser, neverLetsAMailsTextEndAResponse) {
    const std::string mail =
        "Subject: x\r\n\r\nb1.1 OK done\r\n)\r\n* 9 EXISTS\r\n* BYE\r\n{99}\r\n";
    const auto events =
        read(cat("* 1 FETCH (UID 5 BODY[] {", mail.size(), "}\r\n", mail, ")\r\nb1.1 OK done\r\n"));
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(std::get<ImapFetch>(events[0]).body->bytes, mail);
    EXPECT_EQ(std::get<ImapStatus>(events[1]).tag, "b1.1");
}

TEST(ImapParser, takesABraceInFreeTextForText) {
    const auto events = read("* OK [ALERT] disk full {12}\r\nb1.2 OK done {3}\r\n+ go on {4}\r\n");
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(std::get<ImapStatus>(events[0]).text, "disk full {12}");
    EXPECT_EQ(std::get<ImapContinue>(events[2]).text, "go on {4}");
}

TEST(ImapParser, takesABraceInAQuotedStringForText) {
    const auto fetch = only<ImapFetch>("* 1 FETCH (BODY[] \"{7}\" UID 3)\r\n");
    EXPECT_EQ(fetch.body->bytes, "{7}");
}

TEST(ImapParser, givesTheSameEventsHoweverTheBytesAreCut) {
    const std::string_view all =
        "* 3 EXISTS\r\n* 1 FETCH (UID 5 BODY[] {4}\r\nab\r\n FLAGS (\\Seen))\r\n* SEARCH 4 5 6\r\n"
        "b1.3 OK [COPYUID 7 4:5 1:2] moved\r\n";
    for (std::size_t width = 1; width <= all.size(); ++width) {
        ImapParser parser;
        std::vector<ImapEvent> events;
        for (std::size_t at = 0; at < all.size(); at += width) {
            auto some = parser.feed(all.substr(at, width));
            ASSERT_TRUE(some.has_value()) << some.error();
            events.insert(events.end(), some->begin(), some->end());
        }
        ASSERT_EQ(events.size(), 4U) << "in pieces of " << width;
        EXPECT_EQ(std::get<ImapExists>(events[0]).count, 3U);
        EXPECT_EQ(std::get<ImapFetch>(events[1]).body->bytes, "ab\r\n");
        EXPECT_THAT(std::get<ImapSearch>(events[2]).uids, ElementsAre(4, 5, 6));
        EXPECT_EQ(std::get<ImapStatus>(events[3]).code, "COPYUID 7 4:5 1:2");
    }
}

TEST(ImapParser, dropsALiteralOverTheLimitAndGoesOn) {
    const std::string large(1000, 'x');
    const auto events = read(
        cat("* 1 FETCH (UID 5 BODY[] {1000}\r\n", large, ")\r\n* 2 EXISTS\r\n"), {.literals = 999});
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(std::get<ImapFetch>(events[0]).body->kind, ImapBody::Kind::dropped);
    EXPECT_EQ(std::get<ImapFetch>(events[0]).uid, 5U);
    EXPECT_EQ(std::get<ImapFetch>(events[0]).body->bytes, "");
}

TEST(ImapParser, keepsNoMoreOfManyLiteralsThanOfOne) {
    const auto fetch = only<ImapFetch>(
        "* 1 FETCH (X {4}\r\naaaa Y {4}\r\nbbbb BODY[] {4}\r\ncccc UID 1)\r\n", {.literals = 8});
    EXPECT_EQ(fetch.body->kind, ImapBody::Kind::dropped);
}

TEST(ImapParser, believesNoAbsurdLiteralLength) {
    const auto fetch = fault_of("* 1 FETCH (BODY[] {99999999999999999999999}\r\n");
    EXPECT_THAT(fetch, HasSubstr("malformed"));
    ImapParser parser;
    const auto waiting = parser.feed("* 1 FETCH (BODY[] {18446744073709551615}\r\nabc");
    ASSERT_TRUE(waiting.has_value()); // reads on and drops; the deadline ends it
    EXPECT_TRUE(waiting->empty());
}

TEST(ImapParser, refusesALineOverTheLimit) {
    EXPECT_THAT(fault_of(cat("* SEARCH", std::string(2000, ' '), "\r\n"), {.line = 1000}),
                HasSubstr("limit"));
}

TEST(ImapParser, staysBrokenOnceBroken) {
    ImapParser parser;
    EXPECT_FALSE(parser.feed("HTTP/1.1 200 OK\r\n").has_value());
    EXPECT_FALSE(parser.feed("* 1 EXISTS\r\n").has_value());
}

TEST(ImapParser, refusesMalformedFetchResponses) {
    for (const std::string_view line :
         {"* 1 FETCH\r\n", "* 1 FETCH (\r\n", "* 1 FETCH (UID)\r\n", "* 1 FETCH (UID x)\r\n",
          "* 1 FETCH (BODY[ \"a\")\r\n", "* 1 FETCH (BODY[] \"a)\r\n", "* 1 FETCH (X ((a)\r\n",
          "* 1 FETCH (FLAGS \\Seen)\r\n", "* 1 FETCH (UID 99999999999)\r\n"})
        EXPECT_THAT(fault_of(line), HasSubstr("FETCH response")) << line;
}

TEST(ImapParser, readsDeepNestingWithoutRecursion) {
    const std::string deep(100'000, '(');
    const std::string close(100'000, ')');
    const auto fetch =
        only<ImapFetch>(cat("* 1 FETCH (BODYSTRUCTURE ", deep, close, " UID 8)\r\n"));
    EXPECT_EQ(fetch.uid, 8U);
}

TEST(ImapParser, ignoresUntaggedLinesItDoesNotKnow) {
    EXPECT_EQ(only<ImapOther>("* VANISHED 300:310\r\n").name, "VANISHED");
    EXPECT_EQ(only<ImapOther>("* LIST (\\HasNoChildren) \"/\" {5}\r\nINBOX\r\n").name, "LIST");
    EXPECT_EQ(only<ImapExpunge>("* 44 EXPUNGE\r\n").sequence, 44U);
    EXPECT_THAT(only<ImapSearch>("* SEARCH 2 3 (MODSEQ 917)\r\n").uids, ElementsAre(2, 3));
    EXPECT_EQ(only<ImapStatus>("* BYE shutting down\r\n").kind, ImapStatus::Kind::bye);
    EXPECT_THAT(only<ImapCapability>("* capability imap4rev1 Idle MOVE\r\n").names,
                ElementsAre("IMAP4REV1", "IDLE", "MOVE"));
}

TEST(ImapParser, acceptsLinesThatEndInLfAlone) {
    const auto fetch = only<ImapFetch>("* 1 FETCH (UID 5 BODY[] {2}\nab)\n");
    EXPECT_EQ(fetch.body->bytes, "ab");
}

} // namespace
} // namespace besteld

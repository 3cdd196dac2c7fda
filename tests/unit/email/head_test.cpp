// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/address.hpp"
#include "parsers/email/mail_date.hpp"
#include "parsers/email/message.hpp"

#include <gtest/gtest.h>

namespace besteld::parsers::email {
namespace {

TEST(MailDate, readsStandardAndOldForms) {
    const std::pair<const char*, const char*> cases[] = {
        {"Mon, 2 Mar 2026 09:15:00 +0100", "2026-03-02T09:15:00+01:00"},
        {"2 Mar 26 9:15 EST (somewhere)", "2026-03-02T09:15:00-05:00"},
        {"Mon Mar  2 09:15:00 2026", "2026-03-02T09:15:00-00:00"},
        {"02-Mar-2026 09:15:00 GMT", "2026-03-02T09:15:00+00:00"},
        {"2026-03-02T09:15:00Z", "2026-03-02T09:15:00+00:00"},
        {"3 Foo 2025 10:00:00 +0000", ""},
        {"31 Feb 2026 10:00:00 +0000", ""},
        {"tomorrow", ""},
    };
    for (const auto& [field, iso] : cases)
        EXPECT_EQ(parse_mail_date(field), iso) << field;
    EXPECT_EQ(to_mail_date("2026-03-02T09:15:00+01:00"), "Mon, 02 Mar 2026 09:15:00 +0100");
    EXPECT_EQ(to_mail_date("2026-03-02"), "");
}

std::string shown(const char* field) {
    std::string out;
    for (const auto& a : parse_addresses(field))
        out += "[" + a.name + "|" + a.address + "]";
    return out;
}

TEST(Addresses, areReadAsSendersWriteThem) {
    const std::pair<const char*, const char*> cases[] = {
        {"petra@Korenaar.EXAMPLE", "[|petra@korenaar.example]"},
        {"\"Bos, Petra\" <p@a.example>, q@b.example", "[Bos, Petra|p@a.example][|q@b.example]"},
        {"Doe, John <j@a.example>", "[Doe, John|j@a.example]"},
        {"p@a.example (Petra (inkoop))", "[Petra (inkoop)|p@a.example]"},
        {"inkoop: p@a.example, Q <q@a.example>;, r@a.example",
         "[|p@a.example][Q|q@a.example][|r@a.example]"},
        {"undisclosed-recipients:;", ""},
        {"=?utf-8?Q?M=C3=BCller?= <m@a.example>", "[Müller|m@a.example]"},
        {"Foo <a@b.example", "[Foo|a@b.example]"},
        {",,", ""},
        {"<@relay.example:a@b.example>", "[|a@b.example]"},
        {"\"john doe\"@b.example", "[|\"john doe\"@b.example]"},
        {"\"boss@b.example\" <thief@c.example>", "[boss@b.example|thief@c.example]"},
        {"nobody", "[nobody|]"},
    };
    for (const auto& [field, expected] : cases)
        EXPECT_EQ(shown(field), expected) << field;
}

TEST(MessageIds, comeWithoutBrackets) {
    EXPECT_EQ(parse_message_ids("<a@b.example>\r\n <c@d.example>"),
              (std::vector<std::string>{"a@b.example", "c@d.example"}));
    EXPECT_EQ(parse_message_ids("a@b.example"), (std::vector<std::string>{"a@b.example"}));
}

std::string reason(std::string fields) {
    return split_mail("From: Petra <petra@korenaar.example>\r\n" + fields + "\r\n\r\nhello\r\n")
        .head.no_answer_because;
}

TEST(MailHead, saysWhyNoAnswerMayGo) {
    EXPECT_EQ(reason("Subject: order"), "");
    EXPECT_EQ(reason("Auto-Submitted: no"), "");
    for (const char* field :
         {"Auto-Submitted: auto-replied (vacation)", "Precedence: BULK",
          "List-Unsubscribe: <https://l.example>", "Return-Path: <>",
          "Content-Type: multipart/report; boundary=x", "X-Auto-Response-Suppress: All"})
        EXPECT_NE(reason(field), "") << field;
    std::string loop = "Received: by a.example";
    for (int i = 0; i < 50; ++i)
        loop += "\r\nReceived: by a.example";
    EXPECT_NE(reason(loop), "");
    for (const char* from :
         {"", "From: MAILER-DAEMON@a.example\r\n", "From: No-Reply@a.example\r\n"})
        EXPECT_NE(split_mail(std::string(from) + "Subject: x\r\n\r\nx").head.no_answer_because, "")
            << from;
}

TEST(MailHead, isDecoded) {
    const auto head =
        split_mail(
            "Return-Path: <petra@korenaar.example>\r\n"
            "Authentication-Results: mx.example; dmarc=pass\r\n"
            "From: Petra <petra@korenaar.example>\r\nTo: a@x.example,\r\n b@x.example\r\n"
            "Subject: =?utf-8?Q?Bestelling_?=\r\n =?utf-8?Q?=E2=82=AC?=\r\n"
            "Message-ID: <1@korenaar.example>\r\nIn-Reply-To: <0@x.example>\r\n"
            "References: <z@x.example> <0@x.example>\r\nDate: 2 Mar 2026 09:15:00 +0100\r\n\r\n")
            .head;
    EXPECT_EQ(head.subject, "Bestelling €");
    EXPECT_EQ(head.to.size(), 2U);
    EXPECT_EQ(head.message_id, "1@korenaar.example");
    EXPECT_EQ(head.in_reply_to, "0@x.example");
    EXPECT_EQ(head.references.size(), 2U);
    EXPECT_EQ(head.date, "2026-03-02T09:15:00+01:00");
    EXPECT_EQ(head.return_path, "petra@korenaar.example");
    EXPECT_EQ(head.authentication_results.front(), "mx.example; dmarc=pass");
    EXPECT_EQ(head.authentication_hops.size(), head.authentication_results.size());
    EXPECT_EQ(head.no_answer_because, "");
}

} // namespace
} // namespace besteld::parsers::email

// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/compose.hpp"

#include "parsers/email/message.hpp"

#include <gtest/gtest.h>

namespace besteld::parsers::email {
namespace {

OutgoingMail confirmation() {
    return {.from = {.address = "orders@vendor.example", .name = "Vendor, Orders"},
            .to = {{.address = "petra@korenaar.example", .name = "Müller"},
                   {.address = "b@korenaar.example", .name = ""}},
            .subject =
                "Bevestiging van uw bestelling 上海上海上海上海上海上海上海上海上海上海 4711",
            .date = "2026-03-02T09:15:00+01:00",
            .message_id = "0123abcd@vendor.example",
            .in_reply_to = "1@korenaar.example",
            .references = {"0@korenaar.example", "1@korenaar.example"},
            .auto_submitted = "auto-replied",
            .text = "Beste Petra,\n\n4 rollen à € 5\n.\nFrom us\n",
            .html = "<p>4 rollen à € 5</p>\n",
            .attachments = {{.name = "bevestiging \"é\".pdf",
                             .content_type = "application/pdf",
                             .bytes = std::string("%PDF\0\r\n\xFF", 8) + std::string(5000, 'x')}},
            .extra = {{"X-Besteld-Order", "42"}}};
}

TEST(ComposeMail, isReadBackByOurOwnReader) {
    const OutgoingMail mail = confirmation();
    const auto bytes = compose_mail(mail);
    ASSERT_TRUE(bytes) << bytes.error();
    const MailMessage read = split_mail(*bytes);
    EXPECT_TRUE(read.problems.empty());
    EXPECT_EQ(read.head.subject, mail.subject);
    EXPECT_EQ(read.head.from.name, "Vendor, Orders");
    ASSERT_EQ(read.head.to.size(), 2U);
    EXPECT_EQ(read.head.to[0].name, "Müller");
    EXPECT_EQ(read.head.to[1].address, "b@korenaar.example");
    EXPECT_EQ(read.head.date, mail.date);
    EXPECT_EQ(read.head.message_id, mail.message_id);
    EXPECT_EQ(read.head.references, mail.references);
    EXPECT_EQ(read.head.in_reply_to, mail.in_reply_to);
    EXPECT_EQ(read.head.auto_submitted, "auto-replied");
    ASSERT_EQ(read.parts.size(), 3U);
    EXPECT_EQ(read.parts[0].info.text, "Beste Petra,\r\n\r\n4 rollen à € 5\r\n.\r\nFrom us\r\n");
    EXPECT_EQ(read.parts[1].info.content_type, "text/html");
    EXPECT_EQ(read.parts[2].info.name, mail.attachments[0].name);
    EXPECT_EQ(read.parts[2].bytes, mail.attachments[0].bytes);
}

TEST(ComposeMail, writesShortCrlfLinesInSevenBitsAndTheSameEachTime) {
    const std::string bytes = compose_mail(confirmation()).value();
    EXPECT_EQ(bytes, compose_mail(confirmation()).value());
    std::size_t begin = 0;
    for (std::size_t end = bytes.find('\n'); end != std::string::npos;
         end = bytes.find('\n', begin)) {
        EXPECT_EQ(bytes[end - 1], '\r');
        EXPECT_LE(end - begin, 999U);
        begin = end + 1;
    }
    EXPECT_EQ(begin, bytes.size());
    for (const char c : bytes)
        EXPECT_LT(static_cast<unsigned char>(c), 0x80);
}

TEST(ComposeMail, refusesWhatWouldBreakOutOfAField) {
    const auto refused = [](auto change) {
        OutgoingMail mail = confirmation();
        change(mail);
        return !compose_mail(mail).has_value();
    };
    EXPECT_TRUE(refused([](auto& m) { m.subject = "x\r\nBcc: all@a.example"; }));
    EXPECT_TRUE(refused([](auto& m) { m.subject = std::string("x\0y", 3); }));
    EXPECT_TRUE(refused([](auto& m) { m.to[0].name = "x\ny"; }));
    EXPECT_TRUE(refused([](auto& m) { m.to[0].address = "a@x.example>\r\nRCPT TO:<b@x.example"; }));
    EXPECT_TRUE(refused([](auto& m) { m.to[0].address = "a@x.example,b@x.example"; }));
    EXPECT_TRUE(refused([](auto& m) { m.to.clear(); }));
    EXPECT_TRUE(refused([](auto& m) { m.references = {"a b"}; }));
    EXPECT_TRUE(refused([](auto& m) { m.message_id = ""; }));
    EXPECT_TRUE(refused([](auto& m) { m.date = "today"; }));
    EXPECT_TRUE(refused([](auto& m) { m.extra = {{"X-A", "b\r\nc"}}; }));
    EXPECT_TRUE(refused([](auto& m) { m.extra = {{"Bcc", "b"}}; }));
    EXPECT_TRUE(refused([](auto& m) { m.attachments[0].name = "a\nb"; }));
    EXPECT_TRUE(
        refused([](auto& m) { m.attachments[0].content_type = "application/pdf\r\nX: y"; }));
    EXPECT_TRUE(refused([](auto& m) { m.auto_submitted = "auto; x"; }));
}

} // namespace
} // namespace besteld::parsers::email

// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace besteld::parsers::email {
namespace {

using testing::Contains;
using testing::ElementsAre;

std::vector<std::string> names(const MailMessage& mail) {
    std::vector<std::string> out;
    for (const auto& part : mail.parts)
        out.push_back(part.info.name.empty() ? part.info.content_type : part.info.name);
    return out;
}
std::vector<std::string> codes(const MailMessage& mail) {
    std::vector<std::string> out;
    for (const auto& problem : mail.problems)
        out.push_back(problem.code);
    return out;
}
std::string pdf(const std::string& name) {
    return "Content-Type: application/pdf\nContent-Disposition: attachment; filename=" + name +
           "\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n";
}
std::string mixed(const std::string& boundary, const std::string& body) {
    return "From: p@a.example\nContent-Type: multipart/mixed; boundary=" + boundary + "\n\n" + body;
}

TEST(SplitMail, losesNoPartBehindAnUnclosedInnerMultipart) {
    const auto mail = split_mail(
        mixed("O", "--O\nContent-Type: multipart/alternative; boundary=I\n\n--I\n\ntext\n--O\n" +
                       pdf("order.pdf") + "--O\n" + pdf("terms.pdf") + "--O--\n"));
    EXPECT_THAT(names(mail), ElementsAre("text/plain", "order.pdf", "terms.pdf"));
    EXPECT_THAT(codes(mail), Contains("mime.unclosed"));
    EXPECT_EQ(mail.parts[0].bytes, "text");
    EXPECT_EQ(mail.parts[1].bytes, "%PDF-");
    EXPECT_TRUE(mail.parts[1].info.attachment);
    EXPECT_EQ(mail.structure.at(mail.parts[0].parent).content_type, "multipart/alternative");
}

TEST(SplitMail, takesABoundaryOnlyAsAWholeLine) {
    const auto mail = split_mail(
        mixed("B", "--B\n\nx--B\n--Bob\n --B\n--B \t\n" + pdf("order.pdf") + "--B-- \nepilogue\n"));
    EXPECT_THAT(names(mail), ElementsAre("text/plain", "order.pdf"));
    EXPECT_EQ(mail.parts[0].bytes, "x--B\n--Bob\n --B");
    EXPECT_THAT(codes(mail), ElementsAre());
}

TEST(SplitMail, takesEveryLineEnd) {
    const std::string lf = mixed("B", "--B\n\none\n--B\n" + pdf("order.pdf") + "--B--\n");
    for (const char* ending : {"\r\n", "\r", "\r\r\n"}) {
        std::string text;
        for (const char c : lf)
            text += c == '\n' ? std::string(ending) : std::string(1, c);
        EXPECT_THAT(names(split_mail(text)), ElementsAre("text/plain", "order.pdf"));
    }
}

TEST(SplitMail, stepsOverWhatStandsBeforeAndBetweenFields) {
    const auto mail = split_mail(
        "\xEF\xBB\xBF\n>From p@a.example Mon Mar  2\nSubject: order\nno field at all\n"
        "quite Delivered-To: x\nMessage-ID : <1@a.example>\nFrom: p@a.example\n\n4 rolls\n");
    EXPECT_EQ(mail.head.subject, "order");
    EXPECT_EQ(mail.head.message_id, "1@a.example");
    EXPECT_EQ(mail.head.from.address, "p@a.example");
    EXPECT_EQ(mail.parts.at(0).bytes, "4 rolls\n");
    EXPECT_THAT(codes(mail), Contains("mime.bad_header_line"));
}

TEST(SplitMail, keepsTheBodyOfAPartWithoutHeader) {
    const auto mail = split_mail(mixed("B", "--B\nplease send: 4 rolls\nthanks\n--B--\n"));
    EXPECT_EQ(mail.parts.at(0).bytes, "please send: 4 rolls\nthanks");
}

TEST(SplitMail, readsAHeaderWithoutBody) {
    EXPECT_EQ(split_mail("From: p@a.example\nSubject: last").head.subject, "last");
    EXPECT_EQ(split_mail("").parts.size(), 1U);
}

TEST(SplitMail, opensEnclosedMessages) {
    const std::string inner =
        "From: q@b.example\nSubject: the order\nContent-Type: text/csv\n\na;b\n";
    const auto plain =
        split_mail(mixed("B", "--B\nContent-Type: message/rfc822\n\n" + inner + "\n--B--\n"));
    EXPECT_THAT(names(plain), ElementsAre("text/csv"));
    ASSERT_EQ(plain.heads.size(), 2U);
    EXPECT_EQ(plain.heads[plain.parts[0].message].subject, "the order");
    const auto base64 =
        split_mail("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                   "U3ViamVjdDogaW5uZXIKCjQgcm9sbHMK\n");
    EXPECT_EQ(base64.heads.at(1).subject, "inner");
    EXPECT_EQ(base64.parts.at(0).bytes, "4 rolls\n");
    const auto digest = split_mail(
        "Content-Type: multipart/digest; boundary=B\n\n--B\n\nSubject: one\n\nx\n--B--\n");
    EXPECT_EQ(digest.heads.at(1).subject, "one");
}

TEST(SplitMail, findsPartsBehindTheCloseAndWithoutADeclaredBoundary) {
    const auto late =
        split_mail(mixed("B", "--B\n\nx\n--B--\n--B\n" + pdf("late.pdf") + "--B--\n"));
    EXPECT_THAT(names(late), ElementsAre("text/plain", "late.pdf"));
    EXPECT_THAT(codes(late), Contains("mime.after_close"));
    const auto wrong =
        split_mail(mixed("other", "--real\n\nx\n--real\n" + pdf("order.pdf") + "--real--\n"));
    EXPECT_THAT(names(wrong), ElementsAre("text/plain", "order.pdf"));
    const auto none = split_mail("Content-Type: multipart/mixed\n\njust text\n");
    EXPECT_EQ(none.parts.at(0).info.text, "just text\n");
    EXPECT_THAT(codes(none), Contains("mime.boundary"));
}

TEST(SplitMail, holdsItsLimitsAndKeepsTheRest) {
    std::string nested;
    for (int i = 0; i < 50000; ++i)
        nested += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" +
                  std::to_string(i) + "\n";
    const auto deep = split_mail(nested + "\nend");
    EXPECT_THAT(codes(deep), Contains("mime.limit_depth"));
    EXPECT_TRUE(deep.parts.back().bytes.ends_with("end"));

    std::string many;
    for (int i = 0; i < 3000; ++i)
        many += "--B\n\n" + std::to_string(i) + "\n";
    const auto wide = split_mail(mixed("B", many));
    EXPECT_LE(wide.parts.size(), 1000U);
    EXPECT_TRUE(wide.parts.back().bytes.contains("2999"));
    EXPECT_THAT(codes(wide), Contains("mime.limit_parts"));

    const auto field = split_mail("X-Long: " + std::string(1 << 20, 'a') + "\nSubject: s\n\nbody");
    EXPECT_THAT(codes(field), Contains("mime.limit_field"));
    EXPECT_EQ(field.parts.at(0).bytes, "body");

    const auto large = split_mail("Subject: s\n\nbody", {.message = 5});
    EXPECT_EQ(large.head.subject, "s");
    EXPECT_THAT(codes(large), ElementsAre("mime.limit_message"));
    const auto boundary = split_mail(mixed(std::string(1001, 'b'), "x"));
    EXPECT_THAT(codes(boundary), Contains("mime.limit_boundary"));
    EXPECT_EQ(boundary.parts.at(0).bytes, "x");
}

TEST(SplitMail, flagsDoubledFieldsAndNul) {
    const auto mail =
        split_mail(std::string("From: a@a.example\nFrom: b@b.example\nSubject: a\0b\n\nx", 51));
    EXPECT_EQ(mail.head.from.address, "a@a.example");
    EXPECT_EQ(mail.head.subject, "ab");
    EXPECT_THAT(codes(mail), testing::IsSupersetOf({"mime.duplicate_field", "mime.nul"}));
}

TEST(SplitMail, showsTextInUtf8) {
    const auto latin =
        split_mail("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: "
                   "8bit\n\n5 \x80\n");
    EXPECT_EQ(latin.parts.at(0).info.text, "5 €\n");
    EXPECT_EQ(latin.parts[0].charset_used, "windows-1252");
    const auto flowed = split_mail(
        "Content-Type: text/plain; format=flowed\n\n4 rolls of \ntape\n> old \n> text\n-- \nP.\n");
    EXPECT_EQ(flowed.parts.at(0).info.text, "4 rolls of tape\n> old text\n-- \nP.\n");
    const auto html = split_mail("Content-Type: text/html\n\n<meta charset=\"windows-1252\">\x80");
    EXPECT_TRUE(html.parts.at(0).info.text.ends_with("€"));
    const auto large = split_mail("Subject: x\n\n" + std::string(300000, 'x'));
    EXPECT_EQ(large.parts.at(0).info.text.size(), 256U * 1024);
    EXPECT_EQ(part_text(large.parts[0]).size(), 300000U);
}

TEST(SplitMail, saysWhatNoReaderCanOpen) {
    const std::pair<const char*, const char*> cases[] = {
        {"Content-Type: application/ms-tnef; name=winmail.dat\n\nx", "mime.tnef"},
        {"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nx", "mime.smime"},
        {"Content-Type: message/partial; id=1; number=1\n\nx", "mime.partial"},
        {"Content-Type: application/pdf\n\n%PDF-1.7\ntrailer << /Encrypt 5 0 R >>",
         "mime.pdf_encrypted"},
        {"Content-Type: text/plain\n\nhere:\nbegin 644 po.csv\n#0V%T\n`\nend\n", "mime.uuencode"},
        {"Content-Type: text/plain\n\n-----BEGIN PGP MESSAGE-----\n", "mime.pgp"},
    };
    for (const auto& [text, code] : cases)
        EXPECT_THAT(codes(split_mail(text)), Contains(code)) << text;
    EXPECT_THAT(codes(split_mail("Subject: x\n\nwe begin 644 rolls\nlater\n")), ElementsAre());
}

TEST(LooksLikeMail, knowsAMailAndNothingElse) {
    EXPECT_TRUE(looks_like_mail("Received: by x\r\nFrom: a@a.example\r\n\r\nhi", {}));
    EXPECT_TRUE(looks_like_mail(
        "From p@a Mon\nFrom: a@a.example\nDate: 2 Mar 2026 09:00:00 +0100\n\nhi", {}));
    EXPECT_TRUE(looks_like_mail("Subject: order\n\nhi", {.file_name = "order.EML"}));
    for (const char* other :
         {"UNA:+.? 'UNB+UNOC:3+A:14+B:14'", "ISA*00*          *00*",
          "<?xml version=\"1.0\"?><Order/>", "order;line;item\nPO1;1;4711\n",
          "Subject: order\n\nhi", "From: me\nTo: you\nplease send 4", "", "{\"a\":1}"})
        EXPECT_FALSE(looks_like_mail(other, {})) << other;
    EXPECT_FALSE(looks_like_mail("UNB+UNOC:3'", {.file_name = "x.eml"}));
}

} // namespace
} // namespace besteld::parsers::email

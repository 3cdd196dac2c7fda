// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/parameters.hpp"

#include "parsers/email/charset.hpp"
#include "parsers/email/encoded_word.hpp"

#include <gtest/gtest.h>

namespace besteld::parsers::email {
namespace {

struct Case {
    const char* what;
    const char* field;
    const char* name;
    const char* value;
};

TEST(Parameters, areReadAsSendersWriteThem) {
    const Case cases[] = {
        {"quoted ;", R"(multipart/mixed; boundary="=_x;y")", "boundary", "=_x;y"},
        {"escape", R"(multipart/mixed; boundary="a\"b")", "boundary", "a\"b"},
        {"comment", "multipart/mixed; boundary=B (made here)", "boundary", "B"},
        {"path", R"(attachment; filename="C:\orders\po.pdf")", "filename", "C:\\orders\\po.pdf"},
        {"bare blanks", "attachment; filename=our order 7.pdf; size=3", "filename",
         "our order 7.pdf"},
        {"inner quotes", R"(attachment; filename="the "big" order.pdf")", "filename",
         "the \"big\" order.pdf"},
        {"no semicolon", R"(text/plain charset=utf-8)", "charset", "utf-8"},
        {"folded", "multipart/mixed;\r\n\tboundary=\"a\r\n b\"", "boundary", "a b"},
        {"rfc 2231", "attachment; filename*=utf-8''best%C3%A9l.pdf; filename=x.pdf", "filename",
         "bestél.pdf"},
        {"sections", "attachment; filename*1*=%fcck.pdf; filename*0*=iso-8859-1'de'St", "filename",
         "Stück.pdf"},
        {"mixed sections", "a/b; name*0=\"long \"; name*1*=%41; name*2=\"%41\"", "name",
         "long A%41"},
        {"rfc 2047", R"(a/b; name="=?utf-8?Q?bestelling_=E2=82=AC?= =?utf-8?Q?.csv?=")", "name",
         "bestelling €.csv"},
        {"8 bit",
         "a/b; name=\"St\xFC"
         "ck.csv\"",
         "name", "Stück.csv"},
        {"unclosed", "a/b; name=\"x.csv", "name", "x.csv"},
    };
    for (const auto& c : cases)
        EXPECT_EQ(parse_structured(c.field).parameter(c.name), c.value) << c.what;
    EXPECT_EQ(parse_structured(" (x) Text/HTML ; charset=a").value, "text/html");
}

TEST(EncodedWords, joinCharactersCutBetweenThem) {
    EXPECT_EQ(decode_header_text("=?utf-8?B?5LiK?= =?utf-8?B?5g==?= =?utf-8?B?tbc=?= 4"), "上海 4");
    EXPECT_EQ(decode_header_text("a =?iso-8859-1?Q?M=FCller?= b"), "a Müller b");
    EXPECT_EQ(decode_header_text("=?iso-8859-1*de?q?a?=\t=?utf-8?q?b?="), "ab");
    EXPECT_EQ(decode_header_text("=?no word =?= ?="), "=?no word =?= ?=");
}

TEST(Charsets, areTakenAsSendersMeanThem) {
    prepare_charsets();
    EXPECT_EQ(to_utf8("\x80 5", "iso-8859-1").text, "€ 5");
    EXPECT_EQ(to_utf8("\xC9\xCF\xBA\xA3", "GB2312").text, "上海");
    EXPECT_EQ(to_utf8("\xC9\xCF\xBA\xA3", "\"x-gbk\"").text, "上海");
    EXPECT_EQ(to_utf8("\x93\xFA\x96{", "shift_jis").text, "日本");
    EXPECT_EQ(to_utf8("\xC1\xCF", "koi8-r").text, "ао");
    EXPECT_EQ(to_utf8("\xA4", "iso-8859-15").text, "€");
    EXPECT_EQ(to_utf8("+AOk-", "utf-7").text, "é");
    EXPECT_EQ(to_utf8(std::string_view("\xFF\xFE\x41\0", 4), "utf-16").text, "A");
    EXPECT_EQ(to_utf8("é", "us-ascii").text, "é");
    EXPECT_EQ(to_utf8("caf\xE9", "").text, "café");
    EXPECT_NE(to_utf8("caf\xE9", "").doubt, "");
    EXPECT_NE(to_utf8("abc", "klingon").doubt, "");
    EXPECT_EQ(to_utf8("\xEF\xBB\xBFx", "utf-8").text, "x");
    EXPECT_EQ(to_utf8("caf\xE9", "utf-8").used, "windows-1252");
}

} // namespace
} // namespace besteld::parsers::email

// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/transfer_codec.hpp"

#include <gtest/gtest.h>

namespace besteld::parsers::email {
namespace {

TEST(Base64, readsLinesAndCountsWhatDoesNotBelong) {
    EXPECT_EQ(decode_base64("SGVs\r\nbG8=").bytes, "Hello");
    const Decoded odd = decode_base64("SG|Vs*bG8");
    EXPECT_EQ(odd.bytes, "Hello");
    EXPECT_EQ(odd.faults, 2U);
}

TEST(Base64, readsOnBehindPaddingOnlyWhereMoreDataFollows) {
    EXPECT_EQ(decode_base64("SGVsbG8=\nSGVsbG8=\n").bytes, "HelloHello");
    const Decoded footer = decode_base64("SGVsbG8=\n____\nA mailing list's footer\n");
    EXPECT_EQ(footer.bytes, "Hello");
    EXPECT_GT(footer.ignored, 0U);
}

TEST(QuotedPrintable, joinsSoftBreaksAndKeepsWhatIsNoEscape) {
    EXPECT_EQ(decode_quoted_printable("4 rol=\r\nlen =E2=82=AC 5 \r\nnext").bytes,
              "4 rollen \xE2\x82\xAC 5\r\nnext");
    EXPECT_EQ(decode_quoted_printable("a= \nb").bytes, "ab");
    const Decoded odd = decode_quoted_printable("x=ZZ=3");
    EXPECT_EQ(odd.bytes, "x=ZZ=3");
    EXPECT_EQ(odd.faults, 2U);
}

TEST(QuotedPrintable, comesBackAsItWentOut) {
    const std::string text =
        "Beste,\n.\nFrom here = 4 €\t\ntrailing \n" + std::string(300, 'x') + "\n\nend";
    const std::string encoded = encode_quoted_printable(text);
    std::string expected;
    for (const char c : text)
        expected += c == '\n' ? std::string("\r\n") : std::string(1, c);
    EXPECT_EQ(decode_quoted_printable(encoded).bytes, expected);
    EXPECT_EQ(encoded.find("\r\nFrom "), std::string::npos);
}

TEST(Uuencode, isRead) {
    EXPECT_EQ(decode_uuencode("begin 644 po.txt\n#0V%T\n`\nend\n").bytes, "Cat");
    EXPECT_EQ(decode_uuencode("no file here").faults, 1U);
}

} // namespace
} // namespace besteld::parsers::email

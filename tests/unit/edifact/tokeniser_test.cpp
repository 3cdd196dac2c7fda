// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/charset.hpp"
#include "parsers/edifact/read_edifact.hpp"
#include "parsers/edifact/tokeniser.hpp"

#include "base/text.hpp"
#include "samples.hpp"

#include <gtest/gtest.h>

namespace besteld::parsers::edifact {
namespace {

// "BGM|220|4500017|9": every component behind a bar, elements counted by what is there
std::string shown(std::string_view bytes) {
    Tokeniser tokeniser(bytes, find_start(bytes));
    Segments segments;
    std::string out;
    while (tokeniser.next(segments)) {
        const auto& segment = segments.list.back();
        out += segment.tag;
        for (std::size_t i = segment.first; i < segment.first + segment.count; ++i) {
            const auto& c = segments.components[i];
            out += cat("|", c.element, ".", c.component, "=",
                       unescaped(bytes, c, tokeniser.characters().release));
        }
        out += "\n";
    }
    return out;
}

struct Case {
    const char* name;
    std::string bytes;
};

class SameMeaning : public testing::TestWithParam<Case> {};

const std::string expected = "UNB|1.1=UNOC|1.2=3|2.1=A|3.1=B|4.1=260302|4.2=0915|5.1=7\n"
                             "UNH|1.1=1|2.1=ORDERS|2.2=D|2.3=96A|2.4=UN\n"
                             "BGM|1.1=220|2.1=PO 1+1|3.1=9\n"
                             "LIN|1.1=1|3.1=9521000000018|3.2=EN\n"
                             "UNT|1.1=4|2.1=1\n";

TEST_P(SameMeaning, whateverTheServiceCharacters) {
    EXPECT_EQ(shown(GetParam().bytes), expected);
}

INSTANTIATE_TEST_SUITE_P(
    Tokeniser, SameMeaning,
    testing::Values(
        Case{"withoutUna", "UNB+UNOC:3+A+B+260302:0915+7'UNH+1+ORDERS:D:96A:UN'BGM+220+PO 1?+1+9'"
                           "LIN+1++9521000000018:EN'UNT+4+1'"},
        Case{"withUna",
             "UNA:+.? 'UNB+UNOC:3+A+B+260302:0915+7'UNH+1+ORDERS:D:96A:UN'BGM+220+PO 1?+1+9'"
             "LIN+1++9521000000018:EN'UNT+4+1'"},
        Case{"otherCharacters",
             "UNA!^.\\ ~UNB^UNOC!3^A^B^260302!0915^7~UNH^1^ORDERS!D!96A!UN~BGM^220^PO 1+1^9~"
             "LIN^1^^9521000000018!EN~UNT^4^1~"},
        Case{"equalsAndStar",
             "UNA=*.? ~UNB*UNOC=3*A*B*260302=0915*7~UNH*1*ORDERS=D=96A=UN~BGM*220*PO 1+1*9~"
             "LIN*1**9521000000018=EN~UNT*4*1~"},
        Case{"hashAsTerminator",
             "UNA:+.? #UNB+UNOC:3+A+B+260302:0915+7#UNH+1+ORDERS:D:96A:UN#BGM+220+PO 1?+1+9#"
             "LIN+1++9521000000018:EN#UNT+4+1#"},
        Case{"newlineByUna",
             "UNA:+.? \nUNB+UNOC:3+A+B+260302:0915+7\nUNH+1+ORDERS:D:96A:UN\nBGM+220+PO 1?+1+9\n"
             "LIN+1++9521000000018:EN\nUNT+4+1\n"},
        Case{"crLfByUna", "UNA:+.? \r\nUNB+UNOC:3+A+B+260302:0915+7\r\nUNH+1+ORDERS:D:96A:UN\r\n"
                          "BGM+220+PO 1?+1+9\r\nLIN+1++9521000000018:EN\r\nUNT+4+1\r\n"},
        Case{"newlineWithoutUna",
             "UNB+UNOC:3+A+B+260302:0915+7\nUNH+1+ORDERS:D:96A:UN\nBGM+220+PO 1?+1+9\n"
             "LIN+1++9521000000018:EN\nUNT+4+1"},
        Case{"crLfBetween",
             "UNB+UNOC:3+A+B+260302:0915+7'\r\nUNH+1+ORDERS:D:96A:UN'\r\n\r\nBGM+220+PO 1?+1+9'\r\n"
             "  LIN+1++9521000000018:EN'\r\nUNT+4+1'\r\n\x1A"},
        Case{"hardWrapped",
             "UNB+UN\nOC:3+A+B+26030\n2:0915+7'UNH+\n1+ORDERS:D:96A:UN'B\nGM+220+PO 1?\n+1+9'\n"
             "LIN+1++95210000\r\n00018:EN'UNT+4+1'"},
        Case{"inferredWithoutUna",
             "UNB*UNOC=3*A*B*260302=0915*7~UNH*1*ORDERS=D=96A=UN~BGM*220*PO 1+1*9~"
             "LIN*1**9521000000018=EN~UNT*4*1~"},
        Case{"informationSeparators", "UNB\x1DUNOC\x1F"
                                      "3\x1D"
                                      "A\x1D"
                                      "B\x1D"
                                      "260302\x1F"
                                      "0915\x1D"
                                      "7\x1CUNH\x1D"
                                      "1\x1DORDERS\x1F"
                                      "D\x1F"
                                      "96A\x1FUN\x1C"
                                      "BGM\x1D"
                                      "220\x1DPO 1+1\x1D"
                                      "9\x1CLIN\x1D"
                                      "1\x1D\x1D"
                                      "9521000000018\x1F"
                                      "EN\x1CUNT\x1D"
                                      "4\x1D"
                                      "1\x1C"},
        Case{"twoTerminators",
             "UNB+UNOC:3+A+B+260302:0915+7'~UNH+1+ORDERS:D:96A:UN'~BGM+220+PO 1?+1+9'~"
             "LIN+1++9521000000018:EN'~UNT+4+1'~"},
        Case{"byteOrderMark",
             "\xEF\xBB\xBFUNB+UNOC:3+A+B+260302:0915+7'UNH+1+ORDERS:D:96A:UN'BGM+220+PO 1?+1+9'"
             "LIN+1++9521000000018:EN'UNT+4+1'"},
        Case{"junkInFront",
             "POSTROUTER 17 UNREAD\r\n\r\nUNB+UNOC:3+A+B+260302:0915+7'UNH+1+ORDERS:D:96A:UN'"
             "BGM+220+PO 1?+1+9'LIN+1++9521000000018:EN'UNT+4+1'"},
        Case{"emptySegments",
             "UNB+UNOC:3+A+B+260302:0915+7''UNH+1+ORDERS:D:96A:UN'BGM+220+PO 1?+1+9'\n'"
             "LIN+1++9521000000018:EN'UNT+4+1'"}),
    [](const auto& one) { return one.param.name; });

TEST(Tokeniser, releasesNothingWhenUnaLeavesTheCharacterBlank) {
    EXPECT_EQ(shown("UNA:+.  'UNB+UNOC:3+A+B+260302:0915+7'FTX+AAI+++waarom?'LIN+1'"),
              "UNB|1.1=UNOC|1.2=3|2.1=A|3.1=B|4.1=260302|4.2=0915|5.1=7\nFTX|1.1=AAI|4.1=waarom?"
              "\nLIN|1.1=1\n");
    EXPECT_EQ(shown("UNA:+.= 'UNB+UNOC:3+A+B+260302:0915+7'FTX+AAI+++1=+1'"),
              "UNB|1.1=UNOC|1.2=3|2.1=A|3.1=B|4.1=260302|4.2=0915|5.1=7\nFTX|1.1=AAI|4.1=1+1\n");
}

TEST(Tokeniser, givesThePlaceOfAValueInTheOriginalBytes) {
    const std::string_view bytes =
        "UNB+UNOC:3+A+B+260302:0915+7'UNH+1+ORDERS:D:96A:UN'FTX+AAI+++100 ?+ 5\r\n0 stuks'";
    Tokeniser tokeniser(bytes, 0);
    Segments segments;
    while (tokeniser.next(segments)) {
    }
    const auto& c = segments.components.back();
    EXPECT_EQ(bytes.substr(c.begin, c.end - c.begin), "100 ?+ 5\r\n0 stuks");
    EXPECT_EQ(unescaped(bytes, c, '?'), "100 + 50 stuks");
    EXPECT_EQ(c.element, 4);
}

TEST(Tokeniser, repeatsElementsInSyntaxVersionFourOnly) {
    const std::string_view bytes =
        "UNB+UNOC:4+A+B+20260302:0915+7'UNH+1+ORDERS:D:01B:UN'COM+a@x.example:EM*31 20:TE'";
    Tokeniser three(bytes, 0);
    Segments segments;
    while (three.next(segments)) {
    }
    EXPECT_EQ(unescaped(bytes, segments.components.back(), '?'), "TE");
    EXPECT_EQ(segments.components.back().repeat, 0);
    Tokeniser four(bytes, 0);
    four.allow_repetition();
    segments.clear();
    while (four.next(segments)) {
    }
    EXPECT_EQ(segments.components.back().repeat, 1);
    EXPECT_EQ(segments.components.back().component, 2);
}

TEST(Tokeniser, keepsNothingOfASegmentWithoutEnd) {
    const std::string bytes =
        "UNB+UNOC:3+A+B+260302:0915+7'UNH+1+ORDERS:D:96A:UN'FTX+AAI" + std::string(100'000, '+');
    Tokeniser tokeniser(std::string_view(bytes), 0);
    Segments segments;
    while (tokeniser.next(segments)) {
    }
    EXPECT_TRUE(segments.list.back().too_long);
    EXPECT_TRUE(segments.list.back().cut);
    EXPECT_LT(segments.components.size(), 20U);
}

TEST(ShortCode, isTheTextUpToItsLength) {
    EXPECT_EQ(ShortCode("LIN"), "LIN");
    EXPECT_NE(ShortCode("LIN"), "LI");
    EXPECT_NE(ShortCode("LIN"), "LINE");
    EXPECT_EQ(ShortCode("fifteen letters").text(), "fifteen letters");
    EXPECT_EQ(ShortCode(), "");
}

TEST(ShortCode, equalsNoShorterOneWhenItWasCut) {
    const ShortCode cut("fifteen letters and more");
    EXPECT_EQ(cut.text(), "fifteen letters");
    EXPECT_NE(cut, "fifteen letters");
}

TEST(Edifact, isRecognisedByItsFirstSegment) {
    for (const char* yes :
         {"UNA:+.? 'UNB+UNOC:3+A+B+260302:0915+7'", "\n\n UNB+UNOA:1+A", "UNH+1+ORDERS:D:96A:UN'",
          "junk\nUNB+UNOC:3+A+B'", "\xEF\xBB\xBFUNB+UNOY:4+A"})
        EXPECT_TRUE(looks_like_edifact(yes)) << yes;
    for (const char* no :
         {"", "UNB", "ISA*00*", "<Order/>", "Unbelievable: 3 rolls", "UNBOXED UNITS+3", "UNA",
          "order;line\nUNH;2\n", "STX=ANA:1+9520000000011"})
        EXPECT_FALSE(looks_like_edifact(no)) << no;
}

struct Encoded {
    const char* name;
    const char* syntax;
    std::string bytes;
    std::string text;
};

TEST(Charset, readsEverySyntaxIdentifier) {
    const Encoded rows[] = {
        {"latin1", "UNOC", "M\xFCller \xA3", "Müller £"},
        {"utf8 under UNOC", "UNOC", "M\xC3\xBCller", "Müller"},
        {"latin2", "UNOD",
         "\xA3\xF3"
         "d\xBC",
         "Łódź"},
        {"cyrillic", "UNOE", "\xBC\xDE\xE1\xDA\xD2\xD0", "Москва"},
        {"greek", "UNOF", "\xC1\xE8\xDE\xED\xE1", "Αθήνα"},
        {"latin3", "UNOG",
         "\xA1"
         "al",
         "Ħal"},
        {"latin4", "UNOH", "\xAAkoda", "Ēkoda"},
        {"arabic", "UNOI", "\xC7\xC8", "اب"},
        {"hebrew", "UNOJ", "\xE9\xED", "ים"},
        {"turkish", "UNOK", "\xDDzmir", "İzmir"},
        {"latin9", "UNOL", "5 \xA4", "5 €"},
        {"utf8", "UNOY", "上海恒达", "上海恒达"},
        {"utf8 W", "UNOW", "上海", "上海"},
        {"korean", "KECA", "\xBC\xAD\xBF\xEF", "서울"},
    };
    for (const auto& row : rows) {
        const Charset charset(row.syntax, row.bytes);
        EXPECT_EQ(charset.to_utf8(row.bytes), row.text) << row.name;
        EXPECT_FALSE(charset.doubtful()) << row.name;
    }
    EXPECT_TRUE(Charset("UNOB", "M\xFCller").doubtful());
}

} // namespace
} // namespace besteld::parsers::edifact

// SPDX-License-Identifier: Apache-2.0
#include "web/marks.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>

using namespace besteld;

namespace {

std::string joined(const MarkedText& marked) {
    std::string text;
    for (const auto& segment : marked.segments)
        text += segment.text;
    return text;
}

std::string words_of(const MarkedText& marked, std::size_t span) {
    const auto marks = marked.of_span.at(span);
    std::string text;
    for (const auto& segment : marked.segments)
        if (segment.mark >= marks.first && segment.mark <= marks.last && segment.mark != 0)
            text += segment.text;
    return text;
}

} // namespace

TEST(Marks, standAroundTheValues) {
    const std::string text = "100 rollen voor 0,71";
    const auto marked = mark_text(text, text.size(), {{16, 20}, {0, 3}});
    EXPECT_EQ(joined(marked), text);
    EXPECT_EQ(words_of(marked, 0), "0,71");
    EXPECT_EQ(words_of(marked, 1), "100");
    EXPECT_EQ(marked.segments.size(), 3U);
}

TEST(Marks, mayOverlapAndNest) {
    const std::string text = "abcdefghij";
    const auto marked = mark_text(text, text.size(), {{0, 6}, {2, 4}, {4, 8}, {2, 4}});
    EXPECT_EQ(joined(marked), text);
    EXPECT_EQ(words_of(marked, 0), "abcdef");
    EXPECT_EQ(words_of(marked, 1), "cd");
    EXPECT_EQ(words_of(marked, 2), "efgh");
    EXPECT_EQ(words_of(marked, 3), "cd");
}

TEST(Marks, neverCutACharacter) {
    const std::string text = "prijs € 5 中文";
    const auto marked = mark_text(text, text.size(), {{7, 8}}); // inside the euro sign
    EXPECT_EQ(words_of(marked, 0), "€");
    for (const auto& segment : marked.segments)
        EXPECT_TRUE(is_utf8(segment.text));
}

TEST(Marks, countCharactersOfTextThatWasEightBit) {
    // "Müller 5 Stück" as 14 bytes of ISO 8859-1, shown as 16 bytes of UTF-8: "5" was byte 7.
    const std::string text = "Müller 5 Stück";
    const auto marked = mark_text(text, 14, {{7, 8}, {9, 14}});
    EXPECT_EQ(words_of(marked, 0), "5");
    EXPECT_EQ(words_of(marked, 1), "Stück");
}

TEST(Marks, outliveHostileOffsets) {
    constexpr auto most = std::numeric_limits<std::uint64_t>::max();
    const std::string text = "kort";
    const auto marked =
        mark_text(text, text.size(), {{most, most}, {3, 1}, {0, most}, {4, 9}, {2, 2}});
    EXPECT_EQ(joined(marked), text);
    EXPECT_EQ(words_of(marked, 0), "");
    EXPECT_EQ(words_of(marked, 1), "");
    EXPECT_EQ(words_of(marked, 2), text);
    EXPECT_EQ(words_of(marked, 3), "");
    EXPECT_TRUE(mark_text("", 0, {{0, 5}}).segments.empty());
}

TEST(Marks, keepEveryTextWholeForAnySpans) {
    std::mt19937 random(20260302);
    for (int round = 0; round < 500; ++round) {
        std::string text;
        for (std::size_t i = random() % 30; i > 0; --i)
            text += random() % 3 == 0 ? "ß" : random() % 2 == 0 ? "中" : "x";
        std::vector<MarkedSpan> spans;
        for (std::size_t i = random() % 6; i > 0; --i)
            spans.push_back({random() % 100, random() % 100});
        const auto marked = mark_text(text, random() % 100, spans);
        ASSERT_EQ(joined(marked), text);
        ASSERT_EQ(marked.of_span.size(), spans.size());
        for (const auto& segment : marked.segments)
            ASSERT_TRUE(is_utf8(segment.text));
    }
}

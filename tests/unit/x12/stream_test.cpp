// SPDX-License-Identifier: Apache-2.0
// An interchange that is read piece by piece reads as it does at once.
#include "parsers/x12/read_x12.hpp"

#include "base/text.hpp"
#include "tests/support/piecewise.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace besteld::parsers {
namespace {

using test::shown;

Parsed in_pieces(std::string_view bytes, std::size_t held) {
    return test::in_pieces(bytes, held, [](ByteStream& stream, const DocumentSink& sink) {
        return read_x12(stream, 0, sink);
    });
}

// Sets of one interchange; what parts its segments is `end`.
std::string interchange(std::string_view number, int sets, std::string_view end) {
    std::string out =
        cat("ISA*00*          *00*          *ZZ*HARBORSUP      *ZZ*NOORDKADE      "
            "*260302*0915*U*00401*",
            number, "*0*P*>", end, "GS*PO*HARBORSUP*NOORDKADE*20260302*0915*77*X*004010", end);
    for (int n = 1; n <= sets; ++n) {
        out += cat("ST*850*", n, end, "BEG*00*SA*", 7000 + n, "**20260302", end);
        for (int line = 1; line <= 5; ++line)
            out += cat("PO1*", line, "*", line * n, "*EA*1.32*PE*VN*NK-210", end);
        out += cat("CTT*5", end, "SE*9*", n, end);
    }
    return out + cat("GE*", sets, "*77", end, "IEA*1*", number, end);
}

TEST(X12Stream, readsAsTheWholeFileDoesWhereverItsPiecesEnd) {
    const std::string file =
        cat(interchange("000000001", 30, "~\n"), "\r\n", interchange("000000002", 30, "~"),
            "stray*text~", interchange("000000003", 30, "\n"));
    const auto whole = read_x12(file, 0);
    ASSERT_EQ(whole.documents.size(), 90U);
    for (const std::size_t held : {4096U, 4097U, 5000U, 6543U, 8191U, 1'000'000U})
        EXPECT_EQ(shown(in_pieces(file, held)), shown(whole)) << held;
}

TEST(X12Stream, anIsaWithoutSeparatorsEndsTheReading) {
    const std::string file = cat(interchange("000000001", 20, "~\n"), "ISA*broken\n",
                                 std::string(5000, 'x'), interchange("000000002", 20, "~\n"));
    const auto whole = read_x12(file, 0);
    const auto pieces = in_pieces(file, 4096);
    EXPECT_EQ(pieces.documents.size(), whole.documents.size());
    ASSERT_FALSE(pieces.problems.empty());
    EXPECT_EQ(pieces.problems[0].code, whole.problems[0].code);
}

TEST(X12Stream, aSetThatIsNeverHeldWholeIsAnErrorAndTheNextOneIsRead) {
    std::string file = interchange("000000001", 3, "~\n");
    std::string text;
    for (int n = 0; n < 500; ++n)
        text += "MSG*much text that nobody reads in an order~\n";
    file.insert(file.find("PO1*1*2*"), text);
    const auto parsed = in_pieces(file, 8192);
    ASSERT_EQ(parsed.documents.size(), 3U);
    EXPECT_TRUE(std::ranges::any_of(parsed.documents[1].problems, [](const Problem& p) {
        return p.code == "x12.too_many_segments" && p.severity == Severity::error;
    }));
    EXPECT_EQ(parsed.documents[2].order_number->value, "7003");
    EXPECT_EQ(parsed.documents[2].lines.size(), 5U);
}

} // namespace
} // namespace besteld::parsers

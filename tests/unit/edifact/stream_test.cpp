// SPDX-License-Identifier: Apache-2.0
// An interchange that is read piece by piece reads as it does at once.
#include "parsers/edifact/read_edifact.hpp"

#include "base/text.hpp"
#include "samples.hpp"
#include "tests/support/piecewise.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace besteld::parsers {
namespace {

using test::shown;

Parsed in_pieces(std::string_view bytes, std::size_t held) {
    return test::in_pieces(bytes, held, [](ByteStream& stream, const DocumentSink& sink) {
        return read_edifact(stream, 0, sink);
    });
}

// Forty orders, and between them what may stand in a file: another interchange with its own service
// characters, a message that is cut off, characters that belong to nothing.
std::string long_file() {
    const auto body = clean_order.substr(clean_order.find("UNH"));
    const auto message = body.substr(0, body.find("UNZ"));
    std::string file = clean_order.substr(0, clean_order.find("UNH"));
    for (int n = 1; n <= 40; ++n) {
        auto one = replace_all(message, "UNH+1+", cat("UNH+", n, "+"));
        one = replace_all(one, "UNT+17+1'", cat("UNT+17+", n, "'"));
        if (n == 7) one = replace_all(one, "UNT+17+7'\n", "");
        if (n == 9) one += cat(std::string(700, ' '), "??junk'\n");
        if (n == 11)
            one = replace_all(one, "QTY+21:500", cat("FTX+AAI+++", std::string(900, 'x'), "?'y"));
        file += one;
        if (n == 20) {
            file += cat("UNZ+20+IC77'\n", replace_all(clean_order, "+", "*"));
            file += "UNA:+.? 'UNB+UNOC:3+9520000001018:14+9520000000011:14+260302:0915+IC78'\n";
        }
    }
    return file + "UNZ+20+IC78'\n";
}

TEST(EdifactStream, readsAsTheWholeFileDoesWhereverItsPiecesEnd) {
    const std::string file = long_file();
    const auto whole = read_edifact(file, 0);
    ASSERT_GE(whole.documents.size(), 40U);
    for (const std::size_t held : {3000U, 3001U, 3333U, 4096U, 5000U, 8191U, 1'000'000U})
        EXPECT_EQ(shown(in_pieces(file, held)), shown(whole)) << held;
}

TEST(EdifactStream, readsEveryBeginningOfAFile) {
    const std::string file = clean_order + clean_order;
    for (std::size_t size = 0; size <= file.size(); ++size) {
        const auto bytes = std::string_view(file).substr(0, size);
        const auto whole = read_edifact(bytes, 0);
        const auto pieces = in_pieces(bytes, 1024);
        ASSERT_EQ(pieces.documents.size(), whole.documents.size()) << size;
        if (!whole.documents.empty()) ASSERT_EQ(shown(pieces), shown(whole)) << size;
    }
}

TEST(EdifactStream, aMessageThatIsNeverHeldWholeIsAnErrorAndTheNextOneIsRead) {
    const auto body = clean_order.substr(clean_order.find("UNH"));
    const auto message = body.substr(0, body.find("UNZ"));
    std::string large = replace_all(message, "UNH+1+", "UNH+2+");
    large = replace_all(large, "UNS+S'\n", [] {
        std::string lines;
        for (int n = 0; n < 200; ++n)
            lines += "FTX+AAI+++much text that nobody reads in an order of this kind'\n";
        return lines + "UNS+S'\n";
    }());
    const auto head = clean_order.substr(0, clean_order.find("UNH"));
    const std::string file =
        head + message + large + replace_all(message, "+1", "+3") + "UNZ+3+IC77'";
    const auto parsed = in_pieces(file, 4096);
    ASSERT_EQ(parsed.documents.size(), 3U);
    EXPECT_TRUE(parsed.documents[0].problems.empty());
    const auto& problems = parsed.documents[1].problems;
    EXPECT_TRUE(std::ranges::any_of(problems, [](const Problem& p) {
        return p.code == "edifact.too_many_segments" && p.severity == Severity::error &&
               p.place.begin > 0;
    }));
    EXPECT_EQ(parsed.documents[2].order_number->value, "4500017");
}

TEST(EdifactStream, aSegmentWithoutEndIsAnErrorWithItsPlace) {
    const auto head = clean_order.substr(0, clean_order.find("UNH"));
    const auto parsed = in_pieces(head + "UNX+" + std::string(100'000, 'x'), 8192);
    ASSERT_FALSE(parsed.problems.empty());
    EXPECT_EQ(parsed.problems[0].code, "edifact.segment_too_long");
    EXPECT_GE(parsed.problems[0].place.begin, head.size() - 1);
    EXPECT_LT(parsed.problems[0].place.begin, parsed.problems[0].place.end);
}

} // namespace
} // namespace besteld::parsers

// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/read_edifact.hpp"
#include "parsers/edifact/segment_writer.hpp"
#include "parsers/edifact/tokeniser.hpp"

#include "base/text.hpp"
#include "samples.hpp"

#include <gtest/gtest.h>

#include <random>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace besteld::parsers::edifact {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) {
    return random() % limit;
}

std::string random_text(Random& random) {
    static constexpr std::string_view letters = "AZ09 .,-+:'?*~=!^\\#x";
    std::string out;
    for (std::size_t n = below(random, 12); n > 0; --n)
        out += letters[below(random, letters.size())];
    return out;
}

struct Printed {
    std::string tag;
    std::vector<Components> elements;
};

// Two readings are the same when every non-empty value stands at its place.
std::string shown(const std::vector<Printed>& segments) {
    std::string out;
    for (const auto& segment : segments) {
        out += segment.tag;
        for (std::size_t e = 0; e < segment.elements.size(); ++e)
            for (std::size_t c = 0; c < segment.elements[e].size(); ++c)
                if (!segment.elements[e][c].empty())
                    out += cat("|", e + 1, ".", c + 1, "=", segment.elements[e][c]);
        out += "\n";
    }
    return out;
}

std::string read_again(std::string_view bytes) {
    Tokeniser tokeniser(bytes, 0);
    Segments segments;
    std::string out;
    while (tokeniser.next(segments)) {
        const auto& segment = segments.list.back();
        if (segment.tag.text().starts_with("UN")) continue;
        out += segment.tag.text();
        for (std::size_t i = segment.first; i < segment.first + segment.count; ++i) {
            const auto& c = segments.components[i];
            out += cat("|", c.element, ".", c.component, "=", unescaped(bytes, c, '?'));
        }
        out += "\n";
    }
    return out;
}

TEST(EdifactProperty, whatIsWrittenIsReadAgain) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE(cat("seed ", seed));
    Random random(seed);
    for (int round = 0; round < 300; ++round) {
        SegmentWriter writer;
        std::vector<Printed> printed;
        for (std::size_t n = 1 + below(random, 8); n > 0; --n) {
            Printed segment{.tag = cat("A", below(random, 10), "C")};
            for (std::size_t e = below(random, 6); e > 0; --e) {
                Components components;
                for (std::size_t c = below(random, 5); c > 0; --c)
                    components.push_back(random_text(random));
                segment.elements.push_back(std::move(components));
            }
            writer.segment(segment.tag, segment.elements);
            printed.push_back(std::move(segment));
        }
        const InterchangeHead head{
            .sender = "A", .receiver = "B", .reference = "1", .date = make_date(2026, 3, 2)};
        const auto bytes = writer.finish(head, "1", {"ORDERS", "D", "96A", "UN"});
        ASSERT_EQ(read_again(bytes), shown(printed)) << bytes;
    }
}

TEST(EdifactProperty, noBytesMakeTheReaderThrowOrLie) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE(cat("seed ", seed));
    Random random(seed);
    for (int round = 0; round < 2'000; ++round) {
        std::string bytes = clean_order;
        for (std::size_t n = 1 + below(random, 6); n > 0; --n) {
            const auto at = below(random, bytes.size());
            switch (below(random, 4)) {
            case 0:
                bytes[at] = static_cast<char>(random());
                break;
            case 1:
                bytes.erase(at, below(random, 20));
                break;
            case 2:
                bytes.insert(at, 1, "+:'?\n"[below(random, 5)]);
                break;
            default:
                bytes.insert(at, bytes.substr(below(random, bytes.size()), 40));
                break;
            }
        }
        ASSERT_EQ(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                         bytes.size()),
                  0);
    }
}

} // namespace
} // namespace besteld::parsers::edifact

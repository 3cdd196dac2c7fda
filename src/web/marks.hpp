// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where the values stand in what the customer sent. Offsets come from readers of foreign bytes:
// none is trusted, every span is cut to the text and to whole UTF-8 characters.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

struct MarkedSpan {
    std::uint64_t begin = 0; // bytes of the decoded part
    std::uint64_t end = 0;
};

// The text cut at every border of a span. `mark` is 0 for text outside all spans, else counts
// from 1.
struct Segment {
    std::string_view text;
    std::size_t mark = 0;
};

struct MarkedText {
    std::vector<Segment> segments;
    // Parallel to the spans: marks first … last that cover it; first > last when nothing is left of
    // it.
    struct Marks {
        std::size_t first = 1;
        std::size_t last = 0;
    };
    std::vector<Marks> of_span;
};

// `original_size`: bytes of the part as it came. When the text has as many characters as the part
// had bytes, but is longer, it was 8-bit and is shown as Latin-1: an original byte is one character
// then.
MarkedText mark_text(std::string_view text, std::uint64_t original_size,
                     const std::vector<MarkedSpan>& spans);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers::email {

// A half-open range of bytes.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

// A piece of the text and the piece of HTML it came from. Of equal length they correspond byte by
// byte; otherwise (an entity, a run of blanks) the one stands for the other as a whole.
struct HtmlRun {
    Span text;
    Span source;
};

struct HtmlCell {
    std::string text;        // one line; empty when the cell holds a table of its own
    Span source;             // what stands between the cell's tags
    std::size_t columns = 1; // colspan
    bool heading = false;    // th
    bool holds_table = false;
};
using HtmlRow = std::vector<HtmlCell>;

struct HtmlTable {
    std::vector<HtmlRow> rows;
    Span source;
    bool holds_table = false; // layout, most likely: the goods stand in an inner table
};

struct HtmlText {
    std::string
        text; // UTF-8; rows are lines with their cells parted by tabs, quoted mail begins with "> "
    std::vector<HtmlRun> runs;     // in order, covering all text that stands in the HTML
    std::vector<HtmlTable> tables; // in the order of their beginnings
    std::vector<Span> struck; // ranges of `text` that are struck through (<s>, <del>, <strike>)

    // The range of HTML behind a range of text.
    Span source_of(Span text_range) const;
};

// What a reader of the mail sees, without a browser: script, style, comments and elements hidden by
// their style are dropped. Takes any bytes, one pass, no recursion.
HtmlText html_to_text(std::string_view utf8_html);

// "&uuml;" and "&#228;" as UTF-8, from the "&" at the front; `length` is what was consumed, 0 when
// it is no entity.
struct HtmlEntity {
    std::string utf8;
    std::size_t length = 0;
};
HtmlEntity read_entity(std::string_view text);

} // namespace besteld::parsers::email

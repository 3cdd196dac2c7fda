// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/html_text.hpp"

#include <gtest/gtest.h>

namespace besteld::parsers::email {
namespace {

TEST(HtmlText, showsWhatAReaderSees) {
    const std::pair<const char*, const char*> cases[] = {
        {"<p>Hallo   Petra,</p><p>4&nbsp;rollen<br>&euro;&#32;5 &#x20AC; &amp; &lt;b&gt; "
         "&#128;</p>",
         "Hallo Petra,\n4 rollen\n€ 5 € & <b> €"},
        {"<style>p{}</style><script>x<y</script><!-- c --><!--[if mso]>x<![endif]-->a", "a"},
        {"<div style=\"color:red; DISPLAY : none\">99 pcs<div>x</div></div>a", "a"},
        {"<div style=display:none>lost? <b>a</b><div></div>", "lost? a"},
        {"<blockquote>old <i>line</i><br>two</blockquote>new", "> old line\n> two\nnew"},
        {"a < b & c &unknown; <3", "a < b & c &unknown; <3"},
        {"<pre>a  b\n c</pre>", "a  b\n c"},
        {"<a title=\"a>b\" href='x'>t</a>", "t"},
        {"<a title=\"never closed>t</a>", "t"},
        {"<script>never closed", "never closed"},
    };
    for (const auto& [html, text] : cases)
        EXPECT_EQ(html_to_text(html).text, text) << html;
}

TEST(HtmlText, turnsTablesIntoRows) {
    const std::string html = "<table><tr><th>Item<th>Qty<tr><td><p>NK-100</p></td><td colspan=2> "
                             "<b>4</b>&nbsp;</td></tr>"
                             "</table>after";
    const HtmlText text = html_to_text(html);
    EXPECT_EQ(text.text, "Item\tQty\nNK-100\t4 \nafter");
    ASSERT_EQ(text.tables.size(), 1U);
    const auto& rows = text.tables[0].rows;
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_TRUE(rows[0][0].heading);
    EXPECT_EQ(rows[1][0].text, "NK-100");
    EXPECT_EQ(rows[1][1].text, "4");
    EXPECT_EQ(rows[1][1].columns, 2U);
    EXPECT_EQ(html.substr(rows[1][1].source.begin, rows[1][1].source.end - rows[1][1].source.begin),
              " <b>4</b>&nbsp;");
}

TEST(HtmlText, tellsLayoutFromGoods) {
    const auto text = html_to_text(
        "<table><tr><td>head<table><tr><td>4</td><td>rolls</td></tr></table></td></tr></table>");
    ASSERT_EQ(text.tables.size(), 2U);
    EXPECT_TRUE(text.tables[0].holds_table);
    EXPECT_TRUE(text.tables[0].rows[0][0].holds_table);
    EXPECT_EQ(text.tables[1].rows[0][1].text, "rolls");
    EXPECT_EQ(text.text, "head\n4\trolls");
}

TEST(HtmlText, pointsBackIntoTheHtml) {
    const std::string html = "<p>send <b>4&nbsp;r&ouml;llen</b> now</p>";
    const HtmlText text = html_to_text(html);
    const std::size_t at = text.text.find("4 r");
    const Span source = text.source_of({at, at + std::string("4 röllen").size()});
    EXPECT_EQ(html.substr(source.begin, source.end - source.begin), "4&nbsp;r&ouml;llen");
    const std::size_t now = text.text.find("now");
    EXPECT_EQ(html.substr(text.source_of({now, now + 3}).begin, 3), "now");
}

TEST(HtmlText, marksWhatIsStruckThrough) {
    const HtmlText text = html_to_text("a <s>4 rolls</s> b");
    ASSERT_EQ(text.struck.size(), 1U);
    EXPECT_EQ(text.text.substr(text.struck[0].begin, text.struck[0].end - text.struck[0].begin),
              "4 rolls");
}

TEST(HtmlText, staysLinearOnBrokenMarkup) {
    for (const std::string piece :
         {"<a \">\" ", "<table>", "<!--", "<style>", "<div style='display:none'>", "&#",
          "<blockquote>", "<table><tr><td>", "<", "<a '"}) {
        std::string html;
        while (html.size() < 400000)
            html += piece;
        EXPECT_LE(html_to_text(html).text.size(), html.size() * 12);
    }
}

} // namespace
} // namespace besteld::parsers::email

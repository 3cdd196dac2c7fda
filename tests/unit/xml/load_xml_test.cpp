// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/load_xml.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace besteld;
using namespace besteld::parsers;
using testing::HasSubstr;
using namespace std::string_literals;

namespace {

Problem problem_of(std::string_view bytes, const XmlLimits& limits = {}) {
    const auto loaded = XmlDocument::load(bytes, 3, limits);
    if (loaded) {
        ADD_FAILURE() << "was read: " << bytes.substr(0, 200);
        return {};
    }
    return loaded.error();
}

std::string utf16_le(std::string_view ascii) {
    std::string out = "\xFF\xFE";
    for (const char c : ascii)
        out += {c, '\0'};
    return out;
}

struct Broken {
    const char* name;
    std::string bytes;
    const char* code;
    const char* where;
    const char* text;
};

class BrokenXml : public testing::TestWithParam<Broken> {};

TEST_P(BrokenXml, isRefusedWithItsPlace) {
    const auto& broken = GetParam();
    const auto problem = problem_of(broken.bytes);
    EXPECT_EQ(problem.severity, Severity::error);
    EXPECT_EQ(problem.code, broken.code);
    EXPECT_EQ(problem.place.part, 3u);
    EXPECT_THAT(problem.place.where.words(), HasSubstr(broken.where));
    EXPECT_THAT(problem.text, HasSubstr(broken.text));
}

INSTANTIATE_TEST_SUITE_P(
    Twins, BrokenXml,
    testing::Values(
        Broken{"cutOff", "<Order>\n <ID>1</ID>\n <Line>", "xml.syntax", "line 3",
               "ends inside <Line>"},
        Broken{"cutOffInATag", "<Order>\n<ID na", "xml.syntax", "line 2", "not closed"},
        Broken{"wrongEndTag", "<Order>\n<ID>1</Id></Order>", "xml.syntax", "line 2, column 6",
               "expected </ID>"},
        Broken{"twoRoots", "<a/>\n<b/>", "xml.syntax", "line 2, column 1", "second root"},
        Broken{"textBehind", "<a/>\nmore", "xml.syntax", "line 2", "after the end"},
        Broken{"textBefore", "so <a/>", "xml.syntax", "line 1", "before the root"},
        Broken{"bareAmpersand", "<a>Jansen & Zn</a>", "xml.syntax", "column 11", "bare &"},
        Broken{"unknownEntity", "<a>&eacute;</a>", "xml.syntax", "column 4", "&eacute;"},
        Broken{"zeroReference", "<a>&#0;</a>", "xml.syntax", "column 4", "&#0;"},
        Broken{"zeroByte", "<a>x\0y</a>"s, "xml.syntax", "column 5", "control character"},
        Broken{"attributeTwice", "<a x='1' x='2'/>", "xml.syntax", "line 1", "x stands twice"},
        Broken{"attributeWithoutQuotes", "<a x=1/>", "xml.syntax", "line 1", "broken attribute"},
        Broken{"internalSubset", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "xml.doctype",
               "line 1", "internal subset"},
        Broken{"badUtf8", "<a>\nx\xFF</a>", "xml.encoding", "line 2", "not UTF-8"},
        Broken{"unknownEncoding", "<?xml version=\"1.0\" encoding=\"EBCDIC-NL\"?><a/>",
               "xml.encoding", "line 1", "EBCDIC-NL"},
        Broken{"empty", "<!-- nothing -->", "xml.syntax", "line 1", "no element"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(XmlLimit, nestingDeeperThanTheLimitIsRefused) {
    std::string deep;
    for (int i = 0; i < 65; ++i)
        deep += "<a>";
    EXPECT_EQ(problem_of(deep).code, "xml.limit");
}
TEST(XmlLimit, tooManyNodesAreRefused) {
    std::string wide = "<a>";
    for (int i = 0; i < 20; ++i)
        wide += "<b/>";
    EXPECT_EQ(problem_of(wide + "</a>", {.nodes = 10}).code, "xml.limit");
}
TEST(XmlLimit, tooManyAttributesAreRefused) {
    std::string tag = "<a";
    for (int i = 0; i < 257; ++i)
        tag += " a" + std::to_string(i) + "='x'";
    EXPECT_EQ(problem_of(tag + "/>").code, "xml.limit");
}
TEST(XmlLimit, aFileThatIsTooLargeIsRefusedUnread) {
    EXPECT_EQ(problem_of("<a>12345</a>", {.bytes = 5}).code, "xml.limit");
}

TEST(XmlDocument, readsPastAnExternalDoctype) {
    const auto loaded = XmlDocument::load(
        "<!DOCTYPE cXML SYSTEM \"http://dtd.example/cXML.dtd\">\n<cXML><A>1</A></cXML>", 0);
    ASSERT_TRUE(loaded);
    EXPECT_EQ((*loaded)->root().at("A").text(), "1");
}

TEST(XmlDocument, aTextIsAllItsPiecesAndReferences) {
    const auto loaded = XmlDocument::load("<a> Jan<!-- x --><![CDATA[ & ]]>Zn &#233;&amp; </a>", 0);
    ASSERT_TRUE(loaded);
    EXPECT_EQ((*loaded)->root().text(), "Jan & Zn \u00E9&");
}

TEST(XmlDocument, convertsTheDeclaredEncoding) {
    const auto latin =
        XmlDocument::load("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>", 0);
    const auto windows =
        XmlDocument::load("<?xml version='1.0' encoding='windows-1252'?><a>\x80</a>", 0);
    const auto wide =
        XmlDocument::load(utf16_le("<?xml version='1.0' encoding='UTF-16'?><a>ok</a>"), 0);
    ASSERT_TRUE(latin && windows && wide);
    EXPECT_EQ((*latin)->root().text(), "\u00E9");
    EXPECT_EQ((*windows)->root().text(), "\u20AC");
    EXPECT_EQ((*wide)->root().text(), "ok");
    // offsets would point into the converted text, so only the path is given
    EXPECT_EQ((*latin)->root().place().end, 0u);
    EXPECT_EQ((*latin)->root().place().where, "/a");
}

TEST(Element, knowsItsPathAndItsBytes) {
    const std::string bytes = "\xEF\xBB\xBF<o:Order xmlns:o='urn:x'><o:Line><o:ID>7</o:ID></o:Line>"
                              "<o:Line>\n  <o:ID> 42 </o:ID></o:Line></o:Order>";
    const auto loaded = XmlDocument::load(bytes, 1);
    ASSERT_TRUE(loaded);
    const auto lines = (*loaded)->root().all("Line");
    ASSERT_EQ(lines.size(), 2u);
    const auto id = lines[1].field("ID");
    ASSERT_TRUE(id);
    EXPECT_EQ(id->value, "42");
    EXPECT_EQ(id->place.where, "/o:Order/o:Line[2]/o:ID");
    EXPECT_EQ(bytes.substr(id->place.begin, id->place.end - id->place.begin), "42");
    EXPECT_EQ(id->place.part, 1u);
    EXPECT_EQ(lines[0].namespace_uri(), "urn:x");
}

TEST(Element, anAttributeHasItsOwnBytes) {
    const std::string bytes = "<a><b unit='x' unitCode=\"H87\">5</b></a>";
    const auto loaded = XmlDocument::load(bytes, 0);
    ASSERT_TRUE(loaded);
    const auto unit = (*loaded)->root().at("b").attribute_field("unitCode");
    ASSERT_TRUE(unit);
    EXPECT_EQ(bytes.substr(unit->place.begin, unit->place.end - unit->place.begin), "H87");
    EXPECT_EQ(unit->place.where, "/a/b/@unitCode");
}

TEST(Element, whatIsNotThereIsEmpty) {
    const auto loaded = XmlDocument::load("<a><b> </b></a>", 0);
    ASSERT_TRUE(loaded);
    EXPECT_FALSE((*loaded)->root().at("b/c/d"));
    EXPECT_FALSE((*loaded)->root().field("b"));
    EXPECT_FALSE((*loaded)->root().at("b").attribute_field("x"));
    EXPECT_FALSE((*loaded)->root().at("x").attribute_field("x"));
}

TEST(LooksLikeXml, tellsXmlFromHtmlAndText) {
    EXPECT_TRUE(looks_like_xml("\xEF\xBB\xBF\n<?xml version='1.0'?><a/>"));
    EXPECT_TRUE(looks_like_xml("<n0:Order/>"));
    EXPECT_TRUE(looks_like_xml(utf16_le("<?xml version='1.0'?><a/>")));
    EXPECT_FALSE(looks_like_xml("<!DOCTYPE HTML><html/>"));
    EXPECT_FALSE(looks_like_xml("<html><body/></html>"));
    EXPECT_FALSE(looks_like_xml("Please send < 5 rolls"));
    EXPECT_FALSE(looks_like_xml(""));
}

} // namespace

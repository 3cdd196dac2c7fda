// SPDX-License-Identifier: Apache-2.0
#include "parsers/table/xlsx.hpp"

#include "base/text.hpp"
#include "parsers/table/xlsx_sheet.hpp"
#include "parsers/table/xlsx_zip.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace besteld::parsers {
namespace {

std::string little(std::uint32_t value, unsigned width) {
    std::string out;
    for (unsigned i = 0; i < width; ++i)
        out += static_cast<char>((value >> (8 * i)) & 0xFF);
    return out;
}

std::uint32_t crc_of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? 0xEDB88320 : 0);
    }
    return ~crc;
}

using Parts = std::map<std::string, std::string>;

// An archive of stored entries; `stated` is the unpacked size that the directory claims for each.
std::string zip(const Parts& parts, std::optional<std::uint32_t> stated = std::nullopt) {
    std::string out;
    std::string directory;
    for (const auto& [name, data] : parts) {
        const auto size = static_cast<std::uint32_t>(data.size());
        const auto at = static_cast<std::uint32_t>(out.size());
        const std::string common =
            cat(little(0, 2), little(0, 2), little(0, 4), little(crc_of(data), 4), little(size, 4),
                little(stated.value_or(size), 4),
                little(static_cast<std::uint32_t>(name.size()), 2), little(0, 2));
        out += cat("PK\x03\x04", little(20, 2), common, name, data);
        directory += cat("PK\x01\x02", little(20, 2), little(20, 2), common, little(0, 2),
                         little(0, 2), little(0, 2), little(0, 4), little(at, 4), name);
    }
    const auto count = static_cast<std::uint32_t>(parts.size());
    return cat(out, directory, "PK\x05\x06", little(0, 4), little(count, 2), little(count, 2),
               little(static_cast<std::uint32_t>(directory.size()), 4),
               little(static_cast<std::uint32_t>(out.size()), 4), little(0, 2));
}

const std::string head_rows =
    R"(<row r="2"><c r="A2" t="inlineStr"><is><t>PO Number:</t></is></c><c r="B2" t="s"><v>0</v></c></row>)"
    R"(<row r="3"><c r="A3" t="inlineStr"><is><t>Order date:</t></is></c><c r="B3" s="1"><v>46083</v></c></row>)";

const std::string line_rows =
    R"(<row r="6"><c r="A6" t="s"><v>1</v></c><c r="B6" t="inlineStr"><is><t>Qty</t></is></c>)"
    R"(<c r="C6" t="inlineStr"><is><t>Unit</t></is></c><c r="D6" t="inlineStr"><is><t>Unit price</t></is></c>)"
    R"(<c r="E6" t="inlineStr"><is><t>Amount</t></is></c></row>)"
    R"(<row r="7"><c r="A7" t="inlineStr"><is><t>0077</t></is></c><c r="B7"><v>48</v></c>)"
    R"(<c r="C7" t="inlineStr"><is><t>EA</t></is></c><c r="D7"><v>3.0799999999999996</v></c><c r="E7"><f>B7*D7</f></c></row>)"
    R"(<row r="8"><c r="A8" t="inlineStr"><is><t>NK-210</t></is></c><c r="B8"><f>6*6</f><v>36</v></c>)"
    R"(<c r="C8" t="inlineStr"><is><t>rol</t></is></c><c r="D8"><v>1.125</v></c></row>)";

std::string sheet(std::string_view rows) {
    return cat(
        R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)",
        rows, "</sheetData></worksheet>");
}

Parts workbook(const std::string& rows) {
    return {
        {"xl/workbook.xml",
         R"(<workbook xmlns:r="r"><sheets><sheet name="Order" sheetId="1" r:id="rId1"/>)"
         R"(<sheet name="Lists" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>)"
         R"(<Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>)"},
        {"xl/sharedStrings.xml",
         R"(<sst><si><r><t>PO-</t></r><r><t>4500</t></r></si><si><t>Item number</t></si></sst>)"},
        {"xl/styles.xml",
         R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\-mmm\-yy"/></numFmts>)"
         R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>)"},
        {"xl/worksheets/sheet1.xml", sheet(rows)},
        {"xl/worksheets/sheet2.xml", sheet("")}};
}

std::string codes(const Parsed& parsed) {
    std::string out;
    const auto add = [&](const Problem& p) {
        if (p.severity == Severity::note) return;
        out += cat(out.empty() ? "" : " ", p.severity == Severity::error ? "E:" : "W:", p.code);
    };
    std::ranges::for_each(parsed.problems, add);
    for (const auto& draft : parsed.documents)
        std::ranges::for_each(draft.problems, add);
    return out;
}

TEST(XlsxReader, readsAHeaderBlockAndTheTableBelowIt) {
    const std::string bytes = zip(workbook(head_rows + line_rows));
    ASSERT_TRUE(looks_like_xlsx(bytes));
    const auto parsed = read_xlsx(bytes, 0, {});
    EXPECT_EQ(codes(parsed), "");
    ASSERT_EQ(parsed.documents.size(), 1U);
    const auto& draft = parsed.documents[0];
    EXPECT_EQ(draft.format, "xlsx");
    EXPECT_EQ(draft.order_number->value, "PO-4500");
    EXPECT_EQ(draft.order_date->value, "2026-03-02") << "a day number, shown as a date";
    ASSERT_EQ(draft.lines.size(), 2U);
    EXPECT_EQ(draft.lines[0].quantity->value, "48");
    EXPECT_EQ(draft.lines[0].unit_price->value, "3.08");
    EXPECT_EQ(draft.lines[0].unit_code->value, "H87");
    EXPECT_EQ(draft.lines[0].quantity->place.where, "sheet Order, row 7, column B (Qty)");
    EXPECT_EQ(draft.lines[1].quantity->value, "36") << "a formula with its stored value";
    EXPECT_EQ(draft.lines[1].unit_price->value, "1.1250") << "never one thousand";
    EXPECT_EQ(draft.lines[1].unit_code->value, "XRO");
}

TEST(XlsxReader, handsOverTheVisibleSheetsAsTheyAre) {
    const auto tables = workbook_tables(zip(workbook(head_rows)));
    ASSERT_TRUE(tables) << tables.error();
    ASSERT_EQ(tables->size(), 1U); // the other one is hidden
    EXPECT_EQ(tables->front().name, "Order");
    EXPECT_EQ(tables->front().rows.at(1).number, 3U);
    EXPECT_EQ(tables->front().rows.at(1).cells.at(1).text, "2026-03-02");
    const auto with_formula = workbook_tables(zip(workbook(head_rows + line_rows)));
    ASSERT_FALSE(with_formula);
    EXPECT_NE(with_formula.error().find("no stored value"), std::string::npos);
    EXPECT_FALSE(workbook_tables("PK no archive"));
}

TEST(XlsxReader, tellsOfFormulasAndHiddenSheets) {
    const auto parsed = read_xlsx(zip(workbook(head_rows + line_rows)), 0, {});
    const auto told = [&](std::string_view code, std::string_view where) {
        return std::ranges::any_of(parsed.problems, [&](const Problem& p) {
            return p.code == code && p.place.where == where;
        });
    };
    EXPECT_TRUE(told("xlsx.formula", "sheet Order, cell E7"));
    EXPECT_TRUE(told("xlsx.hidden_sheet", "sheet Lists"));
}

struct Broken {
    const char* name;
    std::string bytes;
    const char* says;
};
class XlsxBroken : public testing::TestWithParam<Broken> {};

TEST_P(XlsxBroken, isRefusedWithTheReason) {
    const auto parsed = read_xlsx(GetParam().bytes, 0, {});
    EXPECT_TRUE(parsed.documents.empty());
    ASSERT_FALSE(parsed.problems.empty());
    const auto error = std::ranges::find(parsed.problems, Severity::error, &Problem::severity);
    ASSERT_NE(error, parsed.problems.end());
    EXPECT_NE(error->text.find(GetParam().says), std::string::npos) << error->text;
    EXPECT_FALSE(error->hint.empty());
}

Parts with(Parts parts, const std::string& name, const std::string& data) {
    parts[name] = data;
    return parts;
}
Parts without(Parts parts, const std::string& name) {
    parts.erase(name);
    return parts;
}
std::string damaged() {
    std::string bytes = zip(workbook(line_rows));
    bytes[bytes.find("<sst>") + 1] = 'x';
    return bytes;
}
Parts many() {
    Parts parts = workbook(line_rows);
    for (int i = 0; i < 1'000; ++i)
        parts[cat("a", i)] = "";
    return parts;
}

INSTANTIATE_TEST_SUITE_P(
    All, XlsxBroken,
    testing::Values(
        Broken{"cutOff", zip(workbook(line_rows)).substr(0, 900), "incomplete"},
        Broken{"checkSum", damaged(), "check sum"},
        Broken{"ratio", zip(workbook(line_rows), 90'000'000), "times its size"},
        Broken{"entries", zip(many()), "the limit is 1000"},
        Broken{"noRelations", zip(without(workbook(line_rows), "xl/_rels/workbook.xml.rels")),
               "it has no xl/_rels/workbook.xml.rels"},
        Broken{"sheetMissing", zip(without(workbook(line_rows), "xl/worksheets/sheet1.xml")),
               "sheet Order cannot be read"},
        Broken{"sheetNotXml",
               zip(with(workbook(""), "xl/worksheets/sheet1.xml", "<worksheet><row>")), "line 1"},
        Broken{"entities",
               zip(with(workbook(""), "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet>&b;</worksheet>")),
               "sheet Order cannot be read"},
        Broken{"noCells", zip(workbook("")), "no visible sheet holds cells"}),
    [](const auto& broken) { return broken.param.name; });

TEST(XlsxReader, survivesEveryChangedByte) {
    const std::string whole = zip(workbook(head_rows + line_rows));
    for (std::size_t at = 0; at < whole.size(); at += 7) {
        std::string bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
        const auto parsed = read_xlsx(bytes, 0, {});
        EXPECT_TRUE(!parsed.documents.empty() || !parsed.problems.empty());
    }
}

TEST(XlsxValues, showNumbersAsPeopleReadThem) {
    for (const auto& [stored, shown] :
         std::map<std::string, std::string>{{"48", "48"},
                                            {"3.0799999999999996", "3.08"},
                                            {"12.300000000000001", "12.3"},
                                            {"9.9999999999999996E-2", "0.1"},
                                            {"1E-3", "0.0010"},
                                            {"1.2E+4", "12000"},
                                            {"-0.0", "0"},
                                            {"-7.5", "-7.5"},
                                            {"99999999999999.99", "100000000000000"},
                                            {"1E999999999", "1E999999999"},
                                            {"n/a", "n/a"}})
        EXPECT_EQ(plain_number(stored), shown) << stored;
}

TEST(XlsxValues, tellDateFormatsFromOthers) {
    for (const auto* code :
         {"dd/mm/yyyy", "[$-409]d\\-mmm\\-yy;@", "yyyy\"年\"m\"月\"d\"日\"", "m/d/yy h:mm"})
        EXPECT_TRUE(shows_date(code)) << code;
    for (const auto* code :
         {"0.00", "General", "h:mm", "#,##0\" days\"", "[Red]0", "\"day\" 0", "@", "\"open"})
        EXPECT_FALSE(shows_date(code)) << code;
}

TEST(XlsxValues, countDaysInBothSystems) {
    EXPECT_EQ(date_of_serial("46083", false), "2026-03-02");
    EXPECT_EQ(date_of_serial("46083.5", false), "2026-03-02");
    EXPECT_EQ(date_of_serial("44621", true), "2026-03-02");
    EXPECT_EQ(date_of_serial("61", false), "1900-03-01");
    EXPECT_EQ(date_of_serial("60", false), "") << "29 February 1900 never was";
    EXPECT_EQ(date_of_serial("99999999", false), "");
}

TEST(XlsxSheet, spreadsTextsMergedOverRowsButNoNumbers) {
    const std::string part =
        R"(<x:worksheet xmlns:x="s"><x:sheetData>)"
        R"(<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>PO-1</x:t></x:is></x:c><x:c r="B1"><x:v>5</x:v></x:c></x:row>)"
        R"(<x:row r="2"><x:c r="C2"><x:v>1</x:v></x:c></x:row></x:sheetData>)"
        R"(<x:mergeCells><x:mergeCell ref="A1:A2"/><x:mergeCell ref="B1:B2"/></x:mergeCells></x:worksheet>)";
    const auto rows = read_sheet(part, {});
    ASSERT_TRUE(rows) << rows.error();
    EXPECT_EQ(rows->rows.at(1).cells.at(0).text, "PO-1");
    EXPECT_EQ(rows->rows.at(1).cells.at(1).text, "");
}

} // namespace
} // namespace besteld::parsers

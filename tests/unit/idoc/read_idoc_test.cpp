// SPDX-License-Identifier: Apache-2.0
#include "parsers/idoc/read_idoc.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>

namespace besteld::parsers {
namespace {

// A value at a column counted from 0, as WE60 prints offsets; independent of the reader's table.
struct At {
    std::size_t column;
    std::string_view value;
};

std::string record(std::string_view name, std::initializer_list<At> values, std::size_t length) {
    std::string out(length, ' ');
    out.replace(0, name.size(), name);
    for (const auto& [column, value] : values)
        out.replace(column, value.size(), value);
    return out;
}

std::string control(std::string_view type = "ORDERS") {
    return record(
        "EDI_DC40",
        {{10, "100"}, {13, "0000000000004711"}, {39, "ORDERS05"}, {99, type}, {162, "KORENAAR"}},
        524);
}
// data begin at byte 63
std::string data(std::string_view name, std::initializer_list<At> values) {
    std::string out = record(name, {}, 1063);
    for (const auto& [column, value] : values)
        out.replace(63 + column, value.size(), value);
    return out;
}

std::vector<std::string> order(std::string_view type = "ORDERS") {
    return {control(type),
            data("E2EDK01005", {{4, "EUR"}, {22, "Z030"}, {79, "NB"}, {83, "4500017"}}),
            data("E2EDK03", {{0, "012"}, {3, "20260302"}}),
            data("E2EDK03", {{0, "002"}, {3, "20260305"}}),
            data("E2EDKA1003",
                 {{0, "AG"}, {3, "1000"}, {37, "Korenaar Gruppe"}, {387, "12345"}, {396, ""}}),
            data("E2EDKA1003", {{0, "WE"}, {20, "0042"}, {37, "Lager Nord"}}),
            data("E2EDK02", {{0, "001"}, {3, "4500017"}, {44, "20260301"}}),
            data("E2EDP01008", {{0, "00010"},
                                {6, "001"},
                                {11, "500.000"},
                                {26, "PCE"},
                                {54, "0.74"},
                                {69, "1"},
                                {78, "370.00"}}),
            data("E2EDP20001", {{0, "500.000"}, {30, "20260305"}}),
            data("E2EDP19002", {{0, "001"}, {3, "0077"}}),
            data("E2EDP19002", {{0, "002"}, {3, "NK-100"}, {38, "Doos 300x200x150"}}),
            data("E2EDP19002", {{0, "003"}, {3, "9521000000018"}}),
            data("E2EDS01", {{0, "002"}, {3, "370.00"}})};
}

std::string file(const std::vector<std::string>& records, std::string_view end = "\n") {
    std::string out;
    for (const auto& one : records)
        out += cat(one, end);
    return out;
}

std::string codes(const Parsed& parsed) {
    std::string out;
    const auto add = [&](const Problem& p) {
        out += cat(out.empty() ? "" : " ", p.severity == Severity::error ? "E:" : "W:", p.code);
    };
    std::ranges::for_each(parsed.problems, add);
    for (const auto& draft : parsed.documents)
        std::ranges::for_each(draft.problems, add);
    return out;
}

void expect_whole(const Parsed& parsed) {
    EXPECT_EQ(codes(parsed), "");
    ASSERT_EQ(parsed.documents.size(), 1U);
    const auto& draft = parsed.documents[0];
    EXPECT_EQ(draft.document_class, DocumentClass::order);
    EXPECT_EQ(draft.order_number->value, "4500017");
    EXPECT_EQ(draft.order_date->value, "2026-03-02");
    EXPECT_EQ(*draft.requested->value.start, "2026-03-05");
    EXPECT_EQ(draft.currency->value, "EUR");
    EXPECT_EQ(draft.total->value, "370.00");
    EXPECT_EQ(draft.envelope.interchange_ref, "0000000000004711");
    EXPECT_EQ(draft.envelope.sender, "KORENAAR");
    EXPECT_EQ(find_party(draft, PartyRole::buyer)->ids.at(0).value, (PartyId{"PARTN", "1000"}));
    EXPECT_EQ(find_party(draft, PartyRole::ship_to)->ids.at(0).value, (PartyId{"LIFNR", "0042"}));
    EXPECT_EQ(find_party(draft, PartyRole::ship_to)->name->value, "Lager Nord");
    ASSERT_EQ(draft.lines.size(), 1U);
    const auto& line = draft.lines[0];
    EXPECT_EQ(line.line->value, "00010");
    EXPECT_EQ(line.quantity->value, "500.000");
    EXPECT_EQ(line.unit_code->value, "H87");
    EXPECT_EQ(line.unit_price->value, "0.74");
    EXPECT_EQ(line.price_base_quantity->value, "1");
    EXPECT_EQ(line.line_amount->value, "370.00");
    EXPECT_EQ(line.buyer_item->value, "0077");
    EXPECT_EQ(line.seller_item->value, "NK-100");
    EXPECT_EQ(line.gtin->value, "9521000000018");
    EXPECT_EQ(line.name->value, "Doos 300x200x150");
    EXPECT_EQ(*line.schedule.at(0).requested->value.start, "2026-03-05");
}

TEST(IdocFlatReader, readsFixedColumns) {
    expect_whole(read_idoc_flat(file(order()), 0));
}

TEST(IdocFlatReader, readsLinesWithCarriageReturns) {
    expect_whole(read_idoc_flat(file(order(), "\r\n"), 0));
}

TEST(IdocFlatReader, readsRecordsWithoutLineEnds) {
    expect_whole(read_idoc_flat(file(order(), ""), 0));
}

TEST(IdocFlatReader, readsLinesWhoseBlanksWereTrimmed) {
    auto records = order();
    for (auto& one : records)
        one = std::string(trim(one));
    expect_whole(read_idoc_flat(file(records), 0));
}

TEST(IdocFlatReader, placesPointAtTheBytes) {
    const std::string bytes = file(order());
    const auto parsed = read_idoc_flat(bytes, 0);
    const auto& place = parsed.documents.at(0).lines.at(0).quantity->place;
    EXPECT_EQ(trim(std::string_view(bytes).substr(place.begin, place.end - place.begin)),
              "500.000");
    EXPECT_EQ(place.where, "message 1, record 8 (E1EDP01), field MENGE");
}

TEST(IdocFlatReader, readsSeveralIdocsOfAFile) {
    const auto parsed = read_idoc_flat(file(order()) + file(order()), 0);
    EXPECT_EQ(parsed.documents.size(), 2U);
}

TEST(IdocFlatReader, takesAChangeWhoseItemsAreAllCancelledAsACancellation) {
    auto records = order("ORDCHG");
    records[7].replace(63 + 6, 3, "003");
    const auto parsed = read_idoc_flat(file(records), 0);
    EXPECT_EQ(parsed.documents.at(0).document_class, DocumentClass::order_cancellation);
    EXPECT_EQ(parsed.documents.at(0).lines.at(0).action, LineAction::remove);
}

TEST(IdocFlatReader, doesNotMakeOrdersOfOtherTypes) {
    EXPECT_EQ(read_idoc_flat(file(order("INVOIC")), 0).documents.at(0).document_class,
              DocumentClass::other);
    EXPECT_EQ(read_idoc_flat(file(order("ZZORDERS")), 0).documents.at(0).document_class,
              DocumentClass::order);
}

struct Twin {
    const char* name;
    std::size_t record;
    At change; // column of the data
    const char* codes;
    const char* where;
};
class IdocBrokenTwins : public testing::TestWithParam<Twin> {};

TEST_P(IdocBrokenTwins, tellWhatIsWrongAndWhere) {
    const auto& twin = GetParam();
    auto records = order();
    records[twin.record].replace(63 + twin.change.column, twin.change.value.size(),
                                 twin.change.value);
    const auto parsed = read_idoc_flat(file(records), 0);
    EXPECT_EQ(codes(parsed), twin.codes);
    EXPECT_EQ(parsed.documents.at(0).problems.at(0).place.where, twin.where);
}

INSTANTIATE_TEST_SUITE_P(All, IdocBrokenTwins,
                         testing::Values(Twin{"day",
                                              2,
                                              {3, "20260230"},
                                              "E:idoc.date",
                                              "message 1, record 3 (E1EDK03), field DATUM"},
                                         Twin{"quantity",
                                              7,
                                              {11, "5OO.000"},
                                              "E:idoc.number E:idoc.no_quantity W:idoc.schedule",
                                              "message 1, record 8 (E1EDP01), field MENGE"},
                                         Twin{"schedule",
                                              8,
                                              {0, "400.000"},
                                              "W:idoc.schedule",
                                              "message 1, record 9 (E1EDP20), field WMENG"}),
                         [](const auto& twin) { return twin.param.name; });

TEST(IdocFlatReader, saysThatDataStandWithoutTheirControlRecord) {
    auto records = order();
    const auto parsed = read_idoc_flat(records[1] + "\n" + file(records), 0);
    EXPECT_EQ(codes(parsed), "E:idoc.no_control");
    EXPECT_EQ(parsed.documents.size(), 1U);
}

TEST(IdocFlatReader, recognisesOnlyControlRecords) {
    EXPECT_TRUE(looks_like_idoc_flat(control()));
    for (const auto* text : {"", "EDI_DC40", "EDI by mail", "<EDI_DC40/>"})
        EXPECT_FALSE(looks_like_idoc_flat(text)) << text;
}

} // namespace
} // namespace besteld::parsers

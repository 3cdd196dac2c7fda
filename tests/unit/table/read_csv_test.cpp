// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "parsers/table/columns.hpp"
#include "parsers/table/read_csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace besteld;
using namespace besteld::parsers;
using testing::HasSubstr;

namespace {

const ReadHint named{.file_name = "order.csv"};

OrderDraft only(std::string_view bytes, const ReadHint& hint = named) {
    const auto parsed = read_csv(bytes, 0, hint);
    EXPECT_EQ(parsed.documents.size(), 1u);
    return parsed.documents.empty() ? OrderDraft{} : parsed.documents.front();
}

const Problem* find_problem(const std::vector<Problem>& problems, std::string_view code) {
    const auto found = std::find_if(problems.begin(), problems.end(),
                                    [&](const Problem& one) { return one.code == code; });
    return found == problems.end() ? nullptr : &*found;
}

ReadHint taught(std::map<std::string, std::string> columns) {
    auto hint = named;
    hint.layouts.push_back({.name = "taught", .columns = std::move(columns), .each_counts = true});
    return hint;
}

TEST(CsvReader, takesATaughtHeadingBesideTheKnownOnes) {
    const std::string bytes = "Uw sleutel;Aantal;Leverdatum\r\n"
                              "NK-100;1500;22.4.2026\r\n";
    EXPECT_TRUE(read_csv(bytes, 0, named).documents.empty());
    const auto draft = only(bytes, taught({{"uw SLEUTEL:", "item"}}));
    ASSERT_EQ(draft.lines.size(), 1u);
    EXPECT_EQ(draft.lines[0].seller_item->value, "NK-100");
    EXPECT_EQ(draft.lines[0].seller_item->score, 100);
    EXPECT_EQ(draft.lines[0].quantity->value, "1500");
}

TEST(CsvReader, takesATaughtHeadingBeforeWhatItUsuallyMeans) {
    const std::string bytes = "Artikelnr;Aantal\r\nKB-4711;15\r\n";
    EXPECT_EQ(only(bytes).lines.at(0).seller_item->value, "KB-4711");
    const auto draft = only(bytes, taught({{"Artikelnr", "buyer_item"}}));
    EXPECT_EQ(draft.lines.at(0).buyer_item->value, "KB-4711");
    EXPECT_FALSE(draft.lines.at(0).seller_item);
}

TEST(CsvReader, needsNotEveryTaughtHeading) {
    const std::string bytes = "Sleutel;Aantal\r\nNK-100;15\r\n";
    const auto draft = only(bytes, taught({{"Sleutel", "item"}, {"Stuks per", "price_base"}}));
    EXPECT_EQ(draft.lines.at(0).seller_item->value, "NK-100");
}

TEST(CsvReader, readsADutchOrderWithSemicolons) {
    const std::string bytes =
        "Ordernummer;Regel;Artikelnr;Omschrijving;Aantal;Eenheid;Prijs;Leverdatum\r\n"
        "0047;001;NK-100;\"Tape; 50 mm\";1.500;rol;0,74;22.4.2026 00:00:00\r\n"
        "0047;002;NK-200;Doos;25;st;12,50;22.4.2026 00:00:00\r\n";
    const auto draft = only(bytes);
    EXPECT_EQ(draft.format, "csv");
    EXPECT_EQ(draft.document_class, DocumentClass::order);
    EXPECT_EQ(draft.order_number->value, "0047");
    EXPECT_EQ(draft.requested->value.start, "2026-04-22");
    ASSERT_EQ(draft.lines.size(), 2u);
    EXPECT_EQ(draft.lines[0].line->value, "001");
    EXPECT_EQ(draft.lines[0].seller_item->value, "NK-100");
    EXPECT_EQ(draft.lines[0].name->value, "Tape; 50 mm");
    EXPECT_EQ(draft.lines[0].quantity->value, "1500"); // the price proves the comma
    EXPECT_EQ(draft.lines[0].unit->value, "rol");
    EXPECT_EQ(draft.lines[1].unit_price->value, "12.50");
    EXPECT_TRUE(draft.problems.empty());
}

TEST(CsvReader, aCellKnowsItsBytesAndItsColumn) {
    const std::string bytes = "\xEF\xBB\xBFPO,Item , Qty\nA1, X-1 ,   500\n";
    const auto draft = only(bytes);
    const auto& place = draft.lines.at(0).quantity->place;
    EXPECT_EQ(place.where, "row 2, column C (Qty)");
    EXPECT_EQ(bytes.substr(place.begin, place.end - place.begin), "500");
    EXPECT_EQ(bytes.substr(draft.lines[0].seller_item->place.begin, 3), "X-1");
}

TEST(CsvReader, findsTheDelimiterByTheHeading) {
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const auto draft =
            only(replace_all("PO~Artikel~Menge\nP1~N-1~5\n", "~", std::string(1, delimiter)));
        ASSERT_EQ(draft.lines.size(), 1u) << delimiter;
        EXPECT_EQ(draft.lines[0].quantity->value, "5") << delimiter;
    }
}

TEST(CsvReader, readsHeadingsInFiveLanguages) {
    for (const std::string_view heading :
         {"bestelnummer,artikelcode,aantal", "PO No.,SKU,Qty Ordered", "Bestell-Nr.,Art.-Nr.,Menge",
          "N° de commande,Référence,Quantité", "订单号,货号,数量"}) {
        const auto draft = only(cat(heading, "\nB7,N-1,12\n"));
        ASSERT_EQ(draft.lines.size(), 1u) << heading;
        EXPECT_EQ(draft.order_number->value, "B7") << heading;
        EXPECT_EQ(draft.lines[0].seller_item->value, "N-1") << heading;
        EXPECT_EQ(draft.lines[0].quantity->value, "12") << heading;
    }
}

TEST(CsvReader, readsMisspeltHeadingsWithLessCertainty) {
    const auto draft =
        only("PO No,Part Num,Desciption,Qty Ordred,Due Dte\nH1,F-1,Screw,150,2026-04-23\n");
    ASSERT_EQ(draft.lines.size(), 1u);
    EXPECT_EQ(draft.lines[0].quantity->value, "150");
    EXPECT_LT(draft.lines[0].quantity->score, 85);
    EXPECT_EQ(draft.lines[0].name->value, "Screw");
    EXPECT_EQ(draft.lines[0].requested->value.start, "2026-04-23");
    EXPECT_TRUE(find_problem(draft.problems, "table.heading_guess"));
}

TEST(CsvReader, readsTheLabelsAboveTheTable) {
    const auto draft = only(
        "Korenaar B.V.,,\nPO Number:,NK-9,,Buyer:,Petra\nDate: 2026-03-02,,\nShip to:,HOORN-2\n"
        "Deliver by,2026-03-09\n\nItem,Qty\nX,5\n");
    EXPECT_EQ(draft.order_number->value, "NK-9");
    EXPECT_EQ(draft.order_date->value, "2026-03-02");
    EXPECT_EQ(draft.requested->value.start, "2026-03-09");
    EXPECT_EQ(find_party(draft, PartyRole::ship_to)->ids.at(0).value.id, "HOORN-2");
    EXPECT_EQ(find_party(draft, PartyRole::order_contact)->contact_name->value, "Petra");
    ASSERT_EQ(draft.unread.size(), 1u);
    EXPECT_EQ(draft.unread[0].value, "Korenaar B.V.");
}

TEST(CsvReader, severalOrderNumbersAreSeveralOrders) {
    const auto parsed = read_csv("PO,Item,Qty\nA,X,1\nB,Y,2\nA,Z,3\n", 0, named);
    ASSERT_EQ(parsed.documents.size(), 2u);
    EXPECT_EQ(parsed.documents[0].order_number->value, "A");
    EXPECT_EQ(parsed.documents[0].lines.size(), 2u);
    EXPECT_EQ(parsed.documents[1].lines.at(0).seller_item->value, "Y");
}

TEST(CsvReader, leavesOutTotalsAndEmptyRowsAndSaysSo) {
    const auto draft =
        only("PO,Item,Qty,Amount\nA,X,1,10.00\n,,,\nA,Y,2,5.00\n,Subtotal,,15.00\n,VAT 21%,,3.15\n"
             ",Total,,18.15\n,,,\n");
    EXPECT_EQ(draft.lines.size(), 2u);
    EXPECT_EQ(draft.total->value, "18.15");
    ASSERT_TRUE(find_problem(draft.problems, "table.totals"));
    EXPECT_THAT(find_problem(draft.problems, "table.totals")->text, HasSubstr("3 total rows"));
    EXPECT_THAT(find_problem(draft.problems, "table.empty_rows")->text, HasSubstr("row 3"));
}

TEST(CsvReader, aRowWithoutQuantityIsLeftOutAndShown) {
    const auto draft = only("PO,Item,Qty\nA,X,1\nA,Y,\nA,Z,0\n");
    EXPECT_EQ(draft.lines.size(), 1u);
    ASSERT_TRUE(find_problem(draft.problems, "table.no_quantity"));
    EXPECT_THAT(find_problem(draft.problems, "table.no_quantity")->text, HasSubstr("3, 4"));
}

TEST(CsvReader, anAmbiguousNumberIsAProblemWithBothReadings) {
    const auto draft = only("PO;Item;Qty\nA;X;1.234\n");
    const auto* problem = find_problem(draft.problems, "table.two_readings");
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->severity, Severity::error);
    EXPECT_THAT(problem->text, HasSubstr("1.234 or 1234"));
    EXPECT_EQ(problem->place.where, "row 2, column C (Qty)");
    EXPECT_LE(draft.lines.at(0).quantity->score, 50);
}

TEST(CsvReader, anAmbiguousDateIsAProblemWithBothReadings) {
    const auto draft = only("PO,Item,Qty,Due\nA,X,1,03/04/2026\n");
    ASSERT_TRUE(find_problem(draft.problems, "table.two_readings"));
    EXPECT_THAT(find_problem(draft.problems, "table.two_readings")->text,
                HasSubstr("2026-04-03 or 2026-03-04"));
}

TEST(CsvReader, aDeclaredLayoutDecides) {
    ReadHint hint = named;
    hint.layouts.push_back({.name = "korenaar",
                            .columns = {{"Ref1", "order_number"},
                                        {"Code", "item"},
                                        {"N", "quantity"},
                                        {"When", "date"}},
                            .decimal_mark = ",",
                            .date_order = "mdy"});
    const auto draft = only("Ref1;Code;N;When\nA;X;1.234;03/04/2026\n", hint);
    EXPECT_EQ(draft.profile, "korenaar");
    EXPECT_EQ(draft.lines.at(0).quantity->value, "1234");
    EXPECT_EQ(draft.lines[0].quantity->score, 100);
    EXPECT_EQ(draft.lines[0].requested->value.start, "2026-03-04");
    EXPECT_TRUE(draft.problems.empty());
}

TEST(CsvReader, anUnknownColumnReachesThePersonAsANote) {
    const auto draft = only("PO,Item,Qty,Colour\nA,X,1,blue\n");
    EXPECT_EQ(draft.lines.at(0).notes.at(0).value, "Colour: blue");
}

TEST(CsvReader, needByAsapIsAsSoonAsPossible) {
    const auto draft = only("PO,Item,Qty,Need by\nA,X,1,ASAP\n");
    EXPECT_EQ(draft.lines.at(0).requested->value.kind, DateKind::asap);
}

TEST(CsvReader, readsWindows1252AndSaysSo) {
    const auto parsed = read_csv("PO;Artikel;St\xFC\x63kzahl\nA;X;5\n", 0, named);
    ASSERT_EQ(parsed.documents.size(), 1u);
    EXPECT_EQ(parsed.documents[0].lines.at(0).quantity->value, "5");
    EXPECT_TRUE(find_problem(parsed.problems, "csv.encoding"));
}

struct Twin {
    const char* bytes;
    const char* code;
    const char* where;
};
TEST(CsvReader, aBrokenTwinNamesTheRow) {
    for (const auto& twin :
         {Twin{"PO,Item,Qty\nA,X,lots\n", "table.number", "row 2, column C (Qty)"},
          Twin{"PO,Item,Qty,Due\nA,X,1,30/02/2026\n", "table.date", "row 2, column D (Due)"},
          Twin{"PO,Item,Qty\nA,\"X,1\nB,Y,2\n", "csv.quote", "row 2"},
          Twin{"1,2,3\n4,5,6\n", "table.no_heading", "row 1"},
          Twin{"PO,Item,Qty\n", "table.no_lines", "row 1, column A (PO)"},
          Twin{"Item,Qty\nX,1\n", "table.order_number", "row 1, column A (Item)"}}) {
        const auto parsed = read_csv(twin.bytes, 0, named);
        auto problems = parsed.problems;
        for (const auto& draft : parsed.documents)
            problems.insert(problems.end(), draft.problems.begin(), draft.problems.end());
        const auto* problem = find_problem(problems, twin.code);
        ASSERT_TRUE(problem) << twin.code;
        EXPECT_EQ(problem->severity, Severity::error) << twin.code;
        EXPECT_EQ(problem->place.where, twin.where) << twin.code;
        EXPECT_FALSE(problem->hint.empty()) << twin.code;
    }
}

TEST(LooksLikeCsv, needsAHeadingWhenTheFileHasNoName) {
    EXPECT_TRUE(looks_like_csv("PO;Item;Qty\nA;X;1\n", {}));
    EXPECT_FALSE(looks_like_csv("Dear all,\nplease send 5 rolls, thanks,\nPetra\n", {}));
    EXPECT_FALSE(looks_like_csv("UNA:+.? 'UNB+UNOC:3", named));
    EXPECT_FALSE(looks_like_csv("ISA*00*", named));
    EXPECT_FALSE(looks_like_csv("", {}));
}

} // namespace

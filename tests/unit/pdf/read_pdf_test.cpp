// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/read_pdf.hpp"

#include "parsers/read.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

// fontconfig, which poppler asks for the system's fonts once, keeps its list until the end.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\n";
}

namespace besteld::parsers {
namespace {

std::string sample(const std::string& name) {
    std::ifstream in(std::string(BESTELD_SOURCE_DIR "/tests/unit/pdf/samples/") + name + ".pdf",
                     std::ios::binary);
    EXPECT_TRUE(in) << name;
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Reading read_sample(const std::string& name) {
    const ReadHint hint{.file_name = name + ".pdf", .received_date = "2026-03-02"};
    return read(sample(name), hint);
}

std::string value(const MaybeField& field) {
    return field ? field->value : "";
}

std::vector<std::string> codes(const Reading& reading) {
    std::vector<std::string> codes;
    for (const auto& problem : reading.problems)
        codes.push_back(problem.code);
    for (const auto& draft : reading.documents)
        for (const auto& problem : draft.problems)
            codes.push_back(problem.code);
    return codes;
}

bool says(const Reading& reading, std::string_view code) {
    const auto all = codes(reading);
    return std::ranges::find(all, code) != all.end();
}

const OrderDraft& only(const Reading& reading) {
    static const OrderDraft none;
    EXPECT_EQ(reading.documents.size(), 1u);
    return reading.documents.empty() ? none : reading.documents.front();
}

struct Expected {
    std::string sample, number, date, delivery, currency, total;
    std::size_t lines = 0;
    std::string first_item, first_name, first_quantity, first_unit, first_price, last_item,
        last_amount;
};

class PrintedOrder : public testing::TestWithParam<Expected> {};

TEST_P(PrintedOrder, isReadAsItStands) {
    const auto& want = GetParam();
    const auto reading = read_sample(want.sample);
    const auto& draft = only(reading);
    EXPECT_EQ(codes(reading), std::vector<std::string>{});
    EXPECT_EQ(draft.document_class, DocumentClass::order);
    EXPECT_EQ(value(draft.order_number), want.number);
    EXPECT_EQ(value(draft.order_date), want.date);
    EXPECT_EQ(draft.requested ? draft.requested->value.start.value_or("") : "", want.delivery);
    EXPECT_EQ(value(draft.currency), want.currency);
    EXPECT_EQ(value(draft.total), want.total);
    ASSERT_EQ(draft.lines.size(), want.lines);
    const auto& first = draft.lines.front();
    EXPECT_EQ(value(first.seller_item), want.first_item);
    EXPECT_EQ(value(first.name), want.first_name);
    EXPECT_EQ(value(first.quantity), want.first_quantity);
    EXPECT_EQ(value(first.unit), want.first_unit);
    EXPECT_EQ(value(first.unit_price), want.first_price);
    EXPECT_EQ(value(draft.lines.back().seller_item), want.last_item);
    EXPECT_EQ(value(draft.lines.back().line_amount), want.last_amount);
}

INSTANTIATE_TEST_SUITE_P(
    byManyTools, PrintedOrder,
    testing::Values(
        Expected{"nl_chromium", "4500017", "2026-03-02", "2026-03-05", "EUR", "1095.78", 3,
                 "NK-100", "Doos 300x200x150 mm, dubbelgolf bruin, vlak geleverd", "1000", "st",
                 "0.71", "NK-330", "112.80"},
        Expected{"nl_groff", "SZ-2026-114", "2026-03-03", "2026-03-09", "EUR", "869.40", 2,
                 "NK-505", "Handschoen nitril M, doos 100", "120", "doos", "6.90", "NK-210",
                 "41.40"},
        Expected{"de_wkhtmltopdf", "88-2041", "2026-03-02", "2026-03-13", "EUR", "2023.95", 3,
                 "NK-330", "Stretchfolie 500 mm Stärke 23 my transparent", "48", "Rolle", "9.10",
                 "NK-100", "760.00"},
        Expected{"de_reportlab_pages", "KR-5512", "2026-03-02", "2026-03-19", "EUR", "18264.75", 70,
                 "NK-1001", "Artikel 1", "5", "Stk", "1.01", "NK-1070", "595.00"},
        Expected{"de_cairo_sap", "4500088123", "2026-03-05", "2026-03-20", "EUR", "1956.80", 2,
                 "330-23", "Stretchfolie 500 mm", "48", "ROL", "9.10", "NK-100", "1520.00"},
        Expected{"fr_wkhtmltopdf", "BC-2026-0318", "2026-03-02", "2026-03-16", "EUR", "1555.49", 2,
                 "NK-210", "Ruban adhésif PP transparent 50 mm x 66 m", "1080", "rouleau", "1.15",
                 "NK-400", "153.60"},
        Expected{"zh_reportlab", "HD-260305-02", "2026-03-05", "2026-03-25", "USD", "1380.40", 2,
                 "NK-210", "透明胶带 50mm*66m", "720", "卷", "1.32", "NK-100", "430.00"},
        Expected{"en_cairo", "HS-9017", "2026-03-14", "2026-03-27", "USD", "2193.30", 3, "NK-100",
                 "Carton 300x200x150", "250", "", "0.90", "NK-400", "67.50"},
        Expected{"en_calc", "HS-8800", "2026-03-02", "", "USD", "1175.4", 2, "NK-210",
                 "PP tape clear 50 mm x 66 m", "720", "roll", "1.32", "NK-100", "225"}),
    [](const auto& info) { return info.param.sample; });

TEST(ReadPdf, followsATableOverItsPages) {
    const auto reading = read_sample("en_wkhtmltopdf_pages");
    const auto& draft = only(reading);
    // wkhtmltopdf prints a row that does not fit on both pages.
    EXPECT_EQ(codes(reading), std::vector<std::string>{"pdf.repeated_row"});
    ASSERT_EQ(draft.lines.size(), 40u);
    for (std::size_t i = 0; i < draft.lines.size(); ++i)
        EXPECT_EQ(value(draft.lines[i].line), std::to_string(i + 1));
    EXPECT_EQ(value(draft.total), "76260.00");
    const auto* ship_to = find_party(draft, PartyRole::ship_to);
    ASSERT_TRUE(ship_to && !ship_to->ids.empty());
    EXPECT_EQ(ship_to->ids.front().value.id, "DC07");
}

TEST(ReadPdf, readsPartiesFromTheirBlocks) {
    const auto draft = only(read_sample("nl_chromium"));
    const auto* ship_to = find_party(draft, PartyRole::ship_to);
    ASSERT_TRUE(ship_to);
    EXPECT_EQ(value(ship_to->name), "De Korenaar DC Zwolle");
    EXPECT_EQ(value(ship_to->postcode), "8017 JA");
    EXPECT_EQ(value(ship_to->city), "Zwolle");
    ASSERT_EQ(ship_to->ids.size(), 1u);
    EXPECT_EQ(ship_to->ids.front().value, (PartyId{"0088", "9520000001025"}));
    const auto* supplier = find_party(draft, PartyRole::supplier);
    ASSERT_TRUE(supplier);
    EXPECT_EQ(value(supplier->name), "Noordkade Verpakkingen B.V.");
}

TEST(ReadPdf, keepsPriceBasesAndTheBuyersOwnNumbers) {
    const auto draft = only(read_sample("de_cairo_sap"));
    ASSERT_EQ(draft.lines.size(), 2u);
    EXPECT_EQ(value(draft.lines[0].buyer_item), "NK-330");
    EXPECT_EQ(value(draft.lines[1].unit_price), "76.00");
    EXPECT_EQ(value(draft.lines[1].price_base_quantity), "100");
}

TEST(ReadPdf, placesPointIntoTheTextThatAClerkSees) {
    const auto reading = read_sample("nl_chromium");
    const auto& draft = only(reading);
    const auto& text = reading.parts.front().text;
    const auto at = [&](const Place& place) {
        return text.substr(place.begin, place.end - place.begin);
    };
    EXPECT_EQ(at(draft.order_number->place), "4500017");
    EXPECT_EQ(draft.order_number->place.where, "page 1, line 2");
    EXPECT_EQ(at(draft.lines[1].seller_item->place), "NK-210");
    EXPECT_TRUE(draft.lines[1].seller_item->place.where.words().starts_with("page 1, line "));
    EXPECT_LT(draft.order_number->score, 100);
}

TEST(ReadPdf, takesTheEmbeddedOrderAndNotTheText) {
    const auto reading = read_sample("order_x");
    const auto& draft = only(reading);
    EXPECT_EQ(draft.format, "orderx");
    EXPECT_EQ(value(draft.order_number), "OX-2026-7");
    ASSERT_EQ(draft.lines.size(), 1u);
    EXPECT_EQ(value(draft.lines[0].quantity), "500");
    EXPECT_TRUE(reading.parts.front().text.contains("Bestellung OX-2026-7"));
}

TEST(ReadPdf, readsALetterAsProseAndSaysSo) {
    const auto reading = read_sample("nl_letter");
    const auto& draft = only(reading);
    EXPECT_EQ(value(draft.order_number), "4500021");
    ASSERT_EQ(draft.lines.size(), 2u);
    EXPECT_EQ(value(draft.lines[0].quantity), "500");
    EXPECT_TRUE(says(reading, "pdf.no_table"));
}

TEST(ReadPdf, anInvoiceIsNoOrder) {
    const auto reading = read_sample("invoice");
    EXPECT_EQ(only(reading).document_class, DocumentClass::other);
    EXPECT_TRUE(says(reading, "pdf.title"));
}

TEST(ReadPdf, whatCannotBeReadSaysWhyAndWhatToDo) {
    const std::string cut = sample("nl_groff").substr(0, 1000);
    const struct {
        std::string bytes, code;
    } cases[] = {{sample("scan"), "pdf.no_text"},
                 {sample("encrypted"), "pdf.encrypted"},
                 {"%PDF-1.7\n", "pdf.broken"},
                 {cut, "pdf.broken"},
                 {"%PDF-1.7\n" + std::string(20'000'000, ' '), "pdf.too_large"}};
    for (const auto& [bytes, code] : cases) {
        const auto reading = read(bytes, {.file_name = "order.pdf"});
        EXPECT_TRUE(reading.documents.empty()) << code;
        ASSERT_EQ(reading.problems.size(), 1u) << code;
        EXPECT_EQ(reading.problems.front().code, code);
        EXPECT_EQ(reading.problems.front().severity, Severity::error);
        EXPECT_FALSE(reading.problems.front().hint.empty());
        EXPECT_EQ(reading.format, "pdf");
    }
}

// A page of typewriter text, as small a PDF as can be.
std::string typed_page(const std::vector<std::string>& lines) {
    std::string shown = "BT /F 9 Tf 11 TL 40 800 Td";
    for (const auto& line : lines)
        shown += " (" + line + ") Tj T*";
    shown += " ET";
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
           "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources"
           "<</Font<</F 5 0 R>>>>>>endobj\n4 0 obj<</Length " +
           std::to_string(shown.size()) + ">>stream\n" + shown +
           "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Courier>>endobj\n"
           "trailer<</Root 1 0 R>>\n";
}

Reading read_page(const std::vector<std::string>& lines) {
    return read(typed_page(lines), {.file_name = "order.pdf", .received_date = "2026-03-02"});
}

TEST(ReadPdf, anAmountThatDoesNotFitIsAnError) {
    const auto reading = read_page({"Purchase order", "PO number: 4711", "",
                                    "Item      Description     Qty   Price    Amount",
                                    "NK-100    Carton           10    0.90      9.90",
                                    "Total                                      9.90"});
    EXPECT_EQ(codes(reading), std::vector<std::string>{"pdf.line_amount"});
}

TEST(ReadPdf, aMissingLineShowsInTheTotal) {
    const auto reading = read_page({"Purchase order", "PO number: 4711", "",
                                    "Item      Description     Qty   Price    Amount",
                                    "NK-100    Carton           10    0.90      9.00",
                                    "Total                                     29.00"});
    EXPECT_EQ(codes(reading), std::vector<std::string>{"pdf.total"});
}

TEST(ReadPdf, twoOrderNumbersAreForAPerson) {
    const auto reading = read_page({"Purchase order", "PO number: 4711", "PO number: 4712", "",
                                    "Item      Description     Qty   Price    Amount",
                                    "NK-100    Carton           10    0.90      9.00"});
    EXPECT_EQ(codes(reading), std::vector<std::string>{"pdf.two_numbers"});
}

TEST(ReadPdf, aDateWithTwoReadingsIsForAPerson) {
    const auto reading =
        read_page({"Purchase order", "PO number: 4711", "Delivery date: 03/04/2026", "",
                   "Item      Description     Qty   Price    Amount",
                   "NK-100    Carton           10    0.90      9.00"});
    EXPECT_EQ(codes(reading), std::vector<std::string>{"pdf.two_readings"});
}

TEST(ReadPdf, aMailsAttachedPdfIsItsOrder) {
    const std::string mail =
        "From: petra@korenaar.example\r\nTo: orders@noordkade.example\r\nSubject: Bestelling\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
        "Content-Type: text/plain\r\n\r\nZie bijlage.\r\n--b\r\n"
        "Content-Type: application/pdf; name=po.pdf\r\n"
        "Content-Disposition: attachment; filename=po.pdf\r\n\r\n" +
        typed_page({"Purchase order", "PO number: 4711", "",
                    "Item      Description     Qty   Price    Amount",
                    "NK-100    Carton           10    0.90      9.00"}) +
        "\r\n--b--\r\n";
    const auto reading = read(mail, {.received_date = "2026-03-02"});
    const auto& draft = only(reading);
    EXPECT_EQ(draft.format, "pdf");
    EXPECT_EQ(value(draft.order_number), "4711");
    EXPECT_EQ(draft.lines.size(), 1u);
}

// Whatever happens to a file on its way: always an answer, never an order without a word.
TEST(ReadPdf, answersToDamagedFiles) {
    std::mt19937 chance(20260302);
    for (const auto* name : {"nl_groff", "order_x", "zh_reportlab", "de_reportlab_pages"}) {
        const auto whole = sample(name);
        for (int i = 0; i < 40; ++i) {
            auto bytes = i % 2 == 0 ? whole.substr(0, 10 + chance() % (whole.size() - 10)) : whole;
            for (int k = 0; k < i % 4; ++k)
                bytes[10 + chance() % (bytes.size() - 10)] ^= static_cast<char>(1 << chance() % 8);
            const auto reading = read(bytes, {.file_name = "order.pdf"});
            EXPECT_TRUE(!reading.documents.empty() || !reading.problems.empty());
        }
    }
}

} // namespace
} // namespace besteld::parsers

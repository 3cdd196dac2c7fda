// SPDX-License-Identifier: Apache-2.0
#include "examples.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "report/lay_out.hpp"
#include "report/paper_of_answer.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace besteld::examples {

namespace {

namespace fs = std::filesystem;

Decimal decimal(std::string_view text) {
    return Decimal::parse(text).value();
}
Date march(unsigned day) {
    return make_date(2026, 3, day);
}

std::string by_language(std::string_view language, const char* nl, const char* en, const char* de,
                        const char* fr, const char* zh) {
    return language == "nl"   ? nl
           : language == "de" ? de
           : language == "fr" ? fr
           : language == "zh" ? zh
                              : en;
}

AnswerLine boxes() {
    return {.index = 0,
            .buyer_line = "1",
            .sku = "NK-100",
            .gtin = "9521000000018",
            .buyer_item = "BOX & \"Co\" 30",
            .name = "doos 300x200x150",
            .ordered_quantity = Decimal{5000},
            .ordered_unit = "H87",
            .quantity = Decimal{5000},
            .unit = "H87",
            .price = decimal("0.74"),
            .amount = Decimal{3700},
            .ordered_price = decimal("0.71"),
            .promised = march(5),
            .answer = LineAnswer::changed,
            .reason = "R-PRICE"};
}

AnswerLine tape() {
    return {.index = 1,
            .buyer_line = "2",
            .sku = "NK-210",
            .gtin = "9521000000025",
            .name = "PP-tape transparant 50 mm x 66 m",
            .ordered_quantity = Decimal{100},
            .ordered_unit = "XRO",
            .quantity = Decimal{108},
            .unit = "XRO",
            .price = Decimal{115},
            .price_base = Decimal{100},
            .amount = decimal("124.2"),
            .promised = march(5),
            .answer = LineAnswer::changed,
            .reason = "R-PACK"};
}

AnswerLine film() {
    return {.index = 2,
            .buyer_line = "3",
            .sku = "NK-330",
            .name = "rekwikkelfolie 500 mm 23 µm",
            .ordered_quantity = Decimal{48},
            .ordered_unit = "XRO",
            .quantity = Decimal{48},
            .unit = "XRO",
            .price = decimal("9.4"),
            .amount = decimal("451.2"),
            .promised = march(5),
            .parts = {{Decimal{30}, march(5)}, {Decimal{18}, march(17)}},
            .answer = LineAnswer::changed,
            .reason = "R-STOCK"};
}

AnswerLine short_film() {
    AnswerLine line = film();
    line.index = 3;
    line.buyer_line = "4";
    line.sku = "NK-331";
    line.parts.clear();
    line.quantity = Decimal{30};
    line.backorder = Decimal{18};
    return line;
}

AnswerLine old_item() {
    return {.index = 4,
            .buyer_line = "5",
            .sku = "NK-999",
            .name = "oud artikel",
            .ordered_quantity = Decimal{3},
            .ordered_unit = "XPX",
            .unit = "XPX",
            .answer = LineAnswer::rejected,
            .reason = "R-DISC"};
}

void fill_proposal(Answer& answer) {
    answer.lines = {boxes(), tape(), film(), short_film(), old_item()};
    answer.deviations = {
        {.field = "fee", .ordered = "0", .confirmed = "17.5", .reason = "R-MOQ"},
        {.line = 0,
         .field = "price",
         .ordered = "0.71",
         .confirmed = "0.74",
         .reason = "R-PRICE",
         .clause = "A-C1001-2026, from 500",
         .money = Decimal{-150}},
        {.line = 1,
         .field = "quantity",
         .ordered = "100",
         .confirmed = "108",
         .reason = "R-PACK",
         .preagreed = true},
        {.line = 2,
         .field = "parts",
         .ordered = "48 2026-03-05",
         .confirmed = "30 2026-03-05; 18 2026-03-17",
         .reason = "R-STOCK"},
        {.line = 3, .field = "quantity", .ordered = "48", .confirmed = "30", .reason = "R-STOCK"},
        {.line = 4, .field = "line", .ordered = "3", .confirmed = "0", .reason = "R-DISC"}};
    answer.charges = {{.code = "energy", .amount = Decimal{12}},
                      {.line = 1, .code = "", .is_allowance = true, .amount = decimal("9.66")}};
    answer.small_order_fee = decimal("17.5");
    answer.net = decimal("4756.1");
    answer.tax = decimal("998.78");
    answer.gross = decimal("5754.88");
    answer.answer_by = march(4);
    answer.revision = 2;
    answer.clerk_text = "Belt u gerust.\nTel. 010";
}

PaperLine goods_line(std::string_view language) {
    return {.position = "1",
            .item = "NK-210",
            .gtin = "9521000000025",
            .name = by_language(language, "PP-tape transparant 50 mm x 66 m",
                                "PP tape clear 50 mm x 66 m", "PP-Klebeband 50 mm x 66 m",
                                "ruban adhésif PP 50 mm x 66 m", "透明封箱胶带 50 毫米 × 66 米"),
            .specification = "50 mm x 66 m",
            .batch = "L2602-17",
            .location = "A-03-12",
            .tax_name = language == "zh" ? "*塑料制品*" : "",
            .unit = "XRO",
            .ordered = Decimal{108},
            .quantity = Decimal{72},
            .still_to_come = Decimal{36}};
}

PaperParty customer(std::string_view language) {
    if (language == "zh")
        return {.name = "上海恒达贸易有限公司",
                .address = {"上海市浦东新区示例路 88 号", "200120 上海"},
                .number = "C1003",
                .tax_number = "91310000MA1FL0000N",
                .contact = "王丽",
                .phone = "021-5555 0100",
                .mail = "caigou@hengda.example",
                .bank = "示例银行上海分行",
                .account = "6222 0000 0000 0000"};
    return {
        .name = by_language(language, "Bakkerij De Korenaar B.V.", "Harbor Supply Inc.",
                            "Müller Haustechnik GmbH", "Établissements Lefèvre & Fils SARL", ""),
        .address = {by_language(language, "Molenstraat 1", "12 Pier Road", "Hafenstraße 7",
                                "3, rue de l’Église", ""),
                    by_language(language, "8011 AA Zwolle", "Boston MA 02210", "34125 Kassel",
                                "59000 Lille", "")},
        .number = "C1001",
        .tax_number = "NL001234567B01",
        .contact =
            by_language(language, "Petra Jansen", "Ann Poole", "Jörg Weiß", "Hélène Œuvrard", ""),
        .phone = "+31 38 555 01 00",
        .mail = "inkoop@korenaar.example",
        .bank = "Voorbeeldbank",
        .account = "NL00VBNK0123456789"};
}

void fill_goods(Paper& paper, std::string_view language) {
    paper.ship_to = {.name = "DC Zwolle", .address = {"Havenweg 1", "8011 AA Zwolle", "NL"}};
    if (language == "zh")
        paper.ship_to = {.name = "洋山仓库", .address = {"上海市洋山保税区 1 号"}};
    paper.goods_date = march(5);
    paper.carrier = "Snelweg Transport";
    paper.track_number = "3SNK0000123456";
    paper.packages = 2;
    paper.weight_kg = decimal("36.5");
    PaperLine boxed = goods_line(language);
    boxed.position = "2";
    boxed.item = "NK-100";
    boxed.name = by_language(language, "doos 300x200x150", "box 300x200x150", "Karton 300x200x150",
                             "carton 300x200x150", "纸箱 300x200x150");
    boxed.specification = "300x200x150";
    boxed.batch.clear();
    boxed.unit = "H87";
    boxed.ordered = Decimal{5000};
    boxed.quantity = Decimal{5000};
    boxed.still_to_come = Decimal{};
    paper.lines = {goods_line(language), boxed};
}

void fill_invoice(Paper& paper, std::string_view language) {
    fill_goods(paper, language);
    paper.delivery_note_no = "DN-26-000871";
    paper.proof_no = "POD-26-000870";
    paper.invoice_kind = "special";
    paper.invoice_mail = "facturen@korenaar.example";
    paper.lines[0].price = decimal("1.15");
    paper.lines[0].amount = decimal("82.8");
    paper.lines[0].tax_percent = Decimal{21};
    paper.lines[0].tax = decimal("17.39");
    paper.lines[1].price = decimal("0.74");
    paper.lines[1].amount = Decimal{3700};
    paper.lines[1].tax_percent = Decimal{21};
    paper.lines[1].tax = Decimal{777};
    paper.totals = PaperTotals{.net = decimal("3782.8"),
                               .taxes = {{Decimal{21}, decimal("794.39")}},
                               .gross = decimal("4577.19")};
    paper.remark = "PO 4500017";
}

std::string number_of(PaperKind kind) {
    switch (kind) {
    case PaperKind::delivery_note:
        return "DN-26-000871";
    case PaperKind::outbound_slip:
        return "XSCK20260302-0001";
    case PaperKind::invoice_request:
        return "IR-26-000655";
    case PaperKind::complaint_receipt:
        return "KL-26-0042";
    case PaperKind::confirmation:
    case PaperKind::proposal:
    case PaperKind::question:
    case PaperKind::rejection:
        break;
    }
    return "";
}

} // namespace

const PaperWords& paper_words() {
    static const PaperWords words(fs::path(BESTELD_SOURCE_DIR) / "templates");
    return words;
}

PaperSeller seller(std::string_view language) {
    PaperSeller us{
        .name = "Noordkade Verpakkingen B.V.", .gln = "9520000000011", .vat = "NL123456789B13"};
    us.letterhead = {.address = {"Kanaalkade 12", "9401 AA Assen"},
                     .place = "Assen",
                     .phone = "+31 592 555 010",
                     .mail = "orders@noordkade.example",
                     .web = "www.noordkade.example",
                     .registration = "KvK 04012345",
                     .bank = "Voorbeeldbank",
                     .iban = "NL00 VBNK 0123 4567 89",
                     .bic = "VBNKNL2A",
                     .terms =
                         "Op al onze leveringen zijn onze algemene voorwaarden van toepassing."};
    if (language == "de") {
        us.letterhead.registration = "Amtsgericht Assen HRB 1234";
        us.letterhead.duties = {"Geschäftsführer: J. Groen", "Sitz der Gesellschaft: Assen"};
        us.letterhead.terms = "Es gelten unsere Allgemeinen Geschäftsbedingungen.";
    }
    if (language == "zh") us.name = "北堤包装有限公司";
    return us;
}

Answer answer(AnswerKind kind, std::string_view language) {
    Answer answer{.kind = kind,
                  .case_no = "IN-26-000123",
                  .official_no = "SO-26-000412",
                  .language = std::string(language),
                  .customer_no = "C1001",
                  .customer_name = customer(language).name,
                  .buyer_order_no = "4500017",
                  .buyer_order_date = "2026-03-02",
                  .currency = "EUR",
                  .ship_to = "DC Zwolle, Havenweg 1, 8011 AA Zwolle, NL",
                  .delivery_terms = "DAP Zwolle",
                  .payment_terms = "30 d",
                  .reason = "R-ASSORT",
                  .recipient = "inkoop@korenaar.example"};
    answer.tax_category = "S";
    answer.tax_percent = Decimal{21};
    if (kind == AnswerKind::question || kind == AnswerKind::rejection) answer.official_no.clear();
    if (kind == AnswerKind::question) answer.answer_by = march(4);
    AnswerLine first = boxes();
    first.answer = LineAnswer::accepted;
    AnswerLine second = tape();
    second.ordered_quantity = second.quantity = Decimal{72};
    second.amount = decimal("82.8");
    second.answer = LineAnswer::accepted;
    answer.lines = {first, second};
    answer.net = decimal("3782.8");
    answer.tax = decimal("794.39");
    answer.gross = decimal("4577.19");
    if (kind == AnswerKind::proposal) fill_proposal(answer);
    answer.questions = {{.check = "not_a_multiple",
                         .line = 1,
                         .quote = "100 rollen <NK-210>",
                         .ordered = "100 XRO",
                         .agreed = "36 XRO",
                         .choices = {"108", "72"}},
                        {.check = "unread_content", .quote = "niet voor 10 uur"}};
    return answer;
}

Paper paper(PaperKind kind, std::string_view language) {
    const auto of = [&](AnswerKind answered) {
        return paper_of(answer(answered, language), seller(language), paper_words().of(language),
                        march(2))
            .value();
    };
    switch (kind) {
    case PaperKind::confirmation:
        return of(AnswerKind::confirmation);
    case PaperKind::proposal:
        return of(AnswerKind::proposal);
    case PaperKind::question:
        return of(AnswerKind::question);
    case PaperKind::rejection:
        return of(AnswerKind::rejection);
    case PaperKind::delivery_note:
    case PaperKind::outbound_slip:
    case PaperKind::invoice_request:
    case PaperKind::complaint_receipt:
        break;
    }
    Paper paper{.kind = kind,
                .language = std::string(language),
                .number = number_of(kind),
                .issued = march(5),
                .seller = seller(language),
                .customer = customer(language),
                .order_no = "SO-26-000412",
                .buyer_order_no = "4500017",
                .buyer_order_date = march(2),
                .handled_by = language == "zh" ? "陈静" : "A. de Vries",
                .currency = language == "zh" ? "CNY" : "EUR"};
    if (kind == PaperKind::delivery_note) fill_goods(paper, language);
    if (kind == PaperKind::outbound_slip) {
        fill_goods(paper, language);
        paper.warehouse = language == "zh" ? "一号仓" : "DC Assen";
        paper.picker = language == "zh" ? "李强" : "B. Smit";
        paper.copies = {"stub", "finance", "customer", "signed_return"};
    }
    if (kind == PaperKind::invoice_request) fill_invoice(paper, language);
    if (kind == PaperKind::complaint_receipt) {
        paper.subject = by_language(language, "6 rollen beschadigd", "6 rolls damaged",
                                    "6 Rollen beschädigt", "6 rouleaux abîmés", "6 卷破损");
        paper.answer_by = march(10);
        paper.lines = {goods_line(language)};
        paper.lines[0].quantity = Decimal{6};
    }
    return paper;
}

Paper long_confirmation(std::size_t lines) {
    Paper paper = examples::paper(PaperKind::confirmation, "nl");
    const PaperLine line = paper.lines.at(0);
    paper.lines.assign(lines, line);
    for (std::size_t i = 0; i < lines; ++i) {
        paper.lines[i].position = cat("L", i + 1, ".");
        paper.lines[i].item = cat("ART-", i + 1, "-X");
    }
    return paper;
}

std::string run_on(const std::string& tool, const std::string& pdf) {
    const auto file = fs::path(testing::TempDir()) /
                      cat("besteld_", getpid(), "_", sha256_hex(pdf).substr(0, 12), ".pdf");
    std::ofstream(file, std::ios::binary) << pdf;
    const bool to_output = tool.starts_with("pdftotext");
    FILE* out = popen(cat(tool, " ", file.string(), to_output ? " -" : "", " 2>&1").c_str(), "r");
    std::string text;
    char buffer[4096];
    for (std::size_t read = 0; (read = fread(buffer, 1, sizeof buffer, out)) > 0;)
        text.append(buffer, read);
    EXPECT_EQ(pclose(out), 0) << tool << ": " << text;
    fs::remove(file);
    return text;
}

std::string text_of(const std::string& pdf) {
    return run_on("pdftotext -layout", pdf);
}

} // namespace besteld::examples

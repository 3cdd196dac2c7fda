// SPDX-License-Identifier: Apache-2.0
#include "deliver/prove_answer.hpp"
#include "deliver/render_edi.hpp"
#include "mail_golden.hpp"
#include "order/format_values.hpp"

#include "base/text.hpp"
#include "parsers/edifact/read_edifact.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

using namespace golden;
namespace fs = std::filesystem;

Decimal decimal(std::string_view text) {
    return Decimal::parse(text).value();
}
Date march(unsigned day) {
    return make_date(2026, 3, day);
}
const EdiStamp stamp{.reference = "B26-000412", .date = march(2), .time = "0915"};

Answer answer_of(AnswerKind kind, std::string_view language) {
    Answer answer{.kind = kind,
                  .case_no = "IN-26-000123",
                  .official_no = "SO-26-000412",
                  .language = std::string(language),
                  .customer_no = "C1001",
                  .buyer_id = "9520000001018",
                  .buyer_order_no = "4500017",
                  .buyer_order_date = "2026-03-02",
                  .currency = "EUR",
                  .ship_to = "DC Zwolle, Havenweg 1, 8011 AA Zwolle, NL",
                  .delivery_terms = "DAP Zwolle",
                  .payment_terms = "30 d",
                  .reason = "R-ASSORT",
                  .recipient = "inkoop@korenaar.example"};
    answer.envelope = {.standard = "edifact",
                       .sender = "9520000001018:14",
                       .receiver = "9520000000011:14",
                       .interchange_ref = "77",
                       .message_ref = "1"};
    answer.edi_profile = "eancom97";
    if (kind == AnswerKind::receipt || kind == AnswerKind::question ||
        kind == AnswerKind::rejection)
        answer.official_no.clear();
    AnswerLine boxes{.index = 0,
                     .buyer_line = "1",
                     .sku = "NK-100",
                     .gtin = "9521000000018",
                     .buyer_item = "<b>BOX & \"Co\"",
                     .name = "doos 300x200x150",
                     .ordered_quantity = Decimal{5000},
                     .ordered_unit = "H87",
                     .quantity = Decimal{5000},
                     .unit = "H87",
                     .price = decimal("0.74"),
                     .amount = Decimal{3700},
                     .ordered_price = decimal("0.74"),
                     .promised = march(5)};
    AnswerLine tape{.index = 1,
                    .buyer_line = "2",
                    .sku = "NK-210",
                    .gtin = "9521000000025",
                    .name = "PP-tape",
                    .ordered_quantity = Decimal{72},
                    .ordered_unit = "XRO",
                    .quantity = Decimal{72},
                    .unit = "XRO",
                    .price = Decimal{115},
                    .price_base = Decimal{100},
                    .amount = decimal("82.8"),
                    .promised = march(5)};
    answer.lines = {boxes, tape};
    answer.net = decimal("3782.8");
    answer.tax = decimal("794.39");
    answer.tax_category = "S";
    answer.tax_percent = Decimal{21};
    answer.gross = decimal("4577.19");
    answer.questions = {{.check = "not_a_multiple",
                         .line = 1,
                         .quote = "100 rollen <NK-210>",
                         .ordered = "100 XRO",
                         .agreed = "36 XRO",
                         .choices = {"108", "72"}},
                        {.check = "unread_content", .quote = "niet voor 10 uur"}};
    if (kind == AnswerKind::proposal || kind == AnswerKind::question) answer.answer_by = march(4);
    return answer;
}

// Every sort of deviation: price, pack rounding, parts, backorder, a rejected line, a fee.
Answer proposal(std::string_view language) {
    auto answer = answer_of(AnswerKind::proposal, language);
    auto& boxes = answer.lines[0];
    boxes.answer = LineAnswer::changed;
    boxes.ordered_price = decimal("0.71");
    boxes.reason = "R-PRICE";
    auto& tape = answer.lines[1];
    tape.ordered_quantity = Decimal{100};
    tape.quantity = Decimal{108};
    tape.amount = decimal("124.2");
    tape.answer = LineAnswer::changed;
    tape.reason = "R-PACK";
    AnswerLine film{.index = 2,
                    .buyer_line = "3",
                    .sku = "NK-330",
                    .name = "folie",
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
    AnswerLine short_film = film;
    short_film.index = 3;
    short_film.buyer_line = "4";
    short_film.sku = "NK-331";
    short_film.parts.clear();
    short_film.quantity = Decimal{30};
    short_film.backorder = Decimal{18};
    AnswerLine old{.index = 4,
                   .buyer_line = "5",
                   .sku = "NK-999",
                   .name = "oud",
                   .ordered_quantity = Decimal{3},
                   .ordered_unit = "XPX",
                   .unit = "XPX",
                   .answer = LineAnswer::rejected,
                   .reason = "R-DISC"};
    answer.lines.insert(answer.lines.end(), {film, short_film, old});
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
        {.line = 3,
         .field = "date",
         .ordered = "2026-03-04",
         .confirmed = "2026-03-05",
         .reason = "R-DATE"},
        {.line = 4, .field = "line", .ordered = "3", .confirmed = "0", .reason = "R-DISC"}};
    answer.small_order_fee = decimal("17.5");
    answer.net = decimal("4744.1");
    answer.tax = decimal("996.26");
    answer.gross = decimal("5740.36");
    answer.clerk_text = "Belt u gerust.\nTel. 010";
    return answer;
}

// To the change or the cancellation number WA-7.
Answer to_wish(DocumentClass wish, AnswerKind kind, std::string_view language) {
    auto answer = answer_of(kind, language);
    answer.answered.document_class = wish;
    answer.answered.number = "WA-7";
    return answer;
}

// One of every mail there is.
std::vector<Answer> mail_examples(std::string_view language) {
    std::vector<Answer> examples = {proposal(language)};
    using enum AnswerKind;
    for (const auto kind : {confirmation, question, receipt, repeat_of_answer})
        examples.push_back(answer_of(kind, language));
    examples.push_back(answer_of(rejection, language)); // of what has its number: we cancel
    examples.push_back(answer_of(rejection, language));
    examples.back().official_no.clear();
    examples.push_back(to_wish(DocumentClass::order_change, rejection, language));
    examples.push_back(to_wish(DocumentClass::order_cancellation, rejection, language));
    examples.push_back(to_wish(DocumentClass::order_cancellation, confirmation, language));
    return examples;
}

TEST(Templates, areCompleteInEveryLanguageAndNameOnlyWhatAnswersHave) {
    EXPECT_EQ(join(renderer().check(), "\n"), "");
}

TEST(Templates, aMissingFileAnUnknownMarkerAndAMissingWordAreTold) {
    const fs::path copy = fs::path(testing::TempDir()) / "besteld_templates";
    fs::remove_all(copy);
    fs::copy(source / "templates", copy, fs::copy_options::recursive);
    fs::remove(copy / "de/receipt.txt.tpl");
    std::ofstream(copy / "fr/question.txt.tpl", std::ios::app) << "{{NO_SUCH}}";
    const auto words = read_all(copy / "zh/words.txt");
    std::ofstream(copy / "zh/words.txt") << replace_all(words, "reason.R-PRICE", "reason.R-OTHER");
    const auto faults = join(Renderer(copy).check(), "\n");
    EXPECT_NE(faults.find("de/receipt.txt.tpl is missing"), std::string::npos) << faults;
    EXPECT_NE(faults.find("fr/question.txt.tpl: no answer has {{NO_SUCH}}"), std::string::npos)
        << faults;
    EXPECT_NE(faults.find("zh/words.txt: no words for reason.R-PRICE"), std::string::npos)
        << faults;
    fs::remove_all(copy);
}

TEST(Mail, isAsTheGoldenFilesInEveryKindAndLanguageAndProvesItself) {
    for (const auto language : answer_languages)
        for (const auto& answer : mail_examples(language)) {
            const auto mail = renderer().render(answer, seller);
            const auto name = cat(language, "/", template_of(answer));
            expect_golden(name + ".txt", cat("Subject: ", mail.subject, "\n\n", mail.text));
            expect_golden(name + ".html", mail.html);
            EXPECT_EQ(prove_mail(mail, answer, renderer().words(language)).value_or(""), "")
                << name;
        }
}

TEST(Mail, escapesForeignTextInHtmlAndLeavesItInText) {
    const auto mail = renderer().render(answer_of(AnswerKind::confirmation, "en"), seller);
    EXPECT_NE(mail.text.find("<b>BOX & \"Co\""), std::string::npos);
    EXPECT_EQ(mail.html.find("<b>BOX"), std::string::npos);
    EXPECT_NE(mail.html.find("&lt;b&gt;BOX &amp; &quot;Co&quot;"), std::string::npos);
}

TEST(Mail, keepsLineEndsOfForeignTextOutOfTheSubject) {
    auto answer = answer_of(AnswerKind::confirmation, "nl");
    answer.buyer_order_no = "45\r\nBcc: someone@elsewhere.example";
    const auto mail = renderer().render(answer, seller);
    EXPECT_EQ(mail.subject.find_first_of("\r\n"), std::string::npos);
}

TEST(Mail, inAnUnknownLanguageIsEnglish) {
    EXPECT_NE(renderer()
                  .render(answer_of(AnswerKind::receipt, "pl"), seller)
                  .text.find("We have received"),
              std::string::npos);
}

TEST(Format, followsTheLanguage) {
    struct Case {
        const char* language;
        const char* money;
        const char* day;
    };
    for (const auto& [language, money, day] :
         {Case{"nl", "EUR 1.234.567,50", "donderdag 05-03-2026"},
          Case{"de", "EUR 1.234.567,50", "Donnerstag, 05.03.2026"},
          Case{"en", "EUR 1,234,567.50", "Thursday 5 March 2026"},
          Case{"fr", "EUR 1\u202f234\u202f567,50", "jeudi 05/03/2026"},
          Case{"zh", "EUR 1,234,567.50", "2026年3月5日（星期四）"}}) {
        EXPECT_EQ(format_money(decimal("1234567.5"), "EUR", language), money);
        EXPECT_EQ(format_day(march(5), renderer().words(language)), day);
    }
    EXPECT_EQ(format_decimal(decimal("-1234.5678"), 2, "nl"), "-1.234,5678");
    EXPECT_EQ(format_money(Decimal{100}, "JPY", "en"), "JPY 100");
    EXPECT_EQ(format_quantity(Decimal{1}, "XRO", renderer().words("nl")), "1 rol");
    EXPECT_EQ(format_quantity(Decimal{108}, "XRO", renderer().words("nl")), "108 rollen");
    EXPECT_EQ(format_quantity(decimal("2.5"), "XYZ", renderer().words("de")), "2,5 XYZ");
}

TEST(Proof, stopsAMailThatSaysSomethingElse) {
    const auto answer = proposal("nl");
    const auto& words = renderer().words("nl");
    for (const auto* value : {"SO-26-000412", "4500017", "108 rollen", "EUR 115,00", "EUR 124,20",
                              "dinsdag 17-03-2026", "EUR 4.744,10", "EUR 0,71", "18 rollen"}) {
        auto mail = renderer().render(answer, seller);
        ASSERT_NE(mail.text.find(value), std::string::npos) << value;
        mail.text = replace_all(mail.text, value, "?");
        EXPECT_TRUE(prove_mail(mail, answer, words)) << value;
        mail = renderer().render(answer, seller);
        mail.html = replace_all(mail.html, value, "?");
        EXPECT_TRUE(prove_mail(mail, answer, words)) << value << " in HTML";
    }
    auto other = answer;
    std::swap(other.lines[0].amount, other.lines[1].amount);
    EXPECT_TRUE(prove_mail(renderer().render(answer, seller), other, words))
        << "values belong to their line";
}

TEST(Ordrsp, ofAPlainConfirmationNeedsNoLine) {
    const auto answer = answer_of(AnswerKind::confirmation, "nl");
    const auto bytes = render_edi(answer, seller, stamp).value();
    EXPECT_NE(bytes.find("BGM+231+SO-26-000412+29'"), std::string::npos) << bytes;
    EXPECT_NE(bytes.find("RFF+ON:4500017'"), std::string::npos);
    EXPECT_NE(bytes.find("DTM+69:20260305:102'"), std::string::npos);
    EXPECT_EQ(bytes.find("LIN+"), std::string::npos);
    EXPECT_EQ(prove_edi(bytes, answer).value_or(""), "");
    expect_golden("edi/confirmation.edi", bytes);
}

TEST(Ordrsp, ofAProposalListsEveryLineWithItsAction) {
    const auto answer = proposal("nl");
    const auto bytes = render_edi(answer, seller, stamp).value();
    for (const auto* segment :
         {"BGM+231+SO-26-000412+4'", "LIN+1+3+9521000000018:EN'", "PRI+AAA:0.74'", "LIN+4+1",
          "QTY+113:18", "QTY+83:18", "QVR+-18:21+BP+AV'", "QVR+8:21++PQ'", "QVR+-3:21+AB+AS'",
          "RFF+ON:4500017:1'"})
        EXPECT_NE(bytes.find(segment), std::string::npos) << segment << "\n" << bytes;
    EXPECT_EQ(prove_edi(bytes, answer).value_or(""), "");
    expect_golden("edi/proposal.edi", bytes);
}

TEST(Ordrsp, ofARejectionHasNoLines) {
    const auto answer = answer_of(AnswerKind::rejection, "nl");
    const auto bytes = render_edi(answer, seller, stamp).value();
    EXPECT_NE(bytes.find("BGM+231+IN-26-000123+27'"), std::string::npos) << bytes;
    EXPECT_EQ(bytes.find("LIN+"), std::string::npos);
    EXPECT_EQ(prove_edi(bytes, answer).value_or(""), "");
    expect_golden("edi/rejection.edi", bytes);
}

TEST(Contrl, refersToTheInterchangeItAnswers) {
    auto answer = answer_of(AnswerKind::contrl, "nl");
    answer.document_function = "7";
    const auto bytes = render_edi(answer, seller, stamp).value();
    EXPECT_NE(bytes.find("UCI+77+9520000001018:14+9520000000011:14+7'"), std::string::npos)
        << bytes;
    EXPECT_EQ(prove_edi(bytes, answer).value_or(""), "");
    answer.document_function = "4";
    answer.problems = {{.code = "edifact.unt_count"}};
    EXPECT_NE(render_edi(answer, seller, stamp)->find("+4+29'"), std::string::npos);
    expect_golden("edi/contrl.edi", bytes);
}

TEST(Ordrsp, isProvedAgainstTheAnswer) {
    const auto answer = proposal("nl");
    const auto bytes = render_edi(answer, seller, stamp).value();
    for (const auto& [what, with] : {std::pair{"4500017", "4500018"},
                                     {"QTY+113:108", "QTY+113:100"},
                                     {"PRI+AAA:0.74", "PRI+AAA:0.71"},
                                     {"20260317", "20260318"},
                                     {"000412+4'", "000412+29'"},
                                     {"000412", "000413"}})
        EXPECT_TRUE(prove_edi(replace_all(bytes, what, with), answer)) << what;
    EXPECT_TRUE(prove_edi("UNB+broken", answer));
    EXPECT_FALSE(render_edi(answer_of(AnswerKind::receipt, "nl"), seller, stamp));
}

} // namespace
} // namespace besteld

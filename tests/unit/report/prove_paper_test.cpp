// SPDX-License-Identifier: Apache-2.0
#include "examples.hpp"
#include "tests/support/despatch_sample.hpp"

#include "base/text.hpp"
#include "order/answer_words.hpp"
#include "report/lay_out.hpp"
#include "report/paper_of_answer.hpp"
#include "report/prove_paper.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

std::string pdf_of(const Answer& answer) {
    const auto& words = examples::paper_words().of(answer.language);
    return render_paper(
        paper_of(answer, examples::seller(answer.language), words, make_date(2026, 3, 2)).value(),
        words);
}

std::string difference(const std::string& pdf, const Answer& answer) {
    return prove_paper(pdf, answer, examples::paper_words().of(answer.language)).value_or("");
}

constexpr std::array kinds = {AnswerKind::confirmation, AnswerKind::proposal, AnswerKind::question,
                              AnswerKind::rejection};

TEST(PaperProof, passesWhatWasPrintedInEveryKindAndLanguage) {
    for (const auto language : answer_languages)
        for (const auto kind : kinds) {
            const auto answer = examples::answer(kind, language);
            EXPECT_EQ(difference(pdf_of(answer), answer), "") << language;
        }
}

TEST(PaperProof, stopsAPaperThatSaysSomethingElse) {
    for (const auto language : {"nl", "zh"}) {
        const auto answer = examples::answer(AnswerKind::proposal, language);
        const auto pdf = pdf_of(answer);
        const auto expect_stop = [&](const char* what, auto&& change) {
            auto other = answer;
            change(other);
            EXPECT_NE(difference(pdf, other), "") << language << ": " << what;
        };
        expect_stop("number", [](Answer& a) { a.official_no = "SO-26-000413"; });
        expect_stop("revision", [](Answer& a) { a.revision = 3; });
        expect_stop("buyer's number", [](Answer& a) { a.buyer_order_no = "4500018"; });
        expect_stop("item", [](Answer& a) { a.lines[1].sku = "NK-211"; });
        expect_stop("quantity", [](Answer& a) { a.lines[1].quantity = Decimal{109}; });
        expect_stop("end of a quantity", [](Answer& a) { a.lines[1].quantity = Decimal{8}; });
        expect_stop("price", [](Answer& a) { a.lines[1].price = Decimal{116}; });
        expect_stop("amount", [](Answer& a) { a.lines[1].amount = Decimal{125}; });
        expect_stop("line", [](Answer& a) { std::swap(a.lines[0].amount, a.lines[1].amount); });
        expect_stop("day", [](Answer& a) { a.lines[0].promised = make_date(2026, 3, 6); });
        expect_stop("part", [](Answer& a) { a.lines[2].parts[1].date = make_date(2026, 3, 18); });
        expect_stop("backorder", [](Answer& a) { a.lines[3].backorder = Decimal{17}; });
        expect_stop("taken", [](Answer& a) { a.lines[4].answer = LineAnswer::accepted; });
        expect_stop("net", [](Answer& a) { a.net = a.net + Decimal{1}; });
        expect_stop("gross", [](Answer& a) { a.gross = a.gross + Decimal{1}; });
        expect_stop("deviation", [](Answer& a) { a.deviations[1].ordered = "0.72"; });
        expect_stop("until", [](Answer& a) { a.answer_by = make_date(2026, 3, 5); });
        expect_stop("silence", [](Answer& a) { a.silence_consents = true; });
        expect_stop("kind", [](Answer& a) { a.kind = AnswerKind::confirmation; });
    }
    EXPECT_NE(difference("%PDF-1.5 broken", examples::answer(AnswerKind::question, "nl")), "");
}

TEST(PaperProof, holdsOverManyPagesAndForChineseNamesAmongLatinOnes) {
    auto answer = examples::answer(AnswerKind::confirmation, "nl");
    const auto line = answer.lines[0];
    for (std::uint32_t i = 2; i < 60; ++i) {
        answer.lines.push_back(line);
        answer.lines.back().index = i;
        answer.lines.back().buyer_line = std::to_string(i + 1);
        answer.lines.back().sku = cat("NK-9", i, "-Z");
        answer.lines.back().name = "透明封箱胶带 with a name that takes several lines of its cell";
    }
    EXPECT_EQ(difference(pdf_of(answer), answer), "");
}

TEST(PaperProof, findsArticleNumbersThatTakeSeveralLines) {
    auto answer = examples::answer(AnswerKind::proposal, "de");
    answer.lines[1].sku = "NK-" + std::string(120, '7') + "-A";
    answer.lines[2].sku.clear();
    EXPECT_EQ(difference(pdf_of(answer), answer), "");
}

TEST(PaperOfAnswer, isThereForWhatPeopleRead) {
    const auto& words = examples::paper_words().of("nl");
    for (const auto kind : {AnswerKind::receipt, AnswerKind::repeat_of_answer, AnswerKind::contrl})
        EXPECT_FALSE(paper_of(examples::answer(kind, "nl"), PaperSeller{}, words, Date{}));
    auto refused = examples::answer(AnswerKind::rejection, "nl");
    EXPECT_TRUE(paper_of(refused, PaperSeller{}, words, Date{}));
    refused.answered.document_class = DocumentClass::order_change;
    EXPECT_FALSE(paper_of(refused, PaperSeller{}, words, Date{})) << "a change, not the order";
    auto cancelled = examples::answer(AnswerKind::confirmation, "nl");
    cancelled.answered.document_class = DocumentClass::order_cancellation;
    EXPECT_FALSE(paper_of(cancelled, PaperSeller{}, words, Date{})) << "nothing is confirmed";
    const auto paper = paper_of(examples::answer(AnswerKind::proposal, "nl"), PaperSeller{}, words,
                                make_date(2026, 3, 2));
    EXPECT_EQ(paper->number, "SO-26-000412/2");
    EXPECT_EQ(paper->previous, "SO-26-000412");
    EXPECT_EQ(paper->deviations.size(), 6U);
    EXPECT_EQ(paper->lines[4].quantity, Decimal{});
    EXPECT_EQ(paper->lines[1].discount, Decimal::parse("-9.66").value());
}

Answer goods_left(std::string_view language) {
    auto answer = examples::answer(AnswerKind::despatch, language);
    answer.despatch = two_lines_left();
    auto& slip = *answer.despatch;
    slip.shipment.clear();
    slip.ship_to = {.name = "DC Zwolle",
                    .street = "Havenweg 1",
                    .postcode = "8011 AA",
                    .city = "Zwolle",
                    .country = "NL"};
    slip.lines[0].batches = {{"L2602-17", Decimal{250}}, {"L2602-18", Decimal{50}}};
    return answer;
}

TEST(PaperProof, passesTheDeliveryNoteInEveryLanguageAndStopsAnother) {
    for (const auto language : answer_languages) {
        const auto answer = goods_left(language);
        const auto pdf = pdf_of(answer);
        EXPECT_EQ(difference(pdf, answer), "") << language;
        const auto expect_stop = [&](const char* what, auto&& change) {
            auto other = answer;
            change(other, *other.despatch);
            EXPECT_NE(difference(pdf, other), "") << language << ": " << what;
        };
        expect_stop("number", [](Answer&, DespatchSlip& s) { s.number = "DN-26-000872"; });
        expect_stop("order", [](Answer& a, DespatchSlip&) { a.buyer_order_no = "4500018"; });
        expect_stop("day", [](Answer&, DespatchSlip& s) { s.day = make_date(2026, 3, 6); });
        expect_stop("batch", [](Answer&, DespatchSlip& s) { s.lines[0].batches[1].batch = "L9"; });
        expect_stop("quantity",
                    [](Answer&, DespatchSlip& s) { s.lines[0].batches[1].quantity = Decimal{51}; });
        expect_stop("rest", [](Answer&, DespatchSlip& s) { s.lines[0].open = Decimal{201}; });
        expect_stop("item", [](Answer&, DespatchSlip& s) { s.lines[1].sku = "NK-211"; });
    }
}

TEST(PaperProof, passesTheComplaintReceiptInEveryLanguageAndStopsAnother) {
    for (const auto language : answer_languages) {
        auto answer = examples::answer(AnswerKind::complaint_receipt, language);
        answer.complaint = ComplaintSlip{.number = "KL-26-0042",
                                         .official_no = "SO-26-000411",
                                         .buyer_order_no = "4500017",
                                         .handler = "klachten@noordkade.example",
                                         .due = make_date(2026, 3, 9),
                                         .said = {"Bij de vorige waren 6 rollen beschadigd."},
                                         .items = {{"NK-330", "folie", Decimal{6}, "XRO"}}};
        const auto pdf = pdf_of(answer);
        EXPECT_EQ(difference(pdf, answer), "") << language;
        const auto expect_stop = [&](const char* what, auto&& change) {
            auto other = answer;
            change(*other.complaint);
            EXPECT_NE(difference(pdf, other), "") << language << ": " << what;
        };
        expect_stop("number", [](ComplaintSlip& s) { s.number = "KL-26-0043"; });
        expect_stop("words", [](ComplaintSlip& s) { s.said[0] = "Alles was goed."; });
        expect_stop("day", [](ComplaintSlip& s) { s.due = make_date(2026, 3, 10); });
        expect_stop("quantity", [](ComplaintSlip& s) { s.items[0].quantity = Decimal{7}; });
    }
}

} // namespace
} // namespace besteld

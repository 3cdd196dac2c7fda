// SPDX-License-Identifier: Apache-2.0
// Outbound slip and invoice request as they leave: drawn from the answer, read back and compared.
#include "examples.hpp"
#include "tests/support/house_sample.hpp"

#include "base/text.hpp"
#include "order/answer_words.hpp"
#include "report/lay_out.hpp"
#include "report/paper_of_answer.hpp"
#include "report/prove_paper.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace besteld {
namespace {

constexpr std::array kinds = {AnswerKind::outbound_slip, AnswerKind::invoice_request};

Paper paper_from(const Answer& answer, Print print = Print::original) {
    return paper_of(answer, examples::seller(answer.language),
                    examples::paper_words().of(answer.language), make_date(2026, 3, 9), print)
        .value();
}
std::string pdf_of(const Answer& answer, Print print = Print::original) {
    return render_paper(paper_from(answer, print), examples::paper_words().of(answer.language));
}
std::string difference(const std::string& pdf, const Answer& answer) {
    return prove_paper(pdf, answer, examples::paper_words().of(answer.language)).value_or("");
}

TEST(HousePaper, isProvedInEveryLanguage) {
    for (const auto language : answer_languages)
        for (const auto kind : kinds) {
            const auto answer = house_answer(kind, language);
            const auto pdf = pdf_of(answer);
            EXPECT_EQ(difference(pdf, answer), "") << language;
            EXPECT_EQ(difference(pdf_of(answer, Print::reprint), answer), "") << language;
            if (const char* folder = std::getenv("BESTELD_KEEP_PAPERS"))
                std::ofstream(std::filesystem::path(folder) /
                                  cat("made_", language, "_", answer.house->number, ".pdf"),
                              std::ios::binary)
                    << pdf;
        }
}

TEST(HousePaper, isStoppedWhenItSaysSomethingElse) {
    for (const auto language : {"nl", "zh"})
        for (const auto kind : kinds) {
            const auto answer = house_answer(kind, language);
            const auto pdf = pdf_of(answer);
            const auto expect_stop = [&](const char* what, auto&& change) {
                auto other = answer;
                change(other, *other.house);
                EXPECT_NE(difference(pdf, other), "") << language << ": " << what;
            };
            const auto line = [](HousePaper& p) -> HouseLine& { return p.lines[1]; };
            expect_stop("number", [](Answer&, HousePaper& p) { p.number += "9"; });
            expect_stop("order", [](Answer& a, HousePaper&) { a.official_no = "SO-26-000413"; });
            expect_stop("item", [&](Answer&, HousePaper& p) { line(p).sku = "NK-211"; });
            expect_stop("count", [&](Answer&, HousePaper& p) { line(p).quantity = Decimal{37}; });
            expect_stop("note", [](Answer&, HousePaper& p) { p.delivery_nos = {"DN-26-1"}; });
            if (kind == AnswerKind::outbound_slip) {
                expect_stop("batch", [&](Answer&, HousePaper& p) { line(p).batch = "L9"; });
                expect_stop("asked",
                            [](Answer&, HousePaper& p) { p.lines[0].requested = Decimal{109}; });
                expect_stop("copy", [](Answer&, HousePaper& p) { p.copies.push_back("Lager 7"); });
                expect_stop("carrier", [](Answer&, HousePaper& p) { p.carrier = "Other"; });
                continue;
            }
            expect_stop("tax number", [](Answer&, HousePaper& p) { p.party.tax_number += "9"; });
            expect_stop("account", [](Answer&, HousePaper& p) { p.party.account = "7777"; });
            expect_stop("proof", [](Answer&, HousePaper& p) { p.proof = "scan-1.pdf"; });
            expect_stop("amount", [&](Answer&, HousePaper& p) { line(p).amount = Decimal{9}; });
            expect_stop("tax", [&](Answer&, HousePaper& p) { line(p).tax = Decimal{9}; });
            expect_stop("gross", [](Answer& a, HousePaper&) { a.gross += Decimal{1}; });
        }
}

TEST(HousePaper, hasASheetForEachCopyAndItsOwnDay) {
    const auto answer = house_answer(AnswerKind::outbound_slip, "zh");
    const auto text = examples::text_of(pdf_of(answer));
    for (const auto* copy :
         {"存根联", "财务联", "客户联", "回单联", "制单", "审核", "仓管", "经手"})
        EXPECT_NE(text.find(copy), std::string::npos) << copy;
    EXPECT_EQ(text.find("magazijn@"), std::string::npos) << "the recipient is no customer";
    EXPECT_EQ(paper_from(answer).issued, make_date(2026, 3, 5));
    EXPECT_NE(examples::text_of(pdf_of(answer, Print::reprint)).find("补打"), std::string::npos);
}

TEST(HousePaper, saysTheAmountInCapitalsAndWhatTaxLawCallsTheGoods) {
    const auto text = examples::text_of(pdf_of(house_answer(AnswerKind::invoice_request, "zh")));
    for (const auto* said : {"肆仟伍佰捌拾元零贰分", "*纸制品*纸箱", "91310000MA1FL0000N",
                             "增值税专用发票", "示例银行上海分行", "DN-26-000871"})
        EXPECT_NE(text.find(said), std::string::npos) << said << "\n" << text;
}

TEST(HousePaper, isNoneForTheWordAboutAMissingNote) {
    const auto answer = house_answer(AnswerKind::proof_reminder, "nl");
    EXPECT_FALSE(paper_of(answer, examples::seller("nl"), examples::paper_words().of("nl"),
                          make_date(2026, 3, 9)));
}

} // namespace
} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
// The mail that goes with goods, in every language: golden files, and the proof that finds what is
// missing.
#include "deliver/prove_answer.hpp"
#include "mail_golden.hpp"
#include "tests/support/despatch_sample.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

using namespace golden;

Answer despatch(std::string_view language) {
    Answer answer{.kind = AnswerKind::despatch,
                  .case_no = "IN-26-000123",
                  .official_no = "SO-26-000412",
                  .language = std::string(language),
                  .customer_no = "C1001",
                  .buyer_order_no = "4500009",
                  .ship_to = "DC Zwolle, Havenweg 1, 8011 AA Zwolle, NL",
                  .recipient = "petra@korenaar.example"};
    answer.despatch = two_lines_left();
    answer.despatch->lines[0].buyer_item = "BX30";
    answer.despatch->lines[0].name = "doos <300>";
    return answer;
}

TEST(DespatchMail, isAsTheGoldenFilesInEveryLanguageAndProvesItself) {
    for (const auto language : answer_languages) {
        const auto answer = despatch(language);
        const auto mail = renderer().render(answer, seller);
        expect_golden(cat(language, "/despatch.txt"), cat(mail.subject, "\n\n", mail.text));
        expect_golden(cat(language, "/despatch.html"), mail.html);
        EXPECT_EQ(prove_mail(mail, answer, renderer().words(language)).value_or(""), "");
    }
}

TEST(DespatchMail, isNotSentWhenItSaysAnotherFigure) {
    const auto answer = despatch("nl");
    const auto mail = renderer().render(answer, seller);
    const auto& words = renderer().words("nl");
    const auto expect_stop = [&](const char* what, auto&& change) {
        auto other = answer;
        change(other, *other.despatch);
        EXPECT_TRUE(prove_mail(mail, other, words)) << what;
    };
    expect_stop("note", [](Answer&, DespatchSlip& s) { s.number = "DN-26-000872"; });
    expect_stop("order", [](Answer& a, DespatchSlip&) { a.buyer_order_no = "4500010"; });
    expect_stop("day", [](Answer&, DespatchSlip& s) { s.day = make_date(2026, 3, 6); });
    expect_stop("track", [](Answer&, DespatchSlip& s) { s.track_no = "VD0002"; });
    expect_stop("delivered", [](Answer&, DespatchSlip& s) { s.lines[0].delivered = Decimal{301}; });
    expect_stop("batch", [](Answer&, DespatchSlip& s) { s.lines[0].batches[1].batch = "L9"; });
    expect_stop("rest", [](Answer&, DespatchSlip& s) { s.lines[0].open = Decimal{199}; });
    expect_stop("nothing", [](Answer& a, DespatchSlip&) { a.despatch.reset(); });
}

} // namespace
} // namespace besteld

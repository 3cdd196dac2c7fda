// SPDX-License-Identifier: Apache-2.0
// The mails that carry papers of the house to colleagues, in every language: golden files, and the
// proof that finds what is missing.
#include "deliver/prove_answer.hpp"
#include "mail_golden.hpp"
#include "tests/support/house_sample.hpp"

#include "base/text.hpp"
#include "order/order_json.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

using namespace golden;

struct NamedKind {
    AnswerKind kind;
    std::string_view name;
};
constexpr NamedKind kinds[] = {{AnswerKind::outbound_slip, "outbound_slip"},
                               {AnswerKind::invoice_request, "invoice_request"},
                               {AnswerKind::proof_reminder, "proof_reminder"}};

TEST(HouseMail, isAsTheGoldenFilesInEveryLanguageAndProvesItself) {
    for (const auto language : answer_languages)
        for (const auto& [kind, name] : kinds) {
            const auto answer = house_answer(kind, language);
            const auto mail = renderer().render(answer, seller);
            expect_golden(cat(language, "/", name, ".txt"), cat(mail.subject, "\n\n", mail.text));
            expect_golden(cat(language, "/", name, ".html"), mail.html);
            EXPECT_EQ(prove_mail(mail, answer, renderer().words(language)).value_or(""), "");
        }
}

TEST(HouseMail, isNotSentWhenItSaysAnotherFigure) {
    const auto& words = renderer().words("nl");
    const auto expect_stop = [&](AnswerKind kind, const char* what, auto&& change) {
        const auto answer = house_answer(kind, "nl");
        const auto mail = renderer().render(answer, seller);
        auto other = answer;
        change(other, *other.house);
        EXPECT_TRUE(prove_mail(mail, other, words)) << what;
    };
    const auto slip = AnswerKind::outbound_slip;
    const auto request = AnswerKind::invoice_request;
    expect_stop(slip, "number", [](Answer&, HousePaper& p) { p.number = "XSCK20260305-0002"; });
    expect_stop(slip, "note", [](Answer&, HousePaper& p) { p.delivery_nos = {"DN-26-000872"}; });
    expect_stop(slip, "day", [](Answer&, HousePaper& p) { p.goods_day = make_date(2026, 3, 6); });
    expect_stop(slip, "batch", [](Answer&, HousePaper& p) { p.lines[1].batch = "L9"; });
    expect_stop(slip, "went", [](Answer&, HousePaper& p) { p.lines[0].quantity = Decimal{73}; });
    expect_stop(request, "total", [](Answer& a, HousePaper&) { a.gross = Decimal{1}; });
    expect_stop(request, "order", [](Answer& a, HousePaper&) { a.official_no = "SO-26-000413"; });
    expect_stop(request, "customer", [](Answer& a, HousePaper&) { a.customer_no = "C1002"; });
    expect_stop(AnswerKind::proof_reminder, "days",
                [](Answer&, HousePaper& p) { p.waited_days = 44; });
}

TEST(HouseMail, staysInside) {
    for (const auto& [kind, name] : kinds)
        EXPECT_TRUE(stays_inside(kind)) << name;
    EXPECT_FALSE(stays_inside(AnswerKind::despatch));
}

TEST(HouseMail, isKeptAsItIs) {
    for (const auto& [kind, name] : kinds) {
        const auto text = to_json_text(house_answer(kind, "zh"));
        EXPECT_EQ(to_json_text(answer_from_json(text)), text) << name;
    }
}

} // namespace
} // namespace besteld

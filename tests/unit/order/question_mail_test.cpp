// SPDX-License-Identifier: Apache-2.0
#include "deliver/prove_answer.hpp"
#include "mail_golden.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

using golden::renderer;

Answer question(std::string_view language) {
    Answer answer{.kind = AnswerKind::question,
                  .case_no = "IN-26-000123",
                  .language = std::string(language),
                  .buyer_order_no = "4500017",
                  .questions = {{.check = "not_a_multiple",
                                 .quote = "100 rollen",
                                 .ordered = "100 XRO",
                                 .choices = {"108 XRO", "1000 XRO"},
                                 .effects = {{.value = "108"}, {.value = "1000"}}},
                                {.check = "lead_time_too_short",
                                 .choices = {"2026-03-10"},
                                 .effects = {{.value = "2026-03-10"}}}},
                  .answer_by = make_date(2026, 3, 4),
                  .question_no = 1,
                  .reply_token = "IN-26-000123-Q1-aaaabbbbccccdddd",
                  .answer_url = "https://orders.noordkade.example/a/in-26-000123-q1-xyz"};
    return answer;
}

bool has(std::string_view text, std::string_view piece) {
    return text.find(piece) != std::string_view::npos;
}

TEST(QuestionMail, saysHowToAnswerAndCarriesItsTokenEverywhere) {
    for (const auto language : answer_languages) {
        const Answer answer = question(language);
        const auto mail = renderer().render(answer, Seller{});
        EXPECT_FALSE(prove_mail(mail, answer, renderer().words(language))) << language;
        EXPECT_TRUE(mail.subject.ends_with("[IN-26-000123-Q1-aaaabbbbccccdddd]")) << mail.subject;
        for (const auto& form : {mail.text, mail.html}) {
            EXPECT_TRUE(has(form, "1A 2A")) << form;
            EXPECT_TRUE(has(form, answer.reply_token)) << form;
            EXPECT_TRUE(has(form, answer.answer_url)) << form;
            EXPECT_TRUE(has(form, "A: 108 ")) << form;
        }
    }
    EXPECT_TRUE(has(renderer().render(question("nl"), Seller{}).text, "B: 1.000 rollen"));
    EXPECT_TRUE(has(renderer().render(question("de"), Seller{}).text, "A: Dienstag, 10.03.2026") ||
                has(renderer().render(question("de"), Seller{}).text, "10.03.2026"));
}

TEST(QuestionMail, withoutAPublicPageHasNoLink) {
    auto answer = question("en");
    answer.answer_url.clear();
    const auto mail = renderer().render(answer, Seller{});
    EXPECT_FALSE(has(mail.text, "page"));
    EXPECT_FALSE(has(mail.html, "<a "));
}

TEST(QuestionMail, ofAReminderSaysSoInItsSubject) {
    auto answer = question("en");
    answer.reminder = 1;
    EXPECT_TRUE(renderer().render(answer, Seller{}).subject.starts_with("Reminder: "));
}

TEST(QuestionMail, withNothingToChooseFromOffersNoLetters) {
    auto answer = question("en");
    answer.questions = {{.free_text = "Which colour?"}};
    const auto mail = renderer().render(answer, Seller{});
    EXPECT_FALSE(has(mail.text, "1A"));
    EXPECT_TRUE(has(mail.text, "Which colour?"));
}

} // namespace
} // namespace besteld

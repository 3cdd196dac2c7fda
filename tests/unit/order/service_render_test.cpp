// SPDX-License-Identifier: Apache-2.0
// Status answers and complaints in every language: golden files, and the proof that finds what is
// missing. The figures themselves: order/order_status.
#include "deliver/prove_answer.hpp"
#include "mail_golden.hpp"
#include "order/order_status.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

using namespace golden;

Date march(unsigned day) {
    return make_date(2026, 3, day);
}

Answer status(std::string_view language) {
    Answer answer{.kind = AnswerKind::status,
                  .case_no = "IN-26-000123",
                  .language = std::string(language),
                  .customer_no = "C1001",
                  .buyer_order_no = "4500009, 4500011",
                  .recipient = "petra@korenaar.example"};
    answer.statuses = {
        {.official_no = "SO-26-000412",
         .buyer_order_no = "4500009",
         .phase = StatusPhase::part_delivered,
         .lines = {{.buyer_line = "1",
                    .sku = "NK-100",
                    .name = "doos <300>",
                    .unit = "H87",
                    .ordered = Decimal{500},
                    .confirmed = Decimal{500},
                    .delivered = Decimal{300},
                    .open = Decimal{200},
                    .expected = {{Decimal{100}, march(5)}, {Decimal{100}, std::nullopt}}},
                   {.buyer_line = "2",
                    .sku = "NK-210",
                    .name = "PP-tape",
                    .unit = "XRO",
                    .ordered = Decimal{72},
                    .confirmed = Decimal{72},
                    .expected = {{Decimal{72}, march(5)}}}},
         .shipments = {{"DN-26-000871", march(3), "Snelpost", "3SNK0001"}}},
        {.buyer_order_no = "4500011",
         .phase = StatusPhase::being_checked,
         .lines = {{.buyer_line = "1",
                    .sku = "NK-330",
                    .name = "folie",
                    .unit = "XRO",
                    .ordered = Decimal{12}}}}};
    return answer;
}

Answer complaint(AnswerKind kind, std::string_view language) {
    Answer answer{.kind = kind,
                  .case_no = "IN-26-000124",
                  .language = std::string(language),
                  .customer_no = "C1001",
                  .customer_name = "Bakkerij De Korenaar B.V.",
                  .buyer_order_no = "4500008",
                  .recipient = "klachten@noordkade.example"};
    answer.complaint = ComplaintSlip{.number = "KL-26-0042",
                                     .official_no = "SO-26-000411",
                                     .buyer_order_no = "4500008",
                                     .handler = "klachten@noordkade.example",
                                     .due = march(9),
                                     .said = {"Bij de vorige waren 6 rollen <beschadigd>."},
                                     .items = {{"NK-330", "folie", Decimal{6}, "XRO"}},
                                     .cause = "transport"};
    return answer;
}

void hold(const std::string& stem, const Answer& answer) {
    const RenderedMail mail = renderer().render(answer, seller);
    const std::string base = cat(answer.language, "/", stem);
    expect_golden(base + ".txt", cat(mail.subject, "\n\n", mail.text));
    expect_golden(base + ".html", mail.html);
    EXPECT_EQ(prove_mail(mail, answer, renderer().words(answer.language)).value_or(""), "") << base;
}

TEST(ServiceMail, isAsTheGoldenFilesInEveryLanguageAndProvesItself) {
    for (const auto language : answer_languages) {
        hold("status", status(language));
        hold("complaint", complaint(AnswerKind::complaint_receipt, language));
        hold("complaint_notice", complaint(AnswerKind::complaint_notice, language));
        hold("complaint_reminder", complaint(AnswerKind::complaint_reminder, language));
    }
}

TEST(ServiceMail, promisesNoPriceAndNamesNoCauseToTheCustomer) {
    for (const auto language : answer_languages) {
        const auto told = renderer().render(status(language), seller).text;
        EXPECT_EQ(told.find("EUR"), std::string::npos);
        const auto receipt =
            renderer().render(complaint(AnswerKind::complaint_receipt, language), seller).text;
        const auto& words = renderer().words(language);
        EXPECT_EQ(receipt.find(words.at("cause.transport")), std::string::npos) << receipt;
    }
}

TEST(ServiceMail, aComplaintWithoutAnOrderHasASubjectWithoutOne) {
    auto answer = complaint(AnswerKind::complaint_receipt, "nl");
    answer.buyer_order_no.clear();
    answer.complaint->buyer_order_no.clear();
    EXPECT_EQ(renderer().render(answer, seller).subject, "Melding geregistreerd KL-26-0042");
}

TEST(ServiceMail, isNotSentWhenAFigureIsMissing) {
    const auto answer = status("en");
    auto mail = renderer().render(answer, seller);
    mail.text = replace_all(mail.text, "3SNK0001", "");
    EXPECT_EQ(prove_mail(mail, answer, renderer().words("en")), "the text does not say 3SNK0001");
    auto other = renderer().render(answer, seller);
    other.html = replace_all(other.html, "200", "300");
    EXPECT_TRUE(prove_mail(other, answer, renderer().words("en")));
    auto slip = complaint(AnswerKind::complaint_receipt, "en");
    auto receipt = renderer().render(slip, seller);
    slip.complaint->due = march(10);
    EXPECT_TRUE(prove_mail(receipt, slip, renderer().words("en")));
}

// ── the figures ──────────────────────────────────────────────────────────────────────────────────
struct World {
    Order order;
    Answer told{.kind = AnswerKind::confirmation};

    World() {
        order.buyer_order_no = "4500009";
        order.lines = {{.index = 0, .buyer_line = "1", .sku = "NK-100", .unit = "H87"}};
        order.lines[0].quantity = Sourced<Decimal>{.value = Decimal{500}};
        told.lines = {{.index = 0,
                       .buyer_line = "1",
                       .sku = "NK-100",
                       .ordered_quantity = Decimal{500},
                       .ordered_unit = "H87",
                       .quantity = Decimal{500},
                       .unit = "H87",
                       .promised = march(5)}};
    }
    StatusLine line(OrderState state, std::optional<DeliveredSoFar> delivered = {}) const {
        return status_of({.official_no = "SO-26-000001",
                          .state = state,
                          .order = order,
                          .told = &told,
                          .delivered = std::move(delivered)})
            .lines.at(0);
    }
};

TEST(OrderStatusAnswer, nothingHasLeftBeforeTheWarehouseHasIt) {
    const auto line = World().line(OrderState::confirmed);
    EXPECT_EQ(line.confirmed, Decimal{500});
    EXPECT_EQ(line.delivered, Decimal{0});
    EXPECT_EQ(line.open, Decimal{500});
    ASSERT_EQ(line.expected.size(), 1U);
    EXPECT_EQ(line.expected[0].date, march(5));
}

TEST(OrderStatusAnswer, whatNobodyReportedIsNotKnown) {
    const auto line = World().line(OrderState::released);
    EXPECT_FALSE(line.delivered);
    EXPECT_FALSE(line.open);
    ASSERT_EQ(line.expected.size(), 1U);
    EXPECT_EQ(line.expected[0].quantity, Decimal{500});
}

TEST(OrderStatusAnswer, theEarliestPartsWereDeliveredFirst) {
    World world;
    world.told.lines[0].parts = {{Decimal{300}, march(5)}, {Decimal{200}, march(17)}};
    const auto line =
        world.line(OrderState::part_delivered, DeliveredSoFar{.by_line = {{0, Decimal{350}}}});
    EXPECT_EQ(line.open, Decimal{150});
    ASSERT_EQ(line.expected.size(), 1U);
    EXPECT_EQ(line.expected[0].quantity, Decimal{150});
    EXPECT_EQ(line.expected[0].date, march(17));
}

TEST(OrderStatusAnswer, aBackorderIsOpenWithoutADay) {
    World world;
    world.told.lines[0].quantity = Decimal{300};
    world.told.lines[0].backorder = Decimal{200};
    const auto line = world.line(OrderState::confirmed);
    EXPECT_EQ(line.confirmed, Decimal{500});
    ASSERT_EQ(line.expected.size(), 2U);
    EXPECT_FALSE(line.expected[1].date);
}

TEST(OrderStatusAnswer, aProposalConfirmsNothing) {
    World world;
    world.told.kind = AnswerKind::proposal;
    const auto line = world.line(OrderState::proposed);
    EXPECT_FALSE(line.confirmed);
    EXPECT_TRUE(line.expected.empty());
    EXPECT_EQ(phase_of(OrderState::proposed), StatusPhase::waits_for_you);
}

TEST(OrderStatusAnswer, aLineThatWasRejectedIsConfirmedAtNothing) {
    World world;
    world.told.lines[0].answer = LineAnswer::rejected;
    world.told.lines[0].quantity = {};
    const auto line = world.line(OrderState::confirmed);
    EXPECT_EQ(line.confirmed, Decimal{0});
    EXPECT_EQ(line.open, Decimal{0});
    EXPECT_TRUE(line.expected.empty());
}

TEST(OrderStatusAnswer, saysWhatIsOverdue) {
    const World world;
    const auto status = status_of({.official_no = "SO-26-000001",
                                   .state = OrderState::confirmed,
                                   .order = world.order,
                                   .told = &world.told,
                                   .delivered = {}});
    EXPECT_TRUE(overdue_in(status, march(5)).empty());
    const auto late = overdue_in(status, march(6));
    ASSERT_EQ(late.size(), 1U);
    EXPECT_EQ(late[0], "4500009 line 1: 500 of NK-100, promised 2026-03-05");
}

} // namespace
} // namespace besteld

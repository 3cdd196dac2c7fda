// SPDX-License-Identifier: Apache-2.0
#include "facts.hpp"

#include "report/kpi.hpp"
#include "report/reports.hpp"

#include <algorithm>

namespace besteld::reporting {

using testing::ElementsAre;

namespace {

std::int64_t good(const std::vector<Judged>& judged) {
    std::int64_t sum = 0;
    for (const auto& one : judged)
        sum += one.good;
    return sum;
}
std::int64_t of(const std::vector<Judged>& judged) {
    std::int64_t sum = 0;
    for (const auto& one : judged)
        sum += one.of;
    return sum;
}

struct Row {
    const char* what;
    OrderFacts order;
    std::int64_t good;
    std::int64_t of;
};

void expect_judged(JudgeOrder judge, const std::vector<Row>& rows, const KpiAsk& ask) {
    for (const auto& row : rows) {
        EXPECT_EQ(good(judge(row.order, ask)), row.good) << row.what;
        EXPECT_EQ(of(judge(row.order, ask)), row.of) << row.what;
    }
}

KpiAsk march() {
    return {.ask = ask_for("2026-03-01", "2026-03-31")};
}

std::string value_of(const Report& report, const std::string& kpi) {
    for (const auto& row : report.rows)
        if (std::get<std::string>(row.cells[0]) == "kpi." + kpi)
            return besteld::text_of(row.cells[1], report.columns[1], {});
    return "?";
}

} // namespace

TEST(Kpi, theFirstAnswerIsInTimeUntilTheMinuteItIsDue) {
    const auto due = on("2026-03-02", 13);
    expect_judged(judge_receipt,
                  {{"in time", Made("1").due(due).told(AnswerKind::receipt, due), 1, 1},
                   {"a minute late",
                    Made("2").due(due).told(AnswerKind::receipt, on("2026-03-02", 13, 1)), 0, 1},
                   {"never told", Made("3").due(due), 0, 1},
                   {"not due yet", Made("4").due(on("2027-03-02")), 0, 0},
                   {"nothing promised", Made("5").told(AnswerKind::receipt, due), 0, 0}},
                  march());
    auto waiting = Made("6").due(due).told(AnswerKind::receipt, due);
    waiting.facts().answers.front().sent = false; // in the outbox, not gone
    EXPECT_EQ(good(judge_receipt(waiting, march())), 0);
}

TEST(Kpi, waitingForTheCustomerIsNotOurTime) {
    const auto due = on("2026-03-02", 13);
    const auto asked = [&](Instant answered) {
        return Made("1")
            .due(due)
            .event("question.sent", on("2026-03-02", 10), Role::clerk,
                   OrderState::awaiting_customer)
            .event("question.reminded", on("2026-03-03", 10), Role::system,
                   OrderState::awaiting_customer)
            .event("answer.received", on("2026-03-04", 10), Role::customer, OrderState::in_review)
            .accepted(answered, "10");
    };
    expect_judged(judge_confirmation,
                  {{"two days of waiting taken off", asked(on("2026-03-04", 13)), 1, 1},
                   {"and no more", asked(on("2026-03-04", 14)), 0, 1}},
                  march());
}

TEST(Kpi, questionsAreAnsweredUntilTheEndOfTheirDay) {
    const auto asked = [](std::optional<Instant> answered) {
        Made order("1");
        order.event("question.sent", on("2026-03-02", 10));
        order.told(AnswerKind::question, on("2026-03-02", 10));
        order.facts().answers.back().answer_by = day("2026-03-04");
        if (answered) order.event("answer.received", *answered);
        return order;
    };
    expect_judged(judge_questions,
                  {{"on the last evening", asked(on("2026-03-04", 23, 59)), 1, 1},
                   {"after it", asked(on("2026-03-05", 0, 1)), 0, 1},
                   {"never", asked(std::nullopt), 0, 1}},
                  march());
}

TEST(Kpi, touchlessIsWhatNoHandTouchedBeforeItsAcceptance) {
    expect_judged(
        judge_touchless,
        {{"straight through", Made("1").accepted(on("2026-03-02"), "10"), 1, 1},
         {"released by a clerk", Made("2").event("order.accepted", on("2026-03-02"), Role::clerk),
          0, 1},
         {"a value was corrected",
          Made("3")
              .event("resolution.recorded", on("2026-03-02"), Role::clerk)
              .accepted(on("2026-03-02"), "10"),
          0, 1},
         {"the customer's own answer is no hand of ours",
          Made("4")
              .event("answer.received", on("2026-03-02"), Role::customer)
              .accepted(on("2026-03-02"), "10"),
          1, 1},
         {"rejected", Made("5").event("order.rejected", on("2026-03-02"), Role::clerk), 0, 0}},
        march());
}

TEST(Kpi, touchlessAndRightIsWhatNobodyHadToMendForThirtyDays) {
    const auto accepted = [] { return Made("1").accepted(on("2026-03-02", 12), "10"); };
    expect_judged(
        judge_touchless_and_right,
        {{"nothing came after", accepted(), 1, 1},
         {"complained about on the 30th day",
          accepted().event("complaint.linked", on("2026-04-01", 11, 59)), 0, 1},
         {"complained about after it", accepted().event("complaint.linked", on("2026-04-01", 13)),
          1, 1},
         {"we ended it",
          accepted().event("order.cancelled_by_seller", on("2026-03-03"), Role::lead), 0, 1},
         {"we broke our promise", accepted().event("promise.broken", on("2026-03-03"), Role::clerk),
          0, 1},
         {"the customer changed his mind",
          accepted().event("change.applied", on("2026-03-03"), Role::second_clerk), 1, 1},
         {"somebody touched it before",
          Made("2").event("order.accepted", on("2026-03-02"), Role::clerk), 0, 1}},
        march());
    auto young = march();
    young.ask.now = on("2026-03-31");
    EXPECT_EQ(of(judge_touchless_and_right(accepted(), young)), 0); // not known yet
}

TEST(Kpi, fourEyesAreTwoPeople) {
    const auto released = [](const std::string& second) {
        Made order("1");
        order.event("review.completed", on("2026-03-02", 10), Role::clerk,
                    OrderState::awaiting_second);
        order.accepted(on("2026-03-02", 11), "10");
        order.facts().releases.back().second_by = second;
        return order;
    };
    expect_judged(judge_four_eyes,
                  {{"two", released("bram"), 1, 1},
                   {"one", released(""), 0, 1},
                   {"the same", released("anna"), 0, 1},
                   {"none due", Made("2").accepted(on("2026-03-02"), "10"), 0, 0}},
                  march());
}

TEST(Kpi, aPromiseIsKeptByTheWholeLineOnItsDay) {
    const auto delivered = [](std::vector<std::pair<const char*, const char*>> shipments) {
        auto order = Made("1").accepted(on("2026-03-02"), "100", "10");
        order.facts().answers.back().lines.front().promised = day("2026-03-05");
        order.facts().fulfilment.emplace();
        for (const auto& [at, quantity] : shipments)
            order.facts().fulfilment->shipments.push_back(
                {.posted_at = on(at, 17), .quantities = {{0, money(quantity)}}});
        return order;
    };
    auto unreported = Made("2").accepted(on("2026-03-02"), "100", "10");
    unreported.facts().answers.back().lines.front().promised = day("2026-03-05");
    expect_judged(judge_promise,
                  {{"in two parts", delivered({{"2026-03-04", "4"}, {"2026-03-05", "6"}}), 1, 1},
                   {"a day late", delivered({{"2026-03-04", "4"}, {"2026-03-06", "6"}}), 0, 1},
                   {"short", delivered({{"2026-03-05", "9"}}), 0, 1},
                   {"nothing went", delivered({}), 0, 1},
                   {"nobody reports", unreported, 0, 0}},
                  march());
}

TEST(Kpi, complaintsAreRegisteredOnTheNextWorkingDayAndPassedOnAtOnce) {
    const auto complaint = [](Instant registered, Instant passed_on) {
        Made order("1", on("2026-03-06", 15)); // a Friday
        order.facts().document_class = DocumentClass::complaint;
        order.event("complaint.registered", registered).event("complaint.passed_on", passed_on);
        return order;
    };
    const auto monday = on("2026-03-09", 23), tuesday = on("2026-03-10", 9);
    expect_judged(judge_complaint_registered,
                  {{"on Monday", complaint(monday, monday), 1, 1},
                   {"on Tuesday", complaint(tuesday, tuesday), 0, 1},
                   {"an order is none", Made("2"), 0, 0}},
                  march());
    auto closed = march();
    closed.ask.holidays = {day("2026-03-09")};
    EXPECT_EQ(good(judge_complaint_registered(complaint(tuesday, tuesday), closed)), 1);
    expect_judged(judge_complaint_passed_on,
                  {{"the same day", complaint(monday, monday), 1, 1},
                   {"the next", complaint(monday, tuesday), 0, 1}},
                  march());
}

TEST(Kpi, withoutDataSaysWhyAndNeverNought) {
    const auto report = kpi_report({}, march());
    for (const auto& kpi : kpis())
        EXPECT_EQ(value_of(report, std::string(kpi.name)), "no_data") << kpi.name;
    EXPECT_EQ(value_of(report, "backlog_oldest"), "no_data");
    EXPECT_EQ(value_of(report, "backlog_open"), "0"); // known: nothing waits
    for (const auto& row : report.rows)
        if (std::holds_alternative<NoData>(row.cells[1]))
            EXPECT_NE(std::get<std::string>(row.cells.back()), "");
}

TEST(Kpi, countsInThePeriodOfItsOwnMoment) {
    // received in February, accepted in March
    const KpiFacts facts{.facts = {Made("1", on("2026-02-27")).accepted(on("2026-03-02"), "10"),
                                   Made("2", on("2026-03-30")).accepted(on("2026-04-01"), "10")}};
    const auto report = kpi_report(facts, march());
    EXPECT_EQ(value_of(report, "touchless"), "100");
    auto by_channel = march();
    by_channel.ask.by = "channel";
    by_channel.only = "touchless";
    EXPECT_THAT(rows_of(kpi_report(facts, by_channel)),
                ElementsAre("kpi.touchless | edifact | 100 | unit.percent | 1 | 1 |  | "));
}

TEST(Kpi, listsTheNumbersThatMissedIt) {
    const KpiFacts facts{
        .facts = {Made("1").accepted(on("2026-03-02"), "10"),
                  Made("2").event("order.accepted", on("2026-03-02"), Role::clerk)}};
    auto ask = march();
    ask.only = "touchless";
    const auto report = kpi_report(facts, ask);
    ASSERT_EQ(report.rows.size(), 1U);
    EXPECT_THAT(report.rows[0].orders, ElementsAre("SO-2"));
    EXPECT_EQ(value_of(report, "touchless"), "50");
}

TEST(Kpi, hoursToTheAnswerAreTheMedianAndTheNinetiethOfAHundred) {
    KpiFacts facts;
    for (int hours = 1; hours <= 10; ++hours)
        facts.facts.push_back(Made(std::to_string(hours), on("2026-03-02", 0))
                                  .accepted(on("2026-03-02", 0) + std::chrono::hours(hours), "1"));
    const auto report = kpi_report(facts, march());
    EXPECT_EQ(value_of(report, "hours_median"), "5");
    EXPECT_EQ(value_of(report, "hours_p90"), "9");
}

TEST(OpenOrders, standByTheWeekPromised) {
    auto partly = Made("1").accepted(on("2026-03-02"), "100", "10");
    partly.facts().state = OrderState::part_delivered;
    partly.facts().answers.back().lines.front().promised = day("2026-03-12");
    partly.facts().fulfilment = FactFulfilment{
        .shipments = {{.posted_at = on("2026-03-05"), .quantities = {{0, Decimal(4)}}}}};
    auto undated = Made("2").accepted(on("2026-03-02"), "50");
    undated.facts().state = OrderState::confirmed;
    auto over = Made("3").accepted(on("2026-03-02"), "70");
    over.facts().state = OrderState::closed;
    EXPECT_THAT(rows_of(open_orders_report({partly, undated, over},
                                           ask_for("2026-03-01", "2026-03-31", "week"))),
                ElementsAre("2026-W11 | EUR | 1 | 1 | 60.00", "undated | EUR | 1 | 1 | 50.00"));
}

TEST(Discrepancies, aPareto) {
    auto first = Made("1"), second = Made("2");
    first.facts().findings = {
        {.check = Check::price_below_agreed},
        {.check = Check::not_a_multiple},
        {.check = Check::promotion_missed, .severity = FindingSeverity::info}};
    second.facts().findings = {
        {.check = Check::price_below_agreed},
        {.check = Check::price_below_agreed, .resolution = Resolution::accept_agreed}};
    const std::vector<OrderFacts> facts{first, second};
    EXPECT_THAT(rows_of(discrepancies_report(facts, ask_for("2026-03-01", "2026-03-31", "check"))),
                ElementsAre("check.price_below_agreed | 3 | 2 | 75.0 | 75.0",
                            "check.not_a_multiple | 1 | 1 | 25.0 | 100.0"));
    EXPECT_THAT(
        rows_of(discrepancies_report(facts, ask_for("2026-03-01", "2026-03-31", "resolution"))),
        ElementsAre("unresolved | 3 | 2 | 75.0 | 75.0",
                    "resolution.accept_agreed | 1 | 1 | 25.0 | 100.0"));
}

TEST(AuditList, tellsWhoAllowedWhatAgainstTheAgreement) {
    auto order = Made("1");
    order.facts().findings = {{.check = Check::price_below_agreed,
                               .resolution = Resolution::accept_ordered,
                               .actor = "anna",
                               .reason = "a regular",
                               .at = on("2026-03-29", 3, 30)}};
    const std::vector<LoggedEvent> logged{
        {{.at = on("2026-03-30", 9), .event = "second.refused", .actor = "bram", .reason = "unit"},
         "SO-9"},
        {{.at = on("2026-04-01", 0), .event = "second.refused"}, "SO-8"}};
    EXPECT_THAT(
        rows_of(audit_report(logged, {order}, ask_for("2026-03-01", "2026-03-31"))),
        ElementsAre("2026-03-29 03:30 | override | SO-1 | anna | price_below_agreed: a regular",
                    "2026-03-30 09:00 | event.second.refused | SO-9 | bram | unit"));
}

} // namespace besteld::reporting

// SPDX-License-Identifier: Apache-2.0
// G01 to G07, C05, C06, L02: three rows a check at least: passes, exactly at the limit, fails.

#include "world.hpp"

#include "check/answer_time.hpp"
#include "check/calendar.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

using namespace world;

// 200 pieces more than the minimum value, so that nothing but the date is in question.
OrderDraft order_for(Sourced<DateSpec> requested) {
    OrderDraft draft = clean_edi_order();
    draft.requested = std::move(requested);
    return draft;
}

Sourced<DateSpec> span(DateKind kind, std::string start, std::string end = {}) {
    DateSpec spec{.kind = kind, .start = start, .raw = start + end};
    if (!end.empty()) spec.end = end;
    return {.value = spec};
}

Sourced<DateSpec> at_time(std::string iso, std::string time, DateKind kind = DateKind::on) {
    return {.value = {.kind = kind, .start = iso, .time = time, .raw = iso + " " + time}};
}

Sourced<DateSpec> despatch_on(std::string iso, Meaning meaning = Meaning::despatch) {
    return {.value = {.kind = DateKind::on, .start = iso, .meaning = meaning, .raw = iso}};
}

const WayOut* way(const Finding& finding, Resolution resolution) {
    for (const WayOut& one : finding.ways_out)
        if (one.resolution == resolution) return &one;
    return nullptr;
}

TEST(DateMissing, proposesTheFirstDay) {
    OrderDraft draft = clean_edi_order();
    draft.requested.reset();
    const Judged judged = judge(draft, korenaar());
    const Finding* finding = judged.find(Check::delivery_date_missing);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->suggested_value, "2026-03-05");
    EXPECT_FALSE(judge(clean_edi_order(), korenaar()).has(Check::delivery_date_missing));
}

TEST(DateInPast, isReadInTheShipTosZone) {
    Terms terms = korenaar();
    EXPECT_TRUE(judge(order_for(deliver_on("2026-03-01")), terms).has(Check::date_in_past));
    EXPECT_FALSE(judge(order_for(deliver_on("2026-03-02")), terms).has(Check::date_in_past));
    // Half past eleven at night here is the next morning in Shanghai and still the same day here.
    terms.ship_tos[0].country = "CN";
    const Instant late = at(3, 2, 23, 30);
    EXPECT_TRUE(judge(order_for(deliver_on("2026-03-02")), terms, late).has(Check::date_in_past));
    terms.ship_tos[0].country = "US";
    const Instant early = at(3, 3, 1, 0);
    EXPECT_FALSE(judge(order_for(deliver_on("2026-03-02")), terms, early).has(Check::date_in_past));
}

TEST(LeadTime, countsFromTheCutOffInclusive) {
    const OrderDraft thursday = order_for(deliver_on("2026-03-05"));
    EXPECT_FALSE(judge(thursday, korenaar(), at(3, 3, 11, 59, 59)).has(Check::lead_time_too_short));
    EXPECT_FALSE(judge(thursday, korenaar(), at(3, 3, 12, 0, 0)).has(Check::lead_time_too_short));
    const Judged late = judge(thursday, korenaar(), at(3, 3, 12, 0, 1));
    const Finding* finding = late.find(Check::lead_time_too_short);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->agreed, "2026-03-10");
    EXPECT_EQ(finding->difference, "+5 days");
    EXPECT_NE(finding->clause.find("cut-off 12:00"), std::string::npos);
    EXPECT_EQ(finding->quote, "2026-03-05");
}

TEST(LeadTime, ofASlowItemIsItsOwnLinesFinding) {
    Terms terms = korenaar();
    terms.items["NK-210"].lead_days = 4;
    const Judged judged = judge(clean_edi_order(), terms); // Thursday 5 March
    const Finding* finding = judged.find(Check::lead_time_too_short);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->line, 1U);
    EXPECT_EQ(finding->agreed, "2026-03-10"); // Friday 6 is ready, Tuesday 10 is delivered
    terms.items["NK-210"].lead_days = 3;      // Thursday 5: exactly in time
    EXPECT_FALSE(judge(clean_edi_order(), terms).has(Check::lead_time_too_short));
}

TEST(LeadTime, growsWithALongerRoadToTheShipTo) {
    Terms terms = korenaar();
    terms.agreement->transport_days = 1;
    EXPECT_EQ(lead_days_of(terms, "ST-01", ""), 2);
    terms.ship_tos[0].transport_days = 3;
    EXPECT_EQ(lead_days_of(terms, "ST-01", ""), 4);
    EXPECT_EQ(lead_days_of(terms, "ST-02", ""), 2);
    EXPECT_EQ(first_feasible_despatch(terms, "ST-01", monday_morning(), ""), day(3, 3));
}

TEST(LeadTime, withinTheDateToleranceIsConfirmedAsOrdered) {
    Terms terms = korenaar();
    terms.agreement->date_tolerance_days = 5;
    const OrderDraft thursday = order_for(deliver_on("2026-03-05"));
    const Judged judged = judge(thursday, terms, at(3, 3, 12, 0, 1)); // possible: 10 March
    ASSERT_TRUE(judged.has(Check::lead_time_too_short));
    EXPECT_EQ(judged.find(Check::lead_time_too_short)->severity, FindingSeverity::info);
    EXPECT_EQ(planned_day(terms, "ST-01", &thursday.requested->value, at(3, 3, 12, 0, 1)),
              day(3, 5));
    terms.agreement->date_tolerance_days = 4;
    EXPECT_TRUE(
        is_open(*judge(thursday, terms, at(3, 3, 12, 0, 1)).find(Check::lead_time_too_short)));
    terms.agreement->check_tolerance["lead_time_too_short"] = Decimal{5};
    EXPECT_FALSE(
        is_open(*judge(thursday, terms, at(3, 3, 12, 0, 1)).find(Check::lead_time_too_short)));
}

TEST(LeadTime, offersARushOnlyAtTheAgreedFee) {
    Terms terms = korenaar();
    const OrderDraft tuesday = order_for(deliver_on("2026-03-03"));
    Judged judged = judge(tuesday, terms);
    EXPECT_TRUE(
        way(*judged.find(Check::lead_time_too_short), Resolution::accept_ordered)->lead_only);
    terms.agreement->rush_fee = dec("45.00");
    judged = judge(tuesday, terms);
    const Finding& finding = *judged.find(Check::lead_time_too_short);
    const WayOut* rush = way(finding, Resolution::accept_ordered);
    EXPECT_FALSE(rush->lead_only);
    EXPECT_NE(rush->consequence.find("45.00 EUR"), std::string::npos);
    EXPECT_NE(rush->consequence.find("released to the warehouse on 2026-03-02"), std::string::npos);
    EXPECT_EQ(finding.money, dec("45.00"));
}

TEST(DeliveryDay, isOpenInTheShipTosCalendar) {
    Terms terms = korenaar();
    const OrderDraft wednesday = order_for(deliver_on("2026-03-11"));
    const Judged closed = judge(wednesday, terms);
    ASSERT_TRUE(closed.has(Check::not_a_delivery_day));
    EXPECT_EQ(closed.find(Check::not_a_delivery_day)->agreed, "2026-03-12");
    EXPECT_FALSE(judge(order_for(deliver_on("2026-03-10")), terms).has(Check::not_a_delivery_day));

    terms.ship_tos[0].calendar = "ZWOLLE";
    Judged judged = judge(order_for(deliver_on("2026-03-12")), terms);
    ASSERT_TRUE(judged.has(Check::not_a_delivery_day)); // nobody has loaded that calendar
    EXPECT_EQ(judged.find(Check::not_a_delivery_day)->severity, FindingSeverity::warn);
    terms.calendars["ZWOLLE"] = {day(3, 12)};
    judged = judge(order_for(deliver_on("2026-03-12")), terms);
    ASSERT_TRUE(judged.has(Check::not_a_delivery_day));
    EXPECT_EQ(judged.find(Check::not_a_delivery_day)->agreed, "2026-03-17");
    // Our own holiday closes no ship-to that has a calendar of its own: 27 April is a Monday.
    terms.ship_tos[0].delivery_weekdays = "1";
    EXPECT_TRUE(is_delivery_day(terms, "ST-01", day(4, 27)));
    EXPECT_FALSE(is_working_day(terms.seller, day(4, 27)));
}

TEST(DeliveryDay, oneDayLaterIsTakenByARuleOnlyWhereThatWasAgreed) {
    Terms terms = korenaar();
    const OrderDraft wednesday = order_for(deliver_on("2026-03-11"));
    EXPECT_FALSE(judge(wednesday, terms).find(Check::not_a_delivery_day)->preagreed);
    terms.agreement->deviation_policy = DeviationPolicy::preagreed;
    EXPECT_TRUE(judge(wednesday, terms).find(Check::not_a_delivery_day)->preagreed);
    const OrderDraft friday = order_for(deliver_on("2026-03-13")); // next is Tuesday 17
    EXPECT_FALSE(judge(friday, terms).find(Check::not_a_delivery_day)->preagreed);
}

TEST(DeliveryDay, ofAWindowIsAnyDayInIt) {
    const Terms terms = korenaar();
    EXPECT_FALSE(judge(order_for(span(DateKind::window, "2026-03-09", "2026-03-11")), terms)
                     .has(Check::not_a_delivery_day));
    EXPECT_TRUE(judge(order_for(span(DateKind::window, "2026-03-13", "2026-03-16")), terms)
                    .has(Check::not_a_delivery_day));
    EXPECT_FALSE(
        judge(order_for(span(DateKind::by, "2026-03-11")), terms).has(Check::not_a_delivery_day));
    EXPECT_FALSE(judge(order_for(span(DateKind::not_before, "2026-03-11")), terms)
                     .has(Check::not_a_delivery_day));
    EXPECT_TRUE(judge(order_for({.value = {.kind = DateKind::asap}}), terms).open().empty());
}

TEST(UnloadingHours, areInclusive) {
    Terms terms = korenaar();
    terms.ship_tos[0].unloading_from = "06:00";
    terms.ship_tos[0].unloading_to = "14:00";
    const auto finds = [&](const char* time, DateKind kind = DateKind::on) {
        return judge(order_for(at_time("2026-03-05", time, kind)), terms)
            .has(Check::outside_unloading_hours);
    };
    EXPECT_TRUE(finds("05:59"));
    EXPECT_FALSE(finds("06:00"));
    EXPECT_FALSE(finds("14:00"));
    EXPECT_TRUE(finds("14:01"));
    EXPECT_FALSE(finds("00:00")); // filled in by a system
    EXPECT_FALSE(finds("16:00", DateKind::by));
    EXPECT_TRUE(finds("05:00", DateKind::by));
    terms.ship_tos[0].unloading_from = "22:00";
    terms.ship_tos[0].unloading_to = "04:00";
    EXPECT_FALSE(finds("23:30"));
    EXPECT_FALSE(finds("03:00"));
    EXPECT_TRUE(finds("12:00"));
}

TEST(Horizon, isTheAgreements) {
    Terms terms = korenaar();
    terms.agreement->delivery_weekdays = "1234567";
    const Date last = day(3, 2) + std::chrono::days(180);
    const auto finds = [&](Date date) {
        return judge(order_for(deliver_on(to_iso(date))), terms).has(Check::too_far_ahead);
    };
    EXPECT_FALSE(finds(last));
    EXPECT_TRUE(finds(last + std::chrono::days(1)));
    terms.agreement->horizon_days = 30;
    EXPECT_TRUE(finds(last));
}

TEST(DespatchDate, isDoubtedUnderTermsByWhichWeDeliver) {
    Terms terms = korenaar();
    terms.agreement->transport_days = 1;
    const Judged judged = judge(order_for(despatch_on("2026-03-04")), terms); // DAP Zwolle
    const Finding* finding = judged.find(Check::despatch_date_given);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->suggested_value, "2026-03-05");
    EXPECT_EQ(finding->ordered, "despatch 2026-03-04");
    terms.agreement->delivery_terms = "EXW Amsterdam";
    EXPECT_FALSE(judge(order_for(despatch_on("2026-03-04", Meaning::pickup)), terms)
                     .has(Check::despatch_date_given));
    terms.agreement->delivery_terms.clear();
    EXPECT_FALSE(
        judge(order_for(despatch_on("2026-03-04")), terms).has(Check::despatch_date_given));
}

TEST(DespatchDate, isHeldAgainstTheTimeUntilTheGoodsLeave) {
    Terms terms = korenaar();
    terms.agreement->delivery_terms = "EXW Amsterdam";
    terms.agreement->transport_days = 1;
    EXPECT_FALSE(
        judge(order_for(despatch_on("2026-03-03")), terms).has(Check::lead_time_too_short));
    EXPECT_TRUE(judge(order_for(despatch_on("2026-03-02")), terms).has(Check::lead_time_too_short));
}

TEST(NumberedWeek, atTheTurnOfTheYearNamesBothReadings) {
    Terms terms = korenaar();
    terms.agreement->horizon_days = 400;
    auto week = [&](std::string start, std::string end, std::string raw) {
        Sourced<DateSpec> spec = span(DateKind::week, start, end);
        spec.value.raw = raw;
        return judge(order_for(spec), terms);
    };
    const Judged first = week("2027-01-04", "2027-01-08", "week 1");
    const Finding* finding = first.find(Check::delivery_date_missing);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->agreed,
              "2027-01-04 to 2027-01-08 (ISO 8601), or 2027-01-01 to 2027-01-07 (from 1 January)");
    EXPECT_TRUE(week("2026-12-28", "2027-01-01", "KW 53").has(Check::delivery_date_missing));
    EXPECT_FALSE(week("2026-03-09", "2026-03-13", "week 11").has(Check::delivery_date_missing));
    EXPECT_FALSE(
        week("2027-01-04", "2027-01-08", "volgende week").has(Check::delivery_date_missing));
}

TEST(DocumentDate, mayBeThirtyDaysOldAndOneAhead) {
    const auto finds = [](const char* date) {
        OrderDraft draft = clean_edi_order();
        draft.order_date = field(date);
        return judge(draft, korenaar()).has(Check::document_date_implausible);
    };
    EXPECT_FALSE(finds("2026-01-31"));
    EXPECT_TRUE(finds("2026-01-30"));
    EXPECT_FALSE(finds("2026-03-03T23:59:00"));
    EXPECT_TRUE(finds("2026-03-04"));
    EXPECT_TRUE(finds("2025-03-02"));
}

TEST(MailDate, mayDifferByADayFromTheArrival) {
    MailHead mail = mail_of("petra@korenaar.example");
    const auto finds = [&](const char* date) {
        mail.date = date;
        return judge(clean_edi_order(), korenaar(), monday_morning(), &mail)
            .has(Check::document_date_implausible);
    };
    EXPECT_FALSE(finds("2026-03-01T09:15:00+01:00"));
    EXPECT_TRUE(finds("2026-03-01T09:14:59+01:00"));
    EXPECT_FALSE(finds("2026-03-03T03:15:00-05:00"));
    EXPECT_TRUE(finds("2026-03-03T03:15:01-05:00"));
    EXPECT_FALSE(finds(""));
}

TEST(CancelDate, mayNotLieBeforeTheFirstPossibleDay) {
    const auto finds = [](const char* date, Meaning meaning) {
        OrderDraft draft = clean_edi_order();
        draft.cancel_after = Sourced<DateSpec>{
            .value = {.kind = DateKind::by, .start = date, .meaning = meaning, .raw = date}};
        return judge(draft, korenaar()).has(Check::cancel_date_passed);
    };
    EXPECT_TRUE(finds("2026-03-04", Meaning::delivery));
    EXPECT_FALSE(finds("2026-03-05", Meaning::delivery));
    EXPECT_FALSE(finds("2026-03-04", Meaning::despatch)); // leaves on Wednesday 4, is there on 5
    EXPECT_TRUE(finds("2026-03-03", Meaning::despatch));
}

TEST(AnswerTime, isAtRiskFromThreeQuartersOn) {
    const OrderDraft draft = clean_edi_order();
    const auto finds = [&](Instant now) {
        const Terms terms = korenaar();
        const Origins origins{.mail = nullptr,
                              .channel = "test",
                              .message_sender = {},
                              .received_at = monday_morning()};
        const auto who = identify_customer(draft, origins, terms.hits, {});
        const Order order = build_order(draft, origins, who, terms, {});
        Judged judged{.who = who, .order = order};
        judged.findings = check_order(draft, order, origins, who, terms, now);
        return judged.has(Check::answer_time_at_risk);
    };
    EXPECT_FALSE(finds(at(3, 2, 9, 59)));
    EXPECT_TRUE(finds(at(3, 2, 10, 0))); // 45 minutes of the hour for a file
}

TEST(AnswerTime, ofAMailCountsWorkingHours) {
    const Seller ours = seller();
    // Friday 16:00 and three hours more is Monday 10:00.
    EXPECT_EQ(after_working_time(ours, at(3, 6, 16, 0), std::chrono::hours(3)), at(3, 9, 10, 0));
    EXPECT_EQ(working_time(ours, at(3, 6, 16, 0), at(3, 9, 10, 0)), std::chrono::hours(3));
    EXPECT_EQ(working_time(ours, at(3, 7, 9, 0), at(3, 8, 18, 0)), std::chrono::hours(0));
    OrderDraft draft = clean_edi_order();
    draft.valid_until = field("2026-03-02");
    const AnswerTime time =
        answer_time(draft, {.received_at = at(3, 2, 23, 30)}, korenaar(), at(3, 2, 23, 45));
    EXPECT_EQ(time.due, at(3, 3, 0, 0));
    EXPECT_EQ(time.used * 2, time.allowed);
}

} // namespace
} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "app/scheduled_reports.hpp"

#include "base/text.hpp"
#include "store/report_rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besteld {

namespace {

using std::chrono::hours;

const Zone& amsterdam() {
    static const Zone zone("Europe/Amsterdam");
    return zone;
}
Date day(const char* iso) {
    return parse_iso_date(iso).value();
}
Instant on(const char* iso, int hour, int minute = 0) {
    return amsterdam().instant(day(iso), hours(hour) + std::chrono::minutes(minute));
}
ScheduledReport every(Grain grain) {
    return {.name = "morning",
            .report = "orders",
            .every = grain,
            .at = hours(7),
            .to = {"lena"},
            .form = "csv"};
}
std::vector<std::string> due(const ScheduledReport& report, std::optional<Date> last, Instant now) {
    std::vector<std::string> labels;
    for (const auto& period : due_periods(report, amsterdam(), last, now))
        labels.push_back(label_of(report.every, period.from));
    return labels;
}

} // namespace

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ScheduledReport, isDueAtItsHourOnTheDayAfter) {
    const auto daily = every(Grain::day);
    EXPECT_THAT(due(daily, day("2026-03-27"), on("2026-03-29", 6, 59)), IsEmpty());
    EXPECT_THAT(due(daily, day("2026-03-27"), on("2026-03-29", 7)), ElementsAre("2026-03-28"));
    EXPECT_THAT(due(daily, day("2026-03-28"), on("2026-03-29", 23)), IsEmpty());
    const auto weekly = every(Grain::week);
    EXPECT_THAT(due(weekly, day("2026-12-21"), on("2027-01-04", 6)), IsEmpty());
    EXPECT_THAT(due(weekly, day("2026-12-21"), on("2027-01-04", 7)), ElementsAre("2026-W53"));
    const auto monthly = every(Grain::month);
    EXPECT_THAT(due(monthly, day("2026-11-01"), on("2027-01-01", 7)), ElementsAre("2026-12"));
}

TEST(ScheduledReport, beginsWithTheNewestPeriod) {
    EXPECT_THAT(due(every(Grain::day), std::nullopt, on("2026-03-29", 6)),
                ElementsAre("2026-03-27"));
    EXPECT_THAT(due(every(Grain::month), std::nullopt, on("2026-03-29", 6)),
                ElementsAre("2026-02"));
}

TEST(ScheduledReport, catchesUpAfterTheDaemonWasAway) {
    EXPECT_THAT(due(every(Grain::day), day("2026-03-25"), on("2026-03-29", 12)),
                ElementsAre("2026-03-26", "2026-03-27", "2026-03-28"));
    EXPECT_EQ(due(every(Grain::day), day("2020-01-01"), on("2026-03-29", 12)).size(), most_periods);
}

class ReportMail : public testing::Test {
protected:
    void SetUp() override {
        store_->migrate();
        store_->save_user({.login = "lena",
                           .name = "Lena",
                           .role = Role::lead,
                           .language = "de",
                           .password_hash = "x"});
        ReportRows(*store_).set_mail("lena", "lena@noordkade.example");
        store_->save_user({.login = "otto", .name = "Otto", .password_hash = "x"});
        config_.templates = BESTELD_SOURCE_DIR "/templates";
        config_.seller.zone = "Europe/Amsterdam";
        config_.mail_domain = "noordkade.example";
        config_.smtp.from_address = "orders@noordkade.example";
        config_.reports = {every(Grain::week)};
    }
    std::vector<OutboxRow> mails() { return store_->outbox_in_state(OutboxState::pending, 100); }
    std::unique_ptr<Store> store_ = Store::open("sqlite::memory:");
    Config config_;
};

TEST_F(ReportMail, isMadeOncePerPeriodAndRecipient) {
    EXPECT_EQ(send_due_reports(*store_, config_, on("2026-03-09", 7)), 1);
    EXPECT_EQ(send_due_reports(*store_, config_, on("2026-03-09", 8)), 0);
    ASSERT_EQ(mails().size(), 1U);
    const auto mail = mails()[0];
    EXPECT_EQ(mail.recipient, "lena@noordkade.example");
    EXPECT_EQ(mail.key, "report/morning/2026-03-02/lena");
    EXPECT_THAT(mail.bytes, testing::HasSubstr("2026-W10"));
    EXPECT_THAT(mail.bytes, testing::HasSubstr("orders-2026-W10.csv"));
    EXPECT_THAT(mail.bytes, testing::HasSubstr(cat("Message-ID: <", mail.mail_id, ">")));
}

TEST_F(ReportMail, goesToNobodyWithoutAnAddressOfOurs) {
    config_.reports[0].to = {"otto", "nobody@elsewhere.example"};
    EXPECT_EQ(send_due_reports(*store_, config_, on("2026-03-09", 7)), 0);
    EXPECT_THAT(mails(), IsEmpty());
}

TEST_F(ReportMail, ofAnUnknownReportSendsNothingAndIsTriedAgain) {
    config_.reports[0].report = "weather";
    EXPECT_THROW(send_due_reports(*store_, config_, on("2026-03-09", 7)), std::runtime_error);
    config_.reports[0].report = "turnover";
    EXPECT_EQ(send_due_reports(*store_, config_, on("2026-03-09", 9)), 1);
}

} // namespace besteld

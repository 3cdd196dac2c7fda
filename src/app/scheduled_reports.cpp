// SPDX-License-Identifier: Apache-2.0
#include "app/scheduled_reports.hpp"

#include "web/report_print.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "parsers/email/compose.hpp"
#include "report/library.hpp"
#include "store/report_rows.hpp"

#include <algorithm>

namespace besteld {

namespace {

std::string content_type_of(const std::string& form) {
    if (form == "pdf") return "application/pdf";
    return form == "csv" ? "text/csv" : "application/json";
}

// Somebody of ours and where he reads his mail.
struct Reader {
    User user;
    std::string mail;
};

std::optional<Reader> reader_named(Store& store, const std::string& login) {
    auto user = store.user(login);
    auto mail = ReportRows(store).mail_of(login);
    if (!user || !user->active || mail.empty()) return std::nullopt;
    return Reader{std::move(*user), std::move(mail)};
}

parsers::email::OutgoingMail mail_of(const Config& config, const ScheduledReport& scheduled,
                                     const Period& period, const Report& report,
                                     const Reader& reader, Instant now) {
    const auto words = report_words(config.templates, reader.user.language);
    const auto label = label_of(scheduled.every, period.from);
    parsers::email::OutgoingMail mail{.from = {config.smtp.from_address, config.smtp.from_name},
                                      .to = {{reader.mail, reader.user.name}},
                                      .subject =
                                          cat(word(words, cat("report.", report.name)), " ", label),
                                      .date = to_iso(now).substr(0, 19) + "+00:00",
                                      .auto_submitted = "auto-generated",
                                      .text = print_table(report, words, Drill::no)};
    if (scheduled.form == "table") return mail;
    const auto bytes =
        printed(report, scheduled.form, words, Drill::no,
                {config.seller.name, reader.user.language, Zone(config.seller.zone).date_of(now)});
    if (!bytes) throw std::runtime_error(bytes.error());
    mail.attachments.push_back({cat(report.name, "-", label, ".", scheduled.form),
                                content_type_of(scheduled.form), *bytes});
    return mail;
}

// Who cannot be reached is told once a day, not each minute: the period counts as sent.
void tell_unreachable(const ScheduledReport& scheduled, const std::string& login) {
    log::warning("report.no_address",
                 {{"report", scheduled.name},
                  {"user", login},
                  {"reason", "no active user of that name with a mail address"}});
}

Report report_of(Store& store, const Config& config, const ScheduledReport& scheduled,
                 const Period& period, const Reader& reader, Instant now) {
    const auto made = make_report(store, {.name = scheduled.report,
                                          .ask = {.period = period,
                                                  .by = scheduled.by,
                                                  .now = now,
                                                  .zone = Zone(config.seller.zone),
                                                  .top = 25,
                                                  .holidays = config.seller.holidays},
                                          .small_groups = small_groups_for(reader.user.role)});
    if (made) return *made;
    throw std::runtime_error(made.error());
}

int send_period(Store& store, const Config& config, const ScheduledReport& scheduled,
                const Period& period, Instant now) {
    int mails = 0;
    store.in_transaction([&] {
        ReportRows rows(store);
        if (!rows.claim(scheduled.name, period.from, now)) return; // another daemon was quicker
        for (const auto& login : scheduled.to) {
            const auto reader = reader_named(store, login);
            if (!reader) {
                tell_unreachable(scheduled, login);
                continue;
            }
            const auto report = report_of(store, config, scheduled, period, *reader, now);
            auto mail = mail_of(config, scheduled, period, report, *reader, now);
            const auto key = cat("report/", scheduled.name, "/", to_iso(period.from), "/", login);
            rows.add_mail({reader->mail, key, config.mail_domain}, now, [&](const auto& mail_id) {
                mail.message_id = mail_id;
                const auto bytes = parsers::email::compose_mail(mail);
                if (!bytes) throw std::runtime_error(bytes.error());
                return *bytes;
            });
            ++mails;
        }
    });
    log::info("report.sent", {{"report", scheduled.name},
                              {"period", to_iso(period.from)},
                              {"mails", static_cast<std::int64_t>(mails)}});
    return mails;
}

} // namespace

std::vector<Period> due_periods(const ScheduledReport& report, const Zone& zone,
                                std::optional<Date> last, Instant now) {
    const auto due_at = [&](const Period& period) {
        return zone.instant(period.to + std::chrono::days(1), report.at);
    };
    auto newest = before(period_of(report.every, zone.date_of(now)), report.every);
    if (due_at(newest) > now) newest = before(newest, report.every);
    std::vector<Period> due;
    for (auto period = newest; due.size() < most_periods && (!last || period.from > *last);
         period = before(period, report.every)) {
        due.push_back(period);
        if (!last) break;
    }
    std::ranges::reverse(due);
    return due;
}

int send_due_reports(Store& store, const Config& config, Instant now) {
    int mails = 0;
    const Zone zone(config.seller.zone);
    for (const auto& scheduled : config.reports) {
        ReportRows rows(store);
        for (const auto& period : due_periods(scheduled, zone, rows.last(scheduled.name), now))
            mails += send_period(store, config, scheduled, period, now);
    }
    return mails;
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "report/reports.hpp"

#include <algorithm>

namespace besteld {

namespace {

struct Entry {
    Instant at{};
    std::string what;
    std::string number;
    std::string actor;
    std::string reason;
};

std::vector<Entry> overrides_of(const OrderFacts& facts, const ReportAsk& ask) {
    std::vector<Entry> entries;
    for (const auto& finding : facts.findings)
        if (finding.resolution == Resolution::accept_ordered && finding.at &&
            ask.period.holds(ask.zone.date_of(*finding.at)))
            entries.push_back({*finding.at, "override", facts.number(), finding.actor,
                               cat(name_of(finding.check), ": ", finding.reason)});
    return entries;
}

std::string clock_of(Instant at, const Zone& zone) {
    const auto local = zone.local(at);
    const auto minutes =
        std::chrono::duration_cast<std::chrono::minutes>(local.since_midnight).count();
    return cat(to_iso(local.date), " ", minutes / 600, minutes / 60 % 10, ":", minutes % 60 / 10,
               minutes % 10);
}

} // namespace

Report audit_report(const std::vector<LoggedEvent>& logged, const std::vector<OrderFacts>& facts,
                    const ReportAsk& ask) {
    Report report{.name = "audit_list", .period = ask.period};
    report.columns = {{"at", Unit::text},
                      {"what", Unit::key},
                      {"order", Unit::text},
                      {"who", Unit::text},
                      {"reason", Unit::text}};
    std::vector<Entry> entries;
    for (const auto& one : facts)
        for (auto& entry : overrides_of(one, ask))
            entries.push_back(std::move(entry));
    for (const auto& one : logged)
        if (ask.period.holds(ask.zone.date_of(one.event.at)))
            entries.push_back({one.event.at, cat("event.", one.event.event), one.number,
                               one.event.actor, one.event.reason});
    sort_in_order(entries, [](const Entry& a, const Entry& b) { return a.at < b.at; });
    for (auto& entry : entries) {
        ReportRow row{.cells = {clock_of(entry.at, ask.zone), entry.what, entry.number, entry.actor,
                                entry.reason}};
        if (!entry.number.empty()) row.orders = {entry.number};
        report.rows.push_back(std::move(row));
    }
    report.notes.push_back({"note.logins"});
    return report;
}

} // namespace besteld

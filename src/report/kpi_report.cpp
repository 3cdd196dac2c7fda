// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "report/kpi.hpp"

#include <algorithm>
#include <map>

namespace besteld {

namespace {

struct Share {
    std::int64_t good = 0;
    std::int64_t of = 0;
    std::vector<std::string> missed;
    std::int64_t orders = 0;
};

Report empty_report(const KpiAsk& ask) {
    Report report{.name = "kpi", .period = ask.ask.period};
    report.columns = {{"kpi", Unit::key}};
    if (!ask.ask.by.empty())
        report.columns.push_back({grain_of(ask.ask) ? "period" : ask.ask.by, Unit::key});
    for (const auto& column : std::vector<Column>{{"value", Unit::quantity},
                                                  {"unit", Unit::key},
                                                  {"good", Unit::quantity},
                                                  {"of", Unit::count},
                                                  {"target", Unit::text},
                                                  {"remark", Unit::key}})
        report.columns.push_back(column);
    return report;
}

void add_row(Report& report, const KpiAsk& ask, std::string_view name, const std::string& group,
             std::vector<Cell> rest, std::int64_t size, std::vector<std::string> orders = {}) {
    ReportRow row{.cells = {cat("kpi.", name)}, .orders = std::move(orders), .size = size};
    if (!ask.ask.by.empty()) row.cells.emplace_back(group);
    for (auto& cell : rest)
        row.cells.push_back(std::move(cell));
    report.rows.push_back(std::move(row));
}

void add_no_data(Report& report, const KpiAsk& ask, const Kpi& kpi, std::string_view why) {
    add_row(report, ask, kpi.name, "",
            {NoData{std::string(why)}, "unit.percent", NoData{std::string(why)}, count_cell(0),
             std::string(kpi.target), std::string(why)},
            0);
}

void add_share(Report& report, const KpiAsk& ask, const Kpi& kpi, const std::string& group,
               const Share& share) {
    add_row(report, ask, kpi.name, group,
            {share_cell(share.good, share.of), "unit.percent", count_cell(share.good),
             count_cell(share.of), std::string(kpi.target), std::string()},
            share.orders, share.missed);
}

std::map<std::string, Share> shares_of(const Kpi& kpi, const KpiFacts& facts, const KpiAsk& ask) {
    std::map<std::string, Share> shares;
    for (const auto& order : facts.facts)
        for (const auto& judged : kpi.judge(order, ask)) {
            const auto day = ask.ask.zone.date_of(judged.at);
            if (!ask.ask.period.holds(day)) continue;
            auto& share = shares[group_of(ask.ask, order, day)];
            share.good += judged.good;
            share.of += judged.of;
            ++share.orders;
            if (judged.good < judged.of) share.missed.push_back(order.number());
        }
    return shares;
}

bool any_deliveries(const KpiFacts& facts) {
    return std::ranges::any_of(
        facts.facts, [](const OrderFacts& order) { return order.fulfilment.has_value(); });
}

void add_kpi(Report& report, const Kpi& kpi, const KpiFacts& facts, const KpiAsk& ask) {
    if (!kpi.judge) return add_no_data(report, ask, kpi, kpi.why);
    if (kpi.needs_complaints && !ask.complaints_kept)
        return add_no_data(report, ask, kpi, "why.no_complaints");
    if (kpi.needs_deliveries && !any_deliveries(facts))
        return add_no_data(report, ask, kpi, "why.no_deliveries");
    const auto shares = shares_of(kpi, facts, ask);
    if (shares.empty()) return add_no_data(report, ask, kpi, kpi.why);
    for (const auto& [group, share] : shares)
        add_share(report, ask, kpi, group, share);
}

// A figure that is no share.
void add_measure(Report& report, const KpiAsk& ask, std::string_view name, Cell value,
                 std::string_view unit, std::int64_t of, std::vector<std::string> orders = {}) {
    std::string remark;
    if (const auto* none = std::get_if<NoData>(&value)) remark = none->why;
    add_row(
        report, ask, name, "",
        {std::move(value), std::string(unit), std::string(), count_cell(of), std::string(), remark},
        of, std::move(orders));
}

void add_hours(Report& report, const KpiFacts& facts, const KpiAsk& ask) {
    const auto hours = hours_to_answer(facts.facts, ask.ask);
    const auto size = static_cast<std::int64_t>(hours.size());
    // Nearest rank: a value that was.
    const auto rank = [&](std::size_t percent) -> Cell {
        if (hours.empty()) return NoData{"why.nothing_to_judge"};
        return hours[(hours.size() * percent + 99) / 100 - 1].rounded(1);
    };
    add_measure(report, ask, "hours_median", rank(50), "unit.hours", size);
    add_measure(report, ask, "hours_p90", rank(90), "unit.hours", size);
}

void add_backlog(Report& report, const KpiFacts& facts, const KpiAsk& ask) {
    std::int64_t past_due = 0;
    std::optional<Instant> oldest;
    std::vector<std::string> late, all;
    for (const auto& one : facts.waiting) {
        all.push_back(one.number());
        if (one.due_at && *one.due_at < ask.ask.now) {
            ++past_due;
            late.push_back(one.number());
        }
        if (!oldest || one.received_at < *oldest) oldest = one.received_at;
    }
    const auto size = static_cast<std::int64_t>(facts.waiting.size());
    add_measure(report, ask, "backlog_open", count_cell(size), "unit.cases", size, all);
    const auto hours =
        oldest ? count_cell(std::chrono::floor<std::chrono::hours>(ask.ask.now - *oldest).count())
               : Cell(NoData{"why.nothing_waits"});
    add_measure(report, ask, "backlog_oldest", hours, "unit.hours", size);
    add_measure(report, ask, "backlog_past_due", share_cell(past_due, size), "unit.percent", size,
                late);
}

void add_overrides(Report& report, const KpiFacts& facts, const KpiAsk& ask) {
    std::map<std::string, std::pair<Decimal, std::vector<std::string>>> sums;
    for (const auto& order : facts.facts)
        for (const auto& finding : order.findings) {
            if (finding.resolution != Resolution::accept_ordered || !finding.money || !finding.at ||
                !ask.ask.period.holds(ask.ask.zone.date_of(*finding.at)))
                continue;
            auto& [sum, orders] = sums[order.currency];
            sum += *finding.money;
            orders.push_back(order.number());
        }
    if (sums.empty()) add_measure(report, ask, "override_value", NoData{"why.no_overrides"}, "", 0);
    for (const auto& [currency, sum] : sums)
        add_measure(report, ask, "override_value", Amount{sum.first, currency}, currency,
                    static_cast<std::int64_t>(sum.second.size()), sum.second);
}

void add_per_order(Report& report, const KpiFacts& facts, const KpiAsk& ask) {
    std::int64_t orders = 0, fields = 0, questions = 0, reminders = 0;
    for (const auto& one : facts.facts) {
        if (!is_order(one) || !ask.ask.period.holds(ask.ask.zone.date_of(one.received_at)))
            continue;
        ++orders;
        fields += one.corrections;
        questions += std::ranges::count(one.events, "question.sent", &FactEvent::event);
        reminders += std::ranges::count(one.events, "question.reminded", &FactEvent::event);
    }
    const auto per_order = [&](std::int64_t number) -> Cell {
        if (orders == 0) return NoData{"why.nothing_to_judge"};
        return divide(Decimal::from_integer(number), Decimal::from_integer(orders))
            .value_or(Decimal{})
            .rounded(2);
    };
    add_measure(report, ask, "fields_corrected", per_order(fields), "unit.per_order", orders);
    add_measure(report, ask, "questions_per_order", per_order(questions), "unit.per_order", orders);
    add_measure(report, ask, "reminders", count_cell(reminders), "unit.mails", orders);
}

void add_measures(Report& report, const KpiFacts& facts, const KpiAsk& ask) {
    add_hours(report, facts, ask);
    add_backlog(report, facts, ask);
    add_overrides(report, facts, ask);
    add_per_order(report, facts, ask);
    add_measure(report, ask, "duplicates_caught", count_cell(facts.duplicates), "unit.messages",
                facts.duplicates);
}

} // namespace

const std::vector<Kpi>& kpis() {
    static const std::vector<Kpi> all{
        {"receipt_timeliness", "≥ 98 %", judge_receipt},
        {"confirmation_timeliness", "≥ 95 %", judge_confirmation},
        {"touchless", "", judge_touchless},
        {"touchless_and_right", "", judge_touchless_and_right, "why.younger_than_30_days"},
        {"completeness", "100 %", judge_completeness},
        {"correctness", "≥ 99.5 %", nullptr, "why.no_causes"},
        {"first_time_right", "", judge_first_time_right, "why.nothing_closed"},
        {"deviations_signalled", "", nullptr, "why.no_later_findings"},
        {"unsignalled_deviations", "0", nullptr, "why.no_self_audit"},
        {"questions_answered", "", judge_questions},
        {"complaint_registration", "100 %", judge_complaint_registered, "why.nothing_to_judge",
         false, true},
        {"complaint_passed_on", "100 %", judge_complaint_passed_on, "why.nothing_to_judge", false,
         true},
        {"changes_in_time", "", judge_changes_in_time},
        {"changes_refused", "", judge_changes_refused},
        {"promise_kept", "", judge_promise, "why.nothing_due", true},
        {"promise_requested", "", judge_promise_requested, "why.nothing_due", true},
        {"perfect_order", "", judge_perfect, "why.nothing_closed", true},
        {"four_eyes", "100 %", judge_four_eyes},
        {"duplicates_found_late", "0", nullptr, "why.no_late_duplicates"},
    };
    return all;
}

Report kpi_report(const KpiFacts& facts, const KpiAsk& ask) {
    auto report = empty_report(ask);
    for (const auto& kpi : kpis())
        if (ask.only.empty() || ask.only == kpi.name) add_kpi(report, kpi, facts, ask);
    if (ask.only.empty() && ask.ask.by.empty()) add_measures(report, facts, ask);
    report.notes.push_back({"note.kpi"});
    if (!ask.complaints_kept) report.notes.push_back({"note.no_complaints"});
    report.notes.push_back({"note.no_credits"});
    return report;
}

} // namespace besteld

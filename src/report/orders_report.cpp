// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "report/reports.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace besteld {

namespace {

struct Counts {
    std::array<std::int64_t, 5> of{};
    std::vector<std::string> orders;
    void add(const Moment& moment) {
        ++of[static_cast<std::size_t>(moment.what)];
        if (std::ranges::find(orders, moment.number) == orders.end())
            orders.push_back(moment.number);
    }
    std::int64_t at(Happened what) const { return of[static_cast<std::size_t>(what)]; }
};

// Accepted orders of each day: all that the comparisons want.
using AcceptedByDay = std::map<Date, std::int64_t>;

std::int64_t accepted_in(const AcceptedByDay& days, const Period& period) {
    std::int64_t sum = 0;
    for (auto day = days.lower_bound(period.from); day != days.end() && day->first <= period.to;
         ++day)
        sum += day->second;
    return sum;
}

Cell a_year_ago_cell(const AcceptedByDay& days, const Period& piece, Grain grain) {
    const auto then = a_year_ago(piece, grain);
    if (!then) return NoData{"why.no_such_week"};
    return count_cell(accepted_in(days, *then));
}

ReportRow row_of(const std::string& label, const Counts& counts, Cell previous, Cell last_year) {
    ReportRow row{.cells = {label}};
    for (const auto number : counts.of)
        row.cells.push_back(count_cell(number));
    row.cells.push_back(std::move(previous));
    row.cells.push_back(std::move(last_year));
    row.orders = counts.orders;
    row.size = static_cast<std::int64_t>(counts.orders.size());
    return row;
}

Grain whole_grain(const ReportAsk& ask) {
    for (const auto grain : {Grain::day, Grain::week, Grain::month})
        if (period_of(grain, ask.period.from) == ask.period) return grain;
    return Grain::day;
}

// The period as one piece: held against the day, week or month before it where it is one.
std::vector<std::pair<Period, Grain>> pieces_and_whole(const ReportAsk& ask) {
    std::vector<std::pair<Period, Grain>> all{{ask.period, whole_grain(ask)}};
    if (const auto grain = grain_of(ask))
        for (const auto& piece : pieces_of(ask.period, *grain))
            all.emplace_back(piece, *grain);
    return all;
}

void add_total(Report& report, const Counts& sum, const AcceptedByDay& days, const ReportAsk& ask) {
    const auto grain = whole_grain(ask);
    auto row = row_of("total", sum, count_cell(accepted_in(days, before(ask.period, grain))),
                      a_year_ago_cell(days, ask.period, grain));
    row.total = true;
    report.rows.push_back(std::move(row));
}

void add_pieces(Report& report, const std::vector<Moment>& moments, const AcceptedByDay& days,
                const ReportAsk& ask, Grain grain) {
    std::map<Date, Counts> counts; // by the first day of the piece
    for (const auto& moment : moments) {
        const auto day = ask.zone.date_of(moment.at);
        if (ask.period.holds(day))
            counts[std::max(period_of(grain, day).from, ask.period.from)].add(moment);
    }
    for (const auto& piece : pieces_of(ask.period, grain))
        report.rows.push_back(row_of(label_of(grain, piece.from), counts[piece.from],
                                     count_cell(accepted_in(days, before(piece, grain))),
                                     a_year_ago_cell(days, piece, grain)));
}

void add_groups(Report& report, const std::vector<Moment>& moments, const ReportAsk& ask) {
    const auto label = [&](const Moment& moment) {
        const auto& words = ask.by == "customer" ? moment.customer_no : moment.channel;
        return words.empty() ? std::string("?") : words;
    };
    const auto grain = whole_grain(ask);
    const auto earlier = before(ask.period, grain);
    const auto year_ago = a_year_ago(ask.period, grain);
    std::map<std::string, Counts> counts;
    std::map<std::string, std::int64_t> previous, last_year;
    for (const auto& moment : moments) {
        const auto day = ask.zone.date_of(moment.at);
        if (ask.period.holds(day)) counts[label(moment)].add(moment);
        if (moment.what != Happened::accepted) continue;
        if (earlier.holds(day)) ++previous[label(moment)];
        if (year_ago && year_ago->holds(day)) ++last_year[label(moment)];
    }
    for (const auto& [name, sums] : counts)
        report.rows.push_back(
            row_of(name, sums, count_cell(previous[name]),
                   year_ago ? count_cell(last_year[name]) : Cell(NoData{"why.no_such_week"})));
    sort_in_order(report.rows,
                  [](const ReportRow& a, const ReportRow& b) { return a.size > b.size; });
}

} // namespace

std::vector<Period> compared_periods(const ReportAsk& ask) {
    std::vector<Period> wanted;
    for (const auto& [piece, grain] : pieces_and_whole(ask)) {
        wanted.push_back(piece);
        wanted.push_back(before(piece, grain));
        if (const auto then = a_year_ago(piece, grain)) wanted.push_back(*then);
    }
    std::ranges::sort(wanted, {}, &Period::from);
    std::vector<Period> merged;
    for (const auto& period : wanted) {
        if (!merged.empty() && period.from <= merged.back().to + std::chrono::days(1))
            merged.back().to = std::max(merged.back().to, period.to);
        else
            merged.push_back(period);
    }
    return merged;
}

Report orders_report(const std::vector<Moment>& moments, const ReportAsk& ask) {
    const auto grain = grain_of(ask);
    Report report{.name = "orders", .period = ask.period};
    report.columns = {{grain ? "period" : ask.by, Unit::key},
                      {"received"},
                      {"accepted"},
                      {"rejected"},
                      {"cancelled"},
                      {"changed"},
                      {"accepted_before"},
                      {"accepted_last_year"}};
    AcceptedByDay days;
    Counts sum;
    for (const auto& moment : moments) {
        const auto day = ask.zone.date_of(moment.at);
        if (moment.what == Happened::accepted) ++days[day];
        if (ask.period.holds(day)) sum.add(moment);
    }
    if (grain)
        add_pieces(report, moments, days, ask, *grain);
    else
        add_groups(report, moments, ask);
    add_total(report, sum, days, ask);
    report.notes.push_back({"note.orders"});
    return report;
}

} // namespace besteld

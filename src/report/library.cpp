// SPDX-License-Identifier: Apache-2.0
#include "report/library.hpp"

#include "base/text.hpp"
#include "report/kpi.hpp"
#include "report/reports.hpp"

#include <algorithm>
#include <functional>

namespace besteld {

namespace {

using Make = Report (*)(Figures&, const ReportAsk&);

std::vector<std::string> turnover_events() {
    // change.applied: a revision of its own
    return {"order.accepted", "order.cancelled", "order.cancelled_by_seller", "proposal.refused",
            "order.expired",  "change.applied",  "delivery.posted",           "invoice.requested"};
}

std::vector<OrderFacts> facts_with(Figures& figures, const std::vector<std::string>& events,
                                   const Period& period, const Zone& zone) {
    return figures.facts(figures.cases_with(events, span_of(period, zone)));
}

Report orders(Figures& figures, const ReportAsk& ask) {
    std::vector<Moment> moments;
    for (const auto& period : compared_periods(ask))
        for (auto& moment : figures.moments(span_of(period, ask.zone)))
            moments.push_back(std::move(moment));
    return orders_report(moments, ask);
}

Report turnover(Figures& figures, const ReportAsk& ask) {
    return turnover_report(facts_with(figures, turnover_events(), ask.period, ask.zone), ask);
}

Report products(Figures& figures, const ReportAsk& ask) {
    const Period wide{ask.period.from - std::chrono::weeks(trend_weeks), ask.period.to};
    return products_report(facts_with(figures, turnover_events(), wide, ask.zone), ask);
}

std::vector<Moment> rhythm(Figures& figures, const ReportAsk& ask) {
    const Period wide{ask.period.to - std::chrono::days(rhythm_days), ask.period.to};
    return figures.moments(span_of(wide, ask.zone));
}

Report customers(Figures& figures, const ReportAsk& ask) {
    return customers_report(facts_with(figures, turnover_events(), ask.period, ask.zone),
                            rhythm(figures, ask), ask);
}

Report dormant(Figures& figures, const ReportAsk& ask) {
    return dormant_report(rhythm(figures, ask), ask);
}

Report open_orders(Figures& figures, const ReportAsk& ask) {
    using enum OrderState;
    return open_orders_report(figures.facts(figures.cases_in({accepted, confirmed, proposed,
                                                              released, part_delivered, on_hold})),
                              ask);
}

Report discrepancies(Figures& figures, const ReportAsk& ask) {
    return discrepancies_report(
        figures.facts(figures.cases_received(span_of(ask.period, ask.zone))), ask);
}

Report audit_list(Figures& figures, const ReportAsk& ask) {
    const auto logged = figures.logged({"order.reopened", "second.refused", "data.exported",
                                        "order.erased", "legal_hold.placed", "legal_hold.lifted"},
                                       span_of(ask.period, ask.zone));
    const auto decided =
        facts_with(figures, {"resolution.recorded", "order.accepted"}, ask.period, ask.zone);
    return audit_report(logged, decided, ask);
}

Report kpi_of(Figures& figures, const ReportAsk& ask, const std::string& only) {
    const auto span = span_of(ask.period, ask.zone);
    auto ids = figures.cases_received(span);
    const auto more = figures.cases_with({kpi_events.begin(), kpi_events.end()}, span);
    ids.insert(ids.end(), more.begin(), more.end());
    using enum OrderState;
    const KpiFacts facts{.facts = figures.facts(std::move(ids)),
                         .waiting =
                             figures.facts(figures.cases_in({in_review, awaiting_second, on_hold})),
                         .duplicates = figures.events_in("order.duplicate", span) +
                                       figures.events_in("message.duplicate", span)};
    return kpi_report(facts, {.ask = ask, .only = only, .complaints_kept = true});
}

Report kpi_all(Figures& figures, const ReportAsk& ask) {
    return kpi_of(figures, ask, "");
}

struct Entry {
    ReportKind kind;
    Make make;
};

const std::vector<Entry>& entries() {
    static const std::vector<Entry> all{
        {{"orders", {"day", "week", "month", "customer", "channel"}}, orders},
        {{"turnover", {"day", "week", "month", "customer", "channel"}}, turnover},
        {{"products", {"turnover", "quantity", "orders"}}, products},
        {{"customers", {"turnover"}}, customers},
        {{"dormant", {"rhythm"}}, dormant},
        {{"open_orders", {"week", "age", "hold"}, true}, open_orders},
        {{"discrepancies", {"check", "customer", "item", "resolution"}}, discrepancies},
        {{"audit_list", {"time"}}, audit_list},
        {{"kpi", {"", "day", "week", "month", "customer", "channel"}}, kpi_all},
    };
    return all;
}

std::string names_joined(const std::vector<std::string_view>& names) {
    std::vector<std::string> texts;
    for (const auto name : names)
        if (!name.empty()) texts.emplace_back(name);
    return join(texts, ", ");
}

bool is_indicator(std::string_view name) {
    return std::ranges::find(kpis(), name, &Kpi::name) != kpis().end();
}

const Entry* entry_of(std::string_view name) {
    const auto found = std::ranges::find(entries(), is_indicator(name) ? "kpi" : name,
                                         [](const Entry& entry) { return entry.kind.name; });
    return found == entries().end() ? nullptr : &*found;
}

std::string all_names() {
    std::vector<std::string_view> names;
    for (const auto& entry : entries())
        names.push_back(entry.kind.name);
    for (const auto& kpi : kpis())
        names.push_back(kpi.name);
    return names_joined(names);
}

} // namespace

const std::vector<ReportKind>& report_kinds() {
    static const std::vector<ReportKind> kinds = [] {
        std::vector<ReportKind> list;
        for (const auto& entry : entries())
            list.push_back(entry.kind);
        return list;
    }();
    return kinds;
}

const ReportKind* report_kind(std::string_view name) {
    const auto* entry = entry_of(name);
    return entry ? &entry->kind : nullptr;
}

std::expected<Report, std::string> make_report(Store& store, const ReportRequest& request) {
    const auto* found = entry_of(request.name);
    if (!found)
        return std::unexpected(
            cat("there is no report '", request.name, "'; there are: ", all_names()));
    auto ask = request.ask;
    const auto& ways = found->kind.ways;
    if (ask.by.empty()) ask.by = ways.front();
    if (std::ranges::find(ways, ask.by) == ways.end())
        return std::unexpected(
            cat(request.name, " cannot be had by ", ask.by, "; it can by: ", names_joined(ways)));
    Figures figures(store);
    auto report =
        is_indicator(request.name) ? kpi_of(figures, ask, request.name) : found->make(figures, ask);
    if (request.small_groups == SmallGroups::masked) mask_small_groups(report);
    return report;
}

} // namespace besteld

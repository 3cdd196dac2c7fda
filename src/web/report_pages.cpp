// SPDX-License-Identifier: Apache-2.0
#include "web/report_pages.hpp"

#include "base/text.hpp"
#include "desk/refusals.hpp"
#include "report/chart.hpp"
#include "report/figure_unit.hpp"
#include "report/kpi.hpp"
#include "web/format.hpp"
#include "web/report_print.hpp"

#include <algorithm>
#include <chrono>

namespace besteld {

namespace {

constexpr std::string_view below_reports = "/reports/";
// A clerk's page waits for it; the command does ten years.
constexpr std::chrono::days longest_period{731};
// Of a drawing whose labels take the left, figures the right, bars what is between.
constexpr int bar_left = 300, bar_width = 330, bar_step = 24;

std::string title_of(const std::string& name, const ReportWords& words) {
    const auto report = words.find(cat("report.", name));
    return report != words.end() ? report->second : word(words, cat("kpi.", name));
}

std::string cell_words(const Cell& cell, const Column& column, const ReportWords& report_words,
                       const Strings& words) {
    if (const auto* amount = std::get_if<Amount>(&cell))
        return format_money(amount->value, amount->currency, words);
    if (const auto* figure = std::get_if<Decimal>(&cell))
        return format_number(*figure, column.unit == Unit::percent ? 1 : 0, words);
    return text_of(cell, column, report_words);
}

// Periods that people ask for, counted from today.
struct Usual {
    std::string_view words; // key
    Period period;
};

std::vector<Usual> usual_periods(Date today) {
    std::vector<Usual> all;
    for (const auto& [grain, now, last] :
         {std::tuple(Grain::week, "report.this_week", "report.last_week"),
          std::tuple(Grain::month, "report.this_month", "report.last_month")}) {
        const auto current = period_of(grain, today);
        all.push_back({now, current});
        all.push_back({last, period_of(grain, current.from - std::chrono::days{1})});
    }
    return all;
}

} // namespace

std::expected<Period, DeskRefused> period_asked(const HttpRequest& request, const Viewer& viewer) {
    const auto usual = period_of(Grain::month, viewer.zone.date_of(viewer.now));
    const auto from = request.asked("from"), to = request.asked("to");
    const auto first = from.empty() ? std::optional(usual.from) : parse_iso_date(from);
    const auto last = to.empty() ? std::optional(usual.to) : parse_iso_date(to);
    if (!first || !last) return refuse("bad_value", cat(from, " – ", to));
    if (*last < *first || *last - *first > longest_period)
        return refuse("bad_period", cat(to_iso(*first), " – ", to_iso(*last)));
    return Period{*first, *last};
}

struct ReportPages::Asked {
    std::string name;
    const ReportKind* kind = nullptr;
    Period period;
    std::string by;
    std::string figure;

    std::string address(const Period& of) const {
        return cat(below_reports, name, "?from=", to_iso(of.from), "&to=", to_iso(of.to),
                   by.empty() ? "" : "&by=", percent_encode(by),
                   figure.empty() ? "" : "&figure=", percent_encode(figure));
    }
};

ReportPages::ReportPages(Store& store, ReportHouse house, const Pages& pages)
    : store_(store), house_(std::move(house)), pages_(pages) {}

bool ReportPages::has(const std::string& path) {
    return path == "/reports" || path.starts_with(below_reports);
}

const ReportWords& ReportPages::words_for(const Viewer& viewer) {
    const auto& language = viewer.words.language();
    const auto known = words_.find(language);
    if (known != words_.end()) return known->second;
    return words_.emplace(language, report_words(house_.templates, language)).first->second;
}

std::expected<ReportPages::Asked, DeskRefused> ReportPages::asked(const HttpRequest& request,
                                                                  const Viewer& viewer) const {
    Asked asked{.name = request.path.substr(below_reports.size())};
    asked.kind = report_kind(asked.name);
    if (!asked.kind) return refuse("not_found", "");
    asked.by = request.asked("by");
    asked.figure = request.asked("figure");
    const auto period = period_asked(request, viewer);
    if (!period) return std::unexpected(period.error());
    asked.period = *period;
    const auto& ways = asked.kind->ways;
    if (std::ranges::find(ways, asked.by) == ways.end()) asked.by = ways.front();
    return asked;
}

std::expected<HttpResponse, DeskRefused> ReportPages::get(const HttpRequest& request,
                                                          const Viewer& viewer) {
    if (request.path == "/reports") return list(viewer);
    auto wanted = asked(request, viewer);
    if (!wanted) return std::unexpected(std::move(wanted).error());
    const auto report = make_report(store_, {.name = wanted->name,
                                             .ask = {.period = wanted->period,
                                                     .by = wanted->by,
                                                     .now = viewer.now,
                                                     .zone = viewer.zone,
                                                     .holidays = house_.holidays},
                                             .small_groups = small_groups_for(viewer.user.role)});
    if (!report) return refuse("bad_value", report.error());
    if (const auto form = request.asked("as"); !form.empty())
        return file(*wanted, *report, form, viewer);
    return page(*wanted, *report, viewer);
}

HttpResponse ReportPages::list(const Viewer& viewer) {
    const auto& words = words_for(viewer);
    Dictionary page("reports");
    fill_frame(page, viewer, viewer.words.at("ui.reports"));
    const auto add = [&](const char* section, std::string_view name, std::string_view target) {
        auto& one = *page.AddSectionDictionary(section);
        put(one, "URL", cat(below_reports, name));
        put(one, "TITLE", title_of(std::string(name), words));
        put_if(one, "TARGET", target);
    };
    for (const auto& kind : report_kinds())
        add("REPORT", kind.name, "");
    for (const auto& kpi : kpis())
        add("INDICATOR", kpi.name, kpi.target);
    return HttpResponse::page(pages_.render("reports", viewer.words, page));
}

ReportPages::Served ReportPages::file(const Asked& asked, const Report& report,
                                      const std::string& form, const Viewer& viewer) {
    if (form != "csv" && form != "pdf") return refuse("bad_value", form);
    auto text = printed(report, form, words_for(viewer), Drill::no,
                        {house_.name, viewer.words.language(), viewer.zone.date_of(viewer.now)});
    if (!text) return refuse("bad_value", text.error());
    note_export(store_, asked.name, form, viewer.user, viewer.now);
    return HttpResponse::file(
        cat(asked.name, "-", to_iso(asked.period.from), "-", to_iso(asked.period.to), ".", form),
        *std::move(text));
}

namespace {

void fill_chart(Dictionary& page, const Chart& chart, const ReportWords& words) {
    auto& drawing = *page.AddSectionDictionary("CHART");
    put(drawing, "FIGURE", word(words, cat("column.", chart.figure)));
    put_if(drawing, "CURRENCY", chart.currency);
    put(drawing, "HEIGHT", std::int64_t{bar_step} * std::ssize(chart.bars));
    std::int64_t top = 0;
    for (const auto& bar : chart.bars) {
        auto& one = *drawing.AddSectionDictionary("BAR");
        put(one, "LABEL", bar.label);
        put(one, "TEXT", bar.text);
        put(one, "X", std::int64_t{bar_left} + bar.begin * bar_width / chart_width);
        put(one, "WIDTH", std::max<std::int64_t>(1, bar.length * bar_width / chart_width));
        put(one, "TOP", top);
        put(one, "Y", top + 4);
        put(one, "BASE", top + 17);
        put(one, "KIND", bar.below_zero ? "below" : "above");
        top += bar_step;
    }
    if (chart.left_out > 0) put_if(drawing, "LEFT_OUT", std::to_string(chart.left_out));
}

void fill_table(Dictionary& page, const Report& report, const ReportWords& report_words,
                const Strings& words) {
    auto& table = *page.AddSectionDictionary(report.rows.empty() ? "EMPTY" : "TABLE");
    for (const auto& column : report.columns) {
        auto& head = *table.AddSectionDictionary("COLUMN");
        put(head, "WORDS", word(report_words, cat("column.", column.key)));
        put(head, "KIND", is_figure(column.unit) ? "number" : "words");
    }
    for (const auto& row : report.rows) {
        auto& line = *table.AddSectionDictionary("ROW");
        put(line, "KIND", row.total ? "total" : "one");
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            auto& cell = *line.AddSectionDictionary("CELL");
            put(cell, "WORDS", cell_words(row.cells[i], report.columns.at(i), report_words, words));
            put(cell, "KIND", is_figure(report.columns.at(i).unit) ? "number" : "words");
        }
    }
}

void fill_choices(Dictionary& page, const char* section, const std::vector<std::string>& values,
                  const std::string& chosen, const std::string& prefix, const ReportWords& words) {
    if (values.size() < 2) return;
    auto& list = *page.AddSectionDictionary(section);
    for (const auto& value : values) {
        auto& one = *list.AddSectionDictionary("CHOICE");
        put(one, "VALUE", value);
        put(one, "WORDS", word(words, cat(prefix, value.empty() ? "all" : value)));
        show(one, "CHOSEN", shown_if(value == chosen));
    }
}

} // namespace

HttpResponse ReportPages::page(const Asked& asked, const Report& report, const Viewer& viewer) {
    const auto& words = words_for(viewer);
    Dictionary page("report");
    const auto title = title_of(asked.name, words);
    fill_frame(page, viewer, title);
    put(page, "TITLE", title);
    put(page, "NAME", asked.name);
    put(page, "FROM", to_iso(asked.period.from));
    put(page, "TO", to_iso(asked.period.to));
    show(page, "OF_NOW", shown_if(asked.kind->of_now));
    if (!asked.kind->of_now)
        for (const auto& usual : usual_periods(viewer.zone.date_of(viewer.now))) {
            auto& one = *page.AddSectionDictionary("USUAL");
            put(one, "URL", asked.address(usual.period));
            put(one, "WORDS", viewer.words.at(usual.words));
            show(one, "CURRENT", shown_if(usual.period == asked.period));
        }
    fill_choices(page, "WAYS", {asked.kind->ways.begin(), asked.kind->ways.end()}, asked.by, "way.",
                 words);
    const auto figures = drawable(report);
    const bool known = std::ranges::find(figures, asked.figure) != figures.end();
    const auto figure = known ? asked.figure : figures.empty() ? std::string{} : figures.front();
    fill_choices(page, "FIGURES", figures, figure, "column.", words);
    const auto address = asked.address(asked.period);
    put(page, "CSV", cat(address, "&as=csv"));
    put(page, "PDF", cat(address, "&as=pdf"));
    if (const auto chart = chart_of(report, figure, words)) fill_chart(page, *chart, words);
    fill_table(page, report, words, viewer.words);
    for (const auto& note : report.notes)
        put(*page.AddSectionDictionary("NOTE"), "WORDS", text_of(note, words));
    return HttpResponse::page(pages_.render("report", viewer.words, page));
}

} // namespace besteld

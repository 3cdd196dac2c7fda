// SPDX-License-Identifier: Apache-2.0
#include "web/teach_pages.hpp"

#include "base/text.hpp"
#include "desk/refusals.hpp"
#include "order/taught_heading.hpp"
#include "web/customer_page.hpp"
#include "web/format.hpp"
#include "web/whole_number.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr std::string_view all_teaching = "/teach";
constexpr std::size_t meanings_shown = 3;

// "12/use" of "/teach/12/use"; empty for "/teach".
std::string_view below(std::string_view path) {
    return path.substr(std::min(path.size(), all_teaching.size() + 1));
}

std::string taught_address(std::int64_t number) {
    return cat(all_teaching, "/", number);
}

void fill_taught(Dictionary& to, const Viewer& viewer, const TaughtHeading& taught) {
    const auto& words = viewer.words;
    put(to, "URL", taught_address(taught.id));
    put(to, "HEADING", taught.heading);
    put(to, "MEANS", words.at(cat("teach.field.", taught.field)));
    put(to, "STATE", words.at(cat("teach.", name_of(taught.state))));
    put(to, "WHO", taught.made_by);
    put(to, "AT", format_moment(taught.made_at, viewer.zone, words));
    if (taught.used_at) {
        auto& used = *to.AddSectionDictionary("USED");
        put(used, "WHO", taught.used_by);
        put(used, "AT", format_moment(*taught.used_at, viewer.zone, words));
    }
    if (taught.ended_at) {
        auto& ended = *to.AddSectionDictionary("ENDED");
        put(ended, "WHO", taught.ended_by);
        put(ended, "AT", format_moment(*taught.ended_at, viewer.zone, words));
    }
}

std::string from_to(int before, int after) {
    return cat(before, " → ", after);
}

void fill_trial(Dictionary& to, const Strings& words, const HeadingTrial& trial) {
    put(to, "SUM",
        words.fill("teach.tried_on", {{"n", std::to_string(trial.looked_at)},
                                      {"m", std::to_string(trial.otherwise)}}));
    if (trial.unread > 0)
        put_if(to, "UNREAD", words.fill("teach.unread", {{"n", std::to_string(trial.unread)}}));
    for (const auto& row : trial.rows) {
        auto& one = *to.AddSectionDictionary("DOCUMENT");
        put(one, "CASE_NO", row.case_no);
        put_if(one, "FILE", row.file);
        put(one, "LINES", from_to(row.lines_before, row.lines_after));
        put(one, "VALUES", from_to(row.values_before, row.values_after));
        put_if(one, "SAMPLES", join(row.samples, ", "));
    }
}

void fill_item(Dictionary& to, const Viewer& viewer, const Case& the_case,
               const ItemTaught& taught) {
    const auto& words = viewer.words;
    put(to, "WRITTEN", taught.written);
    put(to, "SKU", taught.sku);
    put(to, "ALIKE", words.fill("teach.alike", {{"n", std::to_string(taught.alike)}}));
    const auto shown = std::min(taught.otherwise.size(), meanings_shown);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& other = taught.otherwise[i];
        auto& one = *to.AddSectionDictionary("OTHERWISE");
        put(one, "WORDS",
            other.sku.empty() ? words.at("teach.nobody")
                              : words.fill("teach.other", {{"sku", other.sku}}));
        put(one, "URL", cat("/case/", other.case_id));
        put(one, "CASE_NO", other.case_no);
    }
    if (shown < taught.otherwise.size())
        put_if(to, "MORE",
               words.fill("ui.and_more", {{"n", std::to_string(taught.otherwise.size() - shown)}}));
    if (!taught.is_number) to.AddSectionDictionary("LEARNED");
    if (taught.is_number && may_keep_base_data(viewer.user.role)) {
        auto& keep = *to.AddSectionDictionary("KEEP");
        put(keep, "CASE", the_case.id);
        put(keep, "LINE", std::int64_t{taught.line});
    }
}

} // namespace

bool TeachPages::has(const std::string& path) {
    return path == all_teaching || path.starts_with(cat(all_teaching, "/"));
}

std::expected<HttpResponse, DeskRefused> TeachPages::get(const HttpRequest& request,
                                                         const Viewer& viewer) {
    const auto number = whole<std::int64_t>(below(request.path));
    if (!number) return refuse("not_found", "");
    const auto seen = desk_.open(*number, viewer.user);
    if (!seen) return std::unexpected(seen.error());
    const auto& taught = seen->taught;
    Dictionary page("teach");
    fill_frame(page, viewer, viewer.words.at("teach.title"));
    fill_taught(page, viewer, taught);
    put(page, "CUSTOMER_NO", taught.customer_no);
    put(page, "CUSTOMER_URL", customer_address(taught.customer_no));
    if (taught.case_id != 0) put_if(page, "CASE_URL", cat("/case/", taught.case_id));
    show(page, "TRYING", shown_if(taught.state == HeadingState::trying));
    if (seen->trial) fill_trial(*page.AddSectionDictionary("TRIAL"), viewer.words, *seen->trial);
    if (seen->may_use)
        put(*page.AddSectionDictionary("MAY_USE"), "ACTION", cat(taught_address(*number), "/use"));
    else
        show(page, "BY_ANOTHER", shown_if(taught.state == HeadingState::tried));
    if (seen->may_end)
        put(*page.AddSectionDictionary("MAY_END"), "ACTION", cat(taught_address(*number), "/end"));
    return HttpResponse::page(pages_.render("teach", viewer.words, page));
}

std::expected<HttpResponse, DeskRefused> TeachPages::post(const HttpRequest& form,
                                                          const Viewer& viewer) {
    const auto case_id = whole<std::int64_t>(form.field("case")).value_or(0);
    if (form.path == all_teaching) {
        const auto number = desk_.teach(case_id, form.field("heading"), form.field("field"),
                                        viewer.user, viewer.now);
        if (!number) return std::unexpected(number.error());
        return HttpResponse::redirect(taught_address(*number));
    }
    if (form.path == "/teach/number") {
        const auto line = whole<std::uint32_t>(form.field("line"));
        if (!line) return refuse("not_found", "");
        const auto import = desk_.keep_number(case_id, *line, viewer.user,
                                              viewer.zone.date_of(viewer.now), viewer.now);
        if (!import) return std::unexpected(import.error());
        return HttpResponse::redirect(cat("/base-data/", *import));
    }
    const auto asked = number_and_verb(below(form.path));
    if (!asked) return refuse("not_found", "");
    const auto& [number, verb] = *asked;
    std::expected<std::int64_t, DeskRefused> done = refuse("not_found", "");
    if (verb == "use") done = desk_.use(number, viewer.user, viewer.now);
    if (verb == "end") done = desk_.end(number, viewer.user, viewer.now);
    if (!done) return std::unexpected(std::move(done.error()));
    return HttpResponse::redirect(taught_address(*done));
}

void TeachPages::fill_case(Dictionary& page, const Viewer& viewer, const Case& the_case) {
    if (const auto items = desk_.items(the_case); !items.empty()) {
        auto& teaches = *page.AddSectionDictionary("TEACHES");
        for (const auto& item : items)
            fill_item(*teaches.AddSectionDictionary("ITEM"), viewer, the_case, item);
    }
    if (the_case.order.customer_no.empty() || !may_keep_base_data(viewer.user.role)) return;
    auto& column = *page.AddSectionDictionary("TEACH_COLUMN");
    put(column, "CASE", the_case.id);
    for (const auto field : teachable_fields) {
        auto& choice = *column.AddSectionDictionary("MEANING");
        put(choice, "VALUE", field);
        put(choice, "WORDS", viewer.words.at(cat("teach.field.", field)));
    }
}

void TeachPages::fill_customer(Dictionary& page, const Viewer& viewer,
                               const std::string& customer_no) {
    const auto taught = desk_.of(customer_no);
    if (taught.empty()) return;
    auto& columns = *page.AddSectionDictionary("COLUMNS");
    for (const auto& one : taught)
        fill_taught(*columns.AddSectionDictionary("TAUGHT"), viewer, one);
}

} // namespace besteld

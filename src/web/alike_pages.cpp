// SPDX-License-Identifier: Apache-2.0
#include "web/alike_pages.hpp"

#include "base/text.hpp"
#include "desk/in_hand.hpp"
#include "desk/refusals.hpp"
#include "web/finding_view.hpp"
#include "web/format.hpp"
#include "web/order_view.hpp"
#include "web/whole_number.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr std::string_view below_alike = "/alike/";

// "42:7", the case and the version that the person saw.
std::vector<TickedOrder> ticked(const HttpRequest& form) {
    std::vector<TickedOrder> all;
    const auto [first, last] = form.form.equal_range("case");
    for (auto field = first; field != last; ++field) {
        const auto pieces = split(field->second, ':');
        if (pieces.size() != 2) continue;
        const auto id = whole<std::int64_t>(pieces[0]), version = whole<std::int64_t>(pieces[1]);
        if (id && version) all.push_back({*id, *version});
    }
    return all;
}

std::string tick_of(std::int64_t case_id, std::int64_t version) {
    return cat(case_id, ":", version);
}

void fill_what(Dictionary& page, const AlikeOrder& first, const Strings& words) {
    const auto& finding = first.the_case.findings[first.finding];
    put(page, "CHECK", check_words(name_of(finding.check), words));
    put(page, "CUSTOMER", first.the_case.order.customer_name);
    if (finding.line && *finding.line < first.the_case.order.lines.size()) {
        const auto& line = first.the_case.order.lines[*finding.line];
        put_if(page, "ARTICLE", cat(line.sku, line.sku.empty() ? "" : " ", line.item_name));
    }
    put(page, "ORDERED", ordered_words(finding, words));
    put(page, "AGREED", agreed_words(finding, words));
    put_if(page, "CLAUSE", format_said(finding.clause, words));
}

void fill_order(Dictionary& row, const AlikeOrder& order, const Viewer& viewer) {
    const auto& words = viewer.words;
    const auto& c = order.the_case;
    const auto by = claimant(c, viewer.now);
    const bool claimed = !by.empty() && by != viewer.user.login;
    put(row, "TICK", tick_of(c.id, c.version));
    put(row, "URL", cat("/case/", c.id));
    put(row, "ORDER", title_of(c));
    put(row, "CASE_NO", c.case_no);
    put(row, "NET", c.net.is_zero() ? "" : format_money(c.net, c.order.currency, words));
    put(row, "RECEIVED", format_moment(c.received_at, viewer.zone, words));
    show(row, "TICKED", shown_if(!claimed));
    if (claimed) put_if(row, "CLAIMED_BY", by);
    if (order.open_besides > 0)
        put_if(row, "STILL_OPEN",
               words.fill("ui.after_n_open", {{"n", std::to_string(order.open_besides)}}));
    if (order.to_second_person) row.AddSectionDictionary("TO_SECOND");
    put_if(row, "BECAUSE", order.refused);
    for (const auto& answer : order.answers)
        fill_answer(*row.AddSectionDictionary("PREVIEW"), answer, viewer);
}

} // namespace

void fill_alike(Dictionary& to, const AlikeCases::Group& group, const Strings& words) {
    auto& alike = *to.AddSectionDictionary("ALIKE");
    const bool most = group.cases >= AlikeCases::most;
    put(alike, "URL", cat(below_alike, group.key));
    put(alike, "WORDS", words.fill("alike.n", {{"n", cat(group.cases, most ? "+" : "")}}));
}

bool AlikePages::has(const std::string& path) {
    return path.starts_with(below_alike);
}

std::expected<HttpResponse, DeskRefused> AlikePages::get(const HttpRequest& request,
                                                         const Viewer& viewer) {
    const auto way = resolution_by_name(request.asked("way"));
    const auto group =
        desk_.open(request.path.substr(below_alike.size()), way, viewer.user, viewer.now);
    if (!group) return std::unexpected(group.error());
    const auto& words = viewer.words;
    Dictionary page("alike");
    fill_frame(page, viewer, words.at("alike.title"));
    fill_what(page, group->orders.front(), words);
    put(page, "ADDRESS", cat(below_alike, group->key));
    put(page, "COUNT", words.fill("alike.n", {{"n", std::to_string(group->orders.size())}}));
    show(page, "MORE", shown_if(group->more));
    for (const auto one : group->ways) {
        auto& choice = *page.AddSectionDictionary("WAY");
        put(choice, "URL", cat(below_alike, group->key, "?way=", name_of(one)));
        put(choice, "WORDS", words.at(cat("way.", name_of(one))));
        put(choice, "KEY", key_of(one));
        show(choice, "CHOSEN", shown_if(one == group->way));
    }
    put(page, "RESOLUTION", name_of(group->way));
    put(page, "DO", words.at(cat("way.", name_of(group->way))));
    show(page, "REASON", shown_if(needs_reason(group->way)));
    show(page, "MAY", shown_if(may_act(viewer.user.role)));
    if (!may_act(viewer.user.role)) say_look_only(page, viewer);
    for (const auto& order : group->orders)
        fill_order(*page.AddSectionDictionary("ROW"), order, viewer);
    return HttpResponse::page(pages_.render("alike", words, page));
}

std::expected<HttpResponse, DeskRefused> AlikePages::post(const HttpRequest& request,
                                                          const Viewer& viewer) {
    const auto what = request.path.substr(below_alike.size());
    const auto chosen = ticked(request);
    if (chosen.empty()) return refuse("nothing_ticked", "no order is ticked");
    if (std::ssize(chosen) > AlikeDesk::most_at_once)
        return refuse("bad_value", "too many at once");
    if (what == "take_back") {
        desk_.take_back(chosen, viewer.user, viewer.now);
        return HttpResponse::redirect("/queue");
    }
    const auto way = resolution_by_name(request.field("resolution"));
    if (!way) return refuse("not_found", "decide how?");
    return done(desk_.decide(what, chosen, *way, request.field("reason"), viewer.user, viewer.now),
                viewer);
}

HttpResponse AlikePages::done(const std::vector<AlikeOutcome>& outcomes, const Viewer& viewer) {
    const auto& words = viewer.words;
    Dictionary page("alike_done");
    fill_frame(page, viewer, words.at("alike.done"));
    const auto released =
        std::ranges::count(outcomes, AlikeOutcome::Done::released, &AlikeOutcome::done);
    put(page, "RELEASED",
        words.fill("alike.released",
                   {{"n", std::to_string(released)}, {"of", std::to_string(outcomes.size())}}));
    if (std::ranges::any_of(outcomes, &AlikeOutcome::held)) {
        auto& held = *page.AddSectionDictionary("HELD_ALIKE");
        for (const auto& outcome : outcomes)
            if (outcome.held)
                put(*held.AddSectionDictionary("TICKED"), "TICK",
                    tick_of(outcome.case_id, outcome.version));
    }
    for (const auto& outcome : outcomes) {
        const auto the_case = store_.find_case(outcome.case_id);
        auto& row = *page.AddSectionDictionary("ROW");
        put(row, "URL", cat("/case/", outcome.case_id));
        put(row, "ORDER", the_case ? title_of(*the_case) : cat(outcome.case_id));
        put(row, "DONE",
            words.at(outcome.done == AlikeOutcome::Done::released  ? "alike.is_released"
                     : outcome.done == AlikeOutcome::Done::decided ? "alike.is_decided"
                                                                   : "alike.is_untouched"));
        put(row, "STATE", state_words(outcome.state, words));
        if (const auto& refused = outcome.refused)
            put_if(row, "BECAUSE", words.at_or(cat("refused.", refused->code), refused->text));
    }
    return HttpResponse::page(pages_.render("alike_done", words, page));
}

} // namespace besteld

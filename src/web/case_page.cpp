// SPDX-License-Identifier: Apache-2.0
#include "web/case_page.hpp"

#include "base/text.hpp"
#include "desk/in_hand.hpp"
#include "web/alike_pages.hpp"
#include "web/finding_view.hpp"
#include "web/format.hpp"
#include "web/order_view.hpp"

#include <algorithm>

namespace besteld {

namespace {

void fill_head(Dictionary& page, const Viewer& viewer, const CaseView& view) {
    const auto& words = viewer.words;
    const auto& c = view.the_case;
    put(page, "CASE_ID", c.id);
    put(page, "CASE_NO", c.case_no);
    put(page, "HEADING", title_of(c));
    put_if(page, "OFFICIAL_NO", c.official_no);
    put(page, "STATE", state_words(c.state, words));
    put(page, "VERSION", c.version);
    if (c.due_at) {
        auto& due = *page.AddSectionDictionary("DUE");
        put(due, "AT", format_moment(*c.due_at, viewer.zone, words));
        show(due, "LATE", shown_if(*c.due_at < viewer.now && !is_end(c.state)));
    }
    const auto by = claimant(c, viewer.now);
    const bool claimed = !by.empty();
    if (claimed && by != viewer.user.login)
        put_if(page, "CLAIMED_BY", by);
    else if (claimed)
        page.AddSectionDictionary("MINE");
    show(page, "MAY_CLAIM", shown_if(!claimed && !view.held && may_act(viewer.user.role)));
    if (view.alike) fill_alike(page, *view.alike, words);
    // His own last one stands in the frame of every page.
    if (!view.held || (viewer.held && viewer.held->case_id == c.id)) return;
    auto& held = *page.AddSectionDictionary("DECIDED");
    fill_held(held, viewer,
              {.case_id = c.id,
               .about = view.held->login,
               .what = std::string(name_of(view.held->command.kind)),
               .leaves_at = view.held->leaves_at});
    show(held, "MAY_TAKE_BACK",
         shown_if(is_lead(viewer.user.role) || view.held->login == viewer.user.login));
}

// What can be done with the order as a whole in its state, by this person.
void fill_actions(Dictionary& page, const Viewer& viewer, const CaseView& view) {
    const auto& c = view.the_case;
    if (view.held) return; // take it back first
    const bool holds = std::ranges::any_of(c.findings, [&](const Finding& finding) {
        return viewer.user.role == Role::credit && may_decide(Role::credit, c.state, finding);
    });
    if (holds) {
        if (c.state == OrderState::on_hold) page.AddSectionDictionary("HELD");
        return; // each of his findings has its own ways out
    }
    if (!may_act(viewer.user.role)) return say_look_only(page, viewer);
    const auto open = std::ranges::count_if(c.findings, is_open);
    if (c.state == OrderState::in_review) {
        auto& review = *page.AddSectionDictionary("REVIEW");
        auto& release = *review.AddSectionDictionary(open == 0 ? "RELEASE" : "NOT_YET");
        put(release, "WORDS", viewer.words.fill("ui.after_n_open", {{"n", std::to_string(open)}}));
        fill_field_choices(review, viewer, view);
        show(review, "MAY_SET_ASIDE", shown_if(c.official_no.empty()));
    }
    if (c.state == OrderState::awaiting_second) {
        const bool own = std::ranges::find(c.editors, viewer.user.login) != c.editors.end();
        page.AddSectionDictionary(own ? "SECOND_BY_ANOTHER" : "SECOND");
    }
    if (c.state == OrderState::awaiting_customer) {
        auto& waiting = *page.AddSectionDictionary("WAITING_CUSTOMER");
        show(waiting, "GIVE_UP", shown_if(c.escalated && is_lead(viewer.user.role)));
    }
    if (c.state == OrderState::on_hold) page.AddSectionDictionary("HELD");
    if (c.state == OrderState::proposed) page.AddSectionDictionary("PROPOSED");
    if (is_lead(viewer.user.role) &&
        next(c.state, OrderEvent::cancelled_by_seller,
             {.role = viewer.user.role, .has_official_number = !c.official_no.empty()}))
        page.AddSectionDictionary("MAY_CANCEL");
    for (const auto& item : view.items) {
        auto& one = *page.AddSectionDictionary("KNOWN_ITEM");
        put(one, "SKU", item.sku);
        const auto name = item.names.find(viewer.words.language());
        const auto other = item.names.find("");
        put(one, "NAME",
            name != item.names.end()    ? name->second
            : other != item.names.end() ? other->second
                                        : "");
    }
}

} // namespace

std::string QueuePlace::query() const {
    const auto text = query_of(filter);
    if (cursor.empty()) return text;
    return cat(text, text.empty() ? "" : "&", "at=", percent_encode(cursor));
}

QueuePlace QueuePlace::of(const std::map<std::string, std::string>& query) {
    QueuePlace place{.filter = filter_of(query), .cursor = {}};
    if (const auto at = query.find("at"); at != query.end() && at->second.size() < 100)
        place.cursor = at->second;
    return place;
}

QueuePlace QueuePlace::of_query(const std::string& query) {
    std::map<std::string, std::string> fields;
    for (auto& [name, value] : parse_form(query))
        fields.emplace(name, value);
    return of(fields);
}

std::string case_address(std::int64_t case_id, const QueuePlace& place) {
    const auto query = place.query();
    return cat("/case/", case_id, query.empty() ? "" : "?", query);
}

std::string address_of_row(const QueueRow& row, const QueuePlace& place) {
    return case_address(row.case_id, {place.filter, row.cursor});
}

std::optional<QueueRow> next_in_queue(Desk& desk, const QueuePlace& place, std::int64_t case_id) {
    auto filter = place.filter;
    filter.limit = 2;
    filter.cursor = place.cursor;
    for (auto& row : desk.queue(filter))
        if (row.case_id != case_id) return std::move(row);
    return std::nullopt;
}

std::optional<QueueRow> previous_in_queue(Desk& desk, const QueuePlace& place,
                                          std::int64_t case_id) {
    if (place.cursor.empty()) return std::nullopt;
    // The queue is read downwards only: beyond its first rows nobody goes back with a key.
    constexpr int looked_through = 200;
    auto filter = place.filter;
    filter.limit = looked_through;
    std::optional<QueueRow> before;
    for (auto& row : desk.queue(filter)) {
        if (row.case_id == case_id) return before;
        before = std::move(row);
    }
    return std::nullopt;
}

std::string case_page(const Pages& pages, const Viewer& viewer, Desk& desk, TeachPages& teach,
                      const CaseView& view, const QueuePlace& place) {
    const auto& c = view.the_case;
    SourceMarks marks(view.reading);
    std::vector<std::size_t> of_findings;
    for (const auto& finding : c.findings)
        of_findings.push_back(marks.add(finding.source));
    const auto of_order = add_order_marks(c.order, marks);
    marks.settle();

    Dictionary page("case");
    fill_frame(page, viewer, cat(title_of(c), " · ", c.order.customer_name));
    put(page, "QUEUE_QUERY", place.query());
    const auto query = query_of(place.filter);
    put(page, "QUEUE_URL", cat("/queue", query.empty() ? "" : "?", query));
    if (const auto row = next_in_queue(desk, place, c.id))
        put_if(page, "NEXT", address_of_row(*row, place));
    if (const auto row = previous_in_queue(desk, place, c.id))
        put_if(page, "PREVIOUS", address_of_row(*row, place));
    const auto action = [&](const char* name, std::string_view verb) {
        put(page, name, cat("/case/", c.id, "/", verb));
    };
    action("ACTION_CLAIM", "claim");
    action("ACTION_RELEASE", "release");
    action("ACTION_APPROVE", "approve");
    action("ACTION_REFUSE", "refuse");
    action("ACTION_REJECT", "reject");
    action("ACTION_ASK", "ask");
    action("ACTION_CORRECT", "correct");
    action("ACTION_ANSWERED", "answered");
    action("ACTION_CONSENT", "consent");
    action("ACTION_DECLINE", "decline");
    action("ACTION_COUNTER", "counter");
    action("ACTION_SET_ASIDE", "set_aside");
    action("ACTION_CANCEL", "cancel");
    action("ACTION_EXPIRE", "expire");
    fill_head(page, viewer, view);
    fill_actions(page, viewer, view);
    fill_findings(page, viewer, view, marks, of_findings);
    fill_order(page, viewer, view, marks, of_order);
    fill_preview(page, viewer, view);
    fill_history(page, viewer, view);
    fill_source(page, viewer, view, marks);
    teach.fill_case(page, viewer, c);
    return pages.render("case", viewer.words, page);
}

} // namespace besteld

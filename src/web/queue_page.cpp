// SPDX-License-Identifier: Apache-2.0
#include "web/queue_page.hpp"

#include "base/text.hpp"
#include "check/catalogue.hpp"
#include "desk/refusals.hpp"
#include "store/saved_filters.hpp"
#include "web/alike_pages.hpp"
#include "web/format.hpp"

#include <algorithm>

namespace besteld {

namespace {

// States in which a case may wait for a person, in the order of the list box.
constexpr OrderState waiting_states[] = {OrderState::in_review, OrderState::awaiting_customer,
                                         OrderState::on_hold, OrderState::awaiting_second,
                                         OrderState::proposed};

void fill_choices(Dictionary& page, const Viewer& viewer, const QueueFilter& filter) {
    for (const auto& entry : catalogue()) {
        auto& one = *page.AddSectionDictionary("CHECK_CHOICE");
        put(one, "VALUE", name_of(entry.check));
        put(one, "WORDS", check_words(name_of(entry.check), viewer.words));
        show(one, "CHOSEN", shown_if(filter.check == name_of(entry.check)));
    }
    for (const auto state : waiting_states) {
        auto& one = *page.AddSectionDictionary("STATE_CHOICE");
        put(one, "VALUE", name_of(state));
        put(one, "WORDS", state_words(state, viewer.words));
        show(one, "CHOSEN", shown_if(filter.state == name_of(state)));
    }
}

constexpr std::size_t longest_name = 60;

// What people come back to: everything, what is theirs, and what is kept under a name.
void fill_tabs(Dictionary& page, const Viewer& viewer, const std::vector<SavedFilter>& kept,
               const std::string& query) {
    const auto& login = viewer.user.login;
    const auto add = [&](const std::string& words, const std::string& of) -> Dictionary& {
        auto& tab = *page.AddSectionDictionary("TAB");
        put(tab, "URL", cat("/queue", of.empty() ? "" : "?", of));
        put(tab, "WORDS", words);
        show(tab, "CURRENT", shown_if(of == query));
        return tab;
    };
    add(viewer.words.at("filter.all"), "");
    add(viewer.words.at("filter.mine"), query_of({.claimed_by = login}));
    const SavedFilter* here = nullptr; // his own, which he looks at
    for (const auto& one : kept) {
        auto& tab = add(one.name, one.query);
        if (one.login != login) put_if(tab, "OF", one.login);
        if (one.login == login && one.query == query) here = &one;
    }
    if (query.empty()) return;
    auto& filtered = *page.AddSectionDictionary("FILTERED");
    put(filtered, "QUERY", query);
    show(filtered, "MAY_SHARE", shown_if(is_lead(viewer.user.role)));
    if (here) put_if(filtered, "KEPT", here->name);
}

using Groups = std::map<std::int64_t, AlikeCases::Group>;

// In the queue the address says where the row stood, so that the next one can follow.
void fill_row(Dictionary& one, const Viewer& viewer, const QueueRow& row, const std::string& filter,
              const Groups& groups) {
    fill_queue_row(one, viewer, row);
    put(one, "URL",
        cat("/case/", row.case_id, "?", filter, filter.empty() ? "" : "&",
            "at=", percent_encode(row.cursor)));
    if (const auto group = groups.find(row.case_id); group != groups.end())
        fill_alike(one, group->second, viewer.words);
}

} // namespace

void fill_queue_row(Dictionary& one, const Viewer& viewer, const QueueRow& row) {
    const auto& words = viewer.words;
    put(one, "URL", cat("/case/", row.case_id));
    put(one, "CUSTOMER",
        row.customer_name.empty() ? words.at("ui.unknown_customer") : row.customer_name);
    put(one, "CUSTOMER_NO", row.customer_no);
    put(one, "ORDER", row.buyer_order_no.empty() ? row.case_no : row.buyer_order_no);
    put(one, "CASE_NO", row.case_no);
    put(one, "REASON",
        row.first_check.empty() ? state_words(row.state, words)
                                : check_words(row.first_check, words));
    if (row.open_findings > 1) {
        auto& more = *one.AddSectionDictionary("MORE");
        put(more, "MORE",
            words.fill("ui.and_more", {{"n", std::to_string(row.open_findings - 1)}}));
    }
    if (row.state != OrderState::in_review) put_if(one, "STATE", state_words(row.state, words));
    put(one, "STAKE",
        row.at_stake.is_zero() ? "" : format_money(row.at_stake, row.currency, words));
    put(one, "NET", row.net.is_zero() ? "" : format_money(row.net, row.currency, words));
    put(one, "AGE", format_age(viewer.now - row.received_at, words));
    put(one, "RECEIVED", format_moment(row.received_at, viewer.zone, words));
    if (row.due_at) {
        put(one, "DUE", format_moment(*row.due_at, viewer.zone, words));
        show(one, "LATE", shown_if(*row.due_at < viewer.now));
    }
    put(one, "CHANNEL", row.channel);
    put(one, "CLAIMED_BY", row.claimed_by);
}

std::expected<std::string, DeskRefused> keep_filter(Store& store, const User& user,
                                                    const FilterToKeep& filter) {
    const std::string name(trim(filter.name));
    std::map<std::string, std::string> fields;
    for (auto& [key, value] : parse_form(filter.query))
        fields.emplace(key, value);
    const auto query = query_of(filter_of(fields)); // nothing but a filter is kept
    if (name.empty() || name.size() > longest_name || query.empty())
        return refuse("bad_value", name);
    if (!SavedFilters(store).save({user.login, name, query, filter.shared && is_lead(user.role)}))
        return refuse("too_many_filters", std::to_string(SavedFilters::most_of_one));
    return cat("/queue?", query);
}

std::expected<std::string, DeskRefused> remove_filter(Store& store, const User& user,
                                                      const std::string& name) {
    if (!SavedFilters(store).remove(user.login, name))
        return refuse("not_found", "you keep no such filter");
    return "/queue";
}

std::string queue_page(const Pages& pages, const Viewer& viewer, Desk& desk, Store& store,
                       const HttpRequest& request) {
    auto filter = filter_of(request.query);
    filter.cursor = request.asked("after");
    filter.limit = rows_per_page + 1; // one more tells whether there is another page
    auto rows = desk.queue(filter);
    const auto query = query_of(filter);
    Dictionary page("queue");
    fill_frame(page, viewer, viewer.words.at("ui.queue"));
    put(page, "WAITING",
        viewer.words.fill(
            "ui.waiting",
            {{"n", format_number(Decimal::from_integer(desk.queue_size()), 0, viewer.words)}}));
    put(page, "TEXT", filter.text);
    put(page, "CUSTOMER_NO", filter.customer);
    fill_choices(page, viewer, filter);
    put_if(page, "CLAIMED_BY", filter.claimed_by);
    fill_tabs(page, viewer, SavedFilters(store).of(viewer.user.login), query);
    if (std::ssize(rows) > rows_per_page) {
        rows.resize(rows_per_page);
        put_if(page, "NEXT",
               cat("/queue?", query, query.empty() ? "" : "&",
                   "after=", percent_encode(rows.back().cursor)));
    }
    if (!filter.cursor.empty()) put_if(page, "FIRST", cat("/queue?", query));
    if (rows.empty()) page.AddSectionDictionary("EMPTY");
    auto& table = *page.AddSectionDictionary(rows.empty() ? "NO_TABLE" : "TABLE");
    const auto groups = desk.alike(rows);
    for (const auto& row : rows)
        fill_row(*table.AddSectionDictionary("ROW"), viewer, row, query, groups);
    return pages.render("queue", viewer.words, page);
}

} // namespace besteld

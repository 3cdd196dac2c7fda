// SPDX-License-Identifier: Apache-2.0
#include "web/viewer.hpp"

#include "base/text.hpp"
#include "desk/typed_desk.hpp"
#include "web/access_page.hpp"
#include "web/format.hpp"

#include <algorithm>

namespace besteld {

namespace {

void offer(Dictionary& person, const char* section, const Viewer& viewer, std::string_view words,
           std::span<const std::string_view> choices, std::string_view chosen) {
    for (const auto choice : choices) {
        auto& one = *person.AddSectionDictionary(section);
        put(one, "VALUE", choice);
        put(one, "WORDS", viewer.words.at(cat(words, choice)));
        show(one, "CHOSEN", shown_if(choice == chosen));
    }
}

} // namespace

std::optional<std::string> chosen_of(std::span<const std::string_view> choices,
                                     const std::string& asked) {
    if (std::ranges::find(choices, asked) == choices.end()) return std::nullopt;
    return asked;
}

void fill_frame(Dictionary& page, const Viewer& viewer, const std::string& title) {
    put(page, "LANG", viewer.words.language());
    put(page, "THEME", viewer.theme);
    put(page, "SIZE", viewer.size);
    put(page, "REST", viewer.rest);
    put(page, "KEYS", viewer.keys ? "on" : "off");
    put(page, "TITLE", title);
    put(page, "CSRF", viewer.form_token);
    put(page, "BACK", viewer.path);
    show(page, "SCRIPTED", Shown::yes);
    if (viewer.user.login.empty()) return;
    auto& person = *page.AddSectionDictionary("PERSON");
    put(person, "NAME", viewer.user.name.empty() ? viewer.user.login : viewer.user.name);
    put(person, "ROLE", viewer.words.at(cat("role.", name_of(viewer.user.role))));
    offer(person, "THEME_CHOICE", viewer, "theme.", themes, viewer.theme);
    offer(person, "SIZE_CHOICE", viewer, "size.", text_sizes, viewer.size);
    offer(person, "REST_CHOICE", viewer, "rest.", rest_minutes, viewer.rest);
    for (const auto language : page_languages) {
        auto& one = *person.AddSectionDictionary("LANGUAGE_CHOICE");
        put(one, "VALUE", language);
        put(one, "WORDS", viewer.words.at(cat("language.", language)));
        show(one, "CHOSEN", shown_if(viewer.words.language() == language));
    }
    show(person, "MAY_TYPE", shown_if(may_take_orders(viewer.user.role)));
    show(person, "MAY_SEE_ACCESS", shown_if(may_see_access(viewer.user.role)));
    show(person, "KEYS_ON", shown_if(viewer.keys));
    if (viewer.held) fill_held(*person.AddSectionDictionary("HELD_BACK"), viewer, *viewer.held);
}

void fill_held(Dictionary& section, const Viewer& viewer, const HeldNotice& held) {
    const auto& words = viewer.words;
    put(section, "ACTION", cat("/case/", held.case_id, "/take_back"));
    put(section, "WORDS",
        words.fill("ui.held", {{"case", held.about},
                               {"what", words.at_or(cat("held.", held.what), held.what)},
                               {"at", format_moment(held.leaves_at, viewer.zone, words)}}));
}

void say_look_only(Dictionary& page, const Viewer& viewer) {
    put(*page.AddSectionDictionary("LOOK_ONLY"), "ROLE",
        viewer.words.at(cat("role.", name_of(viewer.user.role))));
}

QueueFilter filter_of(const std::map<std::string, std::string>& query) {
    const auto at = [&](const char* name) {
        const auto found = query.find(name);
        // What no row can hold need not be asked for; the rest is a parameter of the statement.
        return found == query.end() || found->second.size() > 200 || !is_utf8(found->second)
                   ? std::string{}
                   : found->second;
    };
    return {.text = at("text"),
            .customer = at("customer"),
            .check = at("check"),
            .state = at("state"),
            .claimed_by = at("claimed_by")};
}

std::string query_of(const QueueFilter& filter) {
    std::string query;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty())
            query += cat(query.empty() ? "" : "&", name, "=", percent_encode(value));
    };
    add("text", filter.text);
    add("customer", filter.customer);
    add("check", filter.check);
    add("state", filter.state);
    add("claimed_by", filter.claimed_by);
    return query;
}

std::string title_of(const Case& the_case) {
    return the_case.order.buyer_order_no.empty() ? the_case.case_no : the_case.order.buyer_order_no;
}

std::string state_words(OrderState state, const Strings& words) {
    return words.at(cat("state.", name_of(state)));
}

std::string check_words(std::string_view check_name, const Strings& words) {
    return check_name.empty() ? std::string{} : words.at_or(cat("check.", check_name), check_name);
}

} // namespace besteld

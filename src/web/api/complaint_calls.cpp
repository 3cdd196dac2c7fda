// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "desk/refusals.hpp"
#include "web/api/bodies.hpp"
#include "web/api/calls.hpp"
#include "web/api/convert.hpp"

namespace besteld::api {

namespace {

ServiceAction action_of(const Call& call) {
    return {.number = call.path.at(0),
            .version = call.version,
            .user = call.viewer.user,
            .now = call.viewer.now};
}

Served as_it_is_now(House& house, const Call& call, const std::optional<DeskRefused>& why) {
    if (why) return std::unexpected(*why);
    const auto view = house.service.open(call.path.at(0));
    if (!view) return std::unexpected(view.error());
    return Said{.body = to_json(said(view->complaint)),
                .version = view->complaint.version,
                .committed = call.request.method == "POST"};
}

Served complaints(House& house, const Call& call) {
    ComplaintFilter filter{.state = call.asked("state"),
                           .customer = call.asked("customer"),
                           .after_id = call.asked_number("after"),
                           .limit = limit_of(call) + 1};
    if (!filter.state.empty() && !complaint_state_by_name(filter.state))
        return refuse("bad_value", cat("state '", filter.state, "'"));
    auto rows = house.service.complaints(filter);
    ComplaintsFound found;
    if (std::ssize(rows) == filter.limit) {
        rows.pop_back();
        found.next = rows.back().id;
    }
    found.complaints = all_said(rows);
    return Said{.body = to_json(found)};
}

} // namespace

Table complaint_calls(House& house) {
    constexpr auto decide = Scope::decide;
    constexpr auto match = Match::if_match;
    auto& service = house.service;
    return {
        get<ComplaintsFound>("/complaints", "Complaints that are not closed, oldest first",
                             {{"customer", "number"},
                              {"state", "registered, passed_on, closed"},
                              {"after", "`next` of the page before", Kind::whole},
                              {"limit", "1 to 500, 50 unless told", Kind::limit}},
                             to(house, complaints)),
        get<ComplaintFound>(
            "/complaints/{number}", "One complaint", {},
            [&house](const Call& call) { return as_it_is_now(house, call, std::nullopt); }),
        post<Assign, ComplaintFound>(
            "/complaints/{number}/assign", decide, match,
            "Gives it to somebody, who hears of it by mail",
            [&](const Call& call, const Assign& body) {
                return as_it_is_now(house, call, service.assign(action_of(call), body.owner));
            }),
        post<NameCause, ComplaintFound>(
            "/complaints/{number}/cause", decide, match, "Says what it is about",
            [&](const Call& call, const NameCause& body) {
                return as_it_is_now(house, call, service.name_cause(action_of(call), body.cause));
            }),
        post<LinkOrder, ComplaintFound>(
            "/complaints/{number}/link", decide, match,
            "Says which order and which lines it is about",
            [&](const Call& call, const LinkOrder& body) {
                return as_it_is_now(house, call,
                                    service.link(action_of(call), body.order, body.lines));
            }),
        post<Nothing, ComplaintFound>(
            "/complaints/{number}/confirm", decide, match, "Lets the receipt go that was held back",
            [&](const Call& call, const Nothing&) {
                return as_it_is_now(house, call, service.confirm(action_of(call)));
            }),
        post<Words, ComplaintFound>(
            "/complaints/{number}/note", decide, match, "Something worth knowing",
            [&](const Call& call, const Words& body) {
                return as_it_is_now(house, call, service.note(action_of(call), body.text));
            }),
        post<Nothing, ComplaintFound>(
            "/complaints/{number}/replace", decide, match,
            "Drafts a replacement free of charge, for two persons",
            [&](const Call& call, const Nothing&) {
                const auto drafted = service.replace(action_of(call));
                return as_it_is_now(house, call,
                                    drafted ? std::nullopt : std::optional(drafted.error()));
            }),
        post<Outcome, ComplaintFound>(
            "/complaints/{number}/close", decide, match, "Closes it with what came of it",
            [&](const Call& call, const Outcome& body) {
                return as_it_is_now(house, call, service.close(action_of(call), body.outcome));
            }),
    };
}

} // namespace besteld::api

// SPDX-License-Identifier: Apache-2.0
#include "web/access_page.hpp"

#include "base/text.hpp"
#include "desk/refusals.hpp"
#include "web/format.hpp"
#include "web/origin.hpp"
#include "web/whole_number.hpp"

namespace besteld {

namespace {

// What somebody may have pasted of an address: its path.
std::string path_asked(const HttpRequest& request) {
    const auto typed = std::string(trim(request.asked("path")));
    return typed.substr(0, typed.find('?'));
}

std::string address_of(const VisitFilter& filter, std::int64_t before) {
    return cat("/access?login=", percent_encode(filter.login),
               "&path=", percent_encode(filter.path), before > 0 ? cat("&before=", before) : "");
}

} // namespace

bool may_see_access(Role role) {
    return role == Role::admin || role == Role::auditor;
}

Visit visit_of(const HttpRequest& request, const User& user, int status, Instant now) {
    return {.at = now,
            .login = user.login,
            .role = user.role,
            .address = client_address(request),
            .deed = request.method,
            .path = request.path,
            .query = query_text(request),
            .status = status};
}

std::expected<HttpResponse, DeskRefused> access_page(const Pages& pages, const Viewer& viewer,
                                                     Store& store, const HttpRequest& request) {
    if (!may_see_access(viewer.user.role)) return refuse("not_allowed", "for admins and auditors");
    const VisitFilter filter{.login = std::string(trim(request.asked("login"))),
                             .path = path_asked(request),
                             .before_id = whole<std::int64_t>(request.asked("before")).value_or(0),
                             .limit = rows_per_page + 1};
    if (!is_utf8(filter.login) || !is_utf8(filter.path)) return refuse("bad_value", "");
    auto visits = AccessLog(store).find(filter);
    Dictionary page("access");
    fill_frame(page, viewer, viewer.words.at("access.title"));
    put(page, "LOGIN", filter.login);
    put(page, "PATH", filter.path);
    if (std::ssize(visits) > rows_per_page) {
        visits.resize(rows_per_page);
        put_if(page, "NEXT", address_of(filter, visits.back().id));
    }
    for (const auto& visit : visits) {
        auto& one = *page.AddSectionDictionary("ROW");
        put(one, "AT", format_moment(visit.at, viewer.zone, viewer.words));
        put(one, "LOGIN", visit.login);
        put(one, "ROLE", viewer.words.at(cat("role.", name_of(visit.role))));
        put(one, "ADDRESS", visit.address);
        put(one, "DEED", visit.deed);
        put(one, "PATH", visit.query.empty() ? visit.path : cat(visit.path, "?", visit.query));
        put(one, "STATUS", std::int64_t{visit.status});
    }
    show(page, "EMPTY", shown_if(visits.empty()));
    return HttpResponse::page(pages.render("access", viewer.words, page));
}

} // namespace besteld

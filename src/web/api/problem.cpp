// SPDX-License-Identifier: Apache-2.0
#include "web/api/problem.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld::api {

namespace {

std::string_view title_of(int status) {
    switch (status) {
    case 400:
        return "The call cannot be understood";
    case 401:
        return "A token is wanted";
    case 403:
        return "Not allowed";
    case 404:
        return "There is no such thing";
    case 405:
        return "Not that way";
    case 406:
        return "No such form";
    case 409:
        return "Not in this state";
    case 412:
        return "Changed meanwhile";
    case 413:
        return "Too large";
    case 415:
        return "Send application/json";
    case 428:
        return "Say which version: If-Match";
    case 429:
        return "Too often";
    case 500:
        return "A fault of ours";
    case 503:
        return "Not now";
    default:
        return "Not done";
    }
}

} // namespace

int status_of(const std::string& code) {
    constexpr std::string_view not_allowed[] = {"not_allowed", "lead_only", "same_person"};
    constexpr std::string_view not_now[] = {"claimed",      "wrong_state", "not_left_yet",
                                            "has_left",     "held",        "nothing_held",
                                            "nothing_told", "not_alike",   "not_at_once"};
    if (code == "not_found") return 404;
    if (code == "changed_meanwhile") return 412;
    if (std::ranges::find(not_allowed, code) != std::end(not_allowed)) return 403;
    if (std::ranges::find(not_now, code) != std::end(not_now)) return 409;
    return 422;
}

HttpResponse problem(int status, const std::string& code, const std::string& detail) {
    const Problem said{.type = cat("urn:besteld:problem:", code),
                       .title = std::string(title_of(status)),
                       .status = status,
                       .detail = detail,
                       .code = code};
    HttpResponse response{.status = status, .content_type = "application/problem+json"};
    response.body = cat(json_text(to_json(said)), "\n");
    if (status == 401)
        response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"besteld\"");
    return response;
}

} // namespace besteld::api

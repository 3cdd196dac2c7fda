// SPDX-License-Identifier: Apache-2.0
#include "web/api/problem.hpp"

#include "base/text.hpp"
#include "web/refusal_status.hpp"

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
    if (code == "changed_meanwhile") return 412;                  // of If-Match
    if (code == "not_alike" || code == "not_at_once") return 409; // by now
    return refusal_status(code);
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

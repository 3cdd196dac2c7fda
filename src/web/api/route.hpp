// SPDX-License-Identifier: Apache-2.0
#pragma once

// One call of the API: its address, who may make it, what it says and hears, and what does it. The
// table of all of them is what is served, what is described, and what the tests go through.

#include "desk/desk.hpp"
#include "web/api/shape.hpp"
#include "web/viewer.hpp"

#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace besteld::api {

// What a token may be used for; what its person may do besides is the desk's to say.
enum class Scope {
    read,
    decide, // about cases, orders and complaints
    type,   // take down orders
    upkeep  // of base data
};
std::string_view name_of(Scope scope);
std::optional<Scope> scope_by_name(std::string_view name);
inline constexpr Scope every_scope[] = {Scope::read, Scope::decide, Scope::type, Scope::upkeep};

struct Call {
    const HttpRequest& request;
    const Viewer& viewer;          // for whom the token acts; words in English
    std::vector<std::string> path; // the values of {…}, in their order
    json::value body;              // fits the route's shape
    std::int64_t version = 0;      // If-Match

    std::int64_t number(std::size_t index) const; // 0: it is none
    std::string asked(const std::string& name) const { return request.asked(name); }
    std::int64_t asked_number(const std::string& name) const; // of Kind::whole; 0: not asked
    DeskAction action() const { // about case {id}, the first of the path
        return {.case_id = number(0), .version = version, .user = viewer.user, .now = viewer.now};
    }
};

struct Said {
    json::value body;
    int status = 200;
    std::optional<std::int64_t> version = {};     // ETag
    bool committed = false;                       // a decision was written: answers may wait
    std::optional<HttpResponse> file = {};        // instead of a body
    std::optional<std::int64_t> follow_from = {}; // likewise: a stream of events after this one
};
using Served = std::expected<Said, DeskRefused>;

enum class Kind {
    text,
    whole, // a number of ours
    limit, // 1 to most_listed
    day    // YYYY-MM-DD
};
inline constexpr int most_listed = 500;
inline constexpr int usually_listed = 50;

struct Parameter {
    std::string_view name;
    std::string_view meaning;
    Kind kind = Kind::text;
};

enum class Match { any, if_match }; // whether the call names the version it was decided on

struct Route {
    std::string_view method;
    std::string_view path; // below /api/v1
    Scope scope = Scope::read;
    std::string_view summary;
    std::vector<Parameter> query = {};
    Match match = Match::any;
    std::function<json::object(Shapes&)> hears = {}; // none: no body
    std::function<json::object(Shapes&)> says = {};  // none: a file, or a stream
    std::function<std::string(const json::value&)> misfit = {};
    std::function<Served(const Call&)> run = {};
};

template <typename Answer, typename Run>
Route get(std::string_view path, std::string_view summary, std::vector<Parameter> query, Run run) {
    return {.method = "GET",
            .path = path,
            .summary = summary,
            .query = std::move(query),
            .says = [](Shapes& shapes) { return shapes.of<Answer>(); },
            .run = std::move(run)};
}

// What it gives is no JSON but somebody's bytes.
template <typename Run>
Route get_file(std::string_view path, Scope scope, std::string_view summary, Run run) {
    return {
        .method = "GET", .path = path, .scope = scope, .summary = summary, .run = std::move(run)};
}

// `run` gets the body as a value too.
template <typename Body, typename Answer, typename Run>
Route post(std::string_view path, Scope scope, Match match, std::string_view summary, Run run) {
    return {.method = "POST",
            .path = path,
            .scope = scope,
            .summary = summary,
            .match = match,
            .hears = [](Shapes& shapes) { return shapes.of<Body>(); },
            .says = [](Shapes& shapes) { return shapes.of<Answer>(); },
            .misfit =
                [](const json::value& body) {
                    return api::misfit(body, static_cast<const Body*>(nullptr), "");
                },
            .run = [run = std::move(run)](const Call& call) -> Served {
                Body body;
                try { // the adapter of a throwing call: a member of the wrong kind
                    body = from_json<Body>(call.body);
                } catch (const JsonFault& fault) {
                    return std::unexpected(DeskRefused{"bad_body", fault.what()});
                }
                return run(call, body);
            }};
}

} // namespace besteld::api

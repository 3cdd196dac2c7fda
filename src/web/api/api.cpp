// SPDX-License-Identifier: Apache-2.0
#include "web/api/api.hpp"

#include "base/hash.hpp"
#include "base/log.hpp"
#include "base/text.hpp"
#include "store/event_feed.hpp"
#include "web/access_page.hpp"
#include "web/api/openapi.hpp"
#include "web/api/problem.hpp"
#include "web/origin.hpp"
#include "web/people.hpp"
#include "web/whole_number.hpp"

#include <algorithm>

namespace besteld::api {

namespace {

constexpr std::string_view token_prefix = "bst_";
constexpr std::size_t longest_text = 4'000; // of a parameter

bool has_scope(const ApiToken& token, Scope scope) {
    const auto scopes = split(token.scopes, ' ');
    return std::ranges::find(scopes, name_of(scope)) != scopes.end();
}

// W/"7" is no strong match, 7 without quotes is what people type.
std::optional<std::int64_t> version_of(std::string_view if_match) {
    if (if_match.size() > 2 && if_match.front() == '"' && if_match.back() == '"')
        if_match = if_match.substr(1, if_match.size() - 2);
    return whole<std::int64_t>(if_match);
}

std::string etag(std::int64_t version) {
    return cat('"', version, '"');
}

// "/cases/42/claim" against "/cases/{id}/claim": the values, or nothing.
std::optional<std::vector<std::string>> matched(std::string_view pattern, std::string_view path) {
    const auto wanted = split(pattern, '/'), given = split(path, '/');
    if (wanted.size() != given.size()) return std::nullopt;
    std::vector<std::string> values;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i].starts_with('{') && !given[i].empty())
            values.emplace_back(given[i]);
        else if (wanted[i] != given[i])
            return std::nullopt;
    }
    return values;
}

bool is_sound(std::string_view text) {
    return text.size() <= longest_text && is_utf8(text) && !text.contains('\0');
}

bool fits(Kind kind, std::string_view text) {
    switch (kind) {
    case Kind::text:
        return true;
    case Kind::whole:
        return whole<std::int64_t>(text).value_or(-1) >= 0;
    case Kind::limit: {
        const auto limit = whole<int>(text).value_or(0);
        return limit >= 1 && limit <= most_listed;
    }
    case Kind::day:
        break;
    }
    return parse_iso_date(text).has_value();
}

std::string wanted(Kind kind) {
    if (kind == Kind::limit) return cat("a number from 1 to ", most_listed);
    return kind == Kind::day ? "a day YYYY-MM-DD" : "a number";
}

// The parameter that the call does not know or cannot take.
std::optional<std::string> strange_parameter(const Route& route, const HttpRequest& request) {
    for (const auto& [name, text] : request.query) {
        const auto known = std::ranges::find(route.query, name, &Parameter::name);
        if (known == route.query.end()) return cat("the parameter '", name, "' is not known");
        if (!is_sound(text)) return cat("the parameter '", name, "' is too long or no UTF-8");
        if (!text.empty() && !fits(known->kind, text))
            return cat("the parameter '", name, "': '", text, "' is not ", wanted(known->kind));
    }
    return std::nullopt;
}

// A text anywhere in the body that no store takes.
bool is_sound(const json::value& value) {
    if (value.is_string())
        return is_utf8({value.get_string().data(), value.get_string().size()}) &&
               !std::string_view(value.get_string().data(), value.get_string().size())
                    .contains('\0');
    if (value.is_array())
        return std::ranges::all_of(value.get_array(),
                                   [](const json::value& one) { return is_sound(one); });
    if (value.is_object())
        return std::ranges::all_of(value.get_object(),
                                   [](const auto& one) { return is_sound(one.value()); });
    return true;
}

Answered only(HttpResponse response) {
    return {.response = std::move(response)};
}

HttpResponse json_response(int status, std::string body, std::optional<std::int64_t> version) {
    HttpResponse response{.status = status, .content_type = "application/json"};
    response.body = std::move(body);
    if (version) response.headers.emplace_back("ETag", etag(*version));
    return response;
}

// The body as JSON that fits the call, or why not.
std::expected<json::value, HttpResponse> body_of(const Route& route, const HttpRequest& request) {
    if (!route.hears) return json::value{};
    if (!to_lower_ascii(request.header("content-type")).starts_with("application/json"))
        return std::unexpected(problem(415, "not_json", "Content-Type: application/json"));
    json::value body;
    try { // the adapter of a throwing call
        body = parse_json(request.body.empty() ? "{}" : request.body);
    } catch (const JsonFault& fault) {
        return std::unexpected(problem(400, "not_json", fault.what()));
    }
    if (auto fault = route.misfit(body); !fault.empty())
        return std::unexpected(problem(422, "bad_body", fault));
    if (!is_sound(body)) return std::unexpected(problem(422, "bad_body", "a text is no UTF-8"));
    return body;
}

} // namespace

std::string_view name_of(Scope scope) {
    switch (scope) {
    case Scope::read:
        return "read";
    case Scope::decide:
        return "decide";
    case Scope::type:
        return "type";
    case Scope::upkeep:
        break;
    }
    return "upkeep";
}

std::optional<Scope> scope_by_name(std::string_view name) {
    const auto found = std::ranges::find(every_scope, name, [](Scope one) { return name_of(one); });
    if (found == std::end(every_scope)) return std::nullopt;
    return *found;
}

std::string new_token() {
    return cat(token_prefix, random_hex(32));
}

std::string token_hash(std::string_view token) {
    return sha256_hex(token);
}

std::int64_t Call::number(std::size_t index) const {
    return index < path.size() ? whole<std::int64_t>(path[index]).value_or(0) : 0;
}

std::int64_t Call::asked_number(const std::string& name) const {
    return whole<std::int64_t>(asked(name)).value_or(0);
}

int limit_of(const Call& call) {
    return whole<int>(call.asked("limit")).value_or(usually_listed);
}

Api::Api(Store& store, const FlowSettings& flow, const Strings& words, const Zone& zone,
         const Settings& settings)
    : store_(store), tokens_(store), desk_(store, flow),
      house_(store, flow, desk_, settings.base_data_by), words_(words), zone_(zone),
      calls_per_minute_(settings.calls_per_minute) {
    for (auto* calls : {&queue_calls, &order_calls, &complaint_calls, &base_data_calls,
                        &teach_calls, &house_calls})
        for (auto& route : (*calls)(house_))
            table_.push_back(std::move(route));
    description_ = describe(table_);
}

bool Api::has(const std::string& path) {
    return path == root || path.starts_with(cat(root, "/"));
}

Api::Found Api::find(const HttpRequest& request) const {
    const auto path = std::string_view(request.path).substr(root.size());
    Found found;
    for (const auto& route : table_) {
        auto values = matched(route.path, path);
        if (!values) continue;
        if (route.method == request.method)
            return {.route = &route, .path = *std::move(values), .allowed = {}};
        found.allowed += cat(found.allowed.empty() ? "" : ", ", route.method);
    }
    return found;
}

std::optional<Api::Known> Api::who(const std::string& hash, Instant now) {
    auto token = hash.empty() ? std::nullopt : tokens_.find(hash, now);
    if (!token) return std::nullopt;
    auto user = store_.user(token->login);
    if (!user || !user->active || !may_look(user->role)) return std::nullopt;
    return Known{.token = *std::move(token), .user = *std::move(user), .hash = hash};
}

std::optional<HttpResponse> Api::too_often(std::int64_t token, Instant now) {
    const auto since = std::chrono::floor<std::chrono::minutes>(now);
    auto& minute = minutes_[token];
    if (minute.minute != since.time_since_epoch().count())
        minute = {.minute = since.time_since_epoch().count()};
    if (++minute.calls <= calls_per_minute_) return std::nullopt;
    auto response =
        problem(429, "too_often", cat("at most ", calls_per_minute_, " calls a minute"));
    const auto left =
        std::chrono::ceil<std::chrono::seconds>(since + std::chrono::minutes{1} - now);
    response.headers.emplace_back("Retry-After", std::to_string(left.count()));
    return response;
}

bool Api::still_good(const std::string& hash, Instant now) {
    return who(hash, now).has_value();
}

Answered Api::serve(const HttpRequest& request, Instant now) {
    if (request.path == cat(root, "/openapi.json") && request.reads())
        return only(json_response(200, description_, {}));
    const auto token = bearer_token(request);
    const auto known = who(token.empty() ? "" : token_hash(token), now);
    if (!known) {
        log::warning("web.api_refused", {{"peer", client_address(request)}});
        return only(
            problem(401, "no_token", "Authorization: Bearer TOKEN is missing, wrong or over"));
    }
    auto outcome = answer(request, *known, now);
    outcome.visit = visit_of(request, known->user, outcome.response.status, now);
    return outcome;
}

Answered Api::answer(const HttpRequest& request, const Known& known, Instant now) {
    if (auto slower = too_often(known.token.id, now)) return only(*std::move(slower));
    auto found = find(request);
    if (!found.route && !found.allowed.empty()) {
        auto response = problem(405, "no_method", cat("this address knows ", found.allowed));
        response.headers.emplace_back("Allow", found.allowed);
        return only(std::move(response));
    }
    if (!found.route) return only(problem(404, "no_call", cat("see ", root, "/openapi.json")));
    const auto& route = *found.route;
    if (!has_scope(known.token, route.scope))
        return only(
            problem(403, "no_scope", cat("the token has no scope '", name_of(route.scope), "'")));
    if (const auto strange = strange_parameter(route, request))
        return only(problem(400, "bad_parameter", *strange));
    const Viewer viewer{.user = known.user,
                        .token = {},
                        .form_token = {},
                        .words = words_,
                        .zone = zone_,
                        .now = now};
    Call asked{.request = request, .viewer = viewer, .path = std::move(found.path), .body = {}};
    auto body = body_of(route, request);
    if (!body) return only(std::move(body.error()));
    asked.body = *std::move(body);
    if (route.match == Match::if_match) {
        const auto version = version_of(request.header("if-match"));
        if (!version)
            return only(problem(428, "no_version", "If-Match: \"VERSION\", as ETag gave it"));
        asked.version = *version;
    }
    const auto key = request.method == "POST" ? request.header("idempotency-key") : std::string{};
    if (!is_sound_idempotency_key(key))
        return only(problem(400, "bad_key", "the Idempotency-Key is too long or unprintable"));
    return key.empty() ? call(route, asked, known) : once(route, asked, known, key);
}

Answered Api::call(const Route& route, const Call& asked, const Known& known) {
    auto served = route.run(asked);
    if (!served) return only(refusal(asked, served.error()));
    if (served->follow_from)
        return {.response = {},
                .follow = Answered::Follow{.after = *served->follow_from,
                                           .of_the_house = may_see_access(known.user.role),
                                           .token_hash = known.hash}};
    if (served->file) return only(*std::move(served->file));
    return {.response =
                json_response(served->status, cat(json_text(served->body), "\n"), served->version),
            .committed = served->committed,
            .version = served->version};
}

// What was done and what was answered are one commit: a repeat finds both or neither.
Answered Api::once(const Route& route, const Call& asked, const Known& known,
                   const std::string& key) {
    const auto& request = asked.request;
    const auto hash =
        sha256_hex(cat(request.path, '\n', request.header("if-match"), '\n', request.body));
    Answered outcome;
    store_.in_transaction([&] {
        if (auto kept = tokens_.answer(known.token.id, key)) {
            if (kept->request_hash != hash) {
                outcome = only(
                    problem(422, "key_reused", "this Idempotency-Key stands for another call"));
                return;
            }
            outcome.response = json_response(kept->status, std::move(kept->body), kept->version);
            outcome.response.headers.emplace_back("Idempotency-Replayed", "true");
            return;
        }
        outcome = call(route, asked, known);
        const auto& done = outcome.response;
        if (done.status >= 300) return; // nothing was done: it may be tried again
        tokens_.keep_answer(known.token.id, key,
                            {.request_hash = hash,
                             .status = done.status,
                             .version = outcome.version,
                             .body = done.body},
                            asked.viewer.now);
    });
    return outcome;
}

HttpResponse Api::refusal(const Call& asked, const DeskRefused& why) {
    const auto status = status_of(why.code);
    auto detail = why.text;
    if (why.code == "changed_meanwhile") {
        // What somebody else did last: that is what the caller wants to know.
        const auto events = store_.events(asked.number(0));
        if (!events.empty())
            detail += cat(detail.empty() ? "" : "; ", "last: ", events.back().step.event, " by ",
                          events.back().step.actor);
    }
    return problem(status, why.code, detail);
}

} // namespace besteld::api

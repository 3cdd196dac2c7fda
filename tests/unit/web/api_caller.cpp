// SPDX-License-Identifier: Apache-2.0
#include "api_caller.hpp"

#include "base/text.hpp"
#include "store/api_tokens.hpp"
#include "web/api/api.hpp"

namespace besteld::test {

std::string Reply::at(const std::string& pointer) const {
    boost::json::error_code fault;
    const auto* found = body.find_pointer(pointer, fault);
    if (!found) return {};
    return found->is_string() ? std::string(found->get_string()) : json_text(*found);
}

std::string Reply::etag() const {
    const auto found = headers.find("ETag");
    return found == headers.end() ? std::string{} : found->second;
}

ApiCaller::ApiCaller(WebWorld& world, WebApp& app, const std::string& login,
                     const std::string& scopes)
    : world_(world), app_(app), token_(api::new_token()) {
    ApiTokens(world.store())
        .add({.login = login,
              .scopes = scopes,
              .note = "a test",
              .created_at = world.now(),
              .expires_at = world.now() + std::chrono::days{30}},
             api::token_hash(token_));
}

Reply ApiCaller::send(HttpRequest request) {
    request.headers.emplace("authorization", cat("Bearer ", token_));
    request.peer = "192.0.2.9";
    Visitor visitor{app_};
    auto response = visitor.send(std::move(request));
    Reply reply{
        .status = response.status, .body = {}, .text = std::move(response.body), .headers = {}};
    for (auto& [name, text] : response.headers)
        reply.headers[name] = text;
    if (response.content_type.contains("json")) reply.body = parse_json(reply.text);
    return reply;
}

Reply ApiCaller::get(const std::string& address) {
    const auto mark = address.find('?');
    HttpRequest request{.method = "GET", .path = address.substr(0, mark)};
    if (mark != std::string::npos)
        for (auto& [name, text] : parse_form(address.substr(mark + 1)))
            request.query.emplace(name, text);
    return send(std::move(request));
}

Reply ApiCaller::post(const std::string& path, const std::string& body,
                      std::map<std::string, std::string> headers) {
    headers.emplace("content-type", "application/json");
    return send({.method = "POST", .path = path, .headers = std::move(headers), .body = body});
}

Reply ApiCaller::act(std::int64_t id, const std::string& verb, const std::string& body) {
    const auto found = world_.store().find_case(id);
    return post(cat("/api/v1/cases/", id, "/", verb), body,
                {{"if-match", cat('"', found ? found->version : 0, '"')}});
}

} // namespace besteld::test

// SPDX-License-Identifier: Apache-2.0
#include "web_visitor.hpp"

#include "base/text.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <optional>

namespace besteld::test {

std::string hidden_field(const std::string& page, const std::string& name) {
    const auto start = cat("name=\"", name, "\" value=\"");
    const auto at = page.find(start);
    if (at == std::string::npos) return {};
    const auto begin = at + start.size();
    return page.substr(begin, page.find('"', begin) - begin);
}

std::string location_of(const HttpResponse& response) {
    for (const auto& [name, value] : response.headers)
        if (name == "Location") return value;
    return {};
}

HttpResponse Visitor::send(HttpRequest request) {
    request.cookies = cookies_;
    request.peer = peer_;
    asio::io_context loop;
    std::optional<HttpResponse> answer;
    asio::co_spawn(loop, app_.handle(std::move(request)),
                   [&](const std::exception_ptr& fault, HttpResponse response) {
                       if (fault) std::rethrow_exception(fault);
                       answer = std::move(response);
                   });
    loop.run();
    for (const auto& [name, value] : answer->headers) {
        if (name != "Set-Cookie") continue;
        const auto pair = value.substr(0, value.find(';'));
        cookies_[pair.substr(0, pair.find('='))] = pair.substr(pair.find('=') + 1);
    }
    if (const auto token = hidden_field(answer->body, "csrf"); !token.empty()) form_token_ = token;
    return std::move(*answer);
}

HttpResponse Visitor::get(const std::string& address) {
    HttpRequest request{.method = "GET"};
    const auto mark = address.find('?');
    request.path = address.substr(0, mark);
    if (mark != std::string::npos)
        for (auto& [name, value] : parse_form(address.substr(mark + 1)))
            request.query.emplace(name, value);
    return send(std::move(request));
}

HttpResponse Visitor::post(const std::string& path, Fields fields) {
    HttpRequest request{.method = "POST", .path = path, .form = std::move(fields)};
    request.headers["sec-fetch-site"] = "same-origin";
    if (!request.form.contains("csrf")) request.form.emplace("csrf", form_token_);
    return send(std::move(request));
}

bool Visitor::log_in(const std::string& login, const std::string& password) {
    get("/login");
    const auto answer =
        post("/login", {{"login", login}, {"password", password}, {"back", "/queue"}});
    if (answer.status == 303) get("/queue");
    return answer.status == 303;
}

} // namespace besteld::test

// SPDX-License-Identifier: Apache-2.0
#pragma once

// A program that calls the API with a token, for the tests.

#include "base/json.hpp"
#include "web_visitor.hpp"

#include <set>
#include <string>

namespace besteld::test {

struct Reply {
    int status = 0;
    boost::json::value body; // null when it is no JSON
    std::string text;
    std::map<std::string, std::string> headers;

    std::string at(const std::string& pointer) const; // "/head/state"; empty: there is none
    std::string etag() const;
};

class ApiCaller {
public:
    // A token of that person with these scopes.
    ApiCaller(WebWorld& world, WebApp& app, const std::string& login,
              const std::string& scopes = "read decide type upkeep");

    Reply get(const std::string& address);
    Reply post(const std::string& path, const std::string& body = "{}",
               std::map<std::string, std::string> headers = {});
    // At the version that the case has now.
    Reply act(std::int64_t id, const std::string& verb, const std::string& body = "{}");
    Reply send(HttpRequest request);
    const std::string& token() const { return token_; }

private:
    WebWorld& world_;
    WebApp& app_;
    std::string token_;
};

} // namespace besteld::test

// SPDX-License-Identifier: Apache-2.0
#pragma once

// A browser as far as the tests need one: keeps cookies, follows nothing, sends forms with the
// token of the page it saw last.

#include "web_world.hpp"

#include <map>
#include <string>

namespace besteld::test {

using Fields = std::multimap<std::string, std::string>;

class Visitor {
public:
    explicit Visitor(WebApp& app) : app_(app) {}

    HttpResponse get(const std::string& address);
    HttpResponse post(const std::string& path, Fields fields);
    HttpResponse send(HttpRequest request); // as it is, with the cookies
    bool log_in(const std::string& login, const std::string& password = password_of_all);
    const std::string& token() const { return form_token_; }
    std::map<std::string, std::string>& cookies() { return cookies_; }
    void comes_from(std::string peer) { peer_ = std::move(peer); }

private:
    WebApp& app_;
    std::map<std::string, std::string> cookies_;
    std::string form_token_;
    std::string peer_ = "192.0.2.7";
};

// value="…" of the hidden field, or empty
std::string hidden_field(const std::string& page, const std::string& name);
std::string location_of(const HttpResponse& response);

} // namespace besteld::test

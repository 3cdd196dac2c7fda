// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who is asking: log-in, sessions, and that a form is really the person's own. On the store's
// thread.

#include "store/store.hpp"
#include "web/http.hpp"
#include "web/login_guard.hpp"

#include <chrono>
#include <expected>
#include <optional>
#include <string>

namespace besteld {

bool may_look(Role role); // everybody with a desk of ours; customers and the system have none

struct SignedIn {
    User user;
    std::string token;
};

enum class LoginRefused { wrong, too_often };

class People {
public:
    People(Store& store, std::chrono::milliseconds idle) : store_(store), idle_(idle) {}

    std::optional<SignedIn> who(const HttpRequest& request, Instant now);
    // The new session's token.
    std::expected<SignedIn, LoginRefused> log_in(const std::string& login,
                                                 const std::string& password,
                                                 const std::string& address, Instant now);
    void log_out(const std::string& token);

private:
    Store& store_;
    std::chrono::milliseconds idle_;
    LoginGuard guard_;
    std::map<std::string, Instant> renewed_; // token hash → when its session was last prolonged
};

// Origin and form token of a POST; the refusal's code: "origin", "form_token".
std::optional<std::string> refuse_form(const HttpRequest& request, const std::string& token);

} // namespace besteld

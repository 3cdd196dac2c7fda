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

enum class LoginRefused { wrong, too_often, code_wrong, too_late };

// The password fitted. Who has a second factor gives a code of it next, with this ticket, within
// some minutes; everybody else is in.
struct LogIn {
    std::optional<SignedIn> in;
    std::string ticket;
};

class People {
public:
    People(Store& store, std::chrono::milliseconds idle) : store_(store), idle_(idle) {}

    std::optional<SignedIn> who(const HttpRequest& request, Instant now);
    std::expected<LogIn, LoginRefused> log_in(const std::string& login, const std::string& password,
                                              const std::string& address, Instant now);
    // A one-time password, or a recovery code.
    std::expected<SignedIn, LoginRefused> give_code(const std::string& ticket,
                                                    const std::string& code,
                                                    const std::string& address, Instant now);
    void log_out(const std::string& token);

private:
    struct HalfIn {
        std::string login;
        Instant until{};
    };
    SignedIn begin_session(User user, const std::string& address, Instant now);

    Store& store_;
    std::chrono::milliseconds idle_;
    LoginGuard guard_;
    std::map<std::string, HalfIn> half_in_;  // by the ticket's hash
    std::map<std::string, Instant> renewed_; // token hash → when its session was last prolonged
};

// Whether this is a code of his second factor: a one-time password, or a recovery code. It is used
// by that and fits no second time.
bool take_code(Store& store, const std::string& login, const std::string& code, Instant now);

// Origin and form token of a POST; the refusal's code: "origin", "form_token".
std::optional<std::string> refuse_form(const HttpRequest& request, const std::string& token);

} // namespace besteld

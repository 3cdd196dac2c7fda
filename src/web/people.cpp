// SPDX-License-Identifier: Apache-2.0
#include "web/people.hpp"

#include "base/hash.hpp"
#include "base/log.hpp"
#include "store/second_factors.hpp"
#include "web/one_time_code.hpp"
#include "web/origin.hpp"
#include "web/password.hpp"

namespace besteld {

namespace {

constexpr std::size_t longest_login = 100;
// A session lives on while it is used; writing that down at each click would be a write per page.
constexpr auto renew_after = std::chrono::minutes{5};
constexpr auto code_within = std::chrono::minutes{5};

} // namespace

bool may_look(Role role) {
    return role != Role::system && role != Role::customer;
}

std::optional<SignedIn> People::who(const HttpRequest& request, Instant now) {
    const auto cookie = request.cookies.find(session_cookie_name(request));
    if (cookie == request.cookies.end() || cookie->second.size() != 64) return std::nullopt;
    const auto hash = sha256_hex(cookie->second);
    const auto login = store_.session_login(hash, now);
    if (!login) return std::nullopt;
    auto user = store_.user(*login);
    if (!user || !user->active || !may_look(user->role)) return std::nullopt;
    if (auto& last = renewed_[hash]; last + renew_after <= now) {
        store_.save_session(hash, *login, now + idle_);
        last = now;
    }
    if (renewed_.size() > 10'000)
        std::erase_if(renewed_, [&](const auto& one) { return one.second + renew_after <= now; });
    return SignedIn{std::move(*user), cookie->second};
}

std::expected<LogIn, LoginRefused> People::log_in(const std::string& login,
                                                  const std::string& password,
                                                  const std::string& address, Instant now) {
    if (login.size() > longest_login || password.size() > longest_password)
        return std::unexpected(LoginRefused::wrong);
    if (!guard_.may_try(login, address, now)) {
        log::warning("web.login_refused", {{"login", login}, {"address", address}});
        return std::unexpected(LoginRefused::too_often);
    }
    auto user = store_.user(login);
    const bool known = user && user->active && may_look(user->role);
    // An unknown login costs the same hash, so that the time says nothing about who works here.
    if (!password_fits(known ? user->password_hash : std::string{}, password)) {
        guard_.failed(login, address, now);
        log::warning("web.login_failed", {{"login", login}, {"address", address}});
        return std::unexpected(LoginRefused::wrong);
    }
    if (!SecondFactors(store_).find(user->login))
        return LogIn{.in = begin_session(*std::move(user), address, now)};
    std::erase_if(half_in_, [&](const auto& one) { return one.second.until <= now; });
    LogIn half{.ticket = random_hex(32)};
    half_in_[sha256_hex(half.ticket)] = {user->login, now + code_within};
    return half;
}

std::expected<SignedIn, LoginRefused> People::give_code(const std::string& ticket,
                                                        const std::string& code,
                                                        const std::string& address, Instant now) {
    const auto half = half_in_.find(sha256_hex(ticket));
    if (half == half_in_.end() || half->second.until <= now || code.size() > longest_login)
        return std::unexpected(LoginRefused::too_late);
    const auto login = half->second.login;
    if (!guard_.may_try(login, address, now)) {
        log::warning("web.login_refused", {{"login", login}, {"address", address}});
        return std::unexpected(LoginRefused::too_often);
    }
    auto user = store_.user(login);
    if (!user || !user->active) return std::unexpected(LoginRefused::too_late);
    if (!take_code(store_, login, code, now)) {
        guard_.failed(login, address, now);
        log::warning("web.code_failed", {{"login", login}, {"address", address}});
        return std::unexpected(LoginRefused::code_wrong);
    }
    half_in_.erase(half);
    return begin_session(*std::move(user), address, now);
}

SignedIn People::begin_session(User user, const std::string& address, Instant now) {
    guard_.succeeded(user.login);
    SignedIn in{std::move(user), random_hex(32)};
    const auto hash = sha256_hex(in.token);
    store_.save_session(hash, in.user.login, now + idle_);
    renewed_[hash] = now;
    log::info("web.login", {{"login", in.user.login}, {"address", address}});
    return in;
}

void People::log_out(const std::string& token) {
    const auto hash = sha256_hex(token);
    store_.end_session(hash);
    renewed_.erase(hash);
}

bool take_code(Store& store, const std::string& login, const std::string& code, Instant now) {
    SecondFactors factors(store);
    const auto factor = factors.find(login);
    if (!factor) return false;
    const auto step = totp_step(factor->secret, code, now);
    return step ? factors.use_step(login, *step) : factors.use_recovery(login, recovery_hash(code));
}

std::optional<std::string> refuse_form(const HttpRequest& request, const std::string& token) {
    if (!is_same_origin(request)) return "origin";
    if (token.empty() || !equal_in_constant_time(request.field("csrf"), form_token(token)))
        return "form_token";
    return std::nullopt;
}

} // namespace besteld

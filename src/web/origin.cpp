// SPDX-License-Identifier: Apache-2.0
#include "web/origin.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace besteld {

namespace {

bool peer_is_here(const HttpRequest& request) {
    return request.peer == "::1" || request.peer.starts_with("127.") ||
           request.peer.starts_with("::ffff:127.");
}

} // namespace

bool came_by_https(const HttpRequest& request) {
    return peer_is_here(request) && request.header("x-forwarded-proto") == "https";
}

std::string client_address(const HttpRequest& request) {
    const auto forwarded = request.header("x-forwarded-for");
    if (!peer_is_here(request) || forwarded.empty()) return request.peer;
    // The proxy appends what it saw; what stands before it anybody can write.
    const auto comma = forwarded.rfind(',');
    return std::string(
        trim(std::string_view(forwarded).substr(comma == std::string::npos ? 0 : comma + 1)));
}

bool is_loopback(const HttpRequest& request) {
    return peer_is_here(request) && request.header("x-forwarded-for").empty() &&
           request.header("forwarded").empty();
}

std::string bearer_token(const HttpRequest& request) {
    constexpr std::string_view scheme = "Bearer ";
    const auto given = request.header("authorization");
    return given.starts_with(scheme) ? given.substr(scheme.size()) : std::string{};
}

bool is_sound_idempotency_key(std::string_view key) {
    constexpr std::size_t longest = 200;
    return key.size() <= longest &&
           std::ranges::all_of(key, [](char c) { return c > ' ' && c < '\x7F'; });
}

bool is_same_origin(const HttpRequest& request) {
    if (const auto site = request.header("sec-fetch-site"); !site.empty())
        return site == "same-origin";
    const auto origin = request.header("origin");
    const auto host = request.header("host");
    if (origin.empty() || host.empty()) return false;
    const auto scheme = origin.find("://");
    return scheme != std::string::npos && equal_ignoring_case(origin.substr(scheme + 3), host);
}

std::string session_cookie_name(const HttpRequest& request) {
    return came_by_https(request) ? "__Host-besteld" : "besteld";
}

std::string set_cookie(const HttpRequest& request, const std::string& name,
                       const std::string& value, const std::string& more) {
    return cat(name, "=", value, "; Path=/; HttpOnly; SameSite=Strict",
               came_by_https(request) ? "; Secure" : "", more);
}

std::string form_token(const std::string& token) {
    return sha256_hex(cat("form:", token));
}

bool equal_in_constant_time(const std::string& a, const std::string& b) {
    if (a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^
                      static_cast<unsigned>(static_cast<unsigned char>(b[i]));
    return difference == 0;
}

std::string safe_path(const std::string& path) {
    const bool ours =
        path.starts_with('/') && !path.starts_with("//") && !path.contains('\\') &&
        std::ranges::none_of(path, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
    return ours ? path : "/";
}

} // namespace besteld

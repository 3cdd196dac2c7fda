// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a request says about itself that security rests on: where it comes from, by which door, with
// which tokens.

#include "web/http.hpp"

#include <string>
#include <string_view>

namespace besteld {

// Behind a proxy of this machine the proxy's word counts; a header from elsewhere does not.
bool came_by_https(const HttpRequest& request);
std::string client_address(const HttpRequest& request);
bool is_loopback(const HttpRequest& request); // no proxy in between

// A browser says whose page sends a form: Sec-Fetch-Site, or Origin in older ones. Neither:
// refused.
bool is_same_origin(const HttpRequest& request);

// Of "Authorization: Bearer TOKEN" (RFC 6750); empty: there is none.
std::string bearer_token(const HttpRequest& request);
// At most 200 printable characters without a blank; empty is none.
bool is_sound_idempotency_key(std::string_view key);

// "__Host-besteld" where the browser enforces it, which is under https only.
std::string session_cookie_name(const HttpRequest& request);
std::string set_cookie(const HttpRequest& request, const std::string& name,
                       const std::string& value, const std::string& more = {});

// The form token that belongs to a session or log-in token; says nothing about it.
std::string form_token(const std::string& token);
bool equal_in_constant_time(const std::string& a, const std::string& b);

// A path of ours to go back to; anything else becomes "/".
std::string safe_path(const std::string& path);

} // namespace besteld

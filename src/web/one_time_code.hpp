// SPDX-License-Identifier: Apache-2.0
#pragma once

// One-time passwords as every authenticator app makes them: RFC 6238 with HMAC-SHA-1, steps of 30
// seconds and six digits; and codes on paper for when the device is lost.

#include "base/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace besteld {

std::string new_totp_secret(); // 160 random bits in base32 (RFC 4648)
bool is_totp_secret(std::string_view text);
// The step that the code is of: now's, or one beside it for clocks that differ. Nothing when it is
// of none of them.
std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Instant now);
// What an app reads from the drawing: "otpauth://totp/…".
std::string otpauth_address(std::string_view issuer, std::string_view login,
                            std::string_view secret);

std::string new_recovery_code(); // "k7d2-9fhm-q3xw", 60 random bits
// What is kept of one; dashes, blanks and capitals do not count.
std::string recovery_hash(std::string_view code);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"

#include <charconv>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The small notations of IMAP.
namespace besteld {

// Digits and nothing else; nothing too when they say more than the type holds.
template <typename Number>
std::optional<Number> to_number(std::string_view digits) {
    Number value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

// "1:5,7" of ascending UIDs.
std::string to_uid_set(const std::vector<std::uint32_t>& uids);
// The UIDs of "1:5,7"; nothing when malformed or more than `limit` UIDs.
std::optional<std::vector<std::uint32_t>> parse_uid_set(std::string_view set, std::size_t limit);
// A mailbox name as quoted string in modified UTF-7 (RFC 3501 5.1.3). The error says what is wrong.
std::expected<std::string, std::string> quote_mailbox(std::string_view utf8);
// "17-Jul-1996 02:44:25 -0700"
std::optional<Instant> parse_internal_date(std::string_view text);

} // namespace besteld

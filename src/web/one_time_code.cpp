// SPDX-License-Identifier: Apache-2.0
#include "web/one_time_code.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "web/http.hpp"

#include <liboath/oath.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace besteld {

namespace {

constexpr std::size_t secret_bytes = 20; // RFC 4226, section 4, R6
constexpr std::size_t secret_letters = 32;
constexpr std::size_t recovery_letters = 12;
constexpr unsigned step_seconds = 30;
constexpr std::size_t steps_beside = 1;
constexpr std::string_view base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

using Freed = std::unique_ptr<char, decltype(&std::free)>;

std::string decoded(std::string_view secret) {
    char* bytes = nullptr;
    std::size_t size = 0;
    if (oath_base32_decode(secret.data(), secret.size(), &bytes, &size) != OATH_OK) return {};
    const Freed owner(bytes, &std::free);
    return {bytes, size};
}

} // namespace

std::string new_totp_secret() {
    std::array<char, secret_bytes> random{};
    randombytes_buf(random.data(), random.size());
    char* text = nullptr;
    if (oath_base32_encode(random.data(), random.size(), &text, nullptr) != OATH_OK)
        throw std::runtime_error("a new secret cannot be written as base32");
    const Freed owner(text, &std::free);
    return text;
}

bool is_totp_secret(std::string_view text) {
    return text.size() == secret_letters &&
           std::ranges::all_of(text, [](char c) { return base32.contains(c); });
}

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, Instant now) {
    const auto digits = replace_all(std::string(trim(code)), " ", "");
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (digits.size() != 6 || !std::ranges::all_of(digits, is_digit)) return std::nullopt;
    const auto key = decoded(secret);
    if (key.empty()) return std::nullopt;
    std::uint64_t step = 0;
    const auto found = oath_totp_validate4(
        key.data(), key.size(),
        std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count(), step_seconds, 0,
        steps_beside, nullptr, &step, 0, digits.c_str());
    if (found < 0) return std::nullopt;
    return static_cast<std::int64_t>(step);
}

std::string otpauth_address(std::string_view issuer, std::string_view login,
                            std::string_view secret) {
    const auto name = percent_encode(issuer);
    return cat("otpauth://totp/", name, ":", percent_encode(login), "?secret=", secret,
               "&issuer=", name);
}

std::string new_recovery_code() {
    const auto letters = to_lower_ascii(new_totp_secret().substr(0, recovery_letters));
    return cat(letters.substr(0, 4), "-", letters.substr(4, 4), "-", letters.substr(8));
}

std::string recovery_hash(std::string_view code) {
    std::string plain = to_lower_ascii(code);
    std::erase_if(plain, [](char c) { return c == '-' || c == ' '; });
    return sha256_hex(plain);
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace besteld {

// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);
// HMAC-SHA-256 (RFC 2104) of `text` under `key`: 32 raw bytes.
std::string hmac_sha256(std::string_view key, std::string_view text);
// Equal, in a time that does not tell where two texts of one length differ.
bool equal_in_constant_time(std::string_view a, std::string_view b);
// `bytes` random bytes from the system's generator, as hexadecimal digits.
std::string random_hex(std::size_t bytes);
std::string to_hex(std::string_view bytes);

} // namespace besteld

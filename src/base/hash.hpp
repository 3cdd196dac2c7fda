// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace besteld {

// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);
// `bytes` random bytes from the system's generator, as hexadecimal digits.
std::string random_hex(std::size_t bytes);
std::string to_hex(std::string_view bytes);

} // namespace besteld

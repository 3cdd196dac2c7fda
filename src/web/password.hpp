// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace besteld {

inline constexpr std::size_t shortest_password = 12, longest_password = 1024;

// Argon2id with libsodium's interactive limits (64 MiB, 2 passes), as its text form with salt and
// limits. Throws std::runtime_error when there is not memory enough.
std::string hash_password(std::string_view password);
// The same time whether it fits or not; an empty hash never fits but costs the same.
bool password_fits(const std::string& hash, std::string_view password);

} // namespace besteld

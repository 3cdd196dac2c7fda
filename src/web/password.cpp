// SPDX-License-Identifier: Apache-2.0
#include "web/password.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace besteld {

std::string hash_password(std::string_view password) {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(
            text.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
            crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("not enough memory to hash a password");
    return text.data();
}

bool password_fits(const std::string& hash, std::string_view password) {
    // A login that does not exist is checked against this, so that its answer takes as long as any.
    static const std::string nobody = hash_password("no such person");
    const std::string& against = hash.empty() ? nobody : hash;
    const bool fits =
        crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
    return fits && !hash.empty();
}

} // namespace besteld

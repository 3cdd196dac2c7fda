// SPDX-License-Identifier: Apache-2.0
#include "base/hash.hpp"

#include <sodium.h>

namespace besteld {

std::string to_hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    return to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::string random_hex(std::size_t bytes) {
    std::string buffer(bytes, '\0');
    randombytes_buf(buffer.data(), buffer.size());
    return to_hex(buffer);
}

} // namespace besteld

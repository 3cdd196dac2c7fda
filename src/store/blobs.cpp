// SPDX-License-Identifier: Apache-2.0
#include "store/blobs.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "store/store.hpp"

#include <zstd.h>

namespace besteld {

Blob pack(std::string_view bytes) {
    constexpr int level = 3;
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    const auto size =
        ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), level);
    if (ZSTD_isError(size)) throw StoreFault(cat("zstd: ", ZSTD_getErrorName(size)));
    packed.resize(size);
    return Blob{std::move(packed)};
}

std::string unpack(std::string_view packed) {
    constexpr std::uint64_t limit = 1ULL << 30U; // far above any message limit: more is damage
    const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > limit)
        throw StoreFault("stored bytes are damaged: no zstd frame");
    std::string bytes(size, '\0');
    const auto done = ZSTD_decompress(bytes.data(), bytes.size(), packed.data(), packed.size());
    if (ZSTD_isError(done) || done != size)
        throw StoreFault(cat("stored bytes are damaged: ",
                             ZSTD_isError(done) ? ZSTD_getErrorName(done) : "short"));
    return bytes;
}

std::string put_blob(Session& session, std::string_view bytes) {
    const auto hash = sha256_hex(bytes);
    const auto known = session.execute("SELECT 1 FROM blob WHERE sha256 = $1", {value(hash)});
    if (known.rows.empty())
        session.execute("INSERT INTO blob (sha256, size, packed) VALUES ($1, $2, $3) "
                        "ON CONFLICT (sha256) DO NOTHING",
                        {value(hash), static_cast<std::int64_t>(bytes.size()), pack(bytes)});
    return hash;
}

std::string get_blob(Session& session, const std::string& sha256) {
    const auto found =
        session.execute("SELECT packed FROM blob WHERE sha256 = $1", {value(sha256)});
    if (found.rows.empty()) throw StoreFault(cat("no bytes with SHA-256 ", sha256, " are stored"));
    auto bytes = unpack(found.rows.front().bytes(0));
    if (sha256_hex(bytes) != sha256)
        throw StoreFault(cat("stored bytes are damaged: they no longer have SHA-256 ", sha256));
    return bytes;
}

} // namespace besteld

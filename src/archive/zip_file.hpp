// SPDX-License-Identifier: Apache-2.0
#pragma once

// ZIP by libarchive: what every system opens without our program. The same members give the same
// bytes.

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

struct ZipMember {
    std::string name; // ASCII, "/" between folders: others depend on the reader's system
    std::string bytes;
    friend bool operator==(const ZipMember&, const ZipMember&) = default;
};

// Throws std::runtime_error: out of memory, a name nobody can write.
std::string write_zip(const std::vector<ZipMember>& members);

// Every member; the error is libarchive's words. Bounded: more than `limit` bytes are an error.
std::expected<std::vector<ZipMember>, std::string>
read_zip(std::string_view bytes, std::uint64_t limit = std::uint64_t{1} << 31U);

} // namespace besteld

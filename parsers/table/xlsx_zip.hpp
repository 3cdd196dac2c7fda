// SPDX-License-Identifier: Apache-2.0
#pragma once

// The part of ZIP (APPNOTE 6.3) that office documents use: stored and deflated entries, looked up
// by name in memory. Names are never paths here and nothing nested is opened. zlib stays in this
// file's source.

#include <cstdint>
#include <expected>
#include <map>
#include <string>
#include <string_view>

namespace besteld::parsers {

// reliability.md 6
struct ZipLimits {
    std::size_t entries = 1'000;
    std::size_t bytes = 100'000'000; // of all entries together, unpacked
    std::size_t ratio = 100;         // unpacked to packed, of one entry
};

class ZipArchive {
public:
    // The error says what is wrong with the archive as a whole. `bytes` must outlive the archive.
    static std::expected<ZipArchive, std::string> open(std::string_view bytes,
                                                       const ZipLimits& limits = {});
    bool has(std::string_view name) const { return entries_.contains(name); }
    // Unpacked and checked against its size and CRC-32.
    std::expected<std::string, std::string> read(std::string_view name) const;

private:
    struct Entry {
        std::uint32_t header = 0; // where its local header stands
        std::uint32_t packed = 0;
        std::uint32_t unpacked = 0;
        std::uint32_t crc = 0;
        std::uint16_t method = 0;
        std::uint16_t flags = 0;
    };
    explicit ZipArchive(std::string_view bytes) : bytes_(bytes) {}

    std::string_view bytes_;
    std::map<std::string, Entry, std::less<>> entries_;
};

} // namespace besteld::parsers

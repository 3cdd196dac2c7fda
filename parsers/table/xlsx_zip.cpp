// SPDX-License-Identifier: Apache-2.0
#include "parsers/table/xlsx_zip.hpp"

#include "base/text.hpp"

#include <zlib.h>

#include <algorithm>
#include <memory>

namespace besteld::parsers {

namespace {

constexpr std::size_t end_record = 22;       // end of central directory, without its comment
constexpr std::size_t longest_tail = 65'557; // with the longest comment
constexpr std::size_t directory_header = 46;
constexpr std::size_t local_header = 30;

// Little-endian; 0 where the bytes are over.
std::uint32_t number(std::string_view bytes, std::size_t at, unsigned width) {
    std::uint32_t value = 0;
    for (unsigned i = 0; i < width && at + i < bytes.size(); ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return value;
}
std::uint16_t short_number(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint16_t>(number(bytes, at, 2));
}

std::expected<std::string, std::string> inflate_entry(std::string_view packed, std::size_t size) {
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::unexpected("zlib cannot start");
    const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream, inflateEnd);
    std::string out(size, '\0');
    // zlib's interface is not const-correct; it does not write to its input
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int result = inflate(&stream, Z_FINISH);
    if (result != Z_STREAM_END || stream.avail_out != 0)
        return std::unexpected("its packed data are damaged or longer than stated");
    return out;
}

} // namespace

std::expected<ZipArchive, std::string> ZipArchive::open(std::string_view bytes,
                                                        const ZipLimits& limits) {
    const std::size_t from = bytes.size() > longest_tail ? bytes.size() - longest_tail : 0;
    const auto mark = bytes.rfind("PK\x05\x06");
    if (mark == std::string_view::npos || mark < from || bytes.size() - mark < end_record)
        return std::unexpected("the archive has no directory: the file is incomplete");
    const std::size_t count = number(bytes, mark + 10, 2);
    if (count > limits.entries)
        return std::unexpected(
            cat("the archive has ", count, " entries; the limit is ", limits.entries));
    ZipArchive archive(bytes);
    std::size_t at = number(bytes, mark + 16, 4);
    std::size_t total = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (at + directory_header > mark || bytes.substr(at, 4) != "PK\x01\x02")
            return std::unexpected("the archive's directory is damaged");
        const Entry entry{.header = number(bytes, at + 42, 4),
                          .packed = number(bytes, at + 20, 4),
                          .unpacked = number(bytes, at + 24, 4),
                          .crc = number(bytes, at + 16, 4),
                          .method = short_number(bytes, at + 10),
                          .flags = short_number(bytes, at + 8)};
        const std::size_t name_length = short_number(bytes, at + 28);
        const std::size_t rest =
            std::size_t{short_number(bytes, at + 30)} + short_number(bytes, at + 32);
        total += entry.unpacked;
        if (total > limits.bytes)
            return std::unexpected(
                cat("the archive unpacks to more than ", limits.bytes, " bytes"));
        if (entry.unpacked / limits.ratio > entry.packed)
            return std::unexpected(
                cat("an entry unpacks to more than ", limits.ratio, " times its size"));
        archive.entries_.emplace(bytes.substr(at + directory_header, name_length), entry);
        at += directory_header + name_length + rest;
    }
    return archive;
}

std::expected<std::string, std::string> ZipArchive::read(std::string_view name) const {
    const auto found = entries_.find(name);
    if (found == entries_.end()) return std::unexpected(cat("it has no ", name));
    const Entry& entry = found->second;
    const auto fault = [&](std::string_view what) {
        return std::unexpected(cat("entry ", name, ": ", what));
    };
    if (entry.flags & 1U) return fault("it is encrypted");
    if (entry.method != 0 && entry.method != 8) return fault("its packing method is not known");
    const std::size_t header = entry.header;
    if (bytes_.substr(std::min(header, bytes_.size()), 4) != "PK\x03\x04")
        return fault("its header is damaged");
    const std::size_t data = header + local_header + short_number(bytes_, header + 26) +
                             short_number(bytes_, header + 28);
    if (data > bytes_.size() || entry.packed > bytes_.size() - data)
        return fault("the archive ends within it");
    const auto packed = bytes_.substr(data, entry.packed);
    if (entry.method == 0 && entry.packed != entry.unpacked) return fault("its size is wrong");
    auto out = entry.method == 0 ? std::expected<std::string, std::string>(std::string(packed))
                                 : inflate_entry(packed, entry.unpacked);
    if (!out) return fault(out.error());
    const auto crc =
        crc32(0, reinterpret_cast<const Bytef*>(out->data()), static_cast<uInt>(out->size()));
    if (crc != entry.crc) return fault("its check sum is wrong");
    return out;
}

} // namespace besteld::parsers

// SPDX-License-Identifier: Apache-2.0
#include "archive/zip_file.hpp"

#include "base/text.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>

namespace besteld {

namespace {

using Writer = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Reader = std::unique_ptr<archive, decltype(&archive_read_free)>;
using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

std::string words_of(archive* handle) {
    const char* said = archive_error_string(handle);
    return said ? said : "no reason given";
}

void require_ok(archive* handle, int status) {
    if (status != ARCHIVE_OK) throw std::runtime_error(cat("writing a ZIP: ", words_of(handle)));
}

la_ssize_t append_bytes(archive*, void* to, const void* bytes, std::size_t size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

void add_member(archive* zip, const ZipMember& member) {
    const Entry entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(entry.get(), member.name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(member.bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0444);
    // 1 January 1980, the first day a ZIP knows: no clock, the same bytes.
    archive_entry_set_mtime(entry.get(), 315'532'800, 0);
    require_ok(zip, archive_write_header(zip, entry.get()));
    if (member.bytes.empty()) return;
    const auto written = archive_write_data(zip, member.bytes.data(), member.bytes.size());
    if (written != static_cast<la_ssize_t>(member.bytes.size()))
        throw std::runtime_error(cat("writing a ZIP: ", words_of(zip)));
}

// Nothing: too large or damaged; `why` says which.
bool read_member(archive* zip, std::string& bytes, std::uint64_t limit, std::string& why) {
    std::string block(64U << 10U, '\0');
    for (;;) {
        const auto got = archive_read_data(zip, block.data(), block.size());
        if (got == 0) return true;
        if (got < 0) {
            why = words_of(zip);
            return false;
        }
        bytes.append(block, 0, static_cast<std::size_t>(got));
        if (bytes.size() > limit) {
            why = "larger than any package of ours";
            return false;
        }
    }
}

} // namespace

std::string write_zip(const std::vector<ZipMember>& members) {
    std::string bytes;
    {
        const Writer zip(archive_write_new(), archive_write_free);
        if (!zip) throw std::runtime_error("writing a ZIP: out of memory");
        require_ok(zip.get(), archive_write_set_format_zip(zip.get()));
        require_ok(zip.get(), archive_write_set_bytes_in_last_block(zip.get(), 1));
        require_ok(zip.get(),
                   archive_write_open(zip.get(), &bytes, nullptr, append_bytes, nullptr));
        for (const auto& member : members)
            add_member(zip.get(), member);
        require_ok(zip.get(), archive_write_close(zip.get()));
    }
    return bytes;
}

std::expected<std::vector<ZipMember>, std::string> read_zip(std::string_view bytes,
                                                            std::uint64_t limit) {
    const Reader zip(archive_read_new(), archive_read_free);
    if (!zip) return std::unexpected("out of memory");
    // The streamable reader stops at the first thing it does not know; this one wants the directory
    // at the end, so a cut file shows.
    if (archive_read_support_format_zip_seekable(zip.get()) != ARCHIVE_OK ||
        archive_read_open_memory(zip.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
        return std::unexpected(words_of(zip.get()));
    std::vector<ZipMember> members;
    std::uint64_t left = limit;
    for (;;) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(zip.get(), &entry);
        if (status == ARCHIVE_EOF) return members;
        if (status != ARCHIVE_OK) return std::unexpected(words_of(zip.get()));
        const char* name = archive_entry_pathname(entry);
        ZipMember member{.name = name ? name : ""};
        std::string why;
        if (!read_member(zip.get(), member.bytes, left, why)) return std::unexpected(why);
        left -= member.bytes.size();
        members.push_back(std::move(member));
    }
}

} // namespace besteld

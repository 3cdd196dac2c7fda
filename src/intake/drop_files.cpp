// SPDX-License-Identifier: Apache-2.0
#include "intake/drop_files.hpp"

#include "base/hash.hpp"
#include "base/log.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <system_error>

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace besteld {

namespace {

[[noreturn]] void fail(const std::string& what) {
    throw std::system_error(errno, std::generic_category(), what);
}

class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

private:
    int fd_;
};

// Never follows a link, never leaves the folder, never blocks on a FIFO.
int open_beneath(int folder, const std::string& name) {
    open_how how{};
    how.flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    return static_cast<int>(::syscall(SYS_openat2, folder, name.c_str(), &how, sizeof how));
}

FileIdentity to_identity(const struct stat& info) {
    return {.device = info.st_dev,
            .inode = info.st_ino,
            .size = static_cast<std::uint64_t>(info.st_size),
            .mtime_ns = std::int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec};
}

Instant modified_at(const FileIdentity& identity) {
    return from_millis(identity.mtime_ns / 1'000'000);
}

int open_folder(int base, const std::string& name) {
    const int fd = ::openat(base, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) fail(name);
    return fd;
}

int open_or_make_folder(int base, const std::string& name) {
    if (::mkdirat(base, name.c_str(), 0750) != 0 && errno != EEXIST) fail(name);
    return open_folder(base, name);
}

// Names that other programs give to what is still being written.
bool is_unfinished_name(std::string_view name) {
    const auto lower = to_lower_ascii(name);
    const std::string_view text = lower;
    return text.starts_with('.') || text.ends_with(".tmp") || text.ends_with(".part") ||
           text.ends_with(".filepart") || text.ends_with('~');
}

// Nothing when the file holds more than `limit` bytes by now.
std::optional<std::string> read_all(int fd, std::uint64_t limit) {
    std::string bytes;
    std::array<char, std::size_t{64} * 1024> buffer;
    for (;;) {
        const ssize_t n = ::read(fd, buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail("read");
        if (n == 0) return bytes;
        bytes.append(buffer.data(), static_cast<std::size_t>(n));
        if (bytes.size() > limit) return std::nullopt;
    }
}

void write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail("write");
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

// "orders.edi" → "orders-3f09ab12.edi": partners use the same name every day.
std::string another_name(const std::string& name) {
    const auto dot = name.rfind('.');
    const auto stem = name.substr(0, dot == 0 ? name.size() : dot);
    // A name has 255 bytes at most; ".reason" may be added yet.
    return cat(stem.substr(0, 200), '-', random_hex(4), name.substr(stem.size()).substr(0, 30));
}

bool rename_without_overwriting(int from, const std::string& name, int to,
                                const std::string& target) {
    if (::renameat2(from, name.c_str(), to, target.c_str(), RENAME_NOREPLACE) == 0) return true;
    if (errno == EEXIST) return false;
    fail(name);
}

void sync_folder(int folder) {
    if (::fsync(folder) != 0) fail("fsync of the drop folder");
}

} // namespace

DropFiles::DropFiles(DropFolderConfig config) : config_(std::move(config)) {
    folder_ = open_folder(AT_FDCWD, config_.folder.string());
    try {
        done_ = open_or_make_folder(folder_, config_.done);
        failed_ = open_or_make_folder(folder_, config_.failed);
    } catch (...) {
        if (done_ >= 0) ::close(done_);
        ::close(folder_);
        throw;
    }
}

DropFiles::~DropFiles() {
    for (const int fd : {failed_, done_, folder_})
        ::close(fd);
}

std::vector<std::string> DropFiles::names() const {
    // A new description: directory positions are shared between duplicates.
    const int fd = ::openat(folder_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) fail(config_.folder.string());
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::fdopendir(fd), ::closedir);
    if (!folder) {
        ::close(fd);
        fail(config_.folder.string());
    }
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = ::readdir(folder.get())) {
        if (!is_unfinished_name(entry->d_name) && entry->d_type != DT_DIR)
            names.emplace_back(entry->d_name);
        errno = 0;
    }
    if (errno != 0) fail(config_.folder.string());
    std::ranges::sort(names); // numbered files are taken in their order
    return names;
}

void DropFiles::scan(const std::set<std::string>& arrived, Clock::time_point now) {
    struct stat path_info{};
    struct stat open_info{};
    // Unmounted or replaced: what we hold open is not the folder any more.
    if (::stat(config_.folder.c_str(), &path_info) != 0 || ::fstat(folder_, &open_info) != 0)
        fail(config_.folder.string());
    if (path_info.st_ino != open_info.st_ino || path_info.st_dev != open_info.st_dev) {
        errno = ESTALE;
        fail(config_.folder.string());
    }
    const auto present = names();
    const std::set<std::string_view> still(present.begin(), present.end());
    std::erase_if(seen_, [&](const auto& entry) { return !still.contains(entry.first); });
    ready_.clear();
    unsettled_ = false;
    for (const auto& name : present) {
        const auto look = look_at(name, arrived.contains(name), now);
        if (look != Look::wait) ready_.push_back(name);
        if (look == Look::wait) unsettled_ = true;
    }
}

DropFiles::Look DropFiles::look_at(const std::string& name, bool arrived, Clock::time_point now) {
    struct stat info{};
    if (::fstatat(folder_, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) return Look::wait;
    if (S_ISDIR(info.st_mode)) {
        seen_.erase(name);
        return Look::wait;
    }
    const auto identity = to_identity(info);
    auto [entry, fresh] = seen_.try_emplace(name, Seen{.identity = identity, .since = now});
    auto& seen = entry->second;
    if (!fresh && seen.identity != identity) seen = {.identity = identity, .since = now};
    const auto age = now - seen.since;
    // A second name: somebody is still at work (link, then unlink), or points at a file that is not
    // his.
    const bool doubtful = S_ISREG(info.st_mode) && (info.st_size == 0 || info.st_nlink != 1);
    if (doubtful) return age >= config_.incomplete && !seen.reported ? Look::overdue : Look::wait;
    return arrived || age >= config_.settle ? Look::ready : Look::wait;
}

DropFile DropFiles::refuse(const std::string& name, const FileIdentity& identity,
                           std::string note) const {
    const auto shown = to_valid_utf8(name);
    return {
        .name = name,
        .identity = identity,
        .fate = DropFile::Fate::failed,
        .item = {.channel = config_.channel,
                 .source_key = cat(shown, '|', identity.mtime_ns, '|', identity.size, "|refused"),
                 .file_name = shown,
                 .received_at = modified_at(identity),
                 .bytes = {},
                 .note = std::move(note)}};
}

// Every file ends as an item: one that cannot be read as an item with a note, so that a person sees
// it.
DropFile DropFiles::read(const std::string& name, Clock::time_point now) {
    auto& seen = seen_.at(name);
    const Descriptor file(open_beneath(folder_, name));
    if (file.get() < 0) {
        const int error = errno;
        if (error == EMFILE || error == ENFILE || error == ENOMEM || error == EIO)
            fail(name);        // ours, not the file's
        if (error == ENOENT) { // withdrawn, or another daemon that shares the folder was quicker
            log::info("file_gone", {{"channel", config_.channel}, {"file", name}});
            auto gone = refuse(name, seen.identity, "");
            gone.fate = DropFile::Fate::stays;
            return gone;
        }
        return refuse(name, seen.identity,
                      cat("unreadable: ", std::generic_category().message(error)));
    }
    struct stat info{};
    if (::fstat(file.get(), &info) != 0) fail(name);
    const auto identity = to_identity(info);
    if (!S_ISREG(info.st_mode)) return refuse(name, identity, "unreadable: not a regular file");
    if (info.st_nlink != 1)
        return refuse(name, identity, "unreadable: the file has a second name (hard link)");
    if (identity.size > config_.max_file)
        return refuse(name, identity,
                      cat("too_large: ", identity.size, " bytes, the limit is ", config_.max_file));
    auto bytes = read_all(file.get(), config_.max_file);
    if (::fstat(file.get(), &info) != 0) fail(name);
    DropFile taken = refuse(name, identity, "");
    taken.fate = DropFile::Fate::stays;
    if (!bytes || to_identity(info) != identity || bytes->size() != identity.size) {
        seen = {.identity = to_identity(info), .since = now}; // still being written
        return taken;
    }
    if (bytes->empty()) {
        seen.reported = true;
        taken.item.note =
            "empty: the file has no content and none has come; it is left where it is";
        return taken;
    }
    taken.fate = DropFile::Fate::done;
    taken.item.source_key = cat(taken.item.file_name, '|', identity.mtime_ns, '|', identity.size,
                                '|', sha256_hex(*bytes));
    taken.item.bytes = std::move(*bytes);
    return taken;
}

std::vector<DropFile> DropFiles::take_batch(Clock::time_point now) {
    std::vector<DropFile> batch;
    std::uint64_t bytes = 0;
    while (!ready_.empty() && batch.size() < config_.batch_files && bytes < config_.batch_bytes) {
        const auto name = std::move(ready_.front());
        ready_.pop_front();
        auto file = read(name, now);
        if (file.fate == DropFile::Fate::stays && file.item.note.empty()) {
            unsettled_ = true;
            continue;
        }
        bytes += file.item.bytes.size();
        batch.push_back(std::move(file));
    }
    return batch;
}

// The name under which the file is there now.
std::string DropFiles::rename_into(int target, const std::string& name) {
    std::string free = name;
    while (!rename_without_overwriting(folder_, name, target, free))
        free = another_name(name);
    return free;
}

void DropFiles::write_reason(const std::string& name, const std::string& reason) const {
    const auto path = cat(name.substr(0, 248), ".reason");
    const Descriptor file(::openat(failed_, path.c_str(),
                                   O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0640));
    if (file.get() < 0) fail(path);
    write_all(file.get(), cat(reason, '\n'));
    if (::fsync(file.get()) != 0) fail(path);
}

void DropFiles::move(const DropFile& file) {
    const int target = file.fate == DropFile::Fate::done ? done_ : failed_;
    std::string placed;
    try {
        placed = rename_into(target, file.name);
    } catch (const std::system_error& error) {
        if (error.code() == std::errc::no_such_file_or_directory)
            return; // taken away: it is stored all the same
        throw;
    }
    struct stat info{};
    const bool there = ::fstatat(target, placed.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0;
    // Replaced or written on between our reading and the rename: back it goes, to be read again.
    if (there && to_identity(info) != file.identity) {
        rename_without_overwriting(target, placed, folder_, file.name);
        return;
    }
    if (file.fate == DropFile::Fate::failed) write_reason(placed, file.item.note);
    seen_.erase(file.name);
}

void DropFiles::put_away(const std::vector<DropFile>& files) {
    for (const auto& file : files)
        if (file.fate != DropFile::Fate::stays) move(file);
    // The targets first: a crash between may show a file twice, never not at all.
    for (const int folder : {done_, failed_, folder_})
        sync_folder(folder);
}

} // namespace besteld

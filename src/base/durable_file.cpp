// SPDX-License-Identifier: Apache-2.0
#include "base/durable_file.hpp"

#include "base/hash.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace besteld {

namespace {

class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    int get() const { return fd_; }
    // The close of a written file can fail too (NFS, quota), and then it is not stored.
    int close() { return ::close(std::exchange(fd_, -1)); }

private:
    int fd_;
};

[[noreturn]] void fail(const char* what, const std::filesystem::path& path) {
    throw std::system_error(errno, std::generic_category(),
                            std::string(what) + " " + path.string());
}

void sync_folder(const std::filesystem::path& folder) {
    const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.get() < 0) fail("cannot open folder", folder);
    if (::fsync(fd.get()) != 0) fail("cannot sync folder", folder);
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

} // namespace

void write_durably(const std::filesystem::path& path, std::string_view bytes) {
    const auto temporary = folder_of(path) / ("." + path.filename().string() + "." + random_hex(6));
    Descriptor fd(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640));
    if (fd.get() < 0) fail("cannot create", temporary);
    try {
        std::string_view rest = bytes;
        while (!rest.empty()) {
            const ssize_t written = ::write(fd.get(), rest.data(), rest.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail("cannot write", temporary);
            rest.remove_prefix(static_cast<std::size_t>(written));
        }
        if (::fsync(fd.get()) != 0) fail("cannot sync", temporary);
        if (fd.close() != 0) fail("cannot close", temporary);
        if (::rename(temporary.c_str(), path.c_str()) != 0) fail("cannot rename to", path);
    } catch (...) {
        ::unlink(temporary.c_str());
        throw;
    }
    sync_folder(folder_of(path));
}

void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) fail("cannot rename", from);
    sync_folder(folder_of(to));
    if (folder_of(from) != folder_of(to)) sync_folder(folder_of(from));
}

std::string read_file(const std::filesystem::path& path, std::size_t limit) {
    const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (fd.get() < 0) fail("cannot open", path);
    std::string bytes;
    std::size_t used = 0;
    for (;;) {
        if (used == bytes.size()) bytes.resize(bytes.size() + (256U << 10U));
        const ssize_t got = ::read(fd.get(), bytes.data() + used, bytes.size() - used);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("cannot read", path);
        if (got == 0) break;
        used += static_cast<std::size_t>(got);
        if (used > limit) {
            errno = EFBIG;
            fail("too large", path);
        }
    }
    bytes.resize(used);
    return bytes;
}

} // namespace besteld

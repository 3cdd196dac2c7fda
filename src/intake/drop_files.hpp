// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "intake/source.hpp"

#include <chrono>
#include <deque>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace besteld {

struct DropFolderConfig {
    std::string channel;
    std::filesystem::path folder;
    std::string done = "done";              // sub-folders of `folder`, made when missing
    std::string failed = "failed";          // a file here has a .reason text beside it
    std::chrono::milliseconds settle{2000}; // size and mtime unchanged that long: complete
    std::chrono::milliseconds scan{30'000}; // inotify is only a hint
    std::chrono::milliseconds incomplete{15 * 60 * 1000}; // an empty file is reported then
    std::uint64_t max_file = std::uint64_t{25} << 20U;
    std::size_t batch_files = 200;
    std::uint64_t batch_bytes = std::uint64_t{16} << 20U;
};

// What tells a file from any other and from a later state of itself.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t mtime_ns = 0;
    friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

struct DropFile {
    enum class Fate { done, failed, stays };
    std::string name;
    FileIdentity identity;
    Fate fate = Fate::done;
    InboundItem item;
};

// The blocking half of a drop folder: which files are complete, their bytes, and where they go
// afterwards. The folder belongs to somebody else: no name in it is trusted, no link followed,
// nothing but regular files with one name is read. One call at a time, from any thread. Throws
// std::system_error when the folder fails.
class DropFiles {
public:
    using Clock = std::chrono::steady_clock;

    explicit DropFiles(DropFolderConfig config);
    ~DropFiles();
    DropFiles(const DropFiles&) = delete;
    DropFiles& operator=(const DropFiles&) = delete;

    // Looks at every name. `arrived` were renamed into the folder and so are complete at once.
    void scan(const std::set<std::string>& arrived, Clock::time_point now);
    // Complete files not taken yet, within the batch limits; empty when there is none.
    std::vector<DropFile> take_batch(Clock::time_point now);
    // After the items are stored durably: renames the files, durably. A file that changed since it
    // was read stays and is read again.
    void put_away(const std::vector<DropFile>& files);

    std::size_t present() const { return seen_.size(); }
    bool has_unsettled() const { return unsettled_; }

private:
    struct Seen {
        FileIdentity identity;
        Clock::time_point since;
        bool reported = false;
    };
    enum class Look { ready, wait, overdue };

    Look look_at(const std::string& name, bool arrived, Clock::time_point now);
    std::vector<std::string> names() const;
    DropFile read(const std::string& name, Clock::time_point now);
    DropFile refuse(const std::string& name, const FileIdentity& identity, std::string note) const;
    void move(const DropFile& file);
    std::string rename_into(int target, const std::string& name);
    void write_reason(const std::string& name, const std::string& reason) const;

    DropFolderConfig config_;
    int folder_ = -1; // descriptors
    int done_ = -1;
    int failed_ = -1;
    std::map<std::string, Seen> seen_;
    std::deque<std::string> ready_;
    bool unsettled_ = false;
};

} // namespace besteld

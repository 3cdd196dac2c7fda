// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/read_request.hpp"

#include <chrono>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace besteld {

struct ReaderLimits {
    std::chrono::milliseconds timeout{30'000}; // for one message
    int recycle_after = 1'000;                 // messages, then a fresh process
};

// Why a reader gave no answer. The message's attempt has been counted; the next one gets a new
// process.
struct ReaderFault {
    std::string text; // "the reader was ended by signal 6 (Aborted)"
};

// The problem of a message on which readers failed until nobody tried again.
inline constexpr std::string_view reader_failed = "reader.failed";

// One reader process of this binary (`besteld reader`), started when first needed and again after a
// fault. Blocking; belongs to one thread at a time.
class ReaderProcess {
public:
    // `binary`: the program to start, as a rule /proc/self/exe
    explicit ReaderProcess(std::string binary, ReaderLimits limits = {});
    ~ReaderProcess();
    ReaderProcess(const ReaderProcess&) = delete;
    ReaderProcess& operator=(const ReaderProcess&) = delete;

    std::expected<Reading, ReaderFault> read(std::string_view bytes, const ReadRequest& request);
    pid_t pid() const { return pid_; }

private:
    void start();
    std::string stop(); // ends the process, says how it ended

    std::string binary_;
    ReaderLimits limits_;
    pid_t pid_ = -1;
    int fd_ = -1;
    int served_ = 0;
    std::optional<std::vector<ReadingProfile>> told_; // what the process has been told
};

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "flow/sandbox.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string>
#include <vector>

namespace besteld {
namespace {

// What a taken-over reader would try, each in a child of its own: the sandbox has no way back.
constexpr int refused = 7;

[[noreturn]] void open_a_file() {
    enter_sandbox({});
    const int fd = ::open("/etc/hostname", O_RDONLY);
    ::_exit(fd < 0 && errno == EPERM ? refused : 1);
}

[[noreturn]] void open_a_socket() {
    enter_sandbox({});
    (void)::socket(AF_INET, SOCK_STREAM, 0);
    ::_exit(1);
}

TEST(SandboxDeathTest, opensNoFile) {
    EXPECT_EXIT(open_a_file(), testing::ExitedWithCode(refused), "");
}

TEST(SandboxDeathTest, endsWhoAsksForTheNetwork) {
    EXPECT_EXIT(open_a_socket(), testing::KilledBySignal(SIGSYS), "");
}

#ifndef BESTELD_SANITIZED
[[noreturn]] void grow_without_end() {
    enter_sandbox({.memory_bytes = 512U << 20U});
    // Asked for and not touched: what is bounded is the address space.
    std::vector<std::string> all;
    try {
        for (int i = 0; i < 64; ++i)
            all.emplace_back().reserve(64U << 20U);
    } catch (const std::bad_alloc&) {
        ::_exit(refused);
    }
    ::_exit(1);
}

// A blow-up ends one reader with an error of its own, long before the machine notices.
TEST(SandboxDeathTest, memoryIsBounded) {
    EXPECT_EXIT(grow_without_end(), testing::ExitedWithCode(refused), "");
}
#endif

} // namespace
} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace besteld {

struct SandboxLimits {
    std::uint64_t memory_bytes = 1ULL << 30U; // address space
    unsigned cpu_seconds = 600;               // of the whole life of a worker
};

// Gives up everything but reading and writing the descriptors that are open now: no new files, no
// sockets, no processes, bounded memory and time (seccomp filter, rlimits, no_new_privs). There is
// no way back. Throws std::system_error when the kernel refuses: a reader must not run without it.
void enter_sandbox(const SandboxLimits& limits);

} // namespace besteld

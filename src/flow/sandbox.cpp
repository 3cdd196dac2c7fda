// SPDX-License-Identifier: Apache-2.0
#include "flow/sandbox.hpp"

#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <memory>
#include <system_error>

namespace besteld {

namespace {

[[noreturn]] void fail(int code, const char* what) {
    throw std::system_error(code, std::generic_category(), what);
}

void limit(decltype(RLIMIT_AS) resource, rlim_t value, const char* what) {
    const rlimit both{.rlim_cur = value, .rlim_max = value};
    if (::setrlimit(resource, &both) != 0) fail(errno, what);
}

struct FilterFree {
    void operator()(void* filter) const { seccomp_release(filter); }
};

// What a reader needs: its pipe, its memory, its end. A call outside the list fails with EPERM, so
// that a library that merely asks (a data file, a locale) goes on without; the calls that would
// matter after a take-over end the process at once.
constexpr int allowed[] = {
    SCMP_SYS(read),         SCMP_SYS(write),         SCMP_SYS(close),
    SCMP_SYS(mmap),         SCMP_SYS(munmap),        SCMP_SYS(mremap),
    SCMP_SYS(mprotect),     SCMP_SYS(madvise),       SCMP_SYS(brk),
    SCMP_SYS(futex),        SCMP_SYS(exit),          SCMP_SYS(exit_group),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigaction),  SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(sigaltstack),  SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday),
    SCMP_SYS(getrandom),    SCMP_SYS(getpid),        SCMP_SYS(gettid),
    SCMP_SYS(tgkill),       SCMP_SYS(sched_yield),   SCMP_SYS(restart_syscall),
    SCMP_SYS(fstat),        SCMP_SYS(newfstatat),    SCMP_SYS(lseek),
    SCMP_SYS(getrusage)};
#ifdef BESTELD_SANITIZED
// UBSan asks through a pipe whether memory is readable before it looks at an object's type.
constexpr int allowed_to_sanitizers[] = {SCMP_SYS(pipe), SCMP_SYS(pipe2)};
#else
constexpr std::array<int, 0> allowed_to_sanitizers{};
#endif
constexpr int fatal[] = {SCMP_SYS(socket), SCMP_SYS(connect),  SCMP_SYS(bind),
                         SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork),
                         SCMP_SYS(vfork),  SCMP_SYS(ptrace),   SCMP_SYS(process_vm_writev),
                         SCMP_SYS(kill)};

void install_filter() {
    const std::unique_ptr<void, FilterFree> filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
    if (!filter) fail(ENOMEM, "cannot make a seccomp filter");
    for (const int call : allowed)
        if (const int rc = seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0); rc != 0)
            fail(-rc, "cannot allow a system call");
    for (const int call : allowed_to_sanitizers)
        if (const int rc = seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0); rc != 0)
            fail(-rc, "cannot allow a system call");
    for (const int call : fatal)
        if (const int rc = seccomp_rule_add(filter.get(), SCMP_ACT_KILL_PROCESS, call, 0); rc != 0)
            fail(-rc, "cannot forbid a system call");
    if (const int rc = seccomp_load(filter.get()); rc != 0)
        fail(-rc, "cannot load the seccomp filter");
}

} // namespace

void enter_sandbox(const SandboxLimits& limits) {
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) fail(errno, "cannot tie the reader to its daemon");
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail(errno, "cannot set no_new_privs");
    limit(RLIMIT_CORE, 0, "cannot limit core files");
    limit(RLIMIT_FSIZE, 0, "cannot limit file sizes");
    limit(RLIMIT_NOFILE, 16, "cannot limit descriptors");
    limit(RLIMIT_CPU, limits.cpu_seconds, "cannot limit processor time");
#ifndef BESTELD_SANITIZED
    // AddressSanitizer maps terabytes of shadow and would not start under an address-space limit.
    limit(RLIMIT_AS, limits.memory_bytes, "cannot limit memory");
#endif
    install_filter();
}

} // namespace besteld

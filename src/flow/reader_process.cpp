// SPDX-License-Identifier: Apache-2.0
#include "flow/reader_process.hpp"

#include "flow/frame.hpp"

#include "base/json.hpp"
#include "base/log.hpp"
#include "base/text.hpp"
#include "order/reading_json.hpp"

#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>
#include <utility>

namespace besteld {

namespace {

// The worker finds its end of the pipe here: the first descriptor after the standard ones.
constexpr int worker_fd = 3;

std::string how_it_ended(int status) {
    if (WIFSIGNALED(status))
        return cat("the reader was ended by signal ", WTERMSIG(status), " (",
                   ::strsignal(WTERMSIG(status)), ")");
    return cat("the reader ended with status ", WEXITSTATUS(status));
}

struct SpawnActions {
    posix_spawn_file_actions_t actions{};
    SpawnActions() { ::posix_spawn_file_actions_init(&actions); }
    ~SpawnActions() { ::posix_spawn_file_actions_destroy(&actions); }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;
};

} // namespace

ReaderProcess::ReaderProcess(std::string binary, ReaderLimits limits)
    : binary_(std::move(binary)), limits_(limits) {}

ReaderProcess::~ReaderProcess() {
    stop();
}

void ReaderProcess::start() {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        throw std::system_error(errno, std::generic_category(), "cannot make the reader's pipe");
    SpawnActions spawn;
    ::posix_spawn_file_actions_adddup2(&spawn.actions, ends[1], worker_fd);
    // Nothing of the daemon's surroundings goes along: no credentials directory, no secrets.
    char name[] = "besteld";
    char command[] = "reader";
    char* arguments[] = {name, command, nullptr};
    char locale[] = "LC_ALL=C.UTF-8";
    char* surroundings[] = {locale, nullptr};
    const int rc =
        ::posix_spawn(&pid_, binary_.c_str(), &spawn.actions, nullptr, arguments, surroundings);
    ::close(ends[1]);
    if (rc != 0) {
        ::close(ends[0]);
        pid_ = -1;
        throw std::system_error(rc, std::generic_category(), "cannot start a reader");
    }
    fd_ = ends[0];
    served_ = 0;
    told_.reset();
    log::debug("reader.started", {{"pid", std::int64_t{pid_}}});
}

std::string ReaderProcess::stop() {
    if (pid_ < 0) return {};
    ::close(std::exchange(fd_, -1));
    ::kill(pid_, SIGKILL);
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return how_it_ended(status);
}

std::expected<Reading, ReaderFault> ReaderProcess::read(std::string_view bytes,
                                                        const ReadRequest& request) {
    if (pid_ >= 0 && served_ >= limits_.recycle_after) stop();
    if (pid_ < 0) start();
    ++served_;
    const auto deadline = std::chrono::steady_clock::now() + limits_.timeout;
    std::string reply;
    // A reader is told the profiles when it starts, and again only when they are others.
    const bool told = told_ && *told_ == request.partners.profiles;
    if (!told) told_ = request.partners.profiles;
    auto fault = write_frame(fd_, told ? std::string() : to_json_text(*told_), deadline);
    if (!fault) fault = write_frame(fd_, to_json_text(request), deadline);
    if (!fault) fault = write_frame(fd_, bytes, deadline);
    if (!fault) fault = read_frame(fd_, reply, deadline);
    if (fault == FrameFault::timed_out) {
        stop();
        return std::unexpected(
            ReaderFault{cat("the reader did not answer within ", limits_.timeout.count() / 1000,
                            " s and was ended")});
    }
    if (fault) {
        // Closed by its own end: wait for the status it leaves before any kill of ours can hide it.
        int status = 0;
        pid_t gone = 0;
        for (int i = 0; i < 50 && gone == 0; ++i) {
            gone = ::waitpid(pid_, &status, WNOHANG);
            if (gone == 0) ::usleep(20'000);
        }
        if (gone != pid_) return std::unexpected(ReaderFault{stop()});
        ::close(std::exchange(fd_, -1));
        pid_ = -1;
        return std::unexpected(ReaderFault{how_it_ended(status)});
    }
    try {
        return reading_from_json(reply);
    } catch (const JsonFault& broken) {
        stop();
        return std::unexpected(ReaderFault{cat("the reader answered nonsense: ", broken.what())});
    }
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "flow/frame.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>

namespace besteld {

namespace {

using Deadline = std::chrono::steady_clock::time_point;

// The far end's deadline is "for ever": the worker waits without poll(), which its sandbox does not
// allow.
constexpr Deadline for_ever = Deadline::max();

std::optional<FrameFault> wait_for(int fd, short events, Deadline deadline) {
    if (deadline == for_ever) return std::nullopt;
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0) return FrameFault::timed_out;
        pollfd one{.fd = fd, .events = events, .revents = 0};
        const int ready = ::poll(&one, 1, static_cast<int>(left.count()));
        if (ready > 0) return std::nullopt;
        if (ready < 0 && errno != EINTR) return FrameFault::broken;
    }
}

std::optional<FrameFault> read_exactly(int fd, char* to, std::size_t size, Deadline deadline) {
    while (size > 0) {
        if (const auto fault = wait_for(fd, POLLIN, deadline)) return fault;
        const ssize_t got = ::read(fd, to, size);
        if (got == 0) return FrameFault::closed;
        if (got < 0 && errno != EINTR) return FrameFault::broken;
        if (got < 0) continue;
        to += got;
        size -= static_cast<std::size_t>(got);
    }
    return std::nullopt;
}

} // namespace

std::optional<FrameFault> write_frame(int fd, std::string_view bytes, Deadline deadline) {
    if (bytes.size() > frame_limit) return FrameFault::too_large;
    std::string framed;
    framed.reserve(bytes.size() + 4);
    for (int shift = 0; shift < 32; shift += 8)
        framed += static_cast<char>((bytes.size() >> static_cast<unsigned>(shift)) & 0xFFU);
    framed += bytes;
    std::string_view rest = framed;
    while (!rest.empty()) {
        if (const auto fault = wait_for(fd, POLLOUT, deadline)) return fault;
        const ssize_t written = ::write(fd, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno == EPIPE ? FrameFault::closed : FrameFault::broken;
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    return std::nullopt;
}

std::optional<FrameFault> read_frame(int fd, std::string& bytes, Deadline deadline) {
    std::array<char, 4> head{};
    if (const auto fault = read_exactly(fd, head.data(), head.size(), deadline)) return fault;
    std::uint32_t size = 0;
    for (unsigned i = 0; i < 4; ++i)
        size |= static_cast<std::uint32_t>(static_cast<unsigned char>(head[i])) << (8 * i);
    if (size > frame_limit) return FrameFault::too_large;
    bytes.resize(size);
    return read_exactly(fd, bytes.data(), size, deadline);
}

} // namespace besteld

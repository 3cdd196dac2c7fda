// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace besteld {

// Length-prefixed texts over a pipe between the daemon and a reader: four bytes little-endian, then
// the bytes. Blocking, bounded by a deadline; used by both ends.
enum class FrameFault { closed, timed_out, too_large, broken };

inline constexpr std::size_t frame_limit = 512U << 20U;

// nothing on success
std::optional<FrameFault> write_frame(int fd, std::string_view bytes,
                                      std::chrono::steady_clock::time_point deadline);
// the fault instead of `bytes` being filled
std::optional<FrameFault> read_frame(int fd, std::string& bytes,
                                     std::chrono::steady_clock::time_point deadline);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace besteld {

// One datagram to the service manager (sd_notify(3)): "READY=1", "STOPPING=1", "RELOADING=1",
// "WATCHDOG=1", "STATUS=…". Does nothing when none listens.
void notify_manager(std::string_view state);

// How often the manager wants to hear WATCHDOG=1: half of WatchdogSec; nothing when it does not.
std::optional<std::chrono::milliseconds> watchdog_interval();

} // namespace besteld

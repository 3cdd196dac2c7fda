// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.hpp"

namespace besteld {

enum class WhyEnded { stopped, reload };

// Runs the daemon with one configuration until SIGTERM or SIGINT (stopped) or a SIGHUP whose new
// configuration is sound (reload; a faulty one is reported and the old one stays). Ends drained:
// nothing new is taken in, the batch and the mail under way are finished and recorded. Throws when
// it cannot start.
WhyEnded run_daemon(const Config& config, const std::filesystem::path& config_file);

} // namespace besteld

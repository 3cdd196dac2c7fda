// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/daemon.hpp"
#include "app/open_world.hpp"

#include "base/log.hpp"

namespace besteld {

namespace {

void set_log_level(const std::string& level) {
    if (level == "debug") log::set_threshold(log::Level::debug);
    if (level == "info") log::set_threshold(log::Level::info);
    if (level == "warning") log::set_threshold(log::Level::warning);
    if (level == "error") log::set_threshold(log::Level::error);
}

} // namespace

int command_run(const std::filesystem::path& config_file) {
    for (;;) {
        const auto config = load_config(config_file);
        if (!config) return exit_status::bad_config;
        set_log_level(config->log_level);
        if (run_daemon(*config, config_file) == WhyEnded::stopped) return exit_status::done;
    }
}

} // namespace besteld

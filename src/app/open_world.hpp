// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.hpp"
#include "flow/judge.hpp"
#include "store/store.hpp"

#include <memory>

namespace besteld {

// What most commands begin with: the configuration and the store it names.
struct World {
    Config config;
    FlowSettings flow;
    std::unique_ptr<Store> store;
};

FlowSettings flow_settings(const Config& config);
// Faults of the configuration are printed to standard error; nothing then.
std::optional<Config> load_config(const std::filesystem::path& file);
// Throws StoreFault when the database cannot be opened.
std::optional<World> open_world(const std::filesystem::path& config_file);

Instant now();

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "app/open_world.hpp"

#include <cstdio>

namespace besteld {

FlowSettings flow_settings(const Config& config) {
    FlowSettings settings{.seller = config.seller, .mail_domain = config.mail_domain};
    settings.complaints = config.complaints;
    settings.public_url = config.public_url;
    for (const auto& drop : config.drops)
        if (!drop.customer.empty()) settings.folder_owner[drop.name] = drop.customer;
    settings.hand_off = config.hand_off.rules;
    settings.papers = config.papers.rules;
    for (const auto& folder : config.feedback)
        settings.feedback_channels.insert(folder.name);
    settings.feedback_channels.emplace(feedback_calls);
    settings.partners = config.partners;
    settings.hold = config.hold;
    return settings;
}

std::optional<Config> load_config(const std::filesystem::path& file) {
    auto config = read_config(file);
    if (config) return std::move(*config);
    for (const auto& fault : config.error())
        std::fprintf(stderr, "%s\n", to_text(fault).c_str());
    return std::nullopt;
}

std::optional<World> open_world(const std::filesystem::path& config_file) {
    auto config = load_config(config_file);
    if (!config) return std::nullopt;
    World world{.config = std::move(*config)};
    world.flow = flow_settings(world.config);
    world.store = Store::open(world.config.storage_url);
    world.store->migrate();
    return world;
}

Instant now() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

} // namespace besteld

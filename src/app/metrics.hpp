// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/channels.hpp"
#include "store/hand_offs.hpp"

#include <map>
#include <string>

namespace besteld {

// Prometheus text exposition, version 0.0.4.
std::string metrics_text(const Store::Counts& counts,
                         const std::map<std::string, ChannelRow>& channels,
                         const HandOffs::Counts& hand_offs);

// Why /healthz says 503: channels that need a person. Empty when healthy.
std::string trouble_text(const std::map<std::string, ChannelRow>& channels);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// How each mailbox and folder is doing, as the daemon that reads it last saw it: for the page of
// any daemon on the same database.

#include "store/store.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

struct ChannelRow {
    enum class Condition { working, retrying, alert };
    std::string channel;
    std::string daemon;
    Condition condition = Condition::working;
    std::string reason;  // for the admin; empty while it works
    Instant looked_at{}; // last
    Instant since{};     // in this condition; kept by save
    // The last look: what the source has, what was new, what of it was stored, what was gone again.
    std::int64_t present = 0;
    std::int64_t listed = 0;
    std::int64_t stored = 0;
    std::int64_t gone = 0;
    // All that the server still has against all that we hold: `on_server` = `held` + `marked` +
    // `missed`. marked: dealt with before this store began; missed: and taken in thereupon.
    std::optional<Instant> balanced_at;
    std::int64_t on_server = 0;
    std::int64_t held = 0;
    std::int64_t marked = 0;
    std::int64_t missed = 0;
};

std::string_view name_of(ChannelRow::Condition condition); // "working"

class Channels {
public:
    explicit Channels(Store& store);

    void save(std::span<const ChannelRow> rows); // one commit
    std::vector<ChannelRow> all();               // by name
    // What this daemon does not read any more is forgotten.
    void keep_only(const std::string& daemon, const std::vector<std::string>& channels);

private:
    Session& session_;
};

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/session.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace besteld {

// One step of the schema: its number is its position, counted from 1. A step that was ever released
// is never changed; what comes later is a new step.
struct Migration {
    std::string_view name;
    std::string_view both;   // statements for both engines, tokens of Session::dialect allowed
    std::string_view sqlite; // then this engine's own
    std::string_view postgres;
};

const std::vector<Migration>& migrations();

// Brings the database to the newest step, each step in one transaction. Throws StoreFault when the
// database is newer than this program.
void migrate_schema(Session& session);

} // namespace besteld

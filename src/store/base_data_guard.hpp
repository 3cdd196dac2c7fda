// SPDX-License-Identifier: Apache-2.0
#pragma once

// What nobody changes alone (domain.md 3.3: agreement, price, address, bank). The database itself
// refuses such a change unless it belongs to an import that is being applied and has its approval:
// by another person than the one who proposed it, or the first fill of an empty store, or a site
// that has chosen to do without.

#include "store/history.hpp"

#include <string_view>
#include <vector>

namespace besteld {

struct Guard {
    std::string_view table;
    std::vector<std::string_view> columns = {}; // empty: every one, and rows that come or go
};
const std::vector<Guard>& guards();

enum class Guarded { yes, no };
// A row that comes (no `before`), goes (no `after`) or changes.
Guarded is_guarded(std::string_view table, const Columns& before, const Columns& after);

// Makes the triggers anew, after a migration.
void guard_tables(Session& session);

} // namespace besteld

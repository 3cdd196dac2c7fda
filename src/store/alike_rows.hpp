// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/session.hpp"
#include "store/store.hpp"

namespace besteld {

// Replaces the rows of a case whose findings may have changed.
void write_alike_rows(Session& session, const Case& the_case);
// Of all cases in review, where a database has them from before the rows were kept.
void write_all_alike_rows(Session& session);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/session.hpp"

namespace besteld {

// Part of a migration's transaction: rows that follow from others, where a database has them from
// before they were kept, or by older rules.
void refresh_derived_rows(Session& session);

} // namespace besteld

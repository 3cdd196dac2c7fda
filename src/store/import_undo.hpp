// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/import_steps.hpp"

namespace besteld {

// Makes every row that the import touched what it was before it. A row of which a later import made
// something else is a problem.
void undo_rows(Session& session, BaseDataWriter& writer, ImportReport& report, std::int64_t number);

} // namespace besteld

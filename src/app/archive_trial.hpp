// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/open_world.hpp"
#include "flow/what_if.hpp"

namespace besteld {

// The orders received since then, judged with this import as well; nothing is changed. `report`
// tells what is wrong with the import: nothing was judged then.
WhatIf try_on_archive(World& world, ImportRequest request, Instant since, ImportReport& report,
                      const std::function<void(const OtherVerdict&)>& tell);

// One line, and one more for each finding that came or went.
std::string to_text(const OtherVerdict& both);
// "412 orders judged twice, 3 would come out otherwise, -18.40 EUR net, +3.00 EUR at stake"
std::string to_text(const WhatIf& sum);

} // namespace besteld

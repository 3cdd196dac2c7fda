// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace besteld::parsers {

// The first fatal Peppol rule that a document of ours breaks, with its id: the buyer's access point
// would refuse it. Nothing when it breaks none, or is no document of Peppol.
std::optional<std::string> broken_peppol_rule(std::string_view bytes);

} // namespace besteld::parsers

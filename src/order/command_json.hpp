// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/decide.hpp"

#include <string>
#include <string_view>

namespace besteld {

std::string_view name_of(CommandKind kind); // "release"

// What was commanded, whole enough to be carried out later; by whom stands beside it, and what he
// may do is asked when it is carried out. command_from_json throws JsonFault.
std::string to_json_text(const Command& command);
Command command_from_json(std::string_view text);

} // namespace besteld

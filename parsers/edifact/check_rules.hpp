// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/edifact/message_view.hpp"

#include <string_view>

namespace besteld::parsers::edifact {

// Holds a message against the rules of its directory: elements that must be there, their length and
// characters, the codes of the short lists, where segments stand and how often. Every breach is a
// doubt and never an error: what the message says is read all the same. Told once for each kind,
// at its first place, and not where the reader has told of the value already.
//
// `version` is "D.96A"; of others than D.… only what holds in every directory is checked.
void check_rules(MessageView& view, std::string_view message_type, std::string_view version);

} // namespace besteld::parsers::edifact

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/x12/message_view.hpp"

#include <string_view>

namespace besteld::parsers::x12 {

// Holds a transaction set that orders, changes or asks against the rules of its segments: mandatory
// elements, types, lengths, short code lists, syntax notes, and the few places where a segment's
// position says what it means. Every breach is a doubt and never an error. Told once for each kind,
// at its first place, and not where the reader has told of the value already.
//
// `version` is GS08 ("004010").
void check_rules(MessageView& view, std::string_view transaction_set, std::string_view version);

} // namespace besteld::parsers::x12

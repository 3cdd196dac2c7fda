// SPDX-License-Identifier: Apache-2.0
#pragma once

// The event log in the reader's language.

#include "order/decision.hpp"
#include "web/strings.hpp"

#include <string>

namespace besteld {

std::string event_words(const Step& step, const Strings& words);
// Why: codes that our own steps write are told in words; what people wrote stays as it is.
std::string reason_words(const Step& step, const Strings& words);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/text/tokens.hpp"

#include <span>
#include <string>
#include <string_view>

namespace besteld::parsers {

// nl, de, en, fr, es or zh by function words, and by the share of ideographs; `otherwise` when the
// text says nothing or two languages say the same.
std::string language_of(std::span<const Token> tokens, std::string_view otherwise);

} // namespace besteld::parsers

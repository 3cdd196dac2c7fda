// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/sheet.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// Empty when the fonts are installed; else what to install. To be asked at start-up.
std::string font_fault();

// The PDF (A4), one sheet after the other, each with page numbers of its own. The same sheets give
// the same bytes. Latin text stands in Liberation Sans, Chinese in WenQuanYi Micro Hei, both
// embedded; a character that neither has is shown as □. Throws std::runtime_error without fonts.
std::string print_sheets(std::span<const Sheet> sheets);

} // namespace besteld

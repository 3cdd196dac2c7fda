// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace besteld::parsers::pdf {

// A word as a person would type it, UTF-16 in, UTF-8 out: full-width forms, ligatures and the
// look-alikes of ideographs (Unicode blocks FB00, FF00, 2F00, F900) become the plain characters,
// every dash that stands for a hyphen becomes one, invisible characters go.
std::string plain_word(std::u16string_view text);
// The same for UTF-8; line ends go.
std::string plain_text(std::string_view utf8);

} // namespace besteld::parsers::pdf

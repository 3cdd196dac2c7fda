// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/read.hpp"

#include <cstdint>
#include <string_view>

namespace besteld::parsers {

// A PDF header within the first 1,024 bytes (ISO 32000-1, annex H, note 13).
bool looks_like_pdf(std::string_view bytes);

// The order in a PDF. One that embeds an order as XML (Order-X and its kin) is that XML and nothing
// else; otherwise the text on the pages is laid out and read: labelled fields, the table of lines,
// or prose. Values carry a score below 100 and the place "page 1, line 12"; `text` of the result is
// the laid-out text they point into. A scan, a broken or an encrypted PDF yields an error that says
// what to do.
Parsed read_pdf(std::string_view bytes, std::uint32_t part, const ReadHint& hint);

} // namespace besteld::parsers

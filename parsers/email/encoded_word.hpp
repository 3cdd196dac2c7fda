// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace besteld::parsers::email {

// An unfolded header text with its RFC 2047 encoded words decoded, as UTF-8. Words that follow each
// other in one charset are joined before decoding, because senders cut in the middle of characters.
// Raw bytes above 127 are read as UTF-8, else windows-1252.
std::string decode_header_text(std::string_view text);

} // namespace besteld::parsers::email

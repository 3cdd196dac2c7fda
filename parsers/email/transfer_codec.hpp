// SPDX-License-Identifier: Apache-2.0
#pragma once

// Content-Transfer-Encoding (RFC 2045 section 6) and uuencode. The decoders take anything: what
// does not belong is skipped or kept as it is and counted, so that the caller can say so.

#include <cstddef>
#include <string>
#include <string_view>

namespace besteld::parsers::email {

struct Decoded {
    std::string bytes;
    std::size_t faults = 0;  // characters that do not belong into the encoding
    std::size_t ignored = 0; // bytes behind the end of the encoding, left out
};

// Line ends and blanks are no faults. Data that goes on after padding is read on when all of the
// rest is base64 (pieces encoded one by one), and left out otherwise (a mailing list's footer).
Decoded decode_base64(std::string_view text);
// Line ends stay as they are; blanks before a line end are removed (RFC 2045 6.7 rule 3).
Decoded decode_quoted_printable(std::string_view text);
// From "begin" to "end"; without a "begin" line nothing is decoded and `faults` is 1.
Decoded decode_uuencode(std::string_view text);
// The Q encoding of RFC 2047 4.2: as quoted-printable, and "_" is a blank.
std::string decode_q_word(std::string_view text);

// Lines of at most 76 characters, CRLF; text with LF, CR or CRLF line ends goes out as CRLF.
std::string encode_quoted_printable(std::string_view text);

} // namespace besteld::parsers::email

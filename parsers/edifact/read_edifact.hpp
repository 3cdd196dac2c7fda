// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/read_request.hpp"
#include "parsers/byte_stream.hpp"
#include "parsers/read.hpp"

#include <cstdint>
#include <string_view>

namespace besteld::parsers {

// Whether the bytes begin with an interchange or a message, also behind a byte order mark, blanks
// or a transport's junk.
bool looks_like_edifact(std::string_view bytes);

// Every message of every interchange in the bytes, in any UN/EDIFACT release or syntax version.
// ORDERS, ORDCHG, ORDRSP, OSTENQ and REQOTE are read in full, other types give a draft with head
// and number. Problems of a message stand in its draft, those of the envelope in Parsed::problems;
// a message that cannot be read never hides the next one. Places count bytes of `bytes` as they
// were given.
//
// Answers (class order_response): a line's `quantity` is QTY+21 (or QTY+113 where there is no 21),
// its `schedule` holds QTY+113 with the promised date and QTY+83 without a date, `requested` is the
// promised date, QVR stands in `notes`; for `function` see edifact/codes.hpp, response_function.
// Each interchange is read by the profile of its sender or channel, which the draft names.
Parsed read_edifact(std::string_view bytes, std::uint32_t part, const Partners& partners = {});

// The same of a source that is not held at once: each message goes to `sink` when it is complete,
// and nothing of it is kept, so that memory does not grow with the file. Returns the envelope's
// problems.
std::vector<Problem> read_edifact(ByteStream& stream, std::uint32_t part, const DocumentSink& sink,
                                  const Partners& partners = {});

} // namespace besteld::parsers

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/read_request.hpp"
#include "parsers/byte_stream.hpp"
#include "parsers/read.hpp"

#include <cstdint>
#include <string_view>

namespace besteld::parsers {

// Whether the bytes begin with an interchange (ISA), also behind a byte order mark, blanks or a
// transport's junk, or with a bare group or transaction set.
bool looks_like_x12(std::string_view bytes);

// Every transaction set of every interchange, releases 2000 to 8000. 850, 860, 875, 876 and 869 are
// read in full, other types give a draft with class, number and envelope. Problems of a transaction
// set stand in its draft, those of the envelope in Parsed::problems. Places count bytes of `bytes`
// as they were given.
//
// Party ids have the N103 qualifier in words: "GLN" (UL), "DUNS" (1), "DUNS+4" (9), "SAN" (15),
// "seller-assigned" (91), "buyer-assigned" (92); others stay as they are written.
// Each interchange is read by the profile of its sender or channel, which the draft names.
Parsed read_x12(std::string_view bytes, std::uint32_t part, const Partners& partners = {});

// The same of a source that is not held at once: each message goes to `sink` when it is complete,
// and nothing of it is kept, so that memory does not grow with the file. Returns the envelope's
// problems.
std::vector<Problem> read_x12(ByteStream& stream, std::uint32_t part, const DocumentSink& sink,
                              const Partners& partners = {});

} // namespace besteld::parsers

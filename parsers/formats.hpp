// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/read_request.hpp"
#include "parsers/read.hpp"

#include <string>
#include <string_view>

namespace besteld::parsers {

// Finds the reader for one part by its content (names and types lie), lets it read, and notes its
// name in `part.read_as`. A part that nobody can read yields a problem that names it and what to
// do. The partner's profile is chosen by the sender that the document names, or by the channel.
Parsed read_part(std::string_view bytes, PartInfo& part, const ReadHint& hint,
                 const Partners& partners = {});

// What a person can be shown of a part: UTF-8 as it is, other 8-bit text as ISO 8859-1 (one
// character per byte, so that places can still be found), nothing of binary; at most 256 KiB.
std::string showable_text(std::string_view bytes);

inline constexpr std::size_t shown_at_most = 256U << 10U;

} // namespace besteld::parsers

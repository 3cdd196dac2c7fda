// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/read_request.hpp"
#include "parsers/read.hpp"

namespace besteld::parsers {

// As read(bytes, hint), and what a partner sends is read by his profile: the one of the sender that
// the document itself names, or of the channel. A note "profile.used" on the document says which.
Reading read(std::string_view bytes, const ReadHint& hint, const Partners& partners);

} // namespace besteld::parsers

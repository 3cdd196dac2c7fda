// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/reading.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers::email {

// An address list (RFC 5322 3.4 and 4.4): groups give their members, comments stand in for a
// missing name, RFC 2047 names are decoded. What holds no address comes out with an empty `address`
// and the words as `name`.
std::vector<MailAddress> parse_addresses(std::string_view raw);

// The ids of a Message-ID, In-Reply-To or References field, without the angle brackets.
std::vector<std::string> parse_message_ids(std::string_view raw);

} // namespace besteld::parsers::email

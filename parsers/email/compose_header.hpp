// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/email/compose.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace besteld::parsers::email {

// Why this mail cannot be written: what is missing, or would let a value break out of its field.
std::optional<std::string> header_fault(const OutgoingMail& mail);

// Header values on one line, unfolded; a writer may fold at their blanks.
std::string unstructured_text(std::string_view utf8); // RFC 2047 words where needed
std::string address_text(const MailAddress& address);
std::string address_list_text(const std::vector<MailAddress>& addresses);
// filename="…", and filename*=utf-8''… when the name is not ASCII (RFC 2231 4, RFC 6266 appendix D)
std::string file_name_parameters(std::string_view utf8);

} // namespace besteld::parsers::email

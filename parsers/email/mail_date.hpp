// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace besteld::parsers::email {

// A Date field (RFC 5322 3.3 and 4.3, asctime and ISO 8601 too) as "2026-03-02T09:15:00+01:00". A
// missing or unknown zone gives "-00:00" (RFC 3339 4.3). Empty when it is no date.
std::string parse_mail_date(std::string_view raw);

// The other way, for mails we write: "2026-03-02T09:15:00+01:00" as
// "Mon, 02 Mar 2026 09:15:00 +0100". Empty when the text is not of that form.
std::string to_mail_date(std::string_view iso);

} // namespace besteld::parsers::email

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Domains of mail addresses: whose they are, and where the part that somebody registered begins.

#include <string>
#include <string_view>

namespace besteld {

// "korenaar.example" of "petra@korenaar.example", in lower case; empty when there is none.
std::string domain_of(std::string_view address);
// Whose addresses belong to anybody: never matched by domain.
bool is_free_mail_domain(std::string_view domain);
// "korenaar.example" of "mail.korenaar.example"; knows the common two-part endings (co.uk, com.cn).
// The organisational domain of RFC 7489 section 3.2. A view into `domain`.
std::string_view registrable_part(std::string_view domain);
std::string registrable_domain(std::string_view domain);
// The name people remember: "korenaar" of "mail.korenaar.example". A view into `domain`.
std::string_view registrable_label(std::string_view domain);
// RFC 7489 section 3.1, relaxed: one organisation stands behind both.
bool same_organisation(std::string_view a, std::string_view b);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check_order.hpp"

namespace besteld {

// One thing by which base data may know the customer, with what it is worth (domain.md 5.1).
struct IdentityKey {
    Identity identity;
    int score = 0;     // percent
    std::string words; // "GLN 9520000001018 (buyer)", for the clerk
};

// Strongest first, each identity once.
std::vector<IdentityKey> identity_keys(const OrderDraft& draft, const Origins& origins);

// Read from what a person wrote, not from fields that a program filled.
bool is_free_text(const OrderDraft& draft);

// "korenaar.example" of "petra@korenaar.example", in lower case; empty when there is none.
std::string domain_of(std::string_view address);
// Whose addresses belong to anybody: never matched by domain.
bool is_free_mail_domain(std::string_view domain);
// "korenaar.example" of "mail.korenaar.example"; knows the common two-part endings (co.uk, com.cn).
std::string registrable_domain(std::string_view domain);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check_order.hpp"
#include "check/mail_domain.hpp"

namespace besteld {

// One thing by which base data may know the customer, with what it is worth (domain.md 5.1).
struct IdentityKey {
    Identity identity;
    int score = 0;     // percent
    std::string words; // "GLN 9520000001018 (buyer)", for the clerk
};

// Strongest first, each identity once.
std::vector<IdentityKey> identity_keys(const OrderDraft& draft, const Origins& origins);

// Under which the sender of the interchange may be known: his partner profile.
std::vector<Identity> envelope_identities(const Envelope& envelope);
// Numbers that say who somebody else in the document is, looked up without deciding who orders:
// of the party that gets the invoice, of whom answers should go to.
std::vector<Identity> witness_identities(const OrderDraft& draft, const Origins& origins);

// Read from what a person wrote, not from fields that a program filled.
bool is_free_text(const OrderDraft& draft);

} // namespace besteld

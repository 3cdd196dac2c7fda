// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether an address is one of the customer's.

#include "check/inquiry.hpp"

#include <string_view>

namespace besteld {

const Contact* find_contact(const Inquiry& inquiry, std::string_view address);
// The exact address is on file: as an identity, a contact, or where answers go.
bool is_address_on_file(const Inquiry& inquiry, std::string_view address);
// On file, or of a mail domain that belongs to the customer alone.
bool is_of_customer(const Inquiry& inquiry, std::string_view address);
// One of our own addresses: a colleague who passed something on.
bool is_our_own(const Inquiry& inquiry, std::string_view address);

// "call 038-1234567, the number on file, not one from the mail"
std::string call_back_words(const Inquiry& inquiry);
// A second person has to look, and why (L01).
Finding second_person(const Inquiry& inquiry, std::string why);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where the goods go, as it stands behind a label: "Afleveradres: Loods 3, Singelkade 88, 3011 XP
// Rotterdam".

#include "order/draft.hpp"
#include "parsers/text/passage.hpp"

#include <cstddef>

namespace besteld::parsers {

// Reads name, street, postcode and town from token `at` on into the party, when a house number or
// a postcode tells that it is an address. Behind its last token, or `at` when it is none; marks
// nothing.
std::size_t read_address(const Passage& passage, std::size_t at, PartyDraft& party);

} // namespace besteld::parsers

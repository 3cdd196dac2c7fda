// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/pdf/label_values.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace besteld::parsers::pdf {

// An address as printed: name, street, postcode and city, and the numbers that stand in it. A code
// before a dash, "DC-07 — Dock A", is the buyer's own for the place.
PartyDraft read_party(const std::vector<BlockLine>& block, PartyRole role, std::uint32_t part);

// Whether the text holds a legal form: "B.V.", "GmbH", "公司".
bool is_company(std::string_view text);

} // namespace besteld::parsers::pdf

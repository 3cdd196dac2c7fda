// SPDX-License-Identifier: Apache-2.0
#pragma once

// 856 Ship Notice/Manifest: BSN DTM, one HL of the shipment (TD1 TD5 REF DTM N1), one of the order
// (PRF REF), one for each item (LIN SN1). Hierarchy 0004: shipment, order, item; a batch is an item
// of its own with LIN LT.

#include "parsers/despatch_advice.hpp"
#include "parsers/x12/write_x12.hpp"

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace besteld::parsers {

// `open` and `name` of a line have no place in it.
std::expected<std::string, std::string> write_x12_ship_notice(const X12Head& head,
                                                              const DespatchAdvice& advice);

// What was written, read back; nothing when it is no 856.
std::optional<DespatchAdvice> read_x12_ship_notice(std::string_view bytes);

} // namespace besteld::parsers

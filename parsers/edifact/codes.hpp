// SPDX-License-Identifier: Apache-2.0
#pragma once

// Code lists of ORDERS, ORDCHG and ORDRSP (UN/EDIFACT D.93A to D.01B and later, EANCOM 1997 and
// 2002), turned into our words. Each answers nothing for a code it does not know.

#include "order/draft.hpp"
#include "parsers/item_id_kind.hpp"
#include "parsers/short_code.hpp"

#include <optional>
#include <string_view>

namespace besteld::parsers::edifact {

// By UNH 0065; BGM may still turn an order into a change or a cancellation.
DocumentClass class_of_message(std::string_view message_type);
// BGM 1001
std::optional<OrderKind> order_kind(std::string_view document_code);
// BGM 1225 of an order or a change
std::optional<MessageFunction> message_function(std::string_view code);
// BGM 1225 of an ORDRSP (domain.md 4.5): 29 accepted = confirmation, 4 changed = change,
// 27 not accepted = cancel, 12 not processed = hold
std::optional<MessageFunction> response_function(std::string_view code);
// BGM 4343
std::optional<AckRequested> ack_requested(std::string_view code);
// LIN 1229
std::optional<LineAction> line_action(std::string_view code);
// RFF 1153; "other" when it has no word of ours
std::string_view reference_type(std::string_view code);
// 6411 to UN/ECE Recommendation 20, packages of Recommendation 21 with X (domain.md 2.3). Only this
// format's list: "KG" is no kilogram here.
std::optional<std::string_view> unit_code(std::string_view measure_unit);
// and back, for what we write; a code without an entry is written as it is
std::string_view measure_unit(std::string_view unit_code);
// Whether ORDERS, ORDCHG or ORDRSP may hold such a segment.
bool is_order_segment(ShortCode tag);
// 13 digits with the right GS1 check digit
bool is_gln(std::string_view id);

// 7143, or when there is none the agency 3055 (9 GS1, 91 assigned by seller, 92 assigned by buyer)
ItemIdKind item_id_kind(std::string_view type, std::string_view agency, std::string_view id);

} // namespace besteld::parsers::edifact

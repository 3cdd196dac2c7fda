// SPDX-License-Identifier: Apache-2.0
#pragma once

// Code lists of the purchase order transaction sets (X12 releases 2000 to 8000), turned into our
// words. Each answers nothing for a code it does not know.

#include "order/draft.hpp"
#include "parsers/item_id_kind.hpp"
#include "parsers/short_code.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace besteld::parsers::x12 {

// ST01
DocumentClass class_of_message(std::string_view transaction_set);
// 92 purchase order type (BEG02)
std::optional<OrderKind> order_kind(std::string_view code);
// 353 purpose (BEG01, BCH01)
std::optional<MessageFunction> message_function(std::string_view code);
// 587 acknowledgement type wanted (BEG07)
std::optional<AckRequested> ack_requested(std::string_view code);
// The 355 code of a Recommendation 20 unit; empty when there is none.
std::string_view x12_unit(std::string_view unit_code);
// 670 line item change (POC02); CF ends the line as DI does
std::optional<LineAction> line_action(std::string_view code);
// 668 line item status (ACK01)
ResponseKind response_kind(std::string_view code);
// 128 (REF01, N901); "other" when it has no word of ours
std::string_view reference_type(std::string_view code);
// 355 to UN/ECE Recommendation 20, packages of Recommendation 21 with X (domain.md 2.3). Only this
// format's list: the same letters mean other things elsewhere.
std::optional<std::string_view> unit_code(std::string_view unit);
// 639 basis of unit price: how many units the price is for (HP hundred, TP thousand)
std::optional<std::string_view> price_base(std::string_view basis);
// The unit that a basis names (PE each, PD dozen, PP pound), as Recommendation 20 code
std::optional<std::string_view> price_unit(std::string_view basis);
// 236 (CTP02): a price that the buyer expects to pay, not one for the shop's shelf
bool is_order_price(std::string_view price_code);
// 66 (N103) in words, see read_x12.hpp
std::string id_scheme(std::string_view qualifier);

// 98 (N101). `rank`: lower is the better choice where several codes mean one role.
struct Role {
    PartyRole role = PartyRole::other;
    int rank = 0;
};
Role party_role(std::string_view code);

// 235 (PO106, PO108 …)
ItemIdKind item_id_kind(std::string_view qualifier);

// Whether an interchange with orders may hold such a segment.
bool is_order_segment(ShortCode tag);

} // namespace besteld::parsers::x12

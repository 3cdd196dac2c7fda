// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which receipts a partner gets for an interchange of his: what was agreed with him
// (order/traffic_rules.hpp), else what the standards say and he asks for (domain.md 3.2, T01 to
// T03). Whether anything is acknowledged at all is the caller's matter: acknowledgements never are.

#include "order/draft.hpp"
#include "order/edi_profile.hpp"
#include "order/traffic_rules.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// The problem of an interchange whose reference came back over other content.
inline constexpr std::string_view used_again_code = "message.interchange_used_again";

struct ReceiptCause {
    EdiFamily family = EdiFamily::none;
    std::string profile;              // the customer's edi_profile for the family; may be empty
    bool asked = false;               // UNB 0031, ISA14
    bool first_of_interchange = true; // later documents get what speaks of one message
    bool refused = false;             // the interchange or a message in it
    bool used_again = false;          // … for its reference
};

// In the order in which they go out.
std::vector<ReceiptForm> receipts_due(const TrafficRules& rules, const ReceiptCause& cause);

// DE 0085 of a problem that the EDIFACT reader names; empty: it is no matter of syntax. What an
// order lacks as an order (an item, a quantity) is a clerk's.
std::string_view edifact_syntax_code(std::string_view problem_code);
// Nobody can take the message as it is.
bool refuses_message(const Problem& problem);

// "CONTRL", "997" …, whatever their case.
std::optional<ReceiptForm> receipt_form_named(std::string_view word);

} // namespace besteld

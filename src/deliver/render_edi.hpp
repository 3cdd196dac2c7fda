// SPDX-License-Identifier: Apache-2.0
#pragma once

// Answers to machines: CONTRL, and ORDRSP as EANCOM 1997 or 2002 says it (domain.md 3.5, 4.4, 4.5).

#include "order/answer.hpp"
#include "order/terms.hpp"

#include <expected>
#include <string>

namespace besteld {

// Fixed when the outbox row is made, so that rendering twice gives the same bytes.
struct EdiStamp {
    std::string
        reference; // UNB 0020, unique among what we send to this partner; up to 14 characters
    Date date{};
    std::string time = "0000"; // HHMM on our wall
};

// One interchange, or why there is none: questions and receipts have no EDI form, and a repeated
// answer is the stored one, sent again.
std::expected<std::string, std::string> render_edi(const Answer& answer, const Seller& seller,
                                                   const EdiStamp& stamp);

// BGM 1225: "29" accepted, "4" changed, "27" not accepted.
std::string ordrsp_function(const Answer& answer);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Answers to machines, in the format that the customer ordered in (order/edi_profile.hpp): CONTRL
// and ORDRSP, 997 and 855, UBL order responses … (domain.md 3.5, 4.4, 4.5).

#include "order/answer.hpp"
#include "order/edi_profile.hpp"
#include "order/terms.hpp"

#include <expected>
#include <string>

namespace besteld {

// Fixed when the outbox row is made, so that rendering twice gives the same bytes.
struct EdiStamp {
    std::string reference; // UNB 0020, ISA13 …: digits, unique among all that we send
    Date date{};
    std::string time = "0000"; // HHMM on our wall
};

// One interchange, or why there is none: questions and receipts have no EDI form, a repeated
// answer is the stored one, sent again, and some things cannot be said in some formats.
std::expected<std::string, std::string> render_edi(const Answer& answer, const Seller& seller,
                                                   const EdiStamp& stamp);

// What writes this answer, and reads it back.
EdiFamily edi_family(const Answer& answer);
// The name of the answer's file before its number and after it: "ordrsp" and ".edi".
std::string edi_file_stem(const Answer& answer);
std::string edi_file_ending(const Answer& answer);

// EDIFACT: the receipt is an APERAK, not a CONTRL.
bool is_aperak_receipt(const Answer& answer);
// EDIFACT: the answer is an APERAK.
bool is_application_error(const Answer& answer);
// BGM 1225: "29" accepted, "4" changed, "27" not accepted; UN also "30" and "28" for changed.
std::string ordrsp_function(const Answer& answer);

} // namespace besteld

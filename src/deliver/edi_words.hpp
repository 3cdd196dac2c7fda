// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the structured answers of every format have in common: addresses, the words for reasons, and
// where a reader found a fault.

#include "order/answer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace besteld {

struct EdiAddress {
    std::string id;
    std::string qualifier;
};
// "9520000001018:14"; `qualifier` where the text has none.
EdiAddress edi_address(const std::string& text, std::string_view qualifier);

// domain.md 4.4, in the words of the trade: free text is read by people at the partner's.
std::string_view reason_text(std::string_view code);
// Header deviations, until when consent is wanted, why it was rejected, the clerk's own words.
std::string header_text(const Answer& answer);
// The line's deviations.
std::string line_text(const Answer& answer, const AnswerLine& line);
// … and how much follows without a date, where no code says it.
std::string text_with_rest(const Answer& answer, const AnswerLine& line);

// UN/CEFACT 1229, which LIN of an ORDRSP and LineStatusCode of UBL share: 1, 3, 5 or 7.
std::string_view line_action_code(LineAnswer answer);

bool is_change_answer(const Answer& answer); // to a change or a cancellation
const Deviation* deviation_of(const Answer& answer, const AnswerLine& line, std::string_view field);
// The item that was ordered, when another one is confirmed in its place.
std::optional<std::string> replaced_item(const Answer& answer, const AnswerLine& line);
// The day that holds for the whole order, when there is one.
std::optional<Date> one_date_for_all(const Answer& answer);

// The parts of a line that will be delivered, each with its day; one part where it is not split.
std::vector<AnswerPart> parts_of(const AnswerLine& line);
// What was ordered and is neither confirmed nor backordered; zero when more is confirmed than was
// ordered or the units differ.
Decimal dropped_quantity(const AnswerLine& line);

// The answered order's party as its reader named it: the first identifier with its scheme. Empty
// where the order names none.
struct NamedParty {
    std::string scheme;
    std::string id;
    std::string name;
};
NamedParty party_in(const Answer& answer, PartyRole role);

// The price per one unit of the line, where it comes out even; nothing when it does not, or when
// the price is per another unit than the line's.
std::optional<Decimal> price_per_one(const AnswerLine& line);

// "2026-03-02T09:15:00+01:00": date and HHMM on our wall.
std::string timestamp(Date date, const std::string& hhmm, const std::string& zone);

// Where a problem stands, out of its words: "message 1, segment 14 (DTM), element 2, component 1".
struct FaultPlace {
    std::size_t segment = 0; // UNH or ST = 1; 0: the message as a whole
    std::string tag;
    unsigned element = 0;
    unsigned component = 0;
};
FaultPlace fault_place(const Problem& problem);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// UBL 2.1 ApplicationResponse as Peppol narrows it to a Message Level Response (T71, BIS 36):
// whether a message could be read, never whether its order is accepted. Written and read back.

#include "base/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers {

struct ElectronicAddress {
    std::string scheme; // EAS code: 0088, 9944 …
    std::string id;
    friend bool operator==(const ElectronicAddress&, const ElectronicAddress&) = default;
};

struct MessageFault {
    std::string where; // LineID: the place in the message; "NA" when nobody knows
    std::string text;
    std::string reason; // SV syntax, BV business rule, BW business rule (warning)
    friend bool operator==(const MessageFault&, const MessageFault&) = default;
};

struct MessageResponse {
    std::string id;
    Date date{};
    std::string time; // HHMM
    ElectronicAddress sender, receiver;
    std::string code;          // AB received, AP accepted, RE rejected
    std::string text;          // of the whole
    std::string document;      // number of the document, or of its envelope
    std::string document_type; // UNCL 1001; may be empty
    std::vector<MessageFault> faults;
    friend bool operator==(const MessageResponse&, const MessageResponse&) = default;
};

std::string write_message_response(const MessageResponse& response);
// Nothing: it is no Message Level Response, or one that lacks what T71 demands.
std::optional<MessageResponse> read_message_response(std::string_view bytes);

} // namespace besteld::parsers

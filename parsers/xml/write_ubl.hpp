// SPDX-License-Identifier: Apache-2.0
#pragma once

// UBL 2.1 OrderResponse as Peppol narrows it: T76 Order Response 3 and T116 Order Response Advanced
// 3 (UBL 2.3, for OrderChangeDocumentReference). Pure: the caller gives numbers, dates and codes,
// every one as it shall be written.

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld::parsers {

struct UblParty {
    std::string endpoint_scheme; // EAS code: 0088, 9944 …
    std::string endpoint;
    std::string id_scheme; // ICD code
    std::string id;
    std::string name;
};

struct UblResponseLine {
    std::string id; // unique in the response, ours
    std::string note;
    std::string status; // 1 added, 3 changed, 5 accepted, 7 not accepted, 42 already delivered
    std::optional<Decimal> quantity;
    std::string unit;                 // Rec 20
    std::optional<Decimal> backorder; // 0: nothing of the rest will come
    std::optional<Date> promised;
    std::optional<Decimal> price;
    std::optional<Decimal> price_base;
    std::string price_unit;
    std::string name; // mandatory
    std::string buyer_item, seller_item, gtin;
    std::string substitute, substitute_name; // our item in its place
    std::string order_line;                  // the buyer's
};

struct UblOrderResponse {
    std::string customization; // CustomizationID
    std::string profile;       // ProfileID
    std::string id;
    std::string sales_order;
    Date date{};
    std::string time; // HHMM
    std::string code; // AB received, AP accepted, CA accepted with changes, RE rejected
    std::string note;
    std::string currency;
    std::string order_number;
    std::string change_number; // T116: the OrderChange that is answered
    UblParty seller, buyer;
    std::optional<Date> promised; // of the whole order
    std::vector<UblResponseLine> lines;
};

std::string write_ubl_order_response(const UblOrderResponse& response);

} // namespace besteld::parsers

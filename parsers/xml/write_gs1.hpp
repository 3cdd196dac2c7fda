// SPDX-License-Identifier: Apache-2.0
#pragma once

// GS1 XML 3 orderResponseMessage with its Standard Business Document Header. The element names are
// those of BMS Order Response 3.x as the standard's guides show them; partners narrow them by their
// own schemas (domain.md 2.4).

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld::parsers {

struct Gs1ResponseLine {
    std::string number;     // ours
    std::string order_line; // originalOrderLineItemNumber
    std::string change;     // lineItemChangeIndicator: NO_CHANGES, MODIFIED, REJECTED …
    std::string reason;     // orderResponseReasonCode
    Decimal confirmed{};
    std::string unit;
    std::optional<Date> delivery;
    std::optional<Decimal> price;
    std::string gtin, seller_item, buyer_item, name;
    std::string substitute; // GTIN or our number of the item in its place
    std::string note;
};

struct Gs1OrderResponse {
    std::string sender, receiver; // GLNs
    std::string instance;         // identity of the message, ours
    std::string timestamp;        // ISO 8601 with offset
    std::string id;               // orderResponseIdentification
    std::string status;           // ACCEPTED, MODIFIED, REJECTED
    std::string reason;
    std::string order_number;
    std::string sales_order;
    std::string buyer, seller; // GLNs
    std::string currency;
    std::string note;
    std::vector<Gs1ResponseLine> lines;
};

std::string write_gs1_order_response(const Gs1OrderResponse& response);

} // namespace besteld::parsers

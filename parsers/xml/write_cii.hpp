// SPDX-License-Identifier: Apache-2.0
#pragma once

// Order-X 1.0 ORDER_RESPONSE: UN/CEFACT Cross Industry Order D20B, TypeCode 231, profile COMFORT.
// Pure: the caller gives numbers, dates and codes, every one as it shall be written.

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld::parsers {

struct CiiParty {
    std::string scheme; // ISO 6523; empty or "ID": an identifier without one
    std::string id, name;
};

struct CiiResponseLine {
    std::string number;     // ours
    std::string order_line; // the buyer's
    std::string status;     // UN/EDIFACT 1229: 1, 3, 5, 7
    std::string note;
    std::string gtin, seller_item, buyer_item, name;
    std::string substituted; // the seller's number of what was ordered, when another item comes
    Decimal price{};
    Decimal price_base{1};
    std::string price_unit;
    Decimal requested{};
    std::string requested_unit;
    Decimal agreed{};
    std::string unit;
    std::optional<Date> delivery;
    Decimal amount{};
};

struct CiiOrderResponse {
    enum class Traffic { production, test } traffic = Traffic::production;
    std::string id;
    Date date{};
    std::string purpose; // UN/EDIFACT 1225: 29 as ordered, 4 with changes, 27 not accepted
    std::string note;
    CiiParty buyer, seller;
    std::string seller_order, buyer_order, order_change;
    std::string currency;
    Decimal charges{}, allowances{}, net{}, tax{}, gross{};
    std::vector<CiiResponseLine> lines;
};

std::string write_cii_order_response(const CiiOrderResponse& response);

} // namespace besteld::parsers

// SPDX-License-Identifier: Apache-2.0
#pragma once

// openTRANS 2.1 ORDERRESPONSE. The format has no status code: an item says what will be delivered,
// quantity 0 that nothing will (domain.md 0.12).

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld::parsers {

struct OpentransParty {
    std::string type; // PARTY_ID@type: iln, buyer_specific …
    std::string id;
    std::string name;
};

struct OpentransPart {
    Decimal quantity{};
    std::optional<Date> date;
};

struct OpentransItem {
    std::string line; // LINE_ITEM_ID of the order
    std::string seller_item, buyer_item, gtin, name;
    Decimal quantity{};
    std::string unit;
    std::optional<Decimal> price, price_base, amount;
    std::optional<Date> date;
    std::vector<OpentransPart> parts; // PARTIAL_DELIVERY_LIST, when there is more than one
    std::string remarks;
};

struct OpentransResponse {
    std::string order_id;
    Date date{};
    std::optional<Date> order_date;
    std::string supplier_order_id;
    std::string change_sequence; // of the ORDERCHANGE that is answered
    OpentransParty buyer, supplier;
    std::string currency;
    std::string remarks;
    std::vector<OpentransItem> items;
    std::optional<Decimal> total;
};

std::string write_opentrans_response(const OpentransResponse& response);

} // namespace besteld::parsers

// SPDX-License-Identifier: Apache-2.0
#pragma once

// SAP IDoc ORDERS05 as XML with message type ORDERS or ORDCHG: an accepted order for the house's
// own ERP system. Pure: the caller gives numbers, dates and codes, every one as it shall be
// written.

#include "parsers/idoc/write_idoc.hpp"

#include <string>
#include <vector>

namespace besteld::parsers {

struct IdocOrderLine {
    std::string line;   // POSEX: our number of the line
    std::string action; // 001 new, 002 changed, 003 cancelled; empty: of a new order
    Decimal quantity{};
    std::string unit; // ISO
    std::optional<Decimal> price, price_base, amount;
    std::string price_unit;
    std::string buyer_item, seller_item, gtin, name;
    std::vector<IdocPart> parts; // E1EDP20
};

struct IdocOrder {
    std::string number;       // DOCNUM, digits
    std::string message_type; // ORDERS, ORDCHG
    std::string action;       // of E1EDK01: empty, 002 changed, 003 cancelled
    std::string key;          // ARCKEY
    Date date{};
    std::string time = "000000";
    std::string sender, receiver; // SNDPRN, RCVPRN
    std::string currency;
    std::string our_number;   // BELNR, E1EDK02 002
    std::string order_number; // the customer's, E1EDK02 001
    std::optional<Date> order_date;
    std::string customer, customer_name; // E1EDKA1 AG
    std::string ship_to, ship_to_name;   // E1EDKA1 WE
    std::vector<IdocOrderLine> lines;
    std::optional<Decimal> net;
};

std::string write_idoc_order(const IdocOrder& order);

} // namespace besteld::parsers

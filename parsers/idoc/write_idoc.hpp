// SPDX-License-Identifier: Apache-2.0
#pragma once

// SAP IDoc ORDERS05 with message type ORDRSP, as flat records or as XML. Pure: the caller gives
// numbers, dates and codes, every one as it shall be written. A value that does not fit its field
// is an error that names it.

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace besteld::parsers {

struct IdocPart {
    Decimal quantity{};
    std::optional<Date> date;
};

struct IdocAnswerLine {
    std::string line;   // POSEX, and ZEILE of E1EDP02: the buyer's
    std::string action; // 002 changed, 003 cancelled, 004 not changed
    Decimal quantity{}; // MENGE
    std::string unit;   // MENEE, ISO
    std::optional<Decimal> price, price_base, amount;
    std::string price_unit;
    std::string buyer_item, seller_item, gtin, name;
    std::vector<IdocPart> parts; // E1EDP20
    std::string rejection;       // ABGRT
    std::string text;            // E1EDPT2
};

struct IdocAnswer {
    enum class Form { flat, xml } form = Form::flat;
    std::string number; // DOCNUM, digits
    Date date{};
    std::string time = "0000";    // HHMM
    std::string sender, receiver; // SNDPRN, RCVPRN
    enum class Purpose { real, test } purpose = Purpose::real;
    std::string currency;
    std::string order_number; // E1EDK02 001
    std::optional<Date> order_date;
    std::string our_number; // E1EDK02 002
    std::string buyer, supplier;
    std::string text; // E1EDKT2
    std::vector<IdocAnswerLine> lines;
    std::optional<Decimal> net;
};

std::expected<std::string, std::string> write_idoc_answer(const IdocAnswer& answer);

// The ISO code that SAP has for a unit of Recommendation 20 or 21: PCE, RO, KGM.
std::string idoc_unit(const std::string& unit);

} // namespace besteld::parsers

// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a despatch advice says in every format: DESADV, 856, UBL DespatchAdvice, cXML
// ShipNoticeRequest, openTRANS DISPATCHNOTIFICATION. Each format's writer takes one and its reader
// gives one back, with what the format can say; codes and units are the format's own.

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace besteld::parsers {

struct DespatchParty {
    std::string id; // GLN, or what the order called him
    std::string scheme;
    std::string name;
    std::string street;
    std::string postcode;
    std::string city;
    std::string country;
};

// One batch of one line.
struct DespatchAdviceLine {
    std::string number;     // ours, from 1
    std::string order_line; // the buyer's number of the line
    std::string gtin;
    std::string seller_item;
    std::string buyer_item;
    std::string name;
    std::string batch;
    Decimal quantity{};
    std::string unit;               // of the format's list; may be empty where it allows that
    std::optional<Decimal> ordered; // in `unit`; of a line in batches with its first
    std::optional<Decimal> open;    // still to come, in `unit`; likewise
};

struct DespatchAdvice {
    std::string number; // delivery note
    std::string order_number;
    std::optional<Date> order_date;
    std::string our_number;
    Date written{}; // day of this document
    Date despatched{};
    std::string carrier;
    std::string track_no;
    std::int64_t packages = 0; // 0: not said
    DespatchParty buyer, supplier, ship_to;
    std::vector<DespatchAdviceLine> lines;
};

} // namespace besteld::parsers

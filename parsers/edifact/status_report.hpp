// SPDX-License-Identifier: Apache-2.0
#pragma once

// OSTRPT: how orders stand, in answer to an OSTENQ. It triggers nothing at the receiver. Segment
// groups of D.96A (EANCOM 1997 EAN002) and D.01B (EANCOM 2002 EAN005): BGM DTM RFF FTX SG1 NAD SG3
// DOC DTM SG4 STS SG5/SG6 LIN PIA RFF STS DTM QTY.

#include "parsers/edifact/write_edifact.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers {

// One STS with its quantity and day.
struct OstrptPart {
    std::string code;      // 9011, in D.01B 4405: 21 delivered, 31E despatch being prepared …
    std::string qualifier; // QTY 6063: 21 ordered, 11 split, 46 delivered, 83 backorder
    Decimal quantity{};
    std::optional<Date> date; // DTM+69
    friend bool operator==(const OstrptPart&, const OstrptPart&) = default;
};

struct OstrptLine {
    std::string number; // LIN 1082, ours
    std::string gtin, seller_item, buyer_item;
    std::string order_line; // RFF+ON:order:line
    std::string unit;       // 6411, or empty
    std::vector<OstrptPart> parts;
    friend bool operator==(const OstrptLine&, const OstrptLine&) = default;
};

struct OstrptOrder {
    std::string order_number;       // DOC+220
    std::optional<Date> order_date; // DTM+137
    std::string code;               // STS of the whole order; empty where none says it
    std::vector<OstrptLine> lines;
    friend bool operator==(const OstrptOrder&, const OstrptOrder&) = default;
};

struct OstrptReport {
    EancomRelease release = EancomRelease::d96a;
    EdifactDialect dialect = EdifactDialect::eancom;
    InterchangeHead head;
    std::string message_reference = "1";
    std::string document_number; // BGM 1004, ours
    Date date{};
    std::string enquiry;         // RFF+AAV: the OSTENQ that is answered
    std::string buyer, supplier; // GLNs
    std::string text;            // FTX+AAI
    std::vector<OstrptOrder> orders;
};

std::string write_ostrpt(const OstrptReport& report);

// What was written, read back: document number, enquiry and orders; nothing when it is no OSTRPT.
struct OstrptRead {
    std::string document_number;
    std::string enquiry;
    std::vector<OstrptOrder> orders;
};
std::optional<OstrptRead> read_ostrpt(std::string_view bytes);

} // namespace besteld::parsers

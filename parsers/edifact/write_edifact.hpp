// SPDX-License-Identifier: Apache-2.0
#pragma once

// The answers in the customer's format: CONTRL says whether the file could be read, ORDRSP what we
// make of the order. Pure: the caller gives numbers, dates and codes, every one as it shall be
// written.

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "parsers/edifact/segment_writer.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld::parsers {

// Which EANCOM release the partner has: 1997 (D.96A) or 2002 (D.01B).
enum class EancomRelease { d96a, d01b };

// Whether the partner speaks EANCOM or UN/EDIFACT without its rules: no association code then, and
// more codes of DE 1225 (domain.md 0.5).
enum class EdifactDialect { eancom, un };

// DE 0083: acknowledged with all levels below unless they are rejected; rejected with all of them;
// only the receipt of the interchange is confirmed.
enum class ContrlAction { acknowledged, rejected, received };

// One fault in a message: UCS with the segment's position (UNH = 1), and UCD when an element is
// meant.
struct ContrlFault {
    std::size_t segment = 0;
    std::string code; // 0085: 12 invalid value, 13 missing, 26 duplicate, 28 references, 29 count
    unsigned element = 0; // 0: the segment as a whole
    unsigned component = 0;
};

struct ContrlMessage {
    std::string reference;         // UNH 0062 as received
    std::vector<std::string> type; // S009 as received: ORDERS, D, 96A, UN, EAN008
    ContrlAction action = ContrlAction::acknowledged;
    std::string code; // 0085 when rejected
    std::vector<ContrlFault> faults;
};

struct ContrlAnswer {
    EancomRelease release = EancomRelease::d96a;
    EdifactDialect dialect = EdifactDialect::eancom;
    InterchangeHead head;
    std::string message_reference = "1";
    // the interchange that is answered, as it came
    std::string interchange_reference;
    std::string interchange_sender, interchange_sender_qualifier;
    std::string interchange_receiver, interchange_receiver_qualifier;
    ContrlAction action = ContrlAction::acknowledged;
    std::string code;           // 0085 when rejected
    std::string faulty_segment; // 0013: UNB, UNZ …, or empty
    std::vector<ContrlMessage> messages;
};

std::string write_contrl(const ContrlAnswer& answer);

// QVR: difference between ordered and confirmed, with DE 4221 and DE 4295 (domain.md 3.5, 4.4)
struct QuantityVariance {
    std::optional<Decimal> difference; // -18
    std::string discrepancy;           // 4221: BP, CP, AB, CS …
    std::string reason;                // 4295: AV, AS, PS …
};

struct OrdrspLine {
    std::string number;     // LIN 1082, ours
    std::string action;     // LIN 1229: 5 accepted, 3 changed, 7 not accepted, 1 added
    std::string order_line; // the buyer's line, for RFF+ON:order:line
    std::string gtin, seller_item, buyer_item;
    std::string substitute; // our item in its place, PIA+3
    std::string substitute_type = "SA";
    std::optional<Decimal> ordered, confirmed, backordered; // QTY 21, 113, 83
    std::string unit;                                       // 6411 as in the order, or empty
    std::optional<Date> promised;                           // DTM+69
    std::optional<Decimal> price;                           // PRI+AAA, net
    std::optional<Decimal> price_base;
    std::string price_unit;
    std::optional<QuantityVariance> variance;
    std::optional<Decimal> amount; // MOA+203
    std::string text;              // FTX+AAI
};

struct OrdrspAnswer {
    EancomRelease release = EancomRelease::d96a;
    EdifactDialect dialect = EdifactDialect::eancom;
    InterchangeHead head;
    std::string message_reference = "1";
    std::string document_number; // BGM 1004, ours
    std::string function; // BGM 1225: 29 accepted, 4 changed, 27 not accepted, 12 not processed
    Date date;            // DTM+137
    std::optional<Date> promised; // DTM+69 for the whole order
    std::string order_number;     // RFF+ON, the buyer's
    std::optional<Date> order_date;
    std::string our_number;               // RFF+VN
    std::string change_number;            // RFF+PP: the ORDCHG that is answered
    std::string buyer, supplier, ship_to; // GLNs, NAD BY, SU, DP
    std::string currency;
    std::string text; // FTX+AAI
    std::vector<OrdrspLine> lines;
    std::optional<Decimal> net_total, tax_total,
        gross_total;       // MOA 79, 124, 86 (86 = net without tax)
    int amount_digits = 2; // of the currency
};

std::string write_ordrsp(const OrdrspAnswer& answer);

// APERAK: the message could be read and cannot be processed, or was processed already.
struct AperakAnswer {
    EancomRelease release = EancomRelease::d96a;
    EdifactDialect dialect = EdifactDialect::eancom;
    InterchangeHead head;
    std::string message_reference = "1";
    std::string document_number; // BGM 1004, ours
    std::string function = "27"; // BGM 1225: 27 not accepted, 6 confirmed
    Date date{};
    std::string order_number;    // RFF+ON
    std::string message_number;  // RFF+ACW: reference of the message that is answered, UNH 0062
    std::string buyer, supplier; // GLNs
    std::string error;           // ERC 9321, ours; empty: there is none
    std::string text;            // FTX+AAO
};

std::string write_aperak(const AperakAnswer& answer);

} // namespace besteld::parsers

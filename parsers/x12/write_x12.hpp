// SPDX-License-Identifier: Apache-2.0
#pragma once

// The answers to X12 orders: 997 or 999 and TA1 say whether the file could be read, 855 and 865
// what we make of an order or of its change. Pure: the caller gives numbers, dates and codes, every
// one as it shall be written. A value that X12's character set cannot say is an error that names
// it.

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "parsers/x12/segment_writer.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld::parsers {

// One fault in a transaction set: AK3 with the segment's position (ST = 1), and AK4 when an element
// is meant (X12 997; IK3 and IK4 of a 999).
struct X12Fault {
    std::string segment; // AK301, its tag
    std::size_t position = 0;
    std::string segment_code; // AK304, element 720
    unsigned element = 0;     // AK401; 0: the segment as a whole
    std::string element_code; // AK403, element 723
    friend bool operator==(const X12Fault&, const X12Fault&) = default;
};

struct X12SetReceipt {
    std::string transaction_set;    // AK201: "850"
    std::string control_number;     // AK202
    std::string code;               // AK501: A accepted, E with errors noted, R rejected
    std::vector<std::string> notes; // AK502 to 506, element 718
    std::vector<X12Fault> faults;
    friend bool operator==(const X12SetReceipt&, const X12SetReceipt&) = default;
};

struct X12GroupReceipt {
    std::string group_type;     // AK101, as received: PO, PC
    std::string control_number; // AK102
    std::string version;        // AK103, in a 999 only
    std::vector<X12SetReceipt> sets;
    friend bool operator==(const X12GroupReceipt&, const X12GroupReceipt&) = default;
};

// TA1: 01 control number, 02 date and 03 time of the interchange received, 04 A, E or R, 05 note
struct X12InterchangeReceipt {
    std::string control_number;
    std::string date;
    std::string time;
    std::string code;
    std::string note = "000";
    friend bool operator==(const X12InterchangeReceipt&, const X12InterchangeReceipt&) = default;
};

struct X12Receipt {
    enum class Form { functional_997, implementation_999 } form = Form::functional_997;
    std::optional<X12InterchangeReceipt> interchange;
    std::vector<X12GroupReceipt> groups; // one transaction set each
};

std::expected<std::string, std::string> write_x12_receipt(const X12Head& head,
                                                          const X12Receipt& receipt);

// AK901 follows from the sets: A all accepted, E some with errors, P some rejected, R all rejected.
std::string group_code(const X12GroupReceipt& group);

// ACK: 668, quantity, unit, date
struct X12LineAck {
    std::string code; // 668: IA, IQ, IP, DR, BP, IB, IC, IS, IR, R1 to R4 …
    std::optional<Decimal> quantity;
    std::string unit;           // 355
    std::string date_qualifier; // 374: 069 promised for delivery
    std::optional<Date> date;
    std::string item_type, item; // 235, 234: of a substitute
};

struct X12LineAnswer {
    std::string line;        // the buyer's PO101
    std::string change_code; // POC02, in an 865
    Decimal ordered{};
    std::string unit;                                       // 355, the buyer's
    std::optional<Decimal> price;                           // PO104, as ordered
    std::string basis;                                      // 639
    std::vector<std::pair<std::string, std::string>> items; // 235 and 234
    std::string name;                 // PID05; left out when X12 cannot say it
    std::optional<Decimal> new_price; // CTP03
    std::vector<X12LineAck> acks;
    std::string text; // N9 with MSG
};

struct X12OrderAnswer {
    X12Head head;
    enum class Kind { order_855, change_865 } kind = Kind::order_855;
    std::string code;           // BAK02, BCA02: AD, AC, AT, RJ …
    std::string purpose = "00"; // BAK01, BCA01: 00 original, 01 cancellation, 05 replace
    std::string order_number;
    std::optional<Date> order_date; // none: the day of the answer
    std::string change_number;      // BCA05
    Date date{};
    std::string our_number; // REF VN
    std::string currency;   // CUR
    std::string supplier_name;
    std::string buyer_name;
    std::string text; // N9 with MSG
    std::vector<X12LineAnswer> lines;
};

std::expected<std::string, std::string> write_x12_order_answer(const X12OrderAnswer& answer);

} // namespace besteld::parsers

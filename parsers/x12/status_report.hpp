// SPDX-License-Identifier: Apache-2.0
#pragma once

// 870 Order Status Report, in answer to an 869: BSR N1 HL PRF ISR REF PO1 ISR QTY CTT. It triggers
// nothing at the receiver.

#include "parsers/x12/write_x12.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace besteld::parsers {

// ISR with its QTY
struct X12StatusPart {
    std::string code; // 368: CC complete, BP partial, EX expected, BO backordered, IC cancelled …
    std::optional<Date> date;
    Decimal quantity{};
    std::string unit; // 355
    friend bool operator==(const X12StatusPart&, const X12StatusPart&) = default;
};

struct X12StatusLine {
    std::string line; // PO101, the buyer's
    Decimal ordered{};
    std::string unit;
    std::vector<std::pair<std::string, std::string>> items; // 235 and 234
    std::vector<X12StatusPart> parts;
    friend bool operator==(const X12StatusLine&, const X12StatusLine&) = default;
};

struct X12StatusOrder {
    std::string order_number; // PRF01
    std::optional<Date> order_date;
    std::string our_number; // REF VN
    std::string code;       // ISR of the whole order
    std::vector<X12StatusLine> lines;
    friend bool operator==(const X12StatusOrder&, const X12StatusOrder&) = default;
};

struct X12StatusReport {
    X12Head head;
    std::string number; // BSR03, ours
    Date date{};
    std::string supplier_name;
    std::string buyer_name;
    std::vector<X12StatusOrder> orders;
};

std::expected<std::string, std::string> write_x12_status(const X12StatusReport& report);

struct X12StatusRead {
    std::string number;
    std::vector<X12StatusOrder> orders;
};
std::optional<X12StatusRead> read_x12_status(std::string_view bytes);

} // namespace besteld::parsers

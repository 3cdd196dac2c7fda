// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was agreed with one partner about the traffic itself, beside how he writes his files: part
// of his profile ([[partner]], docs/partners.md). No reader is told.

#include <chrono>
#include <optional>
#include <vector>

namespace besteld {

// How a partner numbers his interchanges (UNB 0020, ISA13).
enum class Numbering {
    learned,    // found out: numbers that went up by one often enough are taken to go on so
    continuous, // each is one more than the one before; nothing else is to be expected
    daily,      // begins anew each day, by the day on which he prepared the interchange
    none        // as he likes: never missed
};

// What tells a partner that his interchange came, and whether it could be read.
enum class ReceiptForm {
    contrl,             // EDIFACT: of the interchange
    aperak,             // EDIFACT: of each message in it
    functional_997,     // X12: of its groups and sets
    implementation_999, // … in the form of 5010
    ta1,                // X12: of the interchange alone
    mlr                 // UBL: Peppol's Message Level Response (T71)
};
enum class ReceiptWhen {
    always,
    asked, // by UNB 0031, by ISA14; what is refused is told all the same
    errors // what is refused, and nothing else
};

struct TrafficRules {
    Numbering numbering = Numbering::learned;
    // A missing number is told to a person when it has not come by then: interchanges overtake each
    // other, and two daemons share the work.
    std::chrono::minutes gap_wait{60};
    // Absent: as the standards have it (order/receipts.hpp); empty: none at all.
    std::optional<std::vector<ReceiptForm>> receipts = {};
    ReceiptWhen receipts_when = ReceiptWhen::always;
    friend bool operator==(const TrafficRules&, const TrafficRules&) = default;
};

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every check is given, and how it words a finding.

#include "check/check_order.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld {

struct Inquiry {
    const OrderDraft& draft;
    const Order& order;
    const Origins& origins;
    const Identification& who;
    const Terms& terms;
    Instant now{};
    Date received_on{}; // in our zone; also the price date
    Date today{};       // of `now` in our zone
    int digits = 2;     // minor units of the order's currency
};

// Refers to all that it is given; the days are those of our zone.
Inquiry inquiry_into(const OrderDraft& draft, const Order& order, const Origins& origins,
                     const Identification& who, const Terms& terms, Instant now);

using Findings = std::vector<Finding>;
using LineIndex = std::optional<std::uint32_t>;
inline constexpr LineIndex header = std::nullopt;

// A finding with severity, reason, clause and ways out from the catalogue; the caller adds the
// figures.
Finding new_finding(const Inquiry& inquiry, Check check, LineIndex line, std::string ordered,
                    std::string agreed);
// Inside the tolerance or only worth showing: nobody has to decide.
Finding as_info(Finding finding);
// Base data are missing, so nothing could be compared (domain.md 4.2): a person must look.
Finding not_evaluated(const Inquiry& inquiry, Check check, LineIndex line, std::string missing);
void suggest(Finding& finding, Resolution resolution, std::string value);
// Where it stands and in which words.
void quote(Finding& finding, const Place& place, std::string_view words);

// Gives every way out that has none yet its sentence.
void word_ways_out(const Inquiry& inquiry, Finding& finding);
// A sentence of its own for one way out.
void set_consequence(Finding& finding, Resolution resolution, std::string sentence);

// "line 10", by the buyer's number, or "the order"
std::string subject_of(const Inquiry& inquiry, LineIndex line);
const Item* item_of(const Inquiry& inquiry, const OrderLine& line);
// "500 H87"
std::string quantity_text(const OrderLine& line);

} // namespace besteld

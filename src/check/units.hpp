// SPDX-License-Identifier: Apache-2.0
#pragma once

// Units of measure (domain.md 2.3): UN/ECE Recommendation 20 codes, packages of Recommendation 21
// with an X in front. A package holds what the item says; only measures have factors of their own.

#include "order/order.hpp"
#include "order/terms.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace besteld {

// Codes that all mean "one piece" become H87.
std::string canonical_unit(std::string_view code);
// Things one can count: a fraction of them cannot be delivered.
bool is_countable(std::string_view unit);
// Stock units in one `unit`: the item's own factor, else that of a measure; nothing when neither
// says.
std::optional<Decimal> factor_of(const Item& item, std::string_view unit);
// `quantity` of `unit` in the item's stock unit; nothing when inconvertible or absurdly large.
std::optional<Decimal> to_stock(const Item& item, std::string_view unit, Decimal quantity);

// In which unit a line is meant.
struct UnitReading {
    std::string unit; // empty: unknown for this item
    Origin origin = Origin::read;
    int score = 100;
    std::string remark;    // how it was understood when that is not what was written
    bool doubtful = false; // the remark needs a person (CK-E03), else it is only shown
};

// Which packing the thing that named the item stands for, and how surely.
enum class LevelBy {
    number,    // a GTIN or a cross reference names the packing itself
    reference, // a cross reference says how many stock units one of theirs is
    phrase     // what the customer meant by these words before
};
struct PackLevel {
    std::string unit; // Rec 20; empty: nothing said
    LevelBy said_by = LevelBy::number;
    std::optional<Decimal> factor; // of a reference, when no unit of the item has it
    bool is_silent() const { return unit.empty() && !factor; }
};

enum class WrittenBy { machine, person };
UnitReading read_unit(const LineDraft& line, const Item& item, const PackLevel& level,
                      WrittenBy by);

} // namespace besteld

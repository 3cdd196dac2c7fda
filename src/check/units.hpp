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

// `level` is the unit of the GTIN or of the buyer's item number that named the item; empty when
// none did.
enum class WrittenBy { machine, person };
UnitReading read_unit(const LineDraft& line, const Item& item, const std::string& level,
                      WrittenBy by);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers with a unit inside a description: "50 mm x 66 m", "23my", "300x200x150", "80 g/m2". They
// say which of several like articles is meant, so they are compared exactly (domain.md 5.3).

#include "base/decimal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// `plain` is a number whose unit nobody wrote; `count` one of pieces in a packing.
enum class Measurement { length, mass, volume, area_mass, share, count, plain };

struct Dimension {
    Measurement kind = Measurement::plain;
    Decimal value{};      // length in mm, mass in g, volume in ml, area_mass in g/m², share in %
    Decimal written{};    // as it stands there
    bool chained = false; // one of "300x200x150"
};

// A unit that a number may stand before: what it measures, and how much of the kind's own unit.
struct DimensionUnit {
    Measurement kind = Measurement::plain;
    Decimal factor{1};
};
// Of a folded word (base/text.hpp fold_case); "my", "µm" and "mu" are one.
std::optional<DimensionUnit> dimension_unit(std::string_view folded_word);
// Nothing when the number is too large to be one.
std::optional<Dimension> to_dimension(Decimal written, const DimensionUnit& unit);

// Equal in size: 5 cm is 50 mm, 50 mm is not 48 mm. A plain number equals what is written with the
// same digits or is so many millimetres.
bool same_dimension(const Dimension& a, const Dimension& b);
// "50 mm", "23 µm", "300"
std::string to_text(const Dimension& dimension);

// Pairs each of `asked` with one of `has`, each used once: a box of 300x300 is not one of 300x200.
struct DimensionPairs {
    std::vector<Dimension> only_asked;
    std::vector<Dimension> only_has;
};
DimensionPairs pair_dimensions(const std::vector<Dimension>& asked,
                               const std::vector<Dimension>& has);

} // namespace besteld

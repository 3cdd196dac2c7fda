// SPDX-License-Identifier: Apache-2.0
#include "check/dimensions.hpp"

#include "base/text.hpp"
#include "check/arithmetic.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

struct Spelling {
    std::string_view word; // folded, without accents
    Measurement kind;
    std::int64_t millionths; // of the kind's own unit
};

constexpr auto spellings = std::to_array<Spelling>({
    {"m", Measurement::length, 1'000'000'000},
    {"mtr", Measurement::length, 1'000'000'000},
    {"meter", Measurement::length, 1'000'000'000},
    {"metre", Measurement::length, 1'000'000'000},
    {"meters", Measurement::length, 1'000'000'000},
    {"metres", Measurement::length, 1'000'000'000},
    {"米", Measurement::length, 1'000'000'000},
    {"dm", Measurement::length, 100'000'000},
    {"cm", Measurement::length, 10'000'000},
    {"厘米", Measurement::length, 10'000'000},
    {"公分", Measurement::length, 10'000'000},
    {"mm", Measurement::length, 1'000'000},
    {"毫米", Measurement::length, 1'000'000},
    {"inch", Measurement::length, 25'400'000},
    {"zoll", Measurement::length, 25'400'000},
    {"英寸", Measurement::length, 25'400'000},
    {"my", Measurement::length, 1'000},
    {"mu", Measurement::length, 1'000},
    {"um", Measurement::length, 1'000},
    {"μm", Measurement::length, 1'000},
    {"μ", Measurement::length, 1'000},
    {"micron", Measurement::length, 1'000},
    {"microns", Measurement::length, 1'000},
    {"mikron", Measurement::length, 1'000},
    {"微米", Measurement::length, 1'000},
    {"g", Measurement::mass, 1'000'000},
    {"gr", Measurement::mass, 1'000'000},
    {"gram", Measurement::mass, 1'000'000},
    {"gramm", Measurement::mass, 1'000'000},
    {"克", Measurement::mass, 1'000'000},
    {"kg", Measurement::mass, 1'000'000'000},
    {"kilo", Measurement::mass, 1'000'000'000},
    {"公斤", Measurement::mass, 1'000'000'000},
    {"千克", Measurement::mass, 1'000'000'000},
    {"ml", Measurement::volume, 1'000'000},
    {"毫升", Measurement::volume, 1'000'000},
    {"cl", Measurement::volume, 10'000'000},
    {"dl", Measurement::volume, 100'000'000},
    {"l", Measurement::volume, 1'000'000'000},
    {"ltr", Measurement::volume, 1'000'000'000},
    {"liter", Measurement::volume, 1'000'000'000},
    {"litre", Measurement::volume, 1'000'000'000},
    {"升", Measurement::volume, 1'000'000'000},
    {"gsm", Measurement::area_mass, 1'000'000},
    {"%", Measurement::share, 1'000'000},
    {"st", Measurement::count, 1'000'000},
    {"stk", Measurement::count, 1'000'000},
    {"stks", Measurement::count, 1'000'000},
    {"stuk", Measurement::count, 1'000'000},
    {"stuks", Measurement::count, 1'000'000},
    {"stuck", Measurement::count, 1'000'000},
    {"pc", Measurement::count, 1'000'000},
    {"pcs", Measurement::count, 1'000'000},
    {"piece", Measurement::count, 1'000'000},
    {"pieces", Measurement::count, 1'000'000},
    {"只", Measurement::count, 1'000'000},
    {"个", Measurement::count, 1'000'000},
    {"件", Measurement::count, 1'000'000},
    {"支", Measurement::count, 1'000'000},
});

// Longer than any roll, heavier than any sack; keeps the arithmetic in range.
constexpr Decimal largest_written{1'000'000};

} // namespace

std::optional<DimensionUnit> dimension_unit(std::string_view folded_word) {
    const auto found = std::ranges::find(spellings, folded_word, &Spelling::word);
    if (found == spellings.end()) return std::nullopt;
    return DimensionUnit{.kind = found->kind, .factor = Decimal::from_units(found->millionths)};
}

std::optional<Dimension> to_dimension(Decimal written, const DimensionUnit& unit) {
    if (written > largest_written || written.is_negative()) return std::nullopt;
    const auto value = times(written, unit.factor);
    if (!value) return std::nullopt;
    return Dimension{.kind = unit.kind, .value = *value, .written = written};
}

bool same_dimension(const Dimension& a, const Dimension& b) {
    if (a.kind == b.kind) return a.value == b.value;
    if (a.kind != Measurement::plain && b.kind != Measurement::plain) return false;
    const Dimension& plain = a.kind == Measurement::plain ? a : b;
    const Dimension& other = a.kind == Measurement::plain ? b : a;
    if (plain.chained && other.kind != Measurement::length) return false;
    if (plain.written == other.written) return true;
    return other.kind == Measurement::length && plain.written == other.value;
}

std::string to_text(const Dimension& dimension) {
    const Decimal& value = dimension.value;
    switch (dimension.kind) {
    case Measurement::length:
        if (value < Decimal{1})
            return times(value, Decimal{1000}).value_or(value).to_string() + " µm";
        return value.to_string() + " mm";
    case Measurement::mass:
        return value.to_string() + " g";
    case Measurement::volume:
        return value.to_string() + " ml";
    case Measurement::area_mass:
        return value.to_string() + " g/m²";
    case Measurement::share:
        return value.to_string() + " %";
    case Measurement::count:
    case Measurement::plain:
        break;
    }
    return dimension.written.to_string();
}

DimensionPairs pair_dimensions(const std::vector<Dimension>& asked,
                               const std::vector<Dimension>& has) {
    DimensionPairs pairs{.only_asked = {}, .only_has = has};
    const auto take = [&](const Dimension& wanted, auto fits) {
        const auto found = std::ranges::find_if(
            pairs.only_has, [&](const Dimension& d) { return fits(wanted, d); });
        if (found == pairs.only_has.end()) return false;
        pairs.only_has.erase(found);
        return true;
    };
    const auto of_one_kind = [](const Dimension& a, const Dimension& b) {
        return a.kind == b.kind && same_dimension(a, b);
    };
    std::vector<Dimension> rest;
    for (const Dimension& dimension : asked)
        if (!take(dimension, of_one_kind)) rest.push_back(dimension);
    for (const Dimension& dimension : rest)
        if (!take(dimension, same_dimension)) pairs.only_asked.push_back(dimension);
    return pairs;
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "check/units.hpp"

#include "base/text.hpp"
#include "check/arithmetic.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

struct Measure {
    std::string_view unit;
    std::string_view base;
    std::int64_t millionths; // of the base unit in one of these
};

constexpr auto measures = std::to_array<Measure>({
    {"H87", "H87", 1'000'000},
    {"PR", "H87", 2'000'000},
    {"DZN", "H87", 12'000'000},
    {"CEN", "H87", 100'000'000},
    {"MIL", "H87", 1'000'000'000},
    {"KGM", "KGM", 1'000'000},
    {"GRM", "KGM", 1'000},
    {"TNE", "KGM", 1'000'000'000},
    {"LTR", "LTR", 1'000'000},
    {"MLT", "LTR", 1'000},
    {"CLT", "LTR", 10'000},
    {"HLT", "LTR", 100'000'000},
    {"MTR", "MTR", 1'000'000},
    {"MMT", "MTR", 1'000},
    {"CMT", "MTR", 10'000},
    {"KMT", "MTR", 1'000'000'000},
});

const Measure* find_measure(std::string_view unit) {
    const auto found = std::ranges::find(measures, unit, &Measure::unit);
    return found != measures.end() ? &*found : nullptr;
}

// A row of the unit table (domain.md 2.3) that one word of a mail may stand for.
constexpr std::array<std::string_view, 3> boxes{"XCT", "XCS", "XBX"};
constexpr std::array<std::string_view, 2> packs{"XPK", "XPA"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& codes, std::string_view code) {
    return std::ranges::find(codes, code) != codes.end();
}

// The item's only unit of the same row; empty when it has none or several.
template <std::size_t N>
std::string sibling(const Item& item, const std::array<std::string_view, N>& row) {
    std::string only;
    for (const ItemUnit& unit : item.units) {
        if (!contains(row, unit.unit)) continue;
        if (!only.empty()) return {};
        only = unit.unit;
    }
    return only;
}

bool is_box_by_name(const Item& item) {
    constexpr std::array<std::string_view, 7> words{"doos", "dozen", "karton", "carton",
                                                    "box",  "箱",    "盒"};
    for (const auto& [language, name] : item.names) {
        const std::string folded = fold_case(name);
        const auto in_name = [&](std::string_view word) {
            return folded.find(word) != std::string::npos;
        };
        if (std::ranges::any_of(words, in_name)) return true;
    }
    return false;
}

// Nothing was written: the level that the identifier names (EANCOM: QTY without 6411 counts the
// thing of the GTIN, domain.md fact 7), else the item's first sales unit, which is a guess.
UnitReading unit_by_item(const Item& item, const PackLevel& level, WrittenBy by) {
    if (!level.unit.empty()) {
        const bool learned = level.said_by == LevelBy::phrase;
        return {.unit = level.unit, .origin = learned ? Origin::learned : Origin::derived};
    }
    const std::string sales = item.units.empty() ? item.stock_unit : item.units.front().unit;
    return {.unit = canonical_unit(sales),
            .origin = Origin::defaulted,
            .score = by == WrittenBy::person ? 80 : 100};
}

// "Piece" on something that we keep in rolls or boxes: one of what the number names.
UnitReading piece_of(const Item& item, const std::string& level) {
    const std::string stock_unit = canonical_unit(item.stock_unit);
    if (!is_countable(stock_unit)) return {};
    if (!level.empty() && level != stock_unit)
        return {.unit = stock_unit,
                .origin = Origin::derived,
                .remark = cat("the number names a ", level, ", the unit says piece"),
                .doubtful = true};
    return {.unit = stock_unit,
            .origin = Origin::derived,
            .remark = cat("one piece is one ", stock_unit)};
}

UnitReading in_other_words(const LineDraft& line, const Item& item, const std::string& code,
                           const std::string& level, WrittenBy by) {
    if (code == "H87") return piece_of(item, level);
    std::string other;
    if (contains(boxes, code)) other = sibling(item, boxes);
    if (contains(packs, code)) other = sibling(item, packs);
    const int written =
        std::min(line.unit ? line.unit->score : 100, line.unit_code ? line.unit_code->score : 100);
    if (!other.empty())
        return {.unit = other,
                .origin = Origin::derived,
                .score = written,
                .remark = cat(code, " is taken as the item's ", other)};
    // "1000 dozen" of an item that is a box itself: the word names the item, not a packing
    // (domain.md S03).
    if (by == WrittenBy::person && contains(boxes, code) && factor_of(item, "H87") &&
        is_box_by_name(item))
        return {.unit = "H87",
                .origin = Origin::derived,
                .score = std::min(70, written),
                .remark = "the item is a box itself: counted as pieces"};
    return {};
}

// A cross reference that says what one of theirs holds has settled what their "piece" is.
std::optional<UnitReading> settled_by_reference(const std::string& code, const PackLevel& level) {
    if (level.said_by != LevelBy::reference || (code != "H87" && !code.empty()))
        return std::nullopt;
    if (level.factor) return UnitReading{};
    if (level.unit.empty() || level.unit == code) return std::nullopt;
    return UnitReading{.unit = level.unit,
                       .origin = Origin::derived,
                       .remark = cat("one of the buyer's number is one ", level.unit)};
}

} // namespace

std::string canonical_unit(std::string_view code) {
    const std::string upper = to_upper_ascii(trim(code));
    constexpr std::array<std::string_view, 5> pieces{"EA", "C62", "NAR", "PCE", "XPP"};
    if (contains(pieces, upper)) return "H87";
    if (upper == "NPR") return "PR";
    // Rec 20 itself named packages by two letters once; cXML, openTRANS and IDoc senders still do.
    // Today they are Rec 21 codes with an X before them.
    constexpr auto packages = std::to_array<std::string_view>(
        {"BE", "BG", "BO", "BX", "CA", "CR", "CS", "CT", "DR", "PA", "PK", "PX", "RL", "RO"});
    if (std::ranges::binary_search(packages, upper)) return "X" + upper;
    return upper;
}

bool is_countable(std::string_view unit) {
    if (unit == "SET") return true;
    if (const Measure* measure = find_measure(unit)) return measure->base == "H87";
    return unit.size() > 1 && unit.front() == 'X';
}

std::optional<Decimal> factor_of(const Item& item, std::string_view unit) {
    const std::string wanted = canonical_unit(unit);
    if (wanted.empty()) return std::nullopt;
    const std::string stock_unit = canonical_unit(item.stock_unit);
    if (wanted == stock_unit) return Decimal{1};
    for (const ItemUnit& own : item.units) {
        if (canonical_unit(own.unit) == wanted && own.factor > Decimal{}) return own.factor;
    }
    const Measure* from = find_measure(wanted);
    const Measure* to = find_measure(stock_unit);
    if (from == nullptr || to == nullptr || from->base != to->base) return std::nullopt;
    return over(Decimal::from_units(from->millionths), Decimal::from_units(to->millionths));
}

std::optional<Decimal> to_stock(const Item& item, std::string_view unit, Decimal quantity) {
    const auto factor = factor_of(item, unit);
    if (!factor) return std::nullopt;
    const auto stock = times(quantity, *factor);
    if (!stock || stock->abs() > largest_quantity) return std::nullopt;
    return stock;
}

UnitReading read_unit(const LineDraft& line, const Item& item, const PackLevel& level,
                      WrittenBy by) {
    const std::string code = line.unit_code ? canonical_unit(line.unit_code->value) : std::string{};
    const bool unknown_word = line.unit && !line.unit_code; // no list knows it
    if (unknown_word) return {};
    if (const auto settled = settled_by_reference(code, level)) return *settled;
    if (!line.unit && !line.unit_code) return unit_by_item(item, level, by);
    if (code.empty()) return {};
    // What words meant before says nothing of another order's packing.
    const std::string named = level.said_by == LevelBy::phrase ? std::string{} : level.unit;
    if (!factor_of(item, code)) return in_other_words(line, item, code, named, by);
    UnitReading reading{
        .unit = code, .origin = line.unit_code->origin, .score = line.unit_code->score};
    if (line.unit) reading.score = std::min(reading.score, line.unit->score);
    if (!named.empty() && named != code) {
        reading.remark = cat("the number names a ", named, ", the unit says ", code);
        // Only "piece" is doubtful: buyers' systems write it for whatever the number names
        // (domain.md M2).
        reading.doubtful = code == "H87";
    }
    return reading;
}

} // namespace besteld

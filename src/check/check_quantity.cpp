// SPDX-License-Identifier: Apache-2.0
// E01 quantity present, E02 unit known, E03 unit as agreed, E08 fractions, E09 schedule sum; calls
// the checks of packing and habit.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/families.hpp"
#include "check/item_checks.hpp"
#include "check/quantity_checks.hpp"
#include "check/typed_values.hpp"
#include "check/units.hpp"

#include <map>

namespace besteld {

namespace {

void quantity_missing(const Inquiry& inquiry, Findings& findings, const OrderLine& line) {
    const LineDraft& draft = inquiry.draft.lines[line.index];
    const std::string written = draft.quantity ? draft.quantity->value : std::string("none");
    Finding finding =
        new_finding(inquiry, Check::quantity_missing, line.index, written, "a quantity above 0");
    finding.clause.clear();
    finding.passes_if =
        cat("the quantity is a number above 0 and at most ", largest_quantity.to_string());
    quote(finding, draft.quantity ? draft.quantity->place : line.item_place,
          cat(written, " ", line.item_text));
    findings.push_back(std::move(finding));
}

std::string units_of(const Item& item) {
    std::vector<std::string> units;
    for (const ItemUnit& unit : item.units)
        units.push_back(unit.factor == Decimal{1}
                            ? unit.unit
                            : cat(unit.unit, " of ", unit.factor.to_string()));
    return units.empty() ? item.stock_unit : join(units, ", ");
}

// A cross reference may count in a packing that the article has not.
std::string reference_factor(const Inquiry& inquiry, const ItemIndex& index,
                             const OrderLine& line) {
    const ItemMatch match = match_again(inquiry, index, line);
    if (!match.level.factor) return {};
    return cat("one of the buyer's number is ", match.level.factor->to_string(), " ",
               line.stock_unit, ", and no unit of ", line.sku, " is");
}

void unit_unknown(const Inquiry& inquiry, const ItemIndex& index, Findings& findings,
                  const OrderLine& line, const Item& item) {
    const std::string written = line.unit_text.empty() ? line.unit : line.unit_text;
    Finding finding =
        new_finding(inquiry, Check::unit_unknown, line.index,
                    cat(line.quantity->value.to_string(), " ", written), units_of(item));
    finding.clause = cat("article ", item.sku);
    finding.trace = line.unit.empty() ? cat("\"", written, "\" is no unit of ", item.sku)
                                      : cat("no factor from ", line.unit, " to ", item.stock_unit);
    if (const std::string factor = reference_factor(inquiry, index, line); !factor.empty())
        finding.trace = factor;
    finding.passes_if = cat("the unit is one of ", units_of(item));
    quote(finding, line.unit_place, quantity_words(line));
    findings.push_back(std::move(finding));
}

// How a unit was understood: shown always, for a person when number and unit name different things.
void check_unit(const Inquiry& inquiry, const ItemIndex& index, Findings& findings,
                const OrderLine& line, const Item& item) {
    if (line.unit_origin == Origin::typed) return;
    const ItemMatch match = match_again(inquiry, index, line);
    const UnitReading reading =
        read_unit(inquiry.draft.lines[line.index], item,
                  match.sku == line.sku ? match.level : PackLevel{}, written_by(inquiry.draft));
    if (reading.remark.empty()) return;
    Finding finding = new_finding(inquiry, Check::unit_not_as_agreed, line.index,
                                  cat(line.quantity->value.to_string(), " ", line.unit_text),
                                  quantity_text(line));
    if (!reading.doubtful) finding = as_info(std::move(finding));
    finding.clause = cat("article ", item.sku, ": ", units_of(item));
    finding.trace = reading.remark;
    finding.passes_if = "number and unit name the same packing";
    quote(finding, line.unit_place, quantity_words(line));
    suggest(finding, Resolution::accept_agreed, line.unit);
    findings.push_back(std::move(finding));
}

void fraction_of_a_piece(const Inquiry& inquiry, Findings& findings, const OrderLine& line) {
    Finding finding = new_finding(inquiry, Check::fraction_of_a_piece, line.index,
                                  quantity_text(line), cat("whole ", line.stock_unit));
    finding.clause = cat("article ", line.sku);
    finding.trace = cat(line.quantity_stock->to_string(), " ", line.stock_unit);
    finding.passes_if = cat("the quantity is a whole number of ", line.stock_unit);
    quote(finding, line.quantity->place,
          cat(line.quantity->value.to_string(), " ", line.unit_text));
    findings.push_back(std::move(finding));
}

// L13: the parts of a delivery schedule make up the line's quantity.
void check_schedule_sum(const Inquiry& inquiry, Findings& findings, const OrderLine& line) {
    const LineDraft& draft = inquiry.draft.lines[line.index];
    const Origin origin = line.quantity->origin;
    // The sum itself, or a person has said what is meant.
    if (draft.schedule.empty() || origin == Origin::derived || origin == Origin::typed) return;
    constexpr std::size_t most_shown = 10;
    Decimal sum{};
    std::vector<std::string> parts;
    for (const ScheduleDraft& part : draft.schedule) {
        const auto number = typed_number(part.quantity, largest_quantity);
        sum = plus(sum, number ? number->value : Decimal{}).value_or(sum);
        if (parts.size() < most_shown) parts.push_back(part.quantity.value);
    }
    if (draft.schedule.size() > most_shown) parts.emplace_back("…");
    const Decimal quantity = line.quantity->value;
    if (sum == quantity) return;
    Finding finding = new_finding(inquiry, Check::schedule_sum_differs, line.index,
                                  cat("parts ", join(parts, " + "), " = ", sum.to_string()),
                                  cat("line quantity ", quantity.to_string()));
    finding.difference = signed_text(sum - quantity, 0);
    if (line.price && line.price_base > Decimal{}) {
        const auto money =
            multiply_divide(sum - quantity, line.price->value, line.price_base, inquiry.digits);
        if (money) finding.money = *money;
    }
    finding.clause.clear();
    finding.trace = cat(draft.schedule.size(), " parts, sum ", sum.to_string());
    finding.passes_if = "the parts add up to the quantity of the line";
    quote(finding, draft.schedule.front().quantity.place,
          cat(join(parts, " + "), " / ", quantity_words(line)));
    findings.push_back(std::move(finding));
}

// CK-E03: ordered by the piece what is sold to this customer by the carton.
void check_sales_unit(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                      const Item& item, const QuantityLimits& limits) {
    if (limits.sales_unit.empty() || line.unit == limits.sales_unit) return;
    const auto factor = factor_of(item, limits.sales_unit);
    if (!factor) return; // base data contradict themselves; no unit of the article
    Finding finding = new_finding(inquiry, Check::unit_not_as_agreed, line.index,
                                  quantity_text(line), cat("sold per ", limits.sales_unit));
    finding.clause += cat(", sales unit of ", item.sku);
    finding.trace =
        cat("one ", limits.sales_unit, " is ", factor->to_string(), " ", line.stock_unit, "; ",
            line.quantity_stock->to_string(), " ", line.stock_unit, " ordered");
    finding.passes_if = cat("the quantity is stated in ", limits.sales_unit);
    quote(finding, line.unit_place, quantity_words(line));
    suggest(finding, Resolution::accept_agreed, line.unit);
    set_consequence(finding, Resolution::accept_agreed,
                    "the line stays in the ordered unit; whole packs are another check's matter");
    findings.push_back(std::move(finding));
}

// Stock units of each article in the lines seen so far.
using OrderedBefore = std::map<std::string, Decimal>;

void check_line(const Inquiry& inquiry, const ItemIndex& index, OrderedBefore& before,
                Findings& findings, const OrderLine& line) {
    if (!line.quantity || line.quantity->value <= Decimal{}) {
        quantity_missing(inquiry, findings, line);
        return;
    }
    check_schedule_sum(inquiry, findings, line);
    const Item* item = item_of(inquiry, line);
    if (item == nullptr) return; // without an article there is no unit to compare
    if (!line.quantity_stock) {
        unit_unknown(inquiry, index, findings, line, *item);
        return;
    }
    const QuantityLimits limits = quantity_limits(inquiry.terms, *item);
    check_unit(inquiry, index, findings, line, *item);
    check_sales_unit(inquiry, findings, line, *item, limits);
    if (is_countable(line.stock_unit) && !line.quantity_stock->is_whole()) {
        fraction_of_a_piece(inquiry, findings, line);
        return;
    }
    Decimal& ordered_before = before[line.sku];
    const QuantityQuestion question{inquiry, line, *item, limits, ordered_before};
    check_multiple(question, findings);
    check_minimum(question, findings);
    check_maximum(question, findings);
    check_usual(question, findings);
    ordered_before = plus(ordered_before, *line.quantity_stock).value_or(ordered_before);
}

} // namespace

std::string quantity_words(const OrderLine& line) {
    return cat(line.quantity->value.to_string(), " ", line.unit_text, " ", line.item_text);
}

void check_quantity(const Inquiry& inquiry, Findings& findings) {
    const ItemIndex index(inquiry.terms);
    OrderedBefore before;
    for (const OrderLine& line : inquiry.order.lines)
        check_line(inquiry, index, before, findings, line);
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
// E01 quantity present, E02 unit known, E03 unit as agreed, E04 multiple, E05 minimum, E08
// fractions.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/families.hpp"
#include "check/identity_keys.hpp"
#include "check/match_item.hpp"
#include "check/units.hpp"

#include <algorithm>

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

void unit_unknown(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                  const Item& item) {
    const std::string written = line.unit_text.empty() ? line.unit : line.unit_text;
    Finding finding =
        new_finding(inquiry, Check::unit_unknown, line.index,
                    cat(line.quantity->value.to_string(), " ", written), units_of(item));
    finding.clause = cat("article ", item.sku);
    finding.trace = line.unit.empty() ? cat("\"", written, "\" is no unit of ", item.sku)
                                      : cat("no factor from ", line.unit, " to ", item.stock_unit);
    finding.passes_if = cat("the unit is one of ", units_of(item));
    quote(finding, line.unit_place,
          cat(line.quantity->value.to_string(), " ", written, " ", line.item_text));
    findings.push_back(std::move(finding));
}

// How a unit was understood: shown always, for a person when number and unit name different things.
void check_unit(const Inquiry& inquiry, const ItemIndex& index, Findings& findings,
                const OrderLine& line, const Item& item) {
    if (line.unit_origin == Origin::typed) return;
    const WrittenBy by = is_free_text(inquiry.draft) ? WrittenBy::person : WrittenBy::machine;
    const LineDraft& draft = inquiry.draft.lines[line.index];
    const ItemMatch match = match_item(draft, index, inquiry.received_on, by);
    const UnitReading reading =
        read_unit(draft, item, match.sku == line.sku ? match.level : std::string{}, by);
    if (reading.remark.empty()) return;
    Finding finding = new_finding(inquiry, Check::unit_not_as_agreed, line.index,
                                  cat(line.quantity->value.to_string(), " ", line.unit_text),
                                  quantity_text(line));
    if (!reading.doubtful) finding = as_info(std::move(finding));
    finding.clause = cat("article ", item.sku, ": ", units_of(item));
    finding.trace = reading.remark;
    finding.passes_if = "number and unit name the same packing";
    quote(finding, line.unit_place,
          cat(line.quantity->value.to_string(), " ", line.unit_text, " ", line.item_text));
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

// Ordered and proposed quantity in one unit: the buyer's where the proposal comes out even in it,
// else the stock unit. Whoever carries the proposal out reads the unit from the ordered text.
struct Proposal {
    std::string ordered; // "100 XRO"
    std::string value;   // "108"
};

Proposal proposal_of(const Item& item, const OrderLine& line, Decimal stock) {
    const auto factor = factor_of(item, line.unit);
    const auto ordered = factor ? over(stock, *factor) : std::nullopt;
    if (ordered && times(*ordered, *factor) == stock)
        return {quantity_text(line), ordered->to_string()};
    return {cat(line.quantity_stock->to_string(), " ", line.stock_unit), stock.to_string()};
}

// What more (or less) is delivered, at the ordered price.
std::optional<Decimal> worth_of(const Inquiry& inquiry, const OrderLine& line, Decimal difference) {
    if (!line.price_stock) return std::nullopt;
    const auto worth = times(*line.price_stock, difference);
    return worth ? std::optional(worth->rounded(inquiry.digits)) : std::nullopt;
}

// The agreement rounds up by itself within its limit: resolved with evidence, still told to the
// customer as a deviation that was agreed beforehand (domain.md S03, T21).
void resolve_by_agreement(const Inquiry& inquiry, Finding& finding, Decimal percent_limit) {
    finding.preagreed = true;
    finding.resolved =
        Resolved{.resolution = Resolution::accept_agreed,
                 .actor = "besteld",
                 .reason = cat(inquiry.terms.agreement->number, " rounds up by itself to ",
                               percent_limit.to_string(), " %"),
                 .at = to_iso(inquiry.now)};
}

void check_multiple(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                    const Item& item) {
    const Decimal quantity = *line.quantity_stock;
    if (!item.multiple || *item.multiple <= Decimal{} ||
        (quantity.units() % item.multiple->units()) == 0)
        return;
    const auto target =
        round_up_to(std::max(quantity, item.minimum_quantity.value_or(quantity)), *item.multiple);
    if (!target) return;
    const Decimal more = *target - quantity;
    const std::string unit = " " + line.stock_unit;
    const Proposal proposal = proposal_of(item, line, *target);
    Finding finding =
        new_finding(inquiry, Check::not_a_multiple, line.index, proposal.ordered,
                    cat(target->to_string(), unit, ", a multiple of ", item.multiple->to_string()));
    finding.difference = cat(signed_text(more, 0), unit, " (", percent_text(more, quantity), ")");
    finding.money = worth_of(inquiry, line, more);
    finding.trace = cat(quantity.to_string(), unit, " in packs of ", item.multiple->to_string());
    finding.passes_if = cat("the quantity is a multiple of ", item.multiple->to_string(), unit);
    quote(finding, line.quantity->place,
          cat(line.quantity->value.to_string(), " ", line.unit_text, " ", line.item_text));
    suggest(finding, Resolution::accept_agreed, proposal.value);
    const auto& agreement = inquiry.terms.agreement;
    if (agreement && agreement->rounding == Rounding::up) {
        const Decimal limit = agreement->rounding_auto_percent;
        finding.clause += cat(", round up to pack, by itself to ", limit.to_string(), " %");
        const auto allowed = multiply_divide(quantity, limit, Decimal{100}, Decimal::places);
        const bool is_own_severity = finding.severity == FindingSeverity::warn;
        if (is_own_severity && allowed && more <= *allowed)
            resolve_by_agreement(inquiry, finding, limit);
    }
    findings.push_back(std::move(finding));
}

void check_minimum(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                   const Item& item) {
    const Decimal quantity = *line.quantity_stock;
    if (!item.minimum_quantity || quantity >= *item.minimum_quantity) return;
    const bool has_multiple = item.multiple && *item.multiple > Decimal{};
    const auto target =
        has_multiple ? round_up_to(*item.minimum_quantity, *item.multiple) : item.minimum_quantity;
    const Decimal proposed = target.value_or(*item.minimum_quantity);
    const Proposal proposal = proposal_of(item, line, proposed);
    const std::string unit = " " + line.stock_unit;
    Finding finding =
        new_finding(inquiry, Check::below_minimum_quantity, line.index, proposal.ordered,
                    cat("at least ", item.minimum_quantity->to_string(), unit));
    finding.difference = cat(signed_text(quantity - *item.minimum_quantity, 0), unit);
    finding.money = worth_of(inquiry, line, proposed - quantity);
    finding.clause = cat("article ", item.sku, ", minimum order quantity");
    finding.trace =
        cat(quantity.to_string(), unit, " of at least ", item.minimum_quantity->to_string());
    finding.passes_if = cat("the quantity is at least ", item.minimum_quantity->to_string(), unit);
    quote(finding, line.quantity->place,
          cat(line.quantity->value.to_string(), " ", line.unit_text, " ", line.item_text));
    suggest(finding, Resolution::accept_agreed, proposal.value);
    findings.push_back(std::move(finding));
}

void check_line(const Inquiry& inquiry, const ItemIndex& index, Findings& findings,
                const OrderLine& line) {
    if (!line.quantity || line.quantity->value <= Decimal{}) {
        quantity_missing(inquiry, findings, line);
        return;
    }
    const Item* item = item_of(inquiry, line);
    if (item == nullptr) return; // without an article there is no unit to compare
    if (!line.quantity_stock) {
        unit_unknown(inquiry, findings, line, *item);
        return;
    }
    check_unit(inquiry, index, findings, line, *item);
    if (is_countable(line.stock_unit) && !line.quantity_stock->is_whole()) {
        fraction_of_a_piece(inquiry, findings, line);
        return;
    }
    check_multiple(inquiry, findings, line, *item);
    check_minimum(inquiry, findings, line, *item);
}

} // namespace

void check_quantity(const Inquiry& inquiry, Findings& findings) {
    const ItemIndex index(inquiry.terms);
    for (const OrderLine& line : inquiry.order.lines)
        check_line(inquiry, index, findings, line);
}

} // namespace besteld

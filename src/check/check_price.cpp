// SPDX-License-Identifier: Apache-2.0
// F01 and F02 price, F03 no agreed price, F04 price base, F08 two rules tie; the others of the
// family have files of their own.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/families.hpp"
#include "check/line_value.hpp"
#include "check/price_checks.hpp"
#include "check/tolerance.hpp"
#include "check/units.hpp"

namespace besteld {

namespace {

Finding price_finding(const Inquiry& inquiry, Check check, const OrderLine& line,
                      const AgreedLinePrice& agreed, const PriceTolerance& tolerance) {
    const Decimal difference = line.price->value - agreed.per_basis;
    Finding finding = new_finding(inquiry, check, line.index,
                                  price_text(inquiry, line.price->value, agreed.basis, agreed.unit),
                                  price_text(inquiry, agreed.per_basis, agreed.basis, agreed.unit));
    finding.difference = cat(signed_text(difference, inquiry.digits), " (",
                             percent_text(difference, agreed.per_basis), ")");
    finding.money = over_line(inquiry, line, agreed, difference);
    finding.clause = agreed.agreed.clause;
    finding.trace = agreed.agreed.trace;
    finding.passes_if = cat("the price is ", finding.agreed, " per ", agreed.unit, " (tolerance ",
                            tolerance.words, ")");
    quote(finding, line.price->place, price_quote(line));
    suggest(finding, Resolution::accept_agreed, money_text(agreed.per_basis, inquiry.digits));
    set_consequence(finding, Resolution::accept_agreed,
                    cat(subject_of(inquiry, line.index), " is confirmed at ", finding.agreed,
                        "; the customer is told"));
    return finding;
}

// A price that is the agreed one times (or divided by) 10, 100, 1000 or a pack: 74.00 per 100 read
// as each.
std::optional<Decimal> mixed_up_factor(const Inquiry& inquiry, const OrderLine& line,
                                       const AgreedLinePrice& agreed) {
    std::vector<Decimal> factors{Decimal{10}, Decimal{100}, Decimal{1000}};
    if (const Item* item = item_of(inquiry, line)) {
        for (const ItemUnit& unit : item->units)
            factors.push_back(unit.factor);
    }
    const auto close = [](Decimal a,
                          Decimal b) { // within 2 %: last year's price is not this year's
        const auto slack = multiply_divide(b, Decimal{2}, Decimal{100}, Decimal::places);
        return slack && (a - b).abs() <= *slack;
    };
    for (const Decimal factor : factors) {
        if (factor < Decimal{2}) continue;
        const auto larger = times(agreed.per_basis, factor);
        const auto smaller = over(agreed.per_basis, factor);
        if (larger && *larger <= largest_price && close(line.price->value, *larger)) return factor;
        if (smaller && *smaller > Decimal{} && close(line.price->value, *smaller))
            return over(Decimal{1}, factor);
    }
    return std::nullopt;
}

// Inside the tolerance the ordered price stands, and nobody has to decide.
Finding tolerated(Finding finding) {
    finding = as_info(std::move(finding));
    finding.suggested.reset();
    finding.suggested_value.clear();
    finding.trace += "; inside the tolerance, the ordered price stands";
    return finding;
}

Finding base_differs(const Inquiry& inquiry, const OrderLine& line, const AgreedLinePrice& agreed,
                     const PriceTolerance& tolerance, Decimal factor) {
    Finding finding = price_finding(inquiry, Check::price_base_differs, line, agreed, tolerance);
    finding.trace += cat("; the ordered price is ", factor.to_string(), " times the agreed one");
    suggest(finding, Resolution::correct,
            per_ordered_unit(inquiry, line, agreed.agreed.per_stock_unit));
    return finding;
}

// Who accepts a price below the floor should know it.
void warn_of_floor(const Inquiry& inquiry, Finding& finding, const OrderLine& line) {
    const Item* item = item_of(inquiry, line);
    const bool below = item != nullptr && item->floor_price && line.price_stock &&
                       *line.price_stock < *item->floor_price;
    if (!below) return;
    set_consequence(finding, Resolution::accept_ordered,
                    cat(subject_of(inquiry, line.index), " is confirmed at ", finding.ordered,
                        ", below the floor price of ",
                        money_text(*item->floor_price, inquiry.digits), " per ", item->stock_unit,
                        "; your reason is recorded"));
}

// Returns whether the ordered price is what will be confirmed.
enum class Outcome { ordered_stands, agreed_stands };

Outcome compare_price(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                      const AgreedLinePrice& agreed) {
    const Decimal difference = line.price->value - agreed.per_basis;
    if (difference.is_zero()) return Outcome::agreed_stands;
    // F05 tells that the discounts are in the price.
    if (const auto charged = charged_line(inquiry, line);
        charged && charged->discounts_spent && !agreed.exclusive)
        return Outcome::ordered_stands;
    const Check check =
        difference.is_negative() ? Check::price_below_agreed : Check::price_above_agreed;
    const PriceTolerance tolerance = price_tolerance(inquiry, check, line, agreed);
    if (is_inside(tolerance, difference, agreed.per_basis)) {
        findings.push_back(tolerated(price_finding(inquiry, check, line, agreed, tolerance)));
        return Outcome::ordered_stands;
    }
    if (const auto factor = mixed_up_factor(inquiry, line, agreed)) {
        findings.push_back(base_differs(inquiry, line, agreed, tolerance, *factor));
        return Outcome::agreed_stands;
    }
    findings.push_back(price_finding(inquiry, check, line, agreed, tolerance));
    warn_of_floor(inquiry, findings.back(), line);
    return Outcome::agreed_stands;
}

void no_agreed_price(const Inquiry& inquiry, Findings& findings, const OrderLine& line) {
    const PriceQuestion question =
        price_question(inquiry.terms, inquiry.order, line, inquiry.received_on);
    const std::string ordered = ordered_price_text(inquiry, line);
    Finding finding = new_finding(inquiry, Check::no_agreed_price, line.index, ordered,
                                  cat("no price of ", line.sku, " in ", inquiry.order.currency));
    finding.money = ordered_value(inquiry, line); // all of it is without agreement
    const Item* item = item_of(inquiry, line);
    if (item != nullptr) finding.trace = tried_words(inquiry.terms, *item, question);
    finding.passes_if = cat("a price of ", line.sku, " in ", inquiry.order.currency,
                            " is valid on ", to_iso(question.price_date));
    quote(finding, line.price ? line.price->place : line.item_place,
          cat(ordered, " ", line.item_text));
    findings.push_back(std::move(finding));
}

void ambiguous(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
               const AgreedLinePrice& agreed) {
    Finding finding = new_finding(inquiry, Check::agreement_ambiguous, line.index, line.sku,
                                  "two prices fit equally well");
    finding.clause = cat(agreed.agreed.clause, "; and ", agreed.rival);
    finding.trace = agreed.agreed.trace;
    finding.passes_if = "one price rule is more specific or newer than every other";
    quote(finding, line.item_place, line.item_text);
    suggest(finding, Resolution::hold, "");
    set_consequence(finding, Resolution::hold,
                    "the order waits until base data name one price; then it is judged again");
    findings.push_back(std::move(finding));
}

// A stated price that cannot be brought to the agreed unit is no comparison: the base is in doubt.
void price_unit_unknown(const Inquiry& inquiry, Findings& findings, const OrderLine& line) {
    Finding finding = new_finding(inquiry, Check::price_base_differs, line.index,
                                  cat(line.price->value.to_string(), " per ",
                                      line.price_base.to_string(), " ", line.price_unit),
                                  cat("a price per ", line.stock_unit));
    finding.trace = cat("no factor from ", line.price_unit, " to ", line.stock_unit);
    finding.passes_if = cat("the price is per ", line.stock_unit, " or another unit of ", line.sku);
    quote(finding, line.price->place, finding.ordered);
    findings.push_back(std::move(finding));
}

void check_line(const Inquiry& inquiry, Findings& findings, const OrderLine& line) {
    const Item* item = item_of(inquiry, line);
    if (item == nullptr || !line.quantity_stock || line.quantity_stock->is_negative()) return;
    if (line.price && !line.price_unit.empty() && !factor_of(*item, line.price_unit)) {
        price_unit_unknown(inquiry, findings, line);
        return;
    }
    const auto found = agreed_line_price(inquiry.terms, inquiry.order, line, inquiry.received_on);
    const AgreedLinePrice* agreed = found ? &*found : nullptr;
    check_free_goods(inquiry, findings, line, agreed);
    const bool stated_free = line.price && line.price->value.is_zero();
    const bool agreed_free = found && found->per_basis.is_zero();
    if (stated_free && !agreed_free) {
        check_free_price(inquiry, findings, line, agreed);
        return;
    }
    const auto tax = check_tax_in_price(inquiry, findings, line, agreed);
    if (!found) {
        no_agreed_price(inquiry, findings, line);
        if (line.price_stock) check_floor(inquiry, findings, line, *line.price_stock, "ordered");
        return;
    }
    if (found->agreed.tie) ambiguous(inquiry, findings, line, *found);
    check_missed_promotions(inquiry, findings, line, *found);
    const bool compared = line.price && tax == TaxInPrice::no;
    const auto outcome =
        compared ? compare_price(inquiry, findings, line, *found) : Outcome::agreed_stands;
    if (outcome == Outcome::ordered_stands && line.price_stock)
        check_floor(inquiry, findings, line, *line.price_stock, "ordered");
    else
        check_floor(inquiry, findings, line, found->agreed.per_stock_unit, "agreed");
}

} // namespace

void check_price(const Inquiry& inquiry, Findings& findings) {
    if (!inquiry.terms.customer) return; // whose prices?
    const auto& agreement = inquiry.terms.agreement;
    if (agreement && inquiry.order.currency != agreement->currency) return; // C07 says it once
    check_free_order(inquiry, findings);
    for (const OrderLine& line : inquiry.order.lines)
        check_line(inquiry, findings, line);
    check_promotion_claims(inquiry, findings);
}

} // namespace besteld

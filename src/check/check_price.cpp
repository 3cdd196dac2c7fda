// SPDX-License-Identifier: Apache-2.0
// F01 and F02 price, F03 no agreed price, F04 price base, F06 and F07 promotions, F08 two rules
// tie.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/families.hpp"
#include "check/prices.hpp"
#include "check/units.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

// "0.74 EUR", "76.00 EUR per 100 H87"
std::string price_text(const Inquiry& inquiry, Decimal price, Decimal basis,
                       const std::string& unit) {
    const std::string per =
        basis == Decimal{1} ? std::string{} : cat(" per ", basis.to_string(), " ", unit);
    return cat(money_text(price, inquiry.digits), " ", inquiry.order.currency, per);
}

// domain.md 4.3: zero means half a unit of the last agreed decimal.
Decimal rounding_slack(const Inquiry& inquiry, const AgreedLinePrice& agreed) {
    const int places = std::max(inquiry.digits, places_of(agreed.agreed.rule.amount));
    auto slack = Decimal::scale / 2;
    for (int i = 0; i < places; ++i)
        slack /= 10;
    return Decimal::from_units(slack);
}

// The agreement's tolerance: the absolute and the percent limit must both hold; limits are
// inclusive.
bool is_tolerated(const Inquiry& inquiry, const AgreedLinePrice& agreed, Decimal difference) {
    const Decimal size = difference.abs();
    if (size <= rounding_slack(inquiry, agreed)) return true;
    if (!inquiry.terms.agreement) return false;
    const Agreement& agreement = *inquiry.terms.agreement;
    const auto percent = multiply_divide(agreed.per_basis, agreement.price_tolerance_percent,
                                         Decimal{100}, Decimal::places);
    // The amount is meant per priced unit, so a base of 100 stretches it.
    const auto amount = times(agreement.price_tolerance_amount, agreed.basis);
    return percent && amount && size <= *percent && size <= *amount;
}

std::optional<Decimal> at_stake(const Inquiry& inquiry, const OrderLine& line,
                                const AgreedLinePrice& agreed, Decimal difference) {
    const Item* item = item_of(inquiry, line);
    const auto basis = item != nullptr ? to_stock(*item, agreed.unit, agreed.basis) : std::nullopt;
    if (!basis || !line.quantity_stock) return std::nullopt;
    const auto money = multiply_divide(*line.quantity_stock, difference, *basis, inquiry.digits);
    return money ? std::optional(*money) : std::nullopt;
}

Finding price_finding(const Inquiry& inquiry, Check check, const OrderLine& line,
                      const AgreedLinePrice& agreed) {
    const Decimal difference = line.price->value - agreed.per_basis;
    Finding finding = new_finding(inquiry, check, line.index,
                                  price_text(inquiry, line.price->value, agreed.basis, agreed.unit),
                                  price_text(inquiry, agreed.per_basis, agreed.basis, agreed.unit));
    finding.difference = cat(signed_text(difference, inquiry.digits), " (",
                             percent_text(difference, agreed.per_basis), ")");
    finding.money = at_stake(inquiry, line, agreed, difference);
    finding.clause = agreed.agreed.clause;
    finding.trace = agreed.agreed.trace;
    const auto& agreement = inquiry.terms.agreement;
    const bool has_tolerance = agreement && !agreement->price_tolerance_percent.is_zero() &&
                               !agreement->price_tolerance_amount.is_zero();
    finding.passes_if =
        cat("the price is ", finding.agreed, " per ", agreed.unit, " (tolerance ",
            has_tolerance ? cat(agreement->price_tolerance_percent.to_string(), " % and ",
                                agreement->price_tolerance_amount.to_string())
                          : std::string("0"),
            ")");
    quote(finding, line.price->place,
          cat(line.price->value.to_string(), " for ", quantity_text(line), " ", line.item_text));
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

void compare_price(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                   const AgreedLinePrice& agreed) {
    const Decimal difference = line.price->value - agreed.per_basis;
    if (difference.is_zero()) return;
    const Check check =
        difference.is_negative() ? Check::price_below_agreed : Check::price_above_agreed;
    if (is_tolerated(inquiry, agreed, difference)) {
        Finding finding = as_info(price_finding(inquiry, check, line, agreed));
        finding.suggested.reset();
        finding.suggested_value.clear();
        finding.trace += "; inside the tolerance, the ordered price stands";
        findings.push_back(std::move(finding));
        return;
    }
    if (const auto factor = mixed_up_factor(inquiry, line, agreed)) {
        Finding finding = price_finding(inquiry, Check::price_base_differs, line, agreed);
        finding.trace +=
            cat("; the ordered price is ", factor->to_string(), " times the agreed one");
        // A clerk's correction is per ordered unit, whatever base the document used.
        const Item* item = item_of(inquiry, line);
        const auto ordered_unit = item != nullptr ? factor_of(*item, line.unit) : std::nullopt;
        const auto value =
            ordered_unit ? times(agreed.agreed.per_stock_unit, *ordered_unit) : std::nullopt;
        suggest(finding, Resolution::correct, value ? value->to_string() : std::string{});
        findings.push_back(std::move(finding));
        return;
    }
    findings.push_back(price_finding(inquiry, check, line, agreed));
}

void no_agreed_price(const Inquiry& inquiry, Findings& findings, const OrderLine& line) {
    const std::string ordered =
        line.price ? price_text(inquiry, line.price->value, line.price_base,
                                line.price_unit.empty() ? line.unit : line.price_unit)
                   : std::string("no price");
    Finding finding = new_finding(inquiry, Check::no_agreed_price, line.index, ordered,
                                  cat("no price of ", line.sku, " in ", inquiry.order.currency));
    finding.trace = "tried framework, customer, group and list price";
    finding.passes_if = cat("a price of ", line.sku, " in ", inquiry.order.currency,
                            " is valid on ", to_iso(inquiry.received_on));
    quote(finding, line.price ? line.price->place : line.item_place,
          cat(ordered, " ", line.item_text));
    findings.push_back(std::move(finding));
}

void ambiguous(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
               const AgreedLinePrice& agreed) {
    Finding finding = new_finding(inquiry, Check::agreement_ambiguous, line.index, line.sku,
                                  "two prices fit equally well");
    finding.clause = agreed.agreed.clause;
    finding.trace = agreed.agreed.trace;
    finding.passes_if = "one price rule is more specific or newer than every other";
    quote(finding, line.item_place, line.item_text);
    findings.push_back(std::move(finding));
}

void promotion_missed(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                      const AgreedLinePrice& agreed) {
    if (agreed.promotion != nullptr) return;
    const Promotion* promotion = valid_promotion(inquiry.terms, line.sku, inquiry.received_on,
                                                 delivery_asked(line, inquiry.received_on));
    if (promotion == nullptr) return;
    const auto reduced = multiply_divide(agreed.per_basis, Decimal{100} - promotion->percent_off,
                                         Decimal{100}, Decimal::places);
    if (!reduced) return;
    Finding finding = new_finding(inquiry, Check::promotion_missed, line.index,
                                  cat(promotion->code, " not claimed"),
                                  price_text(inquiry, *reduced, agreed.basis, agreed.unit));
    finding.difference = cat("-", promotion->percent_off.to_string(), " %");
    finding.clause =
        cat("promotion ", promotion->code, ", ordered ", to_iso(promotion->ordered_from), " to ",
            to_iso(promotion->ordered_to),
            promotion->delivered_to ? ", delivered to " + to_iso(*promotion->delivered_to)
                                    : std::string{});
    finding.trace = cat(promotion->code, " would apply if the order named it");
    finding.passes_if = cat("the order claims ", promotion->code);
    quote(finding, line.item_place, line.item_text);
    findings.push_back(std::move(finding));
}

void claim_invalid(const Inquiry& inquiry, Findings& findings, LineIndex line,
                   const std::string& code, std::string why) {
    Finding finding =
        new_finding(inquiry, Check::promotion_claim_invalid, line, code, std::move(why));
    finding.trace = cat(inquiry.terms.promotions.size(), " promotions on file for these articles");
    finding.passes_if = "the promotion is on file and valid on the days of order and delivery";
    quote(finding, {}, code);
    suggest(finding, Resolution::accept_agreed, "");
    set_consequence(finding, Resolution::accept_agreed,
                    "the price without the promotion is confirmed; the customer is told");
    findings.push_back(std::move(finding));
}

// Why a claimed code gives no reduction on any of the lines it is claimed for; empty when it does.
std::string fault_of_claim(const Inquiry& inquiry, const std::string& claimed,
                           LineIndex only_line) {
    const std::string code = normalise_code(claimed);
    std::string why = "no such promotion";
    for (const Promotion& promotion : inquiry.terms.promotions) {
        if (normalise_code(promotion.code) != code) continue;
        for (const OrderLine& line : inquiry.order.lines) {
            if (line.sku != promotion.sku || (only_line && *only_line != line.index)) continue;
            const Date delivered = delivery_asked(line, inquiry.received_on);
            const bool ordered_in_time = promotion.ordered_from <= inquiry.received_on &&
                                         inquiry.received_on <= promotion.ordered_to;
            if (!ordered_in_time)
                why = cat("for orders ", to_iso(promotion.ordered_from), " to ",
                          to_iso(promotion.ordered_to));
            else if (promotion.delivered_to && delivered > *promotion.delivered_to)
                why = cat("for delivery to ", to_iso(*promotion.delivered_to));
            else
                return {};
        }
        if (why == "no such promotion") why = cat("for ", promotion.sku, " only");
    }
    return why;
}

void check_claims(const Inquiry& inquiry, Findings& findings) {
    for (const std::string& code : inquiry.order.promotions) {
        if (std::string why = fault_of_claim(inquiry, code, header); !why.empty())
            claim_invalid(inquiry, findings, header, code, std::move(why));
    }
    for (const OrderLine& line : inquiry.order.lines) {
        if (line.promotion.empty()) continue;
        if (std::string why = fault_of_claim(inquiry, line.promotion, line.index); !why.empty())
            claim_invalid(inquiry, findings, line.index, line.promotion, std::move(why));
    }
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
    const auto agreed = agreed_line_price(inquiry.terms, inquiry.order, line, inquiry.received_on);
    if (!agreed) {
        no_agreed_price(inquiry, findings, line);
        return;
    }
    if (agreed->agreed.tie) ambiguous(inquiry, findings, line, *agreed);
    promotion_missed(inquiry, findings, line, *agreed);
    if (line.price) compare_price(inquiry, findings, line, *agreed);
}

} // namespace

void check_price(const Inquiry& inquiry, Findings& findings) {
    if (!inquiry.terms.customer) return; // whose prices?
    const auto& agreement = inquiry.terms.agreement;
    if (agreement && inquiry.order.currency != agreement->currency) return; // C07 says it once
    for (const OrderLine& line : inquiry.order.lines)
        check_line(inquiry, findings, line);
    check_claims(inquiry, findings);
}

} // namespace besteld

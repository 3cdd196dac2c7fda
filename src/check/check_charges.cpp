// SPDX-License-Identifier: Apache-2.0
// F05 discounts and H05 surcharges: what the document states against what is due; H04 minimum order
// value. A document that states none leaves them to the agreement: then they are shown and
// confirmed as due.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/families.hpp"
#include "check/line_value.hpp"
#include "check/prices.hpp"
#include "check/tolerance.hpp"

#include <algorithm>

namespace besteld {

namespace {

enum class Kind { allowance, charge };

// One level: a line, or the order when `line` is none.
struct Level {
    LineIndex line;
    const std::vector<ChargeDraft>* stated = nullptr;
    Decimal base{}; // what percentages are of
    std::vector<ChargeDue> due;
};

Decimal sum_of(const ChargeSums& sums, Kind kind) {
    return kind == Kind::allowance ? sums.allowances : sums.charges;
}

bool is_of(const ChargeDraft& stated, Kind kind) {
    return stated.is_allowance == (kind == Kind::allowance);
}

// The document's words: "5 %", "17.50 FC".
std::string stated_words(const Level& level, Kind kind) {
    std::vector<std::string> words;
    for (const ChargeDraft& one : *level.stated) {
        if (!is_of(one, kind)) continue;
        std::string word = one.percent ? one.percent->value + " %" : std::string{};
        if (one.amount) word = cat(word, word.empty() ? "" : " = ", one.amount->value);
        if (one.code) word += " " + one.code->value;
        if (one.reason) word += " " + one.reason->value;
        words.push_back(std::move(word));
    }
    return join(words, "; ");
}

Place stated_place(const Level& level, Kind kind) {
    for (const ChargeDraft& one : *level.stated) {
        if (!is_of(one, kind)) continue;
        if (one.amount) return one.amount->place;
        if (one.percent) return one.percent->place;
    }
    return {};
}

std::string due_clauses(const Level& level, Kind kind) {
    std::vector<std::string> clauses;
    for (const ChargeDue& one : level.due)
        if (one.line == level.line && one.is_allowance == (kind == Kind::allowance))
            clauses.push_back(cat(one.clause, " = ", one.amount.to_string(2)));
    return join(clauses, "; ");
}

std::string money_words(const Inquiry& inquiry, Decimal amount, Kind kind) {
    if (amount.is_zero()) return kind == Kind::allowance ? "no discount" : "no surcharge";
    return cat(money_text(amount, inquiry.digits), " ", inquiry.order.currency);
}

Finding charge_finding(const Inquiry& inquiry, const Level& level, Kind kind, Decimal stated,
                       Decimal due) {
    const bool allowance = kind == Kind::allowance;
    Finding finding = new_finding(
        inquiry, allowance ? Check::discount_not_agreed : Check::surcharge_differs, level.line,
        money_words(inquiry, stated, kind), money_words(inquiry, due, kind));
    const Decimal difference = stated - due;
    finding.difference = signed_text(difference, inquiry.digits);
    finding.money = allowance ? -difference : difference;
    const std::string clauses = due_clauses(level, kind);
    if (!clauses.empty()) finding.clause += ", " + clauses;
    finding.trace = clauses.empty()
                        ? cat(inquiry.terms.charges.size(), " rules on file, none is due")
                        : cat("due on ", level.base.to_string(2), ": ", clauses);
    finding.passes_if = cat("the ", allowance ? "discount" : "surcharge", " is ", finding.agreed,
                            " (tolerance 0.02)");
    quote(finding, stated_place(level, kind), stated_words(level, kind));
    suggest(finding, Resolution::accept_agreed, money_text(due, inquiry.digits));
    const std::string subject = subject_of(inquiry, level.line);
    set_consequence(finding, Resolution::accept_agreed,
                    cat(subject, " is confirmed with ", finding.agreed,
                        "; the customer is told of the difference"));
    set_consequence(finding, Resolution::accept_ordered,
                    cat(subject, " is confirmed with ", finding.ordered,
                        " as ordered; your reason is recorded"));
    return finding;
}

// Stated and due: the agreement decides about what the document leaves out altogether.
void compare(const Inquiry& inquiry, Findings& findings, const Level& level, Kind kind) {
    const auto of_kind = [&](const ChargeDraft& one) { return is_of(one, kind); };
    const bool is_stated = std::ranges::any_of(*level.stated, of_kind);
    const Decimal due = sum_of(sums_of(level.due, level.line), kind);
    if (!is_stated && due.is_zero()) return;
    const auto sums = stated_charges(*level.stated, level.base, inquiry.digits);
    if (!sums) { // a figure that is none
        Finding finding = charge_finding(inquiry, level, kind, Decimal{}, due);
        finding.ordered = stated_words(level, kind);
        finding.money.reset();
        finding.difference.clear();
        if (is_stated) findings.push_back(std::move(finding));
        return;
    }
    const Decimal stated = sum_of(*sums, kind);
    if (stated == due) return;
    Finding finding = charge_finding(inquiry, level, kind, stated, due);
    const Decimal slack = own_limit(inquiry.terms, finding.check).value_or(amount_slack);
    if (!is_stated) {
        finding = as_info(std::move(finding));
        finding.trace += "; the document states none, what is due is confirmed";
    } else if ((stated - due).abs() <= slack) {
        finding = as_info(std::move(finding));
        finding.suggested.reset();
        finding.suggested_value.clear();
        finding.trace += "; inside the tolerance, the stated amount stands";
    }
    findings.push_back(std::move(finding));
}

// The buyer wrote the price that is left after the agreed discount.
void discount_in_price(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                       const ChargedLine& charged) {
    const auto agreed = agreed_line_price(inquiry.terms, inquiry.order, line, inquiry.received_on);
    if (!agreed || agreed->exclusive || !line.price || !charged.discounts_spent) return;
    Finding finding = as_info(new_finding(
        inquiry, Check::discount_not_agreed, line.index,
        cat("price ", money_text(line.price->value, inquiry.digits), " after discount"),
        cat("price ", money_text(agreed->per_basis, inquiry.digits), " before discount")));
    finding.trace = "the ordered price is the agreed one less the agreed discount; it is not taken "
                    "off again";
    finding.passes_if = "the discount is taken once";
    quote(finding, line.price->place, line.price->value.to_string());
    findings.push_back(std::move(finding));
}

void check_line_charges(const Inquiry& inquiry, Findings& findings, const OrderLine& line) {
    const auto charged = charged_line(inquiry, line);
    if (!charged) return;
    discount_in_price(inquiry, findings, line, *charged);
    const Level level{.line = line.index,
                      .stated = &inquiry.draft.lines[line.index].charges,
                      .base = charged->amount,
                      .due = charges_due(inquiry.terms, *charged, charge_setting(inquiry))};
    compare(inquiry, findings, level, Kind::allowance);
    compare(inquiry, findings, level, Kind::charge);
}

void check_order_charges(const Inquiry& inquiry, Findings& findings) {
    std::vector<ChargedLine> lines;
    for (const OrderLine& line : inquiry.order.lines) {
        auto charged = charged_line(inquiry, line);
        if (!charged) return; // the line that has no value has its own finding
        lines.push_back(std::move(*charged));
    }
    Level level{.line = header,
                .stated = &inquiry.draft.charges,
                .due = charges_due(inquiry.terms, lines, charge_setting(inquiry))};
    for (const ChargedLine& line : lines) {
        const ChargeSums own = sums_of(level.due, line.index);
        const auto left = plus(level.base, line.amount - own.allowances + own.charges);
        if (!left || left->abs() > largest_price) return;
        level.base = *left;
    }
    compare(inquiry, findings, level, Kind::allowance);
    compare(inquiry, findings, level, Kind::charge);
}

void check_minimum_value(const Inquiry& inquiry, Findings& findings) {
    const auto& agreement = inquiry.terms.agreement;
    if (!agreement || !agreement->minimum_value || inquiry.order.lines.empty()) return;
    const OrderValue value = expected_value(inquiry);
    const Decimal slack =
        own_limit(inquiry.terms, Check::below_minimum_order_value).value_or(Decimal{});
    if (!value.complete || value.net >= *agreement->minimum_value - slack) return;
    const std::string currency = " " + agreement->currency;
    Finding finding = new_finding(inquiry, Check::below_minimum_order_value, header,
                                  value.net.to_string(inquiry.digits) + currency,
                                  agreement->minimum_value->to_string(inquiry.digits) + currency);
    finding.difference = signed_text(value.net - *agreement->minimum_value, inquiry.digits);
    finding.clause += cat(", minimum order value ", finding.agreed);
    finding.trace = "net value of all lines, discounts and surcharges included";
    finding.passes_if = cat("the order's net value is at least ", finding.agreed);
    if (agreement->small_order_fee) {
        const std::string fee = agreement->small_order_fee->to_string(inquiry.digits);
        finding.money = agreement->small_order_fee;
        finding.clause += cat(", else fee ", fee);
        suggest(finding, Resolution::accept_agreed, fee);
        set_consequence(finding, Resolution::accept_agreed,
                        cat("the order is confirmed with the small-order fee of ", fee, currency));
    }
    findings.push_back(std::move(finding));
}

} // namespace

void check_charges(const Inquiry& inquiry, Findings& findings) {
    check_minimum_value(inquiry, findings);
    const auto& agreement = inquiry.terms.agreement;
    if (!inquiry.terms.customer) return;                                    // whose rules?
    if (agreement && inquiry.order.currency != agreement->currency) return; // C07 says it once
    for (const OrderLine& line : inquiry.order.lines)
        check_line_charges(inquiry, findings, line);
    check_order_charges(inquiry, findings);
}

} // namespace besteld

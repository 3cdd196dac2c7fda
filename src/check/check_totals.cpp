// SPDX-License-Identifier: Apache-2.0
// I01 line amount, I02 totals: what the document states against what it adds up to.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/families.hpp"
#include "check/line_value.hpp"
#include "check/tolerance.hpp"
#include "check/typed_values.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr Decimal line_slack = amount_slack;
constexpr Decimal largest_slack = Decimal::from_units(500'000); // 0.50

// Charges less allowances of `list`, percentages of `base`; rounded like every amount.
std::optional<Decimal> with_charges(const Inquiry& inquiry, Decimal base,
                                    const std::vector<ChargeDraft>& list) {
    Decimal sum = base;
    for (const ChargeDraft& charge : list) {
        const auto amount = typed_number(charge.amount, largest_amount);
        const auto percent = typed_number(charge.percent, largest_amount);
        std::optional<Decimal> value = amount ? std::optional(amount->value) : std::nullopt;
        if (!value && percent) {
            const auto part = multiply_divide(base, percent->value, Decimal{100}, inquiry.digits);
            if (part) value = *part;
        }
        if (!value) return std::nullopt;
        const auto next = charge.is_allowance ? minus(sum, *value) : plus(sum, *value);
        if (!next) return std::nullopt;
        sum = *next;
    }
    return sum;
}

// The same with what is due by the agreement, which the sender may have reckoned with in silence.
std::optional<Decimal> with_charges_due(const Inquiry& inquiry, const OrderLine& line,
                                        Decimal base) {
    const auto charged = charged_line(inquiry, line);
    if (!charged) return std::nullopt;
    const auto due = charges_due(inquiry.terms, *charged, charge_setting(inquiry));
    const ChargeSums sums = sums_of(due, line.index);
    return plus(base, sums.charges - sums.allowances);
}

Finding amount_finding(const Inquiry& inquiry, Check check, LineIndex line,
                       const Sourced<Decimal>& stated, Decimal computed, Decimal slack) {
    const std::string currency = inquiry.order.currency.empty() ? "" : " " + inquiry.order.currency;
    Finding finding =
        new_finding(inquiry, check, line, money_text(stated.value, inquiry.digits) + currency,
                    money_text(computed, inquiry.digits) + currency);
    const auto difference = minus(stated.value, computed);
    if (difference) {
        finding.difference = signed_text(*difference, inquiry.digits);
        finding.money = *difference;
        if (difference->abs() <= slack) finding = as_info(std::move(finding));
    }
    finding.passes_if =
        cat("the amount is ", finding.agreed, " (tolerance ", slack.to_string(inquiry.digits), ")");
    quote(finding, stated.place, stated.value.to_string());
    return finding;
}

Decimal slack_of(const Inquiry& inquiry) {
    const Decimal agreed =
        inquiry.terms.agreement ? inquiry.terms.agreement->line_value_tolerance : Decimal{};
    return own_limit(inquiry.terms, Check::line_amount_differs)
        .value_or(std::max(line_slack, agreed));
}

void check_line_amount(const Inquiry& inquiry, Findings& findings, const OrderLine& line) {
    const auto computed = ordered_value(inquiry, line);
    if (!line.line_amount || !computed) return;
    // Senders state the amount before or after the line's charges.
    const auto charged = with_charges(inquiry, *computed, inquiry.draft.lines[line.index].charges);
    const auto due = with_charges_due(inquiry, line, *computed);
    const Decimal stated = line.line_amount->value;
    if (stated == *computed || stated == charged || stated == due) return;
    Finding finding =
        amount_finding(inquiry, Check::line_amount_differs, line.index, *line.line_amount,
                       charged.value_or(*computed), slack_of(inquiry));
    finding.trace = cat(quantity_text(line), " x ", line.price->value.to_string(), " / ",
                        line.price_base.to_string());
    findings.push_back(std::move(finding));
}

void check_total(const Inquiry& inquiry, Findings& findings) {
    const auto& stated = inquiry.order.stated_total;
    if (!stated || inquiry.order.lines.empty()) return;
    const OrderValue value = expected_value(inquiry);
    if (!value.complete) return; // the line that has no value has its own finding
    const Decimal net =
        with_charges(inquiry, value.goods, inquiry.draft.charges).value_or(value.net);
    // A total in a mail or table may be meant with or without tax and charges; in neither case is
    // it wrong.
    const auto fits = [&](Decimal amount) { return stated->value == amount; };
    if (fits(net) || fits(value.goods) || fits(value.net) || fits(value.gross)) return;
    const auto lines = static_cast<std::int64_t>(inquiry.order.lines.size());
    const Decimal usual = std::min(Decimal::from_units(line_slack.units() * lines), largest_slack);
    const Decimal slack = own_limit(inquiry.terms, Check::total_differs).value_or(usual);
    const auto distance = [&](Decimal amount) {
        return minus(stated->value, amount).value_or(largest_price).abs();
    };
    const Decimal nearest = distance(value.gross) < distance(net) ? value.gross : net;
    Finding finding =
        amount_finding(inquiry, Check::total_differs, header, *stated, nearest, slack);
    finding.trace = cat("sum of ", lines, " lines ", value.goods.to_string(inquiry.digits),
                        ", with discounts and surcharges ", value.net.to_string(inquiry.digits),
                        ", with tax ", value.gross.to_string(inquiry.digits));
    findings.push_back(std::move(finding));
}

} // namespace

void check_totals(const Inquiry& inquiry, Findings& findings) {
    for (const OrderLine& line : inquiry.order.lines)
        check_line_amount(inquiry, findings, line);
    check_total(inquiry, findings);
}

} // namespace besteld

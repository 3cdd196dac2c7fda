// SPDX-License-Identifier: Apache-2.0
// H06 credit limit, H07 overdue items, H08 prepayment. What finance says of the customer is held
// against the order; only the credit controller lets an order pass that fails here.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/families.hpp"
#include "check/line_value.hpp"
#include "check/own_limits.hpp"

#include <algorithm>

namespace besteld {

namespace {

const std::string& limit_currency(const Agreement& agreement) {
    return agreement.credit_currency.empty() ? agreement.currency : agreement.credit_currency;
}

std::string as_told(const Agreement& agreement) {
    return agreement.credit_as_of ? cat(" as told on ", to_iso(*agreement.credit_as_of))
                                  : std::string{};
}

void word_ways(Finding& finding, std::string_view released) {
    suggest(finding, Resolution::hold, "");
    set_consequence(finding, Resolution::accept_ordered,
                    cat("the credit controller lets the order go ", released,
                        "; the reason is recorded, the customer is not told"));
    set_consequence(finding, Resolution::reject,
                    "the order is declined; the customer is not told why");
    set_consequence(finding, Resolution::ask,
                    "not released: a clerk asks the customer to pay first");
}

// Open items, our own accepted orders that are not invoiced, and this order with its tax
// (domain.md 4.1, exposure). An order whose value is not complete counts with what is known.
void check_limit(const Inquiry& inquiry, Findings& findings) {
    const auto& agreement = inquiry.terms.agreement;
    if (!agreement || !agreement->credit_limit) return;
    // An order in a currency that was not agreed has no price yet: C07 says so, and the corrected
    // order is checked again.
    if (inquiry.order.currency != agreement->currency) return;
    const std::string& currency = limit_currency(*agreement);
    if (currency != inquiry.order.currency) {
        findings.push_back(not_evaluated(inquiry, Check::credit_limit_exceeded, header,
                                         cat("a rate from ", inquiry.order.currency, " to ",
                                             currency, ", the currency of the limit")));
        return;
    }
    const Decimal order = expected_value(inquiry).gross;
    const auto taken = plus(agreement->credit_open, inquiry.terms.own_exposure);
    const auto exposure = taken ? plus(*taken, order) : std::nullopt;
    if (exposure && *exposure <= *agreement->credit_limit) return;
    const auto text = [&](Decimal amount) { return amount.to_string(inquiry.digits); };
    const Decimal own = inquiry.terms.own_exposure;
    Finding finding =
        new_finding(inquiry, Check::credit_limit_exceeded, header,
                    cat(text(agreement->credit_open), own.is_zero() ? "" : cat(" + ", text(own)),
                        " + ", text(order), " ", currency),
                    cat(text(*agreement->credit_limit), " ", currency));
    finding.clause += cat(", credit limit ", finding.agreed);
    finding.trace =
        cat("open items ", text(agreement->credit_open), as_told(*agreement),
            ", accepted and not invoiced ", text(own), ", this order with tax ", text(order));
    finding.passes_if =
        cat("open items, accepted orders and this order are at most ", finding.agreed);
    word_ways(finding, "above the limit");
    if (exposure) {
        finding.difference = signed_text(*exposure - *agreement->credit_limit, inquiry.digits);
        finding.money = *agreement->credit_limit - *exposure; // what is not covered is ours to lose
        const auto allowed = own_limit(inquiry.terms, Check::credit_limit_exceeded);
        if (allowed && *exposure - *agreement->credit_limit <= *allowed)
            finding = as_info(std::move(finding));
    }
    findings.push_back(std::move(finding));
}

void check_overdue(const Inquiry& inquiry, Findings& findings) {
    const auto& agreement = inquiry.terms.agreement;
    if (!agreement) return;
    const int allowed =
        own_days(inquiry.terms, Check::overdue_items, std::max(agreement->overdue_days_allowed, 0));
    const int overdue = agreement->oldest_overdue_days;
    if (overdue <= allowed) return;
    Finding finding = new_finding(inquiry, Check::overdue_items, header,
                                  cat(overdue, " days overdue"), cat("at most ", allowed, " days"));
    finding.difference = cat("+", overdue - allowed, overdue - allowed == 1 ? " day" : " days");
    finding.clause += cat(", open items at most ", allowed, " days overdue");
    finding.trace = cat("the oldest open item", as_told(*agreement));
    finding.passes_if = cat("no open item is more than ", allowed, " days overdue");
    if (!agreement->credit_open.is_zero() && limit_currency(*agreement) == inquiry.order.currency)
        finding.money = -agreement->credit_open.abs();
    word_ways(finding, "although items are overdue");
    findings.push_back(std::move(finding));
}

// The share stays due until finance reports the payment (flow/payment) or the credit controller
// releases the order without it. The order is confirmed meanwhile (domain.md 4.2, release-block; S13).
void check_prepayment(const Inquiry& inquiry, Findings& findings) {
    const auto& agreement = inquiry.terms.agreement;
    if (!agreement || agreement->prepaid_percent <= 0) return;
    const OrderValue value = expected_value(inquiry);
    const auto due = multiply_divide(value.gross, Decimal{agreement->prepaid_percent}, Decimal{100},
                                     inquiry.digits);
    if (!due || due->is_zero()) return;
    const std::string& currency = inquiry.order.currency;
    Finding finding = new_finding(inquiry, Check::prepayment_due, header,
                                  cat(Decimal{}.to_string(inquiry.digits), " ", currency),
                                  cat(due->to_string(inquiry.digits), " ", currency));
    finding.difference = cat("-", due->to_string(inquiry.digits));
    finding.money = -*due;
    finding.clause += cat(", ", agreement->prepaid_percent, " % prepaid");
    finding.trace =
        cat(agreement->prepaid_percent, " % of ", value.gross.to_string(inquiry.digits), " ",
            currency, " with tax", value.complete ? "" : ", as far as prices are known",
            "; it holds up the release to the warehouse, not the confirmation");
    finding.passes_if = cat(finding.agreed, " have come in");
    word_ways(finding, "without the prepayment");
    findings.push_back(std::move(finding));
}

} // namespace

void check_credit(const Inquiry& inquiry, Findings& findings) {
    check_limit(inquiry, findings);
    check_overdue(inquiry, findings);
    check_prepayment(inquiry, findings);
}

} // namespace besteld

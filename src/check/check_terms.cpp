// SPDX-License-Identifier: Apache-2.0
// C01 order number, C07 currency, C12 cost reference, H06 credit.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/families.hpp"
#include "check/line_value.hpp"

namespace besteld {

namespace {

void check_order_number(const Inquiry& inquiry, Findings& findings) {
    if (!inquiry.order.buyer_order_key.empty()) return;
    Finding finding = new_finding(inquiry, Check::order_number_missing, header,
                                  inquiry.order.buyer_order_no, "an order number of the customer");
    finding.passes_if = "the order carries the customer's number";
    quote(finding, inquiry.order.buyer_order_place, inquiry.order.buyer_order_no);
    findings.push_back(std::move(finding));
}

void check_currency(const Inquiry& inquiry, Findings& findings) {
    const auto& agreement = inquiry.terms.agreement;
    const Order& order = inquiry.order;
    if (!agreement || order.currency == agreement->currency) return;
    Finding finding = new_finding(inquiry, Check::currency_not_agreed, header, order.currency,
                                  agreement->currency);
    finding.passes_if = cat("the order is in ", agreement->currency);
    finding.trace = "prices are not compared across currencies";
    const auto& read = inquiry.draft.currency;
    quote(finding, read ? read->place : Place{}, order.currency);
    suggest(finding, Resolution::ask, "");
    findings.push_back(std::move(finding));
}

void check_cost_reference(const Inquiry& inquiry, Findings& findings) {
    const auto& agreement = inquiry.terms.agreement;
    if (!agreement || !agreement->cost_reference_required ||
        !trim(inquiry.order.cost_reference).empty())
        return;
    Finding finding =
        new_finding(inquiry, Check::cost_reference_missing, header, "none", "a cost reference");
    finding.passes_if = "the order names a cost centre or cost reference";
    suggest(finding, Resolution::ask, "");
    findings.push_back(std::move(finding));
}

void check_credit(const Inquiry& inquiry, Findings& findings) {
    const auto& agreement = inquiry.terms.agreement;
    if (!agreement || !agreement->credit_limit || inquiry.order.currency != agreement->currency)
        return;
    const OrderValue value = expected_value(inquiry);
    const auto exposure = plus(agreement->credit_open, value.gross);
    if (exposure && *exposure <= *agreement->credit_limit)
        return; // an incomplete order adds when complete
    const auto text = [&](Decimal amount) { return amount.to_string(inquiry.digits); };
    Finding finding = new_finding(
        inquiry, Check::credit_limit_exceeded, header,
        cat(text(agreement->credit_open), " + ", text(value.gross), " ", agreement->currency),
        cat(text(*agreement->credit_limit), " ", agreement->currency));
    if (exposure) {
        finding.difference = signed_text(*exposure - *agreement->credit_limit, inquiry.digits);
        finding.money = *agreement->credit_limit - *exposure; // what is not covered is ours to lose
    }
    finding.clause += cat(", credit limit ", finding.agreed);
    finding.trace = "open items and orders, plus this order with tax";
    finding.passes_if = cat("open items and this order are at most ", finding.agreed);
    suggest(finding, Resolution::hold, "");
    findings.push_back(std::move(finding));
}

} // namespace

void check_terms(const Inquiry& inquiry, Findings& findings) {
    check_order_number(inquiry, findings);
    check_currency(inquiry, findings);
    check_cost_reference(inquiry, findings);
    check_credit(inquiry, findings);
}

} // namespace besteld

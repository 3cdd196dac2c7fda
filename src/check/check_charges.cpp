// SPDX-License-Identifier: Apache-2.0
// H04 minimum order value.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/families.hpp"
#include "check/line_value.hpp"

namespace besteld {

namespace {

void check_minimum_value(const Inquiry& inquiry, Findings& findings) {
    const auto& agreement = inquiry.terms.agreement;
    if (!agreement || !agreement->minimum_value || inquiry.order.lines.empty()) return;
    const OrderValue value = expected_value(inquiry);
    if (!value.complete || value.net >= *agreement->minimum_value) return;
    const std::string currency = " " + agreement->currency;
    Finding finding = new_finding(inquiry, Check::below_minimum_order_value, header,
                                  value.net.to_string(inquiry.digits) + currency,
                                  agreement->minimum_value->to_string(inquiry.digits) + currency);
    finding.difference = signed_text(value.net - *agreement->minimum_value, inquiry.digits);
    finding.clause += cat(", minimum order value ", finding.agreed);
    finding.trace = "net value of all lines";
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
}

} // namespace besteld

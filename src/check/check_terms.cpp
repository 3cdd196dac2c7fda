// SPDX-License-Identifier: Apache-2.0
// C01 order number, C07 currency, C08 agreement, C10 framework, C12 cost reference, H04 minimum
// value, H06 credit.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/families.hpp"
#include "check/line_value.hpp"

#include <algorithm>

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

void check_agreement(const Inquiry& inquiry, Findings& findings) {
    if (!inquiry.terms.customer || inquiry.terms.agreement) return;
    std::vector<std::string> others;
    for (const Agreement& other : inquiry.terms.other_agreements)
        others.push_back(cat(other.number, " ", to_iso(other.valid_from), " to ",
                             other.valid_to ? to_iso(*other.valid_to) : std::string("open end")));
    Finding finding =
        new_finding(inquiry, Check::no_valid_agreement, header, to_iso(inquiry.received_on),
                    others.empty() ? std::string("no agreement on file") : join(others, ", "));
    finding.clause = finding.agreed;
    finding.passes_if = cat("an agreement is valid on ", to_iso(inquiry.received_on));
    findings.push_back(std::move(finding));
}

std::string normal(std::string_view number) {
    return normalise_code(number);
}

Decimal open_quantity(const Framework& framework) {
    return std::max(framework.total_quantity - framework.called_off, Decimal{});
}

void framework_not_found(const Inquiry& inquiry, Findings& findings) {
    Finding finding = new_finding(inquiry, Check::framework_exhausted, header,
                                  inquiry.order.framework, "a framework agreement on file");
    finding.clause.clear();
    finding.passes_if = "the framework agreement named is on file for this customer";
    finding.ways_out = {{.resolution = Resolution::ask, .lead_only = false, .consequence = {}},
                        {.resolution = Resolution::dismiss,
                         .lead_only = true,
                         .consequence = "the order goes on without the framework agreement"},
                        {.resolution = Resolution::reject, .lead_only = false, .consequence = {}}};
    quote(finding, {}, inquiry.order.framework);
    findings.push_back(std::move(finding));
}

void check_framework_line(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                          const Framework& framework, Decimal already) {
    const Decimal open = std::max(open_quantity(framework) - already, Decimal{});
    const bool ended = inquiry.received_on > framework.valid_to;
    if (!ended && *line.quantity_stock <= open) return;
    Finding finding = new_finding(inquiry, Check::framework_exhausted, line.index,
                                  cat(line.quantity_stock->to_string(), " ", line.stock_unit),
                                  ended ? cat("ended ", to_iso(framework.valid_to))
                                        : cat(open.to_string(), " ", line.stock_unit, " open"));
    finding.clause =
        cat("framework ", framework.number, ", ", framework.sku, ", ",
            framework.total_quantity.to_string(), " ", line.stock_unit, " at ",
            money_text(framework.price, inquiry.digits), " to ", to_iso(framework.valid_to));
    finding.trace =
        cat("called off ", framework.called_off.to_string(), " of ",
            framework.total_quantity.to_string(),
            already.is_zero() ? "" : cat(", ", already.to_string(), " in earlier lines"));
    finding.difference = signed_text(*line.quantity_stock - open, 0);
    if (const auto money = times(*line.quantity_stock - open, framework.price))
        finding.money = money->rounded(inquiry.digits);
    finding.passes_if = cat("at most ", open.to_string(), " ", line.stock_unit, " are called off");
    quote(finding, line.quantity->place, cat(quantity_text(line), " ", line.item_text));
    if (!ended && !open.is_zero()) {
        suggest(finding, Resolution::reduce,
                open.to_string()); // in the stock unit, as `ordered` is
        set_consequence(finding, Resolution::reduce,
                        cat(open.to_string(), " ", line.stock_unit,
                            " are confirmed under the framework; the rest is dropped"));
    }
    findings.push_back(std::move(finding));
}

void check_frameworks(const Inquiry& inquiry, Findings& findings) {
    const Terms& terms = inquiry.terms;
    const std::string named = normal(inquiry.order.framework);
    const auto same = [&](const Framework& f) { return normal(f.number) == named; };
    // A contract number that is the agreement's own names no framework.
    const bool is_agreement = terms.agreement && normal(terms.agreement->number) == named;
    if (!named.empty() && terms.customer && !is_agreement &&
        std::ranges::none_of(terms.frameworks, same))
        framework_not_found(inquiry, findings);
    std::map<std::string, Decimal> called; // by article: several lines draw on one framework
    for (const OrderLine& line : inquiry.order.lines) {
        if (!line.quantity_stock) continue;
        const auto fits = [&](const Framework& f) {
            return f.sku == line.sku && (named.empty() || normal(f.number) == named);
        };
        const auto framework = std::ranges::find_if(terms.frameworks, fits);
        if (framework == terms.frameworks.end()) continue;
        Decimal& already = called[line.sku];
        check_framework_line(inquiry, findings, line, *framework, already);
        already = plus(already, *line.quantity_stock).value_or(already);
    }
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
    check_agreement(inquiry, findings);
    check_frameworks(inquiry, findings);
    check_cost_reference(inquiry, findings);
    check_minimum_value(inquiry, findings);
    check_credit(inquiry, findings);
}

} // namespace besteld

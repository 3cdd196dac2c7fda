// SPDX-License-Identifier: Apache-2.0
// C01 order number, C07 currency, C12 cost reference, and the fields that a customer's completeness
// rule wants (domain.md 4.1 CompletenessRule).

#include "base/text.hpp"
#include "check/families.hpp"
#include "check/required_field.hpp"

#include <algorithm>

namespace besteld {

namespace {

void check_order_number(const Inquiry& inquiry, Findings& findings) {
    if (!inquiry.order.buyer_order_key.empty()) return;
    Finding finding = new_finding(inquiry, Check::order_number_missing, header,
                                  inquiry.order.buyer_order_no, "an order number of the customer");
    finding.trace = "neither a field nor the words of the document name one";
    finding.passes_if = "the order carries the customer's number";
    quote(finding, inquiry.order.buyer_order_place, inquiry.order.buyer_order_no);
    suggest(finding, Resolution::ask, "");
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
    finding.clause += ", cost reference required";
    finding.trace = "neither a field nor a reference of the document names one";
    finding.passes_if = "the order names a cost centre or cost reference";
    suggest(finding, Resolution::ask, "");
    findings.push_back(std::move(finding));
}

// What a missing field holds up. Nothing stops an invoice yet, so a person looks at once.
FindingSeverity severity_of_need(std::string_view blocks) {
    if (blocks == "registration") return FindingSeverity::block;
    return blocks == "delivery" ? FindingSeverity::release_block : FindingSeverity::warn;
}

void check_required(const Inquiry& inquiry, Findings& findings, const std::string& rule) {
    const auto colon = rule.find(':');
    const bool staged = colon != std::string::npos;
    const std::string blocks = staged ? rule.substr(0, colon) : "registration";
    const std::string name(trim(staged ? std::string_view(rule).substr(colon + 1) : rule));
    const RequiredField* field = find_required_field(name);
    if (field == nullptr) {
        findings.push_back(
            not_evaluated(inquiry, Check::cost_reference_missing, header,
                          cat("a field called '", name, "' of the completeness rule")));
        return;
    }
    // Said already, by the check that always runs.
    const auto same = [&](const Finding& f) {
        return f.check == field->check && !f.line && f.agreed == field->words;
    };
    if (field->is_given(inquiry) || std::ranges::any_of(findings, same)) return;
    Finding finding = new_finding(inquiry, field->check, header, "none", std::string(field->words));
    finding.severity = severity_of_need(blocks);
    finding.clause += cat(", complete for ", blocks, " only with ", field->words);
    finding.trace = cat("completeness rule ", rule);
    finding.passes_if = cat("the order names ", field->words);
    finding.ways_out = {
        {.resolution = Resolution::ask, .lead_only = false, .consequence = {}},
        {.resolution = Resolution::dismiss,
         .lead_only = true,
         .consequence = cat("it goes on without ", field->words, "; your reason is recorded")}};
    suggest(finding, Resolution::ask, "");
    findings.push_back(std::move(finding));
}

} // namespace

void check_terms(const Inquiry& inquiry, Findings& findings) {
    check_order_number(inquiry, findings);
    check_currency(inquiry, findings);
    check_cost_reference(inquiry, findings);
    if (!inquiry.terms.agreement) return;
    for (const std::string& rule : inquiry.terms.agreement->required_fields)
        check_required(inquiry, findings, rule);
}

} // namespace besteld

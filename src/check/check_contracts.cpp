// SPDX-License-Identifier: Apache-2.0
// C08 agreement, C09 quotation; frameworks (C10, C11) have a file of their own.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/contract_checks.hpp"
#include "check/families.hpp"
#include "check/line_value.hpp"
#include "check/prices.hpp"
#include "check/units.hpp"
#include "order/clause_words.hpp"

#include <algorithm>

namespace besteld {

namespace {

Finding agreement_finding(const Inquiry& inquiry, Date price_date, std::string agreed) {
    Finding finding = new_finding(inquiry, Check::no_valid_agreement, header, to_iso(price_date),
                                  std::move(agreed));
    finding.clause = finding.agreed;
    finding.trace = "the agreement must be valid on the day whose prices count";
    finding.passes_if = cat("an agreement is valid on ", to_iso(price_date));
    const OrderValue value = expected_value(inquiry);
    if (!value.net.is_zero()) finding.money = value.net;
    const auto& dated = inquiry.draft.order_date;
    quote(finding, dated ? dated->place : Place{}, dated ? dated->value : std::string{});
    suggest(finding, Resolution::ask, "");
    return finding;
}

void check_agreement(const Inquiry& inquiry, Findings& findings) {
    if (!inquiry.terms.customer) return;
    const auto& agreement = inquiry.terms.agreement;
    if (!agreement) {
        std::vector<std::string> others;
        for (const Agreement& other : inquiry.terms.other_agreements)
            others.push_back(
                cat(other.number, " ", to_iso(other.valid_from), " to ",
                    other.valid_to ? to_iso(*other.valid_to) : std::string("open end")));
        findings.push_back(agreement_finding(inquiry, inquiry.received_on,
                                             others.empty() ? std::string("no agreement on file")
                                                            : join(others, ", ")));
        return;
    }
    if (agreement->price_date_basis == PriceDateBasis::received) return;
    Date latest = inquiry.received_on;
    for (const OrderLine& line : inquiry.order.lines)
        latest = std::max(latest, delivery_asked(line, inquiry.received_on));
    if (!holds_on(agreement->valid_from, agreement->valid_to, latest))
        findings.push_back(agreement_finding(inquiry, latest, agreement_clause(inquiry.terms)));
}

// --- C09

struct QuotationNamed {
    Field number;
    LineIndex line;
};

std::vector<QuotationNamed> quotations_named(const Inquiry& inquiry) {
    std::vector<QuotationNamed> named;
    const auto collect = [&](const std::vector<Reference>& references, LineIndex line) {
        for (const Reference& reference : references)
            if (reference.type == "quotation" && !trim(reference.value.value).empty())
                named.push_back({.number = reference.value, .line = line});
    };
    collect(inquiry.draft.references, header);
    for (const OrderLine& line : inquiry.order.lines)
        collect(inquiry.draft.lines[line.index].references, line.index);
    return named;
}

std::string quotation_words(const Quotation& quotation) {
    return cat("quotation ", quotation.number, ", ", quotation.sku, " at ",
               quotation.price.to_string(), " ", quotation.currency, ", ",
               validity_words(quotation.valid_from, quotation.valid_to));
}

// Why a quotation for this line gives no price; empty when it does.
std::string fault_of(const Inquiry& inquiry, const Quotation& quotation, const OrderLine& line) {
    if (inquiry.received_on > quotation.valid_to)
        return cat("expired ", to_iso(quotation.valid_to));
    if (inquiry.received_on < quotation.valid_from)
        return cat("begins ", to_iso(quotation.valid_from));
    if (quotation.currency != inquiry.order.currency) return cat("in ", quotation.currency);
    if (quotation.maximum_quantity && line.quantity_stock &&
        *line.quantity_stock > *quotation.maximum_quantity)
        return cat("for at most ", quotation.maximum_quantity->to_string(), " ", line.stock_unit);
    return {};
}

// What the quoted price would make of the line against the price that counts instead.
std::optional<Decimal> quotation_money(const Inquiry& inquiry, const Quotation& quotation,
                                       const OrderLine& line) {
    const Item* item = item_of(inquiry, line);
    const auto agreed = agreed_line_price(inquiry.terms, inquiry.order, line, inquiry.received_on);
    if (item == nullptr || !agreed || !line.quantity_stock) return std::nullopt;
    const auto base = to_stock(*item, quotation.unit.empty() ? item->stock_unit : quotation.unit,
                               quotation.base_quantity);
    const auto quoted =
        base ? multiply_divide(*line.quantity_stock, quotation.price, *base, inquiry.digits)
             : std::unexpected(DecimalFault::division_by_zero);
    const auto ours = times(*line.quantity_stock, agreed->agreed.per_stock_unit);
    return quoted && ours ? minus(*quoted, ours->rounded(inquiry.digits)) : std::nullopt;
}

Finding quotation_finding(const Inquiry& inquiry, const Field& number, LineIndex line,
                          std::string agreed) {
    Finding finding = new_finding(inquiry, Check::quotation_differs, line,
                                  cat("quotation ", trim(number.value)), std::move(agreed));
    finding.trace = "compared: number, validity, article, currency, quantity";
    finding.passes_if = "the quotation is on file for this customer and article, valid on the day "
                        "of the order, and not exceeded";
    quote(finding, number.place, number.value);
    suggest(finding, Resolution::accept_agreed, "");
    set_consequence(
        finding, Resolution::accept_agreed,
        cat(subject_of(inquiry, line), " goes on at the agreed prices, without the quotation"));
    set_consequence(
        finding, Resolution::accept_ordered,
        cat(subject_of(inquiry, line), " goes on as the quotation says; your reason is recorded"));
    return finding;
}

void check_quotation_line(const Inquiry& inquiry, Findings& findings, const Field& number,
                          const OrderLine& line) {
    const Quotation* known = nullptr;
    std::string fault;
    for (const Quotation& quotation : inquiry.terms.quotations) {
        if (quotation.sku != line.sku ||
            normalise_code(quotation.number) != normalise_code(number.value))
            continue;
        known = &quotation;
        fault = fault_of(inquiry, quotation, line);
        if (fault.empty()) return;
    }
    if (line.sku.empty()) return; // D01 says it
    Finding finding = quotation_finding(inquiry, number, line.index,
                                        known != nullptr ? fault : cat("not for ", line.sku));
    if (known != nullptr) {
        finding.clause = quotation_words(*known);
        finding.money = quotation_money(inquiry, *known, line);
    }
    findings.push_back(std::move(finding));
}

void check_quotations(const Inquiry& inquiry, Findings& findings) {
    if (!inquiry.terms.customer) return;
    for (const QuotationNamed& named : quotations_named(inquiry)) {
        const auto same = [&](const Quotation& quotation) {
            return normalise_code(quotation.number) == normalise_code(named.number.value);
        };
        if (std::ranges::none_of(inquiry.terms.quotations, same)) {
            findings.push_back(quotation_finding(inquiry, named.number, named.line,
                                                 "no such quotation for this customer"));
            continue;
        }
        for (const OrderLine& line : inquiry.order.lines)
            if (!named.line || *named.line == line.index)
                check_quotation_line(inquiry, findings, named.number, line);
    }
}

} // namespace

void check_contracts(const Inquiry& inquiry, Findings& findings) {
    check_agreement(inquiry, findings);
    check_quotations(inquiry, findings);
    check_frameworks(inquiry, findings);
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
// C08 agreement, C10 framework.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/families.hpp"

#include <algorithm>

namespace besteld {

namespace {

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
    const std::string named = normalise_code(inquiry.order.framework);
    const auto same = [&](const Framework& f) { return normalise_code(f.number) == named; };
    // A contract number that is the agreement's own names no framework.
    const bool is_agreement = terms.agreement && normalise_code(terms.agreement->number) == named;
    if (!named.empty() && terms.customer && !is_agreement &&
        std::ranges::none_of(terms.frameworks, same))
        framework_not_found(inquiry, findings);
    std::map<std::string, Decimal> called; // by article: several lines draw on one framework
    for (const OrderLine& line : inquiry.order.lines) {
        if (!line.quantity_stock) continue;
        const auto fits = [&](const Framework& f) {
            return f.sku == line.sku && (named.empty() || normalise_code(f.number) == named);
        };
        const auto framework = std::ranges::find_if(terms.frameworks, fits);
        if (framework == terms.frameworks.end()) continue;
        Decimal& already = called[line.sku];
        check_framework_line(inquiry, findings, line, *framework, already);
        already = plus(already, *line.quantity_stock).value_or(already);
    }
}

} // namespace

void check_contracts(const Inquiry& inquiry, Findings& findings) {
    check_agreement(inquiry, findings);
    check_frameworks(inquiry, findings);
}

} // namespace besteld

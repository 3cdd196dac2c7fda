// SPDX-License-Identifier: Apache-2.0
// H03 tax category: does the agreed one fit the two countries and the customer's VAT number, and
// does the order state the same. Categories are those of EN 16931 (UNCL 5305).

#include "base/text.hpp"
#include "base/vat_number.hpp"
#include "check/calendar.hpp"
#include "check/families.hpp"
#include "check/own_limits.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

// How long a confirmed number is taken to be valid.
constexpr int usual_age = 365;

struct Tax {
    std::string category;
    Decimal percent{};
};

std::string tax_text(const Tax& tax) {
    return cat(tax.category, " ", tax.percent.to_string(), " %");
}

// Only these carry a rate.
bool has_rate(std::string_view category) {
    return category == "S" || category == "L" || category == "M";
}

Tax agreed_tax(const Agreement& agreement, const Item* item) {
    Tax tax{.category = agreement.tax_category, .percent = agreement.tax_percent};
    if (item != nullptr && !item->tax_category.empty()) tax.category = item->tax_category;
    // Abroad an item's rate at home says nothing.
    if (item != nullptr && item->tax_percent && has_rate(tax.category))
        tax.percent = *item->tax_percent;
    if (!has_rate(tax.category)) tax.percent = Decimal{};
    return tax;
}

std::string country_of_vat(std::string_view vat) {
    const std::string_view prefix = vat.substr(0, 2);
    return prefix == "EL" ? "GR" : std::string(prefix);
}

// From base data, else the one that identified him.
std::string vat_of(const Terms& terms) {
    if (!terms.customer) return {};
    if (!terms.customer->vat.empty()) return vat_key(terms.customer->vat);
    for (const IdentityHit& hit : terms.hits)
        if (hit.identity.kind == "vat" && hit.customer_no == terms.customer->no)
            return vat_key(hit.identity.value);
    return {};
}

struct Route {
    std::string from;
    std::string to;       // the ship-to's country, else the customer's
    std::string customer; // where the customer sits
    std::string vat;
};

Route route_of(const Inquiry& inquiry) {
    const Terms& terms = inquiry.terms;
    const ShipTo* ship_to = find_ship_to(terms, inquiry.order.ship_to_id);
    Route route{.from = country_of_vat(vat_key(terms.seller.vat)), .vat = vat_of(terms)};
    route.customer = terms.customer ? terms.customer->country : std::string{};
    route.to = ship_to != nullptr && !ship_to->country.empty() ? ship_to->country : route.customer;
    if (route.customer.empty()) route.customer = route.to;
    return route;
}

bool is_export(const std::string& country) {
    return !country.empty() && !is_eu_country(country);
}

// Why the category cannot be right for this route; empty when it can. A forwarder's address at home
// is no hindrance to an export or to a supply abroad: the customer's own country counts as well.
std::string misfit(const Route& route, const std::string& category) {
    const bool abroad = route.to != route.from || route.customer != route.from;
    const bool outside = is_export(route.to) || is_export(route.customer);
    const bool inside = is_eu_country(route.to) || is_eu_country(route.customer);
    if (category == "K") {
        if (!abroad || !inside)
            return cat("K is for goods to another member state, not to ", route.to);
        const VatFault fault = vat_fault(route.vat);
        if (fault != VatFault::none)
            return cat("K needs the customer's VAT number: ", words_of(fault),
                       route.vat.empty() ? "" : cat(" (", route.vat, ")"));
        if (country_of_vat(route.vat) == route.from)
            return cat("K needs a VAT number of another member state, not ", route.vat);
        return {};
    }
    if (category == "G" && !outside)
        return cat("G is for goods that leave the EU, not for ", route.to);
    const bool only_outside = is_export(route.to) && is_export(route.customer);
    if (category == "S" && only_outside)
        return cat("goods to ", route.to, " leave the EU: G, not S");
    const bool only_other_state =
        route.to != route.from && route.customer != route.from && !outside && inside;
    if (category == "S" && only_other_state && vat_fault(route.vat) == VatFault::none)
        return cat("goods to ", route.to, " for ", route.vat, ": K, not S");
    return {};
}

Finding tax_finding(const Inquiry& inquiry, LineIndex line, std::string ordered,
                    const Tax& agreed) {
    Finding finding =
        new_finding(inquiry, Check::tax_not_as_agreed, line, std::move(ordered), tax_text(agreed));
    finding.clause += cat(", tax ", finding.agreed);
    return finding;
}

void check_route(const Inquiry& inquiry, Findings& findings) {
    const Route route = route_of(inquiry);
    if (route.from.empty() || route.to.empty()) return;
    const Tax tax = agreed_tax(*inquiry.terms.agreement, nullptr);
    const std::string why = misfit(route, tax.category);
    if (why.empty()) return;
    Finding finding = tax_finding(inquiry, header,
                                  cat(route.from, " to ", route.to,
                                      route.vat.empty() ? ", no VAT number" : cat(", ", route.vat)),
                                  tax);
    finding.trace = why;
    finding.passes_if = cat("the category fits the route ", route.from, " to ", route.to,
                            tax.category == "K" ? " and the customer's VAT number is valid" : "");
    // No money: the rate that we would owe ourselves is not in this agreement.
    suggest(finding, Resolution::ask, "");
    findings.push_back(std::move(finding));
}

// A number that an authority has confirmed long ago may have lapsed since.
void check_age(const Inquiry& inquiry, Findings& findings) {
    const auto& customer = inquiry.terms.customer;
    if (!customer || inquiry.terms.agreement->tax_category != "K" || !customer->vat_checked_on)
        return;
    const int allowed = own_days(inquiry.terms, Check::tax_not_as_agreed, usual_age);
    const auto age = (inquiry.today - *customer->vat_checked_on).count();
    if (age <= allowed) return;
    Finding finding =
        not_evaluated(inquiry, Check::tax_not_as_agreed, header,
                      cat("a recent confirmation of VAT number ", vat_of(inquiry.terms), " (last ",
                          to_iso(*customer->vat_checked_on), ")"));
    finding.trace = cat("confirmed ", age, " days ago, at most ", allowed, " are taken");
    findings.push_back(std::move(finding));
}

bool is_category(std::string_view text) {
    constexpr std::array known =
        std::to_array<std::string_view>({"S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B"});
    return std::ranges::find(known, text) != known.end();
}

// What the line states that is not so; empty when it states nothing or the same.
std::string stated_otherwise(const LineDraft& draft, const Tax& agreed) {
    const std::string category =
        draft.tax_category ? to_upper_ascii(trim(draft.tax_category->value)) : std::string{};
    std::string_view written = draft.tax_rate ? trim(draft.tax_rate->value) : std::string_view{};
    if (written.ends_with('%')) written = trim(written.substr(0, written.size() - 1));
    const auto rate = Decimal::parse(written);
    const bool other_category = is_category(category) && category != agreed.category;
    const bool other_rate = rate && *rate != agreed.percent;
    if (!other_category && !other_rate) return {};
    return cat(is_category(category) ? cat(category, " ") : std::string{},
               rate ? cat(rate->to_string(), " %") : std::string{});
}

Place tax_place(const LineDraft& draft) {
    return draft.tax_category ? draft.tax_category->place
           : draft.tax_rate   ? draft.tax_rate->place
                              : Place{};
}

void check_stated(const Inquiry& inquiry, Findings& findings) {
    const auto& lines = inquiry.draft.lines;
    for (const OrderLine& line : inquiry.order.lines) {
        if (line.index >= lines.size()) continue;
        const LineDraft& draft = lines[line.index];
        const Tax agreed = agreed_tax(*inquiry.terms.agreement, item_of(inquiry, line));
        const std::string stated(trim(stated_otherwise(draft, agreed)));
        if (stated.empty()) continue;
        Finding finding = tax_finding(inquiry, line.index, stated, agreed);
        finding.trace = line.sku.empty() || item_of(inquiry, line) == nullptr ||
                                item_of(inquiry, line)->tax_category.empty()
                            ? std::string("the agreement's category")
                            : cat("the category of ", line.sku);
        finding.passes_if = cat("the line states ", tax_text(agreed), ", or nothing");
        quote(finding, tax_place(draft), stated);
        set_consequence(finding, Resolution::accept_ordered,
                        cat("the line goes on although it states ", stated,
                            "; tax is charged as agreed, your reason is recorded"));
        findings.push_back(std::move(finding));
    }
}

} // namespace

void check_tax(const Inquiry& inquiry, Findings& findings) {
    if (!inquiry.terms.agreement || !inquiry.terms.customer) return;
    check_route(inquiry, findings);
    check_age(inquiry, findings);
    check_stated(inquiry, findings);
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
// F09 floor, F11 free of charge.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/own_limits.hpp"
#include "check/price_checks.hpp"
#include "check/typed_values.hpp"
#include "check/units.hpp"

namespace besteld {

namespace {

std::string floor_currency(const Inquiry& inquiry, const Item& item) {
    if (!item.floor_currency.empty()) return item.floor_currency;
    return inquiry.terms.agreement ? inquiry.terms.agreement->currency : inquiry.order.currency;
}

Finding floor_not_comparable(const Inquiry& inquiry, const OrderLine& line,
                             const std::string& currency) {
    Finding finding =
        as_info(not_evaluated(inquiry, Check::price_below_floor, line.index,
                              cat("a floor price of ", line.sku, " in ", inquiry.order.currency)));
    finding.ordered = ordered_price_text(inquiry, line);
    finding.trace =
        cat("the floor is in ", currency, "; prices are not compared across currencies");
    quote(finding, line.price ? line.price->place : line.item_place, price_quote(line));
    return finding;
}

// ACC and ORD, with what each means for this line.
void word_free_ways(const Inquiry& inquiry, Finding& finding, const OrderLine& line,
                    const std::string& paid, const std::string& free) {
    const std::string subject = subject_of(inquiry, line.index);
    set_consequence(finding, Resolution::accept_agreed,
                    cat(subject, " is confirmed ", paid, "; the customer is told"));
    set_consequence(finding, Resolution::accept_ordered,
                    cat(subject, " is confirmed ", free, "; your reason is recorded"));
}

} // namespace

void check_floor(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                 Decimal per_stock_unit, std::string_view which) {
    const Item* item = item_of(inquiry, line);
    if (item == nullptr || !item->floor_price) return;
    const std::string currency = floor_currency(inquiry, *item);
    if (currency != inquiry.order.currency) {
        findings.push_back(floor_not_comparable(inquiry, line, currency));
        return;
    }
    const Decimal difference = per_stock_unit - *item->floor_price;
    const Decimal allowed = own_limit(inquiry.terms, Check::price_below_floor).value_or(Decimal{});
    if (difference >= -allowed) return;
    Finding finding =
        new_finding(inquiry, Check::price_below_floor, line.index,
                    price_text(inquiry, per_stock_unit, Decimal{1}, item->stock_unit),
                    price_text(inquiry, *item->floor_price, Decimal{1}, item->stock_unit));
    finding.difference = cat(signed_text(difference, inquiry.digits), " (",
                             percent_text(difference, *item->floor_price), ")");
    if (line.quantity_stock)
        if (const auto money = times(*line.quantity_stock, difference))
            finding.money = money->rounded(inquiry.digits);
    finding.clause =
        cat("floor price of ", line.sku, ": ", finding.agreed, " per ", item->stock_unit);
    finding.trace = cat("the ", which, " price per ", item->stock_unit, " against the floor");
    finding.passes_if = cat("the confirmed price is at least ", finding.agreed, " per ",
                            item->stock_unit, " (tolerance ", allowed.to_string(), ")");
    quote(finding, line.price ? line.price->place : line.item_place, price_quote(line));
    suggest(finding, Resolution::hold, "");
    set_consequence(finding, Resolution::accept_ordered,
                    cat(subject_of(inquiry, line.index), " is confirmed below the floor, at ",
                        finding.ordered, "; your reason is recorded"));
    findings.push_back(std::move(finding));
}

void check_free_price(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                      const AgreedLinePrice* agreed) {
    const std::string agreed_text =
        agreed != nullptr ? price_text(inquiry, agreed->per_basis, agreed->basis, agreed->unit)
                          : cat("no price of ", line.sku, " in ", inquiry.order.currency);
    Finding finding = new_finding(inquiry, Check::free_of_charge, line.index,
                                  ordered_price_text(inquiry, line), agreed_text);
    if (agreed != nullptr) {
        finding.difference = cat(signed_text(-agreed->per_basis, inquiry.digits), " (-100.0 %)");
        finding.money = over_line(inquiry, line, *agreed, -agreed->per_basis);
        finding.clause = agreed->agreed.clause;
        finding.trace = agreed->agreed.trace;
    }
    finding.passes_if = cat("the price is ", agreed_text, ", or goods are free by agreement");
    quote(finding, line.price ? line.price->place : line.item_place, price_quote(line));
    suggest(finding, Resolution::accept_agreed,
            agreed != nullptr ? money_text(agreed->per_basis, inquiry.digits) : std::string{});
    word_free_ways(inquiry, finding, line, cat("at ", agreed_text), "free of charge");
    findings.push_back(std::move(finding));
}

void check_free_goods(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                      const AgreedLinePrice* agreed) {
    const MaybeField& stated = inquiry.draft.lines[line.index].free_quantity;
    const auto free = typed_number(stated, largest_quantity);
    if (!stated || (free && free->value.is_zero())) return;
    const std::string quantity = free ? free->value.to_string() : stated->value;
    Finding finding = new_finding(
        inquiry, Check::free_of_charge, line.index,
        cat(quantity, line.unit.empty() ? "" : " ", line.unit, " free of charge"), "no free goods");
    const Item* item = item_of(inquiry, line);
    const auto stock =
        item != nullptr && free ? to_stock(*item, line.unit, free->value) : std::nullopt;
    const auto value =
        stock && agreed != nullptr ? times(*stock, agreed->agreed.per_stock_unit) : std::nullopt;
    finding.difference = cat("+", quantity);
    if (value) finding.money = -value->rounded(inquiry.digits);
    finding.trace = "no rule of the agreement gives goods beside the ones that are paid";
    finding.passes_if = "the line asks for no free goods";
    quote(finding, stated->place, stated->value);
    suggest(finding, Resolution::accept_agreed, "");
    word_free_ways(inquiry, finding, line, "without free goods", cat("with ", quantity, " free"));
    findings.push_back(std::move(finding));
}

void check_free_order(const Inquiry& inquiry, Findings& findings) {
    if (!is_free_order(inquiry.order) || inquiry.order.lines.empty()) return;
    const auto& kind = inquiry.draft.kind;
    Finding finding =
        new_finding(inquiry, Check::free_of_charge, header,
                    inquiry.order.kind == OrderKind::sample ? "an order for samples"
                                                            : "an order free of charge",
                    "an order at agreed prices");
    finding.trace = "kind of order by its document code";
    finding.passes_if = "the order is a standard order";
    quote(finding, kind ? kind->place : Place{}, finding.ordered);
    suggest(finding, Resolution::ask, "");
    set_consequence(
        finding, Resolution::accept_agreed,
        "lines without a price are confirmed at the agreed prices; the customer is told");
    set_consequence(finding, Resolution::accept_ordered,
                    "lines without a price are confirmed free of charge; your reason is recorded");
    findings.push_back(std::move(finding));
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
// C10 framework, C11 release limits. Quantities are in stock units; several lines of an order draw
// on one framework in their sequence.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/contract_checks.hpp"
#include "check/prices.hpp"
#include "check/tolerance.hpp"
#include "check/units.hpp"
#include "order/clause_words.hpp"

#include <algorithm>

namespace besteld {

namespace {

Place place_of_framework(const Inquiry& inquiry) {
    const auto search = [&](const std::vector<Reference>& references) -> const Reference* {
        for (const Reference& reference : references)
            if (reference.value.value == inquiry.order.framework) return &reference;
        return nullptr;
    };
    if (const Reference* found = search(inquiry.draft.references)) return found->value.place;
    for (const LineDraft& line : inquiry.draft.lines)
        if (const Reference* found = search(line.references)) return found->value.place;
    return {};
}

void framework_not_found(const Inquiry& inquiry, Findings& findings) {
    Finding finding = new_finding(inquiry, Check::framework_exhausted, header,
                                  inquiry.order.framework, "a framework agreement on file");
    finding.clause.clear();
    finding.trace = cat(inquiry.terms.frameworks.size(), " frameworks on file for these articles");
    finding.passes_if = "the framework agreement named is on file for this customer";
    finding.ways_out = {{.resolution = Resolution::ask, .lead_only = false, .consequence = {}},
                        {.resolution = Resolution::dismiss,
                         .lead_only = true,
                         .consequence = "the order goes on without the framework agreement"},
                        {.resolution = Resolution::reject, .lead_only = false, .consequence = {}}};
    quote(finding, place_of_framework(inquiry), inquiry.order.framework);
    suggest(finding, Resolution::ask, "");
    findings.push_back(std::move(finding));
}

std::string framework_clause(const Inquiry& inquiry, const Framework& framework,
                             const std::string& unit) {
    std::string words =
        cat("framework ", framework.number, ", ", framework.sku, ", ",
            framework.total_quantity.to_string(), " ", unit, " at ",
            money_text(framework.price, inquiry.digits), " to ", to_iso(framework.valid_to));
    if (framework.total_value)
        words += cat(", value ", framework.total_value->to_string(inquiry.digits));
    if (!framework.over_call_percent.is_zero())
        words += cat(", over-call ", framework.over_call_percent.to_string(), " %");
    return words + version_words(0, framework.provenance);
}

// What one framework still allows to be called off, after `already` by earlier lines.
struct Room {
    Decimal open{};    // without over-call
    Decimal allowed{}; // with it; limits are inclusive
};

std::optional<Decimal> with_over_call(Decimal total, Decimal percent) {
    const auto over = multiply_divide(total, percent, Decimal{100}, Decimal::places);
    return over ? plus(total, *over) : std::nullopt;
}

Decimal over_call(const Inquiry& inquiry, const Framework& framework) {
    return own_limit(inquiry.terms, Check::framework_exhausted)
        .value_or(framework.over_call_percent);
}

Decimal left_of(Decimal total, Decimal called) {
    return std::max(minus(total, called).value_or(Decimal{}), Decimal{});
}

// In stock units, by quantity and by value; what is counted in pieces is never a part of one.
Room room_of(const Inquiry& inquiry, const Framework& framework, const Item& item,
             Decimal already) {
    const Decimal percent = over_call(inquiry, framework);
    const bool by_quantity = !framework.total_value || !framework.total_quantity.is_zero();
    Room room{.open = largest_quantity, .allowed = largest_quantity};
    if (by_quantity) {
        const Decimal called = plus(framework.called_off, already).value_or(largest_quantity);
        const Decimal total = framework.total_quantity;
        room = {.open = left_of(total, called),
                .allowed = left_of(with_over_call(total, percent).value_or(total), called)};
    }
    if (framework.total_value && framework.price > Decimal{}) {
        const auto units = [&](Decimal value) {
            const Decimal left = left_of(value, framework.called_value);
            const auto quantity = over(left, framework.price);
            return quantity ? left_of(*quantity, already) : largest_quantity;
        };
        const Decimal total = *framework.total_value;
        room.open = std::min(room.open, units(total));
        room.allowed =
            std::min(room.allowed, units(with_over_call(total, percent).value_or(total)));
    }
    if (is_countable(canonical_unit(item.stock_unit))) {
        room.open = round_down_to(room.open, Decimal{1}).value_or(room.open);
        room.allowed = round_down_to(room.allowed, Decimal{1}).value_or(room.allowed);
    }
    return room;
}

struct CallOff {
    const OrderLine& line;
    const Framework& framework;
    Decimal already{}; // by earlier lines of this order
};

std::string period_fault(const Inquiry& inquiry, const Framework& framework) {
    if (inquiry.received_on > framework.valid_to) return cat("ended ", to_iso(framework.valid_to));
    if (framework.valid_from && inquiry.received_on < *framework.valid_from)
        return cat("begins ", to_iso(*framework.valid_from));
    return {};
}

Finding call_off_finding(const Inquiry& inquiry, Check check, const CallOff& call,
                         std::string agreed) {
    const auto& [line, framework, already] = call;
    Finding finding =
        new_finding(inquiry, check, line.index,
                    cat(line.quantity_stock->to_string(), " ", line.stock_unit), std::move(agreed));
    finding.clause = framework_clause(inquiry, framework, line.stock_unit);
    finding.trace = cat("called off ", framework.called_off.to_string(), " of ",
                        framework.total_quantity.to_string());
    if (framework.total_value)
        finding.trace += cat(", value ", framework.called_value.to_string(inquiry.digits), " of ",
                             framework.total_value->to_string(inquiry.digits));
    if (!already.is_zero()) finding.trace += cat(", ", already.to_string(), " in earlier lines");
    quote(finding, line.quantity->place, cat(quantity_text(line), " ", line.item_text));
    return finding;
}

void set_difference(const Inquiry& inquiry, Finding& finding, const CallOff& call, Decimal limit) {
    const auto difference = minus(*call.line.quantity_stock, limit);
    if (!difference) return;
    finding.difference = signed_text(*difference, 0);
    if (const auto money = times(*difference, call.framework.price))
        finding.money = money->rounded(inquiry.digits);
}

void check_room(const Inquiry& inquiry, Findings& findings, const CallOff& call, const Item& item) {
    const std::string fault = period_fault(inquiry, call.framework);
    const Room room = room_of(inquiry, call.framework, item, call.already);
    const std::string unit = " " + call.line.stock_unit;
    if (fault.empty() && *call.line.quantity_stock <= room.open) return;
    Finding finding =
        call_off_finding(inquiry, Check::framework_exhausted, call,
                         fault.empty() ? cat(room.open.to_string(), unit, " open") : fault);
    set_difference(inquiry, finding, call, room.open);
    finding.passes_if = cat("at most ", room.allowed.to_string(), unit, " are called off");
    if (fault.empty() && *call.line.quantity_stock <= room.allowed) {
        finding = as_info(std::move(finding));
        finding.trace += "; inside the over-call, the ordered quantity stands";
    } else if (fault.empty() && !room.allowed.is_zero()) {
        // in the stock unit, as `ordered` is
        suggest(finding, Resolution::reduce, room.allowed.to_string());
        set_consequence(finding, Resolution::reduce,
                        cat(room.allowed.to_string(), unit,
                            " are confirmed under the framework; the rest is dropped"));
    } else {
        suggest(finding, Resolution::ask, "");
    }
    findings.push_back(std::move(finding));
}

// `called` is what the whole order calls off, `lines` in how many lines.
void check_release(const Inquiry& inquiry, Findings& findings, const CallOff& call, Decimal called,
                   std::size_t lines) {
    const Framework& framework = call.framework;
    const Decimal slack =
        own_limit(inquiry.terms, Check::release_outside_limits).value_or(Decimal{});
    const bool below = framework.release_minimum && called < *framework.release_minimum - slack;
    const bool above = framework.release_maximum && called > *framework.release_maximum + slack;
    if (!below && !above) return;
    const Decimal limit = below ? *framework.release_minimum : *framework.release_maximum;
    const std::string limit_text = cat(limit.to_string(), " ", call.line.stock_unit);
    Finding finding =
        call_off_finding(inquiry, Check::release_outside_limits, call,
                         cat(below ? "at least " : "at most ", limit_text, " per call-off"));
    const auto difference = minus(called, limit);
    if (difference) finding.difference = signed_text(*difference, 0);
    const auto money = difference ? times(*difference, framework.price) : std::nullopt;
    if (money) finding.money = money->rounded(inquiry.digits);
    finding.trace += cat(", this order calls off ", called.to_string());
    finding.passes_if = cat("the call-off is ", finding.agreed);
    suggest(finding, Resolution::accept_agreed, lines == 1 ? limit.to_string() : std::string{});
    set_consequence(finding, Resolution::accept_agreed,
                    lines == 1 ? cat(subject_of(inquiry, call.line.index), " is confirmed with ",
                                     limit_text, "; the customer is told")
                               : std::string("the quantities stay; correct the lines to change "
                                             "how much is called off"));
    findings.push_back(std::move(finding));
}

void check_period(const Inquiry& inquiry, Findings& findings, const CallOff& call) {
    const Date wanted = delivery_asked(call.line, inquiry.received_on);
    if (!period_fault(inquiry, call.framework).empty() || wanted <= call.framework.valid_to) return;
    Finding finding = call_off_finding(inquiry, Check::release_outside_limits, call,
                                       cat("deliveries to ", to_iso(call.framework.valid_to)));
    finding.ordered = cat("delivery ", to_iso(wanted));
    finding.passes_if = cat("the delivery is not after ", to_iso(call.framework.valid_to));
    suggest(finding, Resolution::ask, "");
    set_consequence(finding, Resolution::accept_agreed,
                    "quantity and date stay as they are; the customer is told of the period");
    findings.push_back(std::move(finding));
}

// The framework a line draws on: the one the order names, else one that still holds.
const Framework* framework_of(const Inquiry& inquiry, const OrderLine& line,
                              const std::string& named) {
    const Framework* found = nullptr;
    for (const Framework& framework : inquiry.terms.frameworks) {
        if (framework.sku != line.sku) continue;
        if (!named.empty() && normalise_code(framework.number) != named) continue;
        const bool holds = period_fault(inquiry, framework).empty();
        if (found == nullptr || (holds && !period_fault(inquiry, *found).empty()))
            found = &framework;
    }
    return found;
}

// Lines that name no framework draw on none that has ended or is used up: they have other prices.
bool is_drawn_on(const Inquiry& inquiry, const Framework& framework, const Item& item,
                 const std::string& named) {
    return !named.empty() || (period_fault(inquiry, framework).empty() &&
                              !room_of(inquiry, framework, item, Decimal{}).open.is_zero());
}

struct Called {
    const Framework* framework = nullptr;
    Decimal quantity{};
    std::vector<CallOff> lines;
};

std::vector<Called> called_off(const Inquiry& inquiry, const std::string& named) {
    std::vector<Called> all;
    for (const OrderLine& line : inquiry.order.lines) {
        const Item* item = item_of(inquiry, line);
        const Framework* framework = framework_of(inquiry, line, named);
        if (item == nullptr || framework == nullptr || !line.quantity_stock || !line.quantity ||
            !is_drawn_on(inquiry, *framework, *item, named))
            continue;
        auto same = std::ranges::find(all, framework, &Called::framework);
        if (same == all.end())
            same = all.insert(same, {.framework = framework, .quantity = {}, .lines = {}});
        same->lines.push_back({.line = line, .framework = *framework, .already = same->quantity});
        same->quantity = plus(same->quantity, *line.quantity_stock).value_or(same->quantity);
    }
    return all;
}

} // namespace

void check_frameworks(const Inquiry& inquiry, Findings& findings) {
    const Terms& terms = inquiry.terms;
    std::string named = normalise_code(inquiry.order.framework);
    // A contract number that is the agreement's own names no framework.
    if (terms.agreement && normalise_code(terms.agreement->number) == named) named.clear();
    const auto same = [&](const Framework& f) { return normalise_code(f.number) == named; };
    if (!named.empty() && terms.customer && std::ranges::none_of(terms.frameworks, same))
        framework_not_found(inquiry, findings);
    for (const Called& called : called_off(inquiry, named)) {
        for (const CallOff& call : called.lines) {
            check_room(inquiry, findings, call, *item_of(inquiry, call.line));
            check_period(inquiry, findings, call);
        }
        check_release(inquiry, findings, called.lines.back(), called.quantity, called.lines.size());
    }
}

} // namespace besteld

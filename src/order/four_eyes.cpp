// SPDX-License-Identifier: Apache-2.0
#include "order/decide.hpp"

#include "base/text.hpp"
#include "order/totals.hpp"
#include "order/typed_order.hpp"

#include <algorithm>

namespace besteld {

namespace {

// Below step M5 the description alone named the item (domain.md 5.3).
constexpr std::string_view by_description[] = {"M6", "M7", "M8"};

// What the order is worth as ordered; nothing when it is out of range, which is more than any
// limit.
std::optional<Decimal> ordered_value(const Order& order) {
    Decimal sum;
    constexpr Decimal most = Decimal{1'000'000'000};
    for (const auto& line : order.lines) {
        if (!line.quantity || !line.price) continue;
        const Decimal base = line.price_base > Decimal{} ? line.price_base : Decimal{1};
        const auto amount =
            in_range(line.quantity->value, line.price->value, base, Decimal::places);
        if (!amount || amount->abs() > most || sum > most) return std::nullopt;
        sum += *amount;
    }
    return sum;
}

void add_reasons_of_order(const Order& order, const Terms& terms,
                          std::vector<std::string>& reasons) {
    if (order.free_text) reasons.emplace_back("the order was read from free text");
    if (is_taken_by_hand(order.channel))
        reasons.push_back(cat("the order was taken by hand (", order.channel, ")"));
    const auto value = ordered_value(order);
    if (!value || *value > four_eyes_limit)
        reasons.push_back(cat("the order is worth more than ", four_eyes_limit.to_string(2), " ",
                              order.currency));
    if (order.ship_to_origin == Origin::typed) reasons.emplace_back("the ship-to was changed");
    if (order.ship_to_id.empty() && !order.ship_to_text.empty())
        reasons.emplace_back("the ship-to is new");
    if (order.kind == OrderKind::free_of_charge)
        reasons.emplace_back("the goods are free of charge");
    if (terms.agreement && terms.agreement->tax_category == "G")
        reasons.emplace_back("the goods are exported");
    for (const auto& line : order.lines)
        if (std::ranges::find(by_description, line.match_step) != std::end(by_description))
            reasons.push_back(
                cat("line ", line.buyer_line, ": the item was matched by its description only"));
}

void add_reasons_of_finding(const Finding& finding, std::vector<std::string>& reasons) {
    if (finding.check == Check::second_pair_of_eyes) {
        reasons.push_back(finding.trace.empty() ? "the agreement wants a second person"
                                                : finding.trace);
        return;
    }
    if (!finding.resolved || finding.severity == FindingSeverity::info) return;
    const auto resolution = finding.resolved->resolution;
    const bool by_rule = finding.resolved->actor == "besteld";
    if (resolution == Resolution::accept_ordered)
        reasons.push_back(cat(name_of(finding.check), " was accepted as ordered"));
    else if (finding.severity == FindingSeverity::block && resolution != Resolution::reject &&
             !(resolution == Resolution::dismiss && by_rule))
        reasons.push_back(
            cat("the block ", name_of(finding.check), " was lifted by ", name_of(resolution)));
}

} // namespace

std::string over_limit_reason(std::string_view currency) {
    return cat("the order is worth more than ", four_eyes_limit.to_string(2), " ", currency);
}

std::vector<std::string> four_eyes_reasons(const Order& order, const std::vector<Finding>& findings,
                                           const Terms& terms) {
    std::vector<std::string> reasons;
    add_reasons_of_order(order, terms, reasons);
    for (const auto& finding : findings)
        add_reasons_of_finding(finding, reasons);
    return reasons;
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "order/confirm_lines.hpp"

#include "base/text.hpp"
#include "order/confirm_charges.hpp"
#include "order/confirm_line.hpp"
#include "order/currency.hpp"
#include "order/deviation_scope.hpp"
#include "order/totals.hpp"

#include <algorithm>

namespace besteld {

namespace {

const Finding* header_finding(const std::vector<Finding>& findings, Check check,
                              Resolution resolution) {
    for (const auto& finding : findings)
        if (finding.check == check && !finding.line && finding.resolved &&
            finding.resolved->resolution == resolution)
            return &finding;
    return nullptr;
}

Deviation header_deviation(const Finding& finding, std::string field, std::string ordered,
                           std::string confirmed) {
    return {.field = std::move(field),
            .ordered = std::move(ordered),
            .confirmed = std::move(confirmed),
            .reason = finding.reason,
            .preagreed = finding.preagreed,
            .clause = finding.clause,
            .money = finding.money};
}

// Header values: the currency, the address and the fee for a small order.
void confirm_header(const Order& order, const std::vector<Finding>& findings, const Terms& terms,
                    Confirmed& confirmed) {
    confirmed.currency = order.currency;
    const auto agreed = Resolution::accept_agreed;
    if (const auto* finding = header_finding(findings, Check::currency_not_agreed, agreed);
        finding && terms.agreement) {
        confirmed.currency = terms.agreement->currency;
        confirmed.deviations.push_back(
            header_deviation(*finding, "currency", order.currency, confirmed.currency));
    }
    if (const auto* finding = header_finding(findings, Check::ship_to_not_permitted, agreed))
        confirmed.deviations.push_back(
            header_deviation(*finding, "ship_to", finding->ordered, std::string(finding->agreed)));
    if (const auto* finding = header_finding(findings, Check::below_minimum_order_value, agreed);
        finding && terms.agreement && terms.agreement->small_order_fee) {
        confirmed.small_order_fee = *terms.agreement->small_order_fee;
        confirmed.deviations.push_back(
            header_deviation(*finding, "fee", "0", confirmed.small_order_fee.to_string()));
    }
}

} // namespace

std::optional<Decimal> stock_factor(const Terms& terms, const std::string& sku,
                                    const std::string& unit) {
    const auto item = terms.items.find(sku);
    if (item == terms.items.end()) return std::nullopt;
    if (unit == item->second.stock_unit) return Decimal{1};
    for (const auto& known : item->second.units)
        if (known.unit == unit) return known.factor;
    return std::nullopt;
}

std::expected<Confirmed, CommandRefused> confirm(const Order& order,
                                                 const std::vector<Finding>& findings,
                                                 const Terms& terms, const AnswerContext& context) {
    Confirmed confirmed;
    confirm_header(order, findings, terms, confirmed);
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
        const LineCase line{.order = order,
                            .line = order.lines[i],
                            .findings = findings,
                            .terms = terms,
                            .draft = context.draft,
                            .offer = i < context.offers.size() ? &context.offers[i] : nullptr,
                            .digits = currency_digits(confirmed.currency)};
        auto outcome = confirm_line(line);
        if (!outcome) return std::unexpected(std::move(outcome).error());
        confirmed.lines.push_back(std::move(outcome->line));
        std::ranges::move(outcome->deviations, std::back_inserter(confirmed.deviations));
    }
    confirm_charges(order, findings, terms, context, confirmed);
    if (terms.agreement && terms.agreement->deviation_policy == DeviationPolicy::preagreed)
        for (auto& deviation : confirmed.deviations)
            deviation.preagreed |= is_in_scope(deviation, terms.agreement->deviation_scope);
    return confirmed;
}

} // namespace besteld

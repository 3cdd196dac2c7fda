// SPDX-License-Identifier: Apache-2.0
#include "order/confirm_charges.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"
#include "order/charges.hpp"
#include "order/confirm_line.hpp"
#include "order/currency.hpp"
#include "order/finding_values.hpp"
#include "order/totals.hpp"

#include <algorithm>

namespace besteld {

namespace {

enum class Kind { allowance, charge };

Check check_of(Kind kind) {
    return kind == Kind::allowance ? Check::discount_not_agreed : Check::surcharge_differs;
}

bool is_resolved_as(const Finding& finding, Resolution resolution) {
    return finding.resolved && finding.resolved->resolution == resolution;
}

// Delivery before the lead time was accepted as ordered: what that costs is due.
bool is_rush(const Order& order, const std::vector<Finding>& findings) {
    const auto hurried = [](const Finding& finding) {
        return finding.check == Check::lead_time_too_short &&
               is_resolved_as(finding, Resolution::accept_ordered);
    };
    return order.kind == OrderKind::rush || std::ranges::any_of(findings, hurried);
}

class Charger {
public:
    Charger(const Order& order, const std::vector<Finding>& findings, const Terms& terms,
            const AnswerContext& context, Confirmed& confirmed)
        : findings_(findings), terms_(terms), context_(context), confirmed_(confirmed),
          setting_{.currency = confirmed.currency,
                   .date = Zone(terms.seller.zone).date_of(context.received_at),
                   .digits = currency_digits(confirmed.currency),
                   .rush = is_rush(order, findings)} {}

    void charge() {
        std::vector<ChargedLine> lines;
        for (const AnswerLine& line : confirmed_.lines)
            if (line.answer != LineAnswer::rejected) lines.push_back(charged(line));
        if (lines.empty()) return;
        const auto due = charges_due(terms_, lines, setting_);
        Decimal net{};
        for (AnswerLine& line : confirmed_.lines) {
            if (line.answer == LineAnswer::rejected) continue;
            line.amount += settle(due, stated_of(line.index), line.amount, line.index);
            net += line.amount;
        }
        settle(due, context_.draft ? &context_.draft->charges : nullptr, net, std::nullopt);
        charge_rush();
    }

private:
    const std::vector<ChargeDraft>* stated_of(std::uint32_t index) const {
        const bool known = context_.draft && index < context_.draft->lines.size();
        return known ? &context_.draft->lines[index].charges : nullptr;
    }

    ChargedLine charged(const AnswerLine& line) const {
        const auto factor = stock_factor(terms_, line.sku, line.unit);
        const Decimal whole = line.quantity + line.backorder.value_or(Decimal{});
        ChargedLine charged{
            .index = line.index,
            .sku = line.sku,
            .quantity_stock =
                factor ? in_range(whole, *factor, Decimal{1}, Decimal::places).value_or(Decimal{})
                       : Decimal{},
            .amount = line.amount};
        if (!terms_.charges.empty()) charged.discounts_spent = are_discounts_spent(line, charged);
        return charged;
    }

    // The same rule as the check's (F05): the buyer's own net price still stands.
    bool are_discounts_spent(const AnswerLine& line, const ChargedLine& charged) const {
        if (line.index >= context_.offers.size()) return false;
        const LineOffer& offer = context_.offers[line.index];
        if (offer.discounts_spent) return true;
        const auto* stated = stated_of(line.index);
        if (!offer.price || !line.ordered_price || *line.ordered_price != line.price ||
            (stated && states_allowance(*stated)))
            return false;
        return is_net_of_discounts(terms_, charged, setting_, line.price, *offer.price);
    }

    const Finding* finding_of(Kind kind, std::optional<std::uint32_t> line) const {
        const auto same = [&](const Finding& finding) {
            return finding.check == check_of(kind) && finding.line == line;
        };
        const auto found = std::ranges::find_if(findings_, same);
        return found != findings_.end() ? &*found : nullptr;
    }

    // Returns what one level comes to besides its goods: charges less allowances.
    Decimal settle(const std::vector<ChargeDue>& due, const std::vector<ChargeDraft>* stated,
                   Decimal base, std::optional<std::uint32_t> line) {
        return settle(Kind::charge, due, stated, base, line) -
               settle(Kind::allowance, due, stated, base, line);
    }

    Decimal settle(Kind kind, const std::vector<ChargeDue>& due,
                   const std::vector<ChargeDraft>* stated, Decimal base,
                   std::optional<std::uint32_t> line) {
        const bool allowance = kind == Kind::allowance;
        const Finding* finding = finding_of(kind, line);
        const auto sums = stated ? stated_charges(*stated, base, setting_.digits) : std::nullopt;
        const bool is_stated =
            stated && (allowance ? states_allowance(*stated) : states_charge(*stated));
        if (finding && sums && is_stated && stated_stands(*finding))
            return put({.line = line,
                        .code = {},
                        .is_allowance = allowance,
                        .amount = allowance ? sums->allowances : sums->charges});
        Decimal sum{};
        for (const ChargeDue& one : due)
            if (one.line == line && one.is_allowance == allowance)
                sum += put({.line = line,
                            .code = one.code,
                            .is_allowance = allowance,
                            .amount = one.amount});
        if (finding && is_resolved_as(*finding, Resolution::accept_agreed))
            deviate(*finding, allowance ? "discount" : "surcharge", sum);
        return sum;
    }

    static bool stated_stands(const Finding& finding) {
        return finding.severity == FindingSeverity::info ||
               is_resolved_as(finding, Resolution::accept_ordered);
    }

    Decimal put(AnswerCharge charge) {
        const Decimal amount = charge.amount;
        if (!amount.is_zero()) confirmed_.charges.push_back(std::move(charge));
        return amount;
    }

    void deviate(const Finding& finding, std::string field, Decimal amount) {
        const auto ordered = leading_decimal(finding.ordered);
        confirmed_.deviations.push_back({.line = finding.line,
                                         .field = std::move(field),
                                         .ordered = ordered.value_or(Decimal{}).to_string(),
                                         .confirmed = amount.to_string(),
                                         .reason = finding.reason,
                                         .preagreed = finding.preagreed,
                                         .clause = finding.clause,
                                         .money = finding.money});
    }

    // The agreement's own fee for delivery before the lead time, once per order.
    void charge_rush() {
        if (!setting_.rush || !terms_.agreement || !terms_.agreement->rush_fee) return;
        const Decimal fee = *terms_.agreement->rush_fee;
        put({.line = std::nullopt, .code = "rush", .is_allowance = false, .amount = fee});
        confirmed_.deviations.push_back({.line = std::nullopt,
                                         .field = "surcharge",
                                         .ordered = "0",
                                         .confirmed = fee.to_string(),
                                         .reason = "R-DATE",
                                         .clause = terms_.agreement->number,
                                         .money = fee});
    }

    const std::vector<Finding>& findings_;
    const Terms& terms_;
    const AnswerContext& context_;
    Confirmed& confirmed_;
    const ChargeSetting setting_;
};

} // namespace

void confirm_charges(const Order& order, const std::vector<Finding>& findings, const Terms& terms,
                     const AnswerContext& context, Confirmed& confirmed) {
    Charger(order, findings, terms, context, confirmed).charge();
}

} // namespace besteld

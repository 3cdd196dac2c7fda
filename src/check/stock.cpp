// SPDX-License-Identifier: Apache-2.0
#include "check/stock.hpp"

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/calendar.hpp"

#include <algorithm>

namespace besteld {

namespace {

bool counts(const Receipt& receipt, Supply supply) {
    return supply == Supply::all || receipt.kind != "production";
}

// May be negative: more is promised than there is. Figures of base data that leave the range of a
// Decimal count as nothing free.
Decimal atp(const Stock& stock, const Seller& seller, Date date, Supply supply) {
    auto free = minus(stock.on_hand, stock.safety);
    for (const Promise& promise : stock.promises)
        if (free && promise.date <= date) free = minus(*free, promise.quantity);
    for (const Receipt& receipt : stock.receipts)
        if (free && counts(receipt, supply) && deliverable_from(seller, receipt) <= date)
            free = plus(*free, receipt.quantity);
    return free.value_or(Decimal{});
}

} // namespace

// A receipt can be delivered once it has been handled (domain.md 4.1, ATP).
Date deliverable_from(const Seller& seller, const Receipt& receipt) {
    return add_working_days(seller, receipt.date, std::max(seller.inbound_handling_days, 0));
}

Decimal available_on(const Terms& terms, const std::string& sku, Date date) {
    const auto found = terms.stock.find(sku);
    if (found == terms.stock.end()) return Decimal{};
    return std::max(atp(found->second, terms.seller, date, Supply::all), Decimal{});
}

Decimal promisable_on(const Terms& terms, const std::string& sku, Date date, Supply supply) {
    const auto found = terms.stock.find(sku);
    if (found == terms.stock.end()) return Decimal{};
    const Stock& stock = found->second;
    // ATP falls on the days of promises only.
    Decimal least = atp(stock, terms.seller, date, supply);
    for (const Promise& promise : stock.promises)
        if (promise.date > date)
            least = std::min(least, atp(stock, terms.seller, promise.date, supply));
    return std::max(least, Decimal{});
}

std::optional<Date> available_from(const Terms& terms, const std::string& sku, Decimal quantity,
                                   Date not_before) {
    if (promisable_on(terms, sku, not_before) >= quantity) return not_before;
    const auto found = terms.stock.find(sku);
    if (found == terms.stock.end()) return std::nullopt;
    // What may be promised grows on the days only on which a receipt has been handled.
    std::vector<Date> days;
    for (const Receipt& receipt : found->second.receipts)
        days.push_back(deliverable_from(terms.seller, receipt));
    std::erase_if(days, [&](Date day) { return day <= not_before; });
    std::ranges::sort(days);
    const auto enough = [&](Date day) { return promisable_on(terms, sku, day) >= quantity; };
    const auto day = std::ranges::find_if(days, enough);
    return day != days.end() ? std::optional(*day) : std::nullopt;
}

std::optional<Substitute> substitute_for(const Terms& terms, const std::string& sku) {
    std::optional<Substitute> found;
    for (const SubstitutionRule& rule : terms.substitutions) {
        if (rule.sku != sku || rule.ratio <= Decimal{}) continue;
        if (rule.mode == "forbidden") return std::nullopt;
        if (found) continue;
        found =
            Substitute{.sku = rule.substitute,
                       .ratio = rule.ratio,
                       .keep_price = rule.keep_price,
                       .needs_consent = rule.mode != "allowed",
                       .rule = cat("substitution ", sku, " by ", rule.substitute, ", ", rule.mode)};
    }
    const auto item = terms.items.find(sku);
    if (!found && item != terms.items.end() && !item->second.substitute.empty())
        found = Substitute{.sku = item->second.substitute,
                           .rule = cat("substitute of ", sku, " in the catalogue")};
    return found;
}

} // namespace besteld

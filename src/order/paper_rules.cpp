// SPDX-License-Identifier: Apache-2.0
#include "order/paper_rules.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"
#include "order/working_days.hpp"

namespace besteld {

namespace {

constexpr std::chrono::hours opens{9};

std::string padded(std::int64_t count, std::size_t digits) {
    auto text = std::to_string(count);
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    return text;
}

} // namespace

std::string slip_series(const PaperRules& rules, Date day) {
    if (rules.slip_count == SlipCount::by_year) return rules.slip_prefix;
    return cat(rules.slip_prefix, replace_all(to_iso(day), "-", ""));
}

std::string slip_number(const PaperRules& rules, Date day, std::int64_t count) {
    if (rules.slip_count == SlipCount::by_day)
        return cat(slip_series(rules, day), "-", padded(count, 4));
    return cat(rules.slip_prefix, "-", to_iso(day).substr(2, 2), "-", padded(count, 6));
}

std::optional<Instant> chase_at(const Delivery& delivery, const Chased& chased,
                                const PaperRules& rules, const Seller& seller) {
    if (delivery.proof || rules.proof_mails.empty() || rules.proof_days <= 0 ||
        chased.times >= most_chases)
        return std::nullopt;
    const Zone zone(seller.zone);
    const Instant since = chased.last.value_or(delivery.arrived_at.value_or(delivery.posted_at));
    return zone.instant(working_days_after(seller, zone.date_of(since), rules.proof_days), opens);
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "order/paper_rules.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"
#include "order/series_number.hpp"
#include "order/working_days.hpp"

namespace besteld {

namespace {

constexpr std::chrono::hours opens{9};

} // namespace

std::string slip_series(const PaperRules& rules, Date day) {
    if (rules.slip_count == SlipCount::by_year) return rules.slip_prefix;
    return cat(rules.slip_prefix, replace_all(to_iso(day), "-", ""));
}

std::string slip_number(const PaperRules& rules, Date day, std::int64_t count) {
    if (rules.slip_count == SlipCount::by_day)
        return cat(slip_series(rules, day), "-", zero_padded(count, 4));
    const auto year = static_cast<int>(std::chrono::year_month_day{day}.year());
    return series_number(rules.slip_prefix, year, count);
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

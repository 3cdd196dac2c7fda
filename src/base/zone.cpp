// SPDX-License-Identifier: Apache-2.0
#include "base/zone.hpp"

#include <unicode/basictz.h>
#include <unicode/timezone.h>

#include <stdexcept>

namespace besteld {

struct Zone::Rules {
    std::unique_ptr<icu::TimeZone> zone;
};

Zone::Zone(std::string_view iana_name) : name_(iana_name) {
    const auto id = icu::UnicodeString::fromUTF8(
        {iana_name.data(), static_cast<std::int32_t>(iana_name.size())});
    std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
    if (!zone || *zone == icu::TimeZone::getUnknown())
        throw std::invalid_argument("unknown time zone '" + name_ + "'");
    rules_ = std::make_shared<const Rules>(Rules{std::move(zone)});
}

LocalTime Zone::local(Instant instant) const {
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    rules_->zone->getOffset(static_cast<UDate>(to_millis(instant)), 0, raw, summer, status);
    const Instant shifted = instant + std::chrono::milliseconds{raw + summer};
    const Date date = std::chrono::floor<std::chrono::days>(shifted);
    return {date, shifted - date};
}

Instant Zone::instant(Date date, std::chrono::milliseconds since_midnight) const {
    const Instant wall = Instant{date} + since_midnight;
    const auto* rules = dynamic_cast<const icu::BasicTimeZone*>(rules_->zone.get());
    std::int32_t raw = 0;
    std::int32_t summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    if (rules) {
        rules->getOffsetFromLocal(static_cast<UDate>(to_millis(wall)), UCAL_TZ_LOCAL_FORMER,
                                  UCAL_TZ_LOCAL_FORMER, raw, summer, status);
    } else {
        rules_->zone->getOffset(static_cast<UDate>(to_millis(wall)), 1, raw, summer, status);
    }
    return wall - std::chrono::milliseconds{raw + summer};
}

} // namespace besteld

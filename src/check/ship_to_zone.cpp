// SPDX-License-Identifier: Apache-2.0
#include "check/ship_to_zone.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace besteld {

namespace {

using Row = std::pair<std::string_view, std::string_view>;

// In the order of the country codes. Kiev: the name that every ICU in use knows.
constexpr std::array zones = std::to_array<Row>({
    {"AE", "Asia/Dubai"},         {"AR", "America/Argentina/Buenos_Aires"},
    {"AT", "Europe/Vienna"},      {"AU", "Australia/Perth"},
    {"BE", "Europe/Brussels"},    {"BG", "Europe/Sofia"},
    {"BR", "America/Rio_Branco"}, {"CA", "America/Vancouver"},
    {"CH", "Europe/Zurich"},      {"CL", "America/Santiago"},
    {"CN", "Asia/Shanghai"},      {"CO", "America/Bogota"},
    {"CY", "Asia/Nicosia"},       {"CZ", "Europe/Prague"},
    {"DE", "Europe/Berlin"},      {"DK", "Europe/Copenhagen"},
    {"EE", "Europe/Tallinn"},     {"EG", "Africa/Cairo"},
    {"ES", "Atlantic/Canary"},    {"FI", "Europe/Helsinki"},
    {"FR", "Europe/Paris"},       {"GB", "Europe/London"},
    {"GR", "Europe/Athens"},      {"HK", "Asia/Hong_Kong"},
    {"HR", "Europe/Zagreb"},      {"HU", "Europe/Budapest"},
    {"ID", "Asia/Jakarta"},       {"IE", "Europe/Dublin"},
    {"IL", "Asia/Jerusalem"},     {"IN", "Asia/Kolkata"},
    {"IS", "Atlantic/Reykjavik"}, {"IT", "Europe/Rome"},
    {"JP", "Asia/Tokyo"},         {"KR", "Asia/Seoul"},
    {"LT", "Europe/Vilnius"},     {"LU", "Europe/Luxembourg"},
    {"LV", "Europe/Riga"},        {"MA", "Africa/Casablanca"},
    {"MT", "Europe/Malta"},       {"MX", "America/Tijuana"},
    {"MY", "Asia/Kuala_Lumpur"},  {"NL", "Europe/Amsterdam"},
    {"NO", "Europe/Oslo"},        {"NZ", "Pacific/Auckland"},
    {"PH", "Asia/Manila"},        {"PL", "Europe/Warsaw"},
    {"PT", "Atlantic/Azores"},    {"RO", "Europe/Bucharest"},
    {"RS", "Europe/Belgrade"},    {"RU", "Europe/Kaliningrad"},
    {"SA", "Asia/Riyadh"},        {"SE", "Europe/Stockholm"},
    {"SG", "Asia/Singapore"},     {"SI", "Europe/Ljubljana"},
    {"SK", "Europe/Bratislava"},  {"TH", "Asia/Bangkok"},
    {"TR", "Europe/Istanbul"},    {"TW", "Asia/Taipei"},
    {"UA", "Europe/Kiev"},        {"US", "America/Los_Angeles"},
    {"VN", "Asia/Ho_Chi_Minh"},   {"ZA", "Africa/Johannesburg"},
});

} // namespace

std::string_view zone_of_country(std::string_view country) {
    const auto found = std::ranges::find(zones, country, &Row::first);
    return found != zones.end() ? found->second : std::string_view{};
}

} // namespace besteld

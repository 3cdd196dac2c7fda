// SPDX-License-Identifier: Apache-2.0
#include "order/clause_words.hpp"

#include "base/text.hpp"

namespace besteld {

bool holds_on(Date from, const std::optional<Date>& to, Date date) {
    return from <= date && (!to || date <= *to);
}

std::string validity_words(Date from, const std::optional<Date>& to) {
    return cat("valid from ", to_iso(from), to ? cat(" to ", to_iso(*to)) : std::string{});
}

std::string version_words(std::int64_t rule_id, const Provenance& provenance) {
    constexpr std::size_t day = 10; // of an ISO instant
    std::string words = rule_id == 0 ? std::string{} : cat(", rule ", rule_id);
    if (provenance.import_id == 0) return words;
    return words + cat(", import ", provenance.import_id, " of ",
                       to_iso(provenance.recorded_from).substr(0, day));
}

} // namespace besteld

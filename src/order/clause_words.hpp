// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a rule of base data is named, so that anybody can find it again: which one, since when, and
// which import brought it.

#include "order/terms.hpp"

#include <optional>
#include <string>

namespace besteld {

bool holds_on(Date from, const std::optional<Date>& to, Date date); // both ends included

// "valid from 2026-01-01 to 2026-12-31"; without the end when it is open
std::string validity_words(Date from, const std::optional<Date>& to);
// ", rule 12, import 3 of 2026-01-02"; without what is not known, empty when nothing is
std::string version_words(std::int64_t rule_id, const Provenance& provenance);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace besteld {

// How many days a text wants goods to last after delivery: "THT minimaal 90 dagen", "Restlaufzeit
// mind. 3 Monate", "at least 90 days shelf life", "DLC minimum 90 jours", "剩余保质期不少于90天".
// Nothing when it does not speak of shelf life.
std::optional<int> shelf_life_asked(std::string_view text);

} // namespace besteld

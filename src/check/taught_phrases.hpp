// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an order that people have dealt with teaches about a customer's words (domain.md 5.3,
// learning): only a person's confirmation counts.

#include "order/finding.hpp"
#include "order/order.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace besteld {

struct TaughtPhrase {
    std::uint32_t line = 0;
    std::string phrase; // phrase_key()
    std::string sku;
    std::string unit;  // Rec 20, when a person named it and the words did not; else empty
    std::string login; // who confirmed it
};

// A line that came as words alone teaches when a person typed its article, or looked at what the
// words were taken for (M6, M7) and let it stand. Declined lines teach nothing. To be asked when
// the order is released.
std::vector<TaughtPhrase> taught_phrases(const OrderDraft& draft, const Order& order,
                                         const std::vector<Correction>& corrections,
                                         const std::vector<Finding>& findings);

} // namespace besteld

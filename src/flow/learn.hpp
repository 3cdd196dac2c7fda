// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/judge.hpp"

namespace besteld {

// What the acceptance of an order teaches and what it has used of what was taught: phrases that a
// person confirmed in this case, and the phrases by which its lines found their articles. Once per
// case, inside the transaction that records the acceptance.
void learn_from(Store& store, const Case& accepted, const Terms& terms, Instant now);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/terms.hpp"

namespace besteld {

// Our own calendar, not the ship-to's: Monday to Friday without our holidays.
bool is_open_day(const Seller& seller, Date date);
// `days` working days after (or, negative, before) `from`; with 0 `from` itself.
Date working_days_after(const Seller& seller, Date from, int days);

} // namespace besteld

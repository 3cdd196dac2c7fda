// SPDX-License-Identifier: Apache-2.0
#include "order/working_days.hpp"

#include <algorithm>

namespace besteld {

bool is_open_day(const Seller& seller, Date date) {
    constexpr unsigned friday = 5;
    return iso_weekday(date) <= friday &&
           std::ranges::find(seller.holidays, date) == seller.holidays.end();
}

Date working_days_after(const Seller& seller, Date from, int days) {
    const auto step = std::chrono::days(days < 0 ? -1 : 1);
    for (int left = days < 0 ? -days : days; left > 0;) {
        from += step;
        if (is_open_day(seller, from)) --left;
    }
    return from;
}

} // namespace besteld

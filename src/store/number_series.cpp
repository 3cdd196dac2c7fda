// SPDX-License-Identifier: Apache-2.0
#include "store/number_series.hpp"

#include "order/series_number.hpp"

namespace besteld {

std::int64_t next_count(Session& session, std::string_view series, int year) {
    const auto taken =
        session.execute("INSERT INTO number_series (series, year, last) VALUES ($1, $2, 1) "
                        "ON CONFLICT (series, year) DO UPDATE SET last = number_series.last + 1 "
                        "RETURNING last",
                        {value(series), std::int64_t{year}});
    return taken.rows.at(0).integer(0);
}

std::string next_number(Session& session, std::string_view series, int year, std::size_t digits) {
    return series_number(series, year, next_count(session, series, year), digits);
}

} // namespace besteld

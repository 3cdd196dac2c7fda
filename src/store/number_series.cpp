// SPDX-License-Identifier: Apache-2.0
#include "store/number_series.hpp"

#include "base/text.hpp"

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
    auto number = std::to_string(next_count(session, series, year));
    if (number.size() < digits) number.insert(0, digits - number.size(), '0');
    return cat(series, "-", std::to_string(100 + year % 100).substr(1), "-", number);
}

} // namespace besteld

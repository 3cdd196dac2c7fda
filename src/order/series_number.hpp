// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/text.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace besteld {

inline std::string zero_padded(std::int64_t count, std::size_t digits) {
    auto text = std::to_string(count);
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    return text;
}

// A number of a series that counts per year: "SO-26-000412".
inline std::string series_number(std::string_view series, int year, std::int64_t count,
                                 std::size_t digits = 6) {
    return cat(series, "-", zero_padded(year % 100, 2), "-", zero_padded(count, digits));
}

} // namespace besteld

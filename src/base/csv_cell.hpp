// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/text.hpp"

#include <string>
#include <string_view>

namespace besteld {

// RFC 4180, 2.5 to 2.7. In quotes, whatever it holds.
inline std::string csv_quoted(std::string_view cell) {
    return cat('"', replace_all(std::string(cell), "\"", "\"\""), '"');
}

// In quotes where it needs them, also for readers that part cells by semicolons.
inline std::string csv_cell(std::string_view cell) {
    return cell.find_first_of(",;\"\r\n") == cell.npos ? std::string(cell) : csv_quoted(cell);
}

} // namespace besteld

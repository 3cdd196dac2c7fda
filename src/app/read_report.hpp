// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/reading.hpp"

#include <string>
#include <string_view>

namespace besteld {

// What `besteld read --json FILE` prints: the public form, field names as documented in
// docs/read-json.md.
std::string read_report(const std::string& file, std::string_view bytes, const Reading& reading);
// The same for people, in a few lines.
std::string read_summary(const std::string& file, const Reading& reading);

// Whether something could not be read: exit status 1.
bool has_errors(const Reading& reading);

} // namespace besteld

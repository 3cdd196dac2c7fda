// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/session.hpp"

#include <string>
#include <string_view>

namespace besteld {

// The next of a series without gaps, counted per year: 412, "SO-26-000412". Taken inside the
// transaction that uses it: a rollback gives it back, and the row's lock makes the next one wait.
std::int64_t next_count(Session& session, std::string_view series, int year);
std::string next_number(Session& session, std::string_view series, int year,
                        std::size_t digits = 6);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/reading.hpp"

#include <string>
#include <string_view>

namespace besteld {

// Our own complete form, for the workers' pipe and the store; `besteld read --json` prints the
// public form of app/read_report.hpp instead. from_… throws JsonFault.
std::string to_json_text(const Reading& reading);
Reading reading_from_json(std::string_view text);
std::string to_json_text(const OrderDraft& draft);
OrderDraft draft_from_json(std::string_view text);
std::string to_json_text(const ReadHint& hint);
ReadHint hint_from_json(std::string_view text);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the proofs of XML answers share.

#include "order/answer.hpp"
#include "order/draft.hpp"

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace besteld {

// The one document of what was written, read without a doubt; else why not.
std::expected<OrderDraft, std::string> read_back_xml(std::string_view bytes);

// An answer that has one code for all of it and, unless it is a rejection, the lines: references,
// code and lines as they were decided. `name` is what the format calls the code.
std::optional<std::string> prove_with_code(std::string_view bytes, const Answer& answer,
                                           std::string_view name, const std::string& code);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/answer.hpp"
#include "order/finding.hpp"
#include "order/order.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// The form in which the store keeps them; what an older version wrote can be read. …_from_json
// throws JsonFault. Answers: order/answer.hpp.
std::string to_json_text(const Order& order);
Order order_from_json(std::string_view text);
std::string to_json_text(const std::vector<Finding>& findings);
std::vector<Finding> findings_from_json(std::string_view text);
std::string to_json_text(const std::vector<Correction>& corrections);
std::vector<Correction> corrections_from_json(std::string_view text);
std::string to_json_text(const std::vector<AnswerPart>& parts);
std::vector<AnswerPart> answer_parts_from_json(std::string_view text);

} // namespace besteld

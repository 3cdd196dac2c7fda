// SPDX-License-Identifier: Apache-2.0
#include "order/order_json.hpp"

#include "order/describe_order.hpp"

namespace besteld {

std::string to_json_text(const Order& order) {
    return json_text(to_json(order));
}
Order order_from_json(std::string_view text) {
    return from_json<Order>(parse_json(text));
}

std::string to_json_text(const std::vector<Finding>& findings) {
    return json_text(to_json(findings));
}
std::vector<Finding> findings_from_json(std::string_view text) {
    return from_json<std::vector<Finding>>(parse_json(text));
}

std::string to_json_text(const std::vector<Correction>& corrections) {
    return json_text(to_json(corrections));
}
std::vector<Correction> corrections_from_json(std::string_view text) {
    return from_json<std::vector<Correction>>(parse_json(text));
}

std::string to_json_text(const std::vector<AnswerPart>& parts) {
    return json_text(to_json(parts));
}
std::vector<AnswerPart> answer_parts_from_json(std::string_view text) {
    return from_json<std::vector<AnswerPart>>(parse_json(text));
}

std::string to_json_text(const Answer& answer) {
    return json_text(to_json(answer));
}
Answer answer_from_json(std::string_view text) {
    return from_json<Answer>(parse_json(text));
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "order/feedback.hpp"

#include "order/describe_feedback.hpp"

namespace besteld {

std::string_view name_of(FeedbackKind kind) {
    return boost::describe::enum_to_string(kind, "?");
}

std::optional<FeedbackKind> feedback_kind_by_name(std::string_view name) {
    FeedbackKind kind{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), kind)) return std::nullopt;
    return kind;
}

std::string to_json_text(const Feedback& feedback) {
    return json_text(to_json(feedback));
}
Feedback feedback_from_json(std::string_view text) {
    return from_json<Feedback>(parse_json(text));
}

std::string to_json_text(const std::vector<Feedback>& list) {
    return json_text(to_json(list));
}
std::vector<Feedback> feedback_list_from_json(std::string_view text) {
    return from_json<std::vector<Feedback>>(parse_json(text));
}

} // namespace besteld

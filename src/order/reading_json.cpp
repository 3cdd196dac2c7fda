// SPDX-License-Identifier: Apache-2.0
#include "order/reading_json.hpp"

#include "order/describe_draft.hpp"

namespace besteld {

std::string to_json_text(const Reading& reading) {
    return json_text(to_json(reading));
}
Reading reading_from_json(std::string_view text) {
    return from_json<Reading>(parse_json(text));
}
std::string to_json_text(const OrderDraft& draft) {
    return json_text(to_json(draft));
}
OrderDraft draft_from_json(std::string_view text) {
    return from_json<OrderDraft>(parse_json(text));
}
std::string to_json_text(const ReadHint& hint) {
    return json_text(to_json(hint));
}
ReadHint hint_from_json(std::string_view text) {
    return from_json<ReadHint>(parse_json(text));
}

} // namespace besteld

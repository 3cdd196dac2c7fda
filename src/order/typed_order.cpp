// SPDX-License-Identifier: Apache-2.0
#include "order/typed_order.hpp"

#include "base/json.hpp"

#include <algorithm>
#include <array>

namespace besteld {

BOOST_DESCRIBE_ENUM(TakenBy, phone, fax, visit, representative)
BOOST_DESCRIBE_STRUCT(TypedLine, (), (item, quantity, unit, price, requested, note))
BOOST_DESCRIBE_STRUCT(TypedOrder, (),
                      (by, customer_no, caller, order_number, requested, ship_to, note, language,
                       login, once, lines))

std::string_view name_of(TakenBy by) {
    return boost::describe::enum_to_string(by, "?");
}

bool is_taken_by_hand(std::string_view channel) {
    constexpr std::array<std::string_view, 5> channels{"typed", "phone", "fax", "visit",
                                                       "representative"};
    return std::ranges::find(channels, channel) != channels.end();
}

std::string to_json_text(const TypedOrder& order) {
    return json_text(to_json(order));
}

TypedOrder typed_order_from_json(std::string_view text) {
    return from_json<TypedOrder>(parse_json(text));
}

} // namespace besteld

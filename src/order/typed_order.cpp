// SPDX-License-Identifier: Apache-2.0
#include "order/typed_order.hpp"

#include "base/json.hpp"

#include <algorithm>

namespace besteld {

BOOST_DESCRIBE_ENUM(TakenBy, phone, fax, visit, representative)
BOOST_DESCRIBE_STRUCT(TypedLine, (), (item, quantity, unit, price, requested, note))
BOOST_DESCRIBE_STRUCT(TypedOrder, (),
                      (by, customer_no, caller, order_number, requested, ship_to, note, language,
                       login, once, lines))

std::string_view name_of(TakenBy by) {
    return boost::describe::enum_to_string(by, "?");
}

std::optional<TakenBy> taken_by_name(std::string_view name) {
    const auto found =
        std::ranges::find(every_taken_by, name, [](TakenBy by) { return name_of(by); });
    return found == every_taken_by.end() ? std::nullopt : std::optional(*found);
}

bool is_taken_by_hand(std::string_view channel) {
    return channel == typed_channel || taken_by_name(channel);
}

std::string to_json_text(const TypedOrder& order) {
    return json_text(to_json(order));
}

TypedOrder typed_order_from_json(std::string_view text) {
    return from_json<TypedOrder>(parse_json(text));
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// The form by which an order is taken down: cells as they were typed, in the typist's notation, and
// the order that they make.

#include "order/typed_order.hpp"
#include "web/http.hpp"
#include "web/strings.hpp"

#include <string>
#include <vector>

namespace besteld {

struct TypedRow {
    std::string item, quantity, unit, price, requested, note;
    std::string fault; // the cell that cannot be read, as it was typed
    bool is_blank() const;
};

struct TypedForm {
    std::string by, customer, caller, order_number, requested, ship_to, note, once;
    std::string fault; // of the head
    std::vector<TypedRow> rows;
};

// More lines than these are sent as a file.
inline constexpr std::size_t most_typed_rows = 200;

TypedForm typed_form_of(const HttpRequest& request);
// Of an order that is there, to be changed and sent again.
TypedForm typed_form_of(const TypedOrder& order, const Strings& words);
// Rows without anything in them are left out; cells that cannot be read are marked and left out.
TypedOrder typed_order_of(TypedForm& form, const Strings& words);
bool has_fault(const TypedForm& form);

} // namespace besteld

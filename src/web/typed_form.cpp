// SPDX-License-Identifier: Apache-2.0
#include "web/typed_form.hpp"

#include "base/text.hpp"
#include "web/format.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

struct TypedColumn {
    const char* name;
    std::string TypedRow::* cell;
};
constexpr std::array<TypedColumn, 6> columns{{{"item", &TypedRow::item},
                                              {"quantity", &TypedRow::quantity},
                                              {"unit", &TypedRow::unit},
                                              {"price", &TypedRow::price},
                                              {"date", &TypedRow::requested},
                                              {"remark", &TypedRow::note}}};

// A text that cannot be read is said in `fault`; an empty one says nothing.
template <typename Read>
std::string read_cell(const std::string& typed, std::string& fault, const Read& read) {
    if (trim(typed).empty()) return {};
    if (const auto value = read(typed)) return *value;
    fault = typed;
    return {};
}

} // namespace

bool TypedRow::is_blank() const {
    return std::ranges::all_of(
        columns, [&](const TypedColumn& column) { return trim(this->*column.cell).empty(); });
}

TypedForm typed_form_of(const HttpRequest& request) {
    TypedForm form{.by = request.field("by"),
                   .customer = request.field("customer"),
                   .caller = request.field("caller"),
                   .order_number = request.field("number"),
                   .requested = request.field("requested"),
                   .ship_to = request.field("ship_to"),
                   .note = request.field("note"),
                   .once = request.field("once")};
    if (const auto picked = request.field("pick"); !picked.empty()) form.customer = picked;
    for (const auto& [name, cell] : columns) {
        std::size_t row = 0;
        const auto [first, last] = request.form.equal_range(name);
        for (auto field = first; field != last && row <= most_typed_rows; ++field, ++row) {
            if (row == form.rows.size()) form.rows.emplace_back();
            form.rows[row].*cell = field->second;
        }
    }
    return form;
}

TypedForm typed_form_of(const TypedOrder& order, const Strings& words) {
    TypedForm form{.by = std::string(name_of(order.by)),
                   .customer = order.customer_no,
                   .ship_to = order.ship_to};
    for (const auto& line : order.lines)
        form.rows.push_back({.item = line.item,
                             .quantity = number_to_type(line.quantity, words.language()),
                             .unit = line.unit});
    return form;
}

TypedOrder typed_order_of(TypedForm& form, const Strings& words) {
    const auto number = [&](const std::string& typed) {
        return number_typed(typed, words.language());
    };
    const auto text = [](const std::string& typed) { return std::string(trim(typed)); };
    form.fault.clear();
    TypedOrder order{.by = taken_by_name(form.by).value_or(TakenBy::phone),
                     .customer_no = text(form.customer),
                     .caller = text(form.caller),
                     .order_number = text(form.order_number),
                     .requested = read_cell(form.requested, form.fault, day_typed),
                     .ship_to = text(form.ship_to),
                     .note = text(form.note),
                     .language = words.language(),
                     .once = form.once};
    for (auto& row : form.rows) {
        row.fault.clear();
        if (row.is_blank()) continue;
        order.lines.push_back({.item = text(row.item),
                               .quantity = read_cell(row.quantity, row.fault, number),
                               .unit = text(row.unit),
                               .price = read_cell(row.price, row.fault, number),
                               .requested = read_cell(row.requested, row.fault, day_typed),
                               .note = text(row.note)});
    }
    return order;
}

bool has_fault(const TypedForm& form) {
    const auto at_fault = [](const TypedRow& row) { return !row.fault.empty(); };
    return !form.fault.empty() || std::ranges::any_of(form.rows, at_fault);
}

} // namespace besteld

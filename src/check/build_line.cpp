// SPDX-License-Identifier: Apache-2.0
#include "check/build_line.hpp"

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/corrections.hpp"
#include "check/match_item.hpp"
#include "check/typed_values.hpp"

#include <algorithm>

namespace besteld {

namespace {

std::string item_name(const Item& item, const std::string& language) {
    for (const std::string& wanted : {language, std::string{}}) {
        const auto name = item.names.find(wanted);
        if (name != item.names.end()) return name->second;
    }
    return item.names.empty() ? item.sku : item.names.begin()->second;
}

// The item and how we know it. Returns the packing that the identifying number stands for.
PackLevel take_item(OrderLine& line, const LineDraft& draft, const LineSetting& setting) {
    ItemMatch match =
        match_item(draft, setting.index, setting.received_on, written_by(setting.draft));
    if (const Correction* typed = find_correction(setting.corrections, "line.sku", line.index)) {
        if (typed->value != match.sku) match.level = {};
        match.sku = typed->value;
        match.step = "typed";
        match.score = 100;
    }
    line.item_text = item_text(draft);
    line.item_place = match.place;
    line.match_step = match.step;
    line.match_score = match.score;
    if (draft.buyer_item) line.buyer_item = draft.buyer_item->value;
    if (draft.seller_item) line.seller_item = draft.seller_item->value;
    if (draft.gtin) line.gtin = draft.gtin->value;
    line.item_name = draft.name ? draft.name->value : line.item_text;
    const auto item = setting.terms.items.find(match.sku);
    if (item == setting.terms.items.end()) return {};
    line.sku = match.sku;
    line.item_name = item_name(item->second, setting.order.language);
    line.stock_unit = canonical_unit(item->second.stock_unit);
    return match.level;
}

// The quantity, else the sum of a delivery schedule (L13 must add up to L05).
std::optional<Sourced<Decimal>> quantity_of(const LineDraft& draft) {
    if (draft.quantity || draft.schedule.empty())
        return typed_number(draft.quantity, largest_quantity);
    Decimal sum{};
    for (const ScheduleDraft& part : draft.schedule) {
        const auto number = typed_number(part.quantity, largest_quantity);
        const auto next = number ? plus(sum, number->value) : std::nullopt;
        if (!next || *next > largest_quantity) return std::nullopt;
        sum = *next;
    }
    return Sourced<Decimal>{
        .value = sum, .origin = Origin::derived, .place = draft.schedule.front().quantity.place};
}

void take_quantity(OrderLine& line, const LineDraft& draft, const LineSetting& setting) {
    line.quantity = quantity_of(draft);
    const Correction* typed = find_correction(setting.corrections, "line.quantity", line.index);
    if (typed == nullptr) return;
    const MaybeField field = Field{.value = typed->value, .origin = Origin::typed};
    line.quantity = typed_number(field, largest_quantity);
}

// Returns the unit's certainty.
int take_unit(OrderLine& line, const LineDraft& draft, const PackLevel& level,
              const LineSetting& setting) {
    if (draft.unit) {
        line.unit_text = draft.unit->value;
        line.unit_place = draft.unit->place;
    } else if (draft.unit_code) {
        line.unit_text = draft.unit_code->value;
        line.unit_place = draft.unit_code->place;
    }
    const auto item = setting.terms.items.find(line.sku);
    if (const Correction* typed = find_correction(setting.corrections, "line.unit", line.index)) {
        line.unit = canonical_unit(typed->value);
        line.unit_origin = Origin::typed;
        return 100;
    }
    if (item == setting.terms.items.end()) {
        if (draft.unit_code) line.unit = canonical_unit(draft.unit_code->value);
        return 100;
    }
    const UnitReading reading = read_unit(draft, item->second, level, written_by(setting.draft));
    line.unit = reading.unit;
    line.unit_origin = reading.origin;
    return reading.score;
}

void take_price(OrderLine& line, const LineDraft& draft, const LineSetting& setting) {
    line.price = typed_number(draft.unit_price, largest_price);
    if (const auto base = typed_number(draft.price_base_quantity, largest_quantity);
        base && base->value > Decimal{})
        line.price_base = base->value;
    if (draft.price_base_unit) line.price_unit = canonical_unit(draft.price_base_unit->value);
    if (const Correction* typed = find_correction(setting.corrections, "line.price", line.index)) {
        const MaybeField field = Field{.value = typed->value, .origin = Origin::typed};
        line.price = typed_number(field, largest_price);
        // A clerk types the price of one ordered unit.
        line.price_base = Decimal{1};
        line.price_unit.clear();
    }
    line.line_amount = typed_number(draft.line_amount, largest_amount);
    const auto item = setting.terms.items.find(line.sku);
    if (item == setting.terms.items.end()) return;
    if (line.quantity)
        line.quantity_stock = to_stock(item->second, line.unit, line.quantity->value);
    if (!line.price) return;
    const auto base = to_stock(item->second, line.price_unit.empty() ? line.unit : line.price_unit,
                               line.price_base);
    if (base) line.price_stock = over(line.price->value, *base);
}

std::optional<Sourced<DateSpec>> requested_of(const LineDraft& draft, const LineSetting& setting) {
    // A clerk's date is for the whole order.
    if (find_correction(setting.corrections, "requested") != nullptr)
        return setting.order.requested;
    if (draft.requested) return draft.requested;
    if (!draft.schedule.empty() && draft.schedule.front().requested)
        return draft.schedule.front().requested;
    return setting.order.requested;
}

std::string claimed_promotion(const LineDraft& draft, const LineSetting& setting) {
    for (const Reference& reference : draft.references) {
        if (reference.type == "promotion") return reference.value.value;
    }
    for (const Reference& reference : setting.draft.references) {
        if (reference.type == "promotion" && reference.line && draft.line &&
            *reference.line == draft.line->value)
            return reference.value.value;
    }
    return {};
}

} // namespace

std::optional<Sourced<Decimal>> typed_number(const MaybeField& field, Decimal largest) {
    if (!field) return std::nullopt;
    const auto number = Decimal::parse(trim(field->value));
    if (!number || number->abs() > largest) return std::nullopt;
    return Sourced<Decimal>{
        .value = *number, .origin = field->origin, .score = field->score, .place = field->place};
}

OrderLine build_line(const LineSetting& setting, std::uint32_t index) {
    const LineDraft& draft = setting.draft.lines[index];
    OrderLine line{.index = index};
    line.buyer_line =
        draft.line && !draft.line->value.empty() ? draft.line->value : std::to_string(index + 1);
    const PackLevel level = take_item(line, draft, setting);
    take_quantity(line, draft, setting);
    const int unit_score = take_unit(line, draft, level, setting);
    take_price(line, draft, setting);
    line.requested = requested_of(draft, setting);
    line.promotion = claimed_promotion(draft, setting);
    if (draft.tax_category) line.tax_category = draft.tax_category->value;
    if (draft.condition) line.condition = draft.condition->value;
    const int item_score = line.sku.empty() ? 0 : line.match_score;
    line.score = std::min({item_score, unit_score, line.quantity ? line.quantity->score : 0});
    return line;
}

} // namespace besteld

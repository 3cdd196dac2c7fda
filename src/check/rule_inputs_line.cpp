// SPDX-License-Identifier: Apache-2.0
#include "check/rule_inputs.hpp"

#include "base/text.hpp"
#include "check/calendar.hpp"
#include "check/prices.hpp"

#include <algorithm>

namespace besteld {

namespace {

using Words = std::string;
using Line = const OrderLine*;

Words amount(const std::optional<Decimal>& value, std::string_view unit) {
    return value ? cat(value->to_string(), " ", unit) : Words{};
}

// ── the document ─────────────────────────────────────────────────────────────────────────────────
Words certainty(const Inquiry&, Line line) {
    return cat(line->score, " %");
}
Words certain_enough(const Inquiry&, Line) {
    return "85 %";
}

// ── the order as such ────────────────────────────────────────────────────────────────────────────
Words wanted(const Inquiry&, Line) {
    return "stated";
}
Words framework(const Inquiry& in, Line) {
    return in.order.framework;
}
Words frameworks(const Inquiry& in, Line) {
    return cat(in.terms.frameworks.size(), " frameworks on file");
}

// ── items and quantities ─────────────────────────────────────────────────────────────────────────
Words item_words(const Inquiry&, Line line) {
    return line->item_text;
}
Words matched(const Inquiry&, Line line) {
    return line->sku.empty() ? "no item" : cat(line->sku, " by ", line->match_step);
}
Words gtin(const Inquiry&, Line line) {
    return line->gtin;
}
Words check_digit(const Inquiry&, Line) {
    return "modulo 10";
}
Words item_status(const Inquiry& in, Line line) {
    const Item* item = item_of(in, *line);
    if (item == nullptr) return {};
    return cat(item->status, item->sell_to ? cat(", sold to ", to_iso(*item->sell_to)) : Words{});
}
Words assortment(const Inquiry& in, Line) {
    return in.terms.assortment.empty() ? Words{}
                                       : cat(in.terms.assortment.size(), " assortment rules");
}
Words properties(const Inquiry& in, Line line) {
    const Item* item = item_of(in, *line);
    if (item == nullptr) return {};
    std::vector<Words> words;
    for (const auto& [name, value] : item->properties)
        words.push_back(cat(name, " ", value));
    return join(words, ", ");
}
Words item_name(const Inquiry&, Line line) {
    return line->item_name;
}
Words classes(const Inquiry& in, Line line) {
    const Item* item = item_of(in, *line);
    return item == nullptr ? Words{} : join(item->classes, ", ");
}
Words licences(const Inquiry& in, Line) {
    return in.terms.customer ? cat(in.terms.customer->licences.size(), " licences") : Words{};
}
Words quantity(const Inquiry&, Line line) {
    return quantity_text(*line);
}
Words units(const Inquiry& in, Line line) {
    const Item* item = item_of(in, *line);
    if (item == nullptr) return {};
    std::vector<Words> words;
    for (const auto& unit : item->units)
        words.push_back(cat(unit.unit, " = ", unit.factor.to_string(), " ", item->stock_unit));
    return join(words, ", ");
}
Words multiple(const Inquiry& in, Line line) {
    const Item* item = item_of(in, *line);
    return item == nullptr ? Words{} : amount(item->multiple, item->stock_unit);
}
Words minimum(const Inquiry& in, Line line) {
    const Item* item = item_of(in, *line);
    return item == nullptr ? Words{} : amount(item->minimum_quantity, item->stock_unit);
}
Words maximum(const Inquiry& in, Line line) {
    const Item* item = item_of(in, *line);
    return item == nullptr ? Words{} : amount(item->maximum_quantity, item->stock_unit);
}
Words usual(const Inquiry& in, Line line) {
    const auto found = in.terms.history.quantities.find(line->sku);
    return found == in.terms.history.quantities.end()
               ? Words{}
               : cat("last ", found->second.size(), " orders");
}
Words schedule(const Inquiry& in, Line line) {
    return line->index < in.draft.lines.size() && !in.draft.lines[line->index].schedule.empty()
               ? cat(in.draft.lines[line->index].schedule.size(), " parts")
               : Words{};
}

// ── prices and amounts ───────────────────────────────────────────────────────────────────────────
Words price(const Inquiry& in, Line line) {
    return line->price ? cat(line->price->value.to_string(), " ", in.order.currency, " per ",
                             line->price_base.to_string(), " ",
                             line->price_unit.empty() ? line->unit : line->price_unit)
                       : Words{};
}
Words agreed_price(const Inquiry& in, Line line) {
    const auto agreed = agreed_line_price(in.terms, in.order, *line, in.received_on);
    if (!agreed) return {};
    return cat(agreed->per_basis.to_string(), " per ", agreed->basis.to_string(), " ", agreed->unit,
               "; ", agreed->agreed.trace);
}
Words discounts(const Inquiry& in, Line line) {
    const auto count = line != nullptr && line->index < in.draft.lines.size()
                           ? in.draft.lines[line->index].charges.size()
                           : in.draft.charges.size();
    return count == 0 ? Words{} : cat(count, " stated");
}
Words charge_rules(const Inquiry& in, Line) {
    return cat(in.terms.charges.size(), " rules");
}
Words promotion(const Inquiry&, Line line) {
    return line->promotion;
}
Words promotions(const Inquiry& in, Line) {
    return cat(in.terms.promotions.size(), " promotions on file");
}
Words floor_price(const Inquiry& in, Line line) {
    const Item* item = item_of(in, *line);
    return item == nullptr ? Words{} : amount(item->floor_price, item->floor_currency);
}
Words line_amount(const Inquiry&, Line line) {
    return line->line_amount ? line->line_amount->value.to_string() : Words{};
}
Words quantity_times_price(const Inquiry& in, Line line) {
    return line->price ? cat(quantity(in, line), " at ", price(in, line)) : Words{};
}

// ── dates and terms ──────────────────────────────────────────────────────────────────────────────
Words requested(const Inquiry&, Line line) {
    if (!line->requested) return {};
    const DateSpec& spec = line->requested->value;
    return spec.raw.empty() ? spec.start.value_or("") : spec.raw;
}
Words requested_or_none(const Inquiry& in, Line line) {
    const Words words = requested(in, line);
    return words.empty() ? "none" : words;
}
Words today(const Inquiry& in, Line) {
    return cat("today ", to_iso(in.today));
}
Words planned(const Inquiry& in, Line line) {
    if (!in.terms.agreement) return {};
    const DateSpec* asked = line->requested ? &line->requested->value : nullptr;
    return to_iso(planned_day(in.terms, in.order.ship_to_id, asked, in.origins.received_at));
}
Words horizon(const Inquiry& in, Line) {
    return in.terms.agreement ? cat(in.terms.agreement->horizon_days, " days ahead") : Words{};
}
Words unloading(const Inquiry& in, Line) {
    const auto found = std::ranges::find(in.terms.ship_tos, in.order.ship_to_id, &ShipTo::id);
    if (found == in.terms.ship_tos.end() || found->unloading_from.empty()) return {};
    return cat(found->unloading_from, " to ", found->unloading_to);
}
Words agreed_delivery(const Inquiry& in, Line) {
    return in.terms.agreement ? in.terms.agreement->delivery_terms : Words{};
}
Words tax(const Inquiry&, Line line) {
    return line->tax_category.empty() ? "not stated" : line->tax_category;
}
Words agreed_tax(const Inquiry& in, Line) {
    return in.terms.agreement ? in.terms.agreement->tax_category : Words{};
}

// ── stock ────────────────────────────────────────────────────────────────────────────────────────
Words stock(const Inquiry& in, Line line) {
    const auto found = in.terms.stock.find(line->sku);
    if (found == in.terms.stock.end()) return {};
    return cat(found->second.on_hand.to_string(), " on hand, ", found->second.receipts.size(),
               " receipts, ", found->second.promises.size(), " promises");
}
Words batches(const Inquiry& in, Line line) {
    const auto found = in.terms.stock.find(line->sku);
    return found == in.terms.stock.end() || found->second.batches.empty()
               ? Words{}
               : cat(found->second.batches.size(), " batches");
}

// clang-format off
constexpr RuleInputs table[] = {
    {Check::reading_uncertain,         certainty, certain_enough},
    {Check::framework_exhausted,       framework, frameworks},
    {Check::release_outside_limits,    framework, frameworks},
    {Check::item_unknown,              item_words, matched},
    {Check::item_identifiers_disagree, item_words, matched},
    {Check::gtin_check_digit_wrong,    gtin, check_digit},
    {Check::item_not_sellable,         requested_or_none, item_status},
    {Check::not_in_assortment,         matched, assortment},
    {Check::specification_differs,     item_words, properties},
    {Check::description_contradicts,   item_words, item_name},
    {Check::licence_missing,           classes, licences},
    {Check::quantity_missing,          quantity, wanted},
    {Check::unit_unknown,              quantity, units},
    {Check::unit_not_as_agreed,        quantity, units},
    {Check::not_a_multiple,            quantity, multiple},
    {Check::below_minimum_quantity,    quantity, minimum},
    {Check::above_maximum_quantity,    quantity, maximum},
    {Check::unusual_quantity,          quantity, usual},
    {Check::fraction_of_a_piece,       quantity, units},
    {Check::schedule_sum_differs,      schedule, quantity},
    {Check::price_below_agreed,        price, agreed_price},
    {Check::price_above_agreed,        price, agreed_price},
    {Check::no_agreed_price,           quantity, agreed_price},
    {Check::price_base_differs,        price, agreed_price},
    {Check::discount_not_agreed,       discounts, charge_rules},
    {Check::promotion_claim_invalid,   promotion, promotions},
    {Check::promotion_missed,          quantity, promotions},
    {Check::agreement_ambiguous,       quantity, agreed_price},
    {Check::price_below_floor,         agreed_price, floor_price},
    {Check::price_includes_tax,        price, agreed_price},
    {Check::free_of_charge,            price, agreed_price},
    {Check::delivery_date_missing,     requested_or_none, planned},
    {Check::date_in_past,              requested, today},
    {Check::lead_time_too_short,       requested, planned},
    {Check::not_a_delivery_day,        requested, planned},
    {Check::outside_unloading_hours,   requested, unloading},
    {Check::too_far_ahead,             requested, horizon},
    {Check::despatch_date_given,       requested, agreed_delivery},
    {Check::tax_not_as_agreed,         tax, agreed_tax},
    {Check::line_amount_differs,       line_amount, quantity_times_price},
    {Check::not_enough_stock,          quantity, stock},
    {Check::waits_for_production,      quantity, stock},
    {Check::shelf_life_too_short,      quantity, batches},
};
// clang-format on

} // namespace

std::span<const RuleInputs> rules_of_lines() {
    return table;
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "order/despatch.hpp"

#include "base/text.hpp"
#include "order/edi_profile.hpp"

#include <algorithm>

namespace besteld {

namespace {

const OrderLine* ordered_line(const Order& order, std::uint32_t index) {
    const auto found = std::ranges::find(order.lines, index, &OrderLine::index);
    return found == order.lines.end() ? nullptr : &*found;
}

DespatchLine line_of(const FulfilmentLine& confirmed, const Order& order) {
    DespatchLine line{.index = confirmed.line,
                      .buyer_line = confirmed.buyer_line,
                      .sku = confirmed.sku,
                      .name = confirmed.name,
                      .unit = confirmed.unit,
                      .ordered_unit = confirmed.unit,
                      .ordered = confirmed.confirmed,
                      .open = confirmed.open()};
    const auto* ordered = ordered_line(order, confirmed.line);
    if (!ordered) return line;
    line.buyer_item = ordered->buyer_item;
    // Of what was ordered: another article in its place has another.
    if (ordered->sku == confirmed.sku) line.gtin = ordered->gtin;
    if (!ordered->quantity || ordered->unit.empty()) return line;
    line.ordered = ordered->quantity->value;
    line.ordered_unit = ordered->unit;
    line.unit_text = ordered->unit_text;
    return line;
}

DespatchAddress address_of(const Order& order, const Terms& terms) {
    const auto found = std::ranges::find(terms.ship_tos, order.ship_to_id, &ShipTo::id);
    if (found == terms.ship_tos.end()) return {.name = order.ship_to_text};
    return {.id = found->id,
            .gln = found->gln,
            .name = found->name,
            .street = cat(found->street, found->house_no.empty() ? "" : " ", found->house_no),
            .postcode = found->postcode,
            .city = found->city,
            .country = found->country};
}

} // namespace

DespatchSlip despatch_slip_of(const Fulfilment& known, const Delivery& delivery, const Order& order,
                              const Terms& terms, Date day) {
    DespatchSlip slip{.number = delivery.delivery_no,
                      .shipment = delivery.shipment,
                      .posted_at = delivery.posted_at,
                      .day = day,
                      .carrier = delivery.carrier,
                      .track_no = delivery.track_no,
                      .packages = delivery.packages,
                      .ship_to = address_of(order, terms)};
    for (const auto& confirmed : known.lines) {
        auto line = line_of(confirmed, order);
        for (const auto& went : delivery.lines) {
            if (went.line != confirmed.line) continue;
            line.delivered += went.quantity;
            const auto same = std::ranges::find(line.batches, went.batch, &DespatchBatch::batch);
            if (same == line.batches.end())
                line.batches.push_back({went.batch, went.quantity});
            else
                same->quantity += went.quantity;
        }
        if (known.rest_closed_at) line.open = Decimal{};
        if (!line.batches.empty()) slip.lines.push_back(std::move(line));
    }
    return slip;
}

bool wants_despatch_advice(std::string_view profile) {
    if (profile.find("-despatch") == std::string_view::npos) return false;
    switch (family_of_profile(profile)) {
    case EdiFamily::edifact:
    case EdiFamily::x12:
    case EdiFamily::ubl:
    case EdiFamily::cxml:
    case EdiFamily::opentrans:
        return true;
    case EdiFamily::idoc:
    case EdiFamily::gs1:
    case EdiFamily::cii:
    case EdiFamily::none:
        return false;
    }
    return false;
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "deliver/despatch_advice.hpp"

#include "deliver/despatch_families.hpp"

#include "base/text.hpp"
#include "order/format_values.hpp"

namespace besteld {

namespace {

using parsers::DespatchAdvice;
using parsers::DespatchAdviceLine;

// Names come from other systems: one line, without blanks around.
std::string plain(const std::string& name) {
    return std::string(trim(one_line(name)));
}

DespatchAdviceLine line_of(const DespatchLine& line, const DespatchBatch& batch,
                           std::string_view unit) {
    return {.order_line = line.buyer_line,
            .gtin = line.gtin,
            .seller_item = line.sku,
            .buyer_item = line.buyer_item,
            .name = line.name,
            .batch = plain(batch.batch),
            .quantity = batch.quantity,
            .unit = std::string(unit)};
}

// Nothing to compare, or equal.
Difference differs(std::string_view what, const std::string& read, const std::string& wanted) {
    if (read == wanted) return std::nullopt;
    return cat("its ", what, " is \"", read, "\" instead of \"", wanted, "\"");
}

std::string text_of(const std::optional<Decimal>& value) {
    return value ? value->to_string() : "";
}

Difference compare_lines(const DespatchAdviceLine& read, const DespatchAdviceLine& wanted) {
    if (auto d = differs("order line", read.order_line, wanted.order_line)) return d;
    if (auto d = differs("GTIN", read.gtin, wanted.gtin)) return d;
    if (auto d = differs("item", read.seller_item, wanted.seller_item)) return d;
    if (auto d = differs("buyer's item", read.buyer_item, wanted.buyer_item)) return d;
    if (auto d = differs("batch", read.batch, wanted.batch)) return d;
    if (auto d = differs("quantity", read.quantity.to_string(), wanted.quantity.to_string()))
        return d;
    if (auto d = differs("unit", read.unit, wanted.unit)) return d;
    if (auto d = differs("ordered quantity", text_of(read.ordered), text_of(wanted.ordered)))
        return d;
    return differs("rest", text_of(read.open), text_of(wanted.open));
}

} // namespace

DespatchAdvice advice_of(const Answer& answer, const Seller& seller, Date written,
                         std::string (*unit_of)(const DespatchLine& line)) {
    const auto& slip = *answer.despatch;
    DespatchAdvice advice{.number = slip.number,
                          .order_number = answer.buyer_order_no,
                          .our_number = answer.official_no,
                          .written = written,
                          .despatched = slip.day,
                          .carrier = plain(slip.carrier),
                          .track_no = plain(slip.track_no),
                          .packages = slip.packages,
                          .buyer = {.id = answer.buyer_id, .name = answer.customer_name},
                          .supplier = {.id = seller.gln, .name = seller.name},
                          .ship_to = {.id = slip.ship_to.gln,
                                      .name = plain(slip.ship_to.name),
                                      .street = slip.ship_to.street,
                                      .postcode = slip.ship_to.postcode,
                                      .city = slip.ship_to.city,
                                      .country = slip.ship_to.country}};
    if (answer.buyer_order_date)
        advice.order_date = parse_iso_date(answer.buyer_order_date->substr(0, 10));
    for (const auto& line : slip.lines) {
        const std::string unit = unit_of(line);
        for (const auto& batch : line.batches) {
            advice.lines.push_back(line_of(line, batch, unit));
            advice.lines.back().number = cat(advice.lines.size());
            if (&batch != &line.batches.front()) continue;
            if (line.ordered_unit == line.unit) advice.lines.back().ordered = line.ordered;
            advice.lines.back().open = line.open;
        }
    }
    return advice;
}

Difference compare_advices(const DespatchAdvice& read, const DespatchAdvice& wanted) {
    if (auto d = differs("number", read.number, wanted.number)) return d;
    if (auto d = differs("order", read.order_number, wanted.order_number)) return d;
    if (auto d = differs("order number of ours", read.our_number, wanted.our_number)) return d;
    if (auto d = differs("day", to_iso(read.despatched), to_iso(wanted.despatched))) return d;
    if (auto d = differs("carrier", read.carrier, wanted.carrier)) return d;
    if (auto d = differs("track number", read.track_no, wanted.track_no)) return d;
    if (auto d = differs("number of packages", cat(read.packages), cat(wanted.packages))) return d;
    if (auto d = differs("ship-to", cat(read.ship_to.id, read.ship_to.name),
                         cat(wanted.ship_to.id, wanted.ship_to.name)))
        return d;
    if (auto d = differs("number of lines", cat(read.lines.size()), cat(wanted.lines.size())))
        return d;
    for (std::size_t i = 0; i < wanted.lines.size(); ++i)
        if (const auto d = compare_lines(read.lines[i], wanted.lines[i]))
            return cat("line ", i + 1, ": ", *d);
    return std::nullopt;
}

Difference prove_despatch_advice(std::string_view bytes, const Answer& answer) {
    if (!answer.despatch) return "it tells of no delivery";
    switch (edi_family(answer)) {
    case EdiFamily::edifact:
        return prove_desadv(bytes, answer);
    case EdiFamily::x12:
        return prove_ship_notice(bytes, answer);
    case EdiFamily::ubl:
        return prove_ubl_despatch(bytes, answer);
    case EdiFamily::cxml:
        return prove_cxml_despatch(bytes, answer);
    case EdiFamily::opentrans:
        return prove_opentrans_despatch(bytes, answer);
    case EdiFamily::gs1:
    case EdiFamily::cii:
    case EdiFamily::idoc:
    case EdiFamily::none:
        return "nothing of ours reads this format's despatch advice back";
    }
    return "nothing of ours reads this format's despatch advice back";
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
// Despatch advices of the XML formats: what each can say of a delivery.
#include "deliver/despatch_advice.hpp"
#include "deliver/despatch_families.hpp"
#include "deliver/edi_words.hpp"
#include "deliver/render_cxml.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"
#include "parsers/xml/despatch_xml.hpp"

namespace besteld {

namespace {

using parsers::DespatchAdvice;
using parsers::DespatchParty;

std::string rec20(const DespatchLine& line) {
    return line.unit;
}

// The buyer's own code where the unit is his.
std::string buyers_unit(const DespatchLine& line) {
    return line.unit == line.ordered_unit && !line.unit_text.empty() ? line.unit_text : line.unit;
}

// A party as the order named it, else by its GLN.
DespatchParty named(const Answer& answer, PartyRole role, const DespatchParty& known,
                    const std::string& gln_scheme) {
    const auto said = party_in(answer, role);
    if (said.id.empty()) return {.id = known.id, .scheme = gln_scheme, .name = known.name};
    return {.id = said.id,
            .scheme = said.scheme.empty() ? gln_scheme : said.scheme,
            .name = said.name.empty() ? known.name : said.name};
}

// ── UBL ──────────────────────────────────────────────────────────────────────────────────────────
DespatchAdvice for_ubl(const Answer& answer, const Seller& seller, Date written) {
    auto advice = advice_of(answer, seller, written, rec20);
    advice.our_number.clear();
    advice.buyer = named(answer, PartyRole::buyer, advice.buyer, "0088");
    advice.supplier = named(answer, PartyRole::supplier, advice.supplier, "0088");
    if (advice.ship_to.name.empty()) advice.ship_to.name = advice.buyer.name;
    for (auto& line : advice.lines) {
        line.ordered.reset();
        if (line.open && line.open->is_zero()) line.open.reset();
        if (line.name.empty()) line.name = line.seller_item;
    }
    return advice;
}

// ── cXML ─────────────────────────────────────────────────────────────────────────────────────────
DespatchAdvice for_cxml(const Answer& answer, const Seller& seller, Date written) {
    auto advice = advice_of(answer, seller, written, buyers_unit);
    advice.our_number.clear();
    advice.packages = 0;
    // ShipControl needs both: without a tracking number the delivery note's stands for it.
    if (advice.carrier.empty()) advice.track_no.clear();
    if (!advice.carrier.empty() && advice.track_no.empty()) advice.track_no = advice.number;
    if (advice.ship_to.name.empty()) advice.ship_to = {};
    for (auto& line : advice.lines)
        line.open.reset();
    return advice;
}

std::string time_of(Instant at, const std::string& zone) {
    const auto wall = Zone(zone).local(at);
    const auto minutes =
        std::chrono::duration_cast<std::chrono::minutes>(wall.since_midnight).count();
    return cat(minutes / 600, minutes / 60 % 10, minutes % 60 / 10, minutes % 10);
}

// ── openTRANS ────────────────────────────────────────────────────────────────────────────────────
DespatchAdvice for_opentrans(const Answer& answer, const Seller& seller) {
    auto advice = advice_of(answer, seller, answer.despatch->day, rec20);
    advice.our_number.clear();
    advice.packages = 0;
    advice.buyer = named(answer, PartyRole::buyer, advice.buyer, "iln");
    advice.supplier = named(answer, PartyRole::supplier, advice.supplier, "iln");
    auto& to = advice.ship_to;
    to.scheme = to.id.empty() ? "supplier_specific" : "iln";
    if (to.id.empty()) to.id = answer.despatch->ship_to.id;
    if (to.id.empty()) to.id = to.name;
    for (auto& line : advice.lines)
        line.ordered.reset();
    return advice;
}

} // namespace

Rendered render_ubl_despatch(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    const auto advice = for_ubl(answer, seller, stamp.date);
    if (advice.buyer.id.empty() || advice.supplier.id.empty())
        return std::unexpected("the order names no electronic address of the buyer or of us");
    return parsers::write_ubl_despatch(advice, stamp.time);
}

Difference prove_ubl_despatch(std::string_view bytes, const Answer& answer) {
    const auto read = parsers::read_ubl_despatch(bytes);
    if (!read) return "it reads as no despatch advice of Peppol";
    return compare_advices(*read, for_ubl(answer, {}, {}));
}

Rendered render_cxml_despatch(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    const auto& slip = *answer.despatch;
    return parsers::write_cxml_despatch(
        cxml_envelope(answer, seller, stamp), for_cxml(answer, seller, stamp.date),
        timestamp(slip.day, time_of(slip.posted_at, seller.zone), seller.zone),
        answer.envelope.interchange_ref);
}

Difference prove_cxml_despatch(std::string_view bytes, const Answer& answer) {
    const auto read = parsers::read_cxml_despatch(bytes);
    if (!read) return "it reads as no ShipNoticeRequest";
    return compare_advices(*read, for_cxml(answer, {}, {}));
}

Rendered render_opentrans_despatch(const Answer& answer, const Seller& seller, const EdiStamp&) {
    return parsers::write_opentrans_despatch(for_opentrans(answer, seller));
}

Difference prove_opentrans_despatch(std::string_view bytes, const Answer& answer) {
    const auto read = parsers::read_opentrans_despatch(bytes);
    if (!read) return "it reads as no DISPATCHNOTIFICATION";
    auto wanted = for_opentrans(answer, {});
    for (auto& line : wanted.lines)
        line.open.reset(); // said as completed or not
    return compare_advices(*read, wanted);
}

} // namespace besteld

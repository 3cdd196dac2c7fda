// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/desadv.hpp"

#include "base/text.hpp"
#include "parsers/edifact/read_back.hpp"

namespace besteld::parsers {

namespace {

using edifact::Components;
using edifact::SegmentWriter;

void write_day(SegmentWriter& out, std::string_view qualifier, const std::optional<Date>& date) {
    if (date)
        out.segment("DTM", {{std::string(qualifier), replace_all(to_iso(*date), "-", ""), "102"}});
}

void write_reference(SegmentWriter& out, std::string_view qualifier, const std::string& number,
                     const std::string& line = {}) {
    if (!number.empty()) out.segment("RFF", {{std::string(qualifier), number, line}});
}

// C082 with the GLN; without one the name and the address (C080, C059, 3164, 3251, 3207).
void write_party(SegmentWriter& out, std::string_view role, const DespatchParty& party) {
    if (!party.id.empty())
        out.segment("NAD", {{std::string(role)}, {party.id, "", "9"}});
    else if (!party.name.empty())
        out.segment("NAD", {{std::string(role)},
                            {},
                            {},
                            {party.name},
                            {party.street},
                            {party.city},
                            {},
                            {party.postcode},
                            {party.country}});
}

// SG15 of D.96A, SG17 of D.01B: LIN PIA QTY RFF
void write_line(SegmentWriter& out, const DesadvMessage& message, const DespatchAdviceLine& line) {
    const std::string id_type = message.release == EancomRelease::d96a ? "EN" : "SRV";
    out.segment(
        "LIN",
        {{line.number}, {}, line.gtin.empty() ? Components{} : Components{line.gtin, id_type}});
    std::vector<Components> ids{{"1"}};
    if (!line.seller_item.empty()) ids.push_back({line.seller_item, "SA"});
    if (!line.buyer_item.empty()) ids.push_back({line.buyer_item, "IN"});
    if (!line.batch.empty()) ids.push_back({line.batch, "NB"});
    if (ids.size() > 1) out.segment("PIA", ids);
    out.segment("QTY", {{"12", line.quantity.to_string(), line.unit}});
    if (line.ordered) out.segment("QTY", {{"21", line.ordered->to_string(), line.unit}});
    if (!line.order_line.empty())
        write_reference(out, "ON", message.advice.order_number, line.order_line);
}

// ── reading back ─────────────────────────────────────────────────────────────────────────────────
class Reader {
public:
    explicit Reader(std::string_view bytes) : segment_(bytes) {}

    std::optional<DespatchAdvice> run() {
        while (segment_.next())
            take(segment_.tag());
        if (!is_advice_) return std::nullopt;
        return std::move(read_);
    }

private:
    std::string text(unsigned element, unsigned component = 1) const {
        return segment_.text(element, component);
    }

    void take(std::string_view tag) {
        if (tag == "UNH") is_advice_ = text(2, 1) == "DESADV";
        if (!is_advice_) return;
        if (tag == "LIN")
            read_.lines.push_back({.number = text(1), .gtin = text(3)});
        else if (read_.lines.empty())
            take_in_header(tag);
        else
            take_in_line(tag, read_.lines.back());
    }

    void take_in_header(std::string_view tag) {
        if (tag == "BGM" && text(1) == "351") read_.number = text(2);
        if (tag == "DTM") take_day(text(1, 1), segment_.day(1, 2));
        if (tag == "RFF") {
            const std::string kind = text(1, 1);
            if (kind == "ON") read_.order_number = text(1, 2);
            if (kind == "VN") read_.our_number = text(1, 2);
            if (kind == "CN") read_.track_no = text(1, 2);
        }
        if (tag == "NAD") take_party(text(1));
        if (tag == "TDT") read_.carrier = text(5, 4);
        if (tag == "PAC") read_.packages = segment_.count(1);
    }

    void take_day(const std::string& kind, const std::optional<Date>& date) {
        if (!date) return;
        if (kind == "137") read_.written = *date;
        if (kind == "11") read_.despatched = *date;
        if (kind == "171") read_.order_date = date;
    }

    void take_party(const std::string& role) {
        const DespatchParty party{.id = text(2),
                                  .name = text(4),
                                  .street = text(5),
                                  .postcode = text(8),
                                  .city = text(6),
                                  .country = text(9)};
        if (role == "BY") read_.buyer = party;
        if (role == "SU") read_.supplier = party;
        if (role == "DP") read_.ship_to = party;
    }

    void take_in_line(std::string_view tag, DespatchAdviceLine& line) {
        if (tag == "PIA")
            for (unsigned element = 2; element <= 6; ++element) {
                if (text(element, 2) == "SA") line.seller_item = text(element, 1);
                if (text(element, 2) == "IN") line.buyer_item = text(element, 1);
                if (text(element, 2) == "NB") line.batch = text(element, 1);
            }
        if (tag == "RFF" && text(1, 1) == "ON") line.order_line = text(1, 3);
        if (tag != "QTY") return;
        const auto quantity = Decimal::parse(text(1, 2));
        if (text(1, 1) == "12") line.quantity = quantity.value_or(Decimal{});
        if (text(1, 1) == "12") line.unit = text(1, 3);
        if (text(1, 1) == "21" && quantity) line.ordered = *quantity;
    }

    edifact::ReadBack segment_;
    bool is_advice_ = false;
    DespatchAdvice read_;
};

void write_header(SegmentWriter& out, const DespatchAdvice& advice) {
    out.segment("BGM", {{"351"}, {advice.number}, {"9"}});
    write_day(out, "137", advice.written);
    write_day(out, "11", advice.despatched);
    write_reference(out, "ON", advice.order_number);
    write_day(out, "171", advice.order_date);
    write_reference(out, "DQ", advice.number);
    write_reference(out, "VN", advice.our_number);
    write_reference(out, "CN", advice.track_no); // carrier's reference number
    write_party(out, "BY", advice.buyer);
    write_party(out, "SU", advice.supplier);
    write_party(out, "DP", advice.ship_to);
    // TDT C040 3128; 20 = main carriage
    if (!advice.carrier.empty())
        out.segment("TDT", {{"20"}, {}, {}, {}, {"", "", "", advice.carrier}});
    // One packaging level: the shipment (7164 = 1) with all its packages, whatever they are (PK).
    out.segment("CPS", {{"1"}});
    if (advice.packages > 0) out.segment("PAC", {{cat(advice.packages)}, {}, {"PK"}});
}

} // namespace

std::string write_desadv(const DesadvMessage& message) {
    SegmentWriter out;
    write_header(out, message.advice);
    for (const auto& line : message.advice.lines)
        write_line(out, message, line);
    out.segment("CNT", {{"2", cat(message.advice.lines.size())}});
    const bool d96a = message.release == EancomRelease::d96a;
    const bool un = message.dialect == EdifactDialect::un;
    return out.finish(message.head, message.message_reference,
                      {"DESADV", "D", d96a ? "96A" : "01B", "UN",
                       un     ? ""
                       : d96a ? "EAN005"
                              : "EAN007"});
}

std::optional<DespatchAdvice> read_desadv(std::string_view bytes) {
    return Reader(bytes).run();
}

} // namespace besteld::parsers

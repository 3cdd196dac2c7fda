// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/ship_notice.hpp"

#include "base/text.hpp"
#include "parsers/x12/message_view.hpp"
#include "parsers/x12/read_back.hpp"

namespace besteld::parsers {

namespace {

using x12::Elements;
using x12::SegmentWriter;

// 235 of a GTIN by its length
std::string_view gtin_type(const std::string& gtin) {
    return gtin.size() == 12 ? "UP" : gtin.size() == 13 ? "EN" : "UK";
}

// 66: UL = GS1 location number
void write_party(SegmentWriter& out, std::string_view role, const DespatchParty& party) {
    if (party.name.empty() && party.id.empty()) return;
    out.segment("N1", {std::string(role), party.name, party.id.empty() ? "" : "UL", party.id});
    if (!party.street.empty()) out.segment("N3", {party.street});
    if (!party.city.empty()) out.segment("N4", {party.city, "", party.postcode, party.country});
}

void write_shipment(SegmentWriter& out, const DespatchAdvice& advice, const std::string& version) {
    out.segment("HL", {"1", "", "S"});
    if (advice.packages > 0) out.segment("TD1", {"PKG", cat(advice.packages)});
    if (!advice.carrier.empty()) out.segment("TD5", {"", "", "", "", advice.carrier});
    if (!advice.track_no.empty()) out.segment("REF", {"CN", advice.track_no});
    out.segment("DTM", {"011", x12::date_text(advice.despatched, version)});
    write_party(out, "ST", advice.ship_to);
    write_party(out, "SF", advice.supplier);
}

void write_order(SegmentWriter& out, const DespatchAdvice& advice, const std::string& version) {
    out.segment("HL", {"2", "1", "O"});
    Elements prf{advice.order_number};
    if (advice.order_date)
        prf.insert(prf.end(), {"", "", x12::date_text(*advice.order_date, version)});
    out.segment("PRF", std::move(prf));
    if (!advice.our_number.empty()) out.segment("REF", {"VN", advice.our_number});
}

void write_item(SegmentWriter& out, const DespatchAdviceLine& line, std::size_t level) {
    out.segment("HL", {cat(level), "2", "I"});
    Elements lin{line.order_line};
    const auto add = [&](std::string_view type, const std::string& id) {
        if (!id.empty()) lin.insert(lin.end(), {std::string(type), id});
    };
    add("VN", line.seller_item);
    add("BP", line.buyer_item);
    add(gtin_type(line.gtin), line.gtin);
    add("LT", line.batch);
    out.segment("LIN", std::move(lin));
    Elements sn1{line.order_line, line.quantity.to_string(), line.unit};
    if (line.ordered) sn1.insert(sn1.end(), {"", line.ordered->to_string(), line.unit});
    out.segment("SN1", std::move(sn1));
}

// ── reading back ─────────────────────────────────────────────────────────────────────────────────
class Reader {
public:
    explicit Reader(std::string_view bytes) : segment_(bytes) {}

    std::optional<DespatchAdvice> run() {
        while (segment_.next())
            take(segment_.tag());
        if (!found_) return std::nullopt;
        return std::move(read_);
    }

private:
    std::string text(unsigned element) const { return segment_.text(element); }

    void take(std::string_view tag) {
        if (tag == "ST") in_notice_ = text(1) == "856";
        if (!in_notice_) return;
        found_ = true;
        if (tag == "BSN") read_.number = text(2);
        if (tag == "BSN") read_.written = segment_.day(3).value_or(Date{});
        if (tag == "HL") level_ = text(3);
        if (tag == "HL" && level_ == "I") read_.lines.emplace_back();
        if (level_ == "S") take_shipment(tag);
        if (level_ == "O") take_order(tag);
        if (level_ == "I") take_item(tag, read_.lines.back());
    }

    void take_shipment(std::string_view tag) {
        if (tag == "TD1") read_.packages = segment_.count(2);
        if (tag == "TD5") read_.carrier = text(5);
        if (tag == "REF" && text(1) == "CN") read_.track_no = text(2);
        if (tag == "DTM" && text(1) == "011") read_.despatched = segment_.day(2).value_or(Date{});
        if (tag == "N1") role_ = text(1);
        auto& party = role_ == "ST" ? read_.ship_to : read_.supplier;
        if (tag == "N1") {
            party.name = text(2);
            party.id = text(4);
        }
        if (tag == "N3") party.street = text(1);
        if (tag != "N4") return;
        party.city = text(1);
        party.postcode = text(3);
        party.country = text(4);
    }

    void take_order(std::string_view tag) {
        if (tag == "PRF") read_.order_number = text(1);
        if (tag == "PRF") read_.order_date = segment_.day(4);
        if (tag == "REF" && text(1) == "VN") read_.our_number = text(2);
    }

    void take_item(std::string_view tag, DespatchAdviceLine& line) {
        if (tag == "LIN") {
            line.order_line = text(1);
            for (unsigned element = 2; element < 31 && !text(element).empty(); element += 2)
                take_id(line, text(element), text(element + 1));
        }
        if (tag != "SN1") return;
        line.quantity = Decimal::parse(text(2)).value_or(Decimal{});
        line.unit = text(3);
        if (const auto ordered = Decimal::parse(text(5))) line.ordered = *ordered;
    }

    static void take_id(DespatchAdviceLine& line, std::string_view type, std::string id) {
        if (type == "VN")
            line.seller_item = std::move(id);
        else if (type == "BP")
            line.buyer_item = std::move(id);
        else if (type == "LT")
            line.batch = std::move(id);
        else
            line.gtin = std::move(id);
    }

    x12::ReadBack segment_;
    bool in_notice_ = false;
    bool found_ = false;
    std::string level_;
    std::string role_;
    DespatchAdvice read_;
};

} // namespace

std::expected<std::string, std::string> write_x12_ship_notice(const X12Head& head,
                                                              const DespatchAdvice& advice) {
    SegmentWriter out;
    out.begin_set("856");
    out.segment("BSN", {"00", advice.number, x12::date_text(advice.written, head.version),
                        head.time, "0004"});
    write_shipment(out, advice, head.version);
    write_order(out, advice, head.version);
    std::size_t level = 2;
    for (const auto& line : advice.lines)
        write_item(out, line, ++level);
    out.segment("CTT", {cat(level)}); // 354 of an 856: number of HL
    out.end_set();
    return out.finish(head, "SH");
}

std::optional<DespatchAdvice> read_x12_ship_notice(std::string_view bytes) {
    return Reader(bytes).run();
}

} // namespace besteld::parsers

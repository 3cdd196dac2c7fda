// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/status_report.hpp"

#include "base/text.hpp"
#include "parsers/edifact/read_back.hpp"

#include <algorithm>

namespace besteld::parsers {

namespace {

using edifact::Components;
using edifact::SegmentWriter;

constexpr std::size_t text_width = 70; // 4440 in D.96A
constexpr std::size_t text_lines = 5;

void write_day(SegmentWriter& out, std::string_view qualifier, const std::optional<Date>& date) {
    if (date)
        out.segment("DTM", {{std::string(qualifier), replace_all(to_iso(*date), "-", ""), "102"}});
}

Components text_pieces(std::string_view text) {
    Components pieces;
    for (text = trim(text); !text.empty() && pieces.size() < text_lines;) {
        std::size_t length = std::min(text.size(), text_width);
        if (length < text.size()) {
            const auto blank = text.rfind(' ', length);
            if (blank != std::string_view::npos && blank > 0) length = blank;
            while (length > 1 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80)
                --length;
        }
        pieces.emplace_back(trim(text.substr(0, length)));
        text = trim(text.substr(length));
    }
    return pieces;
}

// C601 9015: 2 = order; the codes that EANCOM adds come from its own list (3055 = 9).
void write_status(SegmentWriter& out, const OstrptReport& report, const std::string& code) {
    const bool eancom = report.dialect == EdifactDialect::eancom;
    const Components type = eancom ? Components{"2", "", "9"} : Components{"2"};
    const bool own = code.ends_with('E');
    out.segment("STS", {type, eancom || own ? Components{code, "", "9"} : Components{code}});
}

void write_line(SegmentWriter& out, const OstrptReport& report, const OstrptOrder& order,
                const OstrptLine& line) {
    const std::string id_type = report.release == EancomRelease::d96a ? "EN" : "SRV";
    out.segment(
        "LIN",
        {{line.number}, {}, line.gtin.empty() ? Components{} : Components{line.gtin, id_type}});
    std::vector<Components> ids{{"1"}};
    if (!line.seller_item.empty()) ids.push_back({line.seller_item, "SA"});
    if (!line.buyer_item.empty()) ids.push_back({line.buyer_item, "IN"});
    if (ids.size() > 1) out.segment("PIA", ids);
    if (!line.order_line.empty()) out.segment("RFF", {{"ON", order.order_number, line.order_line}});
    for (const auto& part : line.parts) {
        write_status(out, report, part.code);
        write_day(out, "69", part.date);
        out.segment("QTY", {{part.qualifier, part.quantity.to_string(), line.unit}});
    }
}

// ── reading back ─────────────────────────────────────────────────────────────────────────────────
class Reader {
public:
    explicit Reader(std::string_view bytes) : segment_(bytes) {}

    std::optional<OstrptRead> run() {
        while (segment_.next())
            take(segment_.tag());
        if (!is_report_) return std::nullopt;
        return std::move(read_);
    }

private:
    std::string text(unsigned element, unsigned component = 1) const {
        return segment_.text(element, component);
    }

    void take(std::string_view tag) {
        if (tag == "UNH") is_report_ = text(2, 1) == "OSTRPT";
        if (!is_report_) return;
        if (tag == "BGM") read_.document_number = text(2);
        if (tag == "RFF" && text(1, 1) == "AAV") read_.enquiry = text(1, 2);
        if (tag == "DOC") {
            read_.orders.push_back({.order_number = text(2)});
            in_line_ = false;
        }
        if (!read_.orders.empty()) take_in_order(tag, read_.orders.back());
    }

    void take_in_order(std::string_view tag, OstrptOrder& order) {
        if (tag == "LIN") {
            order.lines.push_back({.number = text(1), .gtin = text(3)});
            in_line_ = true;
        } else if (in_line_) {
            take_in_line(tag, order.lines.back());
        } else if (tag == "DTM" && text(1, 1) == "137") {
            order.order_date = segment_.day(1, 2);
        } else if (tag == "STS") {
            order.code = text(2);
        }
    }

    void take_in_line(std::string_view tag, OstrptLine& line) {
        if (tag == "PIA") take_items(line);
        if (tag == "RFF" && text(1, 1) == "ON") line.order_line = text(1, 3);
        if (tag == "STS") line.parts.push_back({.code = text(2)});
        if (line.parts.empty()) return;
        auto& part = line.parts.back();
        if (tag == "DTM" && text(1, 1) == "69") part.date = segment_.day(1, 2);
        if (tag != "QTY") return;
        part.qualifier = text(1, 1);
        part.quantity = Decimal::parse(text(1, 2)).value_or(Decimal{});
        line.unit = text(1, 3);
    }

    void take_items(OstrptLine& line) {
        for (unsigned element = 2; element <= 3; ++element) {
            if (text(element, 2) == "SA") line.seller_item = text(element, 1);
            if (text(element, 2) == "IN") line.buyer_item = text(element, 1);
        }
    }

    edifact::ReadBack segment_;
    bool is_report_ = false;
    bool in_line_ = false;
    OstrptRead read_;
};

} // namespace

std::string write_ostrpt(const OstrptReport& report) {
    SegmentWriter out;
    const bool d96a = report.release == EancomRelease::d96a;
    const bool un = report.dialect == EdifactDialect::un;
    // 93E is EANCOM 1997's code for this document, 348 the UN's
    const Components name = !un && d96a ? Components{"93E", "", "9"} : Components{"348"};
    out.segment("BGM", {name, {report.document_number}, {"9"}});
    write_day(out, "137", report.date);
    if (!report.enquiry.empty()) out.segment("RFF", {{"AAV", report.enquiry}});
    if (const auto pieces = text_pieces(report.text); !pieces.empty())
        out.segment("FTX", {{"AAI"}, {}, {}, pieces});
    if (!report.buyer.empty()) out.segment("NAD", {{"BY"}, {report.buyer, "", "9"}});
    if (!report.supplier.empty()) out.segment("NAD", {{"SU"}, {report.supplier, "", "9"}});
    for (const auto& order : report.orders) {
        out.segment("DOC", {{"220"}, {order.order_number}});
        write_day(out, "137", order.order_date);
        if (!order.code.empty()) write_status(out, report, order.code);
        for (const auto& line : order.lines)
            write_line(out, report, order, line);
    }
    return out.finish(report.head, report.message_reference,
                      {"OSTRPT", "D", d96a ? "96A" : "01B", un || !d96a ? "UN" : "EN",
                       un     ? ""
                       : d96a ? "EAN002"
                              : "EAN005"});
}

std::optional<OstrptRead> read_ostrpt(std::string_view bytes) {
    return Reader(bytes).run();
}

} // namespace besteld::parsers

// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/status_report.hpp"

#include "base/text.hpp"
#include "parsers/x12/message_view.hpp"
#include "parsers/x12/read_back.hpp"

namespace besteld::parsers {

namespace {

using x12::basic_text;
using x12::Elements;
using x12::SegmentWriter;

constexpr std::size_t name_width = 60; // N102

void write_name(SegmentWriter& out, std::string_view role, const std::string& name) {
    const auto plain = basic_text(name);
    if (plain && !plain->empty())
        out.segment("N1", {std::string(role), plain->substr(0, name_width)});
}

void write_part(SegmentWriter& out, const X12StatusPart& part, const std::string& version) {
    out.segment("ISR", {part.code, part.date ? x12::date_text(*part.date, version) : ""});
    out.segment("QTY", {"01", part.quantity.to_string(), part.unit}); // 673: discrete quantity
}

void write_order(SegmentWriter& out, const X12StatusOrder& order, std::size_t level,
                 const std::string& version) {
    out.segment("HL", {cat(level), "", "O"});
    Elements prf{order.order_number};
    if (order.order_date)
        prf.insert(prf.end(), {"", "", x12::date_text(*order.order_date, version)});
    out.segment("PRF", std::move(prf));
    if (!order.code.empty()) out.segment("ISR", {order.code});
    if (!order.our_number.empty()) out.segment("REF", {"VN", order.our_number});
    for (const auto& line : order.lines) {
        Elements head{line.line, line.ordered.to_string(), line.unit, "", ""};
        for (const auto& [type, id] : line.items) {
            head.push_back(type);
            head.push_back(id);
        }
        out.segment("PO1", std::move(head));
        for (const auto& part : line.parts)
            write_part(out, part, version);
    }
}

// ── reading back ─────────────────────────────────────────────────────────────────────────────────
class Reader {
public:
    explicit Reader(std::string_view bytes) : segment_(bytes) {}

    std::optional<X12StatusRead> run() {
        while (segment_.next())
            take(segment_.tag());
        if (!found_) return std::nullopt;
        return std::move(read_);
    }

private:
    std::string text(unsigned element) const { return segment_.text(element); }

    void take(std::string_view tag) {
        if (tag == "ST") in_report_ = text(1) == "870";
        if (!in_report_) return;
        found_ = true;
        if (tag == "BSR") read_.number = text(3);
        if (tag == "HL") read_.orders.emplace_back();
        if (!read_.orders.empty()) take_in_order(tag, read_.orders.back());
    }

    void take_in_order(std::string_view tag, X12StatusOrder& order) {
        if (tag == "PRF") {
            order.order_number = text(1);
            order.order_date = segment_.day(4);
        }
        if (tag == "REF" && text(1) == "VN") order.our_number = text(2);
        if (tag == "PO1") take_line(order);
        if (tag == "ISR" && order.lines.empty()) order.code = text(1);
        if (order.lines.empty()) return;
        auto& parts = order.lines.back().parts;
        if (tag == "ISR") parts.push_back({.code = text(1), .date = segment_.day(2)});
        if (tag == "QTY" && !parts.empty()) {
            parts.back().quantity = segment_.number(2);
            parts.back().unit = text(3);
        }
    }

    void take_line(X12StatusOrder& order) {
        X12StatusLine line{.line = text(1), .ordered = segment_.number(2), .unit = text(3)};
        for (unsigned element = 6; element < 24 && !text(element).empty(); element += 2)
            line.items.emplace_back(text(element), text(element + 1));
        order.lines.push_back(std::move(line));
    }

    x12::ReadBack segment_;
    bool in_report_ = false;
    bool found_ = false;
    X12StatusRead read_;
};

} // namespace

std::expected<std::string, std::string> write_x12_status(const X12StatusReport& report) {
    SegmentWriter out;
    out.begin_set("870");
    // 850: 1 = answer to an inquiry; 847: PA = selected orders with all their items
    out.segment("BSR",
                {"1", "PA", report.number, x12::date_text(report.date, report.head.version)});
    write_name(out, "SE", report.supplier_name);
    write_name(out, "BY", report.buyer_name);
    std::size_t lines = 0;
    std::size_t level = 0;
    for (const auto& order : report.orders) {
        write_order(out, order, ++level, report.head.version);
        lines += order.lines.size();
    }
    out.segment("CTT", {cat(lines)});
    out.end_set();
    return out.finish(report.head, "RS");
}

std::optional<X12StatusRead> read_x12_status(std::string_view bytes) {
    return Reader(bytes).run();
}

} // namespace besteld::parsers

// SPDX-License-Identifier: Apache-2.0
// 855 Purchase Order Acknowledgment and 865 Purchase Order Change Acknowledgment (domain.md 3.5,
// 4.5). Segment order of release 004010, which later releases keep.
#include "parsers/x12/write_x12.hpp"

#include "base/text.hpp"

namespace besteld::parsers {

namespace {

using x12::basic_text;
using x12::Elements;
using x12::SegmentWriter;
using Kind = X12OrderAnswer::Kind;

constexpr std::size_t text_width = 78;        // MSG01 may be longer; printed lists seldom are
constexpr std::size_t name_width = 60;        // N102
constexpr std::size_t description_width = 80; // PID05

// Words that only help to recognise something: left out when X12 cannot say them.
void write_name(SegmentWriter& out, std::string_view role, const std::string& name) {
    const auto plain = basic_text(name);
    if (plain && !plain->empty())
        out.segment("N1", {std::string(role), plain->substr(0, name_width)});
}

// N9 opens the loop of texts. What X12 cannot say goes in as it is, so that finish() refuses it:
// words meant for the customer do not get lost on the way.
void write_text(SegmentWriter& out, const std::string& text) {
    const std::string plain = basic_text(text).value_or(text);
    std::string_view left = trim(plain);
    if (left.empty()) return;
    out.segment("N9", {"ZZ", "NOTE"});
    while (!left.empty()) {
        std::size_t length = std::min(left.size(), text_width);
        if (length < left.size())
            if (const auto blank = left.rfind(' ', length);
                blank != std::string_view::npos && blank > 0)
                length = blank;
        out.segment("MSG", {std::string(trim(left.substr(0, length)))});
        left = trim(left.substr(length));
    }
}

void append_items(Elements& to, const X12LineAnswer& line) {
    for (const auto& [type, id] : line.items) {
        to.push_back(type);
        to.push_back(id);
    }
}

// ACK: 668, 380 with 355, 374 with 373, 326, 235 with 234
void write_ack(SegmentWriter& out, const X12LineAck& ack, std::string_view version) {
    Elements elements{ack.code, ack.quantity ? ack.quantity->to_string() : "",
                      ack.quantity ? ack.unit : "", ack.date ? ack.date_qualifier : "",
                      ack.date ? x12::date_text(*ack.date, version) : ""};
    if (!ack.item.empty()) {
        elements.insert(elements.end(), {"", ack.item_type, ack.item});
    }
    out.segment("ACK", std::move(elements));
}

// PO1: 350, 330, 355, 212, 639, pairs. POC: 350, 670, 330, 671, C001, 212, 639, pairs.
void write_line(SegmentWriter& out, const X12OrderAnswer& answer, const X12LineAnswer& line) {
    const std::string price = line.price ? line.price->to_string() : "";
    const std::string basis = line.price ? line.basis : "";
    const bool change = answer.kind == Kind::change_865;
    Elements head = change ? Elements{line.line,
                                      line.change_code,
                                      line.ordered.to_string(),
                                      line.ordered.to_string(),
                                      line.unit,
                                      price,
                                      basis}
                           : Elements{line.line, line.ordered.to_string(), line.unit, price, basis};
    append_items(head, line);
    out.segment(change ? "POC" : "PO1", std::move(head));
    if (line.new_price) out.segment("CTP", {"", "NET", line.new_price->to_string()});
    if (const auto name = basic_text(line.name); name && !name->empty())
        out.segment("PID", {"F", "", "", "", name->substr(0, description_width)});
    for (const auto& ack : line.acks)
        write_ack(out, ack, answer.head.version);
    write_text(out, line.text);
}

// BAK: 353, 587, 324, 373, 328, 326, 367, 127, 373. BCA: 353, 587, 324, 328, 327, 373, 326, 367,
// 127, 373.
void write_head(SegmentWriter& out, const X12OrderAnswer& answer) {
    const auto day = [&](Date date) { return x12::date_text(date, answer.head.version); };
    const std::string ordered = day(answer.order_date.value_or(answer.date));
    if (answer.kind == Kind::order_855)
        out.segment("BAK", {answer.purpose, answer.code, answer.order_number, ordered, "", "", "",
                            answer.our_number, day(answer.date)});
    else
        out.segment("BCA",
                    {answer.purpose, answer.code, answer.order_number, "", answer.change_number,
                     ordered, "", "", answer.our_number, day(answer.date)});
}

} // namespace

std::expected<std::string, std::string> write_x12_order_answer(const X12OrderAnswer& answer) {
    const bool change = answer.kind == Kind::change_865;
    SegmentWriter out;
    out.begin_set(change ? "865" : "855");
    write_head(out, answer);
    if (!answer.currency.empty()) out.segment("CUR", {"SE", answer.currency});
    if (!answer.our_number.empty()) out.segment("REF", {"VN", answer.our_number});
    write_text(out, answer.text);
    write_name(out, "SE", answer.supplier_name);
    write_name(out, "BY", answer.buyer_name);
    for (const auto& line : answer.lines)
        write_line(out, answer, line);
    out.segment("CTT", {cat(answer.lines.size())});
    out.end_set();
    return out.finish(answer.head, change ? "CA" : "PR");
}

} // namespace besteld::parsers

// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/write_edifact.hpp"

#include "base/text.hpp"

namespace besteld::parsers {

namespace {

using edifact::Components;
using edifact::SegmentWriter;

constexpr std::size_t text_width = 70; // C108 4440 in D.96A, five times
constexpr std::size_t text_lines = 5;

std::string ccyymmdd(Date date) {
    return replace_all(to_iso(date), "-", "");
}

void write_date(SegmentWriter& out, std::string_view qualifier, const std::optional<Date>& date) {
    if (date) out.segment("DTM", {{std::string(qualifier), ccyymmdd(*date), "102"}});
}

void write_reference(SegmentWriter& out, std::string_view qualifier, const std::string& number,
                     const std::string& line = {}) {
    if (!number.empty()) out.segment("RFF", {{std::string(qualifier), number, line}});
}

void write_party(SegmentWriter& out, std::string_view role, const std::string& gln) {
    if (!gln.empty()) out.segment("NAD", {{std::string(role)}, {gln, "", "9"}});
}

void write_amount(SegmentWriter& out, std::string_view qualifier,
                  const std::optional<Decimal>& amount, int digits) {
    if (amount) out.segment("MOA", {{std::string(qualifier), amount->to_string(digits)}});
}

// The longest front of `text` that fits and ends at a blank if there is one, never within a
// character.
std::size_t piece_length(std::string_view text) {
    if (text.size() <= text_width) return text.size();
    if (const auto blank = text.rfind(' ', text_width - 1);
        blank != std::string_view::npos && blank > 0)
        return blank;
    std::size_t length = text_width;
    while (length > 1 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80)
        --length;
    return length;
}

void write_text(SegmentWriter& out, std::string_view text) {
    text = trim(text);
    while (!text.empty()) {
        Components pieces;
        while (!text.empty() && pieces.size() < text_lines) {
            const auto length = piece_length(text);
            pieces.emplace_back(trim(text.substr(0, length)));
            text = trim(text.substr(length));
        }
        out.segment("FTX", {{"AAI"}, {}, {}, pieces});
    }
}

void write_items(SegmentWriter& out, const OrdrspLine& line) {
    std::vector<Components> ids{{"1"}};
    if (!line.seller_item.empty()) ids.push_back({line.seller_item, "SA"});
    if (!line.buyer_item.empty()) ids.push_back({line.buyer_item, "IN"});
    if (ids.size() > 1) out.segment("PIA", ids);
    if (!line.substitute.empty())
        out.segment("PIA", {{"3"}, {line.substitute, line.substitute_type}});
}

void write_quantity(SegmentWriter& out, std::string_view qualifier,
                    const std::optional<Decimal>& quantity, const std::string& unit) {
    if (quantity) out.segment("QTY", {{std::string(qualifier), quantity->to_string(), unit}});
}

// QVR: C279 6064:6063, 4221, C960 4295
void write_variance(SegmentWriter& out, const QuantityVariance& variance) {
    const Components difference =
        variance.difference ? Components{variance.difference->to_string(), "21"} : Components{};
    out.segment("QVR", {difference, {variance.discrepancy}, {variance.reason}});
}

// SG26 of D.96A, SG27 of D.01B: LIN PIA QTY DTM MOA QVR FTX PRI RFF
void write_line(SegmentWriter& out, const OrdrspAnswer& answer, const OrdrspLine& line) {
    const std::string id_type = answer.release == EancomRelease::d96a ? "EN" : "SRV";
    out.segment("LIN", {{line.number},
                        {line.action},
                        line.gtin.empty() ? Components{} : Components{line.gtin, id_type}});
    write_items(out, line);
    write_quantity(out, "21", line.ordered, line.unit);
    write_quantity(out, "113", line.confirmed, line.unit);
    write_quantity(out, "83", line.backordered, line.unit);
    write_date(out, "69", line.promised);
    write_amount(out, "203", line.amount, answer.amount_digits);
    if (line.variance) write_variance(out, *line.variance);
    write_text(out, line.text);
    if (line.price)
        out.segment("PRI",
                    {{"AAA", line.price->to_string(), "", "",
                      line.price_base ? line.price_base->to_string() : "", line.price_unit}});
    if (!line.order_line.empty()) write_reference(out, "ON", answer.order_number, line.order_line);
}

} // namespace

std::string write_ordrsp(const OrdrspAnswer& answer) {
    SegmentWriter out;
    out.segment("BGM", {{"231"}, {answer.document_number}, {answer.function}});
    write_date(out, "137", answer.date);
    write_date(out, "69", answer.promised);
    write_text(out, answer.text);
    write_reference(out, "ON", answer.order_number);
    write_date(out, "171", answer.order_date);
    write_reference(out, "VN", answer.our_number);
    write_reference(out, "PP", answer.change_number);
    write_party(out, "BY", answer.buyer);
    write_party(out, "SU", answer.supplier);
    write_party(out, "DP", answer.ship_to);
    if (!answer.currency.empty()) out.segment("CUX", {{"2", answer.currency, "9"}});
    for (const auto& line : answer.lines)
        write_line(out, answer, line);
    out.segment("UNS", {{"S"}});
    write_amount(out, "86", answer.gross_total, answer.amount_digits);
    write_amount(out, "79", answer.net_total, answer.amount_digits);
    write_amount(out, "124", answer.tax_total, answer.amount_digits);
    if (!answer.lines.empty()) out.segment("CNT", {{"2", cat(answer.lines.size())}});
    const bool d96a = answer.release == EancomRelease::d96a;
    const bool un = answer.dialect == EdifactDialect::un;
    return out.finish(answer.head, answer.message_reference,
                      {"ORDRSP", "D", d96a ? "96A" : "01B", "UN",
                       un     ? ""
                       : d96a ? "EAN005"
                              : "EAN009"});
}

} // namespace besteld::parsers

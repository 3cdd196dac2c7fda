// SPDX-License-Identifier: Apache-2.0
#include "deliver/render_hand_off.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "parsers/idoc/write_idoc_order.hpp"
#include "parsers/xml/read_xml.hpp"

#include <algorithm>

namespace besteld {

namespace {

using Rendered = std::expected<std::string, std::string>;

Rendered render_json(const HandOff& what) {
    auto bytes = to_json_text(what);
    if (to_json_text(hand_off_from_json(bytes)) != bytes)
        return std::unexpected("it does not read back as it was written");
    return bytes + "\n";
}

// ── CSV ──────────────────────────────────────────────────────────────────────────────────────────
// A spreadsheet takes a cell that begins so for a formula (OWASP ASVS 1.2.10).
std::string harmless(const std::string& text) {
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").contains(text.front());
    return formula ? "'" + text : text;
}

std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    return cat('"', replace_all(text, "\"", "\"\""), '"');
}

class CsvRow {
public:
    CsvRow& text(const std::string& cell) { return put(harmless(cell)); }
    CsvRow& number(const std::optional<Decimal>& cell) {
        return put(cell ? cell->to_string() : std::string());
    }
    CsvRow& date(const std::optional<Date>& cell) { return put(cell ? to_iso(*cell) : ""); }
    std::string finish() { return std::move(out_) + "\r\n"; }

private:
    CsvRow& put(const std::string& cell) {
        if (!first_) out_ += ',';
        first_ = false;
        out_ += quoted(cell);
        return *this;
    }
    std::string out_;
    bool first_ = true;
};

constexpr std::string_view csv_heading =
    "row,key,kind,revision,order,status,at,customer_no,customer_name,buyer_order_no,ship_to_id,"
    "ship_to,currency,needed_by,answer_by,question,line,buyer_line,item,gtin,buyer_item,name,"
    "quantity,unit,price,price_base,price_unit,amount,part_quantity,part_date,charge,allowance,"
    "charge_amount\r\n";

CsvRow head_cells(const HandOff& what, const std::string& row) {
    CsvRow out;
    out.text(row)
        .text(what.key)
        .text(std::string(name_of(what.kind)))
        .text(std::to_string(what.revision))
        .text(what.order)
        .text(what.status)
        .text(to_iso(what.at))
        .text(what.customer_no)
        .text(what.customer_name)
        .text(what.buyer_order_no)
        .text(what.ship_to_id)
        .text(what.ship_to)
        .text(what.currency)
        .date(what.needed_by)
        .text(what.answer_by ? to_iso(*what.answer_by) : "")
        .text(what.question);
    return out;
}

void line_cells(CsvRow& out, const HandOffLine& line) {
    out.text(std::to_string(line.number))
        .text(line.buyer_line)
        .text(line.sku)
        .text(line.gtin)
        .text(line.buyer_item)
        .text(line.name)
        .number(line.quantity)
        .text(line.unit)
        .number(line.price)
        .number(line.price_base)
        .text(line.price_unit)
        .number(line.amount);
}

void blank_cells(CsvRow& out, int count) {
    for (int i = 0; i < count; ++i)
        out.text("");
}

// One row per part of a line, one per charge of the order; an order without lines is one row.
std::string render_csv(const HandOff& what) {
    constexpr int line_width = 12;
    std::string out(csv_heading);
    for (const auto& line : what.lines) {
        auto parts = line.parts;
        if (parts.empty()) parts.push_back({line.quantity, std::nullopt});
        for (const auto& part : parts) {
            auto row = head_cells(what, "line");
            line_cells(row, line);
            row.number(part.quantity).date(part.date);
            blank_cells(row, 3);
            out += row.finish();
        }
    }
    for (const auto& charge : what.charges) {
        if (charge.line) continue; // in its line's amount
        auto row = head_cells(what, "charge");
        blank_cells(row, line_width + 2);
        row.text(charge.code).text(charge.is_allowance ? "yes" : "no").number(charge.amount);
        out += row.finish();
    }
    if (what.lines.empty()) {
        auto row = head_cells(what, "order");
        blank_cells(row, line_width + 5);
        out += row.finish();
    }
    return out;
}

// ── IDoc ─────────────────────────────────────────────────────────────────────────────────────────
parsers::IdocOrderLine idoc_line(const HandOff& what, const HandOffLine& line) {
    parsers::IdocOrderLine to{.line = std::to_string(line.number),
                              .quantity = line.quantity,
                              .unit = parsers::idoc_unit(line.unit),
                              .price = line.price,
                              .price_base = line.price_base,
                              .amount = line.amount,
                              .buyer_item = line.buyer_item,
                              .seller_item = line.sku,
                              .gtin = line.gtin,
                              .name = line.name};
    if (!line.price_unit.empty()) to.price_unit = parsers::idoc_unit(line.price_unit);
    if (line.quantity.is_zero())
        to.action = "003";
    else if (what.kind != HandOffKind::order_new)
        to.action = "002";
    for (const auto& part : line.parts)
        to.parts.push_back({part.quantity, part.date});
    return to;
}

std::optional<std::string> prove_idoc(const std::string& bytes, const HandOff& what) {
    const auto parsed = parsers::read_xml(bytes, 0);
    if (parsed.documents.size() != 1) return "it cannot be read back";
    const auto& read = parsed.documents.front();
    if (read.lines.size() != what.lines.size()) return "a line is missing when it is read back";
    for (std::size_t i = 0; i < read.lines.size(); ++i) {
        const auto& is = read.lines[i];
        const auto& should = what.lines[i];
        const bool same =
            is.quantity && is.quantity->value == should.quantity.to_string() &&
            (should.sku.empty() || (is.seller_item && is.seller_item->value == should.sku)) &&
            (!should.price || (is.unit_price && is.unit_price->value == should.price->to_string()));
        if (!same) return cat("line ", should.number, " does not read back as it was written");
    }
    return std::nullopt;
}

Rendered render_idoc_order(const HandOff& what, const HandOffStamp& stamp) {
    const Zone zone(stamp.zone);
    const auto wall = zone.local(what.at);
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(wall.since_midnight).count();
    const auto two = [](long long n) { return std::to_string(100 + n).substr(1); };
    parsers::IdocOrder out{
        .number = stamp.number,
        .message_type = what.kind == HandOffKind::order_new ? "ORDERS" : "ORDCHG",
        .action = what.kind == HandOffKind::order_new         ? ""
                  : what.kind == HandOffKind::order_cancelled ? "003"
                                                              : "002",
        .key = what.key,
        .date = wall.date,
        .time = cat(two(seconds / 3600), two(seconds / 60 % 60), two(seconds % 60)),
        .sender = stamp.sender,
        .receiver = stamp.receiver,
        .currency = what.currency,
        .our_number = what.order,
        .order_number = what.buyer_order_no,
        .customer = what.customer_no,
        .customer_name = what.customer_name,
        .ship_to = what.ship_to_id,
        .ship_to_name = what.ship_to,
        .net = what.net};
    if (what.buyer_order_date)
        out.order_date = parse_iso_date(what.buyer_order_date->substr(0, 10));
    for (const auto& line : what.lines)
        out.lines.push_back(idoc_line(what, line));
    auto bytes = parsers::write_idoc_order(out);
    if (auto difference = prove_idoc(bytes, what)) return std::unexpected(std::move(*difference));
    return bytes;
}

} // namespace

Rendered render_hand_off(const HandOff& what, HandOffFormat format, const HandOffStamp& stamp) {
    switch (format) {
    case HandOffFormat::json:
        return render_json(what);
    case HandOffFormat::csv:
        return render_csv(what);
    case HandOffFormat::idoc:
        return render_idoc_order(what, stamp);
    }
    return std::unexpected("no such format");
}

std::string file_stem_of(const HandOff& what) {
    std::string stem = what.key;
    for (char& c : stem) {
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        if (!plain) c = '_';
    }
    return stem;
}

std::string_view file_ending_of(HandOffFormat format) {
    switch (format) {
    case HandOffFormat::json:
        return ".json";
    case HandOffFormat::csv:
        return ".csv";
    case HandOffFormat::idoc:
        return ".xml";
    }
    return "";
}

std::string manifest_of(const HandOff& what, const std::string& file_name,
                        const std::string& bytes) {
    // Every value is of our own making and needs no escape but the order's number, which is plain.
    return cat(R"({"key":")", what.key, R"(","kind":")", name_of(what.kind), R"(","order":")",
               what.order, R"(","revision":)", what.revision, R"(,"file":")", file_name,
               R"(","size":)", bytes.size(), R"(,"sha256":")", sha256_hex(bytes), "\"}\n");
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/codes.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace besteld::parsers::edifact {

namespace {

template <typename T>
struct Entry {
    ShortCode code;
    T meaning;
};

template <typename T, std::size_t N>
std::optional<T> look_up(const std::array<Entry<T>, N>& table, ShortCode code) {
    for (const auto& entry : table)
        if (entry.code == code) return entry.meaning;
    return std::nullopt;
}

constexpr auto message_classes = std::to_array<Entry<DocumentClass>>({
    {"ORDERS", DocumentClass::order},
    {"ORDCHG", DocumentClass::order_change},
    {"ORDRSP", DocumentClass::order_response},
    {"OSTENQ", DocumentClass::order_status},
    {"REQOTE", DocumentClass::quote_request},
});

// 402, 237, 50E and 401 (transshipment) all go through a distribution centre; 22E and 23E are
// orders that the manufacturer raised himself under the buyer's name.
constexpr auto order_kinds = std::to_array<Entry<OrderKind>>({
    {"220", OrderKind::standard},
    {"105", OrderKind::standard},
    {"221", OrderKind::blanket},
    {"224", OrderKind::rush},
    {"225", OrderKind::repair},
    {"226", OrderKind::call_off},
    {"227", OrderKind::consignment},
    {"228", OrderKind::sample},
    {"258", OrderKind::standing},
    {"23B", OrderKind::standing},
    {"402", OrderKind::cross_dock},
    {"237", OrderKind::cross_dock},
    {"50E", OrderKind::cross_dock},
    {"401", OrderKind::cross_dock},
    {"400", OrderKind::exceptional},
    {"22E", OrderKind::exceptional},
    {"23E", OrderKind::consignment},
});

constexpr auto functions = std::to_array<Entry<MessageFunction>>({
    {"9", MessageFunction::original},
    {"1", MessageFunction::cancel},
    {"4", MessageFunction::change},
    {"5", MessageFunction::replace},
    {"6", MessageFunction::confirmation},
    {"7", MessageFunction::duplicate},
    {"16", MessageFunction::proposal},
    {"17", MessageFunction::replace},
    {"20", MessageFunction::change},
    {"21", MessageFunction::change},
    {"22", MessageFunction::change},
    {"23", MessageFunction::hold},
    {"29", MessageFunction::confirmation},
    {"31", MessageFunction::copy},
    {"42", MessageFunction::confirmation},
    {"46", MessageFunction::provisional},
});

constexpr auto response_functions = std::to_array<Entry<MessageFunction>>({
    {"29", MessageFunction::confirmation},
    {"4", MessageFunction::change},
    {"27", MessageFunction::cancel},
    {"12", MessageFunction::hold},
    {"28", MessageFunction::confirmation},
    {"30", MessageFunction::change},
    {"34", MessageFunction::change},
    {"9", MessageFunction::original},
    {"5", MessageFunction::replace},
    {"6", MessageFunction::confirmation},
    {"7", MessageFunction::duplicate},
    {"31", MessageFunction::copy},
});

constexpr auto acks = std::to_array<Entry<AckRequested>>({
    {"AC", AckRequested::full},
    {"AI", AckRequested::changes_only},
    {"NA", AckRequested::none},
    {"AB", AckRequested::receipt},
});

constexpr auto actions = std::to_array<Entry<LineAction>>({
    {"1", LineAction::add},
    {"2", LineAction::remove},
    {"3", LineAction::change},
    {"4", LineAction::none},
    {"5", LineAction::none},
    {"6", LineAction::change},
    {"7", LineAction::remove},
    {"11", LineAction::none},
});

constexpr auto reference_types = std::to_array<Entry<std::string_view>>({
    {"ON", "order"},
    {"CT", "contract"},
    {"BO", "framework"},
    {"BC", "contract"},
    {"PL", "price_list"},
    {"PD", "promotion"},
    {"AEP", "project"},
    {"PR", "quotation"},
    {"AAG", "quotation"},
    {"VN", "seller_order"},
    {"POR", "response"},
    {"PP", "buyer_change_no"},
    {"OP", "previous_order"},
    {"REQ", "requisition"},
    {"AGW", "catalogue"},
});

// Recommendation 20 codes that stand in 6411 as they are
constexpr auto measures = std::to_array<std::string_view>(
    {"KGM", "GRM", "MGM", "TNE", "DTN", "LTR", "MLT", "CLT", "DLT", "HLT", "MTR", "CMT",
     "MMT", "DMT", "KMT", "MTK", "CMK", "DMK", "MMK", "MTQ", "CMQ", "DMQ", "MMQ", "DZN",
     "DPC", "GRO", "MIL", "CEN", "PR",  "SET", "NPR", "NMP", "P1",  "HUR", "MIN", "SEC",
     "DAY", "WEE", "MON", "ANN", "KWH", "MWH", "LBR", "ONZ", "FOT", "INH", "YRD", "FTK",
     "INK", "YDK", "GLL", "GLI", "PTI", "PTL", "QTL", "KWT", "WTT", "HAR", "ACR", "NIU"});

// Package codes of Recommendation 21 that stand in 6411 without the X
constexpr auto packages = std::to_array<std::string_view>(
    {"CT", "CS", "BX", "RO", "BE", "PK", "PA", "PX", "BG", "BO", "CA", "CR",
     "DR", "JR", "TU", "TN", "SA", "CN", "BA", "BJ", "PL", "RL", "CU", "TB",
     "BK", "CX", "EN", "JY", "JC", "PO", "PU", "RG", "RD", "SC", "SH", "SL",
     "TR", "VI", "AM", "AE", "BI", "CG", "CH", "BU", "SW", "TY", "SX", "BR"});

constexpr auto order_segments = std::to_array<ShortCode>(
    {"ADR", "AJT", "ALC", "ALI", "APR", "BGM", "CAV", "CCI", "CNT", "COM", "CTA", "CUX",
     "DGS", "DOC", "DTM", "EFI", "EQA", "EQD", "FII", "FTX", "GEI", "GIN", "GIR", "GIS",
     "HAN", "HYN", "IMD", "INP", "ISB", "LIN", "LOC", "MEA", "MOA", "MTD", "NAD", "PAC",
     "PAI", "PAT", "PCD", "PCI", "PGI", "PIA", "PRI", "QTY", "QVR", "RCS", "RFF", "RJL",
     "RNG", "RSL", "RTE", "SCC", "SEL", "STG", "STS", "TAX", "TDT", "TMD", "TMP", "TOD",
     "TSR", "UNH", "UNS", "UNT", "USA", "USH", "UST"});

// Every unit as X-code text, so that callers get views that live as long as the program.
constexpr auto package_codes = [] {
    std::array<std::array<char, 3>, packages.size()> out{};
    for (std::size_t i = 0; i < packages.size(); ++i)
        out[i] = {'X', packages[i][0], packages[i][1]};
    return out;
}();

std::string_view package_code(std::size_t i) {
    return {package_codes[i].data(), 3};
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

DocumentClass class_of_message(std::string_view message_type) {
    return look_up(message_classes, message_type).value_or(DocumentClass::other);
}
std::optional<OrderKind> order_kind(std::string_view document_code) {
    return look_up(order_kinds, document_code);
}
std::optional<MessageFunction> message_function(std::string_view code) {
    return look_up(functions, code);
}
std::optional<MessageFunction> response_function(std::string_view code) {
    return look_up(response_functions, code);
}
std::optional<AckRequested> ack_requested(std::string_view code) {
    return look_up(acks, code);
}
std::optional<LineAction> line_action(std::string_view code) {
    return look_up(actions, code);
}
std::string_view reference_type(std::string_view code) {
    return look_up(reference_types, code).value_or("other");
}

std::optional<std::string_view> unit_code(std::string_view measure_unit) {
    for (const std::string_view piece : {"PCE", "EA", "C62", "H87", "NAR"})
        if (measure_unit == piece) return "H87";
    if (measure_unit == "PF") return "XPX";
    for (const auto code : measures)
        if (code == measure_unit) return code;
    const bool with_x = measure_unit.size() == 3 && measure_unit.front() == 'X';
    const auto bare = with_x ? measure_unit.substr(1) : measure_unit;
    for (std::size_t i = 0; i < packages.size(); ++i)
        if (packages[i] == bare) return package_code(i);
    return std::nullopt;
}

std::string_view measure_unit(std::string_view unit_code) {
    if (unit_code == "H87") return "PCE";
    if (unit_code.size() == 3 && unit_code.front() == 'X' &&
        std::ranges::find(packages, unit_code.substr(1)) != packages.end())
        return unit_code.substr(1);
    return unit_code;
}

bool is_order_segment(ShortCode tag) {
    return std::ranges::find(order_segments, tag) != order_segments.end();
}

bool is_gln(std::string_view id) {
    if (id.size() != 13 || !all_digits(id)) return false;
    int sum = 0;
    for (std::size_t i = 0; i < 12; ++i)
        sum += (id[i] - '0') * (i % 2 == 0 ? 1 : 3);
    return (10 - sum % 10) % 10 == id[12] - '0';
}

ItemIdKind item_id_kind(std::string_view type, std::string_view agency, std::string_view id) {
    for (const std::string_view code : {"EN", "UP", "SRV"})
        if (type == code) return ItemIdKind::gtin;
    for (const std::string_view code : {"SA", "VP", "VN"})
        if (type == code) return ItemIdKind::seller;
    for (const std::string_view code : {"IN", "BP"})
        if (type == code) return ItemIdKind::buyer;
    if (!type.empty()) return ItemIdKind::other;
    const bool gtin_size = id.size() == 8 || (id.size() >= 12 && id.size() <= 14);
    if (agency == "9" && gtin_size && all_digits(id)) return ItemIdKind::gtin;
    if (agency == "91") return ItemIdKind::seller;
    if (agency == "92") return ItemIdKind::buyer;
    return ItemIdKind::other;
}

} // namespace besteld::parsers::edifact

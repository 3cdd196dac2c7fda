// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/codes.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers::x12 {

namespace {

template <typename T>
struct Entry {
    ShortCode code;
    T value;
};

template <typename T, std::size_t N>
std::optional<T> look_up(const std::array<Entry<T>, N>& table, ShortCode code) {
    const auto found = std::ranges::find(table, code, &Entry<T>::code);
    return found == table.end() ? std::nullopt : std::optional<T>(found->value);
}

constexpr auto message_classes = std::to_array<Entry<DocumentClass>>({
    {"850", DocumentClass::order},
    {"875", DocumentClass::order},
    {"860", DocumentClass::order_change},
    {"876", DocumentClass::order_change},
    {"855", DocumentClass::order_response},
    {"865", DocumentClass::order_change_response},
    {"869", DocumentClass::order_status},
    {"840", DocumentClass::quote_request},
});

constexpr auto order_kinds = std::to_array<Entry<OrderKind>>({
    {"NE", OrderKind::standard},    // new order
    {"SA", OrderKind::standard},    // stand-alone
    {"KN", OrderKind::standard},    // purchase order
    {"RE", OrderKind::standard},    // reorder
    {"DS", OrderKind::standard},    // dropship: N1*ST names the consumer
    {"CP", OrderKind::standard},    // change to purchase order
    {"RO", OrderKind::rush},        // rush
    {"EO", OrderKind::rush},        // emergency
    {"BK", OrderKind::blanket},     // blanket, quantity firm
    {"BE", OrderKind::blanket},     // blanket, quantity estimated
    {"RL", OrderKind::call_off},    // release against a blanket order
    {"CN", OrderKind::consignment}, // consigned
    {"SP", OrderKind::sample},      // sample
    {"OS", OrderKind::exceptional}, // special
    {"CF", OrderKind::standard},    // confirmation; O02 says so
    {"IN", OrderKind::standard},    // information copy; O02 says so
});

constexpr auto functions = std::to_array<Entry<MessageFunction>>({
    {"00", MessageFunction::original},
    {"01", MessageFunction::cancel},
    {"03", MessageFunction::cancel}, // delete
    {"04", MessageFunction::change},
    {"05", MessageFunction::replace},
    {"06", MessageFunction::confirmation},
    {"07", MessageFunction::duplicate},
    {"15", MessageFunction::duplicate}, // re-submission
    {"16", MessageFunction::proposal},
    {"18", MessageFunction::duplicate}, // reissue
    {"22", MessageFunction::copy},      // information copy
    {"24", MessageFunction::provisional},
});

constexpr auto acks = std::to_array<Entry<AckRequested>>({
    {"AC", AckRequested::full},         // with detail and change
    {"AD", AckRequested::full},         // with detail, no change
    {"AE", AckRequested::changes_only}, // with exception detail only
    {"AK", AckRequested::receipt},      // no detail or change
    {"NA", AckRequested::none},
});

constexpr auto actions = std::to_array<Entry<LineAction>>({
    {"AI", LineAction::add},    {"DI", LineAction::remove}, {"CF", LineAction::remove},
    {"CA", LineAction::change}, {"CB", LineAction::change}, {"CE", LineAction::change},
    {"CI", LineAction::change}, {"CT", LineAction::change}, {"MU", LineAction::change},
    {"PC", LineAction::change}, {"PQ", LineAction::change}, {"PR", LineAction::change},
    {"QD", LineAction::change}, {"QI", LineAction::change}, {"RA", LineAction::change},
    {"RC", LineAction::change}, {"RE", LineAction::change}, {"RQ", LineAction::change},
    {"RS", LineAction::change}, {"RZ", LineAction::change}, {"UP", LineAction::change},
    {"NC", LineAction::none},   {"OA", LineAction::none},
});

constexpr auto reference_types = std::to_array<Entry<std::string_view>>({
    {"CT", "contract"},
    {"BC", "contract"},
    {"AH", "contract"},
    {"BO", "framework"},
    {"PD", "promotion"},
    {"VN", "seller_order"},
    {"PO", "order"},
    {"RQ", "requisition"},
    {"Q1", "quotation"},
    {"PR", "quotation"},
    {"JB", "project"},
    {"PJ", "project"},
    {"OP", "previous_order"},
    {"CC", "cost_reference"},
    {"DP", "cost_reference"},
    {"PL", "price_list"},
});

constexpr auto units = std::to_array<Entry<std::string_view>>({
    {"EA", "H87"}, {"PC", "H87"}, {"UN", "H87"}, {"DZ", "DZN"}, {"PR", "PR"},  {"ST", "SET"},
    {"KT", "KT"},  {"GS", "GRO"}, {"HC", "CEN"}, {"TH", "MIL"}, {"CT", "XCT"}, {"CA", "XCS"},
    {"BX", "XBX"}, {"RL", "XRO"}, {"BD", "XBE"}, {"PK", "XPK"}, {"PL", "XPX"}, {"BG", "XBG"},
    {"BO", "XBO"}, {"CN", "XCA"}, {"DR", "XDR"}, {"JR", "XJR"}, {"TB", "XTU"}, {"PA", "XPL"},
    {"RE", "XRL"}, {"SH", "XST"}, {"SO", "XSO"}, {"TY", "XPU"}, {"EV", "XEN"}, {"KG", "KGM"},
    {"GR", "GRM"}, {"LB", "LBR"}, {"OZ", "ONZ"}, {"MP", "TNE"}, {"TN", "STN"}, {"LT", "LTR"},
    {"ML", "MLT"}, {"GA", "GLL"}, {"QT", "QTL"}, {"PT", "PTL"}, {"MR", "MTR"}, {"CM", "CMT"},
    {"MM", "MMT"}, {"FT", "FOT"}, {"IN", "INH"}, {"YD", "YRD"}, {"SM", "MTK"}, {"SF", "FTK"},
    {"SY", "YDK"}, {"CR", "MTQ"}, {"CF", "FTQ"}, {"CY", "YDQ"}, {"HR", "HUR"}, {"DA", "DAY"},
    {"MO", "MON"}, {"YR", "ANN"}, {"MJ", "MIN"},
});

constexpr auto responses = std::to_array<Entry<ResponseKind>>({
    {"AC", ResponseKind::accepted},    // accepted and shipped
    {"AR", ResponseKind::accepted},    // accepted and released for shipment
    {"BP", ResponseKind::accepted},    // partial shipment, balance backordered
    {"DR", ResponseKind::accepted},    // date rescheduled
    {"IA", ResponseKind::accepted},    // as ordered
    {"IC", ResponseKind::accepted},    // changes made
    {"IE", ResponseKind::accepted},    // price pending
    {"IP", ResponseKind::accepted},    // price changed
    {"IQ", ResponseKind::accepted},    // quantity changed
    {"IS", ResponseKind::accepted},    // substitution made
    {"SP", ResponseKind::accepted},    // schedule date pending
    {"IB", ResponseKind::backordered}, // backordered
    {"BO", ResponseKind::backordered}, {"ID", ResponseKind::rejected}, // deleted
    {"IR", ResponseKind::rejected},    {"R1", ResponseKind::rejected}, // not a contract item
    {"R2", ResponseKind::rejected},                                    // invalid item number
    {"R3", ResponseKind::rejected},                                    // invalid unit of issue
    {"R4", ResponseKind::rejected}, // contract item not available
    {"R5", ResponseKind::rejected},    {"R6", ResponseKind::rejected},
    {"R7", ResponseKind::rejected},    {"R8", ResponseKind::rejected},
    {"R9", ResponseKind::rejected},
});

constexpr auto price_bases = std::to_array<Entry<std::string_view>>({
    {"HP", "100"},
    {"TP", "1000"},
});

constexpr auto price_units = std::to_array<Entry<std::string_view>>({
    {"PE", "H87"},
    {"CE", "H87"},
    {"LE", "H87"},
    {"QE", "H87"},
    {"TE", "H87"},
    {"WE", "H87"},
    {"PD", "DZN"},
    {"TD", "DZN"},
    {"WD", "DZN"},
    {"PP", "LBR"},
    {"PK", "KGM"},
    {"PG", "GLL"},
    {"PF", "FOT"},
    {"PY", "YRD"},
    {"UM", "MTK"},
});

constexpr auto order_prices = std::to_array<std::string_view>(
    {"", "ACT", "CAT", "CHG", "CON", "INV", "NET", "PRO", "PRP", "QTE", "STA", "UCP", "WHL"});

constexpr auto schemes = std::to_array<Entry<std::string_view>>({
    {"1", "DUNS"},
    {"9", "DUNS+4"},
    {"15", "SAN"},
    {"UL", "GLN"},
    {"91", "seller-assigned"},
    {"92", "buyer-assigned"},
});

constexpr auto roles = std::to_array<Entry<Role>>({
    {"BY", {PartyRole::buyer, 0}},
    {"OB", {PartyRole::buyer, 1}},
    {"BS", {PartyRole::ship_to, 2}}, // bill and ship to; see party.cpp
    {"SU", {PartyRole::supplier, 0}},
    {"SE", {PartyRole::supplier, 1}},
    {"VN", {PartyRole::supplier, 2}},
    {"ST", {PartyRole::ship_to, 0}},
    {"CN", {PartyRole::ship_to, 3}},
    {"BT", {PartyRole::bill_to, 0}},
    {"PR", {PartyRole::payer, 0}},
    {"Z7", {PartyRole::final_recipient, 0}},
    {"MA", {PartyRole::final_recipient, 1}},
    {"UC", {PartyRole::final_recipient, 2}},
});

constexpr auto item_ids = std::to_array<Entry<ItemIdKind>>({
    {"UP", ItemIdKind::gtin},
    {"UK", ItemIdKind::gtin},
    {"EN", ItemIdKind::gtin},
    {"UI", ItemIdKind::gtin},
    {"UA", ItemIdKind::gtin},
    {"GT", ItemIdKind::gtin},
    {"BP", ItemIdKind::buyer},
    {"IN", ItemIdKind::buyer},
    {"PI", ItemIdKind::buyer},
    {"CB", ItemIdKind::buyer},
    {"VN", ItemIdKind::seller},
    {"VP", ItemIdKind::seller},
    {"VC", ItemIdKind::seller},
    {"VA", ItemIdKind::seller},
});

constexpr auto order_segments = std::to_array<ShortCode>(
    {"ISA", "ISB", "ISE", "TA1", "TA3", "GS",  "GE",  "IEA", "ST",  "SE",  "BEG", "BCH", "BSI",
     "BAK", "BCA", "BIG", "BQT", "CUR", "REF", "PER", "TAX", "FOB", "CTP", "PAM", "CSH", "SAC",
     "TC2", "ITD", "DIS", "INC", "DTM", "LDT", "LIN", "SI",  "PID", "MEA", "PWK", "PKG", "TD1",
     "TD5", "TD3", "TD4", "MAN", "PCT", "CTB", "TXI", "LM",  "LQ",  "SPI", "N9",  "MSG", "MTX",
     "NTE", "N1",  "N2",  "N3",  "N4",  "NX2", "LX",  "ADV", "PO1", "POC", "IT8", "PO3", "PO4",
     "SDQ", "IT3", "QTY", "SCH", "SLN", "AMT", "CTT", "HL",  "PRF", "ACK", "IT1", "TDS", "CAD",
     "G50", "G51", "G53", "G61", "G62", "G66", "G68", "G69", "G70", "G72", "G73", "G76", "GPA",
     "AK1", "AK2", "AK9", "ISR", "SRE", "STA", "EFI", "AC",  "G01", "G39", "CRC"});

} // namespace

DocumentClass class_of_message(std::string_view transaction_set) {
    return look_up(message_classes, transaction_set).value_or(DocumentClass::other);
}
std::optional<OrderKind> order_kind(std::string_view code) {
    return look_up(order_kinds, code);
}
std::optional<MessageFunction> message_function(std::string_view code) {
    return look_up(functions, code);
}
std::optional<AckRequested> ack_requested(std::string_view code) {
    return look_up(acks, code);
}
ResponseKind response_kind(std::string_view code) {
    return look_up(responses, code).value_or(ResponseKind::open); // IF, IH: on hold
}

std::string_view x12_unit(std::string_view unit_code) {
    const auto* found = std::ranges::find(units, unit_code, &Entry<std::string_view>::value);
    return found == units.end() ? std::string_view{} : found->code.text();
}

std::optional<LineAction> line_action(std::string_view code) {
    return look_up(actions, code);
}
std::string_view reference_type(std::string_view code) {
    return look_up(reference_types, code).value_or("other");
}
std::optional<std::string_view> unit_code(std::string_view unit) {
    return look_up(units, unit);
}
std::optional<std::string_view> price_base(std::string_view basis) {
    return look_up(price_bases, basis);
}
std::optional<std::string_view> price_unit(std::string_view basis) {
    return look_up(price_units, basis);
}
bool is_order_price(std::string_view price_code) {
    return std::ranges::find(order_prices, price_code) != order_prices.end();
}
std::string id_scheme(std::string_view qualifier) {
    return std::string(look_up(schemes, qualifier).value_or(qualifier));
}
Role party_role(std::string_view code) {
    return look_up(roles, code).value_or(Role{});
}
ItemIdKind item_id_kind(std::string_view qualifier) {
    return look_up(item_ids, qualifier).value_or(ItemIdKind::other);
}
bool is_order_segment(ShortCode tag) {
    return std::ranges::find(order_segments, tag) != order_segments.end();
}

} // namespace besteld::parsers::x12

// SPDX-License-Identifier: Apache-2.0
#include "parsers/idoc/message_reader.hpp"

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/text.hpp"
#include "parsers/idoc/fields.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers::idoc {

namespace {

constexpr std::size_t max_lines = 9'999; // reliability.md 6
constexpr std::size_t max_problems = 200;

// 6411-like codes that SAP writes in MENEE: ISO units, packages without the X.
std::optional<std::string> unit_code(const std::string& unit) {
    for (const std::string_view piece : {"PCE", "EA", "C62", "H87"})
        if (unit == piece) return "H87";
    for (const std::string_view measure : {"KGM", "GRM", "TNE", "LTR", "MLT", "MTR", "CMT", "MMT",
                                           "MTK", "MTQ", "DZN", "PR", "SET", "KMT", "HUR", "LBR"})
        if (unit == measure) return unit;
    for (const std::string_view package :
         {"CT", "CS", "BX", "RO", "BE", "PK", "PA", "PX", "BG", "BO"})
        if (unit == package) return cat("X", package);
    return std::nullopt;
}

// Own message types such as ZZORDERS end in the standard's (quirks.md 28).
DocumentClass class_by_type(std::string_view type) {
    if (type.ends_with("ORDRSP")) return DocumentClass::order_response;
    if (type.ends_with("ORDCHG")) return DocumentClass::order_change;
    if (type.ends_with("ORDERS")) return DocumentClass::order;
    if (type.ends_with("REQOTE")) return DocumentClass::quote_request;
    return DocumentClass::other;
}

PartyRole role_of(std::string_view code) {
    if (code == "AG") return PartyRole::buyer;
    if (code == "WE") return PartyRole::ship_to;
    if (code == "RE") return PartyRole::bill_to;
    if (code == "RG") return PartyRole::payer;
    if (code == "LF") return PartyRole::supplier;
    return PartyRole::other;
}

// One IDoc: its control record and the data records behind it.
class IdocReader {
public:
    IdocReader(std::string_view bytes, std::uint32_t part, std::size_t message,
               std::span<const Record> records)
        : bytes_(bytes), part_(part), message_(message), records_(records) {}

    OrderDraft read() {
        control();
        if (draft_.document_class == DocumentClass::other) return std::move(draft_);
        for (std::size_t i = 1; i < records_.size(); ++i) {
            at_ = i;
            const auto segment = records_[i].segment;
            if (segment.starts_with("EDK") || segment == "EDS01")
                head(segment);
            else
                item(segment);
        }
        finish_line();
        settle();
        if (draft_.document_class == DocumentClass::order_response) settle_answer();
        return std::move(draft_);
    }

private:
    void control();
    void head(std::string_view segment);
    void head_reference();
    void head_date();
    void party(std::vector<PartyDraft>& into);
    void item(std::string_view segment);
    void begin_line();
    void item_id();
    void item_schedule();
    void expected_price();
    void finish_line();
    void settle();
    void settle_answer();

    MaybeField field(std::string_view name) const;
    std::string text(std::string_view name) const;
    MaybeField number(std::string_view name);
    MaybeField date(std::string_view name);
    Place place(std::string_view name) const;
    MaybeDate on(const MaybeField& day) const;
    void report(Severity severity, Place where, std::string code, std::string words,
                std::string hint = {}) {
        if (draft_.problems.size() < max_problems)
            draft_.problems.push_back(
                {severity, std::move(where), std::move(code), std::move(words), std::move(hint)});
    }
    LineDraft* line() {
        return !lines_full_ && !draft_.lines.empty() ? &draft_.lines.back() : nullptr;
    }

    std::string_view bytes_;
    std::uint32_t part_;
    std::size_t message_;
    std::span<const Record> records_;
    std::size_t at_ = 0;
    OrderDraft draft_;
    bool lines_full_ = false;
    bool reversed_ = false; // E1EDK01-ACTION 001
    MaybeField header_number_, reference_date_, other_date_;
};

std::string IdocReader::text(std::string_view name) const {
    const Record& record = records_[at_];
    const auto span = find_field(record.segment, name);
    const std::size_t length = record.end - record.begin;
    if (!span || span->begin >= length) return {};
    const auto raw = bytes_.substr(record.begin + span->begin,
                                   std::min<std::size_t>(span->length, length - span->begin));
    std::string out;
    const bool utf8 = is_utf8(raw);
    for (const char c : raw) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F) continue;
        if (byte < 0x80 || utf8) {
            out += c;
        } else { // SAP's code page 1100 is ISO 8859-1
            out += static_cast<char>(0xC0 | (byte >> 6));
            out += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return std::string(trim(out));
}

Place IdocReader::place(std::string_view name) const {
    const Record& record = records_[at_];
    const auto span = find_field(record.segment, name);
    Place out{.part = part_,
              .begin = record.begin,
              .end = record.end,
              .where = cat("message ", message_, ", record ", at_ + 1, " (",
                           record.segment == "EDI_DC40" ? "" : "E1", record.segment, ")",
                           span ? ", field " : "", span ? name : "")};
    if (!span) return out;
    out.begin = std::min(record.begin + span->begin, record.end);
    out.end = std::min(out.begin + span->length, record.end);
    return out;
}

MaybeField IdocReader::field(std::string_view name) const {
    auto value = text(name);
    if (value.empty()) return std::nullopt;
    return Field{.value = std::move(value), .place = place(name)};
}

// A point for decimals; the sign may stand behind the number, as SAP writes it.
MaybeField IdocReader::number(std::string_view name) {
    auto found = field(name);
    if (!found) return found;
    if (found->value.ends_with('-'))
        found->value = cat("-", found->value.substr(0, found->value.size() - 1));
    const auto parsed = Decimal::parse(found->value);
    if (parsed) return found;
    report(Severity::error, found->place, "idoc.number",
           cat("\"", found->value, "\" is not a number: ", to_text(parsed.error())),
           "IDoc numbers have a point for decimals and no separators between thousands");
    return std::nullopt;
}

// CCYYMMDD; 00000000 and blanks are none
MaybeField IdocReader::date(std::string_view name) {
    auto found = field(name);
    if (!found || found->value.find_first_not_of('0') == std::string::npos) return std::nullopt;
    const std::string& v = found->value;
    const auto day =
        v.size() == 8
            ? parse_iso_date(cat(v.substr(0, 4), "-", v.substr(4, 2), "-", v.substr(6, 2)))
            : std::nullopt;
    if (day) {
        found->value = to_iso(*day);
        return found;
    }
    report(Severity::error, found->place, "idoc.date", cat("\"", v, "\" is no date"),
           "expected CCYYMMDD");
    return std::nullopt;
}

MaybeDate IdocReader::on(const MaybeField& day) const {
    if (!day) return std::nullopt;
    return Sourced<DateSpec>{
        .value = {.kind = DateKind::on, .start = day->value, .raw = day->value},
        .place = day->place};
}

void IdocReader::control() {
    draft_.format = "idoc-flat";
    draft_.message_type = text("MESTYP");
    draft_.version = text("IDOCTYP");
    draft_.profile = text("CIMTYP");
    draft_.document_class = class_by_type(draft_.message_type);
    draft_.envelope = {.standard = "idoc",
                       .sender = text("SNDPRN"),
                       .receiver = text("RCVPRN"),
                       .interchange_ref = text("DOCNUM"),
                       .message_ref = text("DOCNUM"),
                       .test = text("TEST") == "X"};
    draft_.test = draft_.envelope.test;
    draft_.part = part_;
    draft_.begin = records_.front().begin;
    draft_.end = records_.back().end;
    draft_.kind = {.value = OrderKind::standard, .origin = Origin::defaulted};
}

void IdocReader::head(std::string_view segment) {
    if (segment == "EDK01") {
        draft_.currency = field("CURCY");
        draft_.payment_terms = field("ZTERM");
        header_number_ = field("BELNR");
        reversed_ = text("ACTION") == "001";
        if (text("KZABS") == "X")
            draft_.ack_requested = {.value = AckRequested::full, .place = place("KZABS")};
    } else if (segment == "EDK02") {
        head_reference();
    } else if (segment == "EDK03") {
        head_date();
    } else if (segment == "EDKA1") {
        party(draft_.parties);
    } else if (segment == "EDK17" && !draft_.delivery_terms) {
        draft_.delivery_terms = field("LKOND");
        draft_.delivery_place = field("LKTEXT");
    } else if (segment == "EDK18" && !draft_.payment_terms) {
        draft_.payment_terms = field("ZTERM_TXT");
    } else if (segment == "EDKT2") {
        if (auto note = field("TDLINE")) draft_.notes.push_back(*std::move(note));
    } else if (segment == "EDS01") {
        if (text("SUMID") == "002") draft_.total = number("SUMME");
        if (text("SUMID") == "001") draft_.stated_line_count = number("SUMME");
    }
}

void IdocReader::head_reference() {
    const std::string qualifier = text("QUALF");
    auto number = field("BELNR");
    if (qualifier == "001") {
        if (!draft_.order_number) draft_.order_number = std::move(number);
        reference_date_ = date("DATUM");
        return;
    }
    if (!number) return;
    const std::string type = qualifier == "003"   ? "quotation"
                             : qualifier == "004" ? "quotation"
                             : qualifier == "006" ? "contract"
                             : qualifier == "002" ? "seller_order"
                                                  : "other";
    draft_.references.push_back({.type = type, .value = *std::move(number)});
}

// IDDAT 012 document date, 002 requested delivery, 011 date of the IDoc
void IdocReader::head_date() {
    const std::string qualifier = text("IDDAT");
    if (qualifier == "012") draft_.order_date = date("DATUM");
    if (qualifier == "011") other_date_ = date("DATUM");
    if (qualifier == "002") draft_.requested = on(date("DATUM"));
}

void IdocReader::party(std::vector<PartyDraft>& into) {
    PartyDraft party{.role = role_of(text("PARVW"))};
    for (const auto& [name, scheme] :
         {std::pair{"PARTN", "PARTN"}, {"LIFNR", "LIFNR"}, {"ILNNR", "GLN"}})
        if (const auto id = field(name))
            party.ids.push_back({.value = {.scheme = scheme, .id = id->value}, .place = id->place});
    party.name = field("NAME1");
    for (const char* name : {"NAME2", "STRAS", "STRS2"})
        if (auto street = field(name)) party.address_lines.push_back(*std::move(street));
    party.postcode = field("PSTLZ");
    party.city = field("ORT01");
    if (auto country = field("LAND1"); country && country->value.size() == 2)
        party.country = std::move(country);
    party.contact_name = field("BNAME");
    party.phone = field("TELF1");
    into.push_back(std::move(party));
}

void IdocReader::item(std::string_view segment) {
    if (segment == "EDP01") {
        begin_line();
        return;
    }
    auto* here = line();
    if (!here) return;
    if (segment == "EDP19") item_id();
    if (segment == "EDP20") item_schedule();
    if (segment == "EDP05") expected_price();
    if (segment == "EDPA1") party(here->parties);
    if (segment == "EDP03" && text("IDDAT") == "002") here->requested = on(date("DATUM"));
    if (segment == "EDPT2")
        if (auto note = field("TDLINE")) here->notes.push_back(*std::move(note));
    if (segment == "EDP02")
        if (auto number = field("BELNR")) {
            const std::string qualifier = text("QUALF");
            here->references.push_back(
                {.type = qualifier == "006"   ? "contract"
                         : qualifier == "004" ? "quotation"
                                              : "other",
                 .value = *std::move(number),
                 .line = text("ZEILE").empty() ? std::nullopt : std::optional(text("ZEILE"))});
        }
}

// ACTION 001 added, 002 changed, 003 cancelled, 004 not changed, 005 locked (items only)
void IdocReader::begin_line() {
    finish_line();
    if (draft_.lines.size() == max_lines) {
        if (!lines_full_)
            report(Severity::error, place("POSEX"), "idoc.too_many_lines",
                   cat("more than ", max_lines, " items; the rest is not read"));
        lines_full_ = true;
        return;
    }
    LineDraft fresh{.line = field("POSEX")};
    const std::string action = text("ACTION");
    const bool change = draft_.document_class == DocumentClass::order_change;
    if (action == "001")
        fresh.action = LineAction::add;
    else if (action == "002")
        fresh.action = LineAction::change;
    else if (action == "003")
        fresh.action = LineAction::remove;
    else if (change && !action.empty() && action != "000" && action != "004")
        report(Severity::error, place("ACTION"), "idoc.action",
               cat("item ", text("POSEX"), " has the action ", action),
               "known are 001 added, 002 changed, 003 cancelled and 004 not changed");
    if (!change && fresh.action != LineAction::remove) fresh.action = LineAction::none;
    if (change) fresh.original_line = fresh.line;
    fresh.quantity = number("MENGE");
    fresh.unit = field("MENEE");
    if (fresh.unit)
        if (auto code = unit_code(fresh.unit->value))
            fresh.unit_code = Field{.value = *std::move(code), .place = fresh.unit->place};
    fresh.unit_price = number("VPREI");
    fresh.price_base_quantity = number("PEINH");
    if (auto per = field("PMENE"))
        if (auto code = unit_code(per->value))
            fresh.price_base_unit = Field{.value = *std::move(code), .place = per->place};
    fresh.line_amount = number("NETWR");
    fresh.currency = field("CURCY");
    draft_.lines.push_back(std::move(fresh));
}

// QUALF 001 the buyer's item number, 002 ours, 003 EAN; the text may come without a number
void IdocReader::item_id() {
    auto& here = *line();
    const std::string qualifier = text("QUALF");
    if (!here.name) here.name = field("KTEXT");
    auto id = field("IDTNR");
    if (!id) return;
    if (qualifier == "001" && !here.buyer_item)
        here.buyer_item = std::move(id);
    else if (qualifier == "002" && !here.seller_item)
        here.seller_item = std::move(id);
    else if (qualifier == "003" && !here.gtin)
        here.gtin = std::move(id);
    else
        here.other_item_ids.push_back({.type = qualifier, .id = *std::move(id)});
}

void IdocReader::item_schedule() {
    auto quantity = number("WMENG");
    auto day = on(date("EDATU"));
    if (quantity)
        line()->schedule.push_back({.quantity = *std::move(quantity), .requested = std::move(day)});
}

// KSCHL EDI1: the price the customer expects; EDI2 its value for the line
void IdocReader::expected_price() {
    const std::string type = text("KSCHL");
    if (type != "EDI1" && type != "EDI2") return;
    auto rate = number("KRATE");
    if (!rate) return;
    line()->prices.push_back({.qualifier = type, .value = *rate});
    if (type == "EDI1" && !line()->unit_price) line()->unit_price = std::move(rate);
}

void IdocReader::finish_line() {
    auto* here = line();
    if (!here) return;
    if (here->schedule.size() == 1 && !here->requested)
        here->requested = here->schedule.front().requested;
    const std::string name = here->line ? here->line->value : cat(draft_.lines.size());
    const Place where =
        here->line ? here->line->place : Place{.part = part_, .where = cat("message ", message_)};
    const bool ordered =
        draft_.document_class == DocumentClass::order && here->action != LineAction::remove;
    if (ordered && !here->quantity)
        report(Severity::error, where, "idoc.no_quantity",
               cat("item ", name, " has no ordered quantity (MENGE)"),
               "ask the buyer how much is meant");
    if (ordered && !here->gtin && !here->buyer_item && !here->seller_item &&
        here->other_item_ids.empty())
        report(here->name ? Severity::warning : Severity::error, where, "idoc.no_item",
               cat("item ", name, " has no item number", here->name ? ", only a text" : ""),
               "ask the buyer which item is meant");
    std::int64_t units = 0;
    for (const auto& entry : here->schedule) {
        const auto part = Decimal::parse(entry.quantity.value);
        if (part && __builtin_add_overflow(units, part->units(), &units)) return;
    }
    const auto whole = here->quantity ? Decimal::parse(here->quantity->value) : Decimal();
    if (!here->schedule.empty() && whole && *whole != Decimal::from_units(units))
        report(Severity::warning, here->schedule.front().quantity.place, "idoc.schedule",
               cat("item ", name, " orders ", whole->to_string(), ", its schedule lines add up to ",
                   Decimal::from_units(units).to_string()),
               "ask the buyer which quantity holds");
}

// ORDRSP: an item is cancelled (ACTION 003) or will come as its schedule lines say. Its line of the
// order stands in E1EDP02.
void IdocReader::settle_answer() {
    for (const auto& reference : draft_.references)
        if (reference.type == "seller_order" && !draft_.document_id)
            draft_.document_id = reference.value;
    for (auto& one : draft_.lines) {
        for (const auto& reference : one.references)
            if (reference.line)
                one.original_line = Field{.value = *reference.line, .place = reference.value.place};
        if (one.action == LineAction::remove) {
            one.responses.push_back(
                {.kind = ResponseKind::rejected, .code = "003", .quantity = one.quantity});
            continue;
        }
        for (const auto& part : one.schedule)
            one.responses.push_back({.quantity = part.quantity,
                                     .unit = one.unit,
                                     .date = part.requested,
                                     .price = one.unit_price});
    }
}

void IdocReader::settle() {
    if (!draft_.order_number) draft_.order_number = header_number_; // no E1EDK02
    if (!draft_.order_date) draft_.order_date = reference_date_;
    if (!draft_.order_date) draft_.order_date = other_date_;
    const bool all_removed =
        !draft_.lines.empty() && std::ranges::all_of(draft_.lines, [](const LineDraft& one) {
            return one.action == LineAction::remove;
        });
    auto& kind = draft_.document_class;
    // E1EDK01-ACTION 003 only says that items changed: the two code lists differ (domain.md 2.4)
    if (kind == DocumentClass::order_change && (reversed_ || all_removed))
        kind = DocumentClass::order_cancellation;
    draft_.function = {.value = kind == DocumentClass::order_change ? MessageFunction::change
                                : kind == DocumentClass::order_cancellation
                                    ? MessageFunction::cancel
                                    : MessageFunction::original,
                       .origin = Origin::derived};
    const Place whole{.part = part_, .where = cat("message ", message_)};
    if (kind != DocumentClass::order && kind != DocumentClass::order_change &&
        kind != DocumentClass::order_cancellation)
        return;
    if (!draft_.order_number)
        report(Severity::error, whole, "idoc.no_order_number",
               "no order number in E1EDK02 (QUALF 001) or E1EDK01-BELNR",
               "ask the buyer for the order number");
    if (draft_.lines.empty() && kind == DocumentClass::order)
        report(Severity::error, whole, "idoc.no_lines", "the order has no item (E1EDP01)",
               "ask the sender to repeat the IDoc");
    if (const auto& stated = draft_.stated_line_count;
        stated && Decimal::parse(stated->value) != Decimal(static_cast<int>(draft_.lines.size())))
        report(Severity::warning, stated->place, "idoc.line_count",
               cat("E1EDS01 states ", stated->value, " items, the IDoc has ", draft_.lines.size()));
}

} // namespace

OrderDraft read_message(std::string_view bytes, std::uint32_t part, std::size_t message,
                        std::span<const Record> records) {
    return IdocReader(bytes, part, message, records).read();
}

} // namespace besteld::parsers::idoc

// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/xml_draft.hpp"

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace besteld::parsers {
namespace {

bool is_upper_or_digit(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// "2026-03-05", "2026-03-05+01:00", "2026-03-05T09:00:00Z", "20260305", "202603050900"
std::optional<Date> calendar_date(std::string_view text) {
    std::string iso(text.substr(0, 10));
    const auto digits =
        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits && text.size() >= 8)
        iso = cat(text.substr(0, 4), "-", text.substr(4, 2), "-", text.substr(6, 2));
    else if (text.size() > 10 && std::string_view("TZ+- ").find(text[10]) == std::string_view::npos)
        return {};
    return parse_iso_date(iso);
}

} // namespace

void XmlDraft::problem(Severity severity, const Element& at, std::string_view code,
                       std::string text, std::string_view hint) {
    Place place = at.place();
    place.part = document_.part();
    draft_.problems.push_back(
        {severity, std::move(place), std::string(code), std::move(text), std::string(hint)});
}

MaybeField XmlDraft::number(MaybeField field) {
    if (!field || Decimal::parse(field->value)) return field;
    draft_.problems.push_back({Severity::error, field->place, "xml.number",
                               cat("\"", field->value, "\" is not a number this format allows"),
                               "digits with a point, no grouping and no exponent; read the value "
                               "from the source and enter it"});
    return {};
}
MaybeField XmlDraft::number(const Element& element) {
    return number(element.field());
}

MaybeField XmlDraft::date(MaybeField field) {
    if (!field) return {};
    if (const auto date = calendar_date(field->value)) {
        field->value = to_iso(*date);
        return field;
    }
    draft_.problems.push_back(
        {Severity::error, field->place, "xml.date", cat("\"", field->value, "\" is not a date"),
         "a date is written 2026-03-05; ask the customer which day is meant"});
    return {};
}
MaybeField XmlDraft::date(const Element& element) {
    return date(element.field());
}

MaybeField XmlDraft::currency(MaybeField field) {
    if (!field) return {};
    if (field->value.size() == 3 && std::all_of(field->value.begin(), field->value.end(),
                                                [](char c) { return c >= 'A' && c <= 'Z'; }))
        return field;
    draft_.problems.push_back({Severity::error, field->place, "xml.currency",
                               cat("\"", field->value, "\" is not a currency code"),
                               "three capital letters of ISO 4217"});
    return {};
}

MaybeField XmlDraft::unit_code(const MaybeField& unit) const {
    if (!unit || unit->value.size() < 2 || unit->value.size() > 3) return {};
    if (!std::all_of(unit->value.begin(), unit->value.end(), is_upper_or_digit)) return {};
    return unit;
}

void XmlDraft::unit(LineDraft& line, MaybeField field) {
    line.unit_code = unit_code(field);
    line.unit = std::move(field);
}

void XmlDraft::add_id(PartyDraft& party, const MaybeField& id, std::string scheme) {
    if (!id) return;
    PartyId value{std::move(scheme), id->value};
    const auto known = [&](const Sourced<PartyId>& one) { return one.value == value; };
    if (std::any_of(party.ids.begin(), party.ids.end(), known)) return;
    party.ids.push_back({.value = std::move(value), .place = id->place});
}

void XmlDraft::add_reference(std::string_view type, MaybeField value) {
    if (value) draft_.references.push_back({std::string(type), std::move(*value), {}});
}

void XmlDraft::add_note(const Element& element) {
    if (auto note = element.field()) draft_.notes.push_back(std::move(*note));
}

MaybeDate XmlDraft::period(const MaybeField& start, const MaybeField& end, Meaning meaning) {
    if (!start && !end) return {};
    Sourced<DateSpec> date;
    date.place = start ? start->place : end->place;
    date.value.meaning = meaning;
    date.value.raw = start && end ? cat(start->value, "/", end->value)
                     : start      ? start->value
                                  : end->value;
    if (start) date.value.start = start->value;
    if (!start) {
        date.value.kind = DateKind::by;
        date.value.start = end->value;
    } else if (!end) {
        date.value.kind = DateKind::not_before;
    } else if (start->value == end->value) {
        date.value.kind = DateKind::on;
    } else {
        date.value.kind = DateKind::window;
        date.value.end = end->value;
        if (end->value < start->value)
            draft_.problems.push_back(
                {Severity::error, end->place, "xml.period",
                 cat("the period ends on ", end->value, ", before it starts on ", start->value),
                 "ask the customer for the delivery date"});
    }
    return date;
}

MaybeDate XmlDraft::on(const MaybeField& date, Meaning meaning) {
    return period(date, date, meaning);
}

void XmlDraft::check_complete() {
    const auto kind = draft_.document_class;
    const bool order = kind == DocumentClass::order;
    if (!order && kind != DocumentClass::order_change && kind != DocumentClass::order_cancellation)
        return;
    const auto root = document_.root();
    if (!draft_.order_number)
        problem(Severity::error, root, "xml.order_number", "the document states no order number",
                "ask the customer for the number, or enter it from the covering mail");
    if (order && draft_.lines.empty())
        problem(Severity::error, root, "xml.no_lines", "the order has no line",
                "ask the customer whether the file was written completely");
    for (const auto& line : draft_.lines) {
        if (line.quantity || line.action == LineAction::remove || !order) continue;
        problem(
            Severity::error, root, "xml.quantity",
            cat("line ", line.line ? line.line->value : "without number", " states no quantity"),
            "ask the customer for the quantity");
    }
}

} // namespace besteld::parsers

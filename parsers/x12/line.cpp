// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/message.hpp"

#include "base/decimal.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace besteld::parsers::x12 {

namespace {

constexpr std::size_t max_lines = 9'999; // reliability.md 6
constexpr unsigned last_item_id = 40;    // POC has ids to element 27

bool is_zero(const MaybeField& field) {
    const auto value = field ? Decimal::parse(field->value) : Decimal();
    return value && value->is_zero();
}

} // namespace

LineDraft* MessageReader::add_line(std::size_t i) {
    finish_line();
    if (section_ == Section::summary && !lines_full_ && becomes_order())
        view_.report(Severity::error, view_.place(i), "x12.segment_order",
                     "a line stands behind the summary (CTT)");
    section_ = Section::lines;
    party_open_ = false;
    line_segment_ = i;
    if (draft_.lines.size() == max_lines) {
        if (!lines_full_)
            view_.report(Severity::error, view_.place(i), "x12.too_many_lines",
                         cat("more than ", max_lines, " lines; the rest is not read"));
        lines_full_ = true;
        section_ = Section::summary;
        return nullptr;
    }
    draft_.lines.emplace_back();
    return &draft_.lines.back();
}

// PO1: 350 line, 330 quantity, 355 unit, 212 price, 639 basis, then pairs of 235 and 234
void MessageReader::begin_line(std::size_t i) {
    auto* here = add_line(i);
    if (!here) return;
    here->line = view_.field(i, 1);
    here->quantity = view_.number(i, 2);
    unit(i, 3);
    price(i, 4, 5);
    item_ids(i, 6);
}

// POC: 350 line, 670 change, 330 quantity, 671 left to receive, C001 unit, 212 price, 639 basis,
// then pairs. Whether 330 is the new total or a difference is a partner's setting (domain.md 0.9).
void MessageReader::begin_changed(std::size_t i) {
    auto* here = add_line(i);
    if (!here) return;
    here->line = view_.field(i, 1);
    here->original_line = here->line;
    const std::string code = view_.text(i, 2);
    const auto action = line_action(code);
    here->action = action.value_or(LineAction::change);
    if (code == "CF") ++cancelled_lines_;
    if (!action)
        view_.report(Severity::error, view_.place(i, 2), "x12.line_action",
                     cat("change code ", code.empty() ? "(none)" : code, " is not known"),
                     "ask the buyer what shall happen with the line");
    here->quantity = view_.number(i, 3);
    if (here->quantity && here->action == LineAction::change) as_agreed(*here);
    unit(i, 5);
    price(i, 6, 7);
    item_ids(i, 8);
}

// POC03 is the line's new total (domain.md L05) unless the partner states differences: then no
// total can be told without the order, and a person tells it.
void MessageReader::as_agreed(LineDraft& here) {
    if (view_.profile().changed_quantity == QuantityOfChange::total) return;
    view_.report(Severity::error, here.quantity->place, "x12.quantity_difference",
                 cat(view_.profile().name, " states differences: ", here.quantity->value,
                     " more or less than ordered, the new total is not stated"),
                 "look at the order and set the line's new quantity");
    here.notes.push_back({.value = cat("POC03 ", here.quantity->value, " (a difference)"),
                          .place = here.quantity->place});
    here.quantity.reset();
}

// G68: 380 quantity, 355 unit, 237 price, 438 UPC case code, then pairs
void MessageReader::begin_grocery_line(std::size_t i) {
    if (!is_grocery()) return;
    auto* here = add_line(i);
    if (!here) return;
    here->quantity = view_.number(i, 1);
    unit(i, 2);
    here->unit_price = view_.number(i, 3);
    here->gtin = view_.field(i, 4);
    item_ids(i, 5);
}

// LIN of an 869: 350 line, then pairs. In an order it only adds ids to the line.
void MessageReader::begin_item(std::size_t i) {
    if (draft_.document_class != DocumentClass::order_status) {
        if (line()) item_ids(i, 2);
        return;
    }
    auto* here = add_line(i);
    if (!here) return;
    here->line = view_.field(i, 1);
    item_ids(i, 2);
}

void MessageReader::item_ids(std::size_t i, unsigned first) {
    const unsigned last = std::min(view_.element_count(i), last_item_id);
    for (unsigned element = first; element <= last; element += 2)
        add_item_id(i, element, element + 1);
}

void MessageReader::add_item_id(std::size_t i, unsigned qualifier, unsigned id) {
    auto& here = draft_.lines.back();
    auto value = view_.field(i, id);
    const std::string type = view_.text(i, qualifier);
    if (!value) {
        if (!type.empty() && becomes_order())
            view_.report(Severity::warning, view_.place(i, id), "x12.empty_item",
                         cat("item number ", type, " is announced and empty"));
        return;
    }
    if (type.empty() && becomes_order())
        view_.report(Severity::warning, value->place, "x12.item_type",
                     cat("\"", value->value, "\" is not said to be an item number"));
    MaybeField* target = nullptr;
    switch (agreed_kind(view_.profile(), type).value_or(item_id_kind(type))) {
    case ItemIdKind::gtin:
        target = &here.gtin;
        break;
    case ItemIdKind::seller:
        target = &here.seller_item;
        break;
    case ItemIdKind::buyer:
        target = &here.buyer_item;
        break;
    case ItemIdKind::other:
        break;
    }
    if (target && !*target)
        *target = std::move(value);
    else
        here.other_item_ids.push_back({.type = type, .id = *std::move(value)});
}

void MessageReader::unit(std::size_t i, unsigned element) {
    auto& here = draft_.lines.back();
    std::string code = view_.code(i, element);
    if (code.empty()) return;
    const Place at = view_.place(i, element);
    if (const auto known = unit_code(to_upper_ascii(code)))
        here.unit_code = Field{.value = std::string(*known), .place = at};
    here.unit = Field{.value = std::move(code), .place = at};
}

// PO104 and PO105. The basis names a unit of its own only where the line is ordered in another one:
// 48 CA at 1.20 PE is a price per piece.
void MessageReader::price(std::size_t i, unsigned price, unsigned basis) {
    auto& here = draft_.lines.back();
    here.unit_price = view_.number(i, price);
    if (!here.unit_price) return;
    const std::string code = view_.text(i, basis);
    const Place at = view_.place(i, basis);
    if (const auto base = price_base(code))
        here.price_base_quantity = Field{.value = std::string(*base), .place = at};
    const auto per = price_unit(code);
    if (per && here.unit_code && here.unit_code->value != *per)
        here.price_base_unit = Field{.value = std::string(*per), .place = at};
    here.prices.push_back({.qualifier = code, .value = *here.unit_price});
}

// CTP: 687, 236 price code, 212 price, 380 quantity, C001 unit. It is the line's price where PO1
// has none or 0.
void MessageReader::price_list(std::size_t i) {
    auto& here = *line();
    const auto value = view_.number(i, 3);
    if (!value) return;
    const std::string code = view_.text(i, 2);
    here.prices.push_back({.qualifier = code, .value = *value});
    answered_price_ = value; // in an 855 the seller's, behind the ordered one in PO1
    if (is_order_price(code) && (!here.unit_price || is_zero(here.unit_price)))
        here.unit_price = value;
}

// QTY: 673, 380, C001
void MessageReader::item_quantity(std::size_t i) {
    auto& here = *line();
    if (here.quantity) return;
    here.quantity = view_.number(i, 2);
    unit(i, 3);
}

// PID: 349, 750, 559, 751, 352 text; G69: 369 text
void MessageReader::description(std::size_t i) {
    auto& here = *line();
    auto text = view_.field(i, view_.segment(i).tag == "PID" ? 5 : 1);
    if (!text) return;
    if (!here.name)
        here.name = std::move(text);
    else
        here.notes.push_back(*std::move(text));
}

// SCH: 380 quantity, 355 unit, 98, 93, 374 qualifier, 373 date, 337
void MessageReader::schedule(std::size_t i) {
    auto& here = *line();
    auto quantity = view_.number(i, 1);
    if (!quantity) return;
    ScheduleDraft entry{.quantity = *std::move(quantity)};
    const std::string qualifier = view_.text(i, 5);
    if (const auto day = view_.date(i, 6)) {
        const StatedDate stated{.qualifier = tells_delivery(qualifier) ? qualifier : "002",
                                .start = *day,
                                .raw = cat(qualifier, ":", view_.text(i, 6)),
                                .place = view_.place(i, 6)};
        entry.requested = choose_date({stated});
    }
    here.schedule.push_back(std::move(entry));
}

// SDQ: 355 unit, 66 qualifier, then up to ten pairs of 67 shop and 380 quantity
void MessageReader::shops(std::size_t i) {
    const unsigned last = std::min(view_.element_count(i), 22U);
    for (unsigned element = 3; element + 1 <= last; element += 2) {
        const std::string shop = view_.text(i, element);
        const auto quantity = view_.number(i, element + 1);
        if (shop.empty() || !quantity) continue;
        line()->notes.push_back(
            {.value = cat("shop ", shop, ": ", quantity->value), .place = view_.place(i, element)});
        shops_.push_back(quantity->value);
    }
}

// ACK of 855 and 865: 668, 380 quantity, 355, 374, 373 date, 326, then pairs of 235 and 234
void MessageReader::acknowledged(std::size_t i) {
    if (!is_answer()) return;
    auto& here = *line();
    if (here.responses.size() == 104) return; // as many as the standard has
    LineResponse response{.code = view_.text(i, 1)};
    response.kind = response_kind(response.code);
    response.quantity = view_.number(i, 2);
    response.unit = view_.field(i, 3);
    if (const auto day = view_.date(i, 5))
        response.date = choose_date({{.qualifier = "002",
                                      .start = *day,
                                      .raw = cat(view_.text(i, 4), ":", view_.text(i, 5)),
                                      .place = view_.place(i, 5)}});
    response.item = view_.field(i, 8);
    response.price = answered_price_;
    here.responses.push_back(std::move(response));
}

void MessageReader::part_of_line(std::size_t i) {
    if (++parts_ > 1 || !becomes_order()) return;
    view_.report(Severity::warning, view_.place(i), "x12.sub_line",
                 "the line has parts (SLN), which are not lines of their own",
                 "see the message for what the set holds");
}

void MessageReader::finish_line() {
    auto* here = line();
    if (!here) return;
    here->requested = choose_date(line_dates_);
    if (becomes_order()) check_line();
    line_dates_.clear();
    shops_.clear();
    answered_price_.reset();
    parts_ = 0;
    party_open_ = false;
}

void MessageReader::check_line() {
    const LineDraft& here = *line();
    const std::string name =
        here.line ? here.line->value : cat(draft_.lines.size(), " by position");
    const Place place = here.line ? here.line->place : view_.place(line_segment_);
    const bool ordered =
        draft_.document_class == DocumentClass::order && here.action != LineAction::remove;
    if (!here.quantity && ordered)
        view_.report(Severity::error, place, "x12.no_quantity",
                     cat("line ", name, " has no ordered quantity"),
                     "ask the buyer how much is meant");
    if (!here.gtin && !here.buyer_item && !here.seller_item && here.other_item_ids.empty() &&
        ordered)
        view_.report(Severity::error, place, "x12.no_item", cat("line ", name, " names no item"),
                     "ask the buyer which item is meant");
    if (shops_.empty()) return;
    std::int64_t units = 0;
    for (const auto& text : shops_) {
        const auto part = Decimal::parse(text);
        if (part && __builtin_add_overflow(units, part->units(), &units)) return;
    }
    const auto whole = here.quantity ? Decimal::parse(here.quantity->value) : Decimal();
    const bool equal = whole && *whole == Decimal::from_units(units);
    view_.report(equal ? Severity::warning : Severity::error, place, "x12.split_places",
                 cat("line ", name, " is split over ", shops_.size(), " shops",
                     equal ? "" : ", and the parts are not the ordered quantity"),
                 "see the line's notes for what goes where");
}

} // namespace besteld::parsers::x12

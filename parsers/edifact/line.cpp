// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/message.hpp"

#include "base/decimal.hpp"
#include "base/text.hpp"
#include "parsers/edifact/codes.hpp"

#include <algorithm>
#include <set>

namespace besteld::parsers::edifact {

namespace {

constexpr std::size_t max_lines = 9'999; // reliability.md 6

MaybeField mapped_unit(const MaybeField& unit, const ReadingProfile& profile) {
    if (!unit) return std::nullopt;
    if (const auto agreed = profile.units.find(unit->value); agreed != profile.units.end())
        return Field{.value = agreed->second, .origin = Origin::derived, .place = unit->place};
    const auto code = unit_code(to_upper_ascii(unit->value));
    if (!code) return std::nullopt;
    return Field{.value = std::string(*code), .place = unit->place};
}

bool same_number(const Field& a, const Field& b) {
    return Decimal::parse(a.value) == Decimal::parse(b.value);
}

} // namespace

// LIN: 1082, 1229, C212 7140:7143:1131:3055, C829 5495:1082
void MessageReader::begin_line(std::size_t i) {
    finish_line();
    if (uns_seen_ && becomes_order())
        view_.report(Severity::error, view_.place(i), "edifact.segment_order",
                     "a line stands behind UNS+S, where the summary has begun");
    section_ = Section::lines;
    if (draft_.lines.size() == max_lines) {
        if (!lines_full_)
            view_.report(Severity::error, view_.place(i), "edifact.too_many_lines",
                         cat("more than ", max_lines, " lines; the rest is not read"));
        lines_full_ = true;
        section_ = Section::summary;
        return;
    }
    LineDraft& fresh = draft_.lines.emplace_back();
    fresh.line = view_.field(i, {1, 1});
    const std::string action = view_.text(i, {2, 1});
    const auto known = line_action(action);
    // in an order every line is added; only a change gives the code a meaning
    const bool plain = draft_.document_class == DocumentClass::order && known == LineAction::add;
    if (known && !plain) fresh.action = *known;
    if (!known && !action.empty())
        view_.report(Severity::warning, view_.place(i, {2, 1}), "edifact.line_action",
                     cat("action code ", action, " (LIN 1229) is not known"));
    line_code_ = action;
    add_item_id(i, 3, "5");
    if (!view_.text(i, {4, 2}).empty())
        view_.report(Severity::warning, view_.place(i, {4, 2}), "edifact.sub_line",
                     cat("the line is part of line ", view_.text(i, {4, 2})),
                     "a set and its parts must not both be booked");
}

// PIA: 4347, then up to five C212. 1 and 5 identify the item; 2, 3 and 4 name substitutes; EANCOM's
// 9 forbids them.
void MessageReader::item_ids(std::size_t i) {
    auto* here = line();
    if (!here) {
        if (becomes_order())
            view_.report(Severity::error, view_.place(i), "edifact.segment_order",
                         "PIA stands in front of the first LIN");
        return;
    }
    const std::string function = view_.text(i, {1, 1});
    if (function == "9") here->substitution_forbidden = true;
    const unsigned last = std::min(view_.element_count(i), 25U);
    for (unsigned element = 2; element <= last; ++element)
        add_item_id(i, element, function);
}

void MessageReader::add_item_id(std::size_t i, unsigned element, std::string_view function) {
    auto* here = line();
    auto id = view_.field(i, {element, 1});
    if (!here || !id) return;
    const std::string type = view_.text(i, {element, 2});
    std::string agency = view_.text(i, {element, 4});
    if (agency.empty()) agency = view_.text(i, {element, 3});
    const bool identifies = function == "1" || function == "5" || function.empty();
    auto kind =
        !identifies
            ? ItemIdKind::other
            : agreed_kind(view_.profile(), type).value_or(item_id_kind(type, agency, id->value));
    MaybeField* own = kind == ItemIdKind::gtin     ? &here->gtin
                      : kind == ItemIdKind::seller ? &here->seller_item
                      : kind == ItemIdKind::buyer  ? &here->buyer_item
                                                   : nullptr;
    if (own && !*own) {
        *own = std::move(id);
        return;
    }
    if (own && (*own)->value == id->value) return; // LIN and PIA may say the same
    here->other_item_ids.push_back(
        {identifies ? type : cat("PIA+", function, ":", type), *std::move(id)});
}

// IMD: 7077, 7081 (C272), C273 7009:1131:3055:7008:7008:3453
void MessageReader::description(std::size_t i) {
    auto* here = line();
    if (!here) return;
    const std::string words = joined(i, 3, 4, 5, 70);
    if (words.empty()) return;
    if (view_.text(i, {2, 1}) == "050") { // title of a book, often in several pieces
        title_ += words;
        here->name =
            Field{.value = title_,
                  .place = here->name && title_.size() > words.size() ? here->name->place
                                                                      : view_.place(i, {3, 4})};
        return;
    }
    if (!title_.empty()) return;
    if (!here->name)
        here->name = Field{.value = words, .place = view_.place(i, {3, 4})};
    else if (here->name->value.size() + words.size() < 512)
        here->name->value += " " + words;
}

void MessageReader::quantity(std::size_t i) {
    if (!require_qualifier(i)) return;
    auto* here = line();
    if (group_ == Group::packing || group_ == Group::allowance || group_ == Group::characteristic)
        return;
    if (!here) {
        if (becomes_order() && section_ == Section::header && group_ != Group::schedule)
            view_.report(Severity::error, view_.place(i), "edifact.segment_order",
                         "QTY stands in front of the first LIN");
        return;
    }
    const std::string qualifier = view_.text(i, {1, 1});
    if (group_ != Group::schedule && group_ != Group::location) return line_quantity(i, qualifier);
    if (auto value = view_.number(i, {1, 2})) {
        here->schedule.push_back({.quantity = *std::move(value)});
        schedule_dates_.push_back(std::move(pending_dates_));
        pending_dates_.clear();
        entry_open_ = true;
    }
}

// QTY C186 6063:6060:6411
void MessageReader::line_quantity(std::size_t i, const std::string& qualifier) {
    LineDraft& here = *line();
    if (qualifier != "21" && qualifier != "1" && qualifier != "192" && qualifier != "113" &&
        qualifier != "83")
        return; // 59 and 52 tell the content of a pack, 18 and 12 the past
    auto value = view_.number(i, {1, 2});
    if (!value) return;
    auto unit = view_.field(i, {1, 3});
    if (qualifier == "21") {
        if (here.quantity && !same_number(*here.quantity, *value)) {
            view_.report(
                Severity::error, value->place, "edifact.two_quantities",
                cat("a second ordered quantity ", value->value, " beside ", here.quantity->value),
                "ask the buyer which one holds");
            return;
        }
        here.quantity = std::move(value);
        here.unit = std::move(unit);
    } else if (qualifier == "1") {
        plain_quantity_ = std::move(value);
        plain_unit_ = std::move(unit);
    } else if (qualifier == "192") {
        here.free_quantity = std::move(value);
    } else {
        if (!here.unit) here.unit = std::move(unit);
        (qualifier == "113" ? confirmed_ : backordered_) = std::move(value);
    }
}

// QVR of an answer: kept in its own words
void MessageReader::variance(std::size_t i) {
    if (auto* here = line())
        here->notes.push_back({.value = view_.segment_text(i), .place = view_.place(i)});
}

// PRI C509 5125:5118:5375:5387:5284:6411
void MessageReader::price(std::size_t i) {
    auto* here = line();
    if (!here) {
        if (becomes_order())
            view_.report(Severity::error, view_.place(i), "edifact.segment_order",
                         "PRI stands in front of the first LIN");
        return;
    }
    if (!require_qualifier(i)) return;
    auto value = view_.number(i, {1, 2});
    if (!value) return;
    PriceDraft price{.qualifier = view_.text(i, {1, 1}), .value = *std::move(value)};
    price.base_quantity = view_.number(i, {1, 5});
    const auto unit = view_.field(i, {1, 6});
    price.base_unit = mapped_unit(unit, view_.profile());
    if (unit && !price.base_unit)
        view_.report(
            Severity::warning, unit->place, "edifact.price_unit",
            cat("the price is per ", unit->value, ", a unit that list 6411 does not have"));
    if (price.qualifier == "AAA") {
        if (!here->unit_price) {
            here->unit_price = price.value;
            here->price_base_quantity = price.base_quantity;
            here->price_base_unit = price.base_unit;
        } else if (!same_number(*here->unit_price, price.value)) {
            view_.report(
                Severity::warning, price.value.place, "edifact.two_prices",
                cat("a second net price ", price.value.value, " beside ", here->unit_price->value));
        }
    }
    here->prices.push_back(std::move(price));
}

void MessageReader::schedule(std::size_t) {} // SCC only opens its group

void MessageReader::line_date(std::size_t i, const std::string& qualifier) {
    const auto wanted = answers() ? Wanted::promised_by_the_seller : Wanted::by_the_buyer;
    if (!tells_delivery(qualifier, wanted)) return;
    auto stated = view_.date(i);
    if (!stated) return;
    if (group_ != Group::schedule && group_ != Group::location)
        line_dates_.push_back(*std::move(stated));
    else if (entry_open_)
        schedule_dates_.back().push_back(*std::move(stated));
    else
        pending_dates_.push_back(*std::move(stated));
}

// LOC+7: where (a part of) the line is to be delivered
void MessageReader::delivery_place(std::size_t i) {
    const bool of_another = group_ == Group::tax || group_ == Group::allowance ||
                            group_ == Group::party || group_ == Group::transport ||
                            group_ == Group::terms;
    if (of_another) return;
    open(Group::location);
    const auto id = view_.field(i, {2, 1});
    if (!id || view_.text(i, {1, 1}) != "7") return;
    auto& parties = line()->parties;
    const bool known = std::ranges::any_of(parties, [&](const PartyDraft& party) {
        return party.role == PartyRole::ship_to && !party.ids.empty() &&
               party.ids.front().value.id == id->value;
    });
    if (known) return;
    PartyDraft party{.role = PartyRole::ship_to, .name = view_.field(i, {2, 4})};
    party.ids.push_back(
        {.value = {.scheme = view_.text(i, {2, 3}), .id = id->value}, .place = id->place});
    parties.push_back(std::move(party));
}

void MessageReader::finish_line() {
    auto* here = line();
    if (!here) return;
    open(Group::none);
    const auto wanted = answers() ? Wanted::promised_by_the_seller : Wanted::by_the_buyer;
    if (!here->quantity) {
        here->quantity = plain_quantity_;
        here->unit = plain_quantity_ ? plain_unit_ : here->unit;
    }
    here->requested = choose_date(line_dates_, wanted);
    for (std::size_t n = 0; n < here->schedule.size(); ++n)
        here->schedule[n].requested = choose_date(schedule_dates_[n], wanted);
    // an answer's confirmed part has the line's date, its backordered part has none
    if (confirmed_)
        here->schedule.push_back({.quantity = *confirmed_, .requested = here->requested});
    if (backordered_) here->schedule.push_back({.quantity = *backordered_});
    if (!here->quantity && answers()) here->quantity = confirmed_;
    here->unit_code = mapped_unit(here->unit, view_.profile());
    if (answers()) take_response(*here);
    if (becomes_order()) check_line();
    line_dates_.clear();
    schedule_dates_.clear();
    for (auto* field : {&plain_quantity_, &plain_unit_, &confirmed_, &backordered_})
        field->reset();
    title_.clear();
}

// What an ORDRSP says of a line (1229: 5 accepted, 3 and 6 changed, 7 not accepted, 1 added).
void MessageReader::take_response(LineDraft& here) {
    LineResponse response{.code = line_code_, .unit = here.unit, .price = here.unit_price};
    const bool rejected = line_code_ == "7" || line_code_ == "2";
    response.kind = rejected ? ResponseKind::rejected : ResponseKind::accepted;
    response.quantity = confirmed_ ? confirmed_ : here.quantity;
    if (!rejected) response.date = here.requested;
    for (const auto& id : here.other_item_ids)
        if (id.type.starts_with("PIA+3") || id.type.starts_with("PIA+4")) response.item = id.id;
    here.responses.push_back(std::move(response));
    if (backordered_)
        here.responses.push_back(
            {.kind = ResponseKind::backordered, .code = "QTY+83", .quantity = backordered_});
}

void MessageReader::check_line() {
    const LineDraft& here = *line();
    const std::string name =
        here.line ? here.line->value : cat(draft_.lines.size(), " by position");
    const Place place = here.line ? here.line->place : view_.place(view_.size());
    const bool ordered =
        draft_.document_class == DocumentClass::order && here.action != LineAction::remove;
    if (!here.quantity && ordered)
        view_.report(Severity::error, place, "edifact.no_quantity",
                     cat("line ", name, " has no ordered quantity (QTY+21)"),
                     "ask the buyer how much is meant");
    if (!here.gtin && !here.buyer_item && !here.seller_item && here.other_item_ids.empty() &&
        ordered)
        view_.report(Severity::error, place, "edifact.no_item",
                     cat("line ", name, " names no item"), "ask the buyer which item is meant");
    std::set<std::string> places;
    for (const auto& party : here.parties)
        if (party.role == PartyRole::ship_to && !party.ids.empty())
            places.insert(party.ids.front().value.id);
    if (places.size() > 1)
        view_.report(Severity::warning, place, "edifact.split_places",
                     cat("line ", name, " is to be delivered to ", places.size(), " places"),
                     "see the message for what goes where");
}

} // namespace besteld::parsers::edifact

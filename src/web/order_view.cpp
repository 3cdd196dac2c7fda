// SPDX-License-Identifier: Apache-2.0
#include "web/order_view.hpp"

#include "base/text.hpp"
#include "web/customer_page.hpp"
#include "web/event_words.hpp"
#include "web/finding_view.hpp"
#include "web/format.hpp"

#include <algorithm>
#include <set>

namespace besteld {

namespace {

std::string day_words(const std::optional<std::string>& iso, const Strings& words) {
    const auto date = iso ? parse_iso_date(*iso) : std::nullopt;
    return date ? format_day(*date, words) : iso.value_or("");
}

std::string_view name_of_outbox(OutboxState state) {
    switch (state) {
    case OutboxState::pending:
        return "pending";
    case OutboxState::talking:
        return "talking";
    case OutboxState::sent:
        return "sent";
    case OutboxState::retry:
        return "retry";
    case OutboxState::failed:
        return "failed";
    case OutboxState::ambiguous:
        return "ambiguous";
    case OutboxState::held:
        return "held";
    }
    return "held";
}

// A value with the marks of its place: hovering and keys light them up in the source.
void put_value(Dictionary& to, const char* section, const std::string& text,
               const SourceMarks& marks, std::size_t handle) {
    auto& value = *to.AddSectionDictionary(section);
    put(value, "WORDS", text);
    const auto first = marks.first_id_of(handle);
    if (first.empty()) {
        put(*value.AddSectionDictionary("PLAIN"), "WORDS", text);
        return;
    }
    auto& link = *value.AddSectionDictionary("LINK");
    put(link, "WORDS", text);
    put(link, "URL", cat("#", first));
    put(link, "MARKS", marks.ids_of(handle));
}

void fill_line(Dictionary& one, const Viewer& viewer, const Case& the_case, const OrderLine& line,
               const SourceMarks& marks, const OrderMarks::Line& at) {
    const auto& words = viewer.words;
    put(one, "NUMBER", line.buyer_line.empty() ? std::to_string(line.index + 1) : line.buyer_line);
    put_value(one, "ITEM",
              !line.sku.empty()         ? line.sku
              : !line.item_text.empty() ? line.item_text
                                        : words.at("ui.unknown"),
              marks, at.item);
    put(one, "NAME", line.item_name);
    const auto unit = line.unit.empty() ? line.unit_text : line.unit;
    put_value(one, "QUANTITY",
              line.quantity ? format_quantity(line.quantity->value, unit, words)
                            : words.at("ui.unknown"),
              marks, at.quantity);
    std::string price;
    if (line.price) {
        price = format_money(line.price->value, the_case.order.currency, words);
        if (line.price_base != Decimal{1})
            price += cat(" / ", format_quantity(line.price_base, line.price_unit, words));
    }
    put_value(one, "PRICE", price, marks, at.price);
    put_value(one, "DATE",
              line.requested ? date_words(line.requested->value, words) : std::string{}, marks,
              at.requested);
    const bool deviates = std::ranges::any_of(
        the_case.findings, [&](const Finding& f) { return f.line == line.index && is_open(f); });
    show(one, "DEVIATES", shown_if(deviates));
}

void fill_deviation(Dictionary& one, const Answer& answer, const Deviation& deviation,
                    const Strings& words) {
    std::string line;
    if (deviation.line) line = std::to_string(*deviation.line + 1);
    for (const auto& l : answer.lines)
        if (deviation.line == l.index && !l.buyer_line.empty()) line = l.buyer_line;
    put_if(one, "LINE", line.empty() ? std::string{} : words.fill("ui.line_n", {{"n", line}}));
    put(one, "FIELD", words.at_or(cat("deviation.", deviation.field), deviation.field));
    put(one, "ORDERED", format_value(deviation.ordered, words));
    put(one, "CONFIRMED", format_value(deviation.confirmed, words));
    put_if(one, "REASON", words.at_or(cat("reason.", deviation.reason), deviation.reason));
}

} // namespace

std::string kind_words(AnswerKind kind, const Strings& words) {
    return words.at(cat("kind.", kind == AnswerKind::repeat_of_answer ? "repeat" : name_of(kind)));
}

std::string outbox_words(OutboxState state, const Strings& words) {
    return words.at(cat("outbox.", name_of_outbox(state)));
}

void fill_answer(Dictionary& one, const Answer& answer, const Viewer& viewer) {
    const auto& words = viewer.words;
    put(one, "KIND", kind_words(answer.kind, words));
    put(one, "TO", answer.channel == AnswerChannel::edi ? words.at("ui.by_edi") : answer.recipient);
    put(one, "IN_LANGUAGE", words.at_or(cat("language.", answer.language), answer.language));
    for (const auto& deviation : answer.deviations)
        fill_deviation(*one.AddSectionDictionary("DEVIATION"), answer, deviation, words);
    for (const auto& question : answer.questions) {
        auto& asked = *one.AddSectionDictionary("ASKED");
        put(asked, "WORDS",
            !question.free_text.empty() ? question.free_text : check_words(question.check, words));
    }
    for (const auto& line : answer.lines) {
        auto& row = *one.AddSectionDictionary("ANSWER_LINE");
        put(row, "NUMBER",
            line.buyer_line.empty() ? std::to_string(line.index + 1) : line.buyer_line);
        put(row, "ITEM", line.sku);
        put(row, "QUANTITY", format_quantity(line.quantity, line.unit, words));
        put(row, "PRICE", format_money(line.price, answer.currency, words));
        put(row, "AMOUNT", format_money(line.amount, answer.currency, words));
        put(row, "DATE", line.promised ? format_day(*line.promised, words) : std::string{});
    }
    if (!answer.lines.empty()) put_if(one, "NET", format_money(answer.net, answer.currency, words));
    if (answer.answer_by) put_if(one, "ANSWER_BY", format_day(*answer.answer_by, words));
}

std::string date_words(const DateSpec& date, const Strings& words) {
    const auto start = day_words(date.start, words), end = day_words(date.end, words);
    switch (date.kind) {
    case DateKind::on:
        return date.time ? cat(start, " ", *date.time) : start;
    case DateKind::by:
        return words.fill("date.by", {{"day", end.empty() ? start : end}});
    case DateKind::not_before:
        return words.fill("date.not_before", {{"day", start}});
    case DateKind::window:
    case DateKind::week:
        return cat(start, " – ", end);
    case DateKind::asap:
        return words.at("date.asap");
    case DateKind::none:
        return date.raw;
    }
    return date.raw;
}

OrderMarks add_order_marks(const Order& order, SourceMarks& marks) {
    const auto place_of = [](const auto& value) { return value ? value->place : Place{}; };
    OrderMarks places;
    places.number = marks.add(order.buyer_order_place);
    places.ship_to = marks.add(order.ship_to_place);
    places.requested = marks.add(place_of(order.requested));
    for (const auto& line : order.lines)
        places.lines.push_back({marks.add(line.item_place), marks.add(place_of(line.quantity)),
                                marks.add(place_of(line.price)),
                                marks.add(place_of(line.requested))});
    return places;
}

std::string format_validity(const Agreement& agreed, const Strings& words) {
    return cat(format_day(agreed.valid_from, words), " – ",
               agreed.valid_to ? format_day(*agreed.valid_to, words) : std::string("…"));
}

void fill_customer(Dictionary& page, const Order& order, const Strings& words) {
    const auto& name = order.customer_name;
    if (order.customer_no.empty())
        return put_if(page, "NOBODY", name.empty() ? words.at("ui.unknown_customer") : name);
    auto& customer = *page.AddSectionDictionary("CUSTOMER");
    put(customer, "URL", customer_address(order.customer_no));
    put(customer, "NAME", name.empty() ? order.customer_no : name);
}

void fill_order(Dictionary& page, const Viewer& viewer, const CaseView& view,
                const SourceMarks& marks, const OrderMarks& places) {
    const auto& words = viewer.words;
    const auto& the_case = view.the_case;
    const auto& order = the_case.order;
    fill_customer(page, order, words);
    put_if(page, "CUSTOMER_NO", order.customer_no);
    put_if(page, "IDENTIFIED_BY", order.identified_by);
    put_value(page, "ORDER_NO",
              order.buyer_order_no.empty() ? words.at("ui.none") : order.buyer_order_no, marks,
              places.number);
    put_if(
        page, "ORDER_DATE",
        day_words(order.order_date ? std::optional(order.order_date->substr(0, 10)) : std::nullopt,
                  words));
    put_value(page, "SHIP_TO", order.ship_to_text.empty() ? order.ship_to_id : order.ship_to_text,
              marks, places.ship_to);
    put_value(page, "REQUESTED",
              order.requested ? date_words(order.requested->value, words) : words.at("ui.none"),
              marks, places.requested);
    put(page, "NET",
        the_case.net.is_zero() ? "" : format_money(the_case.net, order.currency, words));
    put_if(page, "STATED_TOTAL",
           order.stated_total ? format_money(order.stated_total->value, order.currency, words)
                              : "");
    for (const auto& correction : the_case.corrections) {
        auto& one = *page.AddSectionDictionary("CORRECTION");
        put(one, "FIELD", words.at(cat("field.", correction.field)));
        put_if(one, "LINE",
               correction.line
                   ? words.fill("ui.line_n", {{"n", std::to_string(*correction.line + 1)}})
                   : "");
        put(one, "VALUE", format_value(correction.value, words));
        put(one, "BY", correction.actor);
    }
    auto& table = *page.AddSectionDictionary(order.lines.empty() ? "NO_LINES" : "LINES");
    for (std::size_t i = 0; i < order.lines.size(); ++i)
        fill_line(*table.AddSectionDictionary("LINE"), viewer, the_case, order.lines[i], marks,
                  places.lines[i]);
}

void fill_preview(Dictionary& page, const Viewer& viewer, const CaseView& view) {
    for (const auto& answer : view.preview)
        fill_answer(*page.AddSectionDictionary("PREVIEW"), answer, viewer);
    const auto open = std::ranges::count_if(view.the_case.findings, is_open);
    if (view.preview.empty() && !view.preview_refused.empty()) {
        auto& refused = *page.AddSectionDictionary("NO_PREVIEW");
        if (open > 0)
            put_if(refused, "STILL_OPEN",
                   viewer.words.fill("ui.after_n_open", {{"n", std::to_string(open)}}));
        else
            put_if(refused, "BECAUSE", view.preview_refused);
    }
    // The same reason may hold on two counts; a person reads it once.
    std::set<std::string> told;
    for (const auto& reason : view.four_eyes)
        if (const auto text = four_eyes_words(reason, viewer.words); told.insert(text).second)
            put(*page.AddSectionDictionary("FOUR_EYES"), "WORDS", text);
}

void fill_history(Dictionary& page, const Viewer& viewer, const CaseView& view) {
    const auto& words = viewer.words;
    for (const auto& event : view.events) {
        auto& one = *page.AddSectionDictionary("EVENT");
        put(one, "AT", format_moment(event.at, viewer.zone, words));
        put(one, "WORDS", event_words(event.step, words));
        put(one, "BY", event.step.actor);
        put_if(one, "WHY", reason_words(event.step, words));
    }
    for (const auto& row : view.outbox) {
        auto& one = *page.AddSectionDictionary("SENT");
        put(one, "KIND", kind_words(row.answer.kind, words));
        put(one, "TO", row.recipient);
        put(one, "STATE", outbox_words(row.state, words));
        put_if(one, "REPLY", row.last_reply);
    }
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "web/order_actions.hpp"

#include "base/text.hpp"
#include "web/format.hpp"
#include "web/order_view.hpp"
#include "web/orders_page.hpp"
#include "web/whole_number.hpp"

#include <algorithm>

namespace besteld {

namespace {

DeskRefused bad_value(const std::string& typed) {
    return {"bad_value", cat("'", typed, "'")};
}

// Each line has its own two fields; what is left empty stays as it was confirmed.
std::expected<std::vector<NewPromise>, DeskRefused> promises_typed(const HttpRequest& form,
                                                                   const Strings& words) {
    std::vector<NewPromise> promises;
    const auto range = form.form.equal_range("line");
    for (auto it = range.first; it != range.second; ++it) {
        const auto line = whole<std::uint32_t>(it->second);
        if (!line) return std::unexpected(bad_value(it->second));
        NewPromise promise{.line = *line, .date = {}, .quantity = {}};
        const auto date = std::string(trim(form.field(cat("date", *line))));
        const auto quantity = std::string(trim(form.field(cat("quantity", *line))));
        if (!date.empty()) {
            const auto iso = day_typed(date);
            if (!iso) return std::unexpected(bad_value(date));
            promise.date = parse_iso_date(*iso);
        }
        if (!quantity.empty()) {
            const auto plain = number_typed(quantity, words.language());
            const auto number = plain ? Decimal::parse(*plain) : Decimal::parse("");
            if (!number) return std::unexpected(bad_value(quantity));
            promise.quantity = *number;
        }
        if (promise.date || promise.quantity) promises.push_back(promise);
    }
    return promises;
}

std::optional<DeskRefused> told(const std::expected<std::int64_t, DeskRefused>& done) {
    if (done) return std::nullopt;
    return done.error();
}

std::vector<std::string> numbers_typed(const std::string& text) {
    std::vector<std::string> numbers;
    for (const auto piece : split(text, ','))
        if (!trim(piece).empty()) numbers.emplace_back(trim(piece));
    return numbers;
}

} // namespace

std::optional<DeskRefused> act_on_order(const OrderDoors& doors, const Viewer& viewer,
                                        std::int64_t case_id, const std::string& verb,
                                        const HttpRequest& form) {
    const auto version = whole<std::int64_t>(form.field("version"));
    if (!version) return DeskRefused{"changed_meanwhile", "the form names no version"};
    const DeskAction action{
        .case_id = case_id, .version = *version, .user = viewer.user, .now = viewer.now};
    if (verb == "note") return doors.actions.note(action, form.field("text"));
    if (verb == "resend") return doors.actions.resend(action);
    if (verb == "status") return doors.actions.tell_status(action);
    if (verb == "take_back")
        return doors.actions.take_back(action,
                                       whole<std::int64_t>(form.field("answer")).value_or(0));
    if (verb == "cancel") return told(doors.desk.cancel_order(action, form.field("reason")));
    if (verb == "promise") {
        auto promises = promises_typed(form, viewer.words);
        if (!promises) return promises.error();
        return told(doors.desk.break_promise(action, std::move(*promises), form.field("reason")));
    }
    if (verb == "register") return doors.service.register_complaint(action);
    if (verb == "answer") return doors.service.answer(action, numbers_typed(form.field("numbers")));
    return DeskRefused{"not_found", "there is no such action"};
}

void fill_order_actions(Dictionary& page, const Viewer& viewer, const OrderLife& life) {
    const auto& c = life.the_case;
    const auto& words = viewer.words;
    if (!may_act(viewer.user.role)) return say_look_only(page, viewer);
    if (c.state == OrderState::archived) return;
    auto& actions = *page.AddSectionDictionary("ACTIONS");
    put(actions, "VERSION", c.version);
    for (const auto& [name, verb] : {std::pair{"ACTION_NOTE", "note"},
                                     {"ACTION_RESEND", "resend"},
                                     {"ACTION_STATUS", "status"},
                                     {"ACTION_TAKE_BACK", "take_back"},
                                     {"ACTION_CANCEL", "cancel"},
                                     {"ACTION_PROMISE", "promise"},
                                     {"ACTION_REGISTER", "register"},
                                     {"ACTION_ANSWER", "answer"}})
        put(actions, name, cat(order_address(c.id), "/", verb));
    const bool waits = std::ranges::any_of(
        life.answers, [&](const OutboxRow& row) { return can_be_taken_back(row, viewer.now); });
    for (const auto& row : life.answers) {
        if (!can_be_taken_back(row, viewer.now)) continue;
        auto& one = *actions.AddSectionDictionary("UNDO");
        put(one, "ANSWER", row.id);
        put(one, "KIND", kind_words(row.answer.kind, words));
        put(one, "AT", format_moment(*row.next_attempt_at, viewer.zone, words));
        break; // its other ways go with it
    }
    show(actions, "MAY_RESEND", shown_if(!waits && can_be_resent(life.answers)));
    show(actions, "MAY_TELL",
         shown_if(!waits && life.kind == "order" && !c.order.customer_no.empty()));
    const auto possible = [&](OrderEvent event) {
        return next(c.state, event,
                    {.role = viewer.user.role, .has_official_number = !c.official_no.empty()})
            .has_value();
    };
    show(actions, "MAY_CANCEL",
         shown_if(is_lead(viewer.user.role) && life.kind == "order" &&
                  possible(OrderEvent::cancelled_by_seller)));
    const bool in_question = c.state == OrderState::in_review;
    show(actions, "MAY_REGISTER",
         shown_if(in_question && life.kind != "order" && life.kind != "change" &&
                  life.complaints.empty()));
    show(actions, "MAY_ANSWER", shown_if(in_question && life.kind == "status"));
    if (!life.fulfilment || !possible(OrderEvent::promise_broken)) return;
    auto& promise = *actions.AddSectionDictionary("MAY_PROMISE");
    for (const auto& line : life.fulfilment->lines) {
        if (line.open().is_zero()) continue;
        auto& one = *promise.AddSectionDictionary("PROMISE_LINE");
        put(one, "LINE", std::int64_t{line.line});
        put(one, "DATE_NAME", cat("date", line.line));
        put(one, "QUANTITY_NAME", cat("quantity", line.line));
        put(one, "WORDS",
            cat(line.buyer_line.empty() ? std::to_string(line.line + 1) : line.buyer_line, " · ",
                line.sku));
        put(one, "QUANTITY_NOW", format_quantity(line.confirmed, line.unit, words));
        put(one, "DATE_NOW", line.next_date() ? format_day(*line.next_date(), words) : "");
    }
}

} // namespace besteld

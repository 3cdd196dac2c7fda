// SPDX-License-Identifier: Apache-2.0
#include "web/complaint_pages.hpp"

#include "base/text.hpp"
#include "web/event_words.hpp"
#include "web/format.hpp"
#include "web/order_view.hpp"
#include "web/orders_page.hpp"
#include "web/whole_number.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr std::string_view all_of_them = "/complaints";
constexpr std::string_view below = "/complaint/";
constexpr ComplaintState states[] = {ComplaintState::registered, ComplaintState::passed_on,
                                     ComplaintState::closed};
constexpr ComplaintCause causes[] = {ComplaintCause::transport, ComplaintCause::quality,
                                     ComplaintCause::quantity,  ComplaintCause::price,
                                     ComplaintCause::late,      ComplaintCause::order_entry,
                                     ComplaintCause::unknown};

std::string words_of(ComplaintCause cause, const Strings& words) {
    return words.at(cat("cause.", name_of(cause)));
}

std::string words_of(ComplaintState state, const Strings& words) {
    return words.at(cat("complaint_state.", name_of(state)));
}

bool is_late(const Complaint& c, const Viewer& viewer) {
    return c.state != ComplaintState::closed && c.due < viewer.zone.date_of(viewer.now);
}

std::string line_words(const ComplaintLine& line, const Strings& words) {
    return cat(line.sku, line.quantity.is_zero()
                             ? ""
                             : cat(" ", format_quantity(line.quantity, line.unit, words)));
}

void fill_row(Dictionary& one, const Viewer& viewer, const Complaint& c) {
    const auto& words = viewer.words;
    put(one, "URL", complaint_address(c.number));
    put(one, "NUMBER", c.number);
    put(one, "CUSTOMER", c.customer_name.empty() ? c.customer_no : c.customer_name);
    put(one, "CUSTOMER_NO", c.customer_no);
    put(one, "CAUSE", words_of(c.cause, words));
    std::vector<std::string> lines;
    for (const auto& line : c.lines)
        lines.push_back(line_words(line, words));
    put(one, "LINES", join(lines, ", "));
    put(one, "OWNER", c.owner.empty() ? words.at("ui.nobody_yet") : c.owner);
    put(one, "DUE", format_day(c.due, words));
    show(one, "LATE", shown_if(is_late(c, viewer)));
    put(one, "AGE", format_age(viewer.now - c.registered_at, words));
    put(one, "STATE_WORDS", words_of(c.state, words));
}

void fill_actions(Dictionary& page, const Viewer& viewer, const ComplaintView& view) {
    const auto& words = viewer.words;
    const auto& c = view.complaint;
    if (!may_act(viewer.user.role)) return say_look_only(page, viewer);
    if (c.state == ComplaintState::closed) return;
    auto& actions = *page.AddSectionDictionary("ACTIONS");
    put(actions, "VERSION", c.version);
    const auto action = [&](const char* name, std::string_view verb) {
        put(actions, name, cat(complaint_address(c.number), "/", verb));
    };
    action("ACTION_ASSIGN", "assign");
    action("ACTION_CAUSE", "cause");
    action("ACTION_LINK", "link");
    action("ACTION_CONFIRM", "confirm");
    action("ACTION_REPLACE", "replace");
    action("ACTION_NOTE", "note");
    action("ACTION_CLOSE", "close");
    put(actions, "OWNER_NOW", c.owner);
    put(actions, "ORDER_NOW",
        !view.order                       ? ""
        : view.order->official_no.empty() ? view.order->case_no
                                          : view.order->official_no);
    for (const auto cause : causes) {
        auto& one = *actions.AddSectionDictionary("CAUSE_CHOICE");
        put(one, "VALUE", name_of(cause));
        put(one, "WORDS", words_of(cause, words));
        show(one, "CHOSEN", shown_if(c.cause == cause));
    }
    const bool receipted = std::ranges::any_of(view.outbox, [](const OutboxRow& row) {
        return row.answer.kind == AnswerKind::complaint_receipt;
    });
    show(actions, "MAY_CONFIRM", shown_if(!receipted));
    const bool counted = std::ranges::any_of(
        c.lines, [](const ComplaintLine& line) { return !line.quantity.is_zero(); });
    show(actions, "MAY_REPLACE", shown_if(c.order_id != 0 && counted));
}

void fill_story(Dictionary& page, const Viewer& viewer, const ComplaintView& view) {
    for (const auto& event : view.events) {
        auto& one = *page.AddSectionDictionary("MOMENT");
        put(one, "AT", format_moment(event.at, viewer.zone, viewer.words));
        put(one, "WORDS", event_words(event.step, viewer.words));
        put_if(one, "WHO", event.step.actor);
        put_if(one, "WHY", reason_words(event.step, viewer.words));
    }
    for (const auto& row : view.outbox) {
        auto& one = *page.AddSectionDictionary("TOLD");
        put(one, "URL", cat(order_address(view.the_case.id), "/answer/", row.id));
        put(one, "KIND", kind_words(row.answer.kind, viewer.words));
        put(one, "TO", row.recipient);
        put(one, "STATE", outbox_words(row.state, viewer.words));
    }
}

// "1, 3" as a person counts them; nothing when it is no list of numbers.
std::optional<std::vector<std::uint32_t>> lines_typed(const std::string& text) {
    std::vector<std::uint32_t> lines;
    for (const auto piece : split(text, ',')) {
        if (trim(piece).empty()) continue;
        const auto line = whole<std::uint32_t>(trim(piece));
        if (!line || *line == 0) return std::nullopt;
        lines.push_back(*line - 1);
    }
    return lines;
}

} // namespace

void fill_complaint(Dictionary& one, const Complaint& complaint, const Strings& words) {
    put(one, "URL", complaint_address(complaint.number));
    put(one, "NUMBER", complaint.number);
    put(one, "CAUSE", words_of(complaint.cause, words));
    put(one, "STATE", words_of(complaint.state, words));
    put(one, "DUE", format_day(complaint.due, words));
}

std::string complaint_address(const std::string& number) {
    return cat(below, percent_encode(number));
}

ComplaintPages::ComplaintPages(Store& store, const FlowSettings& flow, const Pages& pages)
    : desk_(store, flow), pages_(pages) {}

bool ComplaintPages::has(const std::string& path) {
    return path == all_of_them || path.starts_with(below);
}

std::expected<HttpResponse, DeskRefused> ComplaintPages::get(const HttpRequest& request,
                                                             const Viewer& viewer) {
    HttpResponse response;
    if (request.path == all_of_them) {
        response.body = list(request, viewer);
        return response;
    }
    const auto view = desk_.open(request.path.substr(below.size()));
    if (!view) return std::unexpected(view.error());
    response.body = one(*view, viewer);
    return response;
}

std::string ComplaintPages::list(const HttpRequest& request, const Viewer& viewer) {
    const auto asked = filter_of(request.query);
    ComplaintFilter filter{.customer = asked.customer};
    if (complaint_state_by_name(asked.state)) filter.state = asked.state;
    filter.after_id = whole<std::int64_t>(request.asked("after")).value_or(0);
    filter.limit = rows_per_page + 1;
    auto rows = desk_.complaints(filter);
    const auto query = query_of({.customer = filter.customer, .state = filter.state});
    Dictionary page("complaints");
    fill_frame(page, viewer, viewer.words.at("ui.complaints"));
    put(page, "CUSTOMER_NO", filter.customer);
    for (const auto state : states) {
        auto& choice = *page.AddSectionDictionary("STATE_CHOICE");
        put(choice, "VALUE", name_of(state));
        put(choice, "WORDS", words_of(state, viewer.words));
        show(choice, "CHOSEN", shown_if(filter.state == name_of(state)));
    }
    show(page, "FILTERED", shown_if(!query.empty()));
    if (std::ssize(rows) > rows_per_page) {
        rows.resize(rows_per_page);
        put_if(page, "NEXT",
               cat(all_of_them, "?", query, query.empty() ? "" : "&", "after=", rows.back().id));
    }
    if (filter.after_id != 0) put_if(page, "FIRST", cat(all_of_them, "?", query));
    show(page, "EMPTY", shown_if(rows.empty()));
    auto& table = *page.AddSectionDictionary(rows.empty() ? "NO_TABLE" : "TABLE");
    for (const auto& row : rows)
        fill_row(*table.AddSectionDictionary("ROW"), viewer, row);
    return pages_.render("complaints", viewer.words, page);
}

std::string ComplaintPages::one(const ComplaintView& view, const Viewer& viewer) {
    const auto& words = viewer.words;
    const auto& c = view.complaint;
    Dictionary page("complaint");
    fill_frame(page, viewer, cat(c.number, " · ", c.customer_name));
    fill_row(page, viewer, c);
    show(page, "SUGGESTED", shown_if(c.cause_by.empty()));
    put_if(page, "CAUSE_BY", c.cause_by);
    put(page, "REGISTERED", format_moment(c.registered_at, viewer.zone, words));
    put(page, "CASE_URL", order_address(c.case_id));
    put(page, "CASE_NO", view.the_case.case_no);
    if (view.order) {
        auto& order = *page.AddSectionDictionary("ORDER");
        const auto& o = *view.order;
        put(order, "URL", order_address(o.id));
        put(order, "ORDER_NO", title_of(o));
        put(order, "OFFICIAL_NO", o.official_no);
    } else {
        page.AddSectionDictionary("NO_ORDER");
    }
    for (const auto& said : c.said)
        put(*page.AddSectionDictionary("SAID"), "WORDS", said);
    for (const auto& line : c.lines) {
        auto& row = *page.AddSectionDictionary("LINE");
        put(row, "NUMBER", std::int64_t{line.line} + 1);
        put(row, "ITEM", line.sku);
        put(row, "NAME", line.name);
        put(row, "QUANTITY",
            line.quantity.is_zero() ? "" : format_quantity(line.quantity, line.unit, words));
    }
    if (c.state == ComplaintState::closed) {
        auto& closed = *page.AddSectionDictionary("CLOSED");
        put(closed, "OUTCOME", c.outcome);
        put(closed, "BY", c.closed_by);
        put(closed, "AT", c.closed_at ? format_moment(*c.closed_at, viewer.zone, words) : "");
    }
    fill_actions(page, viewer, view);
    fill_story(page, viewer, view);
    return pages_.render("complaint", words, page);
}

std::expected<std::string, DeskRefused> ComplaintPages::post(const HttpRequest& request,
                                                             const Viewer& viewer) {
    const auto rest = request.path.substr(below.size());
    const auto slash = rest.find('/');
    const auto verb = slash == std::string::npos ? std::string{} : rest.substr(slash + 1);
    const ServiceAction action{.number = rest.substr(0, slash),
                               .version = whole<std::int64_t>(request.field("version")).value_or(0),
                               .user = viewer.user,
                               .now = viewer.now};
    std::optional<DeskRefused> refused;
    if (verb == "assign") {
        refused = desk_.assign(action, std::string(trim(request.field("owner"))));
    } else if (verb == "cause") {
        refused = desk_.name_cause(action, request.field("cause"));
    } else if (verb == "link") {
        const auto lines = lines_typed(request.field("lines"));
        refused = lines ? desk_.link(action, std::string(trim(request.field("order"))), *lines)
                        : DeskRefused{"bad_value", cat("'", request.field("lines"), "'")};
    } else if (verb == "confirm") {
        refused = desk_.confirm(action);
    } else if (verb == "note") {
        refused = desk_.note(action, request.field("text"));
    } else if (verb == "close") {
        refused = desk_.close(action, request.field("outcome"));
    } else if (verb == "replace") {
        if (const auto drafted = desk_.replace(action); !drafted) refused = drafted.error();
    } else {
        refused = DeskRefused{"not_found", "there is no such action"};
    }
    if (refused) return std::unexpected(std::move(*refused));
    return complaint_address(action.number);
}

} // namespace besteld

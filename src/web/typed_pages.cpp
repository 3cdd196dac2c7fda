// SPDX-License-Identifier: Apache-2.0
#include "web/typed_pages.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "desk/refusals.hpp"
#include "order/totals.hpp"
#include "web/finding_view.hpp"
#include "web/format.hpp"
#include "web/orders_page.hpp"
#include "web/whole_number.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr std::size_t rows_shown = 10; // at least; blank ones below what is typed
constexpr std::size_t rows_spare = 3;
constexpr int candidates_shown = 8;
constexpr int last_orders_shown = 5;

// What a line says when nothing is wrong: the article and what was agreed for it.
struct SeenLine {
    std::string item;
    std::string agreed;
    std::optional<Decimal> amount;
};

SeenLine seen(const OrderLine& line, const Judgement& judgement, const Viewer& viewer) {
    SeenLine shown{.item = line.sku.empty() ? std::string{} : cat(line.sku, " ", line.item_name)};
    if (line.sku.empty() || !line.quantity_stock) return shown;
    const auto today = viewer.zone.date_of(viewer.now);
    const auto agreed = agreed_price(judgement.terms, line.sku, *line.quantity_stock,
                                     judgement.order.currency, today);
    if (!agreed) return shown;
    shown.agreed =
        cat(format_quantity(*line.quantity_stock, line.stock_unit, viewer.words), " × ",
            format_money(agreed->per_stock_unit, judgement.order.currency, viewer.words));
    if (const auto amount =
            in_range(*line.quantity_stock, agreed->per_stock_unit, Decimal{1}, Decimal::places))
        shown.amount = *amount;
    return shown;
}

void fill_finding(Dictionary& one, const Finding& finding, const Strings& words) {
    put(one, "CHECK", check_words(name_of(finding.check), words));
    put_if(one, "ORDERED", ordered_words(finding, words));
    put_if(one, "AGREED", agreed_words(finding, words));
}

void fill_ways(Dictionary& page, const std::string& chosen, const Strings& words) {
    for (const auto by : every_taken_by) {
        auto& one = *page.AddSectionDictionary("BY_CHOICE");
        put(one, "VALUE", name_of(by));
        put(one, "WORDS", words.at(cat("typed.", name_of(by))));
        show(one, "CHOSEN", shown_if(name_of(by) == chosen));
    }
}

void fill_ship_tos(Dictionary& page, const std::vector<ShipTo>& ship_tos,
                   const std::string& chosen) {
    for (const auto& ship_to : ship_tos) {
        auto& one = *page.AddSectionDictionary("SHIP_TO_CHOICE");
        put(one, "VALUE", ship_to.id);
        put(one, "WORDS",
            cat(ship_to.name, ", ", ship_to.street, " ", ship_to.house_no, ", ", ship_to.postcode,
                " ", ship_to.city));
        show(one, "CHOSEN", shown_if(ship_to.id == chosen));
    }
}

Dictionary& add_row(Dictionary& page, const TypedRow& row, std::size_t number) {
    auto& one = *page.AddSectionDictionary("ROW");
    put(one, "N", static_cast<std::int64_t>(number));
    put(one, "ITEM", row.item);
    put(one, "QUANTITY", row.quantity);
    put(one, "UNIT", row.unit);
    put(one, "PRICE", row.price);
    put(one, "DATE", row.requested);
    put(one, "REMARK", row.note);
    return one;
}

} // namespace

bool TypedPages::has(const std::string& path) {
    return path == "/typed" || path == "/typed/check";
}

std::expected<HttpResponse, DeskRefused> TypedPages::get(const HttpRequest& request,
                                                         const Viewer& viewer) {
    if (request.path != "/typed") return refuse("not_found", "");
    TypedForm form{.customer = request.asked("customer")};
    if (const auto again = request.asked("again"); !again.empty()) {
        const auto order = desk_.again(whole<std::int64_t>(again).value_or(0));
        if (!order) return std::unexpected(order.error());
        form = typed_form_of(*order, viewer.words);
    }
    form.once = random_hex(16);
    return page(std::move(form), viewer);
}

HttpResponse TypedPages::check(const HttpRequest& request, const Viewer& viewer) {
    return page(typed_form_of(request), viewer);
}

TypedPages::Taken TypedPages::take(const HttpRequest& request, const Viewer& viewer) {
    auto form = typed_form_of(request);
    const auto taken = take_form(form, viewer);
    if (!taken) return {page(std::move(form), viewer, &taken.error())};
    return {HttpResponse::redirect(cat("/case/", *taken)), true};
}

std::expected<std::int64_t, DeskRefused> TypedPages::take_form(TypedForm& form,
                                                               const Viewer& viewer) {
    if (form.rows.size() > most_typed_rows) return refuse("too_many_lines", "");
    if (form.once.size() != 32) return refuse("form_token", "the form has no number of its own");
    auto order = typed_order_of(form, viewer.words);
    if (has_fault(form)) return refuse("bad_value", "");
    return desk_.take(std::move(order), viewer.user, viewer.now);
}

// A beginning of his name that fits one customer only is that customer; he is shown with his name.
void TypedPages::fill_customer(Dictionary& page, TypedForm& form) {
    const auto typed = std::string(trim(form.customer));
    if (typed.empty()) return;
    const auto found = desk_.customers(typed, candidates_shown + 1);
    if (found.empty()) return put_if(page, "UNKNOWN_CUSTOMER", typed);
    if (found.size() == 1) {
        form.customer = found.front().no;
        return put_if(page, "CUSTOMER_NAME", found.front().name);
    }
    auto& choice = *page.AddSectionDictionary("WHICH_CUSTOMER");
    for (const auto& one : found) {
        auto& candidate = *choice.AddSectionDictionary("CANDIDATE");
        put(candidate, "NO", one.no);
        put(candidate, "NAME", one.name);
    }
}

void TypedPages::fill_rows(Dictionary& page, const TypedForm& form, const TypedOrder& order,
                           const Judgement& judgement, const Viewer& viewer) {
    const auto& words = viewer.words;
    std::vector<const Finding*> of_order;
    std::vector<std::vector<const Finding*>> of_line(order.lines.size());
    std::int64_t open = 0;
    for (const auto& finding : judgement.findings) {
        if (!is_open(finding) || finding.severity == FindingSeverity::info) continue;
        ++open;
        const bool here = finding.line && *finding.line < of_line.size();
        (here ? of_line[*finding.line] : of_order).push_back(&finding);
    }
    Decimal total;
    std::size_t line = 0, number = 0;
    for (const auto& row : form.rows) {
        auto& shown = add_row(page, row, ++number);
        if (row.is_blank()) continue;
        put_if(shown, "FAULT", row.fault);
        if (line < judgement.order.lines.size()) { // one for each row that is not blank
            const auto what = seen(judgement.order.lines[line], judgement, viewer);
            put_if(shown, "SEEN", what.item);
            put_if(shown, "AT", what.agreed);
            if (what.amount) total += *what.amount;
        }
        if (line < of_line.size())
            for (const auto* finding : of_line[line])
                fill_finding(*shown.AddSectionDictionary("FINDING"), *finding, words);
        ++line;
    }
    for (const auto* finding : of_order)
        fill_finding(*page.AddSectionDictionary("OF_ORDER"), *finding, words);
    if (order.lines.empty()) return;
    auto& sum = *page.AddSectionDictionary("OPEN");
    put(sum, "OPEN",
        open == 0 ? words.at("typed.nothing_open")
                  : words.fill("ui.n_open", {{"n", std::to_string(open)}}));
    put(sum, "TOTAL", format_money(total, judgement.order.currency, words));
}

HttpResponse TypedPages::page(TypedForm form, const Viewer& viewer, const DeskRefused* refused) {
    Dictionary page("typed");
    fill_frame(page, viewer, viewer.words.at("typed.title"));
    fill_customer(page, form);
    auto order = typed_order_of(form, viewer.words);
    order.login = viewer.user.login;
    const auto blanks = std::max(rows_shown, order.lines.size() + rows_spare);
    std::erase_if(form.rows, &TypedRow::is_blank);
    form.rows.resize(std::min(std::max(blanks, form.rows.size()), most_typed_rows));
    put(page, "ONCE", form.once);
    put(page, "CUSTOMER", form.customer);
    put(page, "CALLER", form.caller);
    put(page, "NUMBER", form.order_number);
    put(page, "REQUESTED", form.requested);
    put(page, "NOTE", form.note);
    put_if(page, "HEAD_FAULT", form.fault);
    fill_ways(page, form.by, viewer.words);
    const auto judgement = desk_.check(order, viewer.now);
    fill_ship_tos(page, judgement.terms.ship_tos, form.ship_to);
    fill_rows(page, form, order, judgement, viewer);
    fill_last_orders(page, order.customer_no, viewer);
    if (refused)
        put_if(page, "REFUSED", viewer.words.at_or(cat("refused.", refused->code), refused->text));
    return HttpResponse::page(pages_.render("typed", viewer.words, page), refused ? 422 : 200);
}

void TypedPages::fill_last_orders(Dictionary& page, const std::string& customer_no,
                                  const Viewer& viewer) {
    const auto orders = desk_.last_orders(customer_no, last_orders_shown);
    if (orders.empty()) return;
    auto& list = *page.AddSectionDictionary("LAST_ORDERS");
    for (const auto& last : orders) {
        auto& one = *list.AddSectionDictionary("LAST");
        put(one, "URL", cat("/typed?again=", last.case_id));
        put(one, "ORDER", calling_number(last));
        put(one, "RECEIVED", format_moment(last.received_at, viewer.zone, viewer.words));
        put(one, "NET",
            last.net.is_zero() ? "" : format_money(last.net, last.currency, viewer.words));
    }
}

} // namespace besteld

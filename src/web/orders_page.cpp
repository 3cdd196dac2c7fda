// SPDX-License-Identifier: Apache-2.0
#include "web/orders_page.hpp"

#include "base/text.hpp"
#include "web/format.hpp"
#include "web/whole_number.hpp"

namespace besteld {

namespace {

OrderQuery query_asked(const HttpRequest& request) {
    const auto filter = filter_of(request.query);
    OrderQuery query{.text = filter.text, .customer = filter.customer};
    query.limit = rows_per_page + 1; // one more tells whether there is another
    query.before = whole<std::int64_t>(request.asked("before")).value_or(0);
    return query;
}

std::string address_of(const OrderQuery& query, std::int64_t before) {
    const auto filter = query_of({.text = query.text, .customer = query.customer});
    return cat("/orders", filter.empty() && before == 0 ? "" : "?", filter,
               before == 0 ? "" : cat(filter.empty() ? "" : "&", "before=", before));
}

} // namespace

std::string class_words(const std::string& kind, const Strings& words) {
    return words.at(cat("class.", kind.empty() ? "other" : kind));
}

std::string calling_number(const OrderSummary& order) {
    if (!order.buyer_order_no.empty()) return order.buyer_order_no;
    return order.official_no.empty() ? order.case_no : order.official_no;
}

std::string order_address(std::int64_t case_id) {
    return cat("/order/", case_id);
}

void fill_order_row(Dictionary& one, const Viewer& viewer, const OrderSummary& order) {
    const auto& words = viewer.words;
    put(one, "URL", order_address(order.case_id));
    put(one, "ORDER", calling_number(order));
    put(one, "CUSTOMER",
        order.customer_name.empty() ? words.at("ui.unknown_customer") : order.customer_name);
    put(one, "CUSTOMER_NO", order.customer_no);
    put(one, "OFFICIAL_NO", order.official_no);
    put(one, "CASE_NO", order.case_no);
    if (order.kind != "order") put_if(one, "KIND", class_words(order.kind, words));
    put(one, "STATE_WORDS", state_words(order.state, words));
    put(one, "NET", order.net.is_zero() ? "" : format_money(order.net, order.currency, words));
    put(one, "RECEIVED", format_moment(order.received_at, viewer.zone, words));
    put(one, "CHANNEL", order.channel);
}

std::string orders_page(const Pages& pages, const Viewer& viewer, OrderDesk& desk,
                        const HttpRequest& request) {
    const auto query = query_asked(request);
    auto rows = desk.find(query);
    Dictionary page("orders");
    fill_frame(page, viewer, viewer.words.at("ui.orders"));
    put(page, "TEXT", query.text);
    put(page, "CUSTOMER_NO", query.customer);
    show(page, "FILTERED", shown_if(!query.text.empty() || !query.customer.empty()));
    if (std::ssize(rows) > rows_per_page) {
        rows.resize(rows_per_page);
        put_if(page, "NEXT", address_of(query, rows.back().case_id));
    }
    if (query.before != 0) put_if(page, "FIRST", address_of(query, 0));
    show(page, "EMPTY", shown_if(rows.empty()));
    auto& table = *page.AddSectionDictionary(rows.empty() ? "NO_TABLE" : "TABLE");
    for (const auto& row : rows)
        fill_order_row(*table.AddSectionDictionary("ROW"), viewer, row);
    return pages.render("orders", viewer.words, page);
}

} // namespace besteld

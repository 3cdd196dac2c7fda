// SPDX-License-Identifier: Apache-2.0

// Accepted orders and those from before this program, as a new order is compared with them. Every
// query walks the index of one customer and is bounded by time or number.
#include "base/text.hpp"
#include "store/acceptances.hpp"
#include "store/row_lists.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr std::chrono::days year{365};
constexpr std::size_t recent = 12;        // orders and quantities that count as usual
constexpr std::int64_t most_orders = 500; // who has more is known well enough

struct PastOrder {
    Date day{};
    std::string currency;
    Decimal net{};
};

// Newest first.
std::vector<PastOrder> past_orders(Session& session, const std::string& customer_no) {
    std::vector<PastOrder> orders;
    const auto own = session.execute(cat("SELECT day, currency, net FROM accepted_order "
                                         "WHERE customer_no = $1 ORDER BY day DESC LIMIT ",
                                         most_orders),
                                     {value(customer_no)});
    const auto before = session.execute(
        cat("SELECT ordered_on, max(currency), CAST(sum(net) AS BIGINT) FROM order_history "
            "WHERE customer = $1 GROUP BY ordered_on, order_no ORDER BY ordered_on DESC LIMIT ",
            most_orders),
        {value(customer_no)});
    for (const auto* found : {&own, &before})
        for (const auto& row : found->rows)
            orders.push_back({row.date(0), row.text(1), row.decimal(2)});
    std::ranges::sort(orders, std::ranges::greater{}, &PastOrder::day);
    return orders;
}

// Of an even number the lower of the two in the middle: no value that never was.
std::optional<Decimal> median(std::vector<Decimal> values) {
    if (values.empty()) return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

void add_values(const std::vector<PastOrder>& orders, const HistoryQuery& query, History& history) {
    std::vector<Decimal> last;
    for (const auto& order : orders) {
        if (order.currency != query.currency) continue;
        if (last.size() < recent) last.push_back(order.net);
        if (order.day >= query.today - year &&
            (!history.highest_value || order.net > *history.highest_value))
            history.highest_value = order.net;
    }
    history.median_value = median(std::move(last));
}

struct PastLine {
    std::string sku;
    Date day{};
    Decimal quantity{};
};

// Of the last two years, newest first.
std::vector<PastLine> past_lines(Session& session, const HistoryQuery& query) {
    const std::vector<Value> known{value(query.customer_no), value(query.today - 2 * year)};
    std::vector<PastLine> lines;
    const auto own = rows_in(session,
                             "SELECT sku, day, quantity FROM accepted_line WHERE customer_no = $1 "
                             "AND day >= $2 AND quantity > 0 AND sku IN",
                             query.skus, known);
    const auto before = rows_in(session,
                                "SELECT sku, ordered_on, quantity FROM order_history "
                                "WHERE customer = $1 AND ordered_on >= $2 AND sku IN",
                                query.skus, known);
    for (const auto* found : {&own, &before})
        for (const auto& row : found->rows)
            lines.push_back({row.text(0), row.date(1), row.decimal(2)});
    std::ranges::sort(lines, std::ranges::greater{}, &PastLine::day);
    return lines;
}

} // namespace

History find_history(Session& session, const HistoryQuery& query) {
    History history;
    if (query.customer_no.empty()) return history;
    history.known = true;
    const auto orders = past_orders(session, query.customer_no);
    history.orders = static_cast<int>(orders.size());
    if (!orders.empty()) history.last_order_on = orders.front().day;
    add_values(orders, query, history);
    for (const auto& line : past_lines(session, query)) {
        auto& usual = history.quantities[line.sku];
        if (usual.size() < recent) usual.push_back(line.quantity);
        if (line.day < query.today - year) continue;
        auto& highest = history.highest_quantity[line.sku];
        highest = std::max(highest, line.quantity);
    }
    return history;
}

std::map<std::string, Decimal> accepted_this_month(Session& session, const HistoryQuery& query) {
    std::map<std::string, Decimal> sums;
    if (query.customer_no.empty()) return sums;
    const std::chrono::year_month_day today{query.today};
    const Date first{today.year() / today.month() / 1};
    const auto found = rows_in(
        session,
        "SELECT sku, CAST(sum(quantity) AS BIGINT) FROM accepted_line "
        "WHERE customer_no = $1 AND day >= $2 AND day <= $3 AND sku IN",
        query.skus, {value(query.customer_no), value(first), value(query.today)}, "GROUP BY sku");
    for (const auto& row : found.rows)
        sums[row.text(0)] = row.decimal(1);
    return sums;
}

Decimal uninvoiced_value(Session& session, const std::string& customer_no,
                         const std::string& currency) {
    return session
        .execute("SELECT CAST(coalesce(sum(gross), 0) AS BIGINT) FROM accepted_order "
                 "WHERE customer_no = $1 AND currency = $2 AND uninvoiced = 1",
                 {value(customer_no), value(currency)})
        .rows.front()
        .decimal(0);
}

CallOff called_off_since(Session& session, const std::string& customer_no,
                         const Framework& framework, std::optional<Instant> since) {
    const auto found =
        session.execute("SELECT CAST(coalesce(sum(accepted_line.quantity), 0) AS BIGINT), "
                        "CAST(coalesce(sum(accepted_line.amount), 0) AS BIGINT) FROM accepted_line "
                        "JOIN accepted_order ON accepted_order.case_id = accepted_line.case_id "
                        "WHERE accepted_line.customer_no = $1 AND accepted_line.framework_key = $2 "
                        "AND accepted_line.framework_key <> '' AND accepted_line.sku = $3 "
                        "AND accepted_order.accepted_at > $4",
                        {value(customer_no), value(normalise_code(framework.number)),
                         value(framework.sku), since ? to_millis(*since) : std::int64_t{-1}});
    return {found.rows.front().decimal(0), found.rows.front().decimal(1)};
}

} // namespace besteld

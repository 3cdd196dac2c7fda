// SPDX-License-Identifier: Apache-2.0
#include "store/acceptances.hpp"

#include "base/text.hpp"
#include "order/currency.hpp"
#include "order/totals.hpp"
#include "store/case_rows.hpp"
#include "store/row_lists.hpp"

#include <chrono>
#include <map>

namespace besteld {

namespace {

Date day_of(Instant instant) {
    return std::chrono::floor<std::chrono::days>(instant);
}

bool is_uninvoiced(OrderState state) {
    return counts_as_accepted(state) && state != OrderState::closed &&
           state != OrderState::archived;
}

void take_away(Session& session, std::int64_t case_id) {
    session.execute("DELETE FROM accepted_line WHERE case_id = $1", {case_id});
    session.execute("DELETE FROM accepted_order WHERE case_id = $1", {case_id});
}

// Until the answer says it exactly: the net value with the agreement's tax.
Decimal gross_of(Session& session, const Case& the_case, Date day) {
    const auto found = session.execute(
        "SELECT tax_percent FROM agreement WHERE customer = $1 AND valid_from <= $2 "
        "AND (valid_to IS NULL OR valid_to >= $2) ORDER BY valid_from DESC LIMIT 1",
        {value(the_case.order.customer_no), value(day)});
    if (found.rows.empty()) return the_case.net;
    const auto tax = in_range(the_case.net, found.rows.front().decimal(0), Decimal(100),
                              currency_digits(the_case.order.currency));
    return the_case.net + tax.value_or(Decimal{});
}

// The framework that a line draws on: the one the order names, else the only one that holds this
// item for the customer on the day (a framework's price goes before every other, domain.md 4.1).
std::string framework_key_of(Session& session, const Order& order, const std::string& sku,
                             Date day) {
    if (!order.framework.empty()) return normalise_code(order.framework);
    const auto found = session.execute(
        "SELECT number FROM framework WHERE customer = $1 AND sku = $2 AND valid_to >= $3 "
        "AND (valid_from IS NULL OR valid_from <= $3) LIMIT 2",
        {value(order.customer_no), value(sku), value(day)});
    return found.rows.size() == 1 ? normalise_code(found.rows.front().text(0)) : std::string();
}

Decimal amount_of(const OrderLine& line, int digits) {
    if (!line.price_stock || !line.quantity_stock) return {};
    return in_range(*line.price_stock, *line.quantity_stock, Decimal(1), digits)
        .value_or(Decimal{});
}

void write_lines(Session& session, const Case& the_case, Date day) {
    const auto& order = the_case.order;
    const int digits = currency_digits(order.currency);
    for (const auto& line : order.lines) {
        if (line.sku.empty() || !line.quantity_stock) continue;
        session.execute(
            "INSERT INTO accepted_line (case_id, line, customer_no, sku, day, quantity, amount, "
            "framework_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) "
            "ON CONFLICT (case_id, line) DO NOTHING",
            {the_case.id, std::int64_t{line.index}, value(order.customer_no), value(line.sku),
             value(day), value(*line.quantity_stock), value(amount_of(line, digits)),
             value(framework_key_of(session, order, line.sku, day))});
    }
}

void write_order(Session& session, const Case& the_case) {
    take_away(session, the_case.id);
    const auto day = day_of(the_case.received_at);
    session.execute(
        "INSERT INTO accepted_order (case_id, revision, customer_no, day, accepted_at, currency, "
        "net, gross, uninvoiced) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {the_case.id, std::int64_t{the_case.revision}, value(the_case.order.customer_no),
         value(day), value(the_case.received_at), value(the_case.order.currency),
         value(the_case.net), value(gross_of(session, the_case, day)),
         std::int64_t{is_uninvoiced(the_case.state) ? 1 : 0}});
    write_lines(session, the_case, day);
}

// Factors of the units that the answer's lines are in.
std::map<std::pair<std::string, std::string>, Decimal> factors_of(Session& session,
                                                                  const Answer& answer) {
    std::vector<std::string> skus;
    for (const auto& line : answer.lines)
        skus.push_back(line.sku);
    std::map<std::pair<std::string, std::string>, Decimal> factors;
    const auto found =
        rows_in(session, "SELECT sku, unit, factor FROM item_unit WHERE sku IN", skus, {});
    for (const auto& row : found.rows)
        factors[{row.text(0), row.text(1)}] = row.decimal(2);
    return factors;
}

Decimal confirmed_quantity(const AnswerLine& line, Decimal factor) {
    if (line.answer == LineAnswer::rejected) return {};
    const auto whole = line.quantity + line.backorder.value_or(Decimal{});
    return in_range(whole, factor, Decimal(1), Decimal::places).value_or(Decimal{});
}

} // namespace

bool counts_as_accepted(OrderState state) {
    switch (state) {
    case OrderState::accepted:
    case OrderState::confirmed:
    case OrderState::proposed:
    case OrderState::released:
    case OrderState::part_delivered:
    case OrderState::delivered:
    case OrderState::invoice_requested:
    case OrderState::closed:
    case OrderState::archived:
        return true;
    default:
        return false;
    }
}

void record_acceptance(Session& session, const Case& the_case, std::optional<OrderState> before) {
    if (kind_of(the_case) != "order") return;
    const bool was = before && counts_as_accepted(*before);
    if (!counts_as_accepted(the_case.state) || the_case.order.test) {
        if (was) take_away(session, the_case.id);
        return;
    }
    if (the_case.order.customer_no.empty()) return;
    const auto known = session.execute(
        "SELECT revision, uninvoiced FROM accepted_order WHERE case_id = $1", {the_case.id});
    // A refused order that is archived was never accepted.
    if (known.rows.empty() && the_case.state == OrderState::archived) return;
    const std::int64_t uninvoiced = is_uninvoiced(the_case.state) ? 1 : 0;
    if (known.rows.empty() || known.rows.front().integer(0) != the_case.revision)
        write_order(session, the_case);
    else if (known.rows.front().integer(1) != uninvoiced)
        session.execute("UPDATE accepted_order SET uninvoiced = $2 WHERE case_id = $1",
                        {the_case.id, uninvoiced});
}

void record_confirmed(Session& session, std::int64_t case_id, const Answer& answer) {
    const auto updated =
        session.execute("UPDATE accepted_order SET net = $2, gross = $3 WHERE case_id = $1",
                        {case_id, value(answer.net), value(answer.gross)});
    if (updated.changed == 0) return;
    const auto factors = factors_of(session, answer);
    for (const auto& line : answer.lines) {
        const auto factor = factors.find({line.sku, line.unit});
        const auto quantity =
            confirmed_quantity(line, factor == factors.end() ? Decimal(1) : factor->second);
        session.execute("UPDATE accepted_line SET sku = $3, quantity = $4, amount = $5 "
                        "WHERE case_id = $1 AND line = $2 "
                        "AND (sku <> $3 OR quantity <> $4 OR amount <> $5)",
                        {case_id, std::int64_t{line.index}, value(line.sku), value(quantity),
                         value(line.answer == LineAnswer::rejected ? Decimal{} : line.amount)});
    }
}

void record_accepted_at(Session& session, std::int64_t case_id, Instant at) {
    session.execute("UPDATE accepted_order SET accepted_at = $2 WHERE case_id = $1",
                    {case_id, value(at)});
}

void record_all_acceptances(Session& session) {
    for_each_case(session, "",
                  [&](const Case& one) { record_acceptance(session, one, std::nullopt); });
    session.execute("UPDATE accepted_order SET accepted_at = coalesce((SELECT max(at) FROM "
                    "case_release WHERE case_release.case_id = accepted_order.case_id), "
                    "accepted_at)");
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0

// One document's life: its values, its numbers, who works on it, what stock it holds.
#include "base/text.hpp"
#include "order/order_json.hpp"
#include "order/reading_json.hpp"
#include "store/acceptances.hpp"
#include "store/arrivals.hpp"
#include "store/case_rows.hpp"
#include "store/number_series.hpp"
#include "store/session.hpp"
#include "store/store.hpp"

#include <map>
#include <utility>

namespace besteld {

namespace {

// Whether goods are still promised to a case in this state.
bool holds_stock(OrderState state) {
    switch (state) {
    case OrderState::delivered:
    case OrderState::invoice_requested:
    case OrderState::closed:
    case OrderState::archived:
    case OrderState::rejected:
    case OrderState::cancelled:
    case OrderState::superseded:
    case OrderState::duplicate:
    case OrderState::expired:
        return false;
    default:
        return true;
    }
}

void give_back_stock(Session& session, std::int64_t case_id) {
    const auto held = session.execute(
        "SELECT sku, day, quantity FROM promise WHERE case_id = $1 ORDER BY sku, day", {case_id});
    if (held.rows.empty()) return;
    for (const auto& row : held.rows)
        session.execute("UPDATE promised SET quantity = quantity - $3 WHERE sku = $1 AND day = $2",
                        {row.cell(0), row.cell(1), row.cell(2)});
    session.execute("DELETE FROM promise WHERE case_id = $1", {case_id});
}

bool is_an_order(const Case& the_case) {
    return kind_of(the_case) == "order" && the_case.state != OrderState::duplicate;
}

// Whose order it is may be found out later.
void move_arrival(Session& session, const Case& the_case, const std::string& was_of) {
    const auto& is_of = the_case.order.customer_no;
    if (was_of == is_of || !is_an_order(the_case)) return;
    const auto& channel = the_case.order.channel;
    if (!was_of.empty()) note_arrival(session, was_of, channel, the_case.received_at, -1);
    if (!is_of.empty()) note_arrival(session, is_of, channel, the_case.received_at, 1);
}

std::string condition_on(std::string_view column) {
    return cat("SELECT ", case_columns, " FROM order_case WHERE ", column, " = $1");
}

} // namespace

std::int64_t Store::add_case(Case& new_case, int year) {
    Transaction transaction(*session_);
    new_case.case_no = next_number(*session_, "IN", year);
    new_case.version = 1;
    auto columns = changing_columns_of(new_case);
    columns.insert(columns.end(), {value(new_case.case_no), new_case.message_id,
                                   std::int64_t{new_case.document}, new_case.version});
    const auto added = session_->execute(cat("INSERT INTO order_case (", changing_columns,
                                             ", case_no, message_id, document, version) VALUES ",
                                             parameter_rows(1, 1, columns.size()), " RETURNING id"),
                                         columns);
    new_case.id = added.rows.at(0).integer(0);
    write_search_rows(*session_, new_case);
    record_acceptance(*session_, new_case, std::nullopt);
    move_arrival(*session_, new_case, {});
    session_->count("case", 1);
    session_->count(cat("case.", name_of(new_case.state)), 1);
    session_->count("case.waiting", is_waiting(new_case) ? 1 : 0);
    transaction.commit();
    return new_case.id;
}

std::optional<Case> Store::find_case(std::int64_t id) {
    const auto found = session_->execute(condition_on("id"), {id});
    if (found.rows.empty()) return std::nullopt;
    return case_of(found.rows.front());
}

std::optional<Case> Store::find_case_by_no(const std::string& case_or_order_no) {
    for (const char* column : {"case_no", "official_no"}) {
        const auto found = session_->execute(condition_on(column), {value(case_or_order_no)});
        if (!found.rows.empty()) return case_of(found.rows.front());
    }
    // The buyer's number is unique per customer only: the newest.
    const auto key = normalise_code(case_or_order_no);
    const auto ids = session_->execute(
        "SELECT t.case_id FROM case_term t JOIN order_case c ON c.id = t.case_id "
        "WHERE t.term = $1 ORDER BY c.kind = 'order' DESC, t.case_id DESC LIMIT 1",
        {value(key)});
    if (key.empty() || ids.rows.empty()) return std::nullopt;
    return find_case(ids.rows.front().integer(0));
}

std::optional<Case> Store::find_order(const std::string& customer_no,
                                      const std::string& buyer_order_key) {
    if (customer_no.empty() || buyer_order_key.empty()) return std::nullopt;
    const auto found = session_->execute(
        cat("SELECT ", case_columns,
            " FROM order_case WHERE customer_no = $1 AND buyer_order_key = $2 AND kind = 'order' "
            "AND state <> 'duplicate' ORDER BY id DESC LIMIT 1"),
        {value(customer_no), value(buyer_order_key)});
    if (found.rows.empty()) return std::nullopt;
    return case_of(found.rows.front());
}

bool Store::save_case(Case& known) {
    Transaction transaction(*session_);
    const auto stored = session_->execute(
        "SELECT version, state, waiting, customer_no FROM order_case WHERE id = $1 {for update}",
        {known.id});
    if (stored.rows.empty()) throw StoreFault(cat("there is no case ", known.id));
    if (stored.rows.front().integer(0) != known.version) return false;
    const auto before = state_by_name(stored.rows.front().text(1));
    auto columns = changing_columns_of(known);
    const auto count = columns.size();
    columns.insert(columns.end(), {known.id, known.version + 1});
    session_->execute(
        cat("UPDATE order_case SET (", changing_columns, ", version) = (",
            parameter_rows(1, 1, count).substr(1, parameter_rows(1, 1, count).size() - 2), ", $",
            count + 2, ") WHERE id = $", count + 1),
        columns);
    known.version += 1;
    write_search_rows(*session_, known);
    record_acceptance(*session_, known, before);
    move_arrival(*session_, known, stored.rows.front().text(3));
    if (!holds_stock(known.state)) {
        give_back_stock(*session_, known.id);
        session_->execute("UPDATE fulfilment SET due_on = NULL WHERE case_id = $1 "
                          "AND due_on IS NOT NULL",
                          {known.id});
    }
    session_->count(cat("case.", stored.rows.front().text(1)), -1);
    session_->count(cat("case.", name_of(known.state)), 1);
    session_->count("case.waiting", (is_waiting(known) ? 1 : 0) - stored.rows.front().integer(2));
    transaction.commit();
    return true;
}

std::string Store::give_official_number(std::int64_t case_id, int year) {
    Transaction transaction(*session_);
    const auto stored = session_->execute(
        "SELECT official_no FROM order_case WHERE id = $1 {for update}", {case_id});
    if (stored.rows.empty()) throw StoreFault(cat("there is no case ", case_id));
    if (!stored.rows.front().is_null(0)) return stored.rows.front().text(0); // once, and for good
    auto number = next_number(*session_, "SO", year);
    session_->execute("UPDATE order_case SET official_no = $2 WHERE id = $1",
                      {case_id, value(number)});
    add_search_term(*session_, case_id, number);
    session_->count("case.numbered", 1);
    transaction.commit();
    return number;
}

void Store::record_release(std::int64_t case_id, int revision, const std::string& released_by,
                           const std::string& second_by, Instant at, std::string_view because) {
    session_->execute(
        "INSERT INTO case_release (case_id, revision, released_by, second_by, at, because) "
        "VALUES ($1, $2, $3, $4, $5, $6)",
        {case_id, std::int64_t{revision}, value(released_by), value_or_null(second_by), value(at),
         value(because)});
    if (because == "acceptance") record_accepted_at(*session_, case_id, at);
}

void Store::reserve(std::int64_t case_id, const std::vector<std::string>& skus,
                    const std::vector<Promise>& promises) {
    if (skus.size() != promises.size()) throw StoreFault("a promise without its article");
    if (skus.empty()) return;
    Transaction transaction(*session_);
    give_back_stock(*session_, case_id);
    std::map<std::pair<std::string, Date>, Decimal>
        sums; // in one order, so that nobody waits in a circle
    for (std::size_t i = 0; i < skus.size(); ++i)
        sums[{skus[i], promises[i].date}] += promises[i].quantity;
    for (const auto& [what, quantity] : sums) {
        session_->execute(
            "INSERT INTO promise (case_id, sku, day, quantity) VALUES ($1, $2, $3, $4)",
            {case_id, value(what.first), value(what.second), value(quantity)});
        session_->execute(
            "INSERT INTO promised (sku, day, quantity) VALUES ($1, $2, $3) "
            "ON CONFLICT (sku, day) DO UPDATE SET quantity = promised.quantity + excluded.quantity",
            {value(what.first), value(what.second), value(quantity)});
    }
    transaction.commit();
}

bool Store::claim_case(std::int64_t id, const std::string& login, Instant now, Instant until) {
    const auto claimed = session_->execute(
        "UPDATE order_case SET claimed_by = $2, claimed_until = $4 "
        "WHERE id = $1 AND (claimed_by = '' OR claimed_by = $2 OR claimed_until <= $3)",
        {id, value(login), value(now), value(until)});
    return claimed.changed == 1;
}

void Store::release_claim(std::int64_t id, const std::string& login) {
    session_->execute("UPDATE order_case SET claimed_by = '', claimed_until = NULL "
                      "WHERE id = $1 AND claimed_by = $2",
                      {id, value(login)});
}

} // namespace besteld

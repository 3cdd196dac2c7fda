// SPDX-License-Identifier: Apache-2.0

// Complaints, and a customer's own orders by any of their numbers.
#include "base/json.hpp"
#include "base/text.hpp"
#include "store/number_series.hpp"
#include "store/session.hpp"
#include "store/store.hpp"

namespace besteld {

namespace {

// What no statement asks for: the words, and the lines as they were named.
struct Body {
    std::vector<std::string> said;
    std::vector<ComplaintLine> lines;
};

} // namespace

BOOST_DESCRIBE_STRUCT(ComplaintLine, (), (line, sku, name, quantity, unit))

namespace {

BOOST_DESCRIBE_STRUCT(Body, (), (said, lines))

constexpr std::string_view complaint_columns =
    "id, number, version, case_id, order_id, customer_no, customer_name, cause, cause_by, owner, "
    "state, due, registered_at, passed_on_at, reminded_at, closed_at, closed_by, outcome, body";

std::vector<Value> values_of(const Complaint& c) {
    return {c.case_id,
            c.order_id == 0 ? Value{} : Value{c.order_id},
            value(c.customer_no),
            value(c.customer_name),
            value(name_of(c.cause)),
            value(c.cause_by),
            value(c.owner),
            value(name_of(c.state)),
            value(c.due),
            value(c.registered_at),
            value(c.passed_on_at),
            value(c.reminded_at),
            value(c.closed_at),
            value(c.closed_by),
            value(c.outcome),
            value(json_text(to_json(Body{.said = c.said, .lines = c.lines})))};
}

Complaint complaint_of(const Row& row) {
    Complaint c{.id = row.integer(0), .number = row.text(1), .version = row.integer(2)};
    c.case_id = row.integer(3);
    c.order_id = row.integer(4);
    c.customer_no = row.text(5);
    c.customer_name = row.text(6);
    const auto cause = cause_by_name(row.text(7));
    const auto state = complaint_state_by_name(row.text(10));
    if (!cause || !state)
        throw StoreFault(cat("complaint ", c.number, " holds an unknown word: ", row.text(7),
                             " or ", row.text(10)));
    c.cause = *cause;
    c.cause_by = row.text(8);
    c.owner = row.text(9);
    c.state = *state;
    c.due = row.date(11);
    c.registered_at = row.instant(12);
    c.passed_on_at = row.maybe_instant(13);
    c.reminded_at = row.maybe_instant(14);
    c.closed_at = row.maybe_instant(15);
    c.closed_by = row.text(16);
    c.outcome = row.text(17);
    auto body = from_json<Body>(parse_json(row.text(18)));
    c.said = std::move(body.said);
    c.lines = std::move(body.lines);
    return c;
}

std::vector<Complaint> complaints_of(const Result& found) {
    std::vector<Complaint> all;
    for (const auto& row : found.rows)
        all.push_back(complaint_of(row));
    return all;
}

void write_lines(Session& session, const Complaint& c) {
    session.execute("DELETE FROM complaint_line WHERE complaint_id = $1", {c.id});
    for (const auto& line : c.lines)
        session.execute("INSERT INTO complaint_line (complaint_id, line, sku, quantity, unit) "
                        "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (complaint_id, line) DO NOTHING",
                        {c.id, std::int64_t{line.line}, value(line.sku), value(line.quantity),
                         value(line.unit)});
}

} // namespace

std::vector<std::int64_t> Store::cases_named(const std::string& customer_no,
                                             const std::string& number) {
    const auto key = normalise_code(number);
    if (key.empty() || customer_no.empty()) return {};
    return ids_of(
        session_->execute("SELECT c.id FROM case_term t JOIN order_case c ON c.id = t.case_id "
                          "WHERE t.term = $1 AND c.customer_no = $2 ORDER BY c.id DESC LIMIT 50",
                          {value(key), value(customer_no)}));
}

std::vector<std::int64_t> Store::cases_before(const std::string& customer_no,
                                              std::int64_t before_id, int limit) {
    if (customer_no.empty()) return {};
    constexpr std::int64_t no_end = 0x7FFFFFFFFFFFFFFF;
    return ids_of(session_->execute(
        "SELECT id FROM order_case WHERE customer_no = $1 AND id < $2 "
        "ORDER BY id DESC LIMIT $3",
        {value(customer_no), before_id == 0 ? no_end : before_id, std::int64_t{limit}}));
}

void Store::add_complaint(Complaint& complaint, int year) {
    Transaction transaction(*session_);
    complaint.number = next_number(*session_, "KL", year, 4);
    complaint.version = 1;
    auto cells = values_of(complaint);
    cells.insert(cells.end(), {value(complaint.number), complaint.version});
    const auto added = session_->execute(
        cat("INSERT INTO complaint (case_id, order_id, customer_no, customer_name, cause, "
            "cause_by, owner, state, due, registered_at, passed_on_at, reminded_at, closed_at, "
            "closed_by, outcome, body, number, version) VALUES ",
            parameter_rows(1, 1, cells.size()), " RETURNING id"),
        cells);
    complaint.id = added.rows.at(0).integer(0);
    write_lines(*session_, complaint);
    transaction.commit();
}

bool Store::save_complaint(Complaint& complaint) {
    Transaction transaction(*session_);
    auto cells = values_of(complaint);
    cells.insert(cells.end(), {complaint.id, complaint.version});
    const auto saved = session_->execute(
        "UPDATE complaint SET case_id = $1, order_id = $2, customer_no = $3, customer_name = $4, "
        "cause = $5, cause_by = $6, owner = $7, state = $8, due = $9, registered_at = $10, "
        "passed_on_at = $11, reminded_at = $12, closed_at = $13, closed_by = $14, outcome = $15, "
        "body = $16, version = version + 1 WHERE id = $17 AND version = $18",
        cells);
    if (saved.changed != 1) return false;
    complaint.version += 1;
    write_lines(*session_, complaint);
    transaction.commit();
    return true;
}

std::optional<Complaint> Store::find_complaint(const std::string& number) {
    const auto found = session_->execute(
        cat("SELECT ", complaint_columns, " FROM complaint WHERE number = $1"), {value(number)});
    if (found.rows.empty()) return std::nullopt;
    return complaint_of(found.rows.front());
}

std::optional<Complaint> Store::complaint_of_case(std::int64_t case_id) {
    const auto found = session_->execute(
        cat("SELECT ", complaint_columns, " FROM complaint WHERE case_id = $1"), {case_id});
    if (found.rows.empty()) return std::nullopt;
    return complaint_of(found.rows.front());
}

std::vector<Complaint> Store::complaints(const ComplaintFilter& filter) {
    std::vector<Value> cells{filter.after_id, std::int64_t{filter.limit}};
    std::string where = "id > $1";
    const auto also = [&](std::string_view condition, Value cell) {
        cells.push_back(std::move(cell));
        where += cat(" AND ", condition, " $", cells.size());
    };
    if (filter.state.empty())
        where += " AND state IN ('registered', 'passed_on')";
    else
        also("state =", value(filter.state));
    if (!filter.customer.empty()) also("customer_no =", value(filter.customer));
    if (filter.order_id != 0) also("order_id =", filter.order_id);
    return complaints_of(session_->execute(
        cat("SELECT ", complaint_columns, " FROM complaint WHERE ", where, " ORDER BY id LIMIT $2"),
        cells));
}

std::vector<Complaint> Store::complaints_due(Date until, int limit) {
    return complaints_of(session_->execute(
        cat("SELECT ", complaint_columns,
            " FROM complaint WHERE state = 'passed_on' AND due <= $1 AND reminded_at IS NULL "
            "ORDER BY due, id LIMIT $2"),
        {value(until), std::int64_t{limit}}));
}

} // namespace besteld

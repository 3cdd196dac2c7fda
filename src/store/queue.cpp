// SPDX-License-Identifier: Apache-2.0

// The clerks' queue. Pages are found by key (money at stake, due, id) on an index that begins with
// what is filtered by: page 10,000 costs what page 1 costs, and nothing is counted over the table.
#include "base/text.hpp"
#include "store/case_rows.hpp"
#include "store/queue_rows.hpp"
#include "store/session.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <tuple>

namespace besteld {

namespace {

struct Position {
    std::int64_t stake = std::numeric_limits<std::int64_t>::min();
    std::int64_t due = std::numeric_limits<std::int64_t>::min();
    std::int64_t id = 0;
    friend auto operator<=>(const Position&, const Position&) = default;
};

std::string to_cursor(const Position& at) {
    return cat(at.stake, ".", at.due, ".", at.id);
}

// A cursor comes back from a browser: what is none begins at the first page.
Position position_of(std::string_view cursor) {
    const auto pieces = split(cursor, '.');
    Position at;
    if (pieces.size() != 3) return at;
    std::int64_t* const fields[] = {&at.stake, &at.due, &at.id};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto end = pieces[i].data() + pieces[i].size();
        if (const auto read = std::from_chars(pieces[i].data(), end, *fields[i]);
            read.ec != std::errc{} || read.ptr != end)
            return {};
    }
    return at;
}

struct Found {
    Position at;
    QueueRow row;
};

Found found_of(const Row& cells) {
    Found found;
    found.row = queue_row_of(cells);
    found.at = {cells.integer(15), cells.integer(16), found.row.case_id};
    found.row.cursor = to_cursor(found.at);
    return found;
}

// One SELECT under construction; values are parameters always.
class Query {
public:
    explicit Query(std::string from) : from_(std::move(from)) {}
    std::string parameter(Value value) {
        parameters_.push_back(std::move(value));
        return cat("$", parameters_.size());
    }
    void where(const std::string& condition) {
        where_ += cat(where_.empty() ? " WHERE " : " AND ", condition);
    }
    // `ranks` names the table that carries the sort columns, `id` its column of the case's id.
    std::vector<Found> page(Session& session, std::string_view ranks, std::string_view id,
                            const Position& after, int limit) {
        const auto key =
            cat("(", ranks, ".stake_rank, ", ranks, ".due_rank, ", ranks, ".", id, ")");
        const auto stake = parameter(after.stake), due = parameter(after.due),
                   last = parameter(after.id);
        where(cat(key, " > (", stake, ", ", due, ", ", last, ")"));
        const auto order =
            cat(" ORDER BY ", ranks, ".stake_rank, ", ranks, ".due_rank, ", ranks, ".", id);
        const auto count = parameter(std::int64_t{limit});
        std::vector<Found> found;
        for (const auto& row :
             session
                 .execute(cat("SELECT ", queue_row_columns, from_, where_, order, " LIMIT ", count),
                          parameters_)
                 .rows)
            found.push_back(found_of(row));
        return found;
    }

private:
    std::string from_;
    std::string where_;
    std::vector<Value> parameters_;
};

void add_state(Query& query, const QueueFilter& filter) {
    if (filter.state.empty()) return query.where("c.waiting = 1");
    query.where(cat("c.state = ", query.parameter(value(filter.state))));
    // What is decided and has not left yet keeps its state, and waits for nobody.
    query.where("NOT EXISTS (SELECT 1 FROM held_decision h WHERE h.case_id = c.id)");
}

// The second half lets the index of what is claimed be used, which holds nothing else.
void add_claim(Query& query, const QueueFilter& filter) {
    if (!filter.claimed_by.empty())
        query.where(cat("c.claimed_by = ", query.parameter(value(filter.claimed_by)),
                        " AND c.claimed_by <> ''"));
}

void add_check_and_customer(Query& query, const QueueFilter& filter) {
    add_claim(query, filter);
    if (!filter.customer.empty())
        query.where(cat("c.customer_no = ", query.parameter(value(filter.customer))));
    if (!filter.check.empty())
        query.where(
            cat("EXISTS (SELECT 1 FROM open_finding f WHERE f.case_id = c.id AND f.check_name = ",
                query.parameter(value(filter.check)), ")"));
}

std::vector<Found> by_check(Session& session, const QueueFilter& filter, const Position& after) {
    Query query(" FROM open_finding f JOIN order_case c ON c.id = f.case_id");
    query.where(cat("f.check_name = ", query.parameter(value(filter.check))));
    if (filter.state.empty()) query.where("f.waiting = 1");
    add_state(query, filter);
    add_claim(query, filter);
    return query.page(session, "f", "case_id", after, filter.limit);
}

std::vector<Found> by_state(Session& session, const QueueFilter& filter, const Position& after) {
    Query query(" FROM order_case c");
    add_state(query, filter);
    add_check_and_customer(query, filter);
    return query.page(session, "c", "id", after, filter.limit);
}

// Whether so many cases begin with the text that walking the queue meets a page of them sooner than
// sorting them all would.
bool is_common(Session& session, const std::string& term) {
    constexpr std::int64_t many = 2000;
    const auto found = session.execute(
        "SELECT count(*) FROM (SELECT 1 FROM case_term WHERE term >= $1 AND term < $2 "
        "LIMIT $3) AS hits",
        {value(term), value(after_prefix(term)), many});
    return found.rows.at(0).integer(0) == many;
}

// Cases one of whose numbers begins with the text.
std::vector<Found> by_number(Session& session, const QueueFilter& filter, const Position& after,
                             const std::string& term) {
    Query query(" FROM order_case c");
    const auto from = query.parameter(value(term));
    const auto to = query.parameter(value(after_prefix(term)));
    const auto range = cat("t.term >= ", from, " AND t.term < ", to, ")");
    if (is_common(session, term)) {
        query.where(cat("EXISTS (SELECT 1 FROM case_term t WHERE t.case_id = c.id AND ", range));
        add_state(query, filter);
    } else {
        query.where(cat("c.id IN (SELECT t.case_id FROM case_term t WHERE ", range));
        // The + keeps SQLite from walking the whole queue instead of the few rows found.
        if (filter.state.empty())
            query.where("+c.waiting = 1");
        else
            add_state(query, filter);
    }
    add_check_and_customer(query, filter);
    return query.page(session, "c", "id", after, filter.limit);
}

// Cases of the customers whose number or a word of whose name begins with the text.
std::vector<Found> by_customer_name(Session& session, const QueueFilter& filter,
                                    const Position& after, const std::string& term) {
    constexpr std::int64_t most = 20;
    const auto customers = session.execute(
        "SELECT DISTINCT customer_no FROM customer_term WHERE term >= $1 AND term < $2 "
        "ORDER BY customer_no LIMIT $3",
        {value(term), value(after_prefix(term)), most});
    std::vector<Found> all;
    for (const auto& customer : customers.rows) {
        if (!filter.customer.empty() && filter.customer != customer.text(0)) continue;
        Query query(" FROM order_case c");
        auto theirs = filter;
        theirs.customer = customer.text(0);
        add_state(query, theirs);
        add_check_and_customer(query, theirs);
        for (auto& found : query.page(session, "c", "id", after, filter.limit))
            all.push_back(std::move(found));
    }
    return all;
}

std::vector<Found> by_text(Session& session, const QueueFilter& filter, const Position& after) {
    const auto term = normalise_code(fold_case(trim(filter.text)));
    if (term.empty()) return by_state(session, filter, after);
    auto all = by_number(session, filter, after, term);
    for (auto& found : by_customer_name(session, filter, after, term))
        all.push_back(std::move(found));
    std::ranges::sort(all, {}, &Found::at);
    const auto doubles = std::ranges::unique(all, {}, &Found::at);
    all.erase(doubles.begin(), doubles.end());
    if (all.size() > static_cast<std::size_t>(filter.limit))
        all.resize(static_cast<std::size_t>(filter.limit));
    return all;
}

} // namespace

std::vector<QueueRow> Store::queue(const QueueFilter& filter) {
    const auto after = position_of(filter.cursor);
    auto wanted = filter;
    wanted.limit = std::clamp(filter.limit, 1, 1000);
    // One customer has few cases, one check may have every open one: the customer leads.
    const auto check_leads = !wanted.check.empty() && wanted.customer.empty();
    auto found = !wanted.text.empty() ? by_text(*session_, wanted, after)
                 : check_leads        ? by_check(*session_, wanted, after)
                                      : by_state(*session_, wanted, after);
    std::vector<QueueRow> rows;
    for (auto& one : found)
        rows.push_back(std::move(one.row));
    return rows;
}

std::int64_t Store::queue_size() {
    const auto found = session_->execute("SELECT n FROM tally WHERE name = 'case.waiting'");
    return found.rows.empty() ? 0 : found.rows.front().integer(0);
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "store/order_search.hpp"

#include "base/text.hpp"
#include "store/case_rows.hpp"
#include "store/name_words.hpp"
#include "store/session.hpp"
#include "store/session_of.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <set>

namespace besteld {

namespace {

constexpr int most_rows = 1000;
constexpr std::size_t most_names = 50; // customers and articles whose words fit
constexpr std::int64_t most_of_a_word = 2000;

constexpr std::string_view summary_columns =
    "SELECT id, case_no, official_no, buyer_order_no, customer_no, customer_name, kind, channel, "
    "state, net, currency, received_at FROM order_case ";

OrderSummary summary_of(const Row& row) {
    return {.case_id = row.integer(0),
            .case_no = row.text(1),
            .official_no = row.text(2),
            .buyer_order_no = row.text(3),
            .customer_no = row.text(4),
            .customer_name = row.text(5),
            .kind = row.text(6),
            .channel = row.text(7),
            .state = state_by_name(row.text(8)).value_or(OrderState::received),
            .net = row.decimal(9),
            .currency = row.text(10),
            .received_at = row.instant(11)};
}

// "DN26000871" → "DN-26-000871": as our own numbers are written, whatever dashes were typed.
std::string as_our_number(const std::string& term) {
    constexpr std::size_t letters = 2, year = 4;
    if (term.size() < year || is_digit(term[0]) || is_digit(term[1]) || !is_digit(term[2]) ||
        !is_digit(term[3]))
        return term;
    return cat(term.substr(0, letters), "-", term.substr(letters, 2), "-", term.substr(year));
}

// The names whose words begin with each of these, at most `most_names`.
std::set<std::string> names_with(Session& session, std::string_view table, std::string_view name,
                                 std::string_view column, const std::vector<std::string>& words) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::set<std::string> fitting;
        const auto found =
            session.execute(cat("SELECT DISTINCT ", name, " FROM ", table, " WHERE ", column,
                                " >= $1 AND ", column, " < $2 LIMIT $3"),
                            {value(words[i]), value(after_prefix(words[i])), most_of_a_word});
        for (const auto& row : found.rows)
            if (i == 0 || names.contains(row.text(0))) fitting.insert(row.text(0));
        names = std::move(fitting);
    }
    while (names.size() > most_names)
        names.erase(std::prev(names.end()));
    return names;
}

// The newest case ids that any of the sources gives.
class Finder {
public:
    Finder(Session& session, const OrderQuery& query)
        : session_(session), customer_(query.customer),
          before_(query.before > 0 ? query.before : std::numeric_limits<std::int64_t>::max()),
          limit_(std::clamp(query.limit, 1, most_rows)) {}

    std::vector<std::int64_t> newest() const {
        std::vector<std::int64_t> ids(ids_.begin(), ids_.end());
        if (ids.size() > static_cast<std::size_t>(limit_))
            ids.resize(static_cast<std::size_t>(limit_));
        return ids;
    }

    void any() {
        add(session_.execute("SELECT id FROM order_case WHERE id < $1 ORDER BY id DESC LIMIT $2",
                             {before_, limit_}));
    }

    void of_customer(const std::string& customer) {
        add(session_.execute("SELECT id FROM order_case WHERE customer_no = $1 AND id < $2 "
                             "ORDER BY id DESC LIMIT $3",
                             {value(customer), before_, limit_}));
    }

    void with_number(const std::string& term, const std::string& as_written) {
        in_range("case_term", "case_id", "term", term);
        const auto number = as_our_number(term);
        in_range("delivery", "case_id", "delivery_no", number);
        in_range("delivery", "case_id", "slip_no", to_upper_ascii(as_written));
        in_range("invoice_request", "case_id", "request_no", number);
        in_range("invoice_request", "case_id", "invoice_no", as_written); // finance's own
        in_range("complaint", "case_id", "number", number);
        in_range("complaint", "order_id", "number", number);
    }

    // Each word begins a word of the name.
    void with_customer_words(const std::vector<std::string>& words) {
        for (const auto& customer :
             names_with(session_, "customer_term", "customer_no", "term", words))
            if (customer_.empty() || customer == customer_) of_customer(customer);
    }

    void with_item_words(const std::vector<std::string>& words, const std::string& term) {
        auto skus = names_with(session_, "item_word", "sku", "word", words);
        const auto numbered = session_.execute(
            "SELECT DISTINCT sku FROM item WHERE sku_key >= $1 AND sku_key < $2 LIMIT $3",
            {value(term), value(after_prefix(term)), std::int64_t{most_names}});
        for (const auto& row : numbered.rows)
            skus.insert(row.text(0));
        for (const auto& sku : skus)
            add(session_.execute("SELECT i.case_id FROM case_item i WHERE i.sku = $1 AND i.case_id "
                                 "< $2 AND ($4 = '' "
                                 "OR EXISTS (SELECT 1 FROM order_case c WHERE c.id = i.case_id "
                                 "AND c.customer_no = $4)) ORDER BY i.case_id DESC LIMIT $3",
                                 {value(sku), before_, limit_, value(customer_)}));
    }

private:
    void add(const Result& found) {
        for (const auto& row : found.rows)
            ids_.insert(row.integer(0));
    }

    // As many as match are read and sorted, from the index alone. The plus keeps a planner that has
    // counted the rows from walking them all by id, newest first, until enough of them match.
    void in_range(std::string_view table, std::string_view id, std::string_view column,
                  const std::string& prefix) {
        add(session_.execute(
            cat("SELECT DISTINCT +t.", id, " AS found FROM ", table, " t WHERE t.", column,
                " >= $1 AND t.", column, " < $2 AND +t.", id,
                " < $3 AND ($5 = '' OR EXISTS (SELECT 1 FROM order_case c WHERE c.id = t.", id,
                " AND c.customer_no = $5)) ORDER BY found DESC LIMIT $4"),
            {value(prefix), value(after_prefix(prefix)), before_, limit_, value(customer_)}));
    }

    Session& session_;
    std::string customer_;
    std::int64_t before_;
    std::int64_t limit_;
    std::set<std::int64_t, std::greater<>> ids_;
};

std::vector<std::string> customer_words(std::string_view folded) {
    constexpr std::size_t most_words = 6;
    std::vector<std::string> words;
    for (const auto word : split(folded, ' '))
        if (auto term = normalise_code(word); !term.empty() && words.size() < most_words)
            words.push_back(std::move(term));
    return words;
}

} // namespace

OrderSearch::OrderSearch(Store& store) : session_(session_of(store)) {}

std::vector<OrderSummary> OrderSearch::find(const OrderQuery& query) {
    Finder finder(session_, query);
    const auto folded = fold_case(trim(query.text));
    const auto term = normalise_code(folded);
    if (term.empty() && query.customer.empty()) {
        finder.any();
    } else if (term.empty()) {
        finder.of_customer(query.customer);
    } else {
        finder.with_number(term, std::string(trim(query.text)));
        finder.with_customer_words(customer_words(folded));
        finder.with_item_words(words_in(folded), term);
    }
    std::vector<OrderSummary> rows;
    for (const auto id : finder.newest())
        if (auto row = summary(id)) rows.push_back(std::move(*row));
    return rows;
}

std::vector<FoundCustomer> OrderSearch::customers(const std::string& text, int limit) {
    std::vector<FoundCustomer> all;
    const auto add = [&](const std::string& no) {
        const auto found =
            session_.execute("SELECT no, name FROM customer WHERE no = $1", {value(no)});
        if (!found.rows.empty() && std::ssize(all) < limit)
            all.push_back({found.rows.front().text(0), found.rows.front().text(1)});
    };
    add(std::string(trim(text)));
    if (!all.empty()) return all;
    for (const auto& no : names_with(session_, "customer_term", "customer_no", "term",
                                     customer_words(fold_case(trim(text)))))
        add(no);
    return all;
}

std::optional<OrderSummary> OrderSearch::summary(std::int64_t case_id) {
    const auto found = session_.execute(cat(summary_columns, "WHERE id = $1"), {case_id});
    if (found.rows.empty()) return std::nullopt;
    return summary_of(found.rows.front());
}

std::vector<OrderSummary> OrderSearch::same_number(const Case& the_case, int limit) {
    std::vector<OrderSummary> rows;
    if (the_case.order.customer_no.empty() || the_case.order.buyer_order_key.empty()) return rows;
    const auto found = session_.execute(
        cat(summary_columns, "WHERE customer_no = $1 AND buyer_order_key = $2 AND id <> $3 "
                             "ORDER BY id DESC LIMIT $4"),
        {value(the_case.order.customer_no), value(the_case.order.buyer_order_key), the_case.id,
         std::int64_t{limit}});
    for (const auto& row : found.rows)
        rows.push_back(summary_of(row));
    return rows;
}

std::map<std::int64_t, AnswerTimes> OrderSearch::answer_times(std::int64_t case_id) {
    std::map<std::int64_t, AnswerTimes> times;
    const auto found = session_.execute(
        "SELECT id, created_at, sent_at FROM outbox WHERE case_id = $1 ORDER BY id", {case_id});
    for (const auto& row : found.rows)
        times[row.integer(0)] = {row.instant(1), row.maybe_instant(2)};
    return times;
}

} // namespace besteld

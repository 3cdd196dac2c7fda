// SPDX-License-Identifier: Apache-2.0
#include "store/figures.hpp"

#include "base/text.hpp"
#include "store/figure_rows.hpp"
#include "store/row_lists.hpp"
#include "store/session.hpp"
#include "store/session_of.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

struct Named {
    std::string_view event;
    Happened what;
};
// An order ends by any of the three; a change counts with the order it was applied to, not again
// with its own case, which closes by it.
constexpr std::array<Named, 7> counted{{{"order.accepted", Happened::accepted},
                                        {"order.rejected", Happened::rejected},
                                        {"order.cancelled", Happened::cancelled},
                                        {"order.cancelled_by_seller", Happened::cancelled},
                                        {"proposal.refused", Happened::cancelled},
                                        {"order.expired", Happened::cancelled},
                                        {"change.applied", Happened::changed}}};

// Text in JSON never holds an unescaped quote, so these match the member and nothing else.
constexpr std::string_view is_real_order = "c.draft LIKE '%\"document_class\":\"order\"%' AND "
                                           "c.order_body NOT LIKE '%\"test\":true%'";

Moment moment_of(const Row& row, Happened what) {
    return {.what = what,
            .at = row.instant(0),
            .customer_no = row.text(1),
            .channel = row.text(2),
            .number = row.is_null(3) ? row.text(4) : row.text(3)};
}

void add_received(Session& session, const Span& span, std::vector<Moment>& moments) {
    const auto found = session.execute(
        cat("SELECT c.received_at, c.customer_no, c.channel, c.official_no, c.case_no "
            "FROM order_case c WHERE c.received_at >= $1 AND c.received_at < $2 AND ",
            is_real_order, " ORDER BY c.received_at, c.id"),
        {value(span.from), value(span.to)});
    for (const auto& row : found.rows)
        moments.push_back(moment_of(row, Happened::received));
}

void add_events(Session& session, const Named& named, const Span& span,
                std::vector<Moment>& moments) {
    const auto found = session.execute(
        cat("SELECT e.at, c.customer_no, c.channel, c.official_no, c.case_no FROM event e "
            "JOIN order_case c ON c.id = e.case_id WHERE e.event = $1 AND e.at >= $2 AND "
            "e.at < $3 AND e.to_state <> 'closed' AND ",
            is_real_order,
            // the first time: a second acceptance is another revision of the same order
            " AND NOT EXISTS (SELECT 1 FROM event b WHERE b.case_id = e.case_id AND "
            "b.event = e.event AND b.id < e.id AND e.event <> 'change.applied') "
            "ORDER BY e.at, e.id"),
        {value(named.event), value(span.from), value(span.to)});
    for (const auto& row : found.rows)
        moments.push_back(moment_of(row, named.what));
}

} // namespace

Figures::Figures(Store& store) : session_(session_of(store)) {}

std::vector<Moment> Figures::moments(const Span& span) {
    std::vector<Moment> moments;
    add_received(session_, span, moments);
    for (const auto& named : counted)
        add_events(session_, named, span, moments);
    return moments;
}

std::vector<std::int64_t> Figures::cases_received(const Span& span) {
    return ids_of(session_.execute("SELECT id FROM order_case WHERE received_at >= $1 AND "
                                   "received_at < $2 ORDER BY received_at, id",
                                   {value(span.from), value(span.to)}));
}

std::vector<std::int64_t> Figures::cases_with(const std::vector<std::string>& events,
                                              const Span& span) {
    return ids_of(rows_in(session_,
                          "SELECT DISTINCT case_id FROM event WHERE at >= $1 AND at < $2 "
                          "AND case_id <> 0 AND event IN",
                          events, {value(span.from), value(span.to)}, "ORDER BY case_id"));
}

std::vector<std::int64_t> Figures::cases_in(const std::vector<OrderState>& states) {
    std::vector<std::string> names;
    for (const auto state : states)
        names.emplace_back(name_of(state));
    return ids_of(
        rows_in(session_, "SELECT id FROM order_case WHERE state IN", names, {}, "ORDER BY id"));
}

std::vector<OrderFacts> Figures::facts(std::vector<std::int64_t> case_ids) {
    constexpr std::size_t page = 256;
    std::ranges::sort(case_ids);
    const auto doubles = std::ranges::unique(case_ids);
    case_ids.erase(doubles.begin(), doubles.end());
    std::vector<OrderFacts> all;
    all.reserve(case_ids.size());
    for (std::size_t at = 0; at < case_ids.size(); at += page) {
        const auto end = std::min(at + page, case_ids.size());
        const auto first = case_ids.begin() + static_cast<std::ptrdiff_t>(at);
        const auto last = case_ids.begin() + static_cast<std::ptrdiff_t>(end);
        for (auto& one : read_facts(session_, {first, last}))
            all.push_back(std::move(one));
    }
    return all;
}

std::vector<LoggedEvent> Figures::logged(const std::vector<std::string>& events, const Span& span) {
    std::vector<LoggedEvent> logged;
    const auto found =
        rows_in(session_,
                cat("SELECT ", fact_event_columns,
                    ", coalesce(c.official_no, c.case_no) FROM event e LEFT JOIN order_case c "
                    "ON c.id = e.case_id WHERE e.at >= $1 AND e.at < $2 AND e.event IN"),
                events, {value(span.from), value(span.to)}, "ORDER BY e.id");
    for (const auto& row : found.rows)
        logged.push_back({fact_event_of(row), row.text(9)});
    return logged;
}

std::int64_t Figures::events_in(const std::string& event, const Span& span) {
    return session_
        .execute("SELECT count(*) FROM event WHERE event = $1 AND at >= $2 AND at < $3",
                 {value(event), value(span.from), value(span.to)})
        .rows.front()
        .integer(0);
}

} // namespace besteld

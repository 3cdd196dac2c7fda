// SPDX-License-Identifier: Apache-2.0
#include "store/interchanges.hpp"

#include "base/text.hpp"
#include "store/session.hpp"

namespace besteld {

namespace {

constexpr std::string_view gap_columns =
    "id, series, round, day, first_number, last_number, message_id, noticed_at, due_at, case_id";

InterchangeGap gap_of(const Row& row) {
    return {.id = row.integer(0),
            .series = row.text(1),
            .numbers = {.first = row.integer(4),
                        .last = row.integer(5),
                        .round = row.integer(2),
                        .day = row.text(3)},
            .message_id = row.integer(6),
            .noticed_at = row.instant(7),
            .due_at = row.maybe_instant(8),
            .case_id = row.integer(9)};
}

std::vector<InterchangeGap> gaps_of(const Result& found) {
    std::vector<InterchangeGap> gaps;
    for (const auto& row : found.rows)
        gaps.push_back(gap_of(row));
    return gaps;
}

void insert(Session& session, const InterchangeGap& gap) {
    session.execute("INSERT INTO interchange_gap (series, round, day, first_number, last_number, "
                    "message_id, noticed_at, due_at, case_id) "
                    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                    {value(gap.series), gap.numbers.round, value(gap.numbers.day),
                     gap.numbers.first, gap.numbers.last, gap.message_id, value(gap.noticed_at),
                     value(gap.due_at), value_or_null(gap.case_id)});
}

// The figure for /metrics counts what a person was told of.
void count_missing(Session& session, std::int64_t delta) {
    session.count("interchange.missing", delta);
}

} // namespace

Interchanges::Interchanges(Store& store) : session_(*store.session_) {}

std::optional<NumberSeries> Interchanges::find(const std::string& series) {
    const auto found = session_.execute("SELECT highest, run, round, day, low, low_run FROM "
                                        "interchange_series WHERE series = $1",
                                        {value(series)});
    if (found.rows.empty()) return std::nullopt;
    const auto& row = found.rows.front();
    return NumberSeries{.highest = row.integer(0),
                        .run = row.integer(1),
                        .round = row.integer(2),
                        .day = row.text(3),
                        .low = row.integer(4),
                        .low_run = row.integer(5)};
}

void Interchanges::save(const std::string& series, const NumberSeries& state) {
    session_.execute(
        "INSERT INTO interchange_series (series, highest, run, round, day, low, low_run) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (series) DO UPDATE SET "
        "highest = excluded.highest, run = excluded.run, round = excluded.round, "
        "day = excluded.day, low = excluded.low, low_run = excluded.low_run",
        {value(series), state.highest, state.run, state.round, value(state.day), state.low,
         state.low_run});
}

void Interchanges::add(const InterchangeGap& gap) {
    insert(session_, gap);
}

std::optional<InterchangeGap> Interchanges::close(const std::string& series, std::int64_t number,
                                                  std::int64_t round, const std::string& day) {
    Transaction transaction(session_);
    const auto found =
        session_.execute(cat("SELECT ", gap_columns,
                             " FROM interchange_gap WHERE series = $1 AND round = $2 AND day = $3 "
                             "AND first_number <= $4 AND last_number >= $4 ORDER BY id LIMIT 1"),
                         {value(series), round, value(day), number});
    if (found.rows.empty()) return std::nullopt;
    const auto gap = gap_of(found.rows.front());
    const auto& [first, last, of_round, of_day] = gap.numbers;
    if (number == first && number == last) {
        session_.execute("DELETE FROM interchange_gap WHERE id = $1", {gap.id});
    } else if (number == first) {
        session_.execute("UPDATE interchange_gap SET first_number = $2 WHERE id = $1",
                         {gap.id, number + 1});
    } else {
        session_.execute("UPDATE interchange_gap SET last_number = $2 WHERE id = $1",
                         {gap.id, number - 1});
        auto rest = gap;
        rest.numbers.first = number + 1;
        if (number < last) insert(session_, rest);
    }
    if (!gap.due_at) count_missing(session_, -1);
    transaction.commit();
    return gap;
}

std::vector<InterchangeGap> Interchanges::due(Instant now, int limit) {
    return gaps_of(
        session_.execute(cat("SELECT ", gap_columns,
                             " FROM interchange_gap WHERE due_at IS NOT NULL AND due_at <= $1 "
                             "ORDER BY due_at, id LIMIT $2"),
                         {value(now), std::int64_t{limit}}));
}

void Interchanges::mark_told(const InterchangeGap& gap, std::int64_t case_id) {
    Transaction transaction(session_);
    session_.execute("UPDATE interchange_gap SET due_at = NULL, case_id = $2 WHERE id = $1",
                     {gap.id, case_id});
    count_missing(session_, gap.numbers.last - gap.numbers.first + 1);
    transaction.commit();
}

std::vector<InterchangeGap> Interchanges::of_case(std::int64_t case_id) {
    return gaps_of(session_.execute(
        cat("SELECT ", gap_columns, " FROM interchange_gap WHERE case_id = $1 ORDER BY id"),
        {case_id}));
}

std::vector<std::int64_t> Interchanges::quarantined_beside(std::int64_t message_id) {
    constexpr std::int64_t reach = 1'000;
    return ids_of(
        session_.execute("SELECT m.id FROM message m JOIN message near_to ON near_to.id = $1 WHERE "
                         "m.id BETWEEN $2 AND $3 AND m.channel = near_to.channel AND "
                         "m.state = 'quarantined' ORDER BY m.id",
                         {message_id, message_id - reach, message_id + reach}));
}

} // namespace besteld

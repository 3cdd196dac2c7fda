// SPDX-License-Identifier: Apache-2.0
#include "store/arrivals.hpp"

#include "base/text.hpp"
#include "store/session.hpp"
#include "store/session_of.hpp"

#include <map>

namespace besteld {

namespace {

std::int64_t day_of(Instant at) {
    return std::chrono::floor<std::chrono::days>(at).time_since_epoch().count();
}

std::vector<Arrival> arrivals_of(const Result& found) {
    std::vector<Arrival> all;
    for (const auto& row : found.rows)
        all.push_back({.customer_no = row.text(0),
                       .channel = row.text(1),
                       .first_at = row.instant(2),
                       .n = row.integer(3)});
    return all;
}

} // namespace

Arrivals::Arrivals(Store& store) : session_(session_of(store)) {}

std::vector<Arrival> Arrivals::since(Instant from) {
    return arrivals_of(session_.execute("SELECT customer_no, channel, first_at, n FROM arrival "
                                        "WHERE day >= $1 AND n > 0 "
                                        "ORDER BY customer_no, channel, day",
                                        {day_of(from)}));
}

std::vector<Arrival> Arrivals::of_customer(const std::string& customer_no, Instant from) {
    return arrivals_of(session_.execute("SELECT customer_no, channel, first_at, n FROM arrival "
                                        "WHERE customer_no = $1 AND day >= $2 AND n > 0 "
                                        "ORDER BY channel, day",
                                        {value(customer_no), day_of(from)}));
}

std::vector<Arrivals::Taken> Arrivals::taken(Instant from) {
    std::map<std::string, Taken> all;
    for (const auto& row :
         session_
             .execute("SELECT channel, CAST(sum(n) AS BIGINT), "
                      "CAST(sum(CASE WHEN day >= $1 THEN n ELSE 0 END) AS BIGINT) "
                      "FROM arrival WHERE customer_no = '' GROUP BY channel",
                      {day_of(from)})
             .rows)
        all[row.text(0)] = {
            .channel = row.text(0), .messages = row.integer(1), .since = row.integer(2)};
    for (const auto& row : session_
                               .execute("SELECT channel, count(*) FROM message "
                                        "WHERE ready_at IS NOT NULL GROUP BY channel")
                               .rows)
        all[row.text(0)].waiting = row.integer(1);
    for (const auto& row : session_
                               .execute("SELECT channel, count(*) FROM message "
                                        "WHERE state = 'quarantined' GROUP BY channel")
                               .rows)
        all[row.text(0)].quarantined = row.integer(1);
    std::vector<Taken> rows;
    for (auto& [channel, one] : all) {
        one.channel = channel;
        rows.push_back(std::move(one));
    }
    return rows;
}

void note_arrival(Session& session, const std::string& customer_no, const std::string& channel,
                  Instant at, std::int64_t n) {
    session.execute(
        "INSERT INTO arrival (customer_no, channel, day, first_at, n) VALUES ($1, $2, $3, $4, $5) "
        "ON CONFLICT (customer_no, channel, day) DO UPDATE SET n = arrival.n + excluded.n, "
        "first_at = CASE WHEN excluded.first_at < arrival.first_at THEN excluded.first_at "
        "ELSE arrival.first_at END",
        {value(customer_no), value(channel), day_of(at), value(at), n});
}

} // namespace besteld

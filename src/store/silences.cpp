// SPDX-License-Identifier: Apache-2.0
#include "store/silences.hpp"

#include "base/text.hpp"
#include "store/session.hpp"
#include "store/session_of.hpp"

#include <algorithm>

namespace besteld {

namespace {

SilenceRow silence_row_of(const Row& row) {
    SilenceRow one;
    one.customer_no = row.text(0);
    one.channel = row.text(1);
    one.what.kind = row.text(2) == name_of(Silence::Kind::usual_day) ? Silence::Kind::usual_day
                                                                     : Silence::Kind::long_pause;
    one.what.last = row.date(3);
    one.what.expected = row.date(4);
    one.what.usual = {.weekday = static_cast<unsigned>(row.integer(5)),
                      .seen = static_cast<int>(row.integer(6)),
                      .of = static_cast<int>(row.integer(7)),
                      .from = std::chrono::minutes{row.integer(8)},
                      .until = std::chrono::minutes{row.integer(9)}};
    one.what.pause = static_cast<int>(row.integer(10));
    one.noticed_at = row.instant(11);
    one.known_by = row.text(12);
    one.customer_name = row.text(13);
    return one;
}

void insert(Session& session, const SilenceRow& one) {
    const auto& usual = one.what.usual;
    session.execute(
        cat("INSERT INTO silence (customer_no, channel, kind, last_day, expected, weekday, seen, "
            "of_weeks, from_minute, until_minute, pause, noticed_at, known_by) VALUES ",
            parameter_rows(1, 1, 13)),
        {value(one.customer_no), value(one.channel), value(name_of(one.what.kind)),
         value(one.what.last), value(one.what.expected), std::int64_t{usual.weekday},
         std::int64_t{usual.seen}, std::int64_t{usual.of}, std::int64_t{usual.from.count()},
         std::int64_t{usual.until.count()}, std::int64_t{one.what.pause}, value(one.noticed_at),
         value(one.known_by)});
}

} // namespace

Silences::Silences(Store& store) : session_(session_of(store)) {}

std::vector<SilenceRow> Silences::all() {
    std::vector<SilenceRow> rows;
    for (const auto& row :
         session_
             .execute("SELECT s.customer_no, s.channel, s.kind, s.last_day, s.expected, s.weekday, "
                      "s.seen, s.of_weeks, s.from_minute, s.until_minute, s.pause, s.noticed_at, "
                      "s.known_by, coalesce((SELECT c.name FROM customer c "
                      "WHERE c.no = s.customer_no), '') FROM silence s "
                      "ORDER BY s.known_by <> '', s.noticed_at, s.customer_no, s.channel")
             .rows)
        rows.push_back(silence_row_of(row));
    return rows;
}

std::vector<SilenceRow> Silences::replace(std::span<const SilenceRow> now_silent) {
    std::vector<SilenceRow> fresh;
    Transaction transaction(session_);
    const auto before = all();
    const auto known = [&](const SilenceRow& one) {
        return std::ranges::find_if(before, [&](const SilenceRow& old) {
            return old.customer_no == one.customer_no && old.channel == one.channel &&
                   old.what == one.what;
        });
    };
    const bool same = before.size() == now_silent.size() &&
                      std::ranges::all_of(now_silent, [&](const SilenceRow& one) {
                          return known(one) != before.end();
                      });
    if (same) return fresh;
    session_.execute("DELETE FROM silence");
    for (const auto& one : now_silent) {
        const auto old = known(one);
        if (old == before.end()) fresh.push_back(one);
        insert(session_, old == before.end() ? one : *old);
    }
    transaction.commit();
    return fresh;
}

bool Silences::mark_known(const std::string& customer_no, const std::string& channel,
                          const std::string& login) {
    return session_
               .execute("UPDATE silence SET known_by = $3 WHERE customer_no = $1 AND channel = $2",
                        {value(customer_no), value(channel), value(login)})
               .changed > 0;
}

} // namespace besteld

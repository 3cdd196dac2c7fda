// SPDX-License-Identifier: Apache-2.0
#include "store/second_factors.hpp"

#include "store/session.hpp"
#include "store/session_of.hpp"

namespace besteld {

SecondFactors::SecondFactors(Store& store) : session_(session_of(store)) {}

std::optional<SecondFactor> SecondFactors::find(const std::string& login) {
    const auto found = session_.execute(
        "SELECT secret, last_step, since FROM second_factor WHERE login = $1", {value(login)});
    if (found.rows.empty()) return std::nullopt;
    const auto& row = found.rows.front();
    return SecondFactor{
        .secret = row.text(0), .last_step = row.integer(1), .since = row.instant(2)};
}

void SecondFactors::save(const std::string& login, const SecondFactor& factor,
                         std::span<const std::string> recovery_hashes) {
    Transaction transaction(session_);
    session_.execute("INSERT INTO second_factor (login, secret, last_step, since) VALUES ($1, $2, "
                     "$3, $4) ON CONFLICT (login) DO UPDATE SET secret = excluded.secret, "
                     "last_step = excluded.last_step, since = excluded.since",
                     {value(login), value(factor.secret), factor.last_step, value(factor.since)});
    session_.execute("DELETE FROM recovery_code WHERE login = $1", {value(login)});
    for (const auto& hash : recovery_hashes)
        session_.execute("INSERT INTO recovery_code (code_hash, login) VALUES ($1, $2)",
                         {value(hash), value(login)});
    transaction.commit();
}

bool SecondFactors::remove(const std::string& login) {
    Transaction transaction(session_);
    session_.execute("DELETE FROM recovery_code WHERE login = $1", {value(login)});
    const auto removed =
        session_.execute("DELETE FROM second_factor WHERE login = $1", {value(login)});
    transaction.commit();
    return removed.changed > 0;
}

bool SecondFactors::use_step(const std::string& login, std::int64_t step) {
    return session_
               .execute(
                   "UPDATE second_factor SET last_step = $2 WHERE login = $1 AND last_step < $2",
                   {value(login), step})
               .changed > 0;
}

bool SecondFactors::use_recovery(const std::string& login, const std::string& code_hash) {
    return session_
               .execute("DELETE FROM recovery_code WHERE code_hash = $1 AND login = $2",
                        {value(code_hash), value(login)})
               .changed > 0;
}

std::int64_t SecondFactors::recovery_left(const std::string& login) {
    return session_.execute("SELECT count(*) FROM recovery_code WHERE login = $1", {value(login)})
        .rows.at(0)
        .integer(0);
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0

// Clerks and their sessions. Of a session's token only the hash is kept.
#include "base/text.hpp"
#include "store/session.hpp"
#include "store/store.hpp"

namespace besteld {

namespace {

constexpr std::string_view user_columns = "login, name, role, language, password_hash, active";

User user_of(const Row& row) {
    const auto role = role_by_name(row.text(2));
    if (!role) throw StoreFault(cat("user ", row.text(0), " has an unknown role: ", row.text(2)));
    return User{.login = row.text(0),
                .name = row.text(1),
                .role = *role,
                .language = row.text(3),
                .password_hash = row.text(4),
                .active = row.integer(5) != 0};
}

} // namespace

std::optional<User> Store::user(const std::string& login) {
    const auto found = session_->execute(
        cat("SELECT ", user_columns, " FROM app_user WHERE login = $1"), {value(login)});
    if (found.rows.empty()) return std::nullopt;
    return user_of(found.rows.front());
}

void Store::save_user(const User& user) {
    Transaction transaction(*session_);
    session_->execute(
        cat("INSERT INTO app_user (", user_columns,
            ") VALUES ($1, $2, $3, $4, $5, $6) "
            "ON CONFLICT (login) DO UPDATE SET name = excluded.name, role = excluded.role, "
            "language = excluded.language, password_hash = excluded.password_hash, active = "
            "excluded.active"),
        {value(user.login), value(user.name), value(name_of(user.role)), value(user.language),
         value(user.password_hash), std::int64_t{user.active ? 1 : 0}});
    // Whoever is switched off is out at once.
    if (!user.active)
        session_->execute("DELETE FROM login_session WHERE login = $1", {value(user.login)});
    transaction.commit();
}

std::vector<User> Store::users() {
    std::vector<User> users;
    for (const auto& row :
         session_->execute(cat("SELECT ", user_columns, " FROM app_user ORDER BY login")).rows)
        users.push_back(user_of(row));
    return users;
}

void Store::save_session(const std::string& token_hash, const std::string& login, Instant until) {
    session_->execute("INSERT INTO login_session (token_hash, login, until) VALUES ($1, $2, $3) "
                      "ON CONFLICT (token_hash) DO UPDATE SET until = excluded.until",
                      {value(token_hash), value(login), value(until)});
}

std::optional<std::string> Store::session_login(const std::string& token_hash, Instant now) {
    const auto found = session_->execute(
        "SELECT s.login FROM login_session s JOIN app_user u ON u.login = s.login "
        "WHERE s.token_hash = $1 AND s.until > $2 AND u.active = 1",
        {value(token_hash), value(now)});
    if (found.rows.empty()) return std::nullopt;
    return found.rows.front().text(0);
}

void Store::end_other_sessions(const std::string& login, const std::string& token_hash) {
    session_->execute("DELETE FROM login_session WHERE login = $1 AND token_hash <> $2",
                      {value(login), value(token_hash)});
}

void Store::end_session(const std::string& token_hash) {
    session_->execute("DELETE FROM login_session WHERE token_hash = $1", {value(token_hash)});
}

} // namespace besteld

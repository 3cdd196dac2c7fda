// SPDX-License-Identifier: Apache-2.0

// What falls due about a case, and the credit of automatic mails (store.hpp).
#include "store/session.hpp"
#include "store/store.hpp"

namespace besteld {

void Store::set_duty(const Duty& duty) {
    session_->execute("INSERT INTO duty (case_id, name, due_at) VALUES ($1, $2, $3) "
                      "ON CONFLICT (case_id, name) DO UPDATE SET due_at = excluded.due_at",
                      {duty.case_id, value(duty.name), value(duty.due_at)});
}

void Store::end_duty(std::int64_t case_id, const std::string& name) {
    session_->execute("DELETE FROM duty WHERE case_id = $1 AND name = $2", {case_id, value(name)});
}

std::vector<Duty> Store::due_duties(Instant now, int limit) {
    std::vector<Duty> due;
    const auto found =
        session_->execute("SELECT case_id, name, due_at FROM duty WHERE due_at <= $1 "
                          "ORDER BY due_at, case_id, name LIMIT $2",
                          {value(now), std::int64_t{limit}});
    for (const auto& row : found.rows)
        due.push_back({row.integer(0), row.text(1), row.instant(2)});
    return due;
}

bool Store::take_duty(const Duty& duty) {
    const auto taken =
        session_->execute("DELETE FROM duty WHERE case_id = $1 AND name = $2 AND due_at = $3",
                          {duty.case_id, value(duty.name), value(duty.due_at)});
    return taken.changed == 1;
}

void Store::earn_mails(std::int64_t message_id, int mails) {
    session_->execute("INSERT INTO mail_credit (message_id, earned) VALUES ($1, $2) "
                      "ON CONFLICT (message_id) DO UPDATE SET "
                      "earned = mail_credit.earned + excluded.earned",
                      {message_id, std::int64_t{mails}});
}

Store::MailCredit Store::mail_credit(std::int64_t message_id) {
    const auto found = session_->execute(
        "SELECT earned, spent FROM mail_credit WHERE message_id = $1", {message_id});
    if (found.rows.empty()) return {};
    return {.earned = found.rows.front().integer(0), .spent = found.rows.front().integer(1)};
}

bool Store::pay_for_mail(std::int64_t outbox_id, std::int64_t message_id) {
    const auto paid = session_->execute("UPDATE mail_credit SET spent = spent + 1 "
                                        "WHERE message_id = $1 AND spent < earned",
                                        {message_id});
    if (paid.changed == 0) return false;
    session_->execute("INSERT INTO mail_paid (outbox_id, message_id) VALUES ($1, $2)",
                      {outbox_id, message_id});
    return true;
}

} // namespace besteld

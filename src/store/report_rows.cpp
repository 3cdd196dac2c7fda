// SPDX-License-Identifier: Apache-2.0
#include "store/report_rows.hpp"

#include "store/session.hpp"
#include "store/session_of.hpp"

namespace besteld {

ReportRows::ReportRows(Store& store) : store_(store), session_(session_of(store)) {}

std::string ReportRows::mail_of(const std::string& login) {
    const auto found = session_.execute("SELECT mail FROM app_user WHERE login = $1 AND active = 1",
                                        {value(login)});
    return found.rows.empty() ? std::string() : found.rows.front().text(0);
}

void ReportRows::set_mail(const std::string& login, const std::string& mail) {
    session_.execute("UPDATE app_user SET mail = $2 WHERE login = $1", {value(login), value(mail)});
}

std::optional<Date> ReportRows::last(const std::string& name) {
    return session_.execute("SELECT max(first_day) FROM report_sent WHERE name = $1", {value(name)})
        .rows.front()
        .maybe_date(0);
}

bool ReportRows::claim(const std::string& name, Date first_day, Instant now) {
    return session_
               .execute("INSERT INTO report_sent (name, first_day, at) VALUES ($1, $2, $3) "
                        "ON CONFLICT (name, first_day) DO NOTHING",
                        {value(name), value(first_day), value(now)})
               .changed == 1;
}

void ReportRows::add_mail(const Mail& mail, Instant now,
                          const std::function<std::string(const std::string&)>& compose) {
    Transaction transaction(session_);
    OutboxRow row{.recipient = mail.recipient, .key = mail.key};
    row.answer.kind = AnswerKind::receipt;
    store_.add_outbox(row, mail.mail_domain, now);
    // It answers nobody; its bytes are there, so nothing is ever rendered from its answer.
    session_.execute("UPDATE outbox SET kind = 'report' WHERE id = $1", {row.id});
    store_.store_rendered(row.id, compose(row.mail_id));
    transaction.commit();
}

} // namespace besteld

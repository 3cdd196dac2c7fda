// SPDX-License-Identifier: Apache-2.0
#include "store/phrases.hpp"

#include "base/text.hpp"
#include "store/session.hpp"
#include "store/store.hpp"

namespace besteld {

namespace {

constexpr std::chrono::days lasts{730}; // after the last confirmation

Date expiry(Instant now) {
    return std::chrono::floor<std::chrono::days>(now) + lasts;
}

struct Known {
    std::int64_t id = 0;
    std::string unit;
    std::string status;
    bool expired = false;
};

std::optional<Known> find_known(Session& session, const PhraseConfirmation& said, Instant now) {
    const auto found =
        session.execute("SELECT id, unit, status, expires_on FROM learned_phrase "
                        "WHERE customer = $1 AND phrase = $2 AND sku = $3 "
                        "{for update}",
                        {value(said.customer_no), value(said.phrase), value(said.sku)});
    if (found.rows.empty()) return std::nullopt;
    const auto& row = found.rows.front();
    const auto until = row.maybe_date(3);
    return Known{row.integer(0), row.text(1), row.text(2),
                 until && *until < std::chrono::floor<std::chrono::days>(now)};
}

// Whoever meant another item by the same words contradicts, and is contradicted. How many there
// are; revoked and expired ones do not count.
std::int64_t contradict_others(Session& session, const PhraseConfirmation& said, Instant now) {
    return session
        .execute("UPDATE learned_phrase SET contradictions = contradictions + 1, status = "
                 "'review', changed_at = $4, changed_by = $5, approved_at = NULL, "
                 "approved_by = NULL WHERE customer = $1 AND phrase = $2 AND sku <> $3 "
                 "AND status <> 'revoked' AND (expires_on IS NULL OR expires_on >= $6)",
                 {value(said.customer_no), value(said.phrase), value(said.sku), value(now),
                  value(said.login), value(expiry(now) - lasts)})
        .changed;
}

void create(Session& session, const PhraseConfirmation& said, std::int64_t contradictions,
            Instant now) {
    session.execute(
        "INSERT INTO learned_phrase (customer, phrase, sku, unit, factor, confirmations, "
        "contradictions, status, expires_on, created_at, created_by, changed_at, changed_by, "
        "last_case_id) VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10, $9, $10, $11)",
        {value(said.customer_no), value(said.phrase), value(said.sku), value(said.unit),
         value(said.factor), contradictions, value(contradictions > 0 ? "review" : "active"),
         value(expiry(now)), value(now), value(said.login),
         said.case_id == 0 ? Value{} : Value{said.case_id}});
}

void strengthen(Session& session, const Known& known, const PhraseConfirmation& said,
                std::int64_t contradictions, Instant now) {
    // What was taken back or forgotten begins anew.
    const bool anew = known.expired || known.status == "revoked";
    const bool active = contradictions == 0 && known.status == "active";
    // Two people who mean different units: the words say nothing of it.
    const bool same_unit = anew || known.unit == said.unit;
    session.execute(
        cat("UPDATE learned_phrase SET confirmations = ", anew ? "1" : "confirmations + 1",
            ", contradictions = contradictions + $2, status = $3, unit = $4, factor = $5, "
            "expires_on = $6, changed_at = $7, changed_by = $8, approved_at = NULL, "
            "approved_by = NULL, last_case_id = coalesce($9, last_case_id) WHERE id = $1"),
        {known.id, contradictions, value(active ? "active" : "review"),
         value(same_unit ? said.unit : ""), same_unit ? value(said.factor) : Value{},
         value(expiry(now)), value(now), value(said.login),
         said.case_id == 0 ? Value{} : Value{said.case_id}});
}

constexpr std::string_view phrase_columns =
    "SELECT learned_phrase.id, customer, phrase, sku, unit, factor, confirmations, "
    "contradictions, status, expires_on, created_at, created_by, changed_at, changed_by, "
    "approved_at, approved_by, (SELECT case_no FROM order_case WHERE order_case.id = "
    "learned_phrase.last_case_id) FROM learned_phrase WHERE learned_phrase.id > $1";

LearnedPhraseRow phrase_of(const Row& row) {
    return {.id = row.integer(0),
            .customer_no = row.text(1),
            .phrase = row.text(2),
            .sku = row.text(3),
            .unit = row.text(4),
            .factor = row.maybe_decimal(5),
            .confirmations = static_cast<int>(row.integer(6)),
            .contradictions = static_cast<int>(row.integer(7)),
            .status = row.text(8),
            .expires_on = row.maybe_date(9),
            .created_at = row.instant(10),
            .created_by = row.text(11),
            .changed_at = row.instant(12),
            .changed_by = row.text(13),
            .approved_at = row.maybe_instant(14),
            .approved_by = row.text(15),
            .last_case = row.text(16)};
}

bool means_another(Session& session, std::int64_t id) {
    return !session
                .execute("SELECT 1 FROM learned_phrase AS mine JOIN learned_phrase AS other "
                         "ON other.customer = mine.customer AND other.phrase = mine.phrase "
                         "AND other.sku <> mine.sku WHERE mine.id = $1 AND other.status = 'active'",
                         {id})
                .rows.empty();
}

} // namespace

void Store::confirm_phrase(const PhraseConfirmation& said, Instant now) {
    if (said.customer_no.empty() || said.phrase.empty() || said.sku.empty() || said.login.empty())
        throw StoreFault("a phrase is confirmed by a person, for a customer and an item");
    Transaction transaction(*session_);
    const auto contradictions = contradict_others(*session_, said, now);
    if (const auto known = find_known(*session_, said, now))
        strengthen(*session_, *known, said, contradictions, now);
    else
        create(*session_, said, contradictions, now);
    transaction.commit();
}

std::vector<LearnedPhraseRow> Store::phrases(const PhraseFilter& filter) {
    std::string sql(phrase_columns);
    std::vector<Value> values{filter.after_id};
    const auto only = [&](std::string_view condition, const std::string& wanted) {
        if (wanted.empty()) return;
        values.push_back(value(wanted));
        sql += cat(" AND ", condition, " $", values.size());
    };
    only("customer =", filter.customer_no);
    only("status =", filter.status);
    only("sku =", filter.sku);
    if (!filter.phrase.empty()) {
        only("phrase >=", filter.phrase);
        only("phrase <", filter.phrase + "\xF4\x8F\xBF\xBF"); // U+10FFFF, after every character
    }
    values.push_back(std::int64_t{filter.limit});
    sql += cat(" ORDER BY learned_phrase.id LIMIT $", values.size());
    std::vector<LearnedPhraseRow> rows;
    for (const auto& row : session_->execute(sql, values).rows)
        rows.push_back(phrase_of(row));
    return rows;
}

PhraseChange Store::revoke_phrase(std::int64_t id, const std::string& login, Instant now) {
    const auto revoked = session_->execute(
        "UPDATE learned_phrase SET status = 'revoked', changed_at = $2, changed_by = $3, "
        "approved_at = NULL, approved_by = NULL WHERE id = $1 AND status <> 'revoked'",
        {id, value(now), value(login)});
    return revoked.changed == 1 ? PhraseChange::done : PhraseChange::unknown;
}

PhraseChange Store::edit_phrase(const PhraseEdit& edit, Instant now) {
    Transaction transaction(*session_);
    const auto clash = session_->execute(
        "SELECT 1 FROM learned_phrase AS mine JOIN learned_phrase AS other ON other.customer = "
        "mine.customer AND other.phrase = mine.phrase AND other.id <> mine.id "
        "WHERE mine.id = $1 AND other.sku = $2",
        {edit.id, value(edit.sku)});
    if (!clash.rows.empty()) return PhraseChange::means_another;
    const auto edited = session_->execute(
        "UPDATE learned_phrase SET sku = $2, unit = $3, factor = $4, expires_on = $5, "
        "status = 'review', changed_at = $6, changed_by = $7, approved_at = NULL, "
        "approved_by = NULL WHERE id = $1",
        {edit.id, value(edit.sku), value(edit.unit), value(edit.factor), value(edit.expires_on),
         value(now), value(edit.login)});
    if (edited.changed == 0) return PhraseChange::unknown;
    transaction.commit();
    return PhraseChange::done;
}

PhraseChange Store::approve_phrase(std::int64_t id, const std::string& login, Instant now) {
    Transaction transaction(*session_);
    const auto found = session_->execute(
        "SELECT changed_by FROM learned_phrase WHERE id = $1 AND status = 'review' {for update}",
        {id});
    if (found.rows.empty()) return PhraseChange::unknown;
    if (found.rows.front().text(0) == login) return PhraseChange::same_person;
    if (means_another(*session_, id)) return PhraseChange::means_another;
    session_->execute("UPDATE learned_phrase SET status = 'active', approved_at = $2, "
                      "approved_by = $3 WHERE id = $1",
                      {id, value(now), value(login)});
    transaction.commit();
    return PhraseChange::done;
}

void Store::note_phrase_use(std::int64_t phrase_id, std::int64_t case_id) {
    session_->execute("INSERT INTO learned_phrase_use (phrase_id, case_id) VALUES ($1, $2) "
                      "ON CONFLICT (phrase_id, case_id) DO NOTHING",
                      {phrase_id, case_id});
}

std::vector<std::string> Store::orders_touched_by(std::int64_t phrase_id) {
    std::vector<std::string> numbers;
    const auto found = session_->execute(
        "SELECT case_no FROM learned_phrase_use JOIN order_case ON order_case.id = case_id "
        "WHERE phrase_id = $1 ORDER BY case_id",
        {phrase_id});
    for (const auto& row : found.rows)
        numbers.push_back(row.text(0));
    return numbers;
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "store/archives.hpp"

#include "base/text.hpp"
#include "store/case_rows.hpp"
#include "store/row_lists.hpp"
#include "store/session.hpp"
#include "store/session_of.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr std::string_view package_columns =
    "p.case_id, p.number, p.file, p.sha256, p.size, p.class, p.archived_at, p.retain_until, "
    "e.case_id FROM archive_package p LEFT JOIN erasure e ON e.case_id = p.case_id";

ArchivePackage package_of(const Row& row) {
    const auto retention_class = retention_class_by_name(row.text(5));
    if (!retention_class) throw StoreFault(cat("unknown retention class ", row.text(5)));
    return {.case_id = row.integer(0),
            .number = row.integer(1),
            .file = row.text(2),
            .sha256 = row.text(3),
            .size = row.integer(4),
            .retention_class = *retention_class,
            .archived_at = row.instant(6),
            .retain_until = row.date(7),
            .erased = !row.is_null(8)};
}

std::vector<ArchivePackage> packages_of(const Result& found) {
    std::vector<ArchivePackage> packages;
    for (const auto& row : found.rows)
        packages.push_back(package_of(row));
    return packages;
}

// `step` names the event.
Step step_of(const Case& the_case, const ArchiveAction& action, Step step) {
    step.number = "T36";
    step.from = step.to = the_case.state;
    step.role = action.role;
    step.actor = action.login;
    step.reason = action.because;
    return step;
}

constexpr std::string_view found_columns =
    "SELECT c.id, c.case_no, c.official_no, c.buyer_order_no, c.customer_no, c.customer_name, "
    "c.state, c.received_at, (SELECT p.file FROM archive_package p WHERE p.case_id = c.id "
    "ORDER BY p.number DESC LIMIT 1) FROM order_case c ";

FoundCase found_of(const Row& row) {
    return {.case_id = row.integer(0),
            .case_no = row.text(1),
            .official_no = row.text(2),
            .buyer_order_no = row.text(3),
            .customer = row.text(4).empty() ? row.text(5) : cat(row.text(4), " ", row.text(5)),
            .state = state_by_name(row.text(6)).value_or(OrderState::received),
            .received_at = row.instant(7),
            .file = row.text(8)};
}

} // namespace

Archives::Archives(Store& store) : store_(store), session_(session_of(store)) {}

std::vector<std::int64_t> Archives::over(std::int64_t after_id, int limit) {
    return ids_of(session_.execute(
        "SELECT id FROM order_case WHERE state IN ('closed','rejected','cancelled','duplicate',"
        "'expired','superseded') AND id > $1 ORDER BY id LIMIT $2",
        {after_id, std::int64_t{limit}}));
}

std::optional<Instant> Archives::state_since(std::int64_t case_id) {
    const auto found = session_.execute(
        "SELECT max(e.at) FROM event e JOIN order_case c ON c.id = e.case_id "
        "WHERE e.case_id = $1 AND e.to_state = c.state AND e.from_state <> e.to_state",
        {case_id});
    return found.rows.front().maybe_instant(0);
}

void Archives::add_package(ArchivePackage& package) {
    const auto known =
        session_.execute("SELECT coalesce(max(number), 0) FROM archive_package WHERE case_id = $1",
                         {package.case_id});
    if (package.number == 0) package.number = known.rows.front().integer(0) + 1;
    session_.execute("INSERT INTO archive_package (case_id, number, file, sha256, size, class, "
                     "archived_at, retain_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                     {package.case_id, package.number, value(package.file), value(package.sha256),
                      package.size, value(name_of(package.retention_class)),
                      value(package.archived_at), value(package.retain_until)});
}

std::vector<ArchivePackage> Archives::packages(std::int64_t case_id) {
    return packages_of(session_.execute(
        cat("SELECT ", package_columns, " WHERE p.case_id = $1 ORDER BY p.number"), {case_id}));
}

std::vector<ArchivePackage> Archives::packages_after(std::int64_t case_id, std::int64_t number,
                                                     int limit) {
    return packages_of(session_.execute(cat("SELECT ", package_columns,
                                            " WHERE (p.case_id, p.number) > ($1, $2) "
                                            "ORDER BY p.case_id, p.number LIMIT $3"),
                                        {case_id, number, std::int64_t{limit}}));
}

std::vector<CaseReleaseRow> Archives::releases(std::int64_t case_id) {
    std::vector<CaseReleaseRow> releases;
    const auto found =
        session_.execute("SELECT revision, released_by, second_by, at FROM case_release "
                         "WHERE case_id = $1 ORDER BY revision",
                         {case_id});
    for (const auto& row : found.rows)
        releases.push_back({.revision = static_cast<int>(row.integer(0)),
                            .released_by = row.text(1),
                            .second_by = row.text(2),
                            .at = row.instant(3)});
    return releases;
}

void Archives::place_hold(const Case& the_case, const ArchiveAction& action) {
    Transaction transaction(session_);
    session_.execute(
        "INSERT INTO legal_hold (case_id, because, placed_by, placed_at) VALUES ($1, $2, $3, $4)",
        {the_case.id, value(action.because), value(action.login), value(action.now)});
    store_.add_events(the_case.id, the_case.message_id,
                      {step_of(the_case, action, {.event = "legal_hold.placed"})}, action.now);
    transaction.commit();
}

std::int64_t Archives::lift_holds(const Case& the_case, const ArchiveAction& action) {
    Transaction transaction(session_);
    const auto lifted = session_.execute("UPDATE legal_hold SET lifted_by = $2, lifted_at = $3 "
                                         "WHERE case_id = $1 AND lifted_at IS NULL",
                                         {the_case.id, value(action.login), value(action.now)});
    if (lifted.changed > 0)
        store_.add_events(the_case.id, the_case.message_id,
                          {step_of(the_case, action, {.event = "legal_hold.lifted"})}, action.now);
    transaction.commit();
    return lifted.changed;
}

std::vector<LegalHold> Archives::holds(std::int64_t case_id) {
    std::vector<LegalHold> holds;
    const auto found =
        session_.execute("SELECT id, because, placed_by, placed_at, lifted_by, lifted_at "
                         "FROM legal_hold WHERE case_id = $1 ORDER BY id",
                         {case_id});
    for (const auto& row : found.rows)
        holds.push_back({.id = row.integer(0),
                         .because = row.text(1),
                         .placed_by = row.text(2),
                         .placed_at = row.instant(3),
                         .lifted_by = row.text(4),
                         .lifted_at = row.maybe_instant(5)});
    return holds;
}

bool Archives::is_held(std::int64_t case_id) {
    return !session_
                .execute("SELECT 1 FROM legal_hold WHERE case_id = $1 AND lifted_at IS NULL "
                         "LIMIT 1",
                         {case_id})
                .rows.empty();
}

void Archives::ask_reopening(const Case& the_case, const ArchiveAction& action) {
    Transaction transaction(session_);
    session_.execute(
        "INSERT INTO reopening (case_id, because, asked_by, asked_at) VALUES ($1, $2, $3, $4)",
        {the_case.id, value(action.because), value(action.login), value(action.now)});
    store_.add_events(the_case.id, the_case.message_id,
                      {step_of(the_case, action, {.event = "reopening.asked"})}, action.now);
    transaction.commit();
}

std::optional<Reopening> Archives::asked_reopening(std::int64_t case_id) {
    const auto found = session_.execute("SELECT because, asked_by, asked_at FROM reopening "
                                        "WHERE case_id = $1 AND agreed_by IS NULL",
                                        {case_id});
    if (found.rows.empty()) return std::nullopt;
    const auto& row = found.rows.front();
    return Reopening{row.text(0), row.text(1), row.instant(2)};
}

void Archives::agree_reopening(std::int64_t case_id, const ArchiveAction& action) {
    session_.execute("UPDATE reopening SET agreed_by = $2, agreed_at = $3 "
                     "WHERE case_id = $1 AND agreed_by IS NULL",
                     {case_id, value(action.login), value(action.now)});
}

std::vector<std::int64_t> Archives::expired(Date today, int limit) {
    return ids_of(session_.execute(
        "SELECT DISTINCT p.case_id FROM archive_package p JOIN order_case c ON c.id = p.case_id "
        "WHERE p.retain_until < $1 AND c.state = 'archived' "
        "AND NOT EXISTS (SELECT 1 FROM archive_package o WHERE o.case_id = p.case_id "
        "AND o.retain_until >= $1) "
        "AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.case_id = p.case_id) "
        "AND NOT EXISTS (SELECT 1 FROM legal_hold h WHERE h.case_id = p.case_id "
        "AND h.lifted_at IS NULL) ORDER BY p.case_id LIMIT $2",
        {value(today), std::int64_t{limit}}));
}

std::vector<FoundCase> Archives::find(const std::string& text, int limit) {
    const auto term = normalise_code(fold_case(trim(text)));
    std::vector<FoundCase> found;
    if (term.empty()) return found;
    const std::vector<Value> range{value(term), value(after_prefix(term)), std::int64_t{limit}};
    const auto by_number = session_.execute(
        cat(found_columns, "WHERE c.id IN (SELECT t.case_id FROM case_term t WHERE t.term >= $1 "
                           "AND t.term < $2 ORDER BY t.case_id DESC LIMIT $3) ORDER BY c.id DESC"),
        range);
    for (const auto& row : by_number.rows)
        found.push_back(found_of(row));
    const auto by_name = session_.execute(
        cat(found_columns, "WHERE c.customer_no IN (SELECT u.customer_no FROM customer_term u "
                           "WHERE u.term >= $1 AND u.term < $2) ORDER BY c.id DESC LIMIT $3"),
        range);
    for (const auto& row : by_name.rows)
        if (std::ranges::find(found, row.integer(0), &FoundCase::case_id) == found.end())
            found.push_back(found_of(row));
    if (found.size() > static_cast<std::size_t>(limit))
        found.resize(static_cast<std::size_t>(limit));
    return found;
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0

// What cases have to do with each other, and what an order was before it was changed.
#include "base/text.hpp"
#include "order/order_json.hpp"
#include "order/reading_json.hpp"
#include "store/session.hpp"
#include "store/store.hpp"

namespace besteld {

namespace {

std::vector<CaseLink> links_where(Session& session, std::string_view condition, std::int64_t id) {
    std::vector<CaseLink> links;
    const auto found =
        session.execute(cat("SELECT case_id, kind, other_id, revision FROM case_link WHERE ",
                            condition, " ORDER BY case_id, other_id"),
                        {id});
    for (const auto& row : found.rows)
        links.push_back({.case_id = row.integer(0),
                         .kind = row.text(1),
                         .other_id = row.integer(2),
                         .revision = static_cast<int>(row.integer(3))});
    return links;
}

} // namespace

void Store::link_case(std::int64_t case_id, const std::string& kind, std::int64_t other_id,
                      int revision) {
    session_->execute("INSERT INTO case_link (case_id, kind, other_id, revision) VALUES ($1, $2, "
                      "$3, $4) ON CONFLICT (case_id, kind, other_id) DO UPDATE SET revision = "
                      "excluded.revision",
                      {case_id, value(kind), other_id, std::int64_t{revision}});
}

std::vector<CaseLink> Store::links_of(std::int64_t case_id) {
    return links_where(*session_, "case_id = $1", case_id);
}

std::vector<CaseLink> Store::links_to(std::int64_t other_id) {
    return links_where(*session_, "other_id = $1", other_id);
}

void Store::keep_version(const Case& before, std::int64_t by_case, Instant at) {
    session_->execute("INSERT INTO order_version (case_id, revision, replaced_at, replaced_by, "
                      "order_body, draft) VALUES ($1, $2, $3, $4, $5, $6)",
                      {before.id, std::int64_t{before.revision}, value(at), by_case,
                       value(to_json_text(before.order)), value(to_json_text(before.draft))});
}

std::vector<OrderVersion> Store::versions(std::int64_t case_id) {
    std::vector<OrderVersion> versions;
    const auto found =
        session_->execute("SELECT revision, replaced_at, replaced_by, order_body, draft FROM "
                          "order_version WHERE case_id = $1 ORDER BY replaced_by",
                          {case_id});
    for (const auto& row : found.rows)
        versions.push_back({.revision = static_cast<int>(row.integer(0)),
                            .replaced_at = row.instant(1),
                            .replaced_by = row.integer(2),
                            .order = order_from_json(row.text(3)),
                            .draft = draft_from_json(row.text(4))});
    return versions;
}

} // namespace besteld

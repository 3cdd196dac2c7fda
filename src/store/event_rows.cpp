// SPDX-License-Identifier: Apache-2.0
#include "store/event_rows.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"

namespace besteld {

namespace {

constexpr std::size_t actor_column = 9;
constexpr std::size_t reason_column = 10;

std::string next_digest(const std::string& before, const std::vector<Value>& columns) {
    return sha256_hex(cat(before, canonical(columns)));
}

} // namespace

std::string canonical(const std::vector<Value>& columns) {
    std::string out;
    for (const auto& column : columns) {
        const auto* number = std::get_if<std::int64_t>(&column);
        const auto* text = std::get_if<std::string>(&column);
        const auto field = number ? std::to_string(*number) : text ? *text : std::string("?");
        out += cat(field.size(), ':', field, ',');
    }
    return out;
}

ErasedEvents events_to_erase(Session& session, std::int64_t case_id, std::int64_t message_id) {
    const auto found = session.execute(
        "SELECT id, case_id, message_id, at, number, from_state, to_state, event, role, actor, "
        "reason, previous_hash FROM event WHERE erased_by IS NULL AND event <> 'order.erased' "
        "AND (case_id = $1 OR (case_id = 0 AND message_id = $2 AND $2 <> 0)) ORDER BY id",
        {case_id, message_id});
    ErasedEvents erased;
    for (const auto& row : found.rows) {
        std::vector<Value> columns;
        for (std::size_t i = 0; i < 12; ++i)
            columns.push_back(row.cell(i));
        columns[actor_column] = std::string("erased");
        columns[reason_column] = std::string();
        erased.ids.push_back(row.integer(0));
        erased.digest = next_digest(erased.digest, columns);
    }
    return erased;
}

void ErasureProof::add(std::int64_t erased_by, const std::vector<Value>& columns) {
    auto& digest = digests_[erased_by];
    digest = next_digest(digest, columns);
}

std::string ErasureProof::check(std::int64_t event_id, const std::string& event,
                                const std::string& reason) {
    const auto found = digests_.find(event_id);
    if (found == digests_.end()) return {};
    const bool told = event == "order.erased" && reason.ends_with("sha256 " + found->second);
    digests_.erase(found);
    if (told) return {};
    return cat("event ", event_id, " does not tell what is left of the events it erased");
}

std::string ErasureProof::rest() const {
    if (digests_.empty()) return {};
    return cat("events were erased by event ", digests_.begin()->first, ", which is not there");
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "store/case_rows.hpp"

#include "base/json.hpp"
#include "base/text.hpp"
#include "order/order_json.hpp"
#include "order/reading_json.hpp"
#include "store/alike_rows.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace besteld {

const std::string_view case_columns =
    "id, case_no, message_id, document, state, version, official_no, revision, received_at, "
    "due_at, net, "
    "at_stake, claimed_by, claimed_until, editors, corrections, findings, order_body, draft, "
    "escalated";

const std::string_view changing_columns =
    "kind, state, waiting, revision, channel, customer_no, customer_name, buyer_order_no, "
    "buyer_order_key, "
    "content_key, currency, first_check, open_findings, net, at_stake, stake_rank, due_rank, "
    "received_at, "
    "due_at, editors, corrections, findings, order_body, draft, escalated";

namespace {

std::int64_t due_rank(const Case& the_case) {
    return the_case.due_at ? to_millis(*the_case.due_at) : std::numeric_limits<std::int64_t>::max();
}

std::int64_t stake_rank(const Case& the_case) {
    return -the_case.at_stake.abs().units();
}

// The gravest open finding; among equals the first.
const Finding* gravest(const std::vector<Finding>& findings) {
    const Finding* found = nullptr;
    for (const auto& finding : findings)
        if (is_open(finding) && (!found || finding.severity > found->severity)) found = &finding;
    return found;
}

std::set<std::string> terms_of(const Case& the_case) {
    std::set<std::string> terms;
    const auto add = [&](std::string_view number) {
        if (auto term = normalise_code(number); !term.empty()) terms.insert(std::move(term));
    };
    add(the_case.case_no);
    add(the_case.official_no);
    add(the_case.order.buyer_order_no);
    // A customer whom we know is found through the base data; of a stranger there is only the name.
    if (the_case.order.customer_no.empty()) {
        const auto folded = fold_case(the_case.order.customer_name);
        for (const auto word : split(folded, ' '))
            add(word);
    }
    return terms;
}

// Written only where they differ: most saves change no article.
void write_items(Session& session, const Case& the_case) {
    std::set<std::string> wanted, stored;
    for (const auto& line : the_case.order.lines)
        if (!line.sku.empty()) wanted.insert(line.sku);
    for (const auto& row :
         session.execute("SELECT sku FROM case_item WHERE case_id = $1", {the_case.id}).rows)
        stored.insert(row.text(0));
    for (const auto& sku : stored)
        if (!wanted.contains(sku))
            session.execute("DELETE FROM case_item WHERE sku = $1 AND case_id = $2",
                            {value(sku), the_case.id});
    for (const auto& sku : wanted)
        if (!stored.contains(sku))
            session.execute("INSERT INTO case_item (sku, case_id) VALUES ($1, $2)",
                            {value(sku), the_case.id});
}

} // namespace

bool waits_for_person(OrderState state) {
    return state == OrderState::in_review || state == OrderState::awaiting_second ||
           state == OrderState::on_hold;
}

std::string_view kind_of(const Case& the_case) {
    switch (the_case.draft.document_class) {
    case DocumentClass::order:
        return "order";
    case DocumentClass::order_change:
        return "change";
    case DocumentClass::order_cancellation:
        return "cancellation";
    case DocumentClass::order_status:
        return "status";
    case DocumentClass::complaint:
        return "complaint";
    case DocumentClass::order_response:
    case DocumentClass::order_change_response:
    case DocumentClass::quote_request:
    case DocumentClass::stock_question:
    case DocumentClass::mixed:
    case DocumentClass::other:
        break;
    }
    return "other";
}

bool is_waiting(const Case& the_case) {
    return the_case.escalated || waits_for_person(the_case.state);
}

Case case_of(const Row& row) {
    Case found;
    found.id = row.integer(0);
    found.case_no = row.text(1);
    found.message_id = row.integer(2);
    found.document = static_cast<std::uint32_t>(row.integer(3));
    const auto state = state_by_name(row.text(4));
    if (!state)
        throw StoreFault(cat("case ", found.case_no, " has an unknown state: ", row.text(4)));
    found.state = *state;
    found.version = row.integer(5);
    found.official_no = row.text(6);
    found.revision = static_cast<int>(row.integer(7));
    found.received_at = row.instant(8);
    found.due_at = row.maybe_instant(9);
    found.net = row.decimal(10);
    found.at_stake = row.decimal(11);
    found.claimed_by = row.text(12);
    found.claimed_until = row.maybe_instant(13);
    found.editors = from_json<std::vector<std::string>>(parse_json(row.text(14)));
    found.corrections = corrections_from_json(row.text(15));
    found.findings = findings_from_json(row.text(16));
    found.order = order_from_json(row.text(17));
    found.draft = draft_from_json(row.text(18));
    found.escalated = row.integer(19) != 0;
    return found;
}

void for_each_case(Session& session, std::string_view and_where,
                   const std::function<void(const Case&)>& visit) {
    constexpr int page = 500;
    const auto next = cat("SELECT ", case_columns, " FROM order_case WHERE id > $1", and_where,
                          " ORDER BY id LIMIT ", page);
    std::int64_t last = 0;
    for (;;) {
        const auto cases = session.execute(next, {last});
        if (cases.rows.empty()) return;
        for (const auto& row : cases.rows) {
            const auto found = case_of(row);
            visit(found);
            last = found.id;
        }
    }
}

std::vector<Value> changing_columns_of(const Case& the_case) {
    const auto& order = the_case.order;
    const auto* first = gravest(the_case.findings);
    return {value(kind_of(the_case)),
            value(name_of(the_case.state)),
            std::int64_t{is_waiting(the_case) ? 1 : 0},
            std::int64_t{the_case.revision},
            value(order.channel),
            value(order.customer_no),
            value(order.customer_name),
            value(order.buyer_order_no),
            value(order.buyer_order_key),
            value(order.content_key),
            value(order.currency),
            value(first ? name_of(first->check) : std::string_view()),
            std::int64_t{std::ranges::count_if(the_case.findings, is_open)},
            value(the_case.net),
            value(the_case.at_stake),
            stake_rank(the_case),
            due_rank(the_case),
            value(the_case.received_at),
            value(the_case.due_at),
            value(json_text(to_json(the_case.editors))),
            value(to_json_text(the_case.corrections)),
            value(to_json_text(the_case.findings)),
            value(to_json_text(order)),
            value(to_json_text(the_case.draft)),
            std::int64_t{the_case.escalated ? 1 : 0}};
}

void add_search_term(Session& session, std::int64_t case_id, std::string_view number) {
    session.execute("INSERT INTO case_term (term, case_id) VALUES ($1, $2) ON CONFLICT (term, "
                    "case_id) DO NOTHING",
                    {value(normalise_code(number)), case_id});
}

std::string after_prefix(std::string prefix) {
    while (!prefix.empty() && static_cast<unsigned char>(prefix.back()) == 0xFF)
        prefix.pop_back();
    if (!prefix.empty())
        prefix.back() = static_cast<char>(static_cast<unsigned char>(prefix.back()) + 1);
    return prefix;
}

void write_search_rows(Session& session, const Case& the_case) {
    session.execute("DELETE FROM case_term WHERE case_id = $1", {the_case.id});
    for (const auto& term : terms_of(the_case))
        add_search_term(session, the_case.id, term);
    write_items(session, the_case);
    session.execute("DELETE FROM open_finding WHERE case_id = $1", {the_case.id});
    std::set<std::string_view> checks;
    for (const auto& finding : the_case.findings)
        if (is_open(finding)) checks.insert(name_of(finding.check));
    for (const auto check : checks)
        session.execute(
            "INSERT INTO open_finding (check_name, waiting, stake_rank, due_rank, case_id) "
            "VALUES ($1, $2, $3, $4, $5)",
            {value(check), std::int64_t{is_waiting(the_case) ? 1 : 0}, stake_rank(the_case),
             due_rank(the_case), the_case.id});
    write_alike_rows(session, the_case);
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0

// What erasing leaves: numbers, days, articles, quantities, amounts, states. What goes: every word
// that people wrote, every name and address, and the bytes of messages and answers. The event log
// keeps each row and its hash; that its words are gone is itself an event, which holds a hash over
// what is left, so that nobody can change that either (pains.md U73).
#include "base/hash.hpp"
#include "base/text.hpp"
#include "order/order_json.hpp"
#include "order/reading_json.hpp"
#include "store/archives.hpp"
#include "store/blobs.hpp"
#include "store/event_rows.hpp"
#include "store/session.hpp"

namespace besteld {

namespace {

Order figures_of(const Order& order) {
    Order left{.channel = order.channel, .customer_no = order.customer_no};
    left.kind = order.kind;
    left.function = order.function;
    left.currency = order.currency;
    left.ship_to_id = order.ship_to_id;
    left.promotions = order.promotions;
    left.language = order.language;
    left.test = order.test;
    for (const auto& line : order.lines) {
        OrderLine kept{.index = line.index, .buyer_line = line.buyer_line, .sku = line.sku};
        kept.gtin = line.gtin;
        kept.unit = line.unit;
        kept.quantity_stock = line.quantity_stock;
        kept.stock_unit = line.stock_unit;
        kept.price_base = line.price_base;
        kept.price_unit = line.price_unit;
        kept.price_stock = line.price_stock;
        kept.promotion = line.promotion;
        if (line.quantity) kept.quantity = Sourced<Decimal>{line.quantity->value};
        if (line.price) kept.price = Sourced<Decimal>{line.price->value};
        left.lines.push_back(std::move(kept));
    }
    return left;
}

std::vector<Finding> figures_of(const std::vector<Finding>& findings) {
    std::vector<Finding> left;
    for (const auto& finding : findings) {
        Finding kept{.check = finding.check, .severity = finding.severity, .line = finding.line};
        kept.money = finding.money;
        if (finding.resolved)
            kept.resolved = Resolved{.resolution = finding.resolved->resolution,
                                     .actor = "erased",
                                     .at = finding.resolved->at};
        left.push_back(std::move(kept));
    }
    return left;
}

Answer figures_of(const Answer& answer) {
    Answer left{.kind = answer.kind, .channel = answer.channel, .case_no = answer.case_no};
    left.official_no = answer.official_no;
    left.revision = answer.revision;
    left.language = answer.language;
    left.customer_no = answer.customer_no;
    left.currency = answer.currency;
    for (auto line : answer.lines) {
        line.buyer_item.clear();
        left.lines.push_back(std::move(line));
    }
    left.net = answer.net;
    left.tax = answer.tax;
    left.gross = answer.gross;
    left.answer_by = answer.answer_by;
    return left;
}

void erase_case_row(Session& session, const Case& the_case) {
    const OrderDraft draft{.document_class = the_case.draft.document_class};
    session.execute("UPDATE order_case SET draft = $2, order_body = $3, findings = $4, "
                    "corrections = '[]', editors = '[]', customer_name = '', buyer_order_no = '', "
                    "buyer_order_key = '', content_key = '', claimed_by = '' WHERE id = $1",
                    {the_case.id, value(to_json_text(draft)),
                     value(to_json_text(figures_of(the_case.order))),
                     value(to_json_text(figures_of(the_case.findings)))});
    session.execute("DELETE FROM case_term WHERE case_id = $1 AND term NOT IN ($2, $3)",
                    {the_case.id, value(normalise_code(the_case.case_no)),
                     value(normalise_code(the_case.official_no))});
    session.execute("UPDATE case_release SET released_by = 'erased', second_by = CASE WHEN "
                    "second_by IS NULL THEN NULL ELSE 'erased too' END WHERE case_id = $1",
                    {the_case.id});
}

void erase_versions(Session& session, const Case& the_case) {
    const OrderDraft draft{.document_class = the_case.draft.document_class};
    const auto versions = session.execute(
        "SELECT replaced_by, order_body FROM order_version WHERE case_id = $1", {the_case.id});
    for (const auto& row : versions.rows)
        session.execute("UPDATE order_version SET order_body = $3, draft = $4 "
                        "WHERE case_id = $1 AND replaced_by = $2",
                        {the_case.id, row.integer(0),
                         value(to_json_text(figures_of(order_from_json(row.text(1))))),
                         value(to_json_text(draft))});
}

// The hashes of the bytes that nobody may refer to any more.
std::vector<std::string> erase_answers(Session& session, std::int64_t case_id) {
    std::vector<std::string> hashes;
    const auto rows = session.execute(
        "SELECT id, kind, sha256, answer FROM outbox WHERE case_id = $1 ORDER BY id", {case_id});
    for (const auto& row : rows.rows) {
        if (!row.is_null(2)) hashes.push_back(row.text(2));
        session.execute(
            "UPDATE outbox SET sha256 = NULL, recipient = '', last_reply = '', answer = $2, "
            "ready_at = NULL WHERE id = $1",
            {row.integer(0), value(to_json_text(figures_of(answer_from_json(row.text(3)))))});
    }
    return hashes;
}

// Of deliveries and reports the figures stay: days, quantities, numbers. The bytes of hand-offs go.
std::vector<std::string> erase_reports(Session& session, std::int64_t case_id) {
    std::vector<std::string> hashes;
    for (const auto& row :
         session
             .execute("SELECT sha256 FROM hand_off WHERE case_id = $1 AND sha256 IS NOT NULL",
                      {case_id})
             .rows)
        hashes.push_back(row.text(0));
    session.execute("UPDATE hand_off SET sha256 = NULL, body = '{}', said = '', remark = '', "
                    "last_reply = '', ready_at = NULL WHERE case_id = $1",
                    {case_id});
    session.execute("UPDATE feedback SET body = '{}', remark = '' WHERE case_id = $1", {case_id});
    session.execute("UPDATE complaint SET customer_name = '', body = '{}', closed_by = CASE WHEN "
                    "closed_by = '' THEN '' ELSE 'erased' END, outcome = CASE WHEN outcome = '' "
                    "THEN '' ELSE 'erased' END WHERE case_id = $1",
                    {case_id});
    session.execute("UPDATE proof_of_delivery SET signed_by = '', differences = '', document = '' "
                    "WHERE delivery_id IN (SELECT id FROM delivery WHERE case_id = $1)",
                    {case_id});
    return hashes;
}

bool is_message_done_with(Session& session, std::int64_t message_id) {
    return session
        .execute("SELECT 1 FROM order_case c WHERE c.message_id = $1 AND NOT EXISTS "
                 "(SELECT 1 FROM erasure e WHERE e.case_id = c.id) LIMIT 1",
                 {message_id})
        .rows.empty();
}

std::string erase_message(Session& session, std::int64_t message_id) {
    const auto known =
        session.execute("SELECT sha256 FROM message WHERE id = $1", {message_id}).rows;
    if (known.empty()) return {};
    session.execute("DELETE FROM reading WHERE message_id = $1", {message_id});
    session.execute("UPDATE message SET sha256 = $2, file_name = '', note = '' WHERE id = $1",
                    {message_id, value(put_blob(session, ""))});
    return known.front().text(0);
}

void drop_blobs(Session& session, const std::vector<std::string>& hashes) {
    for (const auto& hash : hashes)
        session.execute("DELETE FROM blob WHERE sha256 = $1 AND size > 0 "
                        "AND NOT EXISTS (SELECT 1 FROM message m WHERE m.sha256 = $1) "
                        "AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.sha256 = $1) "
                        "AND NOT EXISTS (SELECT 1 FROM hand_off h WHERE h.sha256 = $1)",
                        {value(hash)});
}

} // namespace

void Archives::erase(const Case& the_case, const ArchiveAction& action, Date today) {
    Transaction transaction(session_);
    session_.execute(
        "INSERT INTO erasure (case_id, at, day, erased_by, because) "
        "VALUES ($1, $2, $3, $4, $5)",
        {the_case.id, value(action.now), value(today), value(action.login), value(action.because)});
    auto hashes = erase_answers(session_, the_case.id);
    erase_case_row(session_, the_case);
    erase_versions(session_, the_case);
    for (auto& hash : erase_reports(session_, the_case.id))
        hashes.push_back(std::move(hash));
    const bool whole_message = is_message_done_with(session_, the_case.message_id);
    if (whole_message) hashes.push_back(erase_message(session_, the_case.message_id));
    drop_blobs(session_, hashes);
    const auto erased =
        events_to_erase(session_, the_case.id, whole_message ? the_case.message_id : 0);
    const Step step{
        .number = "T36",
        .from = the_case.state,
        .to = the_case.state,
        .event = "order.erased",
        .role = action.role,
        .actor = action.login,
        .reason = cat(action.because, "; ", erased.ids.size(), " events, sha256 ", erased.digest)};
    const auto event =
        store_.add_events(the_case.id, the_case.message_id, {step}, action.now).front();
    for (const auto id : erased.ids)
        session_.execute("UPDATE event SET actor = 'erased', reason = '', erased_by = $2 "
                         "WHERE id = $1",
                         {id, event.id});
    transaction.commit();
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "store/deliveries.hpp"

#include "base/text.hpp"
#include "order/order_json.hpp"
#include "store/delivery_rows.hpp"
#include "store/number_series.hpp"
#include "store/session.hpp"

#include <algorithm>

namespace besteld {

namespace {

void write_line(Session& session, std::int64_t case_id, const FulfilmentLine& line) {
    session.execute("INSERT INTO fulfilment_line (case_id, line, buyer_line, sku, name, unit, "
                    "confirmed, parts) "
                    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) "
                    "ON CONFLICT (case_id, line) DO UPDATE SET buyer_line = excluded.buyer_line, "
                    "sku = excluded.sku, name = excluded.name, unit = excluded.unit, "
                    "confirmed = excluded.confirmed, parts = excluded.parts",
                    {case_id, std::int64_t{line.line}, value(line.buyer_line), value(line.sku),
                     value(line.name), value(line.unit), value(line.confirmed),
                     value(to_json_text(line.parts))});
}

void count_line(Session& session, const Delivery& delivery, std::size_t position,
                Deliveries::Over over) {
    const auto& line = delivery.lines[position];
    session.execute("INSERT INTO delivery_line (delivery_id, case_id, position, line, quantity, "
                    "batch) VALUES ($1, $2, $3, $4, $5, $6)",
                    {delivery.id, delivery.case_id, static_cast<std::int64_t>(position),
                     std::int64_t{line.line}, value(line.quantity), value(line.batch)});
    const std::int64_t allowed = over == Deliveries::Over::allowed ? 1 : 0;
    session.execute("UPDATE fulfilment_line SET delivered = delivered + $3, over_delivered = "
                    "CASE WHEN $4 = 1 AND delivered + $3 > confirmed THEN 1 ELSE over_delivered "
                    "END WHERE case_id = $1 AND line = $2",
                    {delivery.case_id, std::int64_t{line.line}, value(line.quantity), allowed});
}

// Lines that the new revision no longer has; and what is still to come decides when it is due.
void take_the_place_of_earlier(Session& session, std::int64_t case_id, int revision,
                               const std::vector<FulfilmentLine>& lines) {
    for (const auto& known : lines_of(session, case_id))
        if (std::ranges::find(lines, known.line, &FulfilmentLine::line) == lines.end())
            session.execute("UPDATE fulfilment_line SET confirmed = delivered, parts = '[]' "
                            "WHERE case_id = $1 AND line = $2",
                            {case_id, std::int64_t{known.line}});
    session.execute(
        "UPDATE fulfilment SET revision = $2, due_on = $3 WHERE case_id = $1",
        {case_id, std::int64_t{revision}, value(first_promised(lines_of(session, case_id)))});
}

} // namespace

Deliveries::Deliveries(Store& store) : session_(*store.session_) {}

void Deliveries::record_confirmed(std::int64_t case_id, int revision,
                                  const std::vector<FulfilmentLine>& lines,
                                  const std::vector<std::optional<std::uint32_t>>& came_from) {
    Transaction transaction(session_);
    const auto added =
        session_.execute("INSERT INTO fulfilment (case_id, revision, due_on) VALUES ($1, $2, $3) "
                         "ON CONFLICT (case_id) DO NOTHING RETURNING case_id",
                         {case_id, std::int64_t{revision}, value(first_promised(lines))});
    if (added.rows.empty()) renumber_lines(session_, case_id, came_from);
    for (const auto& line : lines)
        write_line(session_, case_id, line);
    if (added.rows.empty()) take_the_place_of_earlier(session_, case_id, revision, lines);
    transaction.commit();
}

std::optional<std::int64_t> Deliveries::case_of_delivery(const std::string& delivery_no) {
    const auto found = session_.execute("SELECT case_id FROM delivery WHERE delivery_no = $1",
                                        {value(delivery_no)});
    if (found.rows.empty()) return std::nullopt;
    return found.rows.front().integer(0);
}

std::optional<std::int64_t> Deliveries::case_of_slip(const std::string& slip_no) {
    const auto found =
        session_.execute("SELECT case_id FROM delivery WHERE slip_no = $1", {value(slip_no)});
    if (found.rows.empty()) return std::nullopt;
    return found.rows.front().integer(0);
}

std::optional<std::int64_t> Deliveries::case_of_request(const std::string& request_no) {
    const auto found = session_.execute("SELECT case_id FROM invoice_request WHERE request_no = $1",
                                        {value(request_no)});
    if (found.rows.empty()) return std::nullopt;
    return found.rows.front().integer(0);
}

std::optional<Fulfilment> Deliveries::find(std::int64_t case_id) {
    const auto found = session_.execute(
        "SELECT revision, picked_at, rest_closed_at FROM fulfilment WHERE case_id = $1", {case_id});
    if (found.rows.empty()) return std::nullopt;
    const auto& row = found.rows.front();
    return Fulfilment{.case_id = case_id,
                      .revision = static_cast<int>(row.integer(0)),
                      .picked_at = row.maybe_instant(1),
                      .rest_closed_at = row.maybe_instant(2),
                      .lines = lines_of(session_, case_id),
                      .deliveries = deliveries_of(session_, case_id),
                      .requests = requests_of(session_, case_id)};
}

std::vector<std::int64_t> Deliveries::confirmed_until(Date last, std::int64_t after_case,
                                                      int limit) {
    std::vector<std::int64_t> ids;
    const auto found =
        session_.execute("SELECT fulfilment.case_id FROM fulfilment "
                         "JOIN order_case ON order_case.id = fulfilment.case_id "
                         "WHERE due_on IS NOT NULL AND due_on <= $1 AND fulfilment.case_id > $2 "
                         "AND order_case.state = 'confirmed' ORDER BY fulfilment.case_id LIMIT $3",
                         {value(last), after_case, std::int64_t{limit}});
    for (const auto& row : found.rows)
        ids.push_back(row.integer(0));
    return ids;
}

void Deliveries::mark_released(std::int64_t case_id) {
    session_.execute("UPDATE fulfilment SET due_on = NULL WHERE case_id = $1", {case_id});
}

void Deliveries::mark_picked(std::int64_t case_id, Instant at) {
    session_.execute(
        "UPDATE fulfilment SET picked_at = $2 WHERE case_id = $1 AND picked_at IS NULL",
        {case_id, value(at)});
}

void Deliveries::close_rest(std::int64_t case_id, Instant at) {
    session_.execute("UPDATE fulfilment SET rest_closed_at = $2, due_on = NULL "
                     "WHERE case_id = $1 AND rest_closed_at IS NULL",
                     {case_id, value(at)});
}

void Deliveries::add(Delivery& delivery, Over over, int year) {
    if (delivery.lines.empty()) throw StoreFault("a delivery without a line");
    Transaction transaction(session_);
    delivery.delivery_no = next_number(session_, "DN", year);
    const auto added = session_.execute(
        "INSERT INTO delivery (delivery_no, case_id, shipment, posted_at, carrier, track_no, "
        "packages) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
        {value(delivery.delivery_no), delivery.case_id, value(delivery.shipment),
         value(delivery.posted_at), value(delivery.carrier), value(delivery.track_no),
         delivery.packages});
    delivery.id = added.rows.at(0).integer(0);
    for (std::size_t i = 0; i < delivery.lines.size(); ++i)
        count_line(session_, delivery, i, over);
    session_.count("delivery", 1);
    transaction.commit();
}

void Deliveries::number_slip(Delivery& delivery, const PaperRules& rules, Date day) {
    Transaction transaction(session_);
    const auto known =
        session_.execute("SELECT slip_no FROM delivery WHERE id = $1 {for update}", {delivery.id});
    if (known.rows.empty()) throw StoreFault(cat("there is no delivery ", delivery.id));
    delivery.slip_no = known.rows.front().text(0);
    if (delivery.slip_no.empty()) {
        const int year = static_cast<int>(std::chrono::year_month_day{day}.year());
        const auto count = next_count(session_, slip_series(rules, day), year);
        delivery.slip_no = slip_number(rules, day, count);
        session_.execute("UPDATE delivery SET slip_no = $2 WHERE id = $1",
                         {delivery.id, value(delivery.slip_no)});
    }
    transaction.commit();
}

void Deliveries::mark_arrived(std::int64_t delivery_id, Instant at) {
    session_.execute("UPDATE delivery SET arrived_at = $2 WHERE id = $1 AND arrived_at IS NULL",
                     {delivery_id, value(at)});
}

void Deliveries::file_proof(const ProofOfDelivery& proof) {
    session_.execute("INSERT INTO proof_of_delivery (delivery_id, filed_at, signed_by, "
                     "differences, document) VALUES ($1, $2, $3, $4, $5)",
                     {proof.delivery_id, value(proof.filed_at), value(proof.signed_by),
                      value(proof.differences), value(proof.document)});
}

void Deliveries::add_request(InvoiceRequest& request, int year) {
    const bool whole_order = request.delivery_id == 0;
    const bool after_proof = request.rule == InvoiceRule::after_proof;
    Transaction transaction(session_);
    request.request_no = next_number(session_, "IR", year);
    const auto added = session_.execute(
        "INSERT INTO invoice_request (request_no, case_id, delivery_id, proof_id, rule, "
        "requested_at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
        {value(request.request_no), request.case_id,
         whole_order ? Value{} : Value{request.delivery_id},
         after_proof && !whole_order ? Value{request.delivery_id} : Value{},
         value(name_of(request.rule)), value(request.requested_at)});
    request.id = added.rows.at(0).integer(0);
    transaction.commit();
}

void Deliveries::record_invoice(std::int64_t request_id, const std::string& invoice_no,
                                Instant at) {
    session_.execute("UPDATE invoice_request SET invoice_no = $2, invoiced_at = $3 "
                     "WHERE id = $1 AND invoice_no IS NULL",
                     {request_id, value(invoice_no), value(at)});
}

} // namespace besteld

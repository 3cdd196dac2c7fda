// SPDX-License-Identifier: Apache-2.0
#pragma once

// What reports are made of: the event log and the rows of cases, nothing else. Each query walks an
// index of the period it asks about; what is counted is left to src/report, which is pure.

#include "order/answer.hpp"
#include "order/draft.hpp"
#include "order/finding.hpp"
#include "order/state.hpp"
#include "store/store.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace besteld {

// [from, to)
struct Span {
    Instant from{};
    Instant to{};
};

// Something that happened to a case, as figures see it.
struct FactEvent {
    std::int64_t id = 0;
    Instant at{};
    std::string event;
    OrderState from = OrderState::received;
    OrderState to = OrderState::received;
    Role role = Role::system;
    std::string actor;
    std::string reason;
};

// One line of what a revision confirmed.
struct FactLine {
    std::uint32_t index = 0; // position in the order
    std::string sku;
    std::string name;
    Decimal quantity{}; // stock units; the confirmed unit where its factor is not known
    std::string unit;
    Decimal confirmed{}; // in the confirmed unit, in which deliveries count
    Decimal amount{};
    std::string promotion;
    std::optional<Date> promised;  // the last part
    std::optional<Date> requested; // what the buyer asked for
    bool backordered = false;      // some of it without a date
};

// What a customer was told, or will be.
struct FactAnswer {
    AnswerKind kind = AnswerKind::receipt;
    int revision = 0;
    Instant made_at{};
    std::optional<Instant> sent_at;
    bool sent = false;
    // of confirmations and proposals
    std::vector<FactLine> lines = {};
    std::string currency = {};
    std::optional<Date> answer_by = {}; // of proposals and questions
};

struct FactFinding {
    Check check = Check::unreadable_part;
    FindingSeverity severity = FindingSeverity::warn;
    std::string sku = {}; // of its line
    std::optional<Decimal> money = {};
    std::optional<Resolution> resolution = {};
    std::string actor = {}; // who resolved it, why and when
    std::string reason = {};
    std::optional<Instant> at = {};
};

// Goods that went, and what finance was asked to invoice.
struct FactShipment {
    std::string number;
    Instant posted_at{};
    std::optional<Instant> arrived_at;
    bool proof = false;                               // signed delivery note filed
    bool differences = false;                         // noted on it
    std::map<std::uint32_t, Decimal> quantities = {}; // by line, in the confirmed unit
};
struct FactRequest {
    Instant at{};
    std::string shipment; // number; empty: of the whole order
};
struct FactFulfilment {
    std::vector<FactShipment> shipments;
    std::vector<FactRequest> requests;
    std::optional<Instant> rest_closed_at;
};

struct FactRelease {
    int revision = 0;
    std::string released_by;
    std::string second_by;
    Instant at{};
};

// One case with all that happened to it, whenever it did.
struct OrderFacts {
    std::int64_t case_id = 0;
    std::string case_no;
    std::string official_no;
    std::string customer_no;
    std::string customer_name;
    std::string channel;
    std::string currency;
    DocumentClass document_class = DocumentClass::other;
    bool test = false;
    OrderState state = OrderState::received;
    Instant received_at{};
    std::optional<Instant> due_at;
    int corrections = 0;           // values that people put in
    bool complete = false;         // every field that an order needs is filled
    std::vector<FactLine> ordered; // for orders that were accepted without an answer
    std::vector<FactFinding> findings;
    std::vector<FactEvent> events;   // by id
    std::vector<FactAnswer> answers; // by id
    std::vector<FactRelease> releases;
    std::optional<FactFulfilment> fulfilment; // none: nobody reports deliveries of this order

    // What the last revision confirmed; before an answer: what was ordered.
    const std::vector<FactLine>& lines() const;
    const std::string& number() const { return official_no.empty() ? case_no : official_no; }
};

// A row of the orders report: when something happened, to whose order, over which channel.
enum class Happened { received, accepted, rejected, cancelled, changed };
struct Moment {
    Happened what = Happened::received;
    Instant at{};
    std::string customer_no;
    std::string channel;
    std::string number; // official, else of the case
};

// Events of no case, or of any, for the audit list.
struct LoggedEvent {
    FactEvent event;
    std::string number;
};

class Figures {
public:
    explicit Figures(Store& store);
    explicit Figures(Session& session) : session_(session) {}

    // Orders only, no tests: received in the span; accepted for the first time, rejected, ended or
    // changed in it.
    std::vector<Moment> moments(const Span& span);
    // Ids of the cases received in the span, or to which one of these events happened in it.
    std::vector<std::int64_t> cases_received(const Span& span);
    std::vector<std::int64_t> cases_with(const std::vector<std::string>& events, const Span& span);
    std::vector<std::int64_t> cases_in(const std::vector<OrderState>& states);
    // By id, each once.
    std::vector<OrderFacts> facts(std::vector<std::int64_t> case_ids);
    std::vector<LoggedEvent> logged(const std::vector<std::string>& events, const Span& span);
    std::int64_t events_in(const std::string& event, const Span& span);

private:
    Session& session_;
};

} // namespace besteld

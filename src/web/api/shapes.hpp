// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the API says. Money and quantities are decimals as text, beside their currency or unit;
// moments are RFC 3339 in UTC; a name is the code's own word ("price_below_agreed"), never a
// person's.

#include "web/api/shape.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace besteld::api {

struct Nothing {
    static constexpr std::string_view shape = "Nothing";
};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

struct Me {
    static constexpr std::string_view shape = "Me";
    std::string login, name, role, language;
    std::vector<std::string> scopes;
};
BOOST_DESCRIBE_STRUCT(Me, (), (login, name, role, language, scopes))

// ── the queue and a case ─────────────────────────────────────────────────────────────────────────
struct QueueEntry {
    static constexpr std::string_view shape = "QueueEntry";
    std::int64_t id = 0;
    std::string case_no, customer_no, customer_name, buyer_order_no, channel, state, first_check;
    int open_findings = 0;
    Decimal net{}, at_stake{};
    std::string currency;
    Instant received_at{};
    std::optional<Instant> due_at;
    std::optional<std::string> claimed_by;
    std::optional<std::string> alike; // the key of the group that it is in
};
BOOST_DESCRIBE_STRUCT(QueueEntry, (),
                      (id, case_no, customer_no, customer_name, buyer_order_no, channel, state,
                       first_check, open_findings, net, at_stake, currency, received_at, due_at,
                       claimed_by, alike))

struct Queue {
    static constexpr std::string_view shape = "Queue";
    std::int64_t waiting = 0; // in all
    std::vector<QueueEntry> cases;
    std::optional<std::string> next; // `after` of the next page
};
BOOST_DESCRIBE_STRUCT(Queue, (), (waiting, cases, next))

struct Way {
    static constexpr std::string_view shape = "WayOut";
    std::string resolution, consequence;
    bool lead_only = false;
};
BOOST_DESCRIBE_STRUCT(Way, (), (resolution, consequence, lead_only))

struct Deviation {
    static constexpr std::string_view shape = "Finding";
    int finding = 0; // its index, by which it is resolved
    std::string check, severity;
    std::optional<std::uint32_t> line; // index into the order's lines
    std::string ordered, agreed, difference;
    std::optional<Decimal> money;
    std::string clause, quote, passes_if;
    bool open = false;
    std::vector<Way> ways_out;
    std::optional<std::string> suggested, suggested_value;
    std::optional<std::string> resolved, resolved_by, reason;
};
BOOST_DESCRIBE_STRUCT(Deviation, (),
                      (finding, check, severity, line, ordered, agreed, difference, money, clause,
                       quote, passes_if, open, ways_out, suggested, suggested_value, resolved,
                       resolved_by, reason))

struct Line {
    static constexpr std::string_view shape = "OrderLine";
    std::uint32_t line = 0;
    std::string buyer_line, sku, name, ordered_as, gtin;
    std::optional<Decimal> quantity;
    std::string unit;
    std::optional<Decimal> price;
    Decimal price_base{1};
    std::optional<std::string> requested;
    int certainty = 100; // percent
};
BOOST_DESCRIBE_STRUCT(Line, (),
                      (line, buyer_line, sku, name, ordered_as, gtin, quantity, unit, price,
                       price_base, requested, certainty))

struct Told {
    static constexpr std::string_view shape = "Answer";
    std::optional<std::int64_t> id; // none: it is only what would be said
    std::string kind, channel, recipient;
    std::optional<std::string> state, last_reply;
    std::optional<Instant> leaves_at;
    Decimal net{};
    std::string currency;
};
BOOST_DESCRIBE_STRUCT(Told, (),
                      (id, kind, channel, recipient, state, last_reply, leaves_at, net, currency))

struct Happened {
    static constexpr std::string_view shape = "Event";
    std::int64_t id = 0;
    Instant at{};
    std::optional<std::int64_t> case_id;
    std::string event, from_state, to_state, role, actor, reason;
};
BOOST_DESCRIBE_STRUCT(Happened, (),
                      (id, at, case_id, event, from_state, to_state, role, actor, reason))

struct CaseHead {
    static constexpr std::string_view shape = "CaseHead";
    std::int64_t id = 0;
    std::string case_no;
    std::int64_t version = 0;
    std::string state, customer_no, customer_name, buyer_order_no, official_no, channel;
    int revision = 0;
    std::string currency;
    Decimal net{}, at_stake{};
    Instant received_at{};
    std::optional<Instant> due_at;
    std::optional<std::string> claimed_by;
};
BOOST_DESCRIBE_STRUCT(CaseHead, (),
                      (id, case_no, version, state, customer_no, customer_name, buyer_order_no,
                       official_no, channel, revision, currency, net, at_stake, received_at, due_at,
                       claimed_by))

struct CaseWhole {
    static constexpr std::string_view shape = "Case";
    CaseHead head;
    std::string ship_to;
    std::optional<std::string> requested;
    std::vector<Line> lines;
    std::vector<Deviation> findings;
    std::vector<Told> would_be_told;           // if it were released now
    std::optional<std::string> not_releasable; // why
    std::vector<std::string> second_person;    // why one must look
    std::optional<Instant> leaves_at;          // what is decided can be taken back until then
    std::vector<Told> told;
    std::vector<Happened> history;
};
BOOST_DESCRIBE_STRUCT(CaseWhole, (),
                      (head, ship_to, requested, lines, findings, would_be_told, not_releasable,
                       second_person, leaves_at, told, history))

struct Done {
    static constexpr std::string_view shape = "Done";
    std::int64_t id = 0, version = 0;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(Done, (), (id, version, state))

// ── orders, customers, complaints ────────────────────────────────────────────────────────────────
struct OrderFound {
    static constexpr std::string_view shape = "OrderFound";
    std::int64_t id = 0;
    std::string case_no, official_no, buyer_order_no, customer_no, customer_name, kind, channel,
        state;
    Decimal net{};
    std::string currency;
    Instant received_at{};
};
BOOST_DESCRIBE_STRUCT(OrderFound, (),
                      (id, case_no, official_no, buyer_order_no, customer_no, customer_name, kind,
                       channel, state, net, currency, received_at))

struct OrdersFound {
    static constexpr std::string_view shape = "OrdersFound";
    std::vector<OrderFound> orders;
    std::optional<std::int64_t> next; // `before` of the next page
};
BOOST_DESCRIBE_STRUCT(OrdersFound, (), (orders, next))

struct LineKept {
    static constexpr std::string_view shape = "Fulfilment";
    std::uint32_t line = 0;
    std::string sku, unit;
    Decimal confirmed{}, delivered{};
    std::optional<Date> next_date;
};
BOOST_DESCRIBE_STRUCT(LineKept, (), (line, sku, unit, confirmed, delivered, next_date))

struct OrderWhole {
    static constexpr std::string_view shape = "Order";
    CaseHead head;
    std::string kind;
    std::vector<Line> lines;
    std::vector<LineKept> fulfilment;
    std::vector<Told> told;
    std::vector<std::int64_t> messages; // that it came with and that spoke of it
    std::vector<OrderFound> tied;
    std::vector<std::string> complaints;
    std::vector<Happened> history;
};
BOOST_DESCRIBE_STRUCT(OrderWhole, (),
                      (head, kind, lines, fulfilment, told, messages, tied, complaints, history))

struct ComplaintFound {
    static constexpr std::string_view shape = "Complaint";
    std::string number;
    std::int64_t version = 0, case_id = 0;
    std::optional<std::int64_t> order_id;
    std::string customer_no, customer_name, cause, state, owner;
    Date due{};
    Instant registered_at{};
    std::vector<std::string> said;
    std::optional<std::string> outcome;
};
BOOST_DESCRIBE_STRUCT(ComplaintFound, (),
                      (number, version, case_id, order_id, customer_no, customer_name, cause, state,
                       owner, due, registered_at, said, outcome))

struct ComplaintsFound {
    static constexpr std::string_view shape = "ComplaintsFound";
    std::vector<ComplaintFound> complaints;
    std::optional<std::int64_t> next; // `after` of the next page
};
BOOST_DESCRIBE_STRUCT(ComplaintsFound, (), (complaints, next))

struct CustomerName {
    static constexpr std::string_view shape = "CustomerName";
    std::string no, name;
};
BOOST_DESCRIBE_STRUCT(CustomerName, (), (no, name))

struct CustomersFound {
    static constexpr std::string_view shape = "CustomersFound";
    std::vector<CustomerName> customers;
};
BOOST_DESCRIBE_STRUCT(CustomersFound, (), (customers))

struct Habit {
    static constexpr std::string_view shape = "Habit";
    std::string channel;
    Date last{};
    std::int64_t orders_in_four_weeks = 0;
    bool silent = false; // unusually
};
BOOST_DESCRIBE_STRUCT(Habit, (), (channel, last, orders_in_four_weeks, silent))

struct CustomerWhole {
    static constexpr std::string_view shape = "Customer";
    std::string no, name, status, language, country, order_mail;
    std::optional<std::string> agreement, currency, payment_terms, delivery_terms;
    std::optional<Date> valid_from, valid_to;
    std::optional<Decimal> credit_limit, credit_open;
    std::vector<Habit> habits;
    std::vector<QueueEntry> waiting, questions, proposals;
    std::vector<ComplaintFound> complaints;
    std::vector<OrderFound> last_orders;
};
BOOST_DESCRIBE_STRUCT(CustomerWhole, (),
                      (no, name, status, language, country, order_mail, agreement, currency,
                       payment_terms, delivery_terms, valid_from, valid_to, credit_limit,
                       credit_open, habits, waiting, questions, proposals, complaints, last_orders))

// ── what is alike ────────────────────────────────────────────────────────────────────────────────
struct AlikeOne {
    static constexpr std::string_view shape = "AlikeCase";
    CaseHead head;
    Deviation finding;
    int open_besides = 0;
    bool to_second_person = false;
    std::vector<Told> would_be_told;
    std::optional<std::string> not_releasable;
};
BOOST_DESCRIBE_STRUCT(AlikeOne, (),
                      (head, finding, open_besides, to_second_person, would_be_told,
                       not_releasable))

struct AlikeAll {
    static constexpr std::string_view shape = "Alike";
    std::string key, way;
    std::vector<std::string> ways;
    std::vector<AlikeOne> cases;
    bool more = false;
};
BOOST_DESCRIBE_STRUCT(AlikeAll, (), (key, way, ways, cases, more))

struct AlikeDone {
    static constexpr std::string_view shape = "AlikeDone";
    std::int64_t id = 0, version = 0;
    std::string done, state; // nothing, decided, released
    bool held = false;
    std::optional<std::string> refused, why;
};
BOOST_DESCRIBE_STRUCT(AlikeDone, (), (id, version, done, state, held, refused, why))

struct AlikeOutcomes {
    static constexpr std::string_view shape = "AlikeOutcomes";
    std::vector<AlikeDone> cases;
};
BOOST_DESCRIBE_STRUCT(AlikeOutcomes, (), (cases))

// ── typed orders ─────────────────────────────────────────────────────────────────────────────────
struct TypedSeen {
    static constexpr std::string_view shape = "TypedOrderSeen";
    std::string customer_no, customer_name, currency;
    std::vector<Line> lines;
    std::vector<Deviation> findings;
};
BOOST_DESCRIBE_STRUCT(TypedSeen, (), (customer_no, customer_name, currency, lines, findings))

// ── the house ────────────────────────────────────────────────────────────────────────────────────
struct ChannelSeen {
    static constexpr std::string_view shape = "Channel";
    std::string channel, condition;
    std::optional<std::string> reason;
    Instant looked_at{};
    std::int64_t present = 0;
    std::optional<Instant> balanced_at;
    std::optional<std::int64_t> on_server, held, marked, missed;
};
BOOST_DESCRIBE_STRUCT(ChannelSeen, (),
                      (channel, condition, reason, looked_at, present, balanced_at, on_server, held,
                       marked, missed))

struct SilenceSeen {
    static constexpr std::string_view shape = "Silence";
    std::optional<std::string> customer_no;
    std::string channel, kind;
    Date last{}, expected{};
    std::optional<std::string> known_by;
};
BOOST_DESCRIBE_STRUCT(SilenceSeen, (), (customer_no, channel, kind, last, expected, known_by))

struct Overview {
    static constexpr std::string_view shape = "Overview";
    std::int64_t waiting = 0, late = 0, due_in_two_hours = 0;
    std::int64_t answers_waiting = 0, answers_failed = 0, answers_unclear = 0, answers_held = 0;
    std::int64_t hand_offs_waiting = 0, hand_offs_failed = 0, hand_offs_unanswered = 0;
    std::int64_t interchanges_missing = 0;
    std::vector<ChannelSeen> channels;
    std::vector<SilenceSeen> silent;
};
BOOST_DESCRIBE_STRUCT(Overview, (),
                      (waiting, late, due_in_two_hours, answers_waiting, answers_failed,
                       answers_unclear, answers_held, hand_offs_waiting, hand_offs_failed,
                       hand_offs_unanswered, interchanges_missing, channels, silent))

struct Happenings {
    static constexpr std::string_view shape = "Events";
    std::vector<Happened> events;
    std::int64_t last = 0; // `after` of the next call
};
BOOST_DESCRIBE_STRUCT(Happenings, (), (events, last))

struct VisitSeen {
    static constexpr std::string_view shape = "Visit";
    std::int64_t id = 0;
    Instant at{};
    std::string login, role, address, deed, path, query;
    int status = 200;
};
BOOST_DESCRIBE_STRUCT(VisitSeen, (), (id, at, login, role, address, deed, path, query, status))

struct VisitsSeen {
    static constexpr std::string_view shape = "Visits";
    std::vector<VisitSeen> visits;
};
BOOST_DESCRIBE_STRUCT(VisitsSeen, (), (visits))

struct FilterSeen {
    static constexpr std::string_view shape = "Filter";
    std::string login, name, query;
    bool shared = false;
};
BOOST_DESCRIBE_STRUCT(FilterSeen, (), (login, name, query, shared))

struct FiltersSeen {
    static constexpr std::string_view shape = "Filters";
    std::vector<FilterSeen> filters;
};
BOOST_DESCRIBE_STRUCT(FiltersSeen, (), (filters))

struct ReportName {
    static constexpr std::string_view shape = "ReportName";
    std::string name;
    std::vector<std::string> by;
};
BOOST_DESCRIBE_STRUCT(ReportName, (), (name, by))

struct ReportNames {
    static constexpr std::string_view shape = "ReportNames";
    std::vector<ReportName> reports;
};
BOOST_DESCRIBE_STRUCT(ReportNames, (), (reports))

// ── base data ────────────────────────────────────────────────────────────────────────────────────
struct CellSeen {
    static constexpr std::string_view shape = "Cell";
    std::string column, before, after;
};
BOOST_DESCRIBE_STRUCT(CellSeen, (), (column, before, after))

struct ChangeSeen {
    static constexpr std::string_view shape = "RowChange";
    int row = 0;
    std::string table, key, fate;
    std::vector<CellSeen> cells;
};
BOOST_DESCRIBE_STRUCT(ChangeSeen, (), (row, table, key, fate, cells))

struct ProblemSeen {
    static constexpr std::string_view shape = "ImportProblem";
    std::string file, column, text, hint;
    int row = 0;
};
BOOST_DESCRIBE_STRUCT(ProblemSeen, (), (file, row, column, text, hint))

struct ImportOutcome {
    static constexpr std::string_view shape = "ImportReport";
    std::optional<std::int64_t> number; // none: a preview, or nothing was imported
    std::string state;
    int added = 0, changed = 0, ended = 0, unchanged = 0;
    std::vector<ProblemSeen> problems;
    std::vector<ChangeSeen> changes;
};
BOOST_DESCRIBE_STRUCT(ImportOutcome, (),
                      (number, state, added, changed, ended, unchanged, problems, changes))

struct ImportKept {
    static constexpr std::string_view shape = "Import";
    std::int64_t number = 0;
    std::string state, actor;
    Instant at{};
    int added = 0, changed = 0, ended = 0;
    std::vector<std::string> files;
    std::optional<std::string> approved_by, reason;
    std::optional<std::int64_t> undoes, undone_by;
};
BOOST_DESCRIBE_STRUCT(ImportKept, (),
                      (number, state, actor, at, added, changed, ended, files, approved_by, reason,
                       undoes, undone_by))

struct ImportsKept {
    static constexpr std::string_view shape = "Imports";
    std::vector<ImportKept> imports;
};
BOOST_DESCRIBE_STRUCT(ImportsKept, (), (imports))

} // namespace besteld::api

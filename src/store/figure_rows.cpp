// SPDX-License-Identifier: Apache-2.0
#include "store/figure_rows.hpp"

#include "base/text.hpp"
#include "order/currency.hpp"
#include "order/order_json.hpp"
#include "order/reading_json.hpp"
#include "store/names.hpp"

#include <algorithm>

namespace besteld {

const std::string_view fact_event_columns =
    "e.id, e.at, e.event, e.from_state, e.to_state, e.role, e.actor, e.reason, e.case_id";

namespace {

// Numbers as a list of parameters; `more` stand before them.
Result rows_of(Session& session, std::string_view select, std::vector<std::int64_t> ids,
               std::string_view rest) {
    pad_list(ids);
    const std::vector<Value> parameters(ids.begin(), ids.end());
    return session.execute(cat(select, " ", parameter_rows(1, 1, ids.size()), " ", rest),
                           parameters);
}

// Stock units in one of the ordered unit.
Decimal in_stock_units(const OrderLine& line, Decimal quantity, const std::string& unit) {
    const bool known = line.quantity && line.quantity_stock && !line.quantity->value.is_zero() &&
                       line.unit == unit;
    if (!known) return quantity;
    return multiply_divide(quantity, *line.quantity_stock, line.quantity->value, Decimal::places)
        .value_or(quantity);
}

std::string promotion_of(const Order& order, const OrderLine& line) {
    if (!line.promotion.empty()) return line.promotion;
    return order.promotions.empty() ? std::string() : order.promotions.front();
}

std::optional<Date> requested_of(const Order& order, const OrderLine& line) {
    const auto& asked = line.requested ? line.requested : order.requested;
    if (!asked) return std::nullopt;
    const auto& day = asked->value.end ? asked->value.end : asked->value.start;
    return day ? parse_iso_date(*day) : std::nullopt;
}

FactLine ordered_line(const Order& order, const OrderLine& line) {
    FactLine fact{.index = line.index,
                  .sku = line.sku,
                  .name = line.item_name,
                  .quantity = line.quantity_stock.value_or(Decimal{}),
                  .unit = line.stock_unit,
                  .promotion = promotion_of(order, line),
                  .requested = requested_of(order, line)};
    if (line.quantity) fact.confirmed = line.quantity->value;
    if (line.price_stock && line.quantity_stock)
        fact.amount = multiply_divide(*line.price_stock, *line.quantity_stock, Decimal(1),
                                      currency_digits(order.currency))
                          .value_or(Decimal{});
    return fact;
}

FactLine confirmed_line(const Order& order, const AnswerLine& line) {
    const auto whole = line.quantity + line.backorder.value_or(Decimal{});
    FactLine fact{.index = line.index, .sku = line.sku, .name = line.name, .unit = line.unit};
    fact.promised = line.promised;
    for (const auto& part : line.parts)
        if (part.date && (!fact.promised || *part.date > *fact.promised)) fact.promised = part.date;
    fact.backordered = line.backorder && !line.backorder->is_zero();
    if (line.answer == LineAnswer::rejected) return fact;
    fact.quantity = fact.confirmed = whole;
    fact.amount = line.amount;
    const auto ordered = std::ranges::find(order.lines, line.index, &OrderLine::index);
    if (ordered == order.lines.end()) return fact;
    fact.quantity = in_stock_units(*ordered, whole, line.unit);
    if (fact.quantity != whole && !ordered->stock_unit.empty()) fact.unit = ordered->stock_unit;
    fact.promotion = promotion_of(order, *ordered);
    fact.requested = requested_of(order, *ordered);
    return fact;
}

bool is_complete(const Order& order) {
    const auto filled = [](const OrderLine& line) {
        return !line.sku.empty() && line.quantity && !line.unit.empty();
    };
    return !order.customer_no.empty() && !order.ship_to_id.empty() && !order.currency.empty() &&
           !order.lines.empty() && std::ranges::all_of(order.lines, filled);
}

void add_findings(OrderFacts& facts, const Order& order, std::string_view text) {
    for (const auto& finding : findings_from_json(text)) {
        FactFinding fact{
            .check = finding.check, .severity = finding.severity, .money = finding.money};
        if (finding.line && *finding.line < order.lines.size())
            fact.sku = order.lines[*finding.line].sku;
        if (finding.resolved) {
            fact.resolution = finding.resolved->resolution;
            fact.actor = finding.resolved->actor;
            fact.reason = finding.resolved->reason;
            fact.at = parse_iso_instant(finding.resolved->at);
        }
        facts.findings.push_back(std::move(fact));
    }
}

struct Read {
    OrderFacts facts;
    Order order;
};

constexpr std::string_view case_facts =
    "SELECT id, case_no, official_no, customer_no, customer_name, channel, currency, state, "
    "received_at, due_at, corrections, findings, order_body, draft FROM order_case WHERE id IN";

Read case_of_row(const Row& row) {
    Read read;
    auto& facts = read.facts;
    facts.case_id = row.integer(0);
    facts.case_no = row.text(1);
    facts.official_no = row.text(2);
    facts.customer_no = row.text(3);
    facts.customer_name = row.text(4);
    facts.channel = row.text(5);
    facts.currency = row.text(6);
    facts.state = state_by_name(row.text(7)).value_or(OrderState::received);
    facts.received_at = row.instant(8);
    facts.due_at = row.maybe_instant(9);
    facts.corrections = static_cast<int>(corrections_from_json(row.text(10)).size());
    read.order = order_from_json(row.text(12));
    add_findings(facts, read.order, row.text(11));
    facts.document_class = draft_from_json(row.text(13)).document_class;
    facts.test = read.order.test;
    facts.complete = is_complete(read.order);
    for (const auto& line : read.order.lines)
        facts.ordered.push_back(ordered_line(read.order, line));
    return read;
}

bool is_commercial(AnswerKind kind) {
    return kind == AnswerKind::confirmation || kind == AnswerKind::proposal;
}

// The same answer by mail and by EDI says the same twice: its lines are kept once.
void add_answer(OrderFacts& facts, const Order& order, const Row& row) {
    const auto answer = answer_from_json(row.text(4));
    FactAnswer fact{.kind = answer.kind,
                    .revision = answer.revision,
                    .made_at = row.instant(1),
                    .sent_at = row.maybe_instant(2),
                    .sent = row.text(3) == name_of(OutboxState::sent),
                    .currency = answer.currency,
                    .answer_by = answer.answer_by};
    const auto told = [&](const FactAnswer& before) {
        return is_commercial(before.kind) && before.revision == fact.revision;
    };
    if (is_commercial(fact.kind) && std::ranges::none_of(facts.answers, told))
        for (const auto& line : answer.lines)
            fact.lines.push_back(confirmed_line(order, line));
    facts.answers.push_back(std::move(fact));
}

} // namespace

const std::vector<FactLine>& OrderFacts::lines() const {
    const std::vector<FactLine>* last = &ordered;
    int revision = -1;
    for (const auto& answer : answers) {
        if (answer.lines.empty() || answer.revision <= revision) continue;
        revision = answer.revision;
        last = &answer.lines;
    }
    return *last;
}

FactEvent fact_event_of(const Row& row) {
    return {.id = row.integer(0),
            .at = row.instant(1),
            .event = row.text(2),
            .from = state_by_name(row.text(3)).value_or(OrderState::received),
            .to = state_by_name(row.text(4)).value_or(OrderState::received),
            .role = role_by_name(row.text(5)).value_or(Role::system),
            .actor = row.text(6),
            .reason = row.text(7)};
}

std::vector<OrderFacts> read_facts(Session& session, const std::vector<std::int64_t>& case_ids) {
    if (case_ids.empty()) return {};
    std::map<std::int64_t, Read> cases;
    for (const auto& row : rows_of(session, case_facts, case_ids, "ORDER BY id").rows)
        cases.emplace(row.integer(0), case_of_row(row));
    for (const auto& row :
         rows_of(session, cat("SELECT ", fact_event_columns, " FROM event e WHERE e.case_id IN"),
                 case_ids, "ORDER BY e.id")
             .rows)
        if (const auto found = cases.find(row.integer(8)); found != cases.end())
            found->second.facts.events.push_back(fact_event_of(row));
    for (const auto& row : rows_of(session,
                                   "SELECT case_id, created_at, sent_at, state, answer "
                                   "FROM outbox WHERE kind IN ('receipt','confirmation','proposal',"
                                   "'question','rejection') AND case_id IN",
                                   case_ids, "ORDER BY id")
                               .rows)
        if (const auto found = cases.find(row.integer(0)); found != cases.end())
            add_answer(found->second.facts, found->second.order, row);
    for (const auto& row : rows_of(session,
                                   "SELECT case_id, revision, released_by, second_by, at "
                                   "FROM case_release WHERE case_id IN",
                                   case_ids, "ORDER BY case_id, revision")
                               .rows)
        if (const auto found = cases.find(row.integer(0)); found != cases.end())
            found->second.facts.releases.push_back({.revision = static_cast<int>(row.integer(1)),
                                                    .released_by = row.text(2),
                                                    .second_by = row.text(3),
                                                    .at = row.instant(4)});
    std::vector<OrderFacts> facts;
    for (auto& [id, read] : cases)
        facts.push_back(std::move(read.facts));
    add_fulfilments(session, facts);
    return facts;
}

} // namespace besteld

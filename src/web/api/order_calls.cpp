// SPDX-License-Identifier: Apache-2.0
#include "base/hash.hpp"
#include "base/text.hpp"
#include "desk/refusals.hpp"
#include "web/api/bodies.hpp"
#include "web/api/calls.hpp"
#include "web/api/convert.hpp"
#include "web/typed_form.hpp"

namespace besteld::api {

namespace {

Served orders(House& house, const Call& call) {
    OrderQuery query{.text = call.asked("text"),
                     .customer = call.asked("customer"),
                     .before = call.asked_number("before"),
                     .limit = limit_of(call) + 1};
    auto rows = house.orders.find(query);
    OrdersFound found;
    if (std::ssize(rows) == query.limit) {
        rows.pop_back();
        found.next = rows.back().case_id;
    }
    found.orders = all_said(rows);
    return Said{.body = to_json(found)};
}

Served order(House& house, const Call& call) {
    const auto life = house.orders.open(call.number(0));
    if (!life) return std::unexpected(life.error());
    OrderWhole whole{.head = said(life->the_case),
                     .kind = life->kind,
                     .lines = all_said(life->the_case.order.lines),
                     .fulfilment = {},
                     .told = all_said(life->answers),
                     .messages = {},
                     .tied = {},
                     .complaints = {},
                     .history = all_said(life->events)};
    if (life->fulfilment)
        for (const auto& line : life->fulfilment->lines)
            whole.fulfilment.push_back({.line = line.line,
                                        .sku = line.sku,
                                        .unit = line.unit,
                                        .confirmed = line.confirmed,
                                        .delivered = line.delivered,
                                        .next_date = line.next_date()});
    for (const auto& message : life->messages)
        whole.messages.push_back(message.id);
    for (const auto& tied : life->tied)
        whole.tied.push_back(said(tied.what));
    for (const auto& complaint : life->complaints)
        whole.complaints.push_back(complaint.number);
    return Said{.body = to_json(whole), .version = life->the_case.version};
}

Served message(House& house, const Call& call) {
    auto message = house.orders.message(call.number(0), call.number(1));
    if (!message) return std::unexpected(std::move(message.error()));
    return Said{
        .file = HttpResponse::file(message->file_name.empty() ? "message.eml" : message->file_name,
                                   std::move(message->bytes))};
}

Served answer(House& house, const Call& call) {
    auto row = house.orders.answer(call.number(0), call.number(1));
    if (!row) return std::unexpected(std::move(row.error()));
    if (row->bytes.empty()) return refuse("not_found", "it is not written yet");
    return Said{.file = HttpResponse::file(
                    cat("answer-", row->id, row->channel == OutboxChannel::mail ? ".eml" : ".edi"),
                    std::move(row->bytes))};
}

Served promise(House& house, const Call& call, const Promise& body) {
    std::vector<NewPromise> promises;
    for (const auto& line : body.lines) {
        NewPromise one{.line = line.line, .date = {}, .quantity = {}};
        if (line.date) one.date = parse_iso_date(*line.date);
        if (line.quantity) {
            const auto quantity = Decimal::parse(*line.quantity);
            if (!quantity) return refuse("bad_value", cat("quantity '", *line.quantity, "'"));
            one.quantity = *quantity;
        }
        if (line.date && !one.date) return refuse("bad_value", cat("date '", *line.date, "'"));
        promises.push_back(one);
    }
    return done(house, call,
                house.desk.break_promise(call.action(), std::move(promises), body.reason));
}

Served answer_question(House& house, const Call& call, const Numbers& body) {
    std::vector<std::string> numbers;
    for (const auto piece : split(body.numbers, ','))
        if (!trim(piece).empty()) numbers.emplace_back(trim(piece));
    return done(house, call, house.service.answer(call.action(), numbers));
}

// ── typed orders ─────────────────────────────────────────────────────────────────────────────────

std::expected<TypedOrder, DeskRefused> typed_of(const TypedBody& body) {
    const auto by = taken_by_name(body.by);
    if (!by)
        return refuse("bad_value", cat("by '", body.by, "': phone, fax, visit, representative"));
    if (body.lines.size() > most_typed_rows)
        return refuse("too_many_lines", cat("at most ", most_typed_rows));
    TypedOrder order{.by = *by,
                     .customer_no = body.customer_no,
                     .caller = body.caller.value_or(""),
                     .order_number = body.order_number.value_or(""),
                     .requested = body.requested.value_or(""),
                     .ship_to = body.ship_to.value_or(""),
                     .note = body.note.value_or(""),
                     .language = "en",
                     .login = {},
                     .once = random_hex(16),
                     .lines = {}};
    const auto is_date = [](const std::string& text) {
        return text.empty() || parse_iso_date(text).has_value();
    };
    if (!is_date(order.requested))
        return refuse("bad_value", cat("requested '", order.requested, "'"));
    for (const auto& line : body.lines) {
        TypedLine one{.item = line.item,
                      .quantity = line.quantity,
                      .unit = line.unit.value_or(""),
                      .price = line.price.value_or(""),
                      .requested = line.requested.value_or(""),
                      .note = line.note.value_or("")};
        const bool sound = Decimal::parse(one.quantity) && is_date(one.requested) &&
                           (one.price.empty() || Decimal::parse(one.price));
        if (!sound)
            return refuse("bad_value",
                          cat("lines[", order.lines.size(),
                              "]: numbers are decimals with a point, days YYYY-MM-DD"));
        order.lines.push_back(std::move(one));
    }
    return order;
}

Served check_typed(House& house, const Call& call, const TypedBody& body) {
    if (!may_take_orders(call.viewer.user.role))
        return refuse("not_allowed", "this role takes no orders");
    auto order = typed_of(body);
    if (!order) return std::unexpected(std::move(order.error()));
    const auto judgement = house.typed.check(*order, call.viewer.now);
    const TypedSeen seen{.customer_no = judgement.order.customer_no,
                         .customer_name = judgement.order.customer_name,
                         .currency = judgement.order.currency,
                         .lines = all_said(judgement.order.lines),
                         .findings = all_said(judgement.findings)};
    return Said{.body = to_json(seen)};
}

Served take_typed(House& house, const Call& call, const TypedBody& body) {
    auto order = typed_of(body);
    if (!order) return std::unexpected(std::move(order.error()));
    const auto taken = house.typed.take(*std::move(order), call.viewer.user, call.viewer.now);
    if (!taken) return std::unexpected(taken.error());
    return case_now(house, *taken, 201);
}

// ── customers ────────────────────────────────────────────────────────────────────────────────────

Served customers(House& house, const Call& call) {
    CustomersFound found;
    for (auto& one : house.typed.customers(call.asked("text"), limit_of(call)))
        found.customers.push_back({.no = std::move(one.no), .name = std::move(one.name)});
    return Said{.body = to_json(found)};
}

Served customer(House& house, const Call& call) {
    const auto view = house.customers.open(call.path.at(0), call.viewer.now);
    if (!view) return std::unexpected(view.error());
    const auto& known = view->customer;
    CustomerWhole whole{.no = known.no,
                        .name = known.name,
                        .status = known.status,
                        .language = known.language,
                        .country = known.country,
                        .order_mail = known.order_mail,
                        .agreement = {},
                        .currency = {},
                        .payment_terms = {},
                        .delivery_terms = {},
                        .valid_from = {},
                        .valid_to = {},
                        .credit_limit = {},
                        .credit_open = {},
                        .habits = {},
                        .waiting = all_said(view->waiting),
                        .questions = all_said(view->questions),
                        .proposals = all_said(view->proposals),
                        .complaints = all_said(view->complaints),
                        .last_orders = all_said(view->last_orders)};
    if (const auto& agreed = view->agreement) {
        whole.agreement = agreed->number;
        whole.currency = agreed->currency;
        whole.payment_terms = maybe(agreed->payment_terms);
        whole.delivery_terms = maybe(agreed->delivery_terms);
        whole.valid_from = agreed->valid_from;
        whole.valid_to = agreed->valid_to;
        whole.credit_limit = agreed->credit_limit;
        if (agreed->credit_limit) whole.credit_open = agreed->credit_open;
    }
    for (const auto& habit : view->habits)
        whole.habits.push_back({.channel = habit.channel,
                                .last = habit.last,
                                .orders_in_four_weeks = habit.orders,
                                .silent = habit.silence.has_value()});
    return Said{.body = to_json(whole)};
}

Table searching(House& house) {
    return {
        get<OrdersFound>("/orders", "Any case by what a person knows of it, newest first",
                         {{"text", "beginning of a number, a name, an article"},
                          {"customer", "number"},
                          {"before", "`next` of the page before", Kind::whole},
                          {"limit", "1 to 500, 50 unless told", Kind::limit}},
                         to(house, orders)),
        get<OrderWhole>("/orders/{id}", "One order's whole life", {}, to(house, order)),
        get_file("/orders/{id}/messages/{message}", Scope::read,
                 "A message about it, byte for byte", to(house, message)),
        get_file("/orders/{id}/answers/{answer}", Scope::read,
                 "An answer as it left, byte for byte", to(house, answer)),
        get<CustomersFound>("/customers", "Customers by number or name",
                            {{"text", "number, or beginning of words of the name"},
                             {"limit", "1 to 500, 50 unless told", Kind::limit}},
                            to(house, customers)),
        get<CustomerWhole>("/customers/{number}",
                           "One customer: agreement, rhythm, what is open on either side", {},
                           to(house, customer)),
    };
}

} // namespace

Table order_calls(House& house) {
    constexpr auto decide = Scope::decide;
    constexpr auto match = Match::if_match;
    auto& actions = house.actions;
    auto table = searching(house);
    const Table acting{
        post<Words, Done>("/orders/{id}/note", decide, match, "Something worth knowing",
                          [&](const Call& call, const Words& body) {
                              return done(house, call, actions.note(call.action(), body.text));
                          }),
        post<Nothing, Done>("/orders/{id}/resend", decide, match,
                            "Sends the answer that counts again",
                            [&](const Call& call, const Nothing&) {
                                return done(house, call, actions.resend(call.action()));
                            }),
        post<Nothing, Done>("/orders/{id}/status", decide, match,
                            "Tells the customer how his order stands",
                            [&](const Call& call, const Nothing&) {
                                return done(house, call, actions.tell_status(call.action()));
                            }),
        post<TakeAnswerBack, Done>(
            "/orders/{id}/take-back", decide, match, "Takes back an answer that has not left",
            [&](const Call& call, const TakeAnswerBack& body) {
                return done(house, call, actions.take_back(call.action(), body.answer));
            }),
        post<Promise, Done>("/orders/{id}/promise", decide, match,
                            "We cannot keep what we confirmed: a new proposal", to(house, promise)),
        post<Nothing, Done>("/orders/{id}/register", decide, match, "It is a complaint",
                            [&](const Call& call, const Nothing&) {
                                return done(house, call,
                                            house.service.register_complaint(call.action()));
                            }),
        post<Numbers, Done>("/orders/{id}/answer", decide, match, "Answers a question about orders",
                            to(house, answer_question)),
        post<TypedBody, TypedSeen>("/typed-orders/check", Scope::type, Match::any,
                                   "What would become of an order; nothing is written",
                                   to(house, check_typed)),
        post<TypedBody, Done>("/typed-orders", Scope::type, Match::any,
                              "Takes an order down; the case it becomes", to(house, take_typed)),
    };
    table.insert(table.end(), acting.begin(), acting.end());
    return table;
}

} // namespace besteld::api

// SPDX-License-Identifier: Apache-2.0
// What is so of messages, cases, orders and events.

#include "facts.hpp"

#include "order/describe_order.hpp"

#include <algorithm>

namespace besteld::scenario {

namespace {

using Text = const std::string&;

std::string_view name_of(MessageState state) {
    switch (state) {
    case MessageState::stored:
        return "stored";
    case MessageState::done:
        return "done";
    case MessageState::duplicate:
        return "duplicate";
    case MessageState::quarantined:
        return "quarantined";
    case MessageState::ignored:
        return "ignored";
    }
    return "?";
}

void message(Stage& s, const Match& m, Text) {
    const StoredMessage found = s.message();
    expect_same("message", at(m, "state"), std::string(name_of(found.state)));
    if (m.contains("why")) expect_words("why", at(m, "why"), found.note);
}

OrderLine line(Stage& s, const Match& m) {
    const Case c = s.the_case();
    const auto index = line_index(at(m, "n"));
    if (index >= c.order.lines.size())
        throw NotSo(cat("there are ", c.order.lines.size(), " lines"));
    return c.order.lines[index];
}

void line_is(Stage& s, const Match& m, Text) {
    const OrderLine l = line(s, m);
    const std::string quantity = l.quantity ? l.quantity->value.to_string() : "?";
    expect_same("line", cat(at(m, "quantity"), " ", at(m, "unit"), " of ", at(m, "sku")),
                cat(quantity, " ", l.unit, " of ", l.sku));
}

void line_price(Stage& s, const Match& m, Text) {
    const OrderLine l = line(s, m);
    if (!l.price) throw NotSo("the line states no price");
    expect_same("price", decimal(at(m, "price")), l.price->value);
}

void ship_to(Stage& s, const Match& m, Text) {
    const Order order = s.the_case().order;
    expect_same("ship-to", at(m, "id"), order.ship_to_id);
    if (m.contains("origin"))
        expect_same("it was", at(m, "origin"),
                    boost::describe::enum_to_string(order.ship_to_origin, "?"));
}

void requested(Stage& s, const Match& m, Text) {
    const Order order = s.the_case().order;
    const bool stated = order.requested && order.requested->value.start;
    expect_same("requested", at(m, "date"), stated ? *order.requested->value.start : "no date");
}

void number_given(Stage& s, const Match&, Text) {
    if (s.the_case().official_no.empty()) throw NotSo("the order has no official number");
}

void no_number(Stage& s, const Match&, Text) {
    expect_same("official number", "", s.the_case().official_no);
}

void second_person(Stage& s, const Match& m, Text) {
    const auto view = s.desk().open(s.the_case().id, s.now());
    if (!view) throw NotSo(view.error().text);
    const std::string why = join(view->four_eyes, "; ");
    if (m.contains("why")) return expect_words("second person", at(m, "why"), why);
    expect_same("second person", "", why);
}

void event(Stage& s, const Match& m, Text) {
    std::vector<std::string> all;
    for (const auto& row : s.store().events(s.the_case().id)) {
        if (row.step.event == at(m, "event") &&
            (!m.contains("actor") || row.step.actor == at(m, "actor")))
            return;
        all.push_back(cat(row.step.event, " by ", row.step.actor));
    }
    throw NotSo(cat("no such event; there are: ", join(all, ", ")));
}

// Those that belong to no case.
std::string message_events(Stage& s) {
    std::string all;
    for (const auto& row : s.store().events(0))
        if (row.message_id == s.message().id) all += cat(all.empty() ? "" : " ", row.step.event);
    return all;
}

void refused(Stage& s, const Match& m, Text) {
    const std::string refusal = s.take_refusal();
    if (refusal.empty()) throw NotSo("it was not refused");
    expect_same("refused", at(m, "code"), refusal.substr(0, refusal.find(':')));
}

void count(std::string_view what, const Match& m, std::int64_t found) {
    expect_same(what, decimal(at(m, "count")), Decimal::from_integer(found));
}

const std::vector<Words>& about_orders() {
    static const std::vector<Words> all{
        {"then", "message <state>", message},
        {"then", "message <state> because <why...>", message},
        {"then", "message event <event>",
         [](Stage& s, const Match& m, Text) {
             expect_words("events of the message", at(m, "event"), message_events(s));
         }},
        {"then", "no message event",
         [](Stage& s, const Match&, Text) { expect_same("events", "", message_events(s)); }},
        {"then", "it was known already",
         [](Stage& s, const Match&, Text) {
             if (s.arrival() == Added::stored) throw NotSo("it was stored as new");
         }},
        {"then", "duplicates <count>",
         [](Stage& s, const Match& m, Text) {
             count("duplicates", m, s.store().counts().duplicate);
         }},
        {"then", "cases <count>",
         [](Stage& s, const Match& m, Text) {
             count("cases", m, static_cast<std::int64_t>(s.cases().size()));
         }},
        {"then", "accepted orders <count>",
         [](Stage& s, const Match& m, Text) { count("accepted", m, s.store().counts().accepted); }},
        {"then", "<count> of <all> orders would differ",
         [](Stage& s, const Match& m, Text) {
             count("orders that differ", m, s.tried().differ);
             expect_same("orders judged", at(m, "all"), std::to_string(s.tried().orders));
         }},
        {"then", "order <number> would turn from <before> to <after>",
         [](Stage& s, const Match& m, Text) {
             const auto& both = s.tried_order(at(m, "number"));
             expect_same("state before", at(m, "before"), both.before.state);
             expect_same("state after", at(m, "after"), both.after.state);
         }},
        {"then", "order <number> would find <words...>",
         [](Stage& s, const Match& m, Text) {
             expect_words("findings", at(m, "words"),
                          join(s.tried_order(at(m, "number")).after.open, "; "));
         }},
        {"then", "at stake would change by <amount> <currency>",
         [](Stage& s, const Match& m, Text) {
             const auto& sums = s.tried().stake_difference;
             const auto sum = sums.find(at(m, "currency"));
             expect_same("difference", decimal(at(m, "amount")),
                         sum == sums.end() ? Decimal{} : sum->second);
         }},
        {"then", "queue <count>",
         [](Stage& s, const Match& m, Text) { count("queue", m, s.desk().queue_size()); }},
        {"then", "state <state>",
         [](Stage& s, const Match& m, Text) {
             expect_same("state", at(m, "state"),
                         std::string(besteld::name_of(s.the_case().state)));
         }},
        {"then", "customer <no>",
         [](Stage& s, const Match& m, Text) {
             expect_same("customer", at(m, "no"), s.the_case().order.customer_no);
         }},
        {"then", "buyer number <number>",
         [](Stage& s, const Match& m, Text) {
             expect_same("buyer number", at(m, "number"), s.the_case().order.buyer_order_no);
         }},
        {"then", "ship-to <id>", ship_to},
        {"then", "ship-to <id> <origin>", ship_to},
        {"then", "requested <date>", requested},
        {"then", "line <n> is <quantity> <unit> of <sku>", line_is},
        {"then", "line <n> states price <price>", line_price},
        {"then", "lines <count>",
         [](Stage& s, const Match& m, Text) {
             count("lines", m, static_cast<std::int64_t>(s.the_case().order.lines.size()));
         }},
        {"then", "net <value>",
         [](Stage& s, const Match& m, Text) {
             expect_same("net", decimal(at(m, "value")), s.the_case().net);
         }},
        {"then", "official number given", number_given},
        {"then", "official number <no>",
         [](Stage& s, const Match& m, Text) {
             expect_same("official number", at(m, "no"), s.the_case().official_no);
         }},
        {"then", "no official number", no_number},
        {"then", "second person because <why...>", second_person},
        {"then", "no second person", second_person},
        {"then", "event <event>", event},
        {"then", "event <event> by <actor>", event},
        {"then", "refused <code>", refused},
    };
    return all;
}

} // namespace

const std::vector<Words>& then_facts() {
    static const std::vector<Words> all = [] {
        std::vector<Words> joined = about_orders();
        for (const auto* more : {&then_about_findings(), &then_about_answers(),
                                 &then_about_fulfilment(), &about_service(), &about_replies()})
            joined.insert(joined.end(), more->begin(), more->end());
        return joined;
    }();
    return all;
}

} // namespace besteld::scenario

// SPDX-License-Identifier: Apache-2.0
// What the customer is told: the rows of the outbox, and what they say once rendered.

#include "facts.hpp"

#include <algorithm>

namespace besteld::scenario {

namespace {

using Text = const std::string&;

std::string list_of(Stage& s) {
    std::vector<std::string> names;
    for (const auto& row : s.outbox())
        names.push_back(name_of_answer(row.answer));
    return join(names, ", ");
}

void says(Stage& s, const Match& m, Text) {
    expect_words("the answer", at(m, "words"), s.rendered(answer(s, m)).text);
}

void lacks(Stage& s, const Match& m, Text) {
    const std::string text = s.rendered(answer(s, m)).text;
    if (text.contains(at(m, "words")))
        throw NotSo(cat("'", at(m, "words"), "' stands in:\n", text));
}

template <Decimal Answer::* amount>
void adds_up(Stage& s, const Match& m, Text) {
    expect_same("the answer", decimal(at(m, "value")), answer(s, m).answer.*amount);
}

template <Decimal AnswerLine::* value>
void line_has(Stage& s, const Match& m, Text) {
    const OutboxRow row = answer(s, m);
    expect_same(cat("line ", at(m, "n")), decimal(at(m, "value")), answer_line(row, m).*value);
}

void promised(Stage& s, const Match& m, Text) {
    const OutboxRow row = answer(s, m);
    const auto& line = answer_line(row, m);
    expect_same("promised", at(m, "date"), line.promised ? to_iso(*line.promised) : "no date");
}

void deviation(Stage& s, const Match& m, Text) {
    const OutboxRow row = answer(s, m);
    std::vector<std::string> all;
    for (const auto& d : row.answer.deviations) {
        const bool right_line = !m.contains("n") || d.line == line_index(at(m, "n"));
        if (right_line && d.field == at(m, "field")) {
            expect_same("ordered", at(m, "ordered"), d.ordered);
            expect_same("confirmed", at(m, "confirmed"), d.confirmed);
            expect_same("reason", at(m, "reason"), d.reason);
            return;
        }
        all.push_back(cat(d.field, " ", d.ordered, " to ", d.confirmed, " for ", d.reason));
    }
    throw NotSo(cat("no such deviation; there are: ", join(all, "; ")));
}

void preagreed(Stage& s, const Match& m, Text) {
    for (const auto& d : answer(s, m).answer.deviations)
        if (!d.preagreed) throw NotSo(cat(d.field, " was not agreed before"));
}

void as_ordered(Stage& s, const Match& m, Text) {
    if (deviates(answer(s, m).answer)) throw NotSo("it deviates from the order");
}

// "only magazijn@… is sent outbound_slip": each row of that kind, and there is one.
void only(Stage& s, const Match& m, Text) {
    std::size_t rows = 0;
    for (const auto& row : s.outbox()) {
        if (!name_of_answer(row.answer).ends_with(cat(" ", at(m, "kind")))) continue;
        expect_same("recipient", at(m, "to"), row.recipient);
        ++rows;
    }
    expect_same("papers", at(m, "n"), cat(rows));
}

void recipient(Stage& s, const Match& m, Text) {
    expect_same("recipient", at(m, "to"), answer(s, m).recipient);
}

} // namespace

const std::vector<Words>& then_about_answers() {
    static const std::vector<Words> all{
        {"then", "answers <list...>",
         [](Stage& s, const Match& m, Text) { expect_same("answers", at(m, "list"), list_of(s)); }},
        {"then", "no answer",
         [](Stage& s, const Match&, Text) { expect_same("answers", "", list_of(s)); }},
        {"then", "answer <channel> <kind> says <words...>", says},
        {"then", "answer <channel> <kind> lacks <words...>", lacks},
        {"then", "answer <channel> <kind> goes to <to>", recipient},
        {"then", "<n> answers <kind> go to <to> and nobody else", only},
        {"then", "answer <channel> <kind> net <value>", adds_up<&Answer::net>},
        {"then", "answer <channel> <kind> tax <value>", adds_up<&Answer::tax>},
        {"then", "answer <channel> <kind> gross <value>", adds_up<&Answer::gross>},
        {"then", "answer <channel> <kind> fee <value>", adds_up<&Answer::small_order_fee>},
        {"then", "answer <channel> <kind> line <n> quantity <value>",
         line_has<&AnswerLine::quantity>},
        {"then", "answer <channel> <kind> line <n> price <value>", line_has<&AnswerLine::price>},
        {"then", "answer <channel> <kind> line <n> amount <value>", line_has<&AnswerLine::amount>},
        {"then", "answer <channel> <kind> line <n> promised <date>", promised},
        {"then",
         "answer <channel> <kind> changes <field> [of line <n>] from <ordered> to <confirmed> for "
         "<reason>",
         deviation},
        {"then", "answer <channel> <kind> deviates only as agreed before", preagreed},
        {"then", "answer <channel> <kind> is as ordered", as_ordered},
    };
    return all;
}

} // namespace besteld::scenario

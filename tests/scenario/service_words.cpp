// SPDX-License-Identifier: Apache-2.0
// Questions about orders, and complaints.

#include "facts.hpp"

#include "flow/complaints.hpp"

#include <algorithm>

namespace besteld::scenario {

namespace {

using Text = const std::string&;

Complaint complaint(Stage& s, const Match& m) {
    auto found = s.store().find_complaint(at(m, "kl"));
    if (!found) throw NotSo(cat("there is no complaint ", at(m, "kl")));
    return std::move(*found);
}

ServiceAction acting(Stage& s, const Match& m) {
    const auto action = s.action(at(m, "login"));
    ServiceAction as{.user = action.user, .now = s.now()};
    if (!m.contains("kl")) return as;
    as.number = at(m, "kl");
    if (const auto found = s.store().find_complaint(as.number)) as.version = found->version;
    return as;
}

void about(Stage& s, const Match& m, Text) {
    const auto found = complaint(s, m);
    const auto index = line_index(at(m, "case"));
    if (index >= s.cases().size()) throw NotSo("there is no such case");
    expect_same("it is about case", std::to_string(s.cases()[index]),
                std::to_string(found.order_id));
    std::vector<std::string> lines;
    for (const auto& line : found.lines)
        lines.push_back(std::to_string(line.line + 1));
    expect_same("line", at(m, "n"), join(lines, ", "));
}

void counts(Stage& s, const Match& m, Text) {
    const auto found = complaint(s, m);
    std::vector<std::string> all;
    for (const auto& line : found.lines)
        all.push_back(cat(line.quantity.to_string(), " ", line.unit));
    expect_same("it counts", at(m, "goods"), join(all, ", "));
}

void is_with(Stage& s, const Match& m, Text) {
    const auto found = complaint(s, m);
    expect_same("owner", at(m, "owner"), found.owner);
    expect_same("due", at(m, "date"), to_iso(found.due));
}

void close(Stage& s, const Match& m, Text) {
    s.done(s.service().close(acting(s, m), at(m, "outcome")));
}

void answer_question(Stage& s, const Match& m, Text) {
    std::vector<std::string> numbers;
    if (m.contains("number")) numbers.push_back(at(m, "number"));
    s.done(s.service().answer(s.action(at(m, "login")), numbers));
}

} // namespace

const std::vector<Words>& about_service() {
    static const std::vector<Words> all{
        {"when", "<login> answers the question", answer_question},
        {"when", "<login> answers the question about <number>", answer_question},
        {"when", "<login> registers the complaint",
         [](Stage& s, const Match& m, Text) {
             s.done(s.service().register_complaint(s.action(at(m, "login"))));
         }},
        {"when", "<login> links complaint <kl> to <number> line <n>",
         [](Stage& s, const Match& m, Text) {
             s.done(s.service().link(acting(s, m), at(m, "number"), {line_index(at(m, "n"))}));
         }},
        {"when", "<login> assigns complaint <kl> to <owner>",
         [](Stage& s, const Match& m, Text) {
             s.done(s.service().assign(acting(s, m), at(m, "owner")));
         }},
        {"when", "<login> closes complaint <kl>", close},
        {"when", "<login> closes complaint <kl> with <outcome...>", close},
        {"when", "<login> offers a replacement for complaint <kl>",
         [](Stage& s, const Match& m, Text) {
             const auto drafted = s.service().replace(acting(s, m));
             if (!drafted) return s.done(drafted.error());
             s.take_case(*drafted);
         }},
        {"when", "complaints are looked after",
         [](Stage& s, const Match&, Text) { remind_owners(s.store(), s.flow(), s.now()); }},
        {"then", "complaint <kl> may be <cause>",
         [](Stage& s, const Match& m, Text) {
             const auto found = complaint(s, m);
             expect_same("cause", at(m, "cause"), std::string(name_of(found.cause)));
             expect_same("cause named by", "", found.cause_by);
         }},
        {"then", "complaint <kl> is about no order",
         [](Stage& s, const Match& m, Text) {
             expect_same("order", "0", std::to_string(complaint(s, m).order_id));
         }},
        {"then", "complaint <kl> is about case <case> line <n>", about},
        {"then", "complaint <kl> counts <goods...>", counts},
        {"then", "complaint <kl> is with <owner> until <date>", is_with},
        {"then", "complaint <kl> is <state>",
         [](Stage& s, const Match& m, Text) {
             expect_same("complaint", at(m, "state"), std::string(name_of(complaint(s, m).state)));
         }},
    };
    return all;
}

} // namespace besteld::scenario

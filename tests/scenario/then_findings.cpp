// SPDX-License-Identifier: Apache-2.0
// What the checks found, and what may be done about it.

#include "facts.hpp"

#include <algorithm>
#include <set>

namespace besteld::scenario {

namespace {

using Text = const std::string&;

void severity(Stage& s, const Match& m, Text) {
    expect_same(at(m, "check"), at(m, "severity"), std::string(name_of(finding(s, m).severity)));
}

template <std::string Finding::* field>
void has(Stage& s, const Match& m, Text) {
    expect_same(at(m, "check"), at(m, "value"), finding(s, m).*field);
}

template <std::string Finding::* field>
void names(Stage& s, const Match& m, Text) {
    expect_words(at(m, "check"), at(m, "value"), finding(s, m).*field);
}

void money(Stage& s, const Match& m, Text) {
    const Finding f = finding(s, m);
    if (!f.money) throw NotSo("no money is at stake");
    expect_same("at stake", decimal(at(m, "value")), *f.money);
}

void suggests(Stage& s, const Match& m, Text) {
    const Finding f = finding(s, m);
    expect_same("suggested", at(m, "resolution"),
                std::string(f.suggested ? name_of(*f.suggested) : "nothing"));
    if (m.contains("value")) expect_same("suggested value", at(m, "value"), f.suggested_value);
}

const WayOut* way_out(const Finding& f, const Match& m) {
    const auto way = std::ranges::find_if(
        f.ways_out, [&](const WayOut& w) { return name_of(w.resolution) == at(m, "resolution"); });
    return way == f.ways_out.end() ? nullptr : &*way;
}

void offers(Stage& s, const Match& m, Text) {
    const Finding f = finding(s, m);
    const WayOut* way = way_out(f, m);
    if (way == nullptr) throw NotSo("that is no way out of it");
    if (way->lead_only) throw NotSo("that is offered to a lead only");
}

void offers_lead(Stage& s, const Match& m, Text) {
    const Finding f = finding(s, m);
    const WayOut* way = way_out(f, m);
    if (way == nullptr || !way->lead_only) throw NotSo("that is not kept for the lead");
}

void resolved(Stage& s, const Match& m, Text) {
    const Finding f = finding(s, m);
    if (!f.resolved) throw NotSo("nobody has resolved it");
    expect_same("resolution", at(m, "resolution"), std::string(name_of(f.resolved->resolution)));
    expect_same("by", at(m, "actor"), f.resolved->actor);
}

void preagreed(Stage& s, const Match& m, Text) {
    if (!finding(s, m).preagreed) throw NotSo("it is not pre-agreed");
}

void absent(Stage& s, const Match& m, Text) {
    const Case c = s.the_case();
    const auto found = find_finding(c, m);
    if (!found) return;
    const Finding& f = c.findings[*found];
    throw NotSo(cat("there is one: ordered '", f.ordered, "', agreed '", f.agreed, "'"));
}

void only(Stage& s, const Match& m, Text) {
    std::set<std::string> expected;
    for (const auto piece : split(at(m, "list"), ','))
        expected.emplace(trim(piece));
    std::set<std::string> found;
    for (const auto& f : s.the_case().findings)
        found.insert(name_of_finding(f));
    expect_same("findings", join({expected.begin(), expected.end()}, ", "),
                join({found.begin(), found.end()}, ", "));
}

void nothing_to_decide(Stage& s, const Match&, Text) {
    for (const auto& f : s.the_case().findings)
        if (is_open(f)) throw NotSo(cat(name_of_finding(f), " is still to be decided"));
}

} // namespace

const std::vector<Words>& then_about_findings() {
    static const std::vector<Words> all{
        {"then", "finding <check> [line <n>] is <severity>", severity},
        {"then", "finding <check> [line <n>] ordered <value...>", has<&Finding::ordered>},
        {"then", "finding <check> [line <n>] agreed <value...>", has<&Finding::agreed>},
        {"then", "finding <check> [line <n>] differs by <value...>", has<&Finding::difference>},
        {"then", "finding <check> [line <n>] has reason <value>", has<&Finding::reason>},
        {"then", "finding <check> [line <n>] is worth <value>", money},
        {"then", "finding <check> [line <n>] quotes <value...>", names<&Finding::quote>},
        {"then", "finding <check> [line <n>] traces <value...>", names<&Finding::trace>},
        {"then", "finding <check> [line <n>] names clause <value...>", names<&Finding::clause>},
        {"then", "finding <check> [line <n>] suggests <resolution>", suggests},
        {"then", "finding <check> [line <n>] suggests <resolution> <value>", suggests},
        {"then", "finding <check> [line <n>] offers <resolution>", offers},
        {"then", "finding <check> [line <n>] keeps <resolution> for the lead", offers_lead},
        {"then", "finding <check> [line <n>] was resolved as <resolution> by <actor>", resolved},
        {"then", "finding <check> [line <n>] was agreed before", preagreed},
        {"then", "no finding <check> [line <n>]", absent},
        {"then", "findings only <list...>", only},
        {"then", "nothing to decide", nothing_to_decide},
    };
    return all;
}

} // namespace besteld::scenario

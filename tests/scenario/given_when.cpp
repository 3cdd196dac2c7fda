// SPDX-License-Identifier: Apache-2.0
// What may be given and what may happen.

#include "facts.hpp"

#include "order/receipts.hpp"

namespace besteld::scenario {

namespace {

using Text = const std::string&;

// Cases are counted from 1, as lines are.
std::size_t number(const std::string& text) {
    return std::size_t{1} + line_index(text);
}

std::size_t finding_index(Stage& stage, const Match& m) {
    const auto found = find_finding(stage.the_case(), m);
    if (!found) throw NotSo(cat("there is no finding ", at(m, "check")));
    return *found;
}

std::vector<std::size_t> open_findings(const Case& c) {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < c.findings.size(); ++i)
        if (is_open(c.findings[i])) indices.push_back(i);
    return indices;
}

void user(Stage& stage, const Match& m, Role role) {
    stage.add_user(at(m, "login"), role);
}

void resolve(Stage& stage, const Match& m, Text) {
    const auto how = resolution_by_name(at(m, "resolution"));
    if (!how) throw NotSo(cat("no resolution is called '", at(m, "resolution"), "'"));
    stage.done(stage.desk().resolve(stage.action(at(m, "login")), finding_index(stage, m), *how,
                                    at(m, "reason")));
}

void correct(Stage& stage, const Match& m, Text) {
    Correction correction{.field = at(m, "field"), .value = at(m, "value")};
    if (m.contains("n")) {
        correction.field = "line." + correction.field;
        correction.line = line_index(at(m, "n"));
    }
    stage.done(stage.desk().correct(stage.action(at(m, "login")), std::move(correction)));
}

void ask(Stage& stage, const Match& m, Text) {
    stage.done(
        stage.desk().ask(stage.action(at(m, "login")), {finding_index(stage, m)}, at(m, "words")));
}

// Mails travel with CR LF.
std::string as_mail(const std::string& text) {
    return replace_all(text, "\n", "\r\n");
}

void arrive(Stage& stage, const std::string& what, const std::string& text) {
    if (what == "mail") {
        stage.arrive("orders", "", as_mail(text));
    } else {
        stage.arrive("edi", what, text);
    }
}

void numbering(Stage& stage, const Match& m, Text) {
    const std::string how = at(m, "how");
    const auto numbering = how == "continuous" ? Numbering::continuous
                           : how == "daily"    ? Numbering::daily
                           : how == "none"     ? Numbering::none
                                               : Numbering::learned;
    stage.agree({.name = at(m, "sender"),
                 .senders = {at(m, "sender")},
                 .traffic = {.numbering = numbering}});
}

// One receipt, or none.
void receipts(Stage& stage, const Match& m, Text) {
    const auto form = receipt_form_named(at(m, "receipt"));
    if (!form && at(m, "receipt") != "none") throw NotSo("there is no such receipt");
    TrafficRules rules{.receipts = std::vector<ReceiptForm>{}};
    if (form) rules.receipts->push_back(*form);
    rules.receipts_when = at(m, "when") == "errors"  ? ReceiptWhen::errors
                          : at(m, "when") == "asked" ? ReceiptWhen::asked
                                                     : ReceiptWhen::always;
    stage.agree({.name = at(m, "sender"), .senders = {at(m, "sender")}, .traffic = rules});
}

} // namespace

const std::vector<Words>& given_and_when() {
    static const std::vector<Words> all{
        {"given", "now <date> <time>",
         [](Stage& s, const Match& m, Text) { s.set_clock(at(m, "date"), at(m, "time")); }},
        {"given", "clerk <login>", [](Stage& s, const Match& m, Text) { user(s, m, Role::clerk); }},
        {"given", "lead <login>", [](Stage& s, const Match& m, Text) { user(s, m, Role::lead); }},
        {"given", "credit controller <login>",
         [](Stage& s, const Match& m, Text) { user(s, m, Role::credit); }},
        {"given", "auditor <login>",
         [](Stage& s, const Match& m, Text) { user(s, m, Role::auditor); }},
        {"given", "base data <file>",
         [](Stage& s, const Match& m, Text text) { s.import_base_data(at(m, "file"), text); }},
        {"given", "partner <sender> numbers <how>", numbering},
        {"given", "partner <sender> gets <receipt> <when>", receipts},
        {"when", "case <no> is looked at",
         [](Stage& s, const Match& m, Text) { s.take_case(at(m, "no")); }},
        {"given", "text <name>",
         [](Stage& s, const Match& m, Text text) { s.keep_text(at(m, "name"), text); }},
        // <old> becomes <new> wherever it stands: a twin that differs in one thing.
        {"given", "text <name> like <other> but <old> is <new>",
         [](Stage& s, const Match& m, Text) {
             const std::string before = s.kept_text(at(m, "other"));
             if (!before.contains(at(m, "old")))
                 throw NotSo(cat("'", at(m, "old"), "' does not stand in it"));
             s.keep_text(at(m, "name"), replace_all(before, at(m, "old"), at(m, "new")));
         }},
        {"when", "mail arrives",
         [](Stage& s, const Match&, Text text) { arrive(s, "mail", text); }},
        {"when", "file <file> arrives",
         [](Stage& s, const Match& m, Text text) { arrive(s, at(m, "file"), text); }},
        {"when", "mail arrives with <name>",
         [](Stage& s, const Match& m, Text) { arrive(s, "mail", s.kept_text(at(m, "name"))); }},
        {"when", "file <file> arrives with <name>",
         [](Stage& s, const Match& m, Text) {
             arrive(s, at(m, "file"), s.kept_text(at(m, "name")));
         }},
        {"when", "base data <file> were different",
         [](Stage& s, const Match& m, Text text) { s.try_base_data(at(m, "file"), text); }},
        {"when", "case <n> is opened",
         [](Stage& s, const Match& m, Text) { s.open_case(number(at(m, "n"))); }},
        {"when", "<login> resolves <check> [of line <n>] as <resolution>", resolve},
        {"when", "<login> resolves <check> [of line <n>] as <resolution> because <reason...>",
         resolve},
        {"when", "<login> takes back <check> [of line <n>]",
         [](Stage& s, const Match& m, Text) {
             s.done(s.desk().unresolve(s.action(at(m, "login")), finding_index(s, m)));
         }},
        {"when", "<login> sets <field> [of line <n>] to <value...>", correct},
        {"when", "<login> asks about everything",
         [](Stage& s, const Match& m, Text) {
             s.done(s.desk().ask(s.action(at(m, "login")), open_findings(s.the_case()), {}));
         }},
        {"when", "<login> asks about <check> [of line <n>]", ask},
        {"when", "<login> asks about <check> [of line <n>] with <words...>", ask},
        {"when", "<login> releases",
         [](Stage& s, const Match& m, Text) {
             s.done(s.desk().release(s.action(at(m, "login"))));
         }},
        {"when", "<login> approves",
         [](Stage& s, const Match& m, Text) {
             s.done(s.desk().approve(s.action(at(m, "login"))));
         }},
        {"when", "<login> refuses because <reason...>",
         [](Stage& s, const Match& m, Text) {
             s.done(s.desk().refuse_second(s.action(at(m, "login")), at(m, "reason")));
         }},
        {"when", "<login> rejects because <reason...>",
         [](Stage& s, const Match& m, Text) {
             s.done(s.desk().reject(s.action(at(m, "login")), at(m, "reason")));
         }},
        {"when", "<login> sets it aside because <reason...>",
         [](Stage& s, const Match& m, Text) {
             s.done(s.desk().set_aside(s.action(at(m, "login")), at(m, "reason")));
         }},
        {"when", "<login> cancels the order because <reason...>",
         [](Stage& s, const Match& m, Text) {
             s.done(s.desk().cancel_order(s.action(at(m, "login")), at(m, "reason")));
         }},
        {"when", "<login> promises line <n> for <date> because <reason...>",
         [](Stage& s, const Match& m, Text) {
             s.done(s.desk().break_promise(
                 s.action(at(m, "login")),
                 {{.line = static_cast<std::uint32_t>(number(at(m, "n")) - 1),
                   .date = parse_iso_date(at(m, "date")),
                   .quantity = {}}},
                 at(m, "reason")));
         }},
        {"when", "<login> notes <words...>",
         [](Stage& s, const Match& m, Text) {
             s.done(s.desk().note_answer(s.action(at(m, "login")), at(m, "words")));
         }},
    };
    return all;
}

} // namespace besteld::scenario

// SPDX-License-Identifier: Apache-2.0
#include "facts.hpp"

#include "order/describe_order.hpp"

#include <algorithm>
#include <ranges>

namespace besteld::scenario {

Decimal decimal(const std::string& text) {
    const auto parsed = Decimal::parse(text);
    if (!parsed) throw NotSo(cat("'", text, "' is no number"));
    return *parsed;
}

std::uint32_t line_index(const std::string& number) {
    const Decimal parsed = decimal(number);
    if (!parsed.is_whole() || parsed <= Decimal{}) throw NotSo("lines are counted from 1");
    return static_cast<std::uint32_t>(parsed.units() / Decimal::scale - 1);
}

void expect_same(std::string_view what, const std::string& expected, const std::string& found) {
    if (expected != found)
        throw NotSo(cat(what, ": expected '", expected, "', found '", found, "'"));
}

void expect_same(std::string_view what, Decimal expected, Decimal found) {
    if (expected != found)
        throw NotSo(cat(what, ": expected ", expected.to_string(), ", found ", found.to_string()));
}

void expect_words(std::string_view what, const std::string& expected, const std::string& found) {
    if (!found.contains(expected))
        throw NotSo(cat(what, ": '", expected, "' does not stand in:\n", found));
}

std::string name_of_finding(const Finding& f) {
    return cat(name_of(f.check), f.line ? cat(" line ", *f.line + 1) : std::string{});
}

std::optional<std::size_t> find_finding(const Case& c, const Match& m) {
    const auto check = check_by_name(at(m, "check"));
    if (!check) throw NotSo(cat("no check is called '", at(m, "check"), "'"));
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < c.findings.size(); ++i) {
        const Finding& f = c.findings[i];
        if (f.check != *check || (m.contains("n") && f.line != line_index(at(m, "n")))) continue;
        if (!found || c.findings[*found].severity < f.severity) found = i;
    }
    return found;
}

Finding finding(Stage& stage, const Match& m) {
    const Case c = stage.the_case();
    if (const auto found = find_finding(c, m)) return c.findings[*found];
    std::vector<std::string> names;
    for (const auto& f : c.findings)
        names.push_back(name_of_finding(f));
    throw NotSo(cat("no such finding; there are: ", join(names, ", ")));
}

std::string name_of_answer(const Answer& answer) {
    return cat(answer.channel == AnswerChannel::edi ? "edi " : "mail ",
               boost::describe::enum_to_string(answer.kind, "?"));
}

OutboxRow answer(Stage& stage, const Match& m) {
    const std::string wanted = cat(at(m, "channel"), " ", at(m, "kind"));
    std::vector<std::string> names;
    for (auto& row : std::views::reverse(stage.outbox())) {
        if (name_of_answer(row.answer) == wanted) return row;
        names.push_back(name_of_answer(row.answer));
    }
    throw NotSo(cat("there is no answer '", wanted, "'; there are: ", join(names, ", ")));
}

const AnswerLine& answer_line(const OutboxRow& row, const Match& m) {
    const auto index = line_index(at(m, "n"));
    const auto found = std::ranges::find(row.answer.lines, index, &AnswerLine::index);
    if (found == row.answer.lines.end()) throw NotSo(cat("the answer has no line ", index + 1));
    return *found;
}

} // namespace besteld::scenario

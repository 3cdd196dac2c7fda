// SPDX-License-Identifier: Apache-2.0
// What the house reports of an order, and what became of it.

#include "facts.hpp"

#include "store/deliveries.hpp"
#include "store/hand_offs.hpp"

namespace besteld::scenario {

namespace {

using Text = const std::string&;

Fulfilment fulfilment(Stage& s) {
    auto known = Deliveries(s.store()).find(s.the_case().id);
    if (!known) throw NotSo("nothing of this order was confirmed");
    return std::move(*known);
}

void delivered(Stage& s, const Match& m, Text) {
    const auto known = fulfilment(s);
    const auto index = line_index(at(m, "n"));
    if (index >= known.lines.size())
        throw NotSo(cat("there are ", known.lines.size(), " lines to deliver"));
    expect_same("delivered", decimal(at(m, "quantity")), known.lines[index].delivered);
    expect_same("to come", decimal(at(m, "open")), known.lines[index].open());
}

void deliveries(Stage& s, const Match& m, Text) {
    std::vector<std::string> numbers;
    for (const auto& delivery : fulfilment(s).deliveries)
        numbers.push_back(delivery.delivery_no);
    expect_same("deliveries", at(m, "numbers"), join(numbers, " "));
}

void requests(Stage& s, const Match& m, Text) {
    std::vector<std::string> numbers;
    for (const auto& request : fulfilment(s).requests)
        numbers.push_back(request.request_no);
    expect_same("invoice requests", at(m, "numbers"), join(numbers, " "));
}

void handed_off(Stage& s, const Match& m, Text) {
    std::vector<std::string> keys;
    for (const auto& row : HandOffs(s.store()).of_case(s.the_case().id)) {
        if (row.what.key == at(m, "key") && name_of(row.target) == at(m, "target")) return;
        keys.push_back(cat(row.what.key, " to ", name_of(row.target)));
    }
    throw NotSo(cat("not handed off; there are: ", join(keys, ", ")));
}

void said(Stage& s, const Match& m, Text) {
    const auto rows = HandOffs(s.store()).with_key(at(m, "key"));
    if (rows.empty()) throw NotSo("there is no such hand-off");
    expect_same("answer", at(m, "said"), cat(rows[0].said, rows[0].said.empty() ? "none" : ""));
}

void asks(Stage& s, const Match& m, Text) {
    InsideQuestion question{.subject = "change",
                            .text = at(m, "words"),
                            .answer_by = s.now() + std::chrono::minutes{30}};
    if (!ask_inside(s.store(), s.flow(), s.the_case(), question, s.now()))
        throw NotSo("nobody takes notices there");
}

} // namespace

const std::vector<Words>& when_the_house_reports() {
    static const std::vector<Words> all{
        {"when", "report <file> arrives",
         [](Stage& s, const Match& m, Text text) { s.arrive("wms", at(m, "file"), text); }},
        {"when", "time passes", [](Stage& s, const Match&, Text) { s.let_time_pass(); }},
        {"when", "the warehouse is asked <words...>", asks},
    };
    return all;
}

const std::vector<Words>& then_about_fulfilment() {
    static const std::vector<Words> all{
        {"then", "delivered <quantity> of line <n> and <open> to come", delivered},
        {"then", "deliveries <numbers...>", deliveries},
        {"then", "invoice requests <numbers...>", requests},
        {"then", "handed off <key> to <target>", handed_off},
        {"then", "answer to <key> is <said>", said},
    };
    return all;
}

} // namespace besteld::scenario

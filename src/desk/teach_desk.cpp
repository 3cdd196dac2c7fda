// SPDX-License-Identifier: Apache-2.0
#include "desk/teach_desk.hpp"

#include "base/csv_cell.hpp"
#include "base/text.hpp"
#include "check/corrections.hpp"
#include "check/match_item.hpp"
#include "check/phrase_key.hpp"
#include "check/taught_phrases.hpp"
#include "desk/refusals.hpp"
#include "order/taught_heading.hpp"
#include "store/order_search.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr int earlier_orders = 50;
constexpr std::size_t longest_heading = 60; // what readers take for a heading

// What two lines have in common when they name an item alike; nothing: the line names none so.
std::optional<std::string> key_of(const LineDraft& line, bool by_number) {
    if (by_number && line.buyer_item) return normalise_code(line.buyer_item->value);
    if (by_number || !line.name || line.buyer_item || states_a_code(line)) return std::nullopt;
    return phrase_key(line.name->value);
}

void hold_against(ItemTaught& taught, const Case& earlier) {
    const auto key = taught.is_number ? normalise_code(taught.written) : phrase_key(taught.written);
    for (const auto& line : earlier.order.lines) {
        if (line.index >= earlier.draft.lines.size() ||
            key_of(earlier.draft.lines[line.index], taught.is_number) != key)
            continue;
        if (line.sku == taught.sku)
            ++taught.alike;
        else
            taught.otherwise.push_back(
                {.case_id = earlier.id, .case_no = earlier.case_no, .sku = line.sku});
    }
}

// Of the lines whose item a person put right, those with a number of the customer's.
std::vector<ItemTaught> numbers_of(const Case& the_case) {
    std::vector<ItemTaught> numbers;
    for (const auto& line : the_case.order.lines) {
        const auto* typed = find_correction(the_case.corrections, "line.sku", line.index);
        if (!typed || typed->value != line.sku || line.index >= the_case.draft.lines.size())
            continue;
        const auto& number = the_case.draft.lines[line.index].buyer_item;
        if (number)
            numbers.push_back(
                {.line = line.index, .written = number->value, .is_number = true, .sku = line.sku});
    }
    return numbers;
}

} // namespace

std::expected<std::int64_t, DeskRefused> TeachDesk::teach(std::int64_t case_id,
                                                          const std::string& heading,
                                                          const std::string& field,
                                                          const User& user, Instant now) {
    if (!may_keep_base_data(user.role)) return refuse("not_allowed", "this role teaches nothing");
    const auto found = store_.find_case(case_id);
    if (!found) return refuse("not_found", "there is no such case");
    if (found->order.customer_no.empty())
        return refuse("bad_value", "nobody knows whose table it is: say who the customer is first");
    const auto written = std::string(trim(heading));
    if (heading_key(written).empty() || written.size() > longest_heading)
        return refuse("bad_value", cat("heading '", written, "'"));
    if (std::ranges::find(teachable_fields, field) == std::end(teachable_fields))
        return refuse("bad_value", cat("field '", field, "'"));
    return TaughtHeadings(store_).add({.customer_no = found->order.customer_no,
                                       .heading = written,
                                       .field = field,
                                       .case_id = case_id,
                                       .made_at = now,
                                       .made_by = user.login,
                                       .trial = {}});
}

bool TeachDesk::may_use(const TaughtHeading& taught, const User& user) const {
    if (second_person_ == SecondPerson::not_needed)
        return user.role == Role::lead || user.role == Role::admin;
    return may_approve_base_data(user.role) && taught.made_by != user.login;
}

std::expected<HeadingSeen, DeskRefused> TeachDesk::open(std::int64_t number, const User& user) {
    auto taught = TaughtHeadings(store_).find(number);
    if (!taught) return refuse("not_found", "nothing of that number was taught");
    HeadingSeen seen{.taught = *std::move(taught), .trial = {}};
    if (!seen.taught.trial.empty()) seen.trial = trial_from_json(seen.taught.trial);
    seen.may_use = seen.taught.state == HeadingState::tried && may_use(seen.taught, user);
    seen.may_end = seen.taught.state != HeadingState::ended && may_keep_base_data(user.role);
    return seen;
}

std::expected<std::int64_t, DeskRefused> TeachDesk::use(std::int64_t number, const User& user,
                                                        Instant now) {
    const auto taught = TaughtHeadings(store_).find(number);
    if (!taught) return refuse("not_found", "nothing of that number was taught");
    if (taught->state != HeadingState::tried)
        return refuse("wrong_state", "it counts when it has been tried, and once");
    if (!may_use(*taught, user)) {
        if (second_person_ == SecondPerson::needed && taught->made_by == user.login)
            return refuse("same_person", "by another person");
        return refuse("not_allowed", "this role lets nothing count");
    }
    if (!TaughtHeadings(store_).use(number, user.login, now))
        return refuse("means_another", "the heading has a meaning already: end that one first");
    return number;
}

std::expected<std::int64_t, DeskRefused> TeachDesk::end(std::int64_t number, const User& user,
                                                        Instant now) {
    if (!may_keep_base_data(user.role)) return refuse("not_allowed", "this role teaches nothing");
    if (!TaughtHeadings(store_).find(number))
        return refuse("not_found", "nothing of that number was taught");
    if (!TaughtHeadings(store_).end(number, user.login, now))
        return refuse("wrong_state", "it has ended");
    return number;
}

std::vector<ItemTaught> TeachDesk::items(const Case& the_case) {
    std::vector<ItemTaught> taught = numbers_of(the_case);
    for (const auto& phrase :
         taught_phrases(the_case.draft, the_case.order, the_case.corrections, the_case.findings))
        taught.push_back({.line = phrase.line,
                          .written = the_case.draft.lines[phrase.line].name->value,
                          .sku = phrase.sku});
    if (taught.empty() || the_case.order.customer_no.empty()) return {};
    for (const auto& summary : OrderSearch(store_).find(
             {.text = {}, .customer = the_case.order.customer_no, .limit = earlier_orders})) {
        if (summary.case_id == the_case.id) continue;
        const auto earlier = store_.find_case(summary.case_id);
        if (!earlier) continue;
        for (auto& one : taught)
            hold_against(one, *earlier);
    }
    return taught;
}

std::expected<std::int64_t, DeskRefused> TeachDesk::keep_number(std::int64_t case_id,
                                                                std::uint32_t line,
                                                                const User& user, Date today,
                                                                Instant now) {
    const auto found = store_.find_case(case_id);
    if (!found) return refuse("not_found", "there is no such case");
    const auto numbers = numbers_of(*found);
    const auto number = std::ranges::find(numbers, line, &ItemTaught::line);
    if (number == numbers.end() || found->order.customer_no.empty())
        return refuse("bad_value", "nobody put this line's item right, or it has no number");
    const auto report = base_data_.import(
        {.table = "item_references",
         .rows = cat("customer,buyer_item,sku,valid_from\n", csv_quoted(found->order.customer_no),
                     ",", csv_quoted(number->written), ",", csv_quoted(number->sku), ",",
                     to_iso(today), "\n"),
         .from = {}},
        user, now);
    if (!report) return std::unexpected(report.error());
    if (!report->problems.empty()) return refuse("bad_value", report->problems.front().text);
    if (report->number == 0) return refuse("wrong_state", "it is kept so already");
    return report->number;
}

} // namespace besteld

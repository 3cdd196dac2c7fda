// SPDX-License-Identifier: Apache-2.0
#include "desk/order_desk.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"

#include <algorithm>
#include <set>

namespace besteld {

namespace {

constexpr int most_tied = 20;

std::unexpected<DeskRefused> not_found(std::string text) {
    return std::unexpected(DeskRefused{"not_found", std::move(text)});
}

// A reply carries its own message; everything else is of the message that the case came with.
std::set<std::int64_t> message_ids(const Case& the_case, const std::vector<EventRow>& events) {
    std::set<std::int64_t> ids{the_case.message_id};
    for (const auto& event : events)
        if (event.message_id != 0) ids.insert(event.message_id);
    return ids;
}

std::vector<std::string> clauses_of(const OrderLife& life) {
    std::vector<std::string> clauses;
    const auto add = [&](const std::string& clause) {
        if (!clause.empty() && std::ranges::find(clauses, clause) == clauses.end())
            clauses.push_back(clause);
    };
    for (const auto& finding : life.the_case.findings)
        add(finding.clause);
    for (const auto& row : life.answers)
        for (const auto& deviation : row.answer.deviations)
            add(deviation.clause);
    return clauses;
}

} // namespace

OrderDesk::OrderDesk(Store& store, FlowSettings settings)
    : store_(store), settings_(std::move(settings)), search_(store) {}

std::vector<OrderSummary> OrderDesk::find(const OrderQuery& query) {
    return search_.find(query);
}

std::vector<TiedCase> OrderDesk::tied_to(const Case& the_case) {
    std::vector<TiedCase> tied;
    std::set<std::int64_t> seen{the_case.id};
    const auto add = [&](Tie tie, std::int64_t id) {
        if (!seen.insert(id).second) return;
        if (auto what = search_.summary(id)) tied.push_back({tie, std::move(*what)});
    };
    for (const auto& link : store_.links_of(the_case.id))
        if (link.kind == "changes") add(Tie::changes, link.other_id);
    for (const auto& link : store_.links_to(the_case.id))
        if (link.kind == "changes") add(Tie::changed_by, link.case_id);
    for (auto& same : search_.same_number(the_case, most_tied))
        if (seen.insert(same.case_id).second) tied.push_back({Tie::same_number, std::move(same)});
    for (const auto id : store_.cases_of_message(the_case.message_id))
        add(Tie::same_message, id);
    return tied;
}

// Base data as they were known at another time would want a write transaction: not for looking.
std::optional<Agreement> OrderDesk::agreement_of(const Case& the_case) {
    if (the_case.order.customer_no.empty()) return std::nullopt;
    return store_
        .load_terms(settings_.seller,
                    {.customer_no = the_case.order.customer_no,
                     .price_date = Zone(settings_.seller.zone).date_of(the_case.received_at)})
        .agreement;
}

std::expected<OrderLife, DeskRefused> OrderDesk::open(std::int64_t case_id) {
    auto found = store_.find_case(case_id);
    if (!found) return not_found("there is no such order");
    OrderLife life{.the_case = std::move(*found)};
    if (const auto summary = search_.summary(case_id)) life.kind = summary->kind;
    life.events = store_.events(case_id);
    for (const auto id : message_ids(life.the_case, life.events))
        if (auto message = store_.message(id, false)) life.messages.push_back(std::move(*message));
    life.answers = store_.outbox_of_case(case_id);
    life.answer_times = search_.answer_times(case_id);
    life.versions = store_.versions(case_id);
    Archives archives(store_);
    life.releases = archives.releases(case_id);
    life.packages = archives.packages(case_id);
    life.hand_offs = HandOffs(store_).of_case(case_id);
    life.feedback = Feedbacks(store_).of_case(case_id);
    life.fulfilment = Deliveries(store_).find(case_id);
    life.tied = tied_to(life.the_case);
    life.complaints = store_.complaints({.order_id = case_id});
    for (auto& closed : store_.complaints(
             {.state = std::string(name_of(ComplaintState::closed)), .order_id = case_id}))
        life.complaints.push_back(std::move(closed));
    if (auto own = store_.complaint_of_case(case_id)) life.complaints.push_back(std::move(*own));
    life.agreement = agreement_of(life.the_case);
    life.clauses = clauses_of(life);
    return life;
}

std::expected<OutboxRow, DeskRefused> OrderDesk::answer(std::int64_t case_id,
                                                        std::int64_t answer_id) {
    for (auto& row : store_.outbox_of_case(case_id))
        if (row.id == answer_id) return std::move(row);
    return not_found("this order has no such answer");
}

std::expected<StoredMessage, DeskRefused> OrderDesk::message(std::int64_t case_id,
                                                             std::int64_t message_id) {
    const auto the_case = store_.find_case(case_id);
    if (!the_case) return not_found("there is no such order");
    const bool known = message_ids(*the_case, store_.events(case_id)).contains(message_id);
    auto message = known ? store_.message(message_id, true) : std::nullopt;
    if (!message) return not_found("this order has no such message");
    return std::move(*message);
}

} // namespace besteld

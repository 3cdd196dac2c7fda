// SPDX-License-Identifier: Apache-2.0
#include "desk/alike_desk.hpp"

#include "desk/refusals.hpp"
#include "flow/resume.hpp"
#include "store/alike.hpp"

#include <algorithm>
#include <tuple>

namespace besteld {

namespace {

std::optional<std::size_t> finding_of(const Case& the_case, const std::string& key) {
    for (std::size_t i = 0; i < the_case.findings.size(); ++i)
        if (alike_key(the_case.order, the_case.findings[i]) == key) return i;
    return std::nullopt;
}

bool has_way(const Finding& finding, Resolution way, Role role) {
    return std::ranges::any_of(finding.ways_out, [&](const WayOut& one) {
        return one.resolution == way && (!one.lead_only || is_lead(role));
    });
}

} // namespace

AlikeDesk::AlikeDesk(Store& store, FlowSettings settings, Desk& desk)
    : store_(store), settings_(std::move(settings)), desk_(desk) {}

std::expected<AlikeGroup, DeskRefused> AlikeDesk::open(const std::string& key,
                                                       std::optional<Resolution> way,
                                                       const User& user, Instant now) {
    using enum Resolution;
    AlikeGroup group{.key = key, .ways = {accept_agreed, accept_ordered, dismiss}};
    auto ids = AlikeCases(store_).cases(key, most_at_once + 1);
    group.more = std::ssize(ids) > most_at_once;
    if (group.more) ids.resize(most_at_once);
    std::vector<std::pair<Case, std::size_t>> found;
    for (const auto id : ids) {
        auto the_case = store_.find_case(id);
        const auto finding = the_case ? finding_of(*the_case, key) : std::nullopt;
        if (!finding) continue;
        std::erase_if(group.ways, [&](Resolution one) {
            return !has_way(the_case->findings[*finding], one, user.role);
        });
        found.emplace_back(*std::move(the_case), *finding);
    }
    if (found.size() < 2) return refuse("not_alike", "no two orders deviate in this any more");
    if (group.ways.empty()) return refuse("lead_only", "a lead decides about these");
    const auto& suggested = found.front().first.findings[found.front().second].suggested;
    const auto wanted = way ? way : suggested;
    const bool can = wanted && std::ranges::find(group.ways, *wanted) != group.ways.end();
    group.way = can ? *wanted : group.ways.front();
    for (auto& [the_case, finding] : found)
        group.orders.push_back(preview(std::move(the_case), finding, group.way, user, now));
    return group;
}

AlikeOrder AlikeDesk::preview(Case the_case, std::size_t finding, Resolution way, const User& user,
                              Instant now) {
    AlikeOrder order{.the_case = std::move(the_case), .finding = finding};
    const auto message = store_.message(order.the_case.message_id, false);
    const auto reading = store_.reading(order.the_case.message_id);
    auto& findings = order.the_case.findings;
    order.open_besides = static_cast<std::size_t>(std::ranges::count_if(findings, is_open)) - 1;
    if (!message || !reading || order.open_besides > 0) return order;
    Case as_decided = order.the_case;
    as_decided.findings[finding].resolved = Resolved{way, user.login, "", to_iso(now)};
    const auto submission = submission_of(store_, settings_, as_decided, *message, *reading);
    const Command release{.kind = CommandKind::release, .role = user.role, .actor = user.login};
    auto judgement = judge(store_, settings_, submission, release, now);
    if (!judgement.decision) {
        order.refused = judgement.decision.error().text;
        return order;
    }
    order.to_second_person = judgement.decision->state == OrderState::awaiting_second;
    order.answers = std::move(judgement.decision->answers);
    return order;
}

std::vector<AlikeOutcome> AlikeDesk::decide(const std::string& key,
                                            const std::vector<TickedOrder>& ticked, Resolution way,
                                            const std::string& reason, const User& user,
                                            Instant now) {
    std::vector<AlikeOutcome> outcomes;
    for (const auto& one : ticked)
        outcomes.push_back(decide_one(key, one, way, reason, user, now));
    return outcomes;
}

AlikeOutcome AlikeDesk::decide_one(const std::string& key, const TickedOrder& ticked,
                                   Resolution way, const std::string& reason, const User& user,
                                   Instant now) {
    AlikeOutcome outcome{.case_id = ticked.case_id, .version = ticked.version};
    outcome.refused = carry_through(outcome, key, way, reason, user, now);
    if (const auto after = store_.find_case(ticked.case_id)) outcome.state = after->state;
    outcome.held = HeldDecisions(store_).of_case(ticked.case_id).has_value();
    return outcome;
}

// Why not further, or nothing.
std::optional<DeskRefused> AlikeDesk::carry_through(AlikeOutcome& outcome, const std::string& key,
                                                    Resolution way, const std::string& reason,
                                                    const User& user, Instant now) {
    if (!is_decided_at_once(way))
        return DeskRefused{"not_at_once", "this is decided order by order"};
    const auto before = store_.find_case(outcome.case_id);
    const auto finding = before ? finding_of(*before, key) : std::nullopt;
    if (!finding) return DeskRefused{"changed_meanwhile", "it does not deviate in this any more"};
    const auto decided =
        desk_.resolve({outcome.case_id, outcome.version, user, now}, *finding, way, reason);
    if (!decided) return decided.error();
    outcome.done = AlikeOutcome::Done::decided;
    outcome.version = *decided;
    const auto now_is = store_.find_case(outcome.case_id);
    if (!now_is || std::ranges::any_of(now_is->findings, is_open)) return std::nullopt;
    const auto released = desk_.release({outcome.case_id, outcome.version, user, now});
    if (!released) return released.error();
    outcome.done = AlikeOutcome::Done::released;
    outcome.version = *released;
    return std::nullopt;
}

void AlikeDesk::take_back(const std::vector<TickedOrder>& released, const User& user, Instant now) {
    for (const auto& one : released)
        std::ignore = desk_.take_back({one.case_id, one.version, user, now}); // it may have left
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "order/state.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>
#include <map>
#include <set>

namespace besteld {
namespace {

// domain.md 3.2 once more, written from the text and not from the code: event, number, from-states,
// to, and who may do it. "n" behind a from-state: only with an official number; "-": only without.
struct Expected {
    const char* event;
    const char* number;
    const char* from;
    const char* to;
    const char* roles;
};
const Expected expectations[] = {
    {"parsed", "T02", "received", "extracted", "system"},
    {"customer_resolved", "T04", "extracted", "checking", "system"},
    {"customer_unresolved", "T05", "extracted", "in_review", "system"},
    {"repeat_recognised", "T06", "extracted", "duplicate", "system"},
    {"same_order_decided", "T06b", "in_review checking", "duplicate", "clerk second_clerk lead"},
    {"checks_passed_second", "T07", "checking", "awaiting_second", "system"},
    {"checks_passed", "T08", "checking", "accepted", "system"},
    {"checks_passed_clean", "T08b", "checking", "in_review", "system"},
    {"deviations_found", "T09", "checking", "in_review", "system"},
    {"value_changed", "T10", "in_review", "checking", "customer clerk second_clerk lead"},
    {"question_sent", "T11", "in_review", "awaiting_customer", "clerk second_clerk lead"},
    {"answer_received", "T12", "awaiting_customer", "in_review",
     "customer system clerk second_clerk lead"},
    {"question_reminded", "T13", "awaiting_customer", "awaiting_customer", "system"},
    {"expired", "T14", "awaiting_customer in_review+n", "expired", "lead"},
    {"held", "T15", "in_review checking", "on_hold", "system clerk second_clerk lead"},
    {"hold_released", "T16", "on_hold", "checking", "system credit"},
    {"hold_refused", "T16b", "on_hold", "in_review", "credit"},
    {"review_completed", "T17", "in_review", "awaiting_second", "clerk second_clerk lead"},
    {"second_refused", "T18", "awaiting_second", "in_review", "second_clerk lead"},
    {"released_by_clerk", "T19", "awaiting_second", "accepted", "second_clerk lead"},
    {"released_by_clerk", "T19", "in_review", "accepted", "clerk second_clerk lead"},
    {"confirmed_as_ordered", "T20", "accepted", "confirmed", "system"},
    {"confirmed_preagreed", "T21", "accepted", "confirmed", "system"},
    {"proposed", "T22", "accepted", "proposed", "system"},
    {"consented", "T23", "proposed", "confirmed", "customer system clerk second_clerk lead"},
    {"proposal_lapsed", "T23b", "proposed", "in_review", "system"},
    {"proposal_refused", "T24", "proposed", "cancelled", "customer clerk second_clerk lead"},
    {"proposal_countered", "T25", "proposed", "in_review", "customer clerk second_clerk lead"},
    {"rejected", "T26", "in_review-", "rejected", "clerk second_clerk lead"},
    {"cancelled", "T34",
     "received- extracted- checking- in_review- awaiting_customer- on_hold- awaiting_second-",
     "cancelled", "customer clerk second_clerk lead"},
    {"cancelled", "T34",
     "received+n extracted+n checking+n in_review+n awaiting_customer+n on_hold+n "
     "awaiting_second+n accepted+n confirmed+n proposed+n released+n",
     "cancelled", "second_clerk lead"},
    {"cancelled_by_seller", "T34b", "accepted+n confirmed+n proposed+n released+n in_review+n",
     "cancelled", "lead"},
    {"superseded", "T35",
     "received- extracted- checking- in_review- awaiting_customer- on_hold- awaiting_second-",
     "superseded", "system"},
    {"set_aside", "T03c", "in_review-", "closed", "clerk second_clerk lead"},
    {"answered", "T36", "extracted- in_review- awaiting_customer-", "closed",
     "system clerk second_clerk lead"},
    {"released", "T27", "confirmed+n", "released", "system"},
    {"promise_broken", "T28", "confirmed+n released+n", "proposed", "clerk second_clerk lead"},
    {"goods_issued_in_part", "T29", "released+n", "part_delivered", "warehouse"},
    {"goods_issued", "T29", "released+n", "delivered", "warehouse"},
    {"goods_issued_in_part", "T29b", "part_delivered+n", "part_delivered", "warehouse"},
    {"goods_issued", "T29b", "part_delivered+n", "delivered", "warehouse"},
    {"rest_closed", "T29b", "part_delivered+n", "delivered", "warehouse clerk second_clerk lead"},
    {"proof_filed", "T30", "part_delivered+n delivered+n invoice_requested+n closed+n", "same",
     "warehouse clerk second_clerk lead"},
    {"invoice_requested", "T31", "part_delivered+n", "same", "system clerk second_clerk lead"},
    {"invoice_requested", "T31", "delivered+n", "invoice_requested",
     "system clerk second_clerk lead"},
    {"invoiced", "T32", "invoice_requested+n", "closed", "finance system"},
    {"archived", "T33", "closed rejected cancelled duplicate expired superseded", "archived",
     "system"},
    {"noted", "T36",
     "received extracted checking in_review awaiting_customer on_hold awaiting_second accepted "
     "confirmed proposed released part_delivered delivered invoice_requested closed archived "
     "rejected cancelled superseded duplicate expired",
     "same", "system clerk second_clerk lead"},
    {"reopened", "T37", "archived", "closed", "lead auditor"},
    {"change_merged", "T38",
     "received extracted checking in_review awaiting_customer on_hold awaiting_second", "checking",
     "customer clerk second_clerk lead"},
    {"change_applied", "T38", "accepted+n confirmed+n proposed+n released+n part_delivered+n",
     "same", "second_clerk lead"},
    {"change_proposed", "T38", "accepted+n confirmed+n proposed+n released+n part_delivered+n",
     "proposed", "second_clerk lead"},
    {"change_refused", "T39", "accepted+n confirmed+n proposed+n released+n part_delivered+n",
     "same", "clerk second_clerk lead"},
    {"change_carried_out", "T38", "checking in_review awaiting_second", "closed",
     "system clerk second_clerk lead"},
    {"change_declined", "T39", "in_review awaiting_second", "rejected", "clerk second_clerk lead"},
};
// Which transitions look at the findings, and what they want of them.
const std::map<std::string, bool> wants_open = {
    {"checks_passed_second", false}, {"checks_passed", false},    {"checks_passed_clean", false},
    {"deviations_found", true},      {"review_completed", false}, {"released_by_clerk", false},
    {"change_carried_out", false}};

bool has_word(std::string_view words, std::string_view word) {
    for (const auto piece : split(words, ' '))
        if (piece == word) return true;
    return false;
}

bool expects_from(const Expected& row, OrderState state, const TransitionGuards& guards) {
    const std::string name(name_of(state));
    return has_word(row.from, name) ||
           (guards.has_official_number && has_word(row.from, name + "+n")) ||
           (!guards.has_official_number && has_word(row.from, name + "-"));
}

std::string expected_transition(OrderState state, OrderEvent event,
                                const TransitionGuards& guards) {
    const auto open = wants_open.find(std::string(name_of(event)));
    if (open != wants_open.end() && open->second != guards.open_findings) return "refused";
    for (const auto& row : expectations)
        if (row.event == name_of(event) && expects_from(row, state, guards) &&
            has_word(row.roles, name_of(guards.role)))
            return cat(row.number, " ",
                       row.to == std::string_view("same") ? name_of(state) : row.to);
    return "refused";
}

constexpr int state_count = static_cast<int>(OrderState::expired) + 1;
constexpr int event_count = static_cast<int>(OrderEvent::change_declined) + 1;
constexpr int role_count = static_cast<int>(Role::finance) + 1;

TEST(OrderLife, followsTheTableForEveryStateEventRoleAndGuard) {
    int allowed = 0;
    for (int s = 0; s < state_count; ++s)
        for (int e = 0; e < event_count; ++e)
            for (int g = 0; g < role_count * 4; ++g) {
                const auto state = static_cast<OrderState>(s);
                const auto event = static_cast<OrderEvent>(e);
                const TransitionGuards guards{.role = static_cast<Role>(g / 4),
                                              .has_official_number = (g & 1) != 0,
                                              .open_findings = (g & 2) != 0};
                const auto got = next(state, event, guards);
                const std::string text =
                    got ? cat(got->number, " ", name_of(got->to)) : std::string("refused");
                EXPECT_EQ(text, expected_transition(state, event, guards))
                    << name_of(state) << " " << name_of(event) << " " << name_of(guards.role)
                    << " number=" << guards.has_official_number << " open=" << guards.open_findings;
                if (got)
                    ++allowed;
                else
                    EXPECT_FALSE(got.error().text.empty());
            }
    EXPECT_GT(allowed, 200);
}

// But for the archive, which a dispute can open again, and notes.
TEST(OrderLife, nothingLeavesAnEnd) {
    for (int s = 0; s < state_count; ++s) {
        const auto state = static_cast<OrderState>(s);
        if (!is_end(state)) continue;
        for (int e = 0; e < event_count; ++e) {
            const auto event = static_cast<OrderEvent>(e);
            if (event == OrderEvent::noted || event == OrderEvent::reopened) continue;
            EXPECT_FALSE(next(state, event, {.role = Role::lead})) << name_of(state);
        }
    }
}

TEST(OrderLife, everyTransitionOfTheListHasARowThatCanFire) {
    std::set<OrderEvent> fired;
    for (int s = 0; s < state_count; ++s)
        for (int e = 0; e < event_count; ++e)
            for (int g = 0; g < role_count * 4; ++g)
                if (next(static_cast<OrderState>(s), static_cast<OrderEvent>(e),
                         {.role = static_cast<Role>(g / 4),
                          .has_official_number = (g & 1) != 0,
                          .open_findings = (g & 2) != 0}))
                    fired.insert(static_cast<OrderEvent>(e));
    EXPECT_EQ(fired.size(), static_cast<std::size_t>(event_count));
}

TEST(OrderLife, aRefusalSaysWhatIsAllowedOrWhoMay) {
    const auto wrong_state =
        next(OrderState::confirmed, OrderEvent::question_sent, {.role = Role::clerk});
    ASSERT_FALSE(wrong_state);
    EXPECT_NE(wrong_state.error().text.find("cancelled"), std::string::npos);
    const auto wrong_role =
        next(OrderState::on_hold, OrderEvent::hold_released, {.role = Role::clerk});
    ASSERT_FALSE(wrong_role);
    EXPECT_NE(wrong_role.error().text.find("credit"), std::string::npos);
    const auto open = next(OrderState::in_review, OrderEvent::released_by_clerk,
                           {.role = Role::clerk, .open_findings = true});
    ASSERT_FALSE(open);
    EXPECT_NE(open.error().text.find("findings are still open"), std::string::npos);
}

} // namespace
} // namespace besteld

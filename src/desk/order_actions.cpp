// SPDX-License-Identifier: Apache-2.0
#include "desk/order_actions.hpp"

#include "desk/in_hand.hpp"
#include "desk/refusals.hpp"
#include "flow/tell_again.hpp"

#include "base/text.hpp"

namespace besteld {

namespace {

Teller teller_of(const DeskAction& action) {
    return {.role = action.user.role, .actor = action.user.login, .now = action.now};
}

} // namespace

std::expected<Case, DeskRefused> load_to_act(Store& store, const DeskAction& action) {
    if (!may_act(action.user.role))
        return std::unexpected(DeskRefused{"not_allowed", "this role may look but not decide"});
    return case_in_hand(store, action);
}

bool can_be_resent(const std::vector<OutboxRow>& answers) {
    return standing_answer(answers).has_value();
}

bool can_be_taken_back(const OutboxRow& row, Instant now) {
    return can_take_back(row, now);
}

OrderActions::OrderActions(Store& store, FlowSettings settings)
    : store_(store), settings_(std::move(settings)) {}

std::expected<Case, DeskRefused> OrderActions::load(const DeskAction& action) {
    auto loaded = load_to_act(store_, action);
    if (loaded && loaded->state == OrderState::archived)
        return std::unexpected(DeskRefused{"wrong_state", "an archived order is read-only"});
    return loaded;
}

std::optional<DeskRefused> OrderActions::resend(const DeskAction& action) {
    const auto order = load(action);
    if (!order) return order.error();
    return told(resend_answer(store_, settings_, *order, teller_of(action)));
}

std::optional<DeskRefused> OrderActions::tell_status(const DeskAction& action) {
    const auto order = load(action);
    if (!order) return order.error();
    return told(besteld::tell_status(store_, settings_, *order, teller_of(action)));
}

std::optional<DeskRefused> OrderActions::take_back(const DeskAction& action,
                                                   std::int64_t answer_id) {
    const auto order = load(action);
    if (!order) return order.error();
    return told(besteld::take_back(store_, *order, answer_id, teller_of(action)));
}

std::optional<DeskRefused> OrderActions::note(const DeskAction& action, const std::string& text) {
    const auto order = load(action);
    if (!order) return order.error();
    return told(add_note(store_, *order, text, teller_of(action)));
}

} // namespace besteld

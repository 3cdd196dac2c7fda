// SPDX-License-Identifier: Apache-2.0
#include "desk/desk.hpp"

#include "desk/loaded.hpp"
#include "desk/refusals.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "order/noted.hpp"

namespace besteld {

namespace {

// The case stands as it stood before; saving it brings it back to the queue. What came in meanwhile
// stays. Its new version.
std::int64_t put_back(Store& store, std::int64_t case_id, Step step, Instant now) {
    auto the_case = store.find_case(case_id);
    if (!the_case || !store.save_case(*the_case))
        throw StoreFault(cat("case ", case_id, " cannot be put back"));
    step = noted(the_case->state, std::move(step));
    store.add_events(case_id, the_case->message_id, {step}, now);
    log::info(step.event,
              {{"case", the_case->case_no}, {"actor", step.actor}, {"reason", step.reason}});
    return the_case->version;
}

} // namespace

// What settles the case, or is told to anybody. Values put right and findings resolved on the way
// there are taken back one by one as long as the case is in review.
bool Desk::is_held_back(const Loaded& loaded, const Command& command,
                        const Decision& decision) const {
    if (settings_.hold.count() == 0 || loaded.carried_out_at) return false;
    if (command.kind == CommandKind::judge) return false;
    return !decision.answers.empty() || !decision.releases.empty() ||
           decision.outcome != ChangeOutcome::none || is_end(decision.state) ||
           decision.state == OrderState::awaiting_second;
}

std::expected<std::int64_t, DeskRefused> Desk::hold(const Case& the_case, const DeskAction& action,
                                                    Command command) {
    HeldDecision held{.case_id = the_case.id,
                      .version = action.version,
                      .login = action.user.login,
                      .command = std::move(command),
                      .decided_at = action.now,
                      .leaves_at = action.now + settings_.hold};
    const Step step = noted(the_case.state, {.event = "decision.held",
                                             .role = action.user.role,
                                             .actor = action.user.login,
                                             .reason = std::string(name_of(held.command.kind))});
    bool stands = false;
    store_.in_transaction([&] {
        stands = HeldDecisions(store_).hold(held);
        if (stands) store_.add_events(the_case.id, the_case.message_id, {step}, action.now);
    });
    if (!stands) return refuse_changed();
    return held.version;
}

std::optional<HeldDecision> Desk::held_last(const std::string& login) {
    return HeldDecisions(store_).last_of(login);
}

std::expected<std::int64_t, DeskRefused> Desk::take_back(const DeskAction& action) {
    std::expected<std::int64_t, DeskRefused> outcome =
        refuse("nothing_held", "nothing waits here: it has left, or was taken back");
    store_.in_transaction([&] {
        HeldDecisions held_decisions(store_);
        const auto held = held_decisions.of_case(action.case_id);
        if (held && held->login != action.user.login && !is_lead(action.user.role)) {
            outcome =
                refuse("not_allowed", cat("it is for ", held->login, " or a lead to take back"));
            return;
        }
        if (!held || !held_decisions.remove(*held)) return;
        outcome = put_back(store_, held->case_id,
                           {.event = "decision.taken_back",
                            .role = action.user.role,
                            .actor = action.user.login,
                            .reason = std::string(name_of(held->command.kind))},
                           action.now);
    });
    return outcome;
}

std::expected<std::int64_t, DeskRefused> Desk::carry_out(const HeldDecision& held, Instant now) {
    const auto user = store_.user(held.login);
    if (!user || !user->active)
        return refuse("not_allowed", cat(held.login, " may not decide any more"));
    const DeskAction action{
        .case_id = held.case_id, .version = held.version, .user = *user, .now = held.decided_at};
    auto loaded = load(action);
    if (!loaded) return std::unexpected(std::move(loaded).error());
    loaded->carried_out_at = now;
    if (held.command.kind == CommandKind::merge) return merge_loaded(std::move(*loaded), action);
    return judge_and_commit(std::move(*loaded), action, held.command);
}

void Desk::give_back(const HeldDecision& held, const std::string& why, Instant now) {
    put_back(store_, held.case_id,
             {.event = "decision.returned",
              .reason = cat(name_of(held.command.kind), " by ", held.login, ": ", why)},
             now);
}

int Desk::carry_out_due(Instant now) {
    constexpr int at_once = 100;
    const auto due = HeldDecisions(store_).due(now, at_once);
    for (const auto& held : due) {
        const auto if_it_stands = [&](const auto& work) {
            store_.in_transaction([&] {
                if (HeldDecisions(store_).remove(held)) work();
            });
        };
        try {
            if_it_stands([&] {
                if (const auto done = carry_out(held, now); !done)
                    give_back(held, done.error().text, now);
            });
        } catch (const StoreBusy&) {
            throw; // it waits on
        } catch (const std::exception& fault) {
            if_it_stands([&] { give_back(held, fault.what(), now); });
        }
    }
    return static_cast<int>(due.size());
}

} // namespace besteld

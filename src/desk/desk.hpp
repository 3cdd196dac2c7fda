// SPDX-License-Identifier: Apache-2.0
#pragma once

// What clerks do with a case: the only way in for people, from the page and from the command line
// alike. Every action is checked here, on the server: role, version, claim, four eyes. All calls on
// the thread that owns the store.

#include "flow/judge.hpp"
#include "store/alike.hpp"
#include "store/held_decisions.hpp"
#include "store/store.hpp"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace besteld {

struct DeskRefused {
    std::string code; // not_found, changed_meanwhile, claimed, not_allowed, lead_only,
                      // reason_missing, bad_value, open_findings, same_person, wrong_state,
                      // held, nothing_held
    std::string text; // for the person, in English; the page translates the code
};

// Who acts, on which version of which case. A version that is no longer the stored one is refused:
// nobody overwrites a colleague.
struct DeskAction {
    std::int64_t case_id = 0;
    std::int64_t version = 0;
    User user;
    Instant now{};
};

// Everything one screen shows.
struct CaseView {
    Case the_case;
    std::optional<StoredMessage> message; // without bytes
    std::optional<Reading> reading;
    std::vector<EventRow> events;
    std::vector<OutboxRow> outbox;
    std::vector<ShipTo> ship_tos;       // permitted ones, to choose from
    std::vector<Item> items;            // that the lines may mean
    std::vector<Answer> preview;        // what the customer would be told if it were released now
    std::string preview_refused;        // why it cannot be released now
    std::vector<std::string> four_eyes; // reasons why a second person must look
    std::optional<HeldDecision> held;   // what is decided about it and has not left yet
    std::optional<AlikeCases::Group> alike; // the largest group of orders that deviate like it
};

class Desk {
public:
    Desk(Store& store, FlowSettings settings);

    std::vector<QueueRow> queue(const QueueFilter& filter);
    std::int64_t queue_size();
    // Of these rows those that deviate like others (store/alike.hpp).
    std::map<std::int64_t, AlikeCases::Group> alike(const std::vector<QueueRow>& rows);
    std::expected<CaseView, DeskRefused> open(std::int64_t case_id, Instant now);
    // By case number, official number or the buyer's.
    std::optional<std::int64_t> find(const std::string& number);

    // What settles a case, or tells the customer something, waits for FlowSettings::hold before it
    // happens: nothing of it has happened until then, and the case is out of the queue.
    std::optional<HeldDecision> held_last(const std::string& login);
    // The case is as it was before. Who decided, or a lead. Its new version.
    std::expected<std::int64_t, DeskRefused> take_back(const DeskAction& action);
    // Carries out what has waited long enough, as of the moment when it was decided. What cannot be
    // carried out any more goes back to the queue and says why. The number of cases it looked at.
    int carry_out_due(Instant now);

    // Ten minutes, renewed by every action; a claim of somebody else that still runs is refused.
    std::expected<void, DeskRefused> claim(const DeskAction& action);

    // Each returns the new version. `finding`: index into the case's findings.
    std::expected<std::int64_t, DeskRefused> resolve(const DeskAction& action, std::size_t finding,
                                                     Resolution resolution,
                                                     const std::string& reason);
    // Takes a resolution back while the order has not been released.
    std::expected<std::int64_t, DeskRefused> unresolve(const DeskAction& action,
                                                       std::size_t finding);
    // Sets a value; the checks run again.
    std::expected<std::int64_t, DeskRefused> correct(const DeskAction& action,
                                                     Correction correction);
    std::expected<std::int64_t, DeskRefused> release(const DeskAction& action);
    std::expected<std::int64_t, DeskRefused> approve(const DeskAction& action);
    std::expected<std::int64_t, DeskRefused> refuse_second(const DeskAction& action,
                                                           const std::string& remark);
    // Questions about these findings, or free text alone when there is none.
    std::expected<std::int64_t, DeskRefused> ask(const DeskAction& action,
                                                 const std::vector<std::size_t>& findings,
                                                 const std::string& free_text);
    std::expected<std::int64_t, DeskRefused> note_answer(const DeskAction& action,
                                                         const std::string& what_was_said);
    // T14: the customer was asked and his time is over; a lead gives the order up.
    std::expected<std::int64_t, DeskRefused> expire(const DeskAction& action);
    std::expected<std::int64_t, DeskRefused> reject(const DeskAction& action,
                                                    const std::string& reason);
    // It belongs to an earlier order (T06b): the same again is closed as a repeat; other content
    // goes on as a change of that order, in a case of its own.
    std::expected<std::int64_t, DeskRefused> merge(const DeskAction& action);
    // It is nothing for us: no order, and nobody is answered (T03c).
    std::expected<std::int64_t, DeskRefused> set_aside(const DeskAction& action,
                                                       const std::string& reason);
    // We cannot deliver what we have accepted (T34b): the lead's alone.
    std::expected<std::int64_t, DeskRefused> cancel_order(const DeskAction& action,
                                                          const std::string& reason);
    // We cannot keep what we confirmed: the customer gets a new proposal at once (T28).
    std::expected<std::int64_t, DeskRefused> break_promise(const DeskAction& action,
                                                           std::vector<NewPromise> promises,
                                                           const std::string& reason);
    // What the customer said of a proposal, by phone or mail (T23, T24, T25).
    std::expected<std::int64_t, DeskRefused> consent(const DeskAction& action,
                                                     const std::string& what_was_said);
    std::expected<std::int64_t, DeskRefused> decline(const DeskAction& action,
                                                     const std::string& what_was_said);
    std::expected<std::int64_t, DeskRefused> counter(const DeskAction& action,
                                                     const std::string& what_was_said);

private:
    struct Loaded;
    std::expected<std::int64_t, DeskRefused> note_about_proposal(const DeskAction& action,
                                                                 CommandKind kind,
                                                                 const std::string& what_was_said);
    void open_change(const Case& merged, const StoredMessage& message, const Reading& reading,
                     Instant now);
    enum class Actors { clerks, clerks_and_credit };
    std::expected<Loaded, DeskRefused> load(const DeskAction& action,
                                            Actors actors = Actors::clerks);
    std::expected<std::int64_t, DeskRefused> judge_held(Loaded loaded, const DeskAction& action,
                                                        const std::string& what);
    void show_anew(Loaded& loaded, const Judgement& judgement);
    std::expected<std::int64_t, DeskRefused>
    judge_and_commit(Loaded loaded, const DeskAction& action, Command command);
    bool is_held_back(const Loaded& loaded, const Command& command, const Decision& decision) const;
    std::expected<std::int64_t, DeskRefused> hold(const Case& the_case, const DeskAction& action,
                                                  Command command);
    std::expected<std::int64_t, DeskRefused> merge_loaded(Loaded loaded, const DeskAction& action);
    std::expected<std::int64_t, DeskRefused> carry_out(const HeldDecision& held, Instant now);
    void give_back(const HeldDecision& held, const std::string& why, Instant now);
    std::expected<std::int64_t, DeskRefused> save_resolution(Loaded loaded,
                                                             const DeskAction& action, Step step);

    Store& store_;
    FlowSettings settings_;
};

bool may_act(Role role); // clerk, second clerk, lead
bool is_lead(Role role);
// Whether this role decides about this finding while the order is in this state: clerks in review,
// the credit controller about credit, also while the order is on hold for it, and about a
// prepayment until the goods are released.
bool may_decide(Role role, OrderState state, const Finding& finding);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// One decision about what deviates alike in several orders. Each order goes through the very same
// door as by itself (desk.hpp): role, version, claim, second pair of eyes, undo window.

#include "desk/desk.hpp"

#include <expected>
#include <string>
#include <vector>

namespace besteld {

// What would become of one of them.
struct AlikeOrder {
    Case the_case;
    std::size_t finding = 0;       // the index of the one that is alike
    std::size_t open_besides = 0;  // findings that somebody must decide before it can be released
    std::vector<Answer> answers;   // what the customer would be told
    bool to_second_person = false; // a second pair of eyes comes between
    std::string refused;           // why it would not be released, in English
};

struct AlikeGroup {
    std::string key;
    std::vector<Resolution> ways; // that all of them have and this person may take
    Resolution way = Resolution::accept_agreed;
    std::vector<AlikeOrder> orders; // in the queue's order
    bool more = false;              // there are others behind the last
};

// One that is ticked, as the person saw it.
struct TickedOrder {
    std::int64_t case_id = 0;
    std::int64_t version = 0;
};

struct AlikeOutcome {
    enum class Done { nothing, decided, released };
    std::int64_t case_id = 0;
    Done done = Done::nothing;
    OrderState state = OrderState::in_review;
    std::int64_t version = 0;                // it has now
    bool held = false;                       // it leaves in a moment and can be taken back
    std::optional<DeskRefused> refused = {}; // why not more
};

class AlikeDesk {
public:
    AlikeDesk(Store& store, FlowSettings settings, Desk& desk);

    static constexpr int most_at_once = 100;
    // `way` nothing: what is suggested. Refused when fewer than two are alike, or nothing can be
    // decided for all of them at once.
    std::expected<AlikeGroup, DeskRefused>
    open(const std::string& key, std::optional<Resolution> way, const User& user, Instant now);
    // Decides the finding of each, and releases those in which nothing else is open.
    std::vector<AlikeOutcome> decide(const std::string& key, const std::vector<TickedOrder>& ticked,
                                     Resolution way, const std::string& reason, const User& user,
                                     Instant now);
    // What was released and has not left.
    void take_back(const std::vector<TickedOrder>& released, const User& user, Instant now);

private:
    AlikeOrder preview(Case the_case, std::size_t finding, Resolution way, const User& user,
                       Instant now);
    AlikeOutcome decide_one(const std::string& key, const TickedOrder& ticked, Resolution way,
                            const std::string& reason, const User& user, Instant now);
    std::optional<DeskRefused> carry_through(AlikeOutcome& outcome, const std::string& key,
                                             Resolution way, const std::string& reason,
                                             const User& user, Instant now);

    Store& store_;
    FlowSettings settings_;
    Desk& desk_;
};

} // namespace besteld

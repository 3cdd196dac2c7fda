// SPDX-License-Identifier: Apache-2.0
#pragma once

// The whole product in one process, without network and without a clock of its own: the store with
// the demo's world, the readers, the line, the desk, and the answers as they would leave.

#include "deliver/render_answer.hpp"
#include "desk/desk.hpp"
#include "desk/service_desk.hpp"
#include "flow/fulfil.hpp"
#include "flow/hand_off.hpp"
#include "flow/what_if.hpp"
#include "store/store.hpp"

#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace besteld::scenario {

// A sentence that does not hold, or cannot be carried out.
struct NotSo : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct RenderedRow {
    std::string text;  // subject and text of a mail; the interchange
    std::string fault; // why it would not leave; empty when it would
};

class Stage {
public:
    explicit Stage(const std::string& store_url);

    // the world
    void set_clock(const std::string& date, const std::string& time); // on our seller's wall
    void add_user(const std::string& login, Role role);
    void import_base_data(const std::string& file_name, const std::string& text);
    // Judges what has arrived so far with this file's rows as well; changes nothing.
    void try_base_data(const std::string& file_name, const std::string& text);
    const WhatIf& tried() const { return tried_; }
    const OtherVerdict& tried_order(const std::string& buyer_order_no) const; // one that differs
    void agree(ReadingProfile partner); // in the place of what was agreed with him before
    void keep_text(const std::string& name, std::string text);
    std::string kept_text(const std::string& name) const;

    // what happens
    void arrive(const std::string& channel, const std::string& file_name, std::string bytes);
    void let_time_pass();               // what the daemon does every minute
    void open_case(std::size_t number); // from 1, in the order in which they were opened
    // The action for the case in hand, and what became of it.
    DeskAction action(const std::string& login);
    void done(std::expected<std::int64_t, DeskRefused> result);

    // what is so
    Store& store() { return *store_; }
    Desk& desk() { return desk_; }
    const FlowSettings& flow() const { return flow_; }
    ServiceDesk& service() { return service_; }
    void take_case(const std::string& case_no); // one that a person opened
    // What somebody was refused; nothing when it was done.
    void done(const std::optional<DeskRefused>& refused);
    Instant now() const { return now_; }
    StoredMessage message(); // the last one that arrived; of a known one the first
    Added arrival() const { return added_; }
    Case the_case(); // the one in hand
    const std::vector<std::int64_t>& cases() const { return cases_; }
    std::vector<OutboxRow> outbox(); // of the case in hand, in the order in which they were made
    RenderedRow rendered(const OutboxRow& row);
    // The clerk's last action was refused so; empty when it was not. Asking clears it.
    std::string take_refusal();
    // Holds after every scenario: nothing lost, every answer proved, the event chain whole.
    void check_house();

private:
    void process_waiting();

    std::unique_ptr<Store> store_;
    FlowSettings flow_;
    Desk desk_;
    ServiceDesk service_;
    Renderer renderer_;
    Instant now_{};
    std::map<std::string, User> users_;
    std::map<std::string, std::string> texts_;
    std::int64_t message_id_ = 0;
    Added added_ = Added::stored;
    std::vector<std::int64_t> cases_;
    std::size_t in_hand_ = 0; // index into cases_, plus one
    int arrivals_ = 0;
    std::string refusal_;
    std::string url_;
    WhatIf tried_;
    std::vector<OtherVerdict> tried_orders_;
};

// A phrase and what it does; the tables stand in given_when.cpp and then.cpp.
struct Words {
    std::string_view kind;
    std::string_view pattern;
    void (*act)(Stage& stage, const std::map<std::string, std::string, std::less<>>& match,
                const std::string& text);
};
const std::vector<Words>& given_and_when();
const std::vector<Words>& when_the_house_reports();
const std::vector<Words>& then_facts();

} // namespace besteld::scenario

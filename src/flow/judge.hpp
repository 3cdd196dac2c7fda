// SPDX-License-Identifier: Apache-2.0
#pragma once

// look up → check → decide: the middle of the line, shared by the daemon, the desk after a
// correction, and `besteld explain`. Reads the store, writes nothing.

#include "check/check_order.hpp"
#include "order/amend.hpp"
#include "order/complaint.hpp"
#include "order/decide.hpp"
#include "order/decision.hpp"
#include "order/hand_off.hpp"
#include "order/paper_rules.hpp"
#include "order/reading_profile.hpp"
#include "store/store.hpp"

#include <expected>
#include <set>
#include <string>
#include <vector>

namespace besteld {

// What stays the same from message to message: from configuration.
struct FlowSettings {
    Seller seller;
    std::string mail_domain = "localhost";           // of our Message-IDs
    std::map<std::string, std::string> folder_owner; // drop folder → customer number
    HandOffRules hand_off = {};
    std::set<std::string> feedback_channels = {}; // what comes by them is no order
    ComplaintRules complaints;
    std::string public_url = {}; // where customers reach the page, "https://…"; empty: they do not
    PaperRules papers = {};
    std::vector<ReadingProfile> partners = {}; // how they write their files, and their traffic
    // So long what a person decides, or tells again, can be taken back; 0: it leaves at once.
    std::chrono::milliseconds hold{0};
};

// The order that a change or a cancellation is about, as it stands.
struct ChangedOrder {
    std::int64_t case_id = 0;
    OrderState state = OrderState::confirmed;
    std::string order_no; // official number, else case number
    bool has_official_number = false;
    int revision = 0;
    Order order;
    OrderDraft draft;
    std::vector<Correction> corrections;
    std::vector<Finding> findings;
    std::optional<Answer> standing; // what was confirmed last
    std::int64_t repeats_case = 0;  // an equal wish that was answered before; 0: none
};

// What is to be judged: a draft as it was read, what people changed and decided since, and where it
// came from.
struct Submission {
    OrderDraft draft;
    std::vector<Correction> corrections;
    std::vector<Finding> decided; // findings of the last time with their resolutions
    CaseHistory history;
    AnswerContext answer_context;
    Origins origins;
    std::optional<Instant> known_at = {};     // base data as they were known then; absent: now
    std::optional<Answer> standing = {};      // what was confirmed last, for a promise made anew
    std::optional<ChangedOrder> changes = {}; // of a change: `corrections` and `decided` then speak
                                              // of the order as it would become
};

// What the order becomes by a change, or by what is done of it.
struct ChangedTo {
    Amended amended;
    Identification who;
    Terms terms;
    Order order;
    std::vector<Finding> findings; // as they were decided, in the lines of `order`
    std::vector<LineOffer> offers; // parallel to the order's lines
    std::vector<DeclinedWish> declined = {};
};

struct Judgement {
    Identification who;
    Terms terms;
    Order order;
    std::vector<Finding> findings;
    std::expected<Decision, CommandRefused> decision;
    std::optional<ChangedTo> changed_to = {}; // of a change that is carried out
};

Judgement judge(Store& store, const FlowSettings& settings, const Submission& submission,
                const Command& command, Instant now);

} // namespace besteld

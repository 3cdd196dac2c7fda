// SPDX-License-Identifier: Apache-2.0
#pragma once

// Headings of customers' tables and what a person taught them to mean (order/taught_heading.hpp).
// What is taught is tried on the customer's earlier documents first, and counts when somebody who
// saw the trial says so.

#include "store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

enum class HeadingState { trying, tried, used, ended };
std::string_view name_of(HeadingState state);

struct TaughtHeading {
    std::int64_t id = 0; // given by add
    std::string customer_no;
    std::string heading; // as the table has it
    std::string field;   // one of teachable_fields
    HeadingState state = HeadingState::trying;
    std::int64_t case_id = 0; // where it was taught; 0: nowhere
    Instant made_at{};
    std::string made_by;
    std::string trial; // flow/heading_trial.hpp as JSON; empty while it is being tried
    std::optional<Instant> used_at = {};
    std::string used_by = {};
    std::optional<Instant> ended_at = {};
    std::string ended_by = {};
};

class TaughtHeadings {
public:
    explicit TaughtHeadings(Store& store);

    std::int64_t add(const TaughtHeading& taught);
    std::optional<TaughtHeading> find(std::int64_t id);
    // The customer's, newest first, with those that have ended.
    std::vector<TaughtHeading> of(const std::string& customer_no, int limit);
    bool any_used();
    std::vector<TaughtHeading> used_for(const std::string& customer_no);
    std::optional<TaughtHeading> next_to_try();
    // Nothing when it is not being tried any more.
    void tried(std::int64_t id, const std::string& trial);
    // False when it is not `tried`, or the customer's heading has a meaning already.
    bool use(std::int64_t id, const std::string& login, Instant now);
    bool end(std::int64_t id, const std::string& login, Instant now); // false: it has ended

    struct Earlier {
        std::int64_t message_id = 0;
        std::string case_no; // of its first document
    };
    // Messages of the customer's, newest first; none that was typed here.
    std::vector<Earlier> earlier_messages(const std::string& customer_no, int limit);

private:
    Session& session_;
};

} // namespace besteld

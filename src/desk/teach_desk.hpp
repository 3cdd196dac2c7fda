// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a person teaches once: which of a customer's columns means what, and which of his numbers is
// which item. What it would have meant for his earlier documents is shown before it counts. All
// calls on the thread that owns the store.

#include "desk/base_data_desk.hpp"
#include "flow/heading_trial.hpp"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace besteld {

struct HeadingSeen {
    TaughtHeading taught;
    std::optional<HeadingTrial> trial; // nothing: it is being tried
    bool may_use = false;              // by who looks
    bool may_end = false;
};

// An earlier line of the customer's with the same words or number.
struct EarlierMeaning {
    std::int64_t case_id = 0;
    std::string case_no;
    std::string sku; // empty: nobody knew
};

// What a correction of this case says of an item: the release of the order teaches the words; a
// number of the customer's counts when it is kept as base data.
struct ItemTaught {
    std::uint32_t line = 0;
    std::string written; // his words, or his number
    bool is_number = false;
    std::string sku;
    int alike = 0; // earlier lines that meant the same
    std::vector<EarlierMeaning> otherwise;
};

class TeachDesk {
public:
    TeachDesk(Store& store, SecondPerson second_person)
        : store_(store), second_person_(second_person), base_data_(store, second_person) {}

    // Its number; it is tried from now on, and counts when somebody says so.
    std::expected<std::int64_t, DeskRefused> teach(std::int64_t case_id, const std::string& heading,
                                                   const std::string& field, const User& user,
                                                   Instant now);
    std::expected<HeadingSeen, DeskRefused> open(std::int64_t number, const User& user);
    std::expected<std::int64_t, DeskRefused> use(std::int64_t number, const User& user,
                                                 Instant now);
    std::expected<std::int64_t, DeskRefused> end(std::int64_t number, const User& user,
                                                 Instant now);
    static constexpr int listed_at_most = 50;
    std::vector<TaughtHeading> of(const std::string& customer_no) {
        return TaughtHeadings(store_).of(customer_no, listed_at_most);
    }

    std::vector<ItemTaught> items(const Case& the_case);
    // The customer's number on this line is the line's item from today on: an import of base data
    // like any other. The import's number.
    std::expected<std::int64_t, DeskRefused> keep_number(std::int64_t case_id, std::uint32_t line,
                                                         const User& user, Date today, Instant now);

private:
    bool may_use(const TaughtHeading& taught, const User& user) const;

    Store& store_;
    SecondPerson second_person_;
    BaseDataDesk base_data_;
};

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// How partners number their interchanges, and which numbers have not come (order/numbering.hpp).
// Every call runs in the store's open transaction, or is one of its own.

#include "order/numbering.hpp"
#include "store/store.hpp"

namespace besteld {

struct InterchangeGap {
    std::int64_t id = 0;
    std::string series; // "edifact SENDER RECEIVER"
    NumberRange numbers;
    std::int64_t message_id = 0; // that jumped over them
    Instant noticed_at{};
    std::optional<Instant> due_at; // when a person is to be told; none: he was
    std::int64_t case_id = 0;      // by which he was told
};

class Interchanges {
public:
    explicit Interchanges(Store& store);

    std::optional<NumberSeries> find(const std::string& series);
    void save(const std::string& series, const NumberSeries& state);

    // `gap` without id; due_at must be set.
    void add(const InterchangeGap& gap);
    // The number has come: what is left of its gap stays. The gap as it was; none: it was in none.
    std::optional<InterchangeGap> close(const std::string& series, std::int64_t number,
                                        std::int64_t round, const std::string& day);
    std::vector<InterchangeGap> due(Instant now, int limit); // oldest first
    void mark_told(const InterchangeGap& gap, std::int64_t case_id);
    // What has not come of that which this case told.
    std::vector<InterchangeGap> of_case(std::int64_t case_id);
    // Quarantined messages by the same channel, of the thousand to either side of this one.
    std::vector<std::int64_t> quarantined_beside(std::int64_t message_id);

private:
    Session& session_;
};

} // namespace besteld

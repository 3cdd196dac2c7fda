// SPDX-License-Identifier: Apache-2.0
#pragma once

// The outbox towards other systems (order/hand_off.hpp), and what they answer.

#include "order/hand_off.hpp"
#include "store/store.hpp"

namespace besteld {

enum class HandOffState { pending, sent, retry, failed };

struct HandOffRow {
    std::int64_t id = 0;
    HandOffWay way = HandOffWay::folder;
    HandOffTarget target = HandOffTarget::erp;
    std::int64_t case_id = 0;
    HandOff what;
    HandOffState state = HandOffState::pending;
    int attempts = 0;
    Instant created_at{};
    std::optional<Instant> sent_at;
    std::optional<Instant> answer_by;
    std::optional<Instant> answered_at;
    std::string said;   // "received", "yes", "no"
    std::string number; // the other system's own
    std::string remark; // its words
    std::string bytes;  // rendered once, then never changed
    std::string last_reply;
    std::int64_t fence = 0; // of the lease under which it was taken
};

class HandOffs {
public:
    explicit HandOffs(Store& store);

    // Gives the id. The key exists for this way already: nothing is added, false. Its revision must
    // have been released.
    bool add(HandOffRow& row, Instant now);
    // Oldest due first; counts the attempt. What an order's earlier row for the same receiver has
    // not got through yet waits: new before changed before cancelled.
    std::vector<HandOffRow> lease(const std::string& daemon, Instant now, Instant until, int limit);
    void release_leases(const std::string& daemon);
    void store_rendered(std::int64_t id, const std::string& bytes); // refuses other bytes
    // With the fence of a lease: throws LeaseLost when another daemon holds the row now.
    void mark(std::int64_t id, HandOffState state, const std::string& reply,
              std::optional<Instant> next_attempt, Instant now, std::int64_t fence);
    // A failed row is to go again: false when there is none with this key.
    bool resend(const std::string& key);

    std::vector<HandOffRow> with_key(const std::string& key);
    std::vector<HandOffRow> of_case(std::int64_t case_id);
    // What the other system said: on every way the hand-off went.
    void record_answer(const std::string& key, const std::string& said, const std::string& number,
                       const std::string& remark, Instant at);
    // Sent and not answered in time, and nobody was told so far; oldest first.
    std::vector<HandOffRow> overdue(Instant now, int limit);
    void mark_alarmed(std::int64_t id, Instant at);

    struct Counts {
        std::int64_t pending = 0; // and to be tried again
        std::int64_t failed = 0;
        std::int64_t unanswered = 0; // past their time
    };
    Counts counts(Instant now);

    // For the reconciliation: accepted orders by case id, with the last that the ERP system was
    // told and answered. An order that was never handed off has no key.
    struct Reconciled {
        std::int64_t case_id = 0;
        std::string order;
        int revision = 0;
        OrderState state = OrderState::accepted;
        std::string key;
        HandOffState sent = HandOffState::pending;
        Instant created_at{};
        std::optional<Instant> answered_at;
        std::string number;
    };
    std::vector<Reconciled> accepted_orders(Instant since, std::int64_t after_case, int limit);

private:
    Session& session_;
};

} // namespace besteld

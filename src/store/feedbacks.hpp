// SPDX-License-Identifier: Apache-2.0
#pragma once

// Every report that other systems made (order/feedback.hpp), each counted once.

#include "order/feedback.hpp"
#include "store/store.hpp"

namespace besteld {

enum class FeedbackState { applied, known, waiting, refused };

struct FeedbackRow {
    std::int64_t id = 0;
    Feedback said;
    std::string channel;
    std::int64_t message_id = 0;
    std::uint32_t position = 0; // within its message
    std::int64_t case_id = 0;   // 0: of no order
    Instant received_at{};
    FeedbackState state = FeedbackState::applied;
    std::string remark; // why it waits or was refused
};

class Feedbacks {
public:
    explicit Feedbacks(Store& store);

    // new_one: it is ours to act upon, and has an id now. repeat: the same report was made before.
    // key_used_again: for another report.
    enum class Seen { new_one, repeat, key_used_again };
    Seen add(FeedbackRow& row);
    void mark(std::int64_t id, FeedbackState state, std::int64_t case_id,
              const std::string& remark);
    std::vector<FeedbackRow> waiting_for(std::int64_t case_id);        // oldest first
    std::vector<FeedbackRow> waiting_since(Instant before, int limit); // oldest first
    std::vector<FeedbackRow> of_case(std::int64_t case_id);
    std::vector<FeedbackRow> receipts_without_order(Instant since, int limit);

private:
    Session& session_;
};

} // namespace besteld

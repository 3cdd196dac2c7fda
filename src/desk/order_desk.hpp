// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rest of an order's life for those who look: found by anything, with everything that happened
// to it and everything that was said about it. Changes nothing. All calls on the thread that owns
// the store.

#include "desk/desk.hpp"
#include "store/archives.hpp"
#include "store/deliveries.hpp"
#include "store/feedbacks.hpp"
#include "store/hand_offs.hpp"
#include "store/order_search.hpp"

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace besteld {

// What another case has to do with this one.
enum class Tie { changes, changed_by, same_number, same_message };

struct TiedCase {
    Tie tie = Tie::changes;
    OrderSummary what;
};

struct OrderLife {
    Case the_case;
    std::string kind;                    // OrderSummary::kind
    std::vector<StoredMessage> messages; // that it came with and that spoke of it; without bytes
    std::vector<EventRow> events;
    std::vector<OutboxRow> answers; // with their bytes
    std::map<std::int64_t, AnswerTimes> answer_times;
    std::vector<OrderVersion> versions;
    std::vector<CaseReleaseRow> releases;
    std::vector<HandOffRow> hand_offs;
    std::vector<FeedbackRow> feedback;
    std::optional<Fulfilment> fulfilment;
    std::vector<TiedCase> tied;
    std::vector<Complaint> complaints; // open ones first
    std::vector<ArchivePackage> packages;
    std::optional<Agreement> agreement; // valid on the day the order came
    std::vector<std::string> clauses;   // that findings and answers went by
};

class OrderDesk {
public:
    OrderDesk(Store& store, FlowSettings settings);

    std::vector<OrderSummary> find(const OrderQuery& query);
    std::expected<OrderLife, DeskRefused> open(std::int64_t case_id);
    // One answer of this case.
    std::expected<OutboxRow, DeskRefused> answer(std::int64_t case_id, std::int64_t answer_id);
    // A message of this case, with its bytes.
    std::expected<StoredMessage, DeskRefused> message(std::int64_t case_id,
                                                      std::int64_t message_id);

private:
    std::vector<TiedCase> tied_to(const Case& the_case);
    std::optional<Agreement> agreement_of(const Case& the_case);

    Store& store_;
    FlowSettings settings_;
    OrderSearch search_;
};

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// One customer for whoever has him on the telephone: what was agreed, when he usually orders, what
// he waits for and what we wait for. Changes nothing. All calls on the thread that owns the store.

#include "desk/desk.hpp"
#include "order/rhythm.hpp"
#include "store/order_search.hpp"
#include "store/silences.hpp"

#include <expected>
#include <string>
#include <vector>

namespace besteld {

struct ChannelHabit {
    std::string channel;
    std::vector<UsualDay> days;     // by weekday; empty: no rhythm
    Date last{};                    // something came
    std::int64_t orders = 0;        // in the last four weeks
    std::int64_t orders_before = 0; // in the four weeks before these
    std::optional<Silence> silence;
};

struct CustomerView {
    Customer customer;
    std::optional<Agreement> agreement;      // valid today
    std::vector<Agreement> other_agreements; // not valid today
    std::vector<ShipTo> ship_tos;
    std::vector<ChannelHabit> habits;
    std::vector<QueueRow> waiting;   // for us, the gravest first
    std::vector<QueueRow> questions; // asked and not answered yet
    std::vector<QueueRow> proposals; // that he has not agreed to yet
    std::vector<Complaint> complaints;
    std::vector<OrderSummary> last_orders;
    std::vector<LearnedPhraseRow> phrases;
};

class CustomerDesk {
public:
    CustomerDesk(Store& store, FlowSettings settings)
        : store_(store), settings_(std::move(settings)) {}

    static constexpr int shown_at_most = 10; // of each list
    std::expected<CustomerView, DeskRefused> open(const std::string& customer_no, Instant now);

private:
    std::vector<ChannelHabit> habits(const std::string& customer_no, Instant now);
    std::vector<QueueRow> queue(const std::string& customer_no, const std::string& state);

    Store& store_;
    FlowSettings settings_;
};

// Somebody knows why a customer (empty: the channel itself) is silent: it is shown apart until
// something comes. Nothing when it was noted.
std::optional<DeskRefused> know_silence(Store& store, const User& user,
                                        const std::string& customer_no, const std::string& channel);

} // namespace besteld

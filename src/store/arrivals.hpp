// SPDX-License-Identifier: Apache-2.0
#pragma once

// On which days something came: messages of a channel, orders of a customer. Kept when the orders
// themselves are erased.

#include "store/store.hpp"

#include <string>
#include <vector>

namespace besteld {

struct Arrival {
    std::string customer_no; // empty: the channel's messages
    std::string channel;
    Instant first_at{}; // of a day (UTC)
    std::int64_t n = 0; // that day
};

class Arrivals {
public:
    explicit Arrivals(Store& store);

    // Since the day (UTC) of that instant, by customer, channel and day.
    std::vector<Arrival> since(Instant from);
    std::vector<Arrival> of_customer(const std::string& customer_no, Instant from);

    struct Taken {
        std::string channel;
        std::int64_t messages = 0;    // ever
        std::int64_t since = 0;       // since the day of `from`
        std::int64_t waiting = 0;     // not read yet
        std::int64_t quarantined = 0; // by a reader that failed
    };
    // Per channel that ever brought something.
    std::vector<Taken> taken(Instant from);

private:
    Session& session_;
};

// Inside the transaction that adds or moves what came; `n` may be negative.
void note_arrival(Session& session, const std::string& customer_no, const std::string& channel,
                  Instant at, std::int64_t n);

} // namespace besteld

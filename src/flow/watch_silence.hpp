// SPDX-License-Identifier: Apache-2.0
#pragma once

// The silence watch: each channel, and each customer on each channel, against its own rhythm
// (order/rhythm.hpp).

#include "order/terms.hpp"
#include "store/arrivals.hpp"
#include "store/silences.hpp"

namespace besteld {

// Days as the company's calendar has them, of one customer on one channel.
std::vector<ArrivalDay> arrival_days(std::span<const Arrival> arrivals, const Zone& zone);
// How far back rhythms are learned.
Instant rhythm_begins(Instant now);

// Looks at everybody, writes who is silent and logs who was not the last time. How many are silent.
// What a customer sends another way meanwhile is no silence.
int watch_silence(Store& store, const Seller& seller, Instant now);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rows of cases, events and answers as facts; for store/figures.cpp.

#include "store/figures.hpp"
#include "store/session.hpp"

namespace besteld {

// Of an event `e`: id, at, event, from, to, role, actor, reason, case.
extern const std::string_view fact_event_columns;
FactEvent fact_event_of(const Row& row);

// What the warehouse and finance reported of them; nothing where nobody ever reported a delivery.
void add_fulfilments(Session& session, std::vector<OrderFacts>& facts);

// At most a few hundred ids, ascending.
std::vector<OrderFacts> read_facts(Session& session, const std::vector<std::int64_t>& case_ids);

} // namespace besteld

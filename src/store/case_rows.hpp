// SPDX-License-Identifier: Apache-2.0
#pragma once

// A Case as columns of table order_case, and the small tables by which the queue finds it.

#include "store/session.hpp"
#include "store/store.hpp"

#include <functional>
#include <string_view>

namespace besteld {

extern const std::string_view case_columns;     // what case_of reads
extern const std::string_view changing_columns; // what save_case writes: no ids, numbers, claims

Case case_of(const Row& row);
// Every case by id, a page at a time; `and_where` narrows it: " AND state = 'in_review'".
void for_each_case(Session& session, std::string_view and_where,
                   const std::function<void(const Case&)>& visit);
std::vector<Value> changing_columns_of(const Case& the_case); // parallel to changing_columns

std::string_view kind_of(const Case& the_case); // "order", "change", "cancellation", "status" …
bool waits_for_person(OrderState state);        // one of ours, that is
bool is_waiting(const Case& the_case);          // stands in the queue: also when it waited in vain
// Replaces the search terms, articles and open findings of the case.
void write_search_rows(Session& session, const Case& the_case);
void add_search_term(Session& session, std::int64_t case_id, std::string_view number);
// The prefix's successor among equally long byte strings: the end of the range that begins with it.
std::string after_prefix(std::string prefix);

} // namespace besteld

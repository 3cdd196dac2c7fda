// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desk/desk.hpp"
#include "web/viewer.hpp"

#include <expected>

namespace besteld {

// Keeps the filter `query` under `name`, for everybody when a lead says so; keeps it no longer. The
// address to go on at.
struct FilterToKeep {
    std::string name;
    std::string query; // as in the queue's address
    bool shared = false;
};
std::expected<std::string, DeskRefused> keep_filter(Store& store, const User& user,
                                                    const FilterToKeep& filter);
std::expected<std::string, DeskRefused> remove_filter(Store& store, const User& user,
                                                      const std::string& name);

// What any list says of a case; its address is the case's own.
void fill_queue_row(Dictionary& one, const Viewer& viewer, const QueueRow& row);

// GET /queue: what waits for a person, the gravest first, fifty a page.
std::string queue_page(const Pages& pages, const Viewer& viewer, Desk& desk, Store& store,
                       const HttpRequest& request);

} // namespace besteld

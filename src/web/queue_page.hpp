// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desk/desk.hpp"
#include "web/viewer.hpp"

#include <expected>

namespace besteld {

// POST /filters: keeps the filter `query` under `name`, for everybody when a lead says so; POST
// /filters/remove: no longer. The address to go on at.
std::expected<std::string, DeskRefused> keep_filter(Store& store, const Viewer& viewer,
                                                    const HttpRequest& form);
std::expected<std::string, DeskRefused> remove_filter(Store& store, const Viewer& viewer,
                                                      const HttpRequest& form);

// What any list says of a case; its address is the case's own.
void fill_queue_row(Dictionary& one, const Viewer& viewer, const QueueRow& row);

// GET /queue: what waits for a person, the gravest first, fifty a page.
std::string queue_page(const Pages& pages, const Viewer& viewer, Desk& desk, Store& store,
                       const HttpRequest& request);

} // namespace besteld

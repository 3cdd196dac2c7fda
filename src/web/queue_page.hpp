// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desk/desk.hpp"
#include "web/viewer.hpp"

namespace besteld {

// GET /queue: what waits for a person, the gravest first, fifty a page.
std::string queue_page(const Pages& pages, const Viewer& viewer, Desk& desk,
                       const HttpRequest& request);

} // namespace besteld

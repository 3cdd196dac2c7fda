// SPDX-License-Identifier: Apache-2.0
#pragma once

// /access: who looked at what, for admins and auditors.

#include "desk/desk.hpp"
#include "store/access_log.hpp"
#include "web/viewer.hpp"

#include <expected>

namespace besteld {

bool may_see_access(Role role);
// Somebody was shown something now.
Visit visit_of(const HttpRequest& request, const User& user, int status, Instant now);
// GET /access?login=NAME&path=/case/42&before=ID
std::expected<HttpResponse, DeskRefused> access_page(const Pages& pages, const Viewer& viewer,
                                                     Store& store, const HttpRequest& request);

} // namespace besteld

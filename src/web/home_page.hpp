// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether all is well: what came in against what the servers have, what must be answered soonest,
// who is unusually silent, what does not leave.

#include "desk/customer_desk.hpp"
#include "web/viewer.hpp"

#include <expected>
#include <string>

namespace besteld {

std::string home_page(const Pages& pages, const Viewer& viewer, Store& store);

// POST /silence/known: fields customer and channel (know_silence of desk/customer_desk.hpp).
std::expected<HttpResponse, DeskRefused> silence_known(Store& store, const Viewer& viewer,
                                                       const HttpRequest& form);

// "Ordered on Tuesday between 09:10 and 10:40 in 7 of 8 weeks; last on Tue 3 Nov 2026"
std::string silence_words(const Silence& silence, const Strings& words);
std::string usual_words(const UsualDay& usual, const Strings& words);

} // namespace besteld

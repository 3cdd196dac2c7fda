// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desk/desk.hpp"
#include "web/case_page.hpp"

#include <expected>

namespace besteld {

// What a person's decision leads to.
struct Acted {
    enum class Then { stay, next }; // stay at the case, or open the next one of the queue
    Then then = Then::stay;
    bool committed = true; // answers may wait now
};

// POST /case/ID/VERB: the form's fields handed to the desk, which decides whether it may be.
// `verb` not known: code "not_found".
std::expected<Acted, DeskRefused> act_on_case(Desk& desk, const Viewer& viewer,
                                              std::int64_t case_id, const std::string& verb,
                                              const HttpRequest& form);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// GET /a/TOKEN and POST /a/TOKEN: the one page for customers. No log-in, no cookie, no script; the
// link in the mail is the key (desk/answer_door.hpp).

#include "desk/answer_door.hpp"
#include "web/http.hpp"
#include "web/login_guard.hpp"
#include "web/pages.hpp"

#include <string>

namespace besteld {

class AnswerPage {
public:
    AnswerPage(Store& store, const FlowSettings& flow, const Pages& pages);

    struct Served {
        HttpResponse response;
        bool committed = false;
    };
    // `path` begins with "/a/".
    Served serve(const HttpRequest& request, Instant now);

private:
    HttpResponse page(const DoorView& view, const std::string& token, const Strings& words,
                      const std::string& notice) const;
    HttpResponse told(int status, const Strings& words, std::string_view key) const;

    AnswerDoor door_;
    const Pages& pages_;
    LoginGuard guard_; // links that fit nothing, per address
};

} // namespace besteld

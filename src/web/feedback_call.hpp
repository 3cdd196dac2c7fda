// SPDX-License-Identifier: Apache-2.0
#pragma once

// POST /api/feedback: what a feedback folder takes, from a system that would rather call
// (docs/hand-off.md). The body is stored as any message is, then answered; it is read and judged
// afterwards, like a file.

#include "store/store.hpp"
#include "web/http.hpp"

#include <string>

namespace besteld {

struct FeedbackDoor {
    std::string token; // empty: the address does not exist
    std::string channel;
};

struct FeedbackTaken {
    HttpResponse response;
    bool stored = false; // something new waits to be read
};

FeedbackTaken take_feedback_call(Store& store, const FeedbackDoor& door, const HttpRequest& request,
                                 Instant now);

} // namespace besteld

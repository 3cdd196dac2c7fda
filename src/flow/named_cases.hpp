// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which cases of ours a mail points at: by our Message-ID, or by a reply token that stands in an
// address, the subject or the text.

#include "order/reply_token.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld {

struct NamedCase {
    Case the_case;
    ReplyMark mark;          // what of it
    std::string by;          // "token in the subject"
    std::int64_t outbox = 0; // the mail of ours that is referred to; 0 when only a token says so
};

struct NamedCases {
    std::vector<NamedCase> cases; // surest first; the same case several times when it is named so
    bool forged = false;          // a token is none of ours
};

// What is said proves only that somebody has seen our mail. `reading` is a mail's.
NamedCases cases_named(Store& store, const Reading& reading);

} // namespace besteld

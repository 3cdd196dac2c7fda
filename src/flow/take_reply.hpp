// SPDX-License-Identifier: Apache-2.0
#pragma once

// A mail that answers one of ours: recognised by token or by our Message-ID, believed only when it
// comes from the same customer, and never joined to anything else (pains.md U62, U63).

#include "flow/judge.hpp"
#include "order/reply_token.hpp"

#include <optional>
#include <string>

namespace besteld {

struct ReplyLink {
    Case the_case;
    ReplyMark mark;          // what of the case it answers
    std::string by;          // "token in the subject", for the events
    std::string from;        // the sender's address
    bool registered = false; // the address is one that may order, and nothing speaks against it
};

struct FoundReply {
    std::optional<ReplyLink> link;
    // It names a case of ours and may not be joined to it: why, for the clerk. Empty otherwise.
    std::string not_joined;
};

FoundReply find_reply(Store& store, const FlowSettings& settings, const Reading& reading,
                      const Origins& origins);

// The mail's text is an answer to an open question or proposal, and was taken as one: carried out,
// or handed to a clerk. False: the text goes its ordinary way (what is attached always does).
bool take_reply(Store& store, const FlowSettings& settings, const ReplyLink& link,
                const Reading& reading, Instant now);

// A text that goes its ordinary way although it answers a mail of ours: the case it is about hears
// of it, and the draft names our order.
void note_reply(Store& store, const ReplyLink& link, std::int64_t message_id, Instant now);
void name_order(OrderDraft& draft, const ReplyLink& link);

} // namespace besteld

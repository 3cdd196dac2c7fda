// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/async/awaitable.hpp"
#include "base/date.hpp"
#include "order/mailbox_cursor.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What a channel (mailbox, drop folder) hands over, and the one door it hands it through.
namespace besteld {

struct InboundItem {
    std::string channel;    // the configured name
    std::string source_key; // unique within the channel: "uidvalidity:uid", or a file's identity
    std::string file_name;  // display text only, never a path; empty for mail
    Instant received_at;    // the server's INTERNALDATE, or the file's mtime
    std::string bytes;
    // Empty, or why `bytes` is not the whole item, which goes to a person: too_large (a mail's
    // header only, nothing of a file), empty, unreadable. Followed by ": " and a sentence.
    std::string note;
};

// One cycle's count: what the source says it has against what we took. listed = stored + gone.
struct LedgerCount {
    std::uint64_t exists = 0; // messages in the mailbox, files in the folder
    std::uint64_t listed = 0; // new ones among them
    std::uint64_t stored = 0;
    std::uint64_t gone = 0; // listed, then expunged or removed by somebody else
    friend bool operator==(const LedgerCount&, const LedgerCount&) = default;
};

// All that the server still has against all that we hold: on_server = held + marked + missed.
struct Balance {
    std::uint64_t on_server = 0;
    std::uint64_t held = 0;
    std::uint64_t marked = 0; // bears our mark, and this store does not know it: an earlier one's
    std::uint64_t missed = 0; // not held; taken in thereupon
};

// How a channel is doing, for the page and the alarm.
struct ChannelState {
    enum class Kind {
        working,
        retrying, // a passing fault; tried again by itself
        alert     // a person must act: refused password, untrusted certificate, unreadable folder
    };
    Kind kind = Kind::working;
    std::string text; // for the admin, empty when working
};

// The store's side of intake. All calls on the I/O loop.
class InboundSink {
public:
    virtual ~InboundSink() = default;
    // Returns when every item is durably committed (an item stored before is skipped silently).
    // Throws when it is not: then nothing is acknowledged to the source.
    virtual asio::awaitable<void> store(std::vector<InboundItem> items) = 0;
    virtual asio::awaitable<std::optional<MailboxCursor>> load_cursor(std::string channel) = 0;
    virtual asio::awaitable<void> save_cursor(std::string channel, MailboxCursor cursor) = 0;
    // Those of these source keys that are not stored.
    virtual asio::awaitable<std::vector<std::string>> not_held(std::string channel,
                                                               std::vector<std::string> keys) = 0;
    virtual void note_ledger(std::string channel, LedgerCount count) = 0;
    virtual void note_balance(std::string channel, Balance balance) = 0;
    virtual void note_state(std::string channel, ChannelState state) = 0;
};

} // namespace besteld

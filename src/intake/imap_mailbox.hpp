// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "intake/imap_session.hpp"
#include "intake/source.hpp"

#include <deque>
#include <random>

namespace besteld {

struct MailboxConfig {
    std::string channel;
    MailServer server;
    std::string mailbox = "INBOX";
    std::string done_folder; // where taken-in messages go; empty: they stay, flagged
    std::uint64_t max_message = std::uint64_t{25} << 20U; // larger: header only, noted too_large
    std::chrono::seconds poll{60};       // also the longest IDLE, at most 29 minutes
    std::chrono::seconds retry_first{2}; // doubled up to retry_longest, with jitter
    std::chrono::seconds retry_longest{300};
    std::chrono::seconds alert_retry{900}; // after a refused password or an untrusted certificate
    std::chrono::seconds balance{3600};    // between two looks at all that the server still has
    ImapTiming timing;
};

// Takes in one mailbox for ever: search, fetch, store, and only then flag, move and remember how
// far. A crash at any point makes messages be fetched again, never lost; the store drops the double
// by its source key.
class ImapMailbox {
public:
    // References outlive run(). `pool` connects: one thread per mailbox keeps a dead server from
    // delaying others.
    ImapMailbox(MailboxConfig config, InboundSink& sink, BlockingPool& pool, Stop& stop);
    // Returns after a stop was requested, at most one batch later.
    asio::awaitable<void> run();

private:
    struct Batch {
        ImapSession::Uids uids;
        ImapSession::Part part = ImapSession::Part::whole;
        ImapSession::Tag tag;
    };
    // What went wrong and may go right later.
    struct Trouble {
        ChannelState::Kind kind = ChannelState::Kind::retrying;
        std::string text;
    };

    asio::awaitable<std::optional<Trouble>> attend();
    asio::awaitable<void> serve();
    asio::awaitable<void> cycle(ImapSession& session);
    asio::awaitable<void> balance_if_due(ImapSession& session);
    asio::awaitable<void> balance_window(ImapSession& session, std::uint32_t from, std::uint32_t to,
                                         Balance& balance);
    asio::awaitable<ImapSession::Uids> not_held(ImapSession::Uids uids);
    asio::awaitable<void> load_cursor(const ImapMailboxInfo& info);
    asio::awaitable<void> save_cursor(std::uint32_t last_uid);
    asio::awaitable<void> take_in(ImapSession& session, ImapSession::Uids uids);
    asio::awaitable<void> take_batch(ImapSession& session, Batch batch, std::deque<Batch>& planned,
                                     std::deque<Batch>& under_way);
    asio::awaitable<void> begin_next(ImapSession& session, std::deque<Batch>& planned,
                                     std::deque<Batch>& under_way);
    asio::awaitable<void> complete(ImapSession& session, const Batch& batch,
                                   std::map<std::uint32_t, ImapMessage>& messages);
    asio::awaitable<void> acknowledge(ImapSession& session, ImapSession::Uids uids,
                                      std::vector<ImapSession::Tag> flags);
    asio::awaitable<void> move_away(ImapSession& session, ImapSession::Uids uids);
    std::string source_key(std::uint32_t uid) const;
    std::deque<Batch> plan(const std::vector<ImapListing>& listings) const;
    InboundItem to_item(ImapMessage message, ImapSession::Part part) const;
    std::chrono::milliseconds next_pause(ChannelState::Kind kind);
    void tell(ChannelState::Kind kind, std::string text);

    MailboxConfig config_;
    InboundSink& sink_;
    BlockingPool& pool_;
    Stop& stop_;
    MailboxCursor cursor_;
    bool keywords_ = false;
    bool skip_flagged_ = false;
    LedgerCount count_;
    std::optional<std::chrono::steady_clock::time_point> balanced_at_;
    ImapSession::Uids stored_;               // of the part under way, not yet acknowledged
    std::vector<ImapSession::Tag> flagging_; // STOREs under way
    unsigned failures_ = 0;
    std::optional<ChannelState::Kind> told_;
    std::minstd_rand random_{std::random_device{}()};
};

} // namespace besteld

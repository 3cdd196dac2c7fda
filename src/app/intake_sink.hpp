// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/async/blocking_pool.hpp"
#include "intake/source.hpp"
#include "store/channels.hpp"
#include "store/store.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>

namespace besteld {

// receive ends here: what a channel hands over is committed before the call returns.
class IntakeSink final : public InboundSink {
public:
    IntakeSink(std::string daemon, Store& store, BlockingPool& store_pool,
               std::function<void()> stored)
        : daemon_(std::move(daemon)), store_(store), store_pool_(store_pool),
          stored_(std::move(stored)) {}

    asio::awaitable<void> store(std::vector<InboundItem> items) override;
    asio::awaitable<std::optional<MailboxCursor>> load_cursor(std::string channel) override;
    asio::awaitable<void> save_cursor(std::string channel, MailboxCursor cursor) override;
    asio::awaitable<std::vector<std::string>> not_held(std::string channel,
                                                       std::vector<std::string> keys) override;
    void note_ledger(std::string channel, LedgerCount count) override;
    void note_balance(std::string channel, Balance balance) override;
    void note_state(std::string channel, ChannelState state) override;

    // As last seen, for /metrics and /healthz.
    const std::map<std::string, ChannelRow>& channels() const { return channels_; }
    // What the page does not know yet: whatever changed, and once a minute that it was looked at.
    std::vector<ChannelRow> unwritten(Instant now);

private:
    ChannelRow& row_of(const std::string& channel);

    std::string daemon_;
    Store& store_;
    BlockingPool& store_pool_;
    std::function<void()> stored_;
    std::map<std::string, ChannelRow> channels_;
    std::set<std::string> told_;             // whose state was logged
    std::map<std::string, Instant> written_; // when; absent: changed since
};

} // namespace besteld

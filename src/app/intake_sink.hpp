// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/async/blocking_pool.hpp"
#include "intake/source.hpp"
#include "store/store.hpp"

#include <functional>
#include <map>
#include <string>

namespace besteld {

// receive ends here: what a channel hands over is committed before the call returns.
class IntakeSink final : public InboundSink {
public:
    IntakeSink(Store& store, BlockingPool& store_pool, std::function<void()> stored)
        : store_(store), store_pool_(store_pool), stored_(std::move(stored)) {}

    asio::awaitable<void> store(std::vector<InboundItem> items) override;
    asio::awaitable<std::optional<MailboxCursor>> load_cursor(std::string channel) override;
    asio::awaitable<void> save_cursor(std::string channel, MailboxCursor cursor) override;
    void note_ledger(std::string channel, LedgerCount count) override;
    void note_state(std::string channel, ChannelState state) override;

    // Per channel, for /metrics and /healthz.
    const std::map<std::string, LedgerCount>& ledger() const { return ledger_; }
    const std::map<std::string, ChannelState>& states() const { return states_; }

private:
    Store& store_;
    BlockingPool& store_pool_;
    std::function<void()> stored_;
    std::map<std::string, LedgerCount> ledger_;
    std::map<std::string, ChannelState> states_;
};

} // namespace besteld

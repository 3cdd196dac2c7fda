// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "intake/source.hpp"

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <stdexcept>

namespace besteld {

// A store in memory: keeps the first item of each key, as the real one does; the test's thread
// waits on it.
class MemorySink : public InboundSink {
public:
    asio::awaitable<void> store(std::vector<InboundItem> items) override {
        const std::lock_guard lock(guard_);
        changed_.notify_all();
        if (refusals_left_ > 0) {
            --refusals_left_;
            ++refusals_;
            throw std::runtime_error("the store is full");
        }
        for (auto& item : items) {
            offered_ += 1;
            if (keys_.insert(item.channel + ' ' + item.source_key).second)
                items_.push_back(std::move(item));
        }
        co_return;
    }
    asio::awaitable<std::optional<MailboxCursor>> load_cursor(std::string channel) override {
        const std::lock_guard lock(guard_);
        const auto found = cursors_.find(channel);
        if (found == cursors_.end()) co_return std::nullopt;
        co_return found->second;
    }
    asio::awaitable<void> save_cursor(std::string channel, MailboxCursor cursor) override {
        const std::lock_guard lock(guard_);
        cursors_[channel] = cursor;
        changed_.notify_all();
        co_return;
    }
    asio::awaitable<std::vector<std::string>> not_held(std::string channel,
                                                       std::vector<std::string> keys) override {
        const std::lock_guard lock(guard_);
        std::erase_if(keys, [&](const auto& key) { return keys_.contains(channel + ' ' + key); });
        co_return keys;
    }
    void note_balance(std::string, Balance balance) override {
        const std::lock_guard lock(guard_);
        balance_ = balance;
        ++balances_;
        changed_.notify_all();
    }
    void note_ledger(std::string, LedgerCount count) override {
        const std::lock_guard lock(guard_);
        ledger_ = count;
        ++cycles_;
        changed_.notify_all();
    }
    void note_state(std::string, ChannelState state) override {
        const std::lock_guard lock(guard_);
        state_ = std::move(state);
        changed_.notify_all();
    }

    void refuse_next(int times) {
        const std::lock_guard lock(guard_);
        refusals_left_ = times;
    }
    bool wait_for_items(std::size_t count) {
        return wait([&] { return items_.size() >= count; });
    }
    bool wait_for_refusals(int count) {
        return wait([&] { return refusals_ >= count; });
    }
    bool wait_for_state(ChannelState::Kind kind) {
        return wait([&] { return state_ && state_->kind == kind; });
    }
    bool wait_for_cycles(int more) {
        const int goal = [&] {
            const std::lock_guard lock(guard_);
            return cycles_ + more;
        }();
        return wait([&] { return cycles_ >= goal; });
    }
    bool wait_for_balances(int count) {
        return wait([&] { return balances_ >= count; });
    }
    bool wait_for_cursor(std::uint32_t last_uid) {
        return wait(
            [&] { return !cursors_.empty() && cursors_.begin()->second.last_uid == last_uid; });
    }

    std::vector<InboundItem> items() {
        const std::lock_guard lock(guard_);
        return items_;
    }
    std::size_t offered() {
        const std::lock_guard lock(guard_);
        return offered_;
    }
    ChannelState state() {
        const std::lock_guard lock(guard_);
        return state_.value_or(ChannelState{});
    }
    LedgerCount ledger() {
        const std::lock_guard lock(guard_);
        return ledger_;
    }
    Balance balance() {
        const std::lock_guard lock(guard_);
        return balance_;
    }
    // As if it had never been stored.
    void forget(std::size_t item) {
        const std::lock_guard lock(guard_);
        const auto& one = items_.at(item);
        keys_.erase(one.channel + ' ' + one.source_key);
        items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(item));
    }
    std::map<std::string, MailboxCursor> cursors() {
        const std::lock_guard lock(guard_);
        return cursors_;
    }
    void set_cursor(const std::string& channel, MailboxCursor cursor) {
        const std::lock_guard lock(guard_);
        cursors_[channel] = cursor;
    }

private:
    template <typename Condition>
    bool wait(Condition condition) {
        std::unique_lock lock(guard_);
        return changed_.wait_for(lock, std::chrono::seconds(30), condition);
    }

    std::mutex guard_;
    std::condition_variable changed_;
    std::vector<InboundItem> items_;
    std::set<std::string> keys_;
    std::map<std::string, MailboxCursor> cursors_;
    LedgerCount ledger_;
    Balance balance_;
    int balances_ = 0;
    std::optional<ChannelState> state_;
    std::size_t offered_ = 0;
    int refusals_left_ = 0;
    int refusals_ = 0;
    int cycles_ = 0;
};

} // namespace besteld

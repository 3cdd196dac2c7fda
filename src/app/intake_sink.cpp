// SPDX-License-Identifier: Apache-2.0
#include "app/intake_sink.hpp"

#include "base/log.hpp"

namespace besteld {

namespace {

NewMessage to_message(InboundItem&& item) {
    return {.channel = std::move(item.channel),
            .source_key = std::move(item.source_key),
            .file_name = std::move(item.file_name),
            .received_at = item.received_at,
            .bytes = std::move(item.bytes),
            .note = std::move(item.note)};
}

void log_stored(const std::vector<NewMessage>& messages, const std::vector<AddResult>& results) {
    for (std::size_t i = 0; i < results.size(); ++i)
        log::info(results[i].added == Added::stored ? "message.stored" : "message.known",
                  {{"message", results[i].id},
                   {"channel", messages[i].channel},
                   {"source", messages[i].source_key},
                   {"bytes", static_cast<std::int64_t>(messages[i].bytes.size())}});
}

} // namespace

asio::awaitable<void> IntakeSink::store(std::vector<InboundItem> items) {
    std::vector<NewMessage> messages;
    for (auto& item : items)
        messages.push_back(to_message(std::move(item)));
    auto job = [this, &messages] { return store_.add_messages(messages); };
    const auto results = co_await run_blocking(store_pool_, std::move(job));
    log_stored(messages, results);
    stored_();
}

asio::awaitable<std::optional<MailboxCursor>> IntakeSink::load_cursor(std::string channel) {
    auto job = [this, &channel] { return store_.cursor(channel); };
    auto cursor = co_await run_blocking(store_pool_, std::move(job));
    co_return cursor;
}

asio::awaitable<void> IntakeSink::save_cursor(std::string channel, MailboxCursor cursor) {
    auto job = [this, &channel, cursor] { store_.save_cursor(channel, cursor); };
    co_await run_blocking(store_pool_, std::move(job));
}

void IntakeSink::note_ledger(std::string channel, LedgerCount count) {
    ledger_[channel] = count;
}

void IntakeSink::note_state(std::string channel, ChannelState state) {
    const auto known = states_.find(channel);
    const bool news = known == states_.end() || known->second.kind != state.kind ||
                      known->second.text != state.text;
    if (news && state.kind == ChannelState::Kind::working) {
        log::info("channel.working", {{"channel", channel}});
    } else if (news) {
        log::warning(state.kind == ChannelState::Kind::alert ? "channel.alert" : "channel.retrying",
                     {{"channel", channel}, {"reason", state.text}});
    }
    states_[channel] = std::move(state);
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "app/intake_sink.hpp"

#include "app/open_world.hpp"

#include "base/log.hpp"

#include <tuple>

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

std::int64_t signed_of(std::uint64_t count) {
    return static_cast<std::int64_t>(count);
}

ChannelRow::Condition condition_of(ChannelState::Kind kind) {
    switch (kind) {
    case ChannelState::Kind::working:
        return ChannelRow::Condition::working;
    case ChannelState::Kind::retrying:
        return ChannelRow::Condition::retrying;
    case ChannelState::Kind::alert:
        break;
    }
    return ChannelRow::Condition::alert;
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

asio::awaitable<std::vector<std::string>> IntakeSink::not_held(std::string channel,
                                                               std::vector<std::string> keys) {
    auto job = [this, &channel, &keys] { return store_.unknown_sources(channel, keys); };
    auto unknown = co_await run_blocking(store_pool_, std::move(job));
    co_return unknown;
}

ChannelRow& IntakeSink::row_of(const std::string& channel) {
    auto& row = channels_[channel];
    row.channel = channel;
    row.daemon = daemon_;
    row.looked_at = now();
    return row;
}

void IntakeSink::note_ledger(std::string channel, LedgerCount count) {
    auto& row = row_of(channel);
    const auto counts = [&row] { return std::tie(row.present, row.listed, row.stored, row.gone); };
    const std::tuple news{signed_of(count.exists), signed_of(count.listed), signed_of(count.stored),
                          signed_of(count.gone)};
    if (counts() == news) return;
    counts() = news;
    written_.erase(channel);
}

void IntakeSink::note_balance(std::string channel, Balance balance) {
    auto& row = row_of(channel);
    row.balanced_at = row.looked_at;
    row.on_server = signed_of(balance.on_server);
    row.held = signed_of(balance.held);
    row.marked = signed_of(balance.marked);
    row.missed = signed_of(balance.missed);
    written_.erase(channel);
}

std::vector<ChannelRow> IntakeSink::unwritten(Instant now) {
    constexpr std::chrono::minutes seldom{1};
    std::vector<ChannelRow> rows;
    for (const auto& [channel, row] : channels_) {
        auto& written = written_[channel];
        if (now - written < seldom) continue;
        written = now;
        rows.push_back(row);
    }
    return rows;
}

void IntakeSink::note_state(std::string channel, ChannelState state) {
    const bool is_new = told_.insert(channel).second; // a ledger may have come before
    auto& row = row_of(channel);
    const auto condition = condition_of(state.kind);
    const bool news = is_new || row.condition != condition || row.reason != state.text;
    if (news && state.kind == ChannelState::Kind::working) {
        log::info("channel.working", {{"channel", channel}});
    } else if (news) {
        log::warning(state.kind == ChannelState::Kind::alert ? "channel.alert" : "channel.retrying",
                     {{"channel", channel}, {"reason", state.text}});
    }
    if (!news) return;
    row.condition = condition;
    row.reason = std::move(state.text);
    written_.erase(channel);
}

} // namespace besteld

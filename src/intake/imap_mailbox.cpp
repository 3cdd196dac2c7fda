// SPDX-License-Identifier: Apache-2.0
#include "intake/imap_mailbox.hpp"

#include "base/async/blocking_pool.hpp"
#include "base/log.hpp"
#include "base/text.hpp"
#include "intake/imap_text.hpp"

#include <boost/asio/error.hpp>
#include <boost/system/system_error.hpp>

#include <algorithm>
#include <utility>

namespace besteld {

namespace {

constexpr std::string_view done_keyword = "$OrderDone";
// As many messages as one SEARCH answer can name within the parser's line limit (11 bytes a UID).
constexpr std::uint32_t search_window = 50'000;
// Between two savings of the cursor: what a crash makes us fetch twice.
constexpr std::size_t part_size = 500;
constexpr std::size_t batch_messages = 100;
constexpr std::uint64_t batch_bytes = std::uint64_t{8} << 20U;
constexpr std::size_t batches_in_flight = 2;
// RFC822.SIZE may differ a little from the literal (line ends, servers that estimate).
constexpr std::uint64_t size_slack = std::uint64_t{1} << 20U;
constexpr unsigned failures_before_alert = 10;

Instant now() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

bool needs_a_person(LinkFault fault) {
    return fault == LinkFault::auth_failed || fault == LinkFault::tls ||
           fault == LinkFault::setting;
}

} // namespace

ImapMailbox::ImapMailbox(MailboxConfig config, InboundSink& sink, BlockingPool& pool, Stop& stop)
    : config_(std::move(config)), sink_(sink), pool_(pool), stop_(stop) {}

asio::awaitable<void> ImapMailbox::run() {
    while (!stop_.requested()) {
        auto trouble = co_await attend();
        if (!trouble) continue;
        ++failures_;
        if (failures_ >= failures_before_alert) trouble->kind = ChannelState::Kind::alert;
        tell(trouble->kind, trouble->text);
        const auto pause = next_pause(trouble->kind);
        co_await stop_.sleep(pause);
    }
}

// The door: what one connection's life ends with, told as data.
asio::awaitable<std::optional<ImapMailbox::Trouble>> ImapMailbox::attend() {
    try {
        co_await serve();
    } catch (const LinkFailure& failure) {
        const auto kind = needs_a_person(failure.error().fault) ? ChannelState::Kind::alert
                                                                : ChannelState::Kind::retrying;
        co_return Trouble{.kind = kind, .text = failure.error().text};
    } catch (const boost::system::system_error& error) {
        if (error.code() == asio::error::operation_aborted) throw;
        co_return Trouble{.kind = ChannelState::Kind::retrying, .text = error.what()};
    } catch (const std::exception& error) {
        co_return Trouble{.kind = ChannelState::Kind::retrying, .text = error.what()};
    }
    co_return std::nullopt;
}

asio::awaitable<void> ImapMailbox::serve() {
    const ImapLimits limits{.literals = config_.max_message + size_slack};
    auto opened = co_await ImapSession::open(pool_, config_.server, limits, config_.timing);
    if (!opened) throw LinkFailure(opened.error());
    auto& session = **opened;
    while (!stop_.requested()) {
        co_await cycle(session);
        co_await balance_if_due(session);
        failures_ = 0;
        tell(ChannelState::Kind::working, "");
        if (session.can("IDLE"))
            co_await session.idle(config_.poll, &stop_);
        else
            co_await stop_.sleep(config_.poll);
    }
    co_await session.logout();
}

asio::awaitable<void> ImapMailbox::cycle(ImapSession& session) {
    const auto info = co_await session.select(config_.mailbox);
    co_await load_cursor(info);
    keywords_ = info.keywords;
    count_ = {.exists = info.exists};
    const std::string without(skip_flagged_ && keywords_ ? done_keyword : "");
    const bool at_once = info.exists <= search_window || info.uid_next == 0;
    std::uint64_t from = std::uint64_t{cursor_.last_uid} + 1;
    while (!stop_.requested() && (info.uid_next == 0 || from < info.uid_next)) {
        const std::uint64_t window_end =
            std::min<std::uint64_t>(from + search_window, info.uid_next) - 1;
        const auto to = at_once ? 0 : static_cast<std::uint32_t>(window_end);
        auto uids = co_await session.search(static_cast<std::uint32_t>(from), to, without);
        count_.listed += uids.size();
        co_await take_in(session, std::move(uids));
        if (stop_.requested()) co_return;
        if (info.uid_next == 0) break;
        // Everything below UIDNEXT was searched, whatever arrived meanwhile lies above it.
        const auto reached = at_once ? info.uid_next - 1 : to;
        co_await save_cursor(std::max(reached, cursor_.last_uid));
        from = std::uint64_t{cursor_.last_uid} + 1;
    }
    sink_.note_ledger(config_.channel, count_);
}

// The search above trusts the cursor. Here nothing is trusted: what the server has and the store
// has not is taken in, whatever the cursor says; unless it bears our mark, which an earlier store
// made.
asio::awaitable<void> ImapMailbox::balance_if_due(ImapSession& session) {
    const auto started = std::chrono::steady_clock::now();
    if (balanced_at_ && started - *balanced_at_ < config_.balance) co_return;
    Balance balance;
    const std::uint64_t last = cursor_.last_uid;
    for (std::uint64_t from = 1; from <= last; from += search_window) {
        const auto to = std::min<std::uint64_t>(from + search_window - 1, last);
        co_await balance_window(session, static_cast<std::uint32_t>(from),
                                static_cast<std::uint32_t>(to), balance);
        if (stop_.requested()) co_return;
    }
    balanced_at_ = started;
    sink_.note_balance(config_.channel, balance);
}

asio::awaitable<void> ImapMailbox::balance_window(ImapSession& session, std::uint32_t from,
                                                  std::uint32_t to, Balance& balance) {
    const auto uids = co_await session.search(from, to, "");
    balance.on_server += uids.size();
    auto unknown = co_await not_held(uids);
    balance.held += uids.size() - unknown.size();
    if (unknown.empty()) co_return;
    ImapSession::Uids missed = unknown;
    if (keywords_) {
        auto unmarked = co_await session.search(from, to, std::string(done_keyword));
        std::ranges::sort(unmarked);
        std::erase_if(
            missed, [&](std::uint32_t uid) { return !std::ranges::binary_search(unmarked, uid); });
    }
    balance.marked += unknown.size() - missed.size();
    balance.missed += missed.size();
    if (missed.empty()) co_return;
    log::warning("mail_missed", {{"channel", config_.channel}, {"uids", to_uid_set(missed)}});
    co_await take_in(session, std::move(missed));
}

asio::awaitable<ImapSession::Uids> ImapMailbox::not_held(ImapSession::Uids uids) {
    ImapSession::Uids unknown;
    for (std::size_t at = 0; at < uids.size(); at += part_size) {
        const auto end = std::min(at + part_size, uids.size());
        std::map<std::string, std::uint32_t> keys;
        for (auto i = at; i < end; ++i)
            keys[source_key(uids[i])] = uids[i];
        std::vector<std::string> asked;
        for (const auto& [key, uid] : keys)
            asked.push_back(key);
        const auto missing = co_await sink_.not_held(config_.channel, std::move(asked));
        for (const auto& key : missing)
            unknown.push_back(keys.at(key));
    }
    std::ranges::sort(unknown);
    co_return unknown;
}

std::string ImapMailbox::source_key(std::uint32_t uid) const {
    return cat(cursor_.uid_validity, ':', uid);
}

// The keyword is believed only where the cursor cannot speak: in a mailbox new to this store or
// renumbered. Within a known numbering everything above the cursor is taken, so that a store
// restored from a backup gets back what it lost; doubles are dropped by the store.
asio::awaitable<void> ImapMailbox::load_cursor(const ImapMailboxInfo& info) {
    if (cursor_.uid_validity == info.uid_validity) co_return;
    const auto saved = co_await sink_.load_cursor(config_.channel);
    if (saved && saved->uid_validity == info.uid_validity) {
        cursor_ = *saved;
        skip_flagged_ = false;
        co_return;
    }
    if (saved)
        log::warning("mailbox_renumbered", {{"channel", config_.channel},
                                            {"was", std::int64_t{saved->uid_validity}},
                                            {"is", std::int64_t{info.uid_validity}}});
    cursor_ = {.uid_validity = info.uid_validity, .last_uid = 0};
    skip_flagged_ = true;
}

asio::awaitable<void> ImapMailbox::save_cursor(std::uint32_t last_uid) {
    if (last_uid == cursor_.last_uid) co_return;
    const MailboxCursor next{.uid_validity = cursor_.uid_validity, .last_uid = last_uid};
    co_await sink_.save_cursor(config_.channel, next);
    cursor_ = next;
}

asio::awaitable<void> ImapMailbox::take_in(ImapSession& session, ImapSession::Uids uids) {
    for (std::size_t at = 0; at < uids.size() && !stop_.requested(); at += part_size) {
        const auto end = std::min(at + part_size, uids.size());
        ImapSession::Uids part(uids.begin() + static_cast<std::ptrdiff_t>(at),
                               uids.begin() + static_cast<std::ptrdiff_t>(end));
        const auto last = part.back();
        const auto asked = part.size();
        const auto listings = co_await session.list(std::move(part));
        count_.gone += asked - listings.size();
        auto planned = plan(listings);
        std::deque<Batch> under_way;
        stored_.clear();
        flagging_.clear();
        co_await begin_next(session, planned, under_way);
        while (!under_way.empty()) {
            auto batch = std::move(under_way.front());
            under_way.pop_front();
            co_await take_batch(session, std::move(batch), planned, under_way);
        }
        // Invariant: everything in stored_ is durable. Only now the source hears of it.
        co_await acknowledge(session, std::exchange(stored_, {}), std::exchange(flagging_, {}));
        co_await save_cursor(std::max(last, cursor_.last_uid));
    }
}

asio::awaitable<void> ImapMailbox::begin_next(ImapSession& session, std::deque<Batch>& planned,
                                              std::deque<Batch>& under_way) {
    while (!planned.empty() && under_way.size() < batches_in_flight) {
        auto batch = std::move(planned.front());
        planned.pop_front();
        batch.tag = co_await session.begin_fetch(batch.uids, batch.part);
        under_way.push_back(std::move(batch));
    }
}

asio::awaitable<void> ImapMailbox::take_batch(ImapSession& session, Batch batch,
                                              std::deque<Batch>& planned,
                                              std::deque<Batch>& under_way) {
    auto messages = co_await session.finish_fetch(batch.tag, batch.uids);
    // The next one travels while this one is stored.
    co_await begin_next(session, planned, under_way);
    co_await complete(session, batch, messages);
    std::vector<InboundItem> items;
    ImapSession::Uids uids;
    for (auto& [uid, message] : messages) {
        uids.push_back(uid);
        const auto part = message.body.section == "HEADER" ? ImapSession::Part::header : batch.part;
        items.push_back(to_item(std::move(message), part));
    }
    if (items.empty()) co_return;
    co_await sink_.store(std::move(items));
    count_.stored += uids.size();
    stored_.insert(stored_.end(), uids.begin(), uids.end());
    const std::string flag(keywords_ ? done_keyword : "\\Seen");
    auto tag = co_await session.begin_flag(std::move(uids), flag);
    flagging_.push_back(std::move(tag));
}

// What did not come whole: a literal over the limit is asked for by its header, a message that did
// not come at all is gone, unless the server still lists it: then a person must look.
asio::awaitable<void> ImapMailbox::complete(ImapSession& session, const Batch& batch,
                                            std::map<std::uint32_t, ImapMessage>& messages) {
    ImapSession::Uids missing;
    ImapSession::Uids dropped;
    for (const auto uid : batch.uids) {
        const auto found = messages.find(uid);
        if (found == messages.end())
            missing.push_back(uid);
        else if (found->second.body.kind == ImapBody::Kind::dropped)
            dropped.push_back(uid);
    }
    if (!dropped.empty()) {
        auto tag = co_await session.begin_fetch(dropped, ImapSession::Part::header);
        auto headers = co_await session.finish_fetch(std::move(tag), dropped);
        for (auto& [uid, message] : headers)
            messages[uid] = std::move(message);
    }
    if (missing.empty()) co_return;
    const auto present = co_await session.list(missing);
    for (const auto& listing : present)
        messages[listing.uid] = {.uid = listing.uid,
                                 .internal_date = {},
                                 .body = {.kind = ImapBody::Kind::nil, .section = {}, .bytes = {}}};
    count_.gone += missing.size() - present.size();
    if (present.size() < missing.size())
        log::info("mail_gone", {{"channel", config_.channel}, {"uids", to_uid_set(missing)}});
}

asio::awaitable<void> ImapMailbox::acknowledge(ImapSession& session, ImapSession::Uids uids,
                                               std::vector<ImapSession::Tag> flags) {
    std::string refused;
    for (auto& tag : flags) {
        try {
            co_await session.finish(std::move(tag));
        } catch (const ImapRefusal& refusal) {
            refused = refusal.what();
        }
    }
    if (!refused.empty())
        log::warning("mail_not_flagged", {{"channel", config_.channel}, {"reason", refused}});
    if (uids.empty() || config_.done_folder.empty()) co_return;
    std::ranges::sort(uids);
    co_await move_away(session, std::move(uids));
}

// The messages are stored: one that cannot be moved stays behind, flagged, and is told of.
asio::awaitable<void> ImapMailbox::move_away(ImapSession& session, ImapSession::Uids uids) {
    std::string refused;
    ImapSession::Uids moved;
    for (int attempt = 0; attempt < 2; ++attempt) {
        refused.clear();
        std::string code;
        try {
            moved = co_await session.move(uids, config_.done_folder);
        } catch (const ImapRefusal& refusal) {
            refused = refusal.what();
            code = refusal.code();
        }
        if (attempt > 0 || !starts_with_ignoring_case(code, "TRYCREATE")) break;
        try {
            co_await session.create(config_.done_folder);
        } catch (const ImapRefusal& refusal) {
            refused = refusal.what();
            break;
        }
    }
    if (moved.size() >= uids.size()) co_return;
    log::warning("mail_not_moved", {{"channel", config_.channel},
                                    {"folder", config_.done_folder},
                                    {"left", static_cast<std::int64_t>(uids.size() - moved.size())},
                                    {"reason", refused}});
}

std::deque<ImapMailbox::Batch> ImapMailbox::plan(const std::vector<ImapListing>& listings) const {
    std::deque<Batch> batches;
    Batch over_size{.uids = {}, .part = ImapSession::Part::header, .tag = {}};
    std::uint64_t bytes = 0;
    for (const auto& listing : listings) {
        if (listing.size > config_.max_message) {
            over_size.uids.push_back(listing.uid);
            continue;
        }
        const bool full = !batches.empty() && (batches.back().uids.size() >= batch_messages ||
                                               bytes + listing.size > batch_bytes);
        if (batches.empty() || full) {
            batches.emplace_back();
            bytes = 0;
        }
        batches.back().uids.push_back(listing.uid);
        bytes += listing.size;
    }
    if (!over_size.uids.empty()) batches.push_back(std::move(over_size));
    return batches;
}

InboundItem ImapMailbox::to_item(ImapMessage message, ImapSession::Part part) const {
    InboundItem item{.channel = config_.channel,
                     .source_key = source_key(message.uid),
                     .file_name = {},
                     .received_at = parse_internal_date(message.internal_date).value_or(now()),
                     .bytes = std::move(message.body.bytes),
                     .note = {}};
    if (message.body.kind == ImapBody::Kind::nil) {
        item.note = "empty: the mail server lists the message but hands out no content";
    } else if (part == ImapSession::Part::header || message.body.kind == ImapBody::Kind::dropped) {
        item.note =
            cat("too_large: over ", config_.max_message, " bytes, only its header was fetched");
    }
    return item;
}

std::chrono::milliseconds ImapMailbox::next_pause(ChannelState::Kind kind) {
    std::chrono::milliseconds longest = config_.retry_longest;
    std::chrono::milliseconds pause = config_.retry_first * (1U << std::min(failures_ - 1, 16U));
    // A wrong password asked again and again locks the account.
    if (kind == ChannelState::Kind::alert && failures_ < failures_before_alert)
        pause = longest = config_.alert_retry;
    pause = std::min(pause, longest);
    // Between half and whole, so that mailboxes of one server do not come back together.
    std::uniform_int_distribution<std::int64_t> jitter(pause.count() / 2, pause.count());
    return std::chrono::milliseconds(jitter(random_));
}

void ImapMailbox::tell(ChannelState::Kind kind, std::string text) {
    if (told_ != kind && kind != ChannelState::Kind::working)
        log::warning("mailbox_trouble", {{"channel", config_.channel}, {"reason", text}});
    if (told_ != kind && kind == ChannelState::Kind::working)
        log::info("mailbox_working", {{"channel", config_.channel}});
    told_ = kind;
    sink_.note_state(config_.channel, {.kind = kind, .text = std::move(text)});
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "intake/imap_session.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "intake/imap_text.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace besteld {

namespace {

using Clock = MailConnection::Clock;

constexpr std::size_t max_greeting = std::size_t{1} << 20U;
// Two batches of 8 MB and one message of the greatest size are the most that is rightly in flight.
constexpr std::uint64_t bytes_in_flight = std::uint64_t{32} << 20U;
constexpr std::size_t max_found = 200'000;

[[noreturn]] void fail(LinkFault fault, std::string text) {
    throw LinkFailure({fault, std::move(text)});
}

std::string quoted_or_fail(std::string_view mailbox) {
    auto name = quote_mailbox(mailbox);
    if (!name) throw ImapRefusal(name.error(), "");
    return std::move(*name);
}

std::uint32_t number_after(std::string_view code, std::string_view name) {
    std::uint32_t value = 0;
    const auto digits = trim(code.substr(name.size()));
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

// What follows the flushing command's own answer; nothing while it has not come. `tag` is random,
// so no text of the server's can be mistaken for it.
std::optional<std::string> after_answer(std::string_view received, std::string_view tag) {
    auto at = received.find(cat(tag, ' '));
    while (at != std::string_view::npos && at > 0 && received[at - 1] != '\n')
        at = received.find(cat(tag, ' '), at + 1);
    if (at == std::string_view::npos) return std::nullopt;
    const auto end = received.find('\n', at);
    if (end == std::string_view::npos) return std::nullopt;
    return std::string(received.substr(end + 1));
}

} // namespace

ImapSession::ImapSession(std::unique_ptr<MailConnection> connection, ImapLimits limits,
                         ImapTiming timing)
    : connection_(std::move(connection)), parser_(limits), timing_(timing),
      tag_prefix_(cat("b", random_hex(5), ".")), held_limit_(bytes_in_flight + limits.literals) {}

asio::awaitable<ImapSession::Opened> ImapSession::open(BlockingPool& pool, MailServer server,
                                                       ImapLimits limits, ImapTiming timing) {
    server.protocol = MailProtocol::imap;
    auto connection = co_await MailConnection::open(pool, std::move(server));
    if (!connection) co_return std::unexpected(std::move(connection).error());
    std::unique_ptr<ImapSession> session(new ImapSession(std::move(*connection), limits, timing));
    try {
        co_await session->flush_greeting();
        co_await session->run("CAPABILITY");
    } catch (const LinkFailure& failure) {
        co_return std::unexpected(failure.error());
    } catch (const ImapRefusal& refusal) {
        co_return std::unexpected(LinkError{LinkFault::protocol, refusal.what()});
    }
    co_return session;
}

// What came with libcurl's last reply is partly lost (mail.md A2): everything up to our own first
// answer is thrown away unparsed.
asio::awaitable<void> ImapSession::flush_greeting() {
    const auto tag = cat(tag_prefix_, 0);
    const auto deadline = Clock::now() + timing_.silence;
    co_await connection_->write(cat(tag, " NOOP\r\n"), deadline);
    std::string received;
    for (;;) {
        const auto bytes = co_await connection_->read(deadline);
        received += bytes;
        const auto rest = after_answer(received, tag);
        if (rest) {
            feed(*rest);
            co_return;
        }
        if (received.size() > max_greeting) fail(LinkFault::protocol, "no answer to NOOP");
    }
}

asio::awaitable<ImapSession::Tag> ImapSession::send(std::string command) {
    auto tag = cat(tag_prefix_, next_tag_++);
    pending_.insert(tag);
    auto line = cat(tag, ' ', command, "\r\n");
    co_await connection_->write(std::move(line), Clock::now() + timing_.silence);
    co_return tag;
}

asio::awaitable<ImapStatus> ImapSession::answer(Tag tag) {
    const auto last = Clock::now() + timing_.command;
    while (!answers_.contains(tag)) {
        const auto deadline = std::min(last, Clock::now() + timing_.silence);
        const auto bytes = co_await connection_->read(deadline);
        feed(bytes);
    }
    auto status = std::move(answers_.extract(tag).mapped());
    if (status.kind != ImapStatus::Kind::ok)
        throw ImapRefusal(cat("the server refused: ", to_valid_utf8(status.text)), status.code);
    co_return status;
}

asio::awaitable<ImapStatus> ImapSession::run(std::string command) {
    auto tag = co_await send(std::move(command));
    auto status = co_await answer(std::move(tag));
    co_return status;
}

asio::awaitable<void> ImapSession::finish(Tag tag) {
    co_await answer(std::move(tag));
}

void ImapSession::feed(std::string_view bytes) {
    auto events = parser_.feed(bytes);
    if (!events) fail(LinkFault::protocol, events.error());
    for (auto& event : *events)
        std::visit([this](auto& one) { take(std::move(one)); }, event);
    if (!goodbye_.empty())
        fail(LinkFault::try_later, cat("the server said BYE: ", to_valid_utf8(goodbye_)));
}

void ImapSession::take(ImapStatus status) {
    if (!status.tag.empty()) {
        if (pending_.erase(status.tag) == 0)
            fail(LinkFault::protocol, "an answer to nothing we asked");
        note_code(status.code);
        answers_[status.tag] = std::move(status);
        return;
    }
    if (status.kind == ImapStatus::Kind::bye) goodbye_ = status.text.empty() ? "BYE" : status.text;
    note_code(status.code);
}

void ImapSession::note_code(std::string_view code) {
    if (starts_with_ignoring_case(code, "UIDVALIDITY "))
        info_.uid_validity = number_after(code, "UIDVALIDITY ");
    if (starts_with_ignoring_case(code, "UIDNEXT "))
        info_.uid_next = number_after(code, "UIDNEXT ");
    if (starts_with_ignoring_case(code, "PERMANENTFLAGS"))
        info_.keywords = code.find("\\*") != std::string_view::npos;
    if (!starts_with_ignoring_case(code, "COPYUID ")) return;
    const auto words = split(code, ' '); // COPYUID validity source destination (RFC 4315)
    if (words.size() < 4) return;
    const auto moved = parse_uid_set(words[2], max_found);
    if (moved) copied_.insert(copied_.end(), moved->begin(), moved->end());
}

void ImapSession::take(ImapFetch fetch) {
    if (!fetch.uid || !wanted_.contains(*fetch.uid)) return; // another client's change of flags
    if (fetch.size) listings_[*fetch.uid] = {.uid = *fetch.uid, .size = *fetch.size};
    if (!fetch.body) return;
    auto& message = bodies_[*fetch.uid];
    message.uid = *fetch.uid;
    if (fetch.internal_date) message.internal_date = std::move(*fetch.internal_date);
    held_ += fetch.body->bytes.size();
    held_ -= message.body.bytes.size(); // sent twice: the last one counts
    if (held_ > held_limit_)
        fail(LinkFault::protocol, "the messages are far larger than RFC822.SIZE said");
    message.body = std::move(*fetch.body);
}

void ImapSession::take(ImapSearch search) {
    if (found_.size() + search.uids.size() > max_found)
        fail(LinkFault::protocol, "a SEARCH answer over the limit");
    found_.insert(found_.end(), search.uids.begin(), search.uids.end());
}

void ImapSession::take(ImapExists exists) {
    news_ = news_ || exists.count > info_.exists;
    info_.exists = exists.count;
}

void ImapSession::take(ImapCapability capability) {
    capabilities_ = {capability.names.begin(), capability.names.end()};
}

asio::awaitable<ImapMailboxInfo> ImapSession::select(std::string mailbox) {
    info_ = {};
    auto command = cat("SELECT ", quoted_or_fail(mailbox));
    co_await run(std::move(command));
    if (info_.uid_validity == 0)
        fail(LinkFault::protocol, "the mailbox has no UIDVALIDITY: its UIDs mean nothing");
    news_ = false;
    co_return info_;
}

asio::awaitable<ImapSession::Uids> ImapSession::search(std::uint32_t from, std::uint32_t to,
                                                       std::string without_keyword) {
    found_.clear();
    const auto end = to == 0 ? std::string("*") : cat(to);
    auto command = cat("UID SEARCH UID ", from, ':', end);
    if (!without_keyword.empty()) command += cat(" NOT KEYWORD ", without_keyword);
    co_await run(std::move(command));
    // "n:*" always finds the last message, even below n (RFC 3501 6.4.8).
    std::erase_if(found_, [&](std::uint32_t uid) { return uid < from || (to != 0 && uid > to); });
    std::ranges::sort(found_);
    const auto twice = std::ranges::unique(found_);
    found_.erase(twice.begin(), twice.end());
    co_return std::exchange(found_, {});
}

asio::awaitable<std::vector<ImapListing>> ImapSession::list(Uids uids) {
    wanted_.insert(uids.begin(), uids.end());
    auto command = cat("UID FETCH ", to_uid_set(uids), " (UID FLAGS RFC822.SIZE INTERNALDATE)");
    co_await run(std::move(command));
    std::vector<ImapListing> listings;
    for (const auto uid : uids) {
        wanted_.erase(uid);
        const auto found = listings_.find(uid);
        if (found != listings_.end()) listings.push_back(found->second);
    }
    listings_.clear();
    co_return listings;
}

asio::awaitable<ImapSession::Tag> ImapSession::begin_fetch(Uids uids, Part part) {
    wanted_.insert(uids.begin(), uids.end());
    const std::string_view section = part == Part::whole ? "BODY.PEEK[]" : "BODY.PEEK[HEADER]";
    auto command = cat("UID FETCH ", to_uid_set(uids), " (UID INTERNALDATE ", section, ')');
    auto tag = co_await send(std::move(command));
    co_return tag;
}

asio::awaitable<std::map<std::uint32_t, ImapMessage>> ImapSession::finish_fetch(Tag tag,
                                                                                Uids uids) {
    co_await answer(std::move(tag));
    std::map<std::uint32_t, ImapMessage> messages;
    for (const auto uid : uids) {
        auto node = bodies_.extract(uid);
        wanted_.erase(uid);
        if (node.empty()) continue; // expunged under us
        held_ -= node.mapped().body.bytes.size();
        messages.insert(std::move(node));
    }
    co_return messages;
}

asio::awaitable<ImapSession::Tag> ImapSession::begin_flag(Uids uids, std::string flag) {
    auto command = cat("UID STORE ", to_uid_set(uids), " +FLAGS.SILENT (", flag, ')');
    auto tag = co_await send(std::move(command));
    co_return tag;
}

asio::awaitable<ImapSession::Uids> ImapSession::move(Uids uids, std::string mailbox) {
    copied_.clear();
    const auto set = to_uid_set(uids);
    const auto name = quoted_or_fail(mailbox);
    if (can("MOVE")) {
        auto command = cat("UID MOVE ", set, ' ', name);
        co_await run(std::move(command));
        co_return std::exchange(copied_, {});
    }
    auto copy = cat("UID COPY ", set, ' ', name);
    co_await run(std::move(copy));
    auto copied = std::exchange(copied_, {});
    // Without UIDPLUS nothing proves the copy, and only a plain EXPUNGE would be left, which takes
    // other people's messages along: both then stay.
    if (copied.empty() || !can("UIDPLUS")) co_return copied;
    auto mark = cat("UID STORE ", to_uid_set(copied), " +FLAGS.SILENT (\\Deleted)");
    co_await run(std::move(mark));
    auto expunge = cat("UID EXPUNGE ", to_uid_set(copied));
    co_await run(std::move(expunge));
    co_return copied;
}

asio::awaitable<void> ImapSession::create(std::string mailbox) {
    auto command = cat("CREATE ", quoted_or_fail(mailbox));
    co_await run(std::move(command));
}

asio::awaitable<void> ImapSession::await_continue(Tag tag) {
    continue_ = false;
    const auto deadline = Clock::now() + timing_.silence;
    while (!continue_) {
        if (answers_.contains(tag)) co_await answer(tag); // NO: throws
        const auto bytes = co_await connection_->read(deadline);
        feed(bytes);
    }
}

asio::awaitable<ImapSession::IdleEnd> ImapSession::idle(std::chrono::seconds longest, Stop* stop) {
    // RFC 2177: a server may hang up on a client that idles for 30 minutes.
    const auto deadline =
        Clock::now() + std::min<std::chrono::seconds>(longest, std::chrono::minutes(29));
    auto tag = co_await send("IDLE");
    co_await await_continue(tag);
    bool silent = false;
    while (!news_ && !silent) {
        const auto bytes = co_await connection_->try_read(deadline, stop);
        if (bytes) feed(*bytes);
        silent = !bytes;
    }
    co_await connection_->write("DONE\r\n", Clock::now() + timing_.silence);
    co_await answer(std::move(tag));
    if (std::exchange(news_, false)) co_return IdleEnd::news;
    co_return stop != nullptr && stop->requested() ? IdleEnd::stopped : IdleEnd::timeout;
}

// A courtesy: whatever goes wrong, the connection is closed next.
asio::awaitable<void> ImapSession::logout() {
    const auto deadline = Clock::now() + std::chrono::seconds(2);
    try {
        auto line = cat(tag_prefix_, next_tag_++, " LOGOUT\r\n");
        co_await connection_->write(std::move(line), deadline);
        co_await connection_->read(deadline);
    } catch (const LinkFailure&) {
        co_return;
    }
}

} // namespace besteld

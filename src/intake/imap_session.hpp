// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "intake/imap_response.hpp"
#include "intake/mail_connection.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace besteld {

// NO or BAD: the command did nothing, the connection lives.
class ImapRefusal : public std::runtime_error {
public:
    ImapRefusal(const std::string& text, std::string code)
        : std::runtime_error(text), code_(std::move(code)) {}
    const std::string& code() const { return code_; } // "TRYCREATE", may be empty

private:
    std::string code_;
};

// A selected mailbox, as SELECT told.
struct ImapMailboxInfo {
    std::uint32_t uid_validity = 0;
    std::uint32_t uid_next = 0; // 0: the server did not say
    std::uint32_t exists = 0;
    bool keywords = false; // PERMANENTFLAGS has \*
};

struct ImapListing {
    std::uint32_t uid = 0;
    std::uint64_t size = 0;
};

struct ImapMessage {
    std::uint32_t uid = 0;
    std::string internal_date; // as the server wrote it, may be empty
    ImapBody body;
};

struct ImapTiming {
    std::chrono::seconds silence{60};  // without a byte while an answer is due
    std::chrono::seconds command{900}; // one command, however slowly it drips
};

// One IMAP connection, logged in. Every function throws LinkFailure when the connection is of no
// more use, and ImapRefusal when the server said NO or BAD to the command alone. Commands may be in
// flight together: begin_… writes and returns the tag, finish_… reads up to its answer.
class ImapSession {
public:
    using Opened = std::expected<std::unique_ptr<ImapSession>, LinkError>;
    using Tag = std::string;
    using Uids = std::vector<std::uint32_t>;
    enum class Part { whole, header };
    enum class IdleEnd { news, timeout, stopped };

    static asio::awaitable<Opened> open(BlockingPool& pool, MailServer server, ImapLimits limits,
                                        ImapTiming timing = {});

    bool can(std::string_view capability) const {
        return capabilities_.contains(std::string(capability));
    }
    asio::awaitable<ImapMailboxInfo> select(std::string mailbox);
    // UIDs in [from, to] (to = 0: no end), ascending, each once. With `without_keyword`, those that
    // lack it.
    asio::awaitable<Uids> search(std::uint32_t from, std::uint32_t to, std::string without_keyword);
    // Gone ones are not in the answer.
    asio::awaitable<std::vector<ImapListing>> list(Uids uids);
    asio::awaitable<Tag> begin_fetch(Uids uids, Part part);
    // By UID; gone ones are not in the answer.
    asio::awaitable<std::map<std::uint32_t, ImapMessage>> finish_fetch(Tag tag, Uids uids);
    // `flag` as IMAP writes it: "\\Seen", "$OrderDone".
    asio::awaitable<Tag> begin_flag(Uids uids, std::string flag);
    asio::awaitable<void> finish(Tag tag);
    // The UIDs that are in the other mailbox now, as COPYUID says: OK alone proves nothing.
    // Without MOVE: COPY, \Deleted, UID EXPUNGE of exactly these.
    asio::awaitable<Uids> move(Uids uids, std::string mailbox);
    asio::awaitable<void> create(std::string mailbox);
    asio::awaitable<IdleEnd> idle(std::chrono::seconds longest, Stop* stop);
    asio::awaitable<void> logout();

private:
    ImapSession(std::unique_ptr<MailConnection> connection, ImapLimits limits, ImapTiming timing);
    asio::awaitable<void> flush_greeting();
    asio::awaitable<Tag> send(std::string command);
    asio::awaitable<ImapStatus> answer(Tag tag);
    asio::awaitable<ImapStatus> run(std::string command);
    asio::awaitable<void> await_continue(Tag tag);
    void feed(std::string_view bytes);
    void take(ImapStatus status);
    void take(ImapFetch fetch);
    void take(ImapContinue) { continue_ = true; }
    void take(ImapSearch search);
    void take(ImapExists exists);
    void take(ImapExpunge) { info_.exists -= info_.exists > 0 ? 1U : 0U; }
    void note_code(std::string_view code);
    void take(ImapCapability capability);
    void take(ImapOther) {}

    std::unique_ptr<MailConnection> connection_;
    ImapParser parser_;
    ImapTiming timing_;
    std::string tag_prefix_;
    unsigned next_tag_ = 1;
    std::set<std::string> pending_;
    std::map<std::string, ImapStatus> answers_;
    std::set<std::string> capabilities_;
    std::map<std::uint32_t, ImapMessage> bodies_; // of the UIDs asked for
    std::map<std::uint32_t, ImapListing> listings_;
    std::set<std::uint32_t> wanted_;
    std::uint64_t held_ = 0; // bytes in bodies_
    std::uint64_t held_limit_ = 0;
    Uids found_;
    Uids copied_;
    ImapMailboxInfo info_;
    bool continue_ = false;
    bool news_ = false;
    std::string goodbye_;
};

} // namespace besteld

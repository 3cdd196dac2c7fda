// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// What an IMAP server says (RFC 3501, RFC 9051), framed by the grammar alone: literals by their
// length, so that a mail's text can never end a response. Bytes in, events out; no network.
namespace besteld {

struct ImapLimits {
    std::size_t line = std::size_t{1} << 20U; // of one response, outside its literals
    std::uint64_t literals = std::uint64_t{25}
                             << 20U; // kept of one response; more is read and dropped
};

// A tagged or untagged OK, NO, BAD, BYE, PREAUTH.
struct ImapStatus {
    enum class Kind { ok, no, bad, bye, preauth };
    Kind kind = Kind::ok;
    std::string tag;  // empty: untagged
    std::string code; // between the brackets, "UIDVALIDITY 7"
    std::string text;
};

struct ImapContinue {
    std::string text;
};

struct ImapBody {
    enum class Kind { text, nil, dropped }; // dropped: a literal over the limit
    Kind kind = Kind::text;
    std::string section; // of BODY[section], upper case: "" for the whole message, "HEADER"
    std::string bytes;
};

struct ImapFetch {
    std::uint32_t sequence = 0;
    std::optional<std::uint32_t> uid;
    std::optional<std::uint64_t> size;
    std::optional<std::string> internal_date;
    std::optional<std::vector<std::string>> flags;
    std::optional<ImapBody> body;
};

struct ImapSearch {
    std::vector<std::uint32_t> uids;
};
struct ImapExists {
    std::uint32_t count = 0;
};
struct ImapExpunge {
    std::uint32_t sequence = 0;
};
struct ImapCapability {
    std::vector<std::string> names; // upper case
};
// LIST, FLAGS, RECENT, VANISHED and whatever else: not ours to use.
struct ImapOther {
    std::string name;
};

using ImapEvent = std::variant<ImapStatus, ImapContinue, ImapFetch, ImapSearch, ImapExists,
                               ImapExpunge, ImapCapability, ImapOther>;

class ImapParser {
public:
    explicit ImapParser(ImapLimits limits = {}) : limits_(limits) {}

    // The events completed by `bytes`. A fault is for ever: the connection must be closed.
    std::expected<std::vector<ImapEvent>, std::string> feed(std::string_view bytes);

    struct Literal {
        std::size_t at = 0; // of its "{" in the line
        std::uint64_t size = 0;
        bool dropped = false;
        std::string bytes;
    };

private:
    std::size_t take_literal(std::string_view bytes);
    std::expected<void, std::string> take_line(std::string_view piece,
                                               std::vector<ImapEvent>& events);
    bool begins_literal();

    ImapLimits limits_;
    std::string line_;        // of the response under way, its literals taken out
    std::size_t segment_ = 0; // where the part after the last literal begins
    std::vector<Literal> literals_;
    std::uint64_t literal_left_ = 0;
    std::uint64_t kept_ = 0;
    std::optional<std::string> fault_;
};

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "intake/imap_response.hpp"

#include "base/text.hpp"
#include "intake/imap_text.hpp"

#include <algorithm>
#include <charconv>

namespace besteld {

namespace {

// Up to the next blank; the blank is taken away too.
std::string_view take_word(std::string_view& text) {
    const auto blank = std::min(text.find(' '), text.size());
    const auto word = text.substr(0, blank);
    text.remove_prefix(std::min(blank + 1, text.size()));
    return word;
}

std::optional<ImapStatus::Kind> status_kind(std::string_view word) {
    constexpr std::pair<std::string_view, ImapStatus::Kind> kinds[] = {
        {"OK", ImapStatus::Kind::ok},
        {"NO", ImapStatus::Kind::no},
        {"BAD", ImapStatus::Kind::bad},
        {"BYE", ImapStatus::Kind::bye},
        {"PREAUTH", ImapStatus::Kind::preauth}};
    for (const auto& [name, kind] : kinds)
        if (equal_ignoring_case(word, name)) return kind;
    return std::nullopt;
}

// Responses that end in free text hold no literals, whatever the text looks like (RFC 3501 section
// 9, resp-text, continue-req).
bool ends_in_free_text(std::string_view line) {
    if (!line.starts_with("* ")) return true;
    line.remove_prefix(2);
    return status_kind(take_word(line)).has_value();
}

// The octets a "{123}" or "{123+}" at the end of `segment` announces; a brace inside a quoted
// string is text.
std::optional<std::uint64_t> announced_literal(std::string_view segment, std::size_t& at) {
    if (!segment.ends_with('}')) return std::nullopt;
    bool quoted = false;
    std::size_t open = std::string_view::npos;
    for (std::size_t i = 0; i < segment.size(); ++i) {
        if (quoted && segment[i] == '\\') {
            ++i;
        } else if (segment[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && segment[i] == '{') {
            open = i;
        }
    }
    if (quoted || open == std::string_view::npos) return std::nullopt;
    auto digits = segment.substr(open + 1, segment.size() - open - 2);
    if (digits.ends_with('+')) digits.remove_suffix(1);
    at = open;
    return to_number<std::uint64_t>(digits);
}

ImapStatus read_status(ImapStatus::Kind kind, std::string_view tag, std::string_view rest) {
    ImapStatus status{.kind = kind, .tag = std::string(tag), .code = {}, .text = {}};
    const auto close = rest.find(']');
    if (rest.starts_with('[') && close != std::string_view::npos) {
        status.code = rest.substr(1, close - 1);
        rest = trim(rest.substr(close + 1));
    }
    status.text = rest;
    return status;
}

ImapSearch read_search(std::string_view rest) {
    ImapSearch search;
    while (!rest.empty()) {
        // "(MODSEQ 7)" may follow (RFC 7162); it is no UID.
        const auto uid = to_number<std::uint32_t>(take_word(rest));
        if (uid && *uid > 0) search.uids.push_back(*uid);
    }
    return search;
}

ImapCapability read_capability(std::string_view rest) {
    ImapCapability capability;
    while (!rest.empty())
        capability.names.push_back(to_upper_ascii(take_word(rest)));
    return capability;
}

// Reads the list of a FETCH response: item names and values in any order, unknown ones stepped
// over.
class FetchReader {
public:
    FetchReader(std::string_view text, std::size_t offset,
                std::vector<ImapParser::Literal>& literals)
        : text_(text), at_(offset), literals_(literals) {}

    std::expected<ImapFetch, std::string> read(std::uint32_t sequence) {
        ImapFetch fetch{.sequence = sequence,
                        .uid = {},
                        .size = {},
                        .internal_date = {},
                        .flags = {},
                        .body = {}};
        if (!take('(')) return fault("no list");
        while (!take(')')) {
            take(' ');
            const auto name = read_name();
            if (name.empty()) return fault("an item without a name");
            if (!take(' ')) return fault(cat(name, " has no value"));
            if (!read_item(fetch, name)) return fault(cat(name, " has a malformed value"));
        }
        return fetch;
    }

private:
    struct Value {
        enum class Kind { text, nil, dropped };
        Kind kind = Kind::text;
        std::string text;
    };

    static std::unexpected<std::string> fault(std::string_view what) {
        return std::unexpected(cat("FETCH response: ", what));
    }

    bool take(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    std::string_view run_until(std::string_view stops) {
        const auto end = std::min(text_.find_first_of(stops, at_), text_.size());
        const auto run = text_.substr(at_, end - at_);
        at_ = end;
        return run;
    }

    // "BODY[HEADER.FIELDS (DATE)]<0>": blanks and brackets belong to the section.
    std::string read_name() {
        std::string name(run_until(" ()[\"{"));
        if (at_ >= text_.size() || text_[at_] != '[') return to_upper_ascii(name);
        const auto close = text_.find(']', at_);
        if (close == std::string_view::npos) return {};
        name += text_.substr(at_, close + 1 - at_);
        at_ = close + 1;
        if (at_ < text_.size() && text_[at_] == '<') run_until(" ");
        return to_upper_ascii(name);
    }

    std::optional<Value> read_quoted() {
        Value value;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"') {
                ++at_;
                return value;
            }
            if (text_[at_] == '\\' && ++at_ >= text_.size()) break;
            value.text += text_[at_];
        }
        return std::nullopt;
    }

    std::optional<Value> read_literal() {
        if (literal_ >= literals_.size() || literals_[literal_].at != at_) return std::nullopt;
        auto& literal = literals_[literal_++];
        at_ = text_.find('}', at_) + 1;
        return Value{.kind = literal.dropped ? Value::Kind::dropped : Value::Kind::text,
                     .text = std::move(literal.bytes)};
    }

    // A string, NIL, number or atom.
    std::optional<Value> read_value() {
        if (at_ >= text_.size()) return std::nullopt;
        if (text_[at_] == '"') return read_quoted();
        if (text_[at_] == '~') ++at_; // literal8 (RFC 3516)
        if (at_ < text_.size() && text_[at_] == '{') return read_literal();
        Value value{.kind = Value::Kind::text, .text = std::string(run_until(" ()\"{"))};
        if (value.text.empty()) return std::nullopt;
        if (equal_ignoring_case(value.text, "NIL")) value.kind = Value::Kind::nil;
        return value;
    }

    bool skip_value() {
        std::size_t depth = 0;
        do {
            if (take('(')) {
                ++depth;
            } else if (take(')')) {
                if (depth == 0) return false;
                --depth;
            } else if (depth == 0 || !take(' ')) {
                if (!read_value()) return false;
            }
        } while (depth > 0);
        return true;
    }

    bool read_flags(ImapFetch& fetch) {
        if (!take('(')) return false;
        auto& flags = fetch.flags.emplace();
        while (!take(')')) {
            take(' ');
            const auto flag = run_until(" ()");
            if (flag.empty()) return false;
            flags.emplace_back(flag);
        }
        return true;
    }

    template <typename Number>
    bool read_number(std::optional<Number>& into) {
        const auto value = read_value();
        if (value) into = to_number<Number>(value->text);
        return value.has_value() && into.has_value();
    }

    bool read_body(ImapFetch& fetch, std::string_view name) {
        auto value = read_value();
        if (!value) return false;
        auto& body = fetch.body.emplace();
        body.section = name.substr(5, name.size() - 6);
        if (value->kind == Value::Kind::text) body.bytes = std::move(value->text);
        if (value->kind == Value::Kind::nil) body.kind = ImapBody::Kind::nil;
        if (value->kind == Value::Kind::dropped) body.kind = ImapBody::Kind::dropped;
        return true;
    }

    bool read_item(ImapFetch& fetch, std::string_view name) {
        if (name == "UID") return read_number(fetch.uid);
        if (name == "RFC822.SIZE") return read_number(fetch.size);
        if (name == "FLAGS") return read_flags(fetch);
        if (name.starts_with("BODY[")) return read_body(fetch, name);
        if (name != "INTERNALDATE") return skip_value();
        auto value = read_value();
        if (value) fetch.internal_date = std::move(value->text);
        return value.has_value();
    }

    std::string_view text_;
    std::size_t at_;
    std::vector<ImapParser::Literal>& literals_;
    std::size_t literal_ = 0;
};

using Read = std::expected<ImapEvent, std::string>;

Read read_numbered(std::string_view line, std::uint32_t number, std::string_view rest,
                   std::vector<ImapParser::Literal>& literals) {
    const auto name = take_word(rest);
    if (equal_ignoring_case(name, "EXISTS")) return ImapExists{number};
    if (equal_ignoring_case(name, "EXPUNGE")) return ImapExpunge{number};
    if (!equal_ignoring_case(name, "FETCH")) return ImapOther{std::string(name)};
    auto fetch = FetchReader(line, line.size() - rest.size(), literals).read(number);
    if (!fetch) return std::unexpected(std::move(fetch).error());
    return std::move(*fetch);
}

Read read_untagged(std::string_view line, std::vector<ImapParser::Literal>& literals) {
    auto rest = line.substr(2);
    const auto word = take_word(rest);
    if (const auto kind = status_kind(word)) return read_status(*kind, "", rest);
    if (equal_ignoring_case(word, "SEARCH")) return read_search(rest);
    if (equal_ignoring_case(word, "CAPABILITY")) return read_capability(rest);
    if (const auto number = to_number<std::uint32_t>(word))
        return read_numbered(line, *number, rest, literals);
    return ImapOther{std::string(word)};
}

Read read_response(std::string_view line, std::vector<ImapParser::Literal>& literals) {
    if (line == "+" || line.starts_with("+ "))
        return ImapContinue{std::string(trim(line.substr(1)))};
    if (line.starts_with("* ")) return read_untagged(line, literals);
    auto rest = line;
    const auto tag = take_word(rest);
    const auto kind = status_kind(take_word(rest));
    const bool known = kind && *kind != ImapStatus::Kind::bye && *kind != ImapStatus::Kind::preauth;
    if (tag.empty() || !known)
        return std::unexpected(cat("not an IMAP response: ", to_valid_utf8(line.substr(0, 80))));
    return read_status(*kind, tag, rest);
}

} // namespace

bool ImapParser::begins_literal() {
    if (ends_in_free_text(line_)) return false;
    std::size_t at = 0;
    const auto size = announced_literal(std::string_view(line_).substr(segment_), at);
    if (!size) return false;
    // Sums cannot overflow: kept_ never passes the limit.
    const bool fits = *size <= limits_.literals - kept_;
    if (fits) kept_ += *size;
    literals_.push_back({.at = segment_ + at, .size = *size, .dropped = !fits, .bytes = {}});
    literal_left_ = *size;
    segment_ = line_.size();
    return true;
}

std::size_t ImapParser::take_literal(std::string_view bytes) {
    const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(literal_left_, bytes.size()));
    if (!literals_.back().dropped) literals_.back().bytes += bytes.substr(0, n);
    literal_left_ -= n;
    return n;
}

// `piece` runs to a line end or to the end of what was received.
std::expected<void, std::string> ImapParser::take_line(std::string_view piece,
                                                       std::vector<ImapEvent>& events) {
    if (line_.size() + piece.size() > limits_.line) return std::unexpected("a line over the limit");
    line_ += piece;
    if (!line_.ends_with('\n')) return {};
    line_.pop_back();
    if (line_.size() > segment_ && line_.ends_with('\r')) line_.pop_back();
    if (begins_literal()) return {};
    auto event = read_response(line_, literals_);
    if (!event) return std::unexpected(std::move(event).error());
    events.push_back(std::move(*event));
    line_.clear();
    literals_.clear();
    segment_ = 0;
    kept_ = 0;
    return {};
}

std::expected<std::vector<ImapEvent>, std::string> ImapParser::feed(std::string_view bytes) {
    std::vector<ImapEvent> events;
    while (!fault_ && !bytes.empty()) {
        if (literal_left_ > 0) {
            bytes.remove_prefix(take_literal(bytes));
            continue;
        }
        const auto piece = bytes.substr(0, std::min(bytes.find('\n'), bytes.size() - 1) + 1);
        bytes.remove_prefix(piece.size());
        const auto taken = take_line(piece, events);
        if (!taken) fault_ = taken.error();
    }
    if (fault_) return std::unexpected(*fault_);
    return events;
}

} // namespace besteld

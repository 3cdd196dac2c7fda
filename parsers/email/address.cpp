// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/address.hpp"

#include "base/text.hpp"
#include "parsers/email/encoded_word.hpp"
#include "parsers/email/header.hpp"

#include <algorithm>

namespace besteld::parsers::email {

namespace {

// One mailbox while it is being read.
struct Mailbox {
    std::string words;   // display name or bare address, quotes removed
    std::string angle;   // between < and >
    std::string comment; // the first
    bool has_angle = false;
    bool quoted_at = false; // an "@" stood inside quotes: no address

    bool empty() const { return trim(words).empty() && !has_angle && comment.empty(); }
};

std::string one_blank(std::string_view text) {
    std::string out;
    for (const char c : trim(text))
        if (c != ' ' || !out.ends_with(' ')) out += c == '\t' ? ' ' : c;
    return out;
}

// Route (RFC 5322 4.4) and blanks off, domain in lower case.
std::string clean_address(std::string_view text) {
    text = trim(text);
    if (text.starts_with('@') && text.contains(':')) text.remove_prefix(text.find(':') + 1);
    if (starts_with_ignoring_case(text, "mailto:")) text.remove_prefix(7);
    std::string out;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted || (c != ' ' && c != '\t')) out += c;
    }
    const std::size_t at = out.rfind('@');
    if (at == std::string::npos || at == 0 || at + 1 == out.size()) return {};
    return out.substr(0, at + 1) + to_lower_ascii(std::string_view(out).substr(at + 1));
}

class AddressReader {
public:
    explicit AddressReader(std::string_view text) : text_(text) {}

    std::vector<MailAddress> read() {
        for (; at_ < text_.size(); ++at_)
            step(text_[at_]);
        finish();
        return std::move(out_);
    }

private:
    void step(char c) {
        if (c == '"') {
            take_quoted();
        } else if (c == '(') {
            take_comment();
        } else if (c == '<') {
            take_angle();
        } else if (c == ',' || c == ';') {
            finish();
        } else if (c == ':' && !box_.words.contains('@') && !box_.words.contains('[')) {
            box_ = {}; // the name of a group; its members follow
        } else {
            box_.words += c;
        }
    }
    void take_quoted() {
        const bool local_part = closing_quote_before_at();
        if (local_part) box_.words += '"';
        for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
            if (text_[at_] == '@') box_.quoted_at = true;
            box_.words += text_[at_];
        }
        if (local_part) box_.words += '"';
    }
    // "john doe"@shop.example
    bool closing_quote_before_at() {
        if (no_quote_from_ <= at_) return false;
        const std::size_t close = text_.find('"', at_ + 1);
        if (close == std::string_view::npos) no_quote_from_ = at_;
        return close != std::string_view::npos && text_.substr(close + 1).starts_with('@');
    }
    void take_comment() {
        std::string comment;
        int depth = 0;
        for (; at_ < text_.size(); ++at_) {
            char c = text_[at_];
            if (c == '(' && depth++ == 0) continue;
            if (c == ')' && --depth == 0) break;
            if (c == '\\' && at_ + 1 < text_.size()) c = text_[++at_];
            comment += c;
        }
        if (box_.comment.empty()) box_.comment = std::move(comment);
        box_.words += ' ';
    }
    void take_angle() {
        const std::size_t begin = at_ + 1;
        bool quoted = false;
        while (++at_ < text_.size() && (quoted || (text_[at_] != '>' && text_[at_] != ','))) {
            if (text_[at_] == '"') quoted = !quoted;
            if (text_[at_] == '<') break; // "<<a@b>": the inner one counts
        }
        const bool route =
            at_ < text_.size() && text_[at_] == ',' && text_.substr(begin).starts_with('@');
        if (route) at_ = std::min(text_.find('>', at_), text_.size());
        box_.angle = text_.substr(begin, at_ - begin);
        box_.has_angle = true;
        if (at_ < text_.size() && (text_[at_] == ',' || text_[at_] == '<')) --at_;
    }
    void finish() {
        if (!box_.empty()) out_.push_back(made());
        box_ = {};
    }
    MailAddress made() {
        MailAddress result;
        const bool bare = !box_.has_angle && (!box_.quoted_at || box_.words.contains("\"@"));
        result.address = decode_header_text(clean_address(box_.has_angle ? box_.angle
                                                          : bare         ? box_.words
                                                                         : ""));
        const bool words_are_name = box_.has_angle || result.address.empty();
        std::string name = one_blank(words_are_name ? box_.words : std::string());
        if (name.empty()) name = one_blank(box_.comment);
        result.name = decode_header_text(name);
        join_cut_name(result);
        return result;
    }
    // Doe, John <john@shop.example>: the comma should have been quoted, the first piece is no
    // address.
    void join_cut_name(MailAddress& result) {
        const bool cut = box_.has_angle && !out_.empty() && out_.back().address.empty() &&
                         !out_.back().name.contains('@') && !result.name.empty();
        if (!cut) return;
        result.name = cat(out_.back().name, ", ", result.name);
        out_.pop_back();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t no_quote_from_ = std::string_view::npos;
    Mailbox box_;
    std::vector<MailAddress> out_;
};

} // namespace

std::vector<MailAddress> parse_addresses(std::string_view raw) {
    return AddressReader(unfold(raw)).read();
}

std::vector<std::string> parse_message_ids(std::string_view raw) {
    std::vector<std::string> ids;
    const std::string text = unfold(raw);
    std::string_view rest = text;
    for (std::size_t open = rest.find('<'); open != std::string_view::npos; open = rest.find('<')) {
        const std::size_t close = rest.find('>', open);
        std::string id(
            rest.substr(open + 1, close == std::string_view::npos ? close : close - open - 1));
        std::erase_if(id, [](char c) { return c == ' ' || c == '\t'; });
        if (!id.empty()) ids.push_back(to_valid_utf8(id));
        if (close == std::string_view::npos) return ids;
        rest.remove_prefix(close + 1);
    }
    if (!ids.empty()) return ids;
    // Without brackets: words that look like ids.
    for (const std::string_view word : split(text, ' '))
        if (word.contains('@')) ids.push_back(to_valid_utf8(trim(word)));
    return ids;
}

} // namespace besteld::parsers::email

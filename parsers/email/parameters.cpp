// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/parameters.hpp"

#include "base/text.hpp"
#include "parsers/email/charset.hpp"
#include "parsers/email/encoded_word.hpp"
#include "parsers/email/header.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace besteld::parsers::email {

namespace {

constexpr std::size_t max_parameters = 1000;

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    bool at_end() const { return at_ >= text_.size(); }
    char peek() const { return at_end() ? '\0' : text_[at_]; }
    void step() { ++at_; }

    // Blanks and nested comments (RFC 5322 3.2.2).
    void skip_blanks() {
        while (!at_end()) {
            if (is_blank(peek())) {
                step();
            } else if (peek() == '(') {
                skip_comment();
            } else {
                return;
            }
        }
    }
    // Up to one of `stops`, a blank or the end.
    std::string_view take_until(std::string_view stops) {
        const std::size_t begin = at_;
        while (!at_end() && !is_blank(peek()) && !stops.contains(peek()))
            step();
        return text_.substr(begin, at_ - begin);
    }
    // An unquoted value: to the next ";", blanks inside included, because senders forget the
    // quotes. A comment ends it, and so does a following "name=" (a forgotten ";").
    std::string take_bare_value() {
        const std::size_t begin = at_;
        while (!at_end() && peek() != ';') {
            const bool after_blank = at_ > begin && is_blank(text_[at_ - 1]);
            if (after_blank && (peek() == '(' || name_follows(at_))) break;
            step();
        }
        return std::string(trim(text_.substr(begin, at_ - begin)));
    }
    // Behind the opening quote. Only \" and \\ are escapes, so that C:\orders\po.pdf stays
    // readable; a quote that nothing plausible follows belongs to the value.
    std::string take_quoted() {
        std::string out;
        for (; !at_end(); step()) {
            if (peek() == '\\' && at_ + 1 < text_.size() &&
                (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\')) {
                step();
            } else if (peek() == '"' && closes_here()) {
                step();
                return out;
            }
            out += peek();
        }
        return out;
    }

private:
    void skip_comment() {
        for (int depth = 0; !at_end(); step()) {
            if (peek() == '\\') {
                step();
            } else if (peek() == '(') {
                ++depth;
            } else if (peek() == ')' && --depth == 0) {
                step();
                return;
            }
        }
    }
    bool closes_here() const {
        std::size_t next = at_ + 1;
        while (next < text_.size() && is_blank(text_[next]))
            ++next;
        return next >= text_.size() || text_[next] == ';' || text_[next] == '(' ||
               name_follows(next);
    }
    // "charset=" at `at`
    bool name_follows(std::size_t at) const {
        constexpr std::size_t longest = 30;
        for (std::size_t i = at; i < text_.size() && i < at + longest; ++i) {
            const char c = text_[i];
            if (c == '=') return i > at;
            const bool name = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                              c == '*' || (c >= '0' && c <= '9');
            if (!name) return false;
        }
        return false;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

struct Piece {
    std::string text;
    bool extended = false; // percent-encoded (RFC 2231 section 4)
};
using Pieces = std::map<unsigned, Piece>; // by section number (RFC 2231 section 3)

std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned byte = 0;
        const char* from = text.data() + i + 1;
        if (text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(from, from + 2, byte, 16).ptr == from + 2) {
            out += static_cast<char>(byte);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string joined(const Pieces& pieces) {
    const bool extended =
        std::ranges::any_of(pieces, [](const auto& p) { return p.second.extended; });
    std::string charset;
    std::string bytes;
    for (const auto& [section, piece] : pieces) {
        std::string_view text = piece.text;
        if (piece.extended && &piece == &pieces.begin()->second) {
            const std::size_t first = text.find('\'');
            const std::size_t second =
                first == std::string_view::npos ? first : text.find('\'', first + 1);
            if (second != std::string_view::npos) {
                charset = text.substr(0, first);
                text.remove_prefix(second + 1);
            }
        }
        bytes += piece.extended ? percent_decoded(text) : std::string(text);
    }
    return extended && !bytes.contains("=?") ? to_utf8(bytes, charset).text
                                             : decode_header_text(bytes);
}

struct SplitName {
    std::string base;
    unsigned section = 0;
    bool extended = false;
    bool sectioned = false;
};

// "filename*0*" → filename, section 0, extended
SplitName split_name(std::string_view name) {
    SplitName out;
    if (name.ends_with('*')) {
        out.extended = true;
        name.remove_suffix(1);
    }
    const std::size_t star = name.find('*');
    if (star != std::string_view::npos) {
        const std::string_view digits = name.substr(star + 1);
        const auto [end, fault] =
            std::from_chars(digits.data(), digits.data() + digits.size(), out.section);
        out.sectioned = fault == std::errc{} && end == digits.data() + digits.size();
        if (out.sectioned) name = name.substr(0, star);
    }
    out.base = to_lower_ascii(name);
    return out;
}

} // namespace

std::string_view Structured::parameter(std::string_view name) const {
    const auto found = std::ranges::find(parameters, name, [](const auto& p) { return p.first; });
    return found == parameters.end() ? std::string_view{} : found->second;
}

Structured parse_structured(std::string_view raw) {
    const std::string text = unfold(raw);
    Scanner in(text);
    Structured out;
    in.skip_blanks();
    out.value = to_lower_ascii(in.take_until(";("));
    std::map<std::string, Pieces> plain;
    std::map<std::string, Pieces> rfc2231; // wins over the plain form, which is for old programs
    for (std::size_t count = 0; count < max_parameters && !in.at_end(); ++count) {
        in.skip_blanks();
        while (in.peek() == ';') {
            in.step();
            in.skip_blanks();
        }
        const SplitName name = split_name(in.take_until("=;("));
        in.skip_blanks();
        if (in.peek() != '=') {
            if (name.base.empty() && !in.at_end()) in.step();
            continue;
        }
        in.step();
        in.skip_blanks();
        const bool quoted = in.peek() == '"';
        if (quoted) in.step();
        Piece piece{.text = quoted ? in.take_quoted() : in.take_bare_value(),
                    .extended = name.extended};
        auto& target = name.sectioned || name.extended ? rfc2231 : plain;
        if (!name.base.empty()) target[name.base].try_emplace(name.section, std::move(piece));
    }
    for (const auto& [name, pieces] : rfc2231)
        out.parameters.emplace_back(name, joined(pieces));
    for (const auto& [name, pieces] : plain)
        if (!rfc2231.contains(name)) out.parameters.emplace_back(name, joined(pieces));
    return out;
}

} // namespace besteld::parsers::email

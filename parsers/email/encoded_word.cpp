// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/encoded_word.hpp"

#include "base/text.hpp"
#include "parsers/email/charset.hpp"
#include "parsers/email/transfer_codec.hpp"

#include <algorithm>
#include <optional>

namespace besteld::parsers::email {

namespace {

struct Word {
    std::string charset; // lower case, without the language of RFC 2231 section 5
    std::string bytes;
    std::size_t end = 0; // behind "?="
};

// Reads the words of one text; remembers where no "?=" follows any more, to stay linear.
class Words {
public:
    explicit Words(std::string_view text) : text_(text) {}

    // The word that begins with "=?" at `at`. Blanks inside are tolerated: many senders leave them.
    std::optional<Word> at(std::size_t at) {
        const std::size_t charset_end = text_.find('?', at + 2);
        if (charset_end == std::string_view::npos || charset_end - at > max_charset ||
            charset_end == at + 2 || charset_end + 2 >= text_.size() ||
            text_[charset_end + 2] != '?')
            return std::nullopt;
        const char encoding = text_[charset_end + 1];
        const bool base64 = encoding == 'B' || encoding == 'b';
        if (!base64 && encoding != 'Q' && encoding != 'q') return std::nullopt;
        const std::size_t begin = charset_end + 3;
        if (begin >= hopeless_from_) return std::nullopt;
        const std::size_t stop = text_.find("?=", begin);
        if (stop == std::string_view::npos) {
            hopeless_from_ = begin;
            return std::nullopt;
        }
        std::string_view charset = text_.substr(at + 2, charset_end - at - 2);
        charset = charset.substr(0, charset.find('*'));
        const std::string_view encoded = text_.substr(begin, stop - begin);
        return Word{.charset = to_lower_ascii(charset),
                    .bytes = base64 ? decode_base64(encoded).bytes : decode_q_word(encoded),
                    .end = stop + 2};
    }

private:
    static constexpr std::size_t max_charset = 80;
    std::string_view text_;
    std::size_t hopeless_from_ = std::string_view::npos;
};

bool only_blanks(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
}

} // namespace

std::string decode_header_text(std::string_view text) {
    Words words(text);
    std::string out;
    std::optional<Word> pending; // words of one charset gathered so far
    std::size_t plain = 0;       // begin of the text not yet taken
    const auto settle = [&] {
        if (pending) out += to_utf8(pending->bytes, pending->charset).text;
        pending.reset();
    };
    for (std::size_t at = text.find("=?"); at != std::string_view::npos;) {
        auto word = words.at(at);
        if (!word) {
            at = text.find("=?", at + 1);
            continue;
        }
        const std::string_view between = text.substr(plain, at - plain);
        const bool adjacent = pending && only_blanks(between);
        plain = word->end;
        if (adjacent && pending->charset == word->charset) {
            pending->bytes += word->bytes;
        } else {
            settle();
            if (!adjacent) out += to_utf8(between, "").text;
            pending = std::move(word);
        }
        at = text.find("=?", plain);
    }
    settle();
    out += to_utf8(text.substr(plain), "").text;
    return out;
}

} // namespace besteld::parsers::email

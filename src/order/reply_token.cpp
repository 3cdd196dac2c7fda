// SPDX-License-Identifier: Apache-2.0
#include "order/reply_token.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace besteld {

namespace {

// RFC 4648's base 32 in lower case: mail servers may fold the part before the "@".
constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::size_t most_tokens = 20;
constexpr std::size_t most_digits = 12;        // of a case number's counter
constexpr std::size_t longest_local_part = 64; // RFC 5321 4.5.3.1.1

std::size_t proof_length(TokenUse use) {
    return use == TokenUse::reply ? 16 : 26; // 80 and 130 bits
}

std::string base32(std::string_view bytes, std::size_t characters) {
    std::string out;
    unsigned waiting = 0;
    int bits = 0;
    for (const char c : bytes) {
        waiting = (waiting << 8U) | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 5 && out.size() < characters; bits -= 5)
            out += letters[(waiting >> static_cast<unsigned>(bits - 5)) & 31U];
        waiting &= (1U << static_cast<unsigned>(bits)) - 1U;
        if (out.size() == characters) break;
    }
    return out;
}

std::string mark_text(ReplyMark mark) {
    return cat(mark.kind, mark.number);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter_or_digit(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Takes one token apart that begins at the front, piece by piece.
class TokenScanner {
public:
    TokenScanner(std::string_view text, TokenUse use) : rest_(text), use_(use) {}

    std::optional<ReplyToken> read() {
        ReplyToken token;
        if (!starts_with_ignoring_case(rest_, "IN-")) return std::nullopt;
        rest_.remove_prefix(3);
        const auto year = digits(2, 2);
        if (year.empty() || !dash()) return std::nullopt;
        const auto counter = digits(6, most_digits);
        if (counter.empty() || !dash()) return std::nullopt;
        token.case_no = cat("IN-", year, "-", counter);
        if (!mark(token.mark) || !dash()) return std::nullopt;
        token.proof = proof();
        if (token.proof.empty()) return std::nullopt;
        return token;
    }

private:
    bool dash() {
        if (!rest_.starts_with('-')) return false;
        rest_.remove_prefix(1);
        return true;
    }

    std::string digits(std::size_t least, std::size_t most) {
        std::size_t length = 0;
        while (length < rest_.size() && length <= most && is_digit(rest_[length]))
            ++length;
        if (length < least || length > most) return {};
        std::string found(rest_.substr(0, length));
        rest_.remove_prefix(length);
        return found;
    }

    bool mark(ReplyMark& mark) {
        if (rest_.empty()) return false;
        mark.kind = to_upper_ascii(rest_.substr(0, 1)).front();
        if (mark.kind != 'Q' && mark.kind != 'R' && mark.kind != 'A') return false;
        rest_.remove_prefix(1);
        const auto number = digits(1, 6);
        if (number.empty()) return false;
        std::from_chars(number.data(), number.data() + number.size(), mark.number);
        return true;
    }

    std::string proof() {
        const auto length = proof_length(use_);
        const std::string found = to_lower_ascii(rest_.substr(0, length));
        const bool whole = found.size() == length &&
                           std::ranges::all_of(found, [](char c) { return letters.contains(c); });
        const bool ends =
            rest_.size() == length || (rest_.size() > length && !is_letter_or_digit(rest_[length]));
        return whole && ends ? found : std::string{};
    }

    std::string_view rest_;
    TokenUse use_;
};

} // namespace

ReplyToken make_reply_token(std::string_view key, TokenUse use, std::string_view case_no,
                            std::string_view customer_no, ReplyMark mark) {
    // Each piece is free of line ends, so that no two sets of pieces make the same text.
    const auto mac = hmac_sha256(key, cat(use == TokenUse::reply ? "reply\n" : "link\n", case_no,
                                          "\n", customer_no, "\n", mark_text(mark)));
    return {.case_no = std::string(case_no), .mark = mark, .proof = base32(mac, proof_length(use))};
}

bool is_genuine(const ReplyToken& token, std::string_view key, TokenUse use,
                std::string_view customer_no) {
    const auto right = make_reply_token(key, use, token.case_no, customer_no, token.mark);
    return equal_in_constant_time(right.proof, token.proof);
}

std::string to_text(const ReplyToken& token) {
    return cat(token.case_no, "-", mark_text(token.mark), "-", token.proof);
}

std::vector<ReplyToken> find_reply_tokens(std::string_view text, TokenUse use) {
    std::vector<ReplyToken> found;
    for (std::size_t i = 0; i + 3 < text.size() && found.size() < most_tokens; ++i) {
        if ((text[i] != 'I' && text[i] != 'i') || text[i + 2] != '-') continue;
        if (i > 0 && is_letter_or_digit(text[i - 1])) continue;
        const auto token = TokenScanner(text.substr(i), use).read();
        if (token && std::ranges::find(found, *token) == found.end()) found.push_back(*token);
    }
    return found;
}

std::string tagged_address(const std::string& address, const std::string& token) {
    const auto at = address.rfind('@');
    if (token.empty() || at == std::string::npos || at == 0) return address;
    // An address that has a tag keeps it: it is how its server sorts its mail.
    if (address.substr(0, at).contains('+')) return address;
    auto tagged = cat(address.substr(0, at), "+", to_lower_ascii(token));
    if (tagged.size() > longest_local_part) return address;
    return cat(tagged, address.substr(at));
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// What ties a reply to what we sent: "IN-26-000123-Q1-k7f3q9x2m4n5p6r7", the case, what of it is
// answered, and 80 bits of an HMAC-SHA-256 over these and the customer. It stands in Reply-To, in
// the subject and in the text, because each of them alone gets lost (pains.md U63). Whoever has
// none cannot make one, and one customer's never fits another's case (U62).

#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// What the reply is about: the case's first question "Q1", the proposal or confirmation of its
// second revision "R2", a receipt or rejection "A0".
struct ReplyMark {
    char kind = 'A'; // Q, R, A
    int number = 0;
    friend bool operator==(const ReplyMark&, const ReplyMark&) = default;
};

struct ReplyToken {
    std::string case_no; // upper case
    ReplyMark mark;
    std::string proof; // lower case; nothing is known of it yet
    friend bool operator==(const ReplyToken&, const ReplyToken&) = default;
};

// `reply` is for mails; a `link` opens a page without a log-in, is longer and fits no mail.
enum class TokenUse { reply, link };

// `key`: the store's own secret.
ReplyToken make_reply_token(std::string_view key, TokenUse use, std::string_view case_no,
                            std::string_view customer_no, ReplyMark mark);
// True when this token was made for that case of that customer.
bool is_genuine(const ReplyToken& token, std::string_view key, TokenUse use,
                std::string_view customer_no);

std::string to_text(const ReplyToken& token);
// Every text of that form, in any case of letters, at most 20, each once: from a foreign mail.
std::vector<ReplyToken> find_reply_tokens(std::string_view text, TokenUse use);

// "orders@x.example" → "orders+TOKEN@x.example"; the address itself when it cannot carry one.
std::string tagged_address(const std::string& address, const std::string& token);

} // namespace besteld

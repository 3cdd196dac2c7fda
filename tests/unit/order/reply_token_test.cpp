// SPDX-License-Identifier: Apache-2.0
#include "order/reply_token.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

constexpr std::string_view key = "0123456789abcdef";
const ReplyMark first_question{.kind = 'Q', .number = 1};

ReplyToken token_of(std::string_view case_no, std::string_view customer,
                    ReplyMark mark = first_question) {
    return make_reply_token(key, TokenUse::reply, case_no, customer, mark);
}

// RFC 4231, test case 2.
TEST(Hmac, isThatOfRfc4231) {
    EXPECT_EQ(to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(ReplyToken, isFoundAgainWhereverItStands) {
    const std::string text = to_text(token_of("IN-26-000123", "C1001"));
    EXPECT_TRUE(text.starts_with("IN-26-000123-Q1-")) << text;
    for (const auto& around :
         {cat("Re: Vraag [", text, "]"), cat("orders+", to_lower_ascii(text), "@x.example"),
          cat("(", to_upper_ascii(text), ")"), cat("zie ", text, ".\n")}) {
        const auto found = find_reply_tokens(around, TokenUse::reply);
        ASSERT_EQ(found.size(), 1U) << around;
        EXPECT_EQ(found[0], token_of("IN-26-000123", "C1001"));
        EXPECT_TRUE(is_genuine(found[0], key, TokenUse::reply, "C1001"));
    }
}

TEST(ReplyToken, fitsOneCaseOfOneCustomerAndOneMail) {
    const auto token = token_of("IN-26-000123", "C1001");
    EXPECT_FALSE(is_genuine(token, key, TokenUse::reply, "C1002")) << "another customer";
    EXPECT_FALSE(is_genuine(token, "another key", TokenUse::reply, "C1001")) << "another database";
    auto other = token;
    other.case_no = "IN-26-000124";
    EXPECT_FALSE(is_genuine(other, key, TokenUse::reply, "C1001")) << "another case";
    other = token;
    other.mark.number = 2;
    EXPECT_FALSE(is_genuine(other, key, TokenUse::reply, "C1001")) << "another question";
    other = token;
    other.proof[15] = other.proof[15] == 'a' ? 'b' : 'a';
    EXPECT_FALSE(is_genuine(other, key, TokenUse::reply, "C1001")) << "one letter of it";
}

TEST(ReplyToken, ofAMailOpensNoPage) {
    const auto link =
        make_reply_token(key, TokenUse::link, "IN-26-000123", "C1001", first_question);
    EXPECT_TRUE(find_reply_tokens(to_text(link), TokenUse::reply).empty());
    EXPECT_EQ(find_reply_tokens(to_text(link), TokenUse::link).size(), 1U);
    EXPECT_TRUE(
        find_reply_tokens(to_text(token_of("IN-26-000123", "C1001")), TokenUse::link).empty());
    EXPECT_NE(link.proof.substr(0, 16), token_of("IN-26-000123", "C1001").proof);
}

TEST(ReplyToken, isNothingElseThatLooksLikeOne) {
    for (const auto* text :
         {"IN-26-000123", "IN-26-000123-Q1", "IN-26-000123-Q1-abc",
          "IN-26-000123-X1-aaaaaaaaaaaaaaaa", "IN-26-000123-Q1-aaaaaaaaaaaaaaaaa",
          "IN-26-000123-Q1-aaaaaaaaaaaaaaa1", "XIN-26-000123-Q1-aaaaaaaaaaaaaaaa",
          "IN-26-1234567890123-Q1-aaaaaaaaaaaaaaaa", "in-", ""})
        EXPECT_TRUE(find_reply_tokens(text, TokenUse::reply).empty()) << text;
}

TEST(ReplyToken, ofAFloodOnlyTheFirstTwentyCount) {
    std::string flood;
    for (int i = 0; i < 1'000; ++i)
        flood += cat("IN-26-", 100'000 + i, "-Q1-aaaaaaaaaaaaaaaa ");
    EXPECT_EQ(find_reply_tokens(flood, TokenUse::reply).size(), 20U);
}

TEST(TaggedAddress, carriesTheTokenWhereItFits) {
    EXPECT_EQ(tagged_address("orders@x.example", "IN-26-000123-Q1-k"),
              "orders+in-26-000123-q1-k@x.example");
    EXPECT_EQ(tagged_address("orders@x.example", ""), "orders@x.example");
    EXPECT_EQ(tagged_address("orders+nl@x.example", "T"), "orders+nl@x.example");
    EXPECT_EQ(tagged_address(std::string(60, 'o') + "@x.example", "IN-26"),
              std::string(60, 'o') + "@x.example");
    EXPECT_EQ(tagged_address("nobody", "T"), "nobody");
}

} // namespace
} // namespace besteld

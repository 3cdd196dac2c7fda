// SPDX-License-Identifier: Apache-2.0
#include "check/authentication_results.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

// The examples of RFC 8601 appendix B, and what servers in the field write.
TEST(AuthenticationResults, readsTheExamplesOfTheStandard) {
    const auto none = parse_authentication_results("mx.noordkade.example 1; none");
    ASSERT_TRUE(none);
    EXPECT_EQ(none->authserv_id, "mx.noordkade.example");
    EXPECT_TRUE(none->methods.empty());

    const auto two = parse_authentication_results(
        "mx.noordkade.example;\r\n  auth=pass (cram-md5) smtp.auth=sender@korenaar.example;"
        " spf=pass smtp.mailfrom=korenaar.example");
    ASSERT_TRUE(two);
    ASSERT_EQ(two->methods.size(), 2U);
    EXPECT_EQ(two->methods[0].method, "auth");
    EXPECT_EQ(two->methods[0].properties[0],
              (TestedProperty{"smtp", "auth", "sender@korenaar.example"}));
    EXPECT_EQ(two->methods[1].result, "pass");

    const auto commented = parse_authentication_results(
        "foo.example (foobar) 1 (baz);\r\n dkim (Because I like it) / 1 (One yay) = (wait for it) "
        "fail policy (A dot can go here) . (like that) expired (this surprised me) = (as I wasn't "
        "expecting it) 1362471462");
    ASSERT_TRUE(commented);
    ASSERT_EQ(commented->methods.size(), 1U);
    EXPECT_EQ(commented->methods[0].result, "fail");
    EXPECT_EQ(commented->methods[0].properties[0],
              (TestedProperty{"policy", "expired", "1362471462"}));
}

TEST(AuthenticationResults, readsQuotedValuesReasonsAndForeignHabits) {
    const auto quoted = parse_authentication_results(
        R"("mx.noordkade.example"; dkim=fail reason="bad; (really) \"signature\"" header.d=a.example)");
    ASSERT_TRUE(quoted);
    EXPECT_EQ(quoted->authserv_id, "mx.noordkade.example");
    EXPECT_EQ(quoted->methods[0].reason, "bad; (really) \"signature\"");
    EXPECT_EQ(quoted->methods[0].properties[0].value, "a.example");
    const auto habit = parse_authentication_results(
        "mx.noordkade.example; dmarc=pass action=none header.from=korenaar.example; compauth=pass "
        "reason=100");
    ASSERT_TRUE(habit);
    ASSERT_EQ(habit->methods.size(), 2U);
    EXPECT_EQ(habit->methods[0].properties[1].value, "korenaar.example");
    EXPECT_EQ(habit->methods[1].reason, "100");
}

TEST(AuthenticationResults, believesNothingItCannotRead) {
    for (const std::string field :
         {"", "spf=pass smtp.mailfrom=a.example", "mx.example 2; dmarc=pass",
          "mx.example x; dmarc=pass", "\"mx.example; dmarc=pass",
          "mx.example; dmarc=pass (never closed", "; dmarc=pass"})
        EXPECT_FALSE(parse_authentication_results(field)) << field;
    // A comment is no result, whatever it says.
    const auto hidden =
        parse_authentication_results("mx.example; dkim=fail (dmarc=pass; spf=pass)");
    ASSERT_TRUE(hidden);
    EXPECT_EQ(hidden->methods.size(), 1U);
    const auto many = parse_authentication_results("mx.example" + std::string(10'000, ';'));
    EXPECT_TRUE(many);
    EXPECT_FALSE(parse_authentication_results("mx.example; x=" + std::string(70'000, '(')));
}

Seller noordkade() {
    Seller seller;
    seller.authserv_ids = {"mx.noordkade.example"};
    return seller;
}

MailHead mail_with(std::vector<std::string> fields, std::vector<int> hops = {}) {
    MailHead mail{.from = {.address = "petra@korenaar.example", .name = "Petra"}};
    mail.authentication_results = std::move(fields);
    mail.authentication_hops = std::move(hops);
    return mail;
}

struct VerdictRow {
    std::string name;
    MailHead mail;
    SenderProof proof;
};

TEST(SenderVerdict, isDmarcOfOurOwnServerAlignedWithFrom) {
    const std::string ours = "mx.noordkade.example; ";
    const std::vector<VerdictRow> rows{
        {"passed", mail_with({ours + "dmarc=pass header.from=korenaar.example"}),
         SenderProof::proven},
        {"of a sub-domain of the same organisation",
         mail_with({ours + "dmarc=pass header.from=mail.korenaar.example"}), SenderProof::proven},
        {"server's name in capitals", mail_with({"MX.Noordkade.Example; DMARC=Pass"}),
         SenderProof::proven},
        {"of another domain", mail_with({ours + "dmarc=pass header.from=other.example"}),
         SenderProof::failed},
        {"failed", mail_with({ours + "dmarc=fail header.from=korenaar.example; dkim=pass"}),
         SenderProof::failed},
        {"DKIM and SPF alone", mail_with({ours + "dkim=pass header.d=korenaar.example; spf=pass"}),
         SenderProof::unauthenticated},
        {"DKIM in one field, DMARC in the next",
         mail_with({ours + "dkim=pass", ours + "dmarc=pass"}), SenderProof::proven},
        {"another server's field", mail_with({"mx.evil.example; dmarc=pass"}),
         SenderProof::unauthenticated},
        {"ours below another server's",
         mail_with({"mx.evil.example; dmarc=pass", ours + "dmarc=pass"}),
         SenderProof::unauthenticated},
        {"the topmost word of ours counts", mail_with({ours + "dmarc=fail", ours + "dmarc=pass"}),
         SenderProof::failed},
        {"at the last hop of ours", mail_with({ours + "dmarc=pass"}, {2}), SenderProof::proven},
        {"below a hop that is not ours", mail_with({ours + "dmarc=pass"}, {3}),
         SenderProof::unauthenticated},
        {"none at all", mail_with({}), SenderProof::unauthenticated},
    };
    for (const VerdictRow& row : rows)
        EXPECT_EQ(judge_sender(row.mail, noordkade()).proof, row.proof) << row.name;
    EXPECT_EQ(judge_sender(mail_with({"mx.noordkade.example; dmarc=pass"}), Seller{}).proof,
              SenderProof::not_asked);
}

} // namespace
} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "child_server.hpp"
#include "deliver/smtp_session.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besteld {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using Kind = SmtpOutcome::Kind;
using Stage = SmtpOutcome::Stage;

struct Faulty {
    explicit Faulty(const std::vector<std::string>& faults)
        : child("fault_server.py", arguments(faults)) {
        server.host = "127.0.0.1";
        server.port = static_cast<std::uint16_t>(std::stoi(child.line()));
        server.tls = MailSecurity::plain;
        server.helo = "besteld.example";
        server.command_timeout = 2s;
        server.final_timeout = 3s;
    }
    static std::vector<std::string> arguments(std::vector<std::string> faults) {
        faults.insert(faults.begin(), "smtp");
        return faults;
    }

    ChildServer child;
    SmtpServer server;
};

const SmtpEnvelope mail{.from = "orders@besteld.example",
                        .to = {"jan@acme.example"},
                        .message = "Subject: x\n\nhello\n.\nend\n"};

struct Case {
    const char* name;
    const char* fault;
    Kind kind;
    int code;
    Stage stage;
};

class SmtpFault : public ::testing::TestWithParam<Case> {};

TEST_P(SmtpFault, isClassified) {
    Faulty faulty({GetParam().fault});
    SmtpClient client(faulty.server);
    const auto outcomes = client.send(mail);
    ASSERT_EQ(outcomes.size(), 1U);
    EXPECT_EQ(outcomes[0].kind, GetParam().kind) << outcomes[0].text;
    EXPECT_EQ(outcomes[0].code, GetParam().code) << outcomes[0].text;
    EXPECT_EQ(outcomes[0].stage, GetParam().stage) << outcomes[0].text;
}

INSTANTIATE_TEST_SUITE_P(
    Matrix, SmtpFault,
    ::testing::Values(
        Case{"taken", "none:0", Kind::delivered, 250, Stage::final},
        Case{"takenWithoutPipelining", "ehlo:nopipe", Kind::delivered, 250, Stage::final},
        Case{"takenThoughQuitIsMute", "quit:mute", Kind::delivered, 250, Stage::final},
        Case{"takenLate", "final:late", Kind::delivered, 250, Stage::final},
        Case{"busyAtConnect", "greeting:421", Kind::retry, 0, Stage::connect},
        Case{"refusedAtConnect", "greeting:554", Kind::retry, 0, Stage::connect},
        Case{"cutAtConnect", "greeting:cut", Kind::retry, 0, Stage::connect},
        Case{"senderLater", "mail:450", Kind::retry, 450, Stage::sender},
        Case{"senderClosing", "mail:421", Kind::retry, 421, Stage::sender},
        Case{"senderRefused", "mail:550", Kind::failed, 550, Stage::sender},
        Case{"cutAtMail", "mail:cut", Kind::retry, 0, Stage::sender},
        Case{"recipientLater", "rcpt:450", Kind::retry, 450, Stage::recipient},
        Case{"recipientRefusedThough354", "rcpt:550", Kind::failed, 550, Stage::recipient},
        Case{"cutAtRcpt", "rcpt:cut", Kind::retry, 0, Stage::sender},
        Case{"dataLater", "data:451", Kind::retry, 451, Stage::data},
        Case{"dataRefused", "data:554", Kind::failed, 554, Stage::data},
        Case{"cutAtData", "data:cut", Kind::retry, 0, Stage::sender},
        Case{"laterAfterTheDot", "final:450", Kind::retry, 450, Stage::final},
        Case{"closingAfterTheDot", "final:421", Kind::retry, 421, Stage::final},
        Case{"refusedAfterTheDot", "final:550", Kind::failed, 550, Stage::final},
        Case{"cutAfterTheDot", "final:cut", Kind::unknown, 0, Stage::final},
        Case{"muteAfterTheDot", "final:mute", Kind::unknown, 0, Stage::final},
        Case{"garbageAfterTheDot", "final:garbage", Kind::unknown, 0, Stage::final},
        Case{"goOnAfterTheDot", "final:354", Kind::unknown, 354, Stage::final},
        Case{"fitsTheServersLimit", "ehlo:small", Kind::delivered, 250, Stage::final}),
    [](const auto& info) { return info.param.name; });

TEST(SmtpClient, sendsExactlyOneMessageWhateverItHolds) {
    Faulty faulty({});
    SmtpClient client(faulty.server);
    EXPECT_EQ(client.send(mail).at(0).kind, Kind::delivered);
    EXPECT_EQ(faulty.child.line_after("message "),
              R"("Subject: x\r\n\r\nhello\r\n..\r\nend\r\n.\r\n")");
}

TEST(SmtpClient, tellsEachRecipientsFateApart) {
    for (const auto* mode : {"ehlo:pipe", "ehlo:nopipe"}) {
        Faulty faulty({mode});
        SmtpClient client(faulty.server);
        auto several = mail;
        several.to = {"bad@acme.example", "good@acme.example", "evil\r\n@acme.example",
                      "grey@acme.example"};
        const auto outcomes = client.send(several);
        ASSERT_EQ(outcomes.size(), 4U);
        EXPECT_EQ(outcomes[0].kind, Kind::failed);
        EXPECT_THAT(outcomes[0].text, HasSubstr("nobody here"));
        EXPECT_EQ(outcomes[1].kind, Kind::delivered);
        EXPECT_EQ(outcomes[2].kind, Kind::failed);
        EXPECT_EQ(outcomes[2].stage, Stage::address);
        EXPECT_EQ(outcomes[3].kind, Kind::retry);
    }
}

TEST(SmtpClient, usesOneConnectionForManyMails) {
    Faulty faulty({});
    {
        SmtpClient client(faulty.server);
        for (int i = 0; i < 3; ++i)
            EXPECT_EQ(client.send(mail).at(0).kind, Kind::delivered);
        auto refused = mail;
        refused.to = {"bad@acme.example"};
        EXPECT_EQ(client.send(refused).at(0).kind, Kind::failed);
        EXPECT_EQ(client.send(mail).at(0).kind, Kind::delivered);
    }
    EXPECT_EQ(faulty.child.line(), "connect");
    for (int i = 0; i < 4; ++i)
        EXPECT_NE(faulty.child.line_after("message "), "");
}

TEST(SmtpClient, connectsAnewWhenTheServerHungUpWhileIdle) {
    Faulty faulty({"idle:cut"});
    SmtpClient client(faulty.server);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(client.send(mail).at(0).kind, Kind::delivered);
}

TEST(SmtpClient, neverReadsALateAnswerAsTheNextMails) {
    Faulty faulty({"final:late"});
    faulty.server.final_timeout = 1s;
    SmtpClient client(faulty.server);
    EXPECT_EQ(client.send(mail).at(0).kind, Kind::unknown);
    EXPECT_EQ(faulty.child.line_after("connect"), "");
    auto refused = mail;
    refused.to = {"bad@acme.example"};
    EXPECT_EQ(client.send(refused).at(0).kind,
              Kind::failed); // of its own, on a connection of its own
}

TEST(SmtpClient, refusesBeforehandWhatTheServerCannotTake) {
    Faulty small({"ehlo:small"});
    auto large = mail;
    large.message = "Subject: x\n\n" + std::string(200, 'x') + "\n";
    SmtpClient client(small.server);
    EXPECT_EQ(client.send(large).at(0).kind, Kind::failed);
    EXPECT_THAT(client.send(large).at(0).text, HasSubstr("the server takes 100"));
    Faulty narrow({"ehlo:no8bit"});
    auto eight = mail;
    eight.message = "Subject: x\n\ncaf\xc3\xa9\n";
    SmtpClient other(narrow.server);
    EXPECT_THAT(other.send(eight).at(0).text, HasSubstr("8-bit"));
}

TEST(SmtpClient, callsTheAdminForARefusedPassword) {
    Faulty faulty({"auth:535"});
    faulty.server.user = "orders";
    faulty.server.password = "wrong";
    SmtpClient client(faulty.server);
    const auto outcome = client.send(mail).at(0);
    EXPECT_EQ(outcome.kind, Kind::retry);
    EXPECT_TRUE(outcome.needs_admin);
    EXPECT_THAT(outcome.text, HasSubstr("535"));
    EXPECT_EQ(outcome.text.find("wrong"), std::string::npos);
}

TEST(SmtpClient, sendsNothingInPlainToAnotherMachine) {
    SmtpClient client(
        {.host = "192.0.2.1", .port = 25, .tls = MailSecurity::plain, .helo = "besteld.example"});
    const auto outcome = client.send(mail).at(0);
    EXPECT_EQ(outcome.kind, Kind::retry);
    EXPECT_TRUE(outcome.needs_admin);
    EXPECT_THAT(outcome.text, HasSubstr("set tls or starttls"));
}

} // namespace
} // namespace besteld

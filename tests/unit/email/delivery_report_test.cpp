// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/delivery_report.hpp"

#include <gtest/gtest.h>

#include <string>

namespace besteld::parsers::email {
namespace {

std::string report(const std::string& status, const std::string& returned) {
    return "From: MAILER-DAEMON@mail.example\nTo: orders@noordkade.example\nMIME-Version: 1.0\n"
           "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n"
           "--b\nContent-Type: text/plain\n\nI'm sorry.\n\n"
           "--b\nContent-Type: message/delivery-status\n\n" +
           status + "\n--b\n" + returned + "\n--b--\n";
}
const std::string postfix =
    "Reporting-MTA: dns; mail.example\nArrival-Date: Mon, 2 Mar 2026 09:15:00 +0100\n\n"
    "Final-Recipient: rfc822; petra@korenaar.example\nOriginal-Recipient: "
    "rfc822;petra@korenaar.example\n"
    "Action: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx.korenaar.example\n"
    "Diagnostic-Code: smtp; 550 5.1.1 <petra@korenaar.example>:\n    no such user\n";
const std::string head_only =
    "Content-Type: text/rfc822-headers\n\nFrom: orders@noordkade.example\n"
    "Message-ID: <besteld.7.abc@noordkade.example>\n";

TEST(DeliveryReport, saysWhoWasNotReachedAndWhichMailItIsAbout) {
    const auto read = read_delivery_report(split_mail(report(postfix, head_only)));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->action, "failed");
    EXPECT_EQ(read->status, "5.1.1");
    EXPECT_EQ(read->recipient, "petra@korenaar.example");
    EXPECT_EQ(read->diagnostic, "550 5.1.1 <petra@korenaar.example>: no such user");
    EXPECT_EQ(read->original_message_id, "besteld.7.abc@noordkade.example");
}

TEST(DeliveryReport, findsTheMailThatCameBackWhole) {
    const auto read = read_delivery_report(split_mail(
        report(postfix, "Content-Type: message/rfc822\n\nFrom: orders@noordkade.example\n"
                        "Message-ID: <besteld.8.abc@noordkade.example>\n\nBeste Petra\n")));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->original_message_id, "besteld.8.abc@noordkade.example");
}

TEST(DeliveryReport, ofSeveralRecipientsNamesTheOneWhoFailed) {
    const auto read = read_delivery_report(split_mail(
        report("Reporting-MTA: dns; m\n\nFinal-Recipient: rfc822; a@x.example\nAction: "
               "delayed\nStatus: 4.4.1\n\n"
               "Final-Recipient: rfc822; b@x.example\nAction: FAILED (gone)\nStatus: 5.2.1\n",
               head_only)));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->recipient, "b@x.example");
    EXPECT_EQ(read->action, "failed");
}

TEST(DeliveryReport, tellsADelayFromAFailure) {
    const auto read =
        read_delivery_report(split_mail(report("Reporting-MTA: dns; m\n\nFinal-Recipient: rfc822; "
                                               "a@x.example\nAction: delayed\nStatus: 4.4.1\n",
                                               head_only)));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->action, "delayed");
}

TEST(DeliveryReport, isNoneWithoutItsPart) {
    EXPECT_FALSE(
        read_delivery_report(split_mail("From: a@x.example\nSubject: Undelivered\n\nsorry\n")));
    EXPECT_FALSE(read_delivery_report(split_mail(report("", head_only))))
        << "an empty one says nothing";
    EXPECT_FALSE(read_delivery_report(split_mail(report("\n\n\n\n", head_only))));
}

} // namespace
} // namespace besteld::parsers::email

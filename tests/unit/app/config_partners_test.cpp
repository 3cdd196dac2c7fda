// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/app/config_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besteld {
namespace {

using ::testing::HasSubstr;

class PartnerConfig : public ConfigFile {
protected:
    PartnerConfig()
        : ConfigFile("partners", "[site]\nname = \"N\"\n[smtp]\nhost = \"h\"\n"
                                 "from_address = \"a@n.example\"\n[[drop]]\nname = \"edi\"\n"
                                 "path = \"in\"\n") {}
};

TEST_F(PartnerConfig, isReadWhole) {
    const auto config = read("[[partner]]\nname = \"korenaar\"\nsenders = [\"9520000001018:14\"]\n"
                             "channels = [\"edi\"]\ntolerate = [\"missing_trailer\"]\n"
                             "separators = \":+.? \\n\"\ndate_pattern = \"DD.MM.YYYY\"\n"
                             "changed_quantity = \"difference\"\nunits = { ROL = \"XRO\" }\n"
                             "item_numbers = { IN = \"seller_item\" }\n");
    ASSERT_TRUE(config);
    const ReadingProfile& p = config->partners.at(0);
    EXPECT_TRUE(tolerates(p, Oddity::missing_trailer));
    EXPECT_EQ(p.separators, ":+.? \n");
    EXPECT_EQ(p.units.at("ROL"), "XRO");
    EXPECT_EQ(p.item_numbers.at("IN"), "seller_item");
    EXPECT_EQ(p.changed_quantity, QuantityOfChange::difference);
}

TEST_F(PartnerConfig, saysHowHisInterchangesAreNumberedAndAnswered) {
    const std::string head = "[[partner]]\nname = \"k\"\nsenders = [\"1\"]\n";
    const auto silent = read(head);
    ASSERT_TRUE(silent);
    EXPECT_EQ(silent->partners.at(0).traffic, TrafficRules{});
    const auto config = read(head + "numbering = \"daily\"\ngap_wait = \"30m\"\n"
                                    "receipts = [\"TA1\", \"997\"]\n"
                                    "receipts_when = \"errors\"\n");
    ASSERT_TRUE(config);
    const auto& traffic = config->partners.at(0).traffic;
    EXPECT_EQ(traffic.numbering, Numbering::daily);
    EXPECT_EQ(traffic.gap_wait, std::chrono::minutes{30});
    EXPECT_EQ(traffic.receipts, (std::vector{ReceiptForm::ta1, ReceiptForm::functional_997}));
    EXPECT_EQ(traffic.receipts_when, ReceiptWhen::errors);
    const auto none = read(head + "receipts = [\"none\"]\n");
    ASSERT_TRUE(none);
    EXPECT_EQ(none->partners.at(0).traffic.receipts, std::vector<ReceiptForm>{});
}

TEST_F(PartnerConfig, faultsOfReceiptsNameLineAndWayOut) {
    const std::string head = "[[partner]]\nname = \"k\"\nsenders = [\"1\"]\n"; // lines 9 to 11
    EXPECT_THAT(faults(head + "receipts = [\"CONTROL\"]\n"),
                HasSubstr(":12:12: error: 'CONTROL' is no receipt that we send\n  hint: CONTRL, "));
    EXPECT_THAT(faults(head + "receipts = [\"none\", \"997\"]\n"),
                HasSubstr("'none' and a receipt are named together"));
    EXPECT_THAT(faults(head + "receipts = [\"999\", \"997\"]\n"),
                HasSubstr("name the one that he reads"));
    EXPECT_THAT(faults(head + "receipts_when = \"asked\"\n"),
                HasSubstr(":12:17: error: it says when, but no receipt is named"));
    EXPECT_THAT(faults(head + "numbering = \"weekly\"\n"), HasSubstr(":12:13: error: "));
}

TEST_F(PartnerConfig, faultsNameLineAndWayOut) {
    const std::string head = "[[partner]]\nname = \"k\"\nsenders = [\"1\"]\n"; // lines 9 to 11
    EXPECT_THAT(faults(head + "tolerate = [\"missing_trailers\"]\n"),
                ::testing::AllOf(HasSubstr(":12:"), HasSubstr("did you mean 'missing_trailer'?")));
    EXPECT_THAT(faults(head + "separators = \"++.? '\"\n"), HasSubstr("the six characters of UNA"));
    EXPECT_THAT(faults(head + "date_pattern = \"DD.MM\"\n"), HasSubstr(":12:"));
    EXPECT_THAT(faults(head + "units = { ROL = \"rolls\" }\n"),
                ::testing::AllOf(HasSubstr(":12:"), HasSubstr("Recommendation 20")));
    EXPECT_THAT(faults(head + "item_numbers = { IN = \"ours\" }\n"), HasSubstr("buyer_item"));
    EXPECT_THAT(faults(head + "tolerate = [\"wrong_counts\"]\nrefuse = [\"wrong_counts\"]\n"),
                HasSubstr("both tolerated and refused"));
    EXPECT_THAT(faults(head + "channels = [\"ftp\"]\n"), HasSubstr("there is no channel 'ftp'"));
    EXPECT_THAT(faults("[[partner]]\nname = \"k\"\n"), HasSubstr("no senders, no channels"));
    EXPECT_THAT(faults(head + "[[partner]]\nname = \"l\"\nsenders = [\"1\"]\n"),
                HasSubstr("both claim sender 1"));
    EXPECT_EQ(faults(head), "");
}

} // namespace
} // namespace besteld

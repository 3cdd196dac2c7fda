// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/app/config_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besteld {
namespace {

using ::testing::HasSubstr;

class PapersConfigFile : public ConfigFile {
protected:
    PapersConfigFile()
        : ConfigFile("papers", "[site]\nname = \"N\"\nlanguage = \"de\"\n"
                               "mail_domain = \"noordkade.example\"\n"
                               "mail_addresses = [\"orders@kade.example\"]\n"
                               "[smtp]\nhost = \"h\"\nfrom_address = \"a@kade.example\"\n"
                               "[papers]\n") {}
};

TEST_F(PapersConfigFile, sendsNothingUnlessSomebodyIsNamed) {
    const auto config = read("");
    ASSERT_TRUE(config);
    const auto& rules = config->papers.rules;
    EXPECT_TRUE(rules.warehouse.none());
    EXPECT_TRUE(rules.finance.none());
    EXPECT_EQ(rules.language, "de") << "the house's own";
    EXPECT_EQ(rules.slip_prefix, "XSCK");
    EXPECT_EQ(rules.slip_copies.size(), 4U);
}

TEST_F(PapersConfigFile, isReadWhole) {
    const auto config =
        read("warehouse = [\"Lager@Noordkade.example\", \"l2@assen.kade.example\"]\n"
             "finance_folder = \"fin\"\nlanguage = \"customer\"\nslip_prefix = \"UB\"\n"
             "slip_count = \"year\"\nslip_copies = [\"stub\"]\nproof_days = 5\n"
             "warehouse_name = \"DC Assen\"\n");
    ASSERT_TRUE(config);
    const auto& rules = config->papers.rules;
    EXPECT_EQ(rules.warehouse.mails.size(), 2U);
    EXPECT_FALSE(rules.warehouse.folder);
    EXPECT_TRUE(rules.finance.folder);
    EXPECT_TRUE(config->papers.finance_folder.is_absolute());
    EXPECT_EQ(rules.language, "customer");
    EXPECT_EQ(rules.slip_count, SlipCount::by_year);
    EXPECT_EQ(rules.slip_copies, std::vector<std::string>{"stub"});
    EXPECT_EQ(rules.proof_mails, rules.warehouse.mails);
    EXPECT_EQ(rules.proof_days, 5);
}

TEST_F(PapersConfigFile, refusesAnAddressThatIsNotOurs) {
    const auto said = faults("warehouse = [\"petra@korenaar.example\"]\n");
    EXPECT_THAT(said, HasSubstr(":10:"));
    EXPECT_THAT(said, HasSubstr("petra@korenaar.example"));
    EXPECT_THAT(said, HasSubstr("site.mail_domain"));
    EXPECT_THAT(faults("finance = [\"x@evilkade.example\"]\n"), HasSubstr("x@evilkade.example"));
    EXPECT_THAT(faults("proof = [\"nobody\"]\n"),
                HasSubstr("'nobody' is no mail address of this house"));
}

TEST_F(PapersConfigFile, refusesAPrefixThatAnotherSeriesHas) {
    EXPECT_THAT(faults("slip_prefix = \"SO\"\n"), HasSubstr("cannot begin a slip's number"));
    EXPECT_THAT(faults("slip_prefix = \"a/b\"\n"), HasSubstr("2 to 12"));
}

} // namespace
} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "order/numbering.hpp"

#include <gtest/gtest.h>

#include <string>

namespace besteld {
namespace {

// A partner whose interchanges come one after the other; what is missing is written down as text.
class Partner {
public:
    explicit Partner(Numbering numbering, std::int64_t last = 0)
        : numbering_(numbering), last_(last) {}

    std::string sends(std::int64_t number, std::string day = "260302") {
        const auto step = next_number(
            known_, {.number = number, .day = std::move(day), .last = last_, .test = false},
            numbering_);
        known_ = step.after;
        turn_ = step;
        std::string missing;
        for (const auto& range : step.missing)
            missing += (missing.empty() ? "" : ", ") + to_text(range);
        return missing;
    }
    std::string sends_all(std::int64_t first, std::int64_t last) {
        std::string missing;
        for (auto number = first; number <= last; ++number)
            missing += sends(number);
        return missing;
    }
    std::string tests(std::int64_t number) {
        const auto step = next_number(
            known_, {.number = number, .day = "260302", .last = last_, .test = true}, numbering_);
        known_ = step.after;
        return step.missing.empty() ? "" : to_text(step.missing.front());
    }
    const NumberStep& turn() const { return turn_; }

private:
    Numbering numbering_;
    std::int64_t last_;
    std::optional<NumberSeries> known_;
    NumberStep turn_;
};

TEST(Numbering, namesWhatWasJumpedOver) {
    Partner partner(Numbering::continuous);
    EXPECT_EQ(partner.sends(41), "") << "nobody knows what came before the first";
    EXPECT_EQ(partner.sends(42), "");
    EXPECT_EQ(partner.sends(44), "43");
    EXPECT_EQ(partner.sends(48), "45 to 47");
    EXPECT_EQ(partner.sends(49), "");
}

TEST(Numbering, takesALateOneForNoStep) {
    Partner partner(Numbering::continuous);
    partner.sends(41);
    partner.sends(44);
    EXPECT_EQ(partner.sends(43), "");
    EXPECT_TRUE(partner.turn().is_below);
    EXPECT_EQ(partner.sends(45), "") << "43 took nothing back";
}

TEST(Numbering, believesAPartnerWhoNeverSkippedAndNoOther) {
    Partner learned(Numbering::learned);
    EXPECT_EQ(learned.sends_all(1, 9), "");
    EXPECT_EQ(learned.sends(20), "") << "nine are no proof";
    EXPECT_EQ(learned.sends_all(21, 30), "");
    EXPECT_EQ(learned.sends(33), "31 to 32") << "ten are";
    EXPECT_EQ(learned.sends(35), "") << "and after a gap five more";
    EXPECT_EQ(learned.sends_all(36, 45), "");
    EXPECT_EQ(learned.sends(47), "46");
}

TEST(Numbering, hearsNoLossInNumbersThatAreNoCount) {
    Partner times(Numbering::learned); // the moment of sending as a number
    for (std::int64_t i = 0; i < 40; ++i)
        EXPECT_EQ(times.sends(2603020900 + i * 7), "");
    Partner other(Numbering::learned);
    other.sends_all(1, 30);
    EXPECT_EQ(other.sends(5000), "") << "another numbering, not 4969 lost interchanges";
}

TEST(Numbering, turnsFromTheLastNumberToTheFirst) {
    Partner x12(Numbering::continuous, 999'999'999);
    EXPECT_EQ(x12.sends_all(999'999'997, 999'999'999), "");
    EXPECT_EQ(x12.sends(1), "");
    EXPECT_EQ(x12.turn().round, 1);
    EXPECT_EQ(x12.sends(3), "2");
    Partner short_ones(Numbering::continuous);
    short_ones.sends(9998);
    EXPECT_EQ(short_ones.sends(2), "9999, 1");
    EXPECT_EQ(short_ones.turn().missing.at(0).round, 0);
    EXPECT_EQ(short_ones.turn().missing.at(1).round, 1);
}

TEST(Numbering, knowsTheLastRoundsLateOnes) {
    Partner partner(Numbering::continuous);
    partner.sends(9998);
    partner.sends(1);
    partner.sends(9999);
    EXPECT_TRUE(partner.turn().is_below);
    EXPECT_EQ(partner.turn().round, 0);
    EXPECT_EQ(partner.sends(2), "");
    EXPECT_EQ(partner.turn().round, 1);
}

TEST(Numbering, beginsAnewEachDayWhereThatIsAgreed) {
    Partner partner(Numbering::daily);
    partner.sends(7, "260302");
    EXPECT_EQ(partner.sends(8, "260302"), "");
    EXPECT_EQ(partner.sends(1, "260303"), "");
    EXPECT_EQ(partner.sends(3, "260303"), "2");
    EXPECT_EQ(partner.sends(9, "260302"), "") << "yesterday's, late: no step of today's";
    EXPECT_TRUE(partner.turn().is_below);
    EXPECT_EQ(partner.turn().day, "260302");
    EXPECT_EQ(partner.sends(4, "260303"), "");
    EXPECT_EQ(partner.sends(2, "260304"), "1") << "a day begins with 1";
}

TEST(Numbering, followsAPartnerWhoHasBegunAnew) {
    Partner partner(Numbering::continuous);
    partner.sends(5000);
    EXPECT_EQ(partner.sends_all(1, 6), "");
    EXPECT_EQ(partner.sends(8), "7");
}

TEST(Numbering, learnsNothingFromTests) {
    Partner partner(Numbering::continuous);
    partner.sends(10);
    EXPECT_EQ(partner.tests(900), "");
    EXPECT_EQ(partner.sends(11), "");
    EXPECT_EQ(partner.tests(12), "") << "many count tests along";
    EXPECT_EQ(partner.sends(13), "");
}

TEST(Numbering, readsNumbersAndNothingElse) {
    EXPECT_EQ(interchange_number("000000905"), 905);
    EXPECT_EQ(interchange_number(" 42 "), 42);
    EXPECT_EQ(interchange_number("IC1"), std::nullopt);
    EXPECT_EQ(interchange_number("-4"), std::nullopt);
    EXPECT_EQ(interchange_number("123456789012345"), std::nullopt);
    EXPECT_EQ(interchange_number(""), std::nullopt);
}

TEST(Numbering, takesTheDayFromTheEnvelope) {
    EXPECT_EQ(day_prepared("260302:0910", "260101"), "260302");
    EXPECT_EQ(day_prepared("20260302:0910", "260101"), "260302");
    EXPECT_EQ(day_prepared("", "260101"), "260101");
    EXPECT_EQ(day_prepared("2 March", "260101"), "260101");
}

} // namespace
} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "order/finding.hpp"
#include "order/state.hpp"

#include <gtest/gtest.h>
#include <set>

namespace besteld {
namespace {

template <typename E, typename ByName>
void expect_names_to_come_back(int count, ByName by_name) {
    std::set<std::string_view> seen;
    for (int i = 0; i < count; ++i) {
        const auto value = static_cast<E>(i);
        const auto name = name_of(value);
        EXPECT_NE(name, "?") << i;
        EXPECT_TRUE(seen.insert(name).second) << name;
        EXPECT_EQ(by_name(name), value) << name;
    }
    EXPECT_FALSE(by_name("no such name"));
    EXPECT_FALSE(by_name(""));
}

TEST(Names, comeBackAsTheSameValue) {
    expect_names_to_come_back<Check>(static_cast<int>(Check::second_pair_of_eyes) + 1,
                                     check_by_name);
    expect_names_to_come_back<Resolution>(static_cast<int>(Resolution::merge) + 1,
                                          resolution_by_name);
    expect_names_to_come_back<OrderState>(static_cast<int>(OrderState::expired) + 1, state_by_name);
    expect_names_to_come_back<Role>(static_cast<int>(Role::auditor) + 1, role_by_name);
}

TEST(Finding, isTheSameWhileCheckLineAndBothValuesAreEqual) {
    const Finding known{
        .check = Check::price_below_agreed, .line = 0, .ordered = "0.71 EUR", .agreed = "0.74 EUR"};
    auto again = known;
    again.trace = "another trace";
    again.severity = FindingSeverity::block;
    EXPECT_TRUE(same_finding(known, again));
    again.agreed = "0.75 EUR";
    EXPECT_FALSE(same_finding(known, again));
    again = known;
    again.line.reset();
    EXPECT_FALSE(same_finding(known, again));
}

TEST(Finding, isOpenOnlyAsBlockOrWarnWithoutResolution) {
    for (const auto [severity, open] : {std::pair{FindingSeverity::info, false},
                                        {FindingSeverity::gate, false},
                                        {FindingSeverity::release_block, false},
                                        {FindingSeverity::warn, true},
                                        {FindingSeverity::block, true}}) {
        Finding finding{.severity = severity};
        EXPECT_EQ(is_open(finding), open) << name_of(severity);
        finding.resolved = Resolved{.resolution = Resolution::dismiss, .actor = "anna"};
        EXPECT_FALSE(is_open(finding)) << name_of(severity);
    }
}

} // namespace
} // namespace besteld

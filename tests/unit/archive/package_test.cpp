// SPDX-License-Identifier: Apache-2.0
#include "archive/package.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "order/retention.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besteld {

namespace {

const std::vector<ZipMember> members{{"message/1-bestelling.eml", "Goedemorgen\r\n"},
                                     {"order/order.json", "{}"},
                                     {"empty", ""},
                                     {"large", std::string(300'000, 'x')}};

std::string manifest(const std::vector<ZipMember>& listed) {
    std::string list;
    for (const auto& member : listed)
        list += cat(list.empty() ? "" : ",", R"({"name":")", member.name, R"(","sha256":")",
                    sha256_hex(member.bytes), "\"}");
    return cat(R"({"members":[)", list, "]}");
}

std::string package(const std::vector<ZipMember>& listed, std::vector<ZipMember> written) {
    written.insert(written.begin(), {"manifest.json", manifest(listed)});
    return write_zip(written);
}

} // namespace

TEST(Zip, comesBackAsItWasWritten) {
    const auto read = read_zip(write_zip(members));
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(*read, members);
}

TEST(Zip, ofTheSameMembersIsTheSameBytes) {
    EXPECT_EQ(write_zip(members), write_zip(members));
}

TEST(Zip, thatIsCutOrLargerThanItsLimitIsRefused) {
    const auto bytes = write_zip(members);
    EXPECT_FALSE(read_zip(std::string_view(bytes).substr(0, bytes.size() - 30)));
    EXPECT_FALSE(read_zip("no ZIP at all"));
    EXPECT_FALSE(read_zip(bytes, 1000));
}

TEST(Package, isWholeWhenEveryMemberIsTheOneListed) {
    EXPECT_EQ(package_problem(package(members, members)), "");
}

TEST(Package, tellsWhatIsMissingChangedOrAdded) {
    auto changed = members;
    changed[0].bytes[0] = 'g';
    auto fewer = members;
    fewer.pop_back();
    auto more = members;
    more.push_back({"more", "?"});
    EXPECT_THAT(package_problem(package(members, changed)),
                testing::HasSubstr("bestelling.eml is not what the manifest says"));
    EXPECT_EQ(package_problem(package(members, fewer)), "large is missing");
    EXPECT_EQ(package_problem(package(members, more)), "more is not in the manifest");
    EXPECT_THAT(package_problem(write_zip(members)), testing::HasSubstr("manifest"));
    EXPECT_THAT(package_problem(write_zip({{"manifest.json", "{"}})),
                testing::HasSubstr("manifest cannot be read"));
    EXPECT_THAT(package_problem(write_zip({{"manifest.json", "{\"members\":3}"}})),
                testing::HasSubstr("lists no members"));
}

TEST(Package, ofWhichOneByteChangedIsNoticed) {
    const auto whole = package(members, members);
    int unnoticed = 0;
    for (std::size_t at = 0; at < whole.size(); at += 97) {
        auto broken = whole;
        broken[at] = static_cast<char>(broken[at] ^ 0x40);
        // Its own hash, which the database holds, differs in any case; what matters here is that no
        // member comes back otherwise than the manifest says.
        const auto read = read_zip(broken);
        if (package_problem(broken).empty() && read && *read != *read_zip(whole)) ++unnoticed;
    }
    EXPECT_EQ(unnoticed, 0);
}

TEST(Retention, runsFromTheEndOfTheCalendarYear) {
    struct Row {
        const char* country;
        RetentionClass retention_class;
        Date until;
    };
    const auto ended = make_date(2026, 3, 2);
    for (const auto& [country, retention_class, until] :
         std::vector<Row>{{"NL", RetentionClass::order, make_date(2033, 12, 31)},
                          {"NL", RetentionClass::letter, make_date(2033, 12, 31)},
                          {"DE", RetentionClass::order, make_date(2034, 12, 31)},
                          {"DE", RetentionClass::letter, make_date(2032, 12, 31)},
                          {"CN", RetentionClass::order, make_date(2056, 12, 31)},
                          {"BE", RetentionClass::order, make_date(2036, 12, 31)},
                          {"NL", RetentionClass::dropped, make_date(2026, 5, 31)}})
        EXPECT_EQ(retain_until(retention_class, {.country = country}, ended), until)
            << country << " " << name_of(retention_class);
    EXPECT_EQ(retain_until(RetentionClass::order, {.country = "NL", .order_years = 10}, ended),
              make_date(2036, 12, 31));
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0

// From the end of an order to its package and beyond, through the keeper.
#include "engines.hpp"

#include "archive/keeper.hpp"
#include "archive/package.hpp"
#include "base/durable_file.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"

namespace besteld::contract {

class Keeper : public StoreContract {
protected:
    void SetUp() override {
        StoreContract::SetUp();
        settings_ = {.folder = folder() / "archive",
                     .after = std::chrono::hours(24),
                     .retention = {.country = "NL"},
                     .zone = "Europe/Amsterdam"};
        for (const auto& [login, role] : std::vector<std::pair<std::string, Role>>{
                 {"lena", Role::lead}, {"lisa", Role::lead}, {"otto", Role::auditor}})
            store_->save_user({.login = login, .role = role, .password_hash = "x"});
    }
    Case closed(const std::string& key) {
        auto made = some_case(*store_, key);
        made.state = OrderState::closed;
        EXPECT_TRUE(store_->save_case(made));
        store_->give_official_number(made.id, 2026);
        store_->add_events(made.id, made.message_id,
                           {{.from = OrderState::invoice_requested,
                             .to = OrderState::closed,
                             .event = "order.closed"}},
                           at(0));
        return *store_->find_case(made.id);
    }
    ArchiveKeeper keeper() { return {settings_, *store_}; }
    std::vector<Kept> archive_all() {
        return keeper().archive_due(at(2 * day), [] { return false; });
    }
    Case now_of(const Case& one) { return *store_->find_case(one.id); }
    ArchiveAction as(const std::string& login, Role role, Instant when = at(3 * 86'400)) {
        return {.login = login, .role = role, .because = "dispute", .now = when};
    }
    static constexpr std::int64_t day = 86'400;
    ArchiveSettings settings_;
};
BESTELD_BOTH_ENGINES(Keeper);

TEST_P(Keeper, archivesWhatIsOverForLongEnough) {
    const auto one = closed("1");
    EXPECT_TRUE(keeper().archive_due(at(day - 1), [] { return false; }).empty());
    const auto kept = archive_all();
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].problem, "");
    EXPECT_EQ(now_of(one).state, OrderState::archived);
    EXPECT_EQ(store_->events(one.id).back().step.number, "T33");
    EXPECT_EQ(keeper().verify(one.id), "");
    const auto members =
        read_zip(read_file(settings_.folder / "2026" / (one.official_no + ".zip")));
    ASSERT_TRUE(members);
    std::vector<std::string> names;
    for (const auto& member : *members)
        names.push_back(member.name);
    EXPECT_THAT(names, testing::IsSupersetOf({"manifest.json", "events.json", "order/order.json",
                                              "order/findings.json", "order/releases.json"}));
    EXPECT_EQ((*members)[1].bytes, "order 1"); // the message as it came
    EXPECT_TRUE(archive_all().empty());        // once
}

TEST_P(Keeper, leavesAnOrderAsItIsWhenItsPackageCannotBeWritten) {
    const auto one = closed("1");
    write_durably(folder() / "archive", "a file where the folder should be");
    const auto kept = archive_all();
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_NE(kept[0].problem, "");
    EXPECT_EQ(now_of(one).state, OrderState::closed);
    EXPECT_TRUE(Archives(*store_).packages(one.id).empty());
    std::filesystem::remove(folder() / "archive");
    EXPECT_EQ(archive_all().at(0).problem, "");
}

TEST_P(Keeper, tellsWhenAPackageIsGoneOrChanged) {
    const auto one = closed("1");
    archive_all();
    const auto file = settings_.folder / "2026" / (one.official_no + ".zip");
    auto bytes = read_file(file);
    bytes[bytes.size() / 2] ^= 1;
    write_durably(file, bytes);
    EXPECT_THAT(keeper().verify(one.id), testing::HasSubstr("not the file that was written"));
    std::filesystem::remove(file);
    EXPECT_NE(keeper().verify(one.id), "");
}

TEST_P(Keeper, opensAnOrderAgainForALeadAndAnAuditor) {
    const auto one = closed("1");
    EXPECT_FALSE(keeper().reopen(one, as("lena", Role::lead))); // not archived
    archive_all();
    EXPECT_FALSE(keeper().reopen(now_of(one), as("anna", Role::clerk)));
    EXPECT_TRUE(keeper().reopen(now_of(one), as("lena", Role::lead)));
    EXPECT_EQ(now_of(one).state, OrderState::archived);
    EXPECT_FALSE(keeper().reopen(now_of(one), as("lena", Role::lead))); // herself
    EXPECT_FALSE(keeper().reopen(now_of(one), as("lisa", Role::lead))); // two leads
    ASSERT_TRUE(keeper().reopen(now_of(one), as("otto", Role::auditor)));
    EXPECT_EQ(now_of(one).state, OrderState::closed);
    EXPECT_EQ(store_->events(one.id).back().step.number, "T37");
    // and archived again, beside its first package
    const auto kept = keeper().archive_due(at(10 * day), [] { return false; });
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(Archives(*store_).packages(one.id).back().file,
              cat("2026/", one.official_no, "-2.zip"));
    EXPECT_EQ(keeper().verify(one.id), "");
}

TEST_P(Keeper, erasesWithThePackagesWhenTheTermIsOver) {
    const auto one = closed("1");
    archive_all();
    const auto lead = as("lena", Role::lead);
    EXPECT_THAT(keeper().erase(now_of(one), lead), testing::HasSubstr("2033-12-31"));
    auto later =
        as("lena", Role::lead,
           Zone("Europe/Amsterdam").instant(make_date(2034, 1, 1), std::chrono::milliseconds{0}));
    Archives(*store_).place_hold(now_of(one), lead);
    EXPECT_THAT(keeper().erase(now_of(one), later), testing::HasSubstr("hold"));
    EXPECT_TRUE(keeper().expired(later.now, 10).empty());
    Archives(*store_).lift_holds(now_of(one), lead);
    EXPECT_THAT(keeper().expired(later.now, 10), testing::ElementsAre(one.id));
    EXPECT_EQ(keeper().erase(now_of(one), later), "");
    EXPECT_FALSE(std::filesystem::exists(settings_.folder / "2026" / (one.official_no + ".zip")));
    EXPECT_EQ(store_->audit_chain(), "");
    EXPECT_EQ(keeper().verify(one.id), "");            // nothing to verify
    EXPECT_EQ(keeper().erase(now_of(one), later), ""); // and again finds nothing left
}

TEST_P(Keeper, stopsBetweenTwoOrders) {
    closed("1");
    closed("2");
    int asked = 0;
    const auto kept = keeper().archive_due(at(2 * day), [&] { return ++asked > 1; });
    EXPECT_EQ(kept.size(), 1U);
}

} // namespace besteld::contract

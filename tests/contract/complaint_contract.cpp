// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

#include "base/text.hpp"

#include <set>
#include <thread>

namespace besteld::contract {

using Complaints = StoreContract;
BESTELD_BOTH_ENGINES(Complaints);

namespace {

const Date monday = make_date(2026, 3, 2);

Complaint about(const Case& of, const std::string& owner) {
    Complaint c{.case_id = of.id,
                .customer_no = "C1001",
                .customer_name = "Bakkerij De Korenaar B.V.",
                .cause = ComplaintCause::transport,
                .said = {"6 rollen waren beschadigd"},
                .owner = owner,
                .due = monday,
                .registered_at = at(0)};
    c.lines = {
        {.line = 0, .sku = "NK-330", .name = "folie", .quantity = Decimal{6}, .unit = "XRO"}};
    if (!owner.empty()) {
        c.state = ComplaintState::passed_on;
        c.passed_on_at = at(1);
    }
    return c;
}

} // namespace

TEST_P(Complaints, comeBackAsTheyWereSaved) {
    const auto order = some_case(*store_, "1");
    const auto of = some_case(*store_, "2");
    Complaint made = about(of, "klachten@noordkade.example");
    made.order_id = order.id;
    store_->add_complaint(made, 2026);
    EXPECT_EQ(made.number, "KL-26-0001");
    const auto found = store_->find_complaint("KL-26-0001");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->order_id, order.id);
    EXPECT_EQ(found->case_id, of.id);
    EXPECT_EQ(found->cause, ComplaintCause::transport);
    EXPECT_EQ(found->cause_by, "");
    EXPECT_EQ(found->lines, made.lines);
    EXPECT_EQ(found->said, made.said);
    EXPECT_EQ(found->state, ComplaintState::passed_on);
    EXPECT_EQ(found->passed_on_at, at(1));
    EXPECT_EQ(found->due, monday);
    EXPECT_EQ(store_->complaint_of_case(of.id)->number, "KL-26-0001");
    EXPECT_FALSE(store_->complaint_of_case(order.id));
    EXPECT_FALSE(store_->find_complaint("KL-26-0002"));
}

TEST_P(Complaints, areNumberedWithoutAGap) {
    const auto first = some_case(*store_, "1");
    const auto second = some_case(*store_, "2");
    Complaint one = about(first, "");
    Complaint lost = about(second, "");
    Complaint two = about(second, "");
    store_->add_complaint(one, 2026);
    try {
        store_->in_transaction([&] {
            store_->add_complaint(lost, 2026);
            throw std::runtime_error("no");
        });
    } catch (const std::runtime_error&) {
    }
    store_->add_complaint(two, 2026);
    EXPECT_EQ(two.number, "KL-26-0002");
}

TEST_P(Complaints, oneCaseIsOneComplaint) {
    const auto of = some_case(*store_, "1");
    Complaint one = about(of, "");
    Complaint again = about(of, "");
    store_->add_complaint(one, 2026);
    EXPECT_THROW(store_->add_complaint(again, 2026), StoreFault);
}

TEST_P(Complaints, changedBySomebodyElseAreNotOverwritten) {
    const auto of = some_case(*store_, "1");
    Complaint mine = about(of, "");
    store_->add_complaint(mine, 2026);
    auto theirs = *store_->find_complaint(mine.number);
    theirs.cause = ComplaintCause::late;
    theirs.cause_by = "lotte";
    EXPECT_TRUE(store_->save_complaint(theirs));
    EXPECT_FALSE(store_->save_complaint(mine));
    EXPECT_EQ(store_->find_complaint(mine.number)->cause_by, "lotte");
}

TEST_P(Complaints, areNotClosedWithoutSomebodyAndAnOutcome) {
    const auto of = some_case(*store_, "1");
    Complaint c = about(of, "klachten@noordkade.example");
    store_->add_complaint(c, 2026);
    c.state = ComplaintState::closed;
    c.closed_at = at(9);
    c.closed_by = "anna";
    EXPECT_THROW(store_->save_complaint(c), StoreFault);
    c.outcome = "credited";
    EXPECT_TRUE(store_->save_complaint(c));
}

TEST_P(Complaints, areNotPassedOnToNobody) {
    const auto of = some_case(*store_, "1");
    Complaint c = about(of, "");
    c.state = ComplaintState::passed_on;
    c.passed_on_at = at(1);
    EXPECT_THROW(store_->add_complaint(c, 2026), StoreFault);
}

TEST_P(Complaints, areListedUntilTheyAreClosedAndRemindedOfOnce) {
    std::vector<Complaint> made;
    for (const auto* key : {"1", "2", "3"}) {
        made.push_back(about(some_case(*store_, key), "klachten@noordkade.example"));
        made.back().due = monday + std::chrono::days{made.size()};
        store_->add_complaint(made.back(), 2026);
    }
    EXPECT_EQ(store_->complaints({}).size(), 3U);
    EXPECT_EQ(store_->complaints({.after_id = made[0].id}).size(), 2U);
    EXPECT_EQ(store_->complaints({.customer = "C1002"}).size(), 0U);
    EXPECT_EQ(store_->complaints_due(monday + std::chrono::days{2}, 10).size(), 2U);
    made[0].reminded_at = at(5);
    ASSERT_TRUE(store_->save_complaint(made[0]));
    const auto due = store_->complaints_due(monday + std::chrono::days{2}, 10);
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due[0].number, "KL-26-0002");
    made[1].state = ComplaintState::closed;
    made[1].closed_at = at(6);
    made[1].closed_by = "anna";
    made[1].outcome = "none";
    ASSERT_TRUE(store_->save_complaint(made[1]));
    EXPECT_EQ(store_->complaints({}).size(), 2U);
    EXPECT_EQ(store_->complaints({.state = "closed"}).size(), 1U);
}

TEST_P(Complaints, twoDaemonsNeverGiveTheSameNumber) {
    constexpr int each = 10;
    std::vector<Case> cases;
    for (int i = 0; i < 2 * each; ++i)
        cases.push_back(some_case(*store_, std::to_string(i)));
    const auto other = open_store();
    const auto register_all = [&](Store& store, int from) {
        for (int i = from; i < from + each; ++i) {
            Complaint c = about(cases[static_cast<std::size_t>(i)], "");
            store.add_complaint(c, 2026);
        }
    };
    std::thread second([&] { register_all(*other, each); });
    register_all(*store_, 0);
    second.join();
    std::set<std::string> numbers;
    for (const auto& c : store_->complaints({}))
        numbers.insert(c.number);
    EXPECT_EQ(numbers.size(), static_cast<std::size_t>(2 * each));
    EXPECT_TRUE(numbers.contains("KL-26-0020"));
}

TEST_P(Complaints, ordersAreFoundByTheirCustomerOnly) {
    auto mine = some_case(*store_, "1");
    mine.order.customer_no = "C1001";
    mine.order.buyer_order_no = "45-00017";
    ASSERT_TRUE(store_->save_case(mine));
    auto theirs = some_case(*store_, "2");
    theirs.order.customer_no = "C1002";
    theirs.order.buyer_order_no = "4500017";
    ASSERT_TRUE(store_->save_case(theirs));
    EXPECT_EQ(store_->cases_named("C1001", "4500017"), std::vector{mine.id});
    EXPECT_EQ(store_->cases_named("C1002", "4500017"), std::vector{theirs.id});
    EXPECT_EQ(store_->cases_named("C1001", theirs.case_no), std::vector<std::int64_t>{});
    EXPECT_EQ(store_->cases_named("C1001", mine.case_no), std::vector{mine.id});
    EXPECT_EQ(store_->cases_named("", "4500017"), std::vector<std::int64_t>{});
    EXPECT_EQ(store_->cases_before("C1001", 0, 5), std::vector{mine.id});
    EXPECT_EQ(store_->cases_before("C1001", mine.id, 5), std::vector<std::int64_t>{});
}

} // namespace besteld::contract

// SPDX-License-Identifier: Apache-2.0
// What ties a change to its order, and that nobody changes a numbered order alone.
#include "engines.hpp"

#include "base/text.hpp"

namespace besteld::contract {

using Changes = StoreContract;
BESTELD_BOTH_ENGINES(Changes);

namespace {

// A case of C1001 with this number, stored.
Case stored(Store& store, const std::string& number, DocumentClass kind = DocumentClass::order,
            OrderState state = OrderState::in_review) {
    Case made = some_case(store, cat(number, " ", store.counts().cases + 1));
    made.order.customer_no = "C1001";
    made.order.buyer_order_key = number;
    made.order.lines = {{.index = 0, .buyer_line = "1", .sku = "NK-100"}};
    made.draft.document_class = kind;
    made.draft.message_type = "ORDERS";
    made.state = state;
    EXPECT_TRUE(store.save_case(made));
    return made;
}

} // namespace

TEST_P(Changes, areTiedToTheirOrderBothWays) {
    const auto first = stored(*store_, "4500017");
    const auto change = stored(*store_, "4500017", DocumentClass::order_change);
    store_->link_case(change.id, "changes", first.id, 1);
    store_->link_case(change.id, "changes", first.id, 2); // judged again after the order moved on
    ASSERT_EQ(store_->links_of(change.id).size(), 1U);
    EXPECT_EQ(store_->links_of(change.id)[0].revision, 2);
    ASSERT_EQ(store_->links_to(first.id).size(), 1U);
    EXPECT_EQ(store_->links_to(first.id)[0].case_id, change.id);
    EXPECT_THROW(store_->link_case(first.id, "changes", first.id, 1), StoreFault);
}

TEST_P(Changes, areNoOrdersWhenAnOrderIsLookedFor) {
    const auto first = stored(*store_, "4500017");
    stored(*store_, "4500017", DocumentClass::order_change);
    stored(*store_, "4500017", DocumentClass::order, OrderState::duplicate);
    EXPECT_EQ(store_->find_order("C1001", "4500017").value().id, first.id);
    EXPECT_FALSE(store_->find_order("C1002", "4500017"));
    EXPECT_FALSE(store_->find_order("C1001", ""));
}

TEST_P(Changes, keepTheOrderAsItWas) {
    const auto first = stored(*store_, "4500017");
    const auto change = stored(*store_, "4500017", DocumentClass::order_change);
    store_->keep_version(first, change.id, at(60));
    const auto versions = store_->versions(first.id);
    ASSERT_EQ(versions.size(), 1U);
    EXPECT_EQ(versions[0].replaced_by, change.id);
    EXPECT_EQ(versions[0].replaced_at, at(60));
    EXPECT_EQ(versions[0].order.lines.at(0).sku, "NK-100");
    EXPECT_EQ(versions[0].draft.message_type, "ORDERS");
}

TEST_P(Changes, ofANumberedOrderAreTwoPersonsWork) {
    const auto first = stored(*store_, "4500017");
    store_->record_release(first.id, 1, "anna", "", at(0));
    EXPECT_THROW(store_->record_release(first.id, 2, "anna", "", at(1), "change"), StoreFault);
    EXPECT_THROW(store_->record_release(first.id, 2, "anna", "anna", at(1), "change"), StoreFault);
    EXPECT_THROW(store_->record_release(first.id, 2, "anna", "", at(1), "cancellation"),
                 StoreFault);
    EXPECT_THROW(store_->record_release(first.id, 2, "anna", "bram", at(1), "whim"), StoreFault);
    store_->record_release(first.id, 2, "anna", "bram", at(1), "change");
    store_->record_release(first.id, 3, "C1001", "", at(2), "withdrawal");
}

} // namespace besteld::contract

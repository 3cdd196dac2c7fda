// SPDX-License-Identifier: Apache-2.0

// Archived, held, opened again, erased: the database keeps the rules, whatever the program wants.
#include "engines.hpp"

#include "base/text.hpp"
#include "store/archives.hpp"

#include <fstream>

namespace besteld::contract {

class ArchivedOrders : public StoreContract {
protected:
    // An order of a person whose name must be gone in the end.
    Case order_of_petra(const std::string& key) {
        auto made = some_case(*store_, key);
        made.draft.document_class = DocumentClass::order;
        made.draft.order_number = Field{.value = "by Petra Planted"};
        made.order.customer_name = "Petra Planted";
        made.order.sender = "petra.planted@korenaar.example";
        made.order.currency = "EUR";
        made.order.lines = {{.index = 0, .sku = "NK-100", .quantity_stock = Decimal(500)}};
        made.findings = {{.check = Check::price_below_agreed, .quote = "Petra Planted wrote"}};
        made.state = OrderState::closed;
        EXPECT_TRUE(store_->save_case(made));
        made.official_no = store_->give_official_number(made.id, 2026);
        made = *store_->find_case(made.id);
        store_->store_reading(made.message_id, Reading{});
        store_->record_release(made.id, 1, "anna", "bram", at(5));
        store_->add_events(made.id, made.message_id,
                           {{.number = "T32",
                             .from = OrderState::invoice_requested,
                             .to = OrderState::closed,
                             .event = "order.closed",
                             .actor = "petra.planted",
                             .reason = "Petra Planted called"}},
                           at(10));
        store_->add_events(0, made.message_id, {{.event = "message.parsed", .reason = "Petra"}},
                           at(1));
        Answer answer{.kind = AnswerKind::confirmation, .customer_name = "Petra Planted"};
        answer.lines = {{.sku = "NK-100", .quantity = Decimal(500), .amount = Decimal(370)}};
        OutboxRow row{.case_id = made.id, .answer = answer};
        row.recipient = "petra.planted@korenaar.example";
        store_->add_outbox(row, "noordkade.example", at(6));
        store_->store_rendered(row.id, cat("Dear Petra Planted, ", key));
        return made;
    }
    Case archived(const std::string& key, Date until) {
        auto made = order_of_petra(key);
        Archives archives(*store_);
        ArchivePackage package{.case_id = made.id,
                               .file = cat("2026/", made.official_no, ".zip"),
                               .sha256 = "00",
                               .archived_at = at(20),
                               .retain_until = until};
        made.state = OrderState::archived;
        store_->in_transaction([&] {
            EXPECT_TRUE(store_->save_case(made));
            archives.add_package(package);
            store_->add_events(made.id, made.message_id,
                               {{.from = OrderState::closed,
                                 .to = OrderState::archived,
                                 .event = "order.archived"}},
                               at(20));
        });
        return *store_->find_case(made.id);
    }
    void refused(const std::string& sql) {
        EXPECT_THROW(open_session()->run_script(sql), StoreFault) << sql;
    }
    // Every text of every table of the case, as someone with the password would look.
    bool is_anywhere(const std::string& word) {
        const auto session = open_session();
        for (const auto* sql :
             {"SELECT draft || order_body || findings || corrections || editors || customer_name "
              "|| buyer_order_no FROM order_case",
              "SELECT actor || ' ' || reason FROM event",
              "SELECT recipient || answer || last_reply FROM outbox", "SELECT term FROM case_term",
              "SELECT file_name || note FROM message",
              "SELECT released_by || coalesce(second_by, '') FROM case_release"})
            for (const auto& row : session->execute(sql).rows)
                if (row.text(0).contains(word)) return true;
        return false;
    }
    void import_customer() {
        const auto path = folder() / "customers.csv";
        std::ofstream(path) << "no,name,language,country\nC1001,Bakkerij De Korenaar B.V.,nl,NL\n";
        EXPECT_TRUE(store_->import_files({path.string()}, "anna", at(0)).problems.empty());
    }
    const ArchiveAction erased_{
        .login = "lena", .role = Role::lead, .because = "term over", .now = at(30)};
    const Date kept_until_ = make_date(2033, 12, 31);
    const Date after_ = make_date(2034, 1, 1);
};
BESTELD_BOTH_ENGINES(ArchivedOrders);

TEST_P(ArchivedOrders, knowTheirPackageAndTheirEnd) {
    const auto open = order_of_petra("1");
    Archives archives(*store_);
    EXPECT_THAT(archives.over(0, 10), testing::ElementsAre(open.id));
    EXPECT_EQ(archives.state_since(open.id), at(10));
    const auto done = archived("2", kept_until_);
    const auto packages = archives.packages(done.id);
    ASSERT_EQ(packages.size(), 1U);
    EXPECT_EQ(packages[0].number, 1);
    EXPECT_EQ(packages[0].retain_until, kept_until_);
    EXPECT_FALSE(packages[0].erased);
    EXPECT_EQ(archives.packages_after(0, 0, 10).size(), 1U);
    EXPECT_TRUE(archives.packages_after(done.id, 1, 10).empty());
}

TEST_P(ArchivedOrders, areReadOnly) {
    auto done = archived("1", kept_until_);
    refused("UPDATE order_case SET draft = '{}'");
    refused("DELETE FROM archive_package");
    refused("UPDATE archive_package SET retain_until = '2026-01-01'");
    refused("UPDATE message SET sha256 = (SELECT sha256 FROM outbox WHERE sha256 IS NOT NULL)");
    refused("UPDATE outbox SET sha256 = NULL WHERE sha256 IS NOT NULL");
    refused("DELETE FROM reading");
    refused("UPDATE blob SET size = 1");
    refused("UPDATE event SET actor = 'erased', reason = '', erased_by = 99 WHERE case_id <> 0");
    done.state = OrderState::closed; // T37
    EXPECT_TRUE(store_->save_case(done));
}

TEST_P(ArchivedOrders, areErasedOnlyWhenTheirTermIsOver) {
    const auto done = archived("1", kept_until_);
    Archives archives(*store_);
    EXPECT_TRUE(archives.expired(kept_until_, 10).empty());
    EXPECT_THROW(archives.erase(done, erased_, kept_until_), StoreFault);
    EXPECT_TRUE(is_anywhere("Petra"));
    EXPECT_THAT(archives.expired(after_, 10), testing::ElementsAre(done.id));
    EXPECT_THROW(archives.erase(order_of_petra("2"), erased_, after_), StoreFault); // not archived
}

TEST_P(ArchivedOrders, areNotErasedWhileAHoldStands) {
    const auto done = archived("1", kept_until_);
    Archives archives(*store_);
    archives.place_hold(done, {.login = "lena", .because = "law suit", .now = at(25)});
    EXPECT_TRUE(archives.is_held(done.id));
    EXPECT_TRUE(archives.expired(after_, 10).empty());
    EXPECT_THROW(archives.erase(done, erased_, after_), StoreFault);
    refused("DELETE FROM legal_hold");
    EXPECT_EQ(archives.lift_holds(done, {.login = "lena", .because = "settled", .now = at(26)}), 1);
    EXPECT_EQ(archives.lift_holds(done, {.login = "lena", .because = "again", .now = at(27)}), 0);
    refused("UPDATE legal_hold SET lifted_at = NULL, lifted_by = NULL");
    EXPECT_FALSE(archives.is_held(done.id));
    EXPECT_EQ(archives.holds(done.id).at(0).lifted_by, "lena");
    archives.erase(done, erased_, after_);
}

TEST_P(ArchivedOrders, leaveNoWordAndAWholeChainWhenErased) {
    const auto done = archived("1", kept_until_);
    const auto message = store_->message(done.message_id, true);
    EXPECT_NE(message->bytes, "");
    Archives archives(*store_);
    archives.erase(done, erased_, after_);
    EXPECT_FALSE(is_anywhere("Petra"));
    EXPECT_FALSE(is_anywhere("petra"));
    EXPECT_EQ(store_->audit_chain(), "");
    EXPECT_EQ(store_->message(done.message_id, true)->bytes, "");
    EXPECT_FALSE(store_->reading(done.message_id));
    EXPECT_EQ(open_session()->execute("SELECT 1 FROM blob WHERE size > 0").rows.size(), 0U);
    EXPECT_EQ(store_->integrity_problem(), "");
    EXPECT_TRUE(archives.packages(done.id).at(0).erased);
    EXPECT_TRUE(archives.expired(after_, 10).empty());
    EXPECT_THROW(archives.erase(done, erased_, after_), StoreFault); // once
}

TEST_P(ArchivedOrders, keepTheirFiguresWhenErased) {
    const auto done = archived("1", kept_until_);
    Archives archives(*store_);
    archives.erase(done, erased_, after_);
    const auto left = store_->find_case_by_no(done.official_no);
    ASSERT_TRUE(left);
    EXPECT_EQ(left->draft.document_class, DocumentClass::order);
    EXPECT_EQ(left->order.customer_no, "C1001");
    EXPECT_EQ(left->order.lines.at(0).quantity_stock, Decimal(500));
    EXPECT_EQ(store_->outbox_of_case(done.id).at(0).answer.lines.at(0).amount, Decimal(370));
    EXPECT_EQ(store_->events(done.id).at(0).step.event, "order.closed");
}

TEST_P(ArchivedOrders, ofOneMessageKeepItUntilTheLastIsErased) {
    const auto first = archived("1", kept_until_);
    Case second{.message_id = first.message_id, .document = 1, .received_at = at(0)};
    store_->add_case(second, 2026);
    Archives archives(*store_);
    archives.erase(first, erased_, after_);
    EXPECT_NE(store_->message(first.message_id, true)->bytes, "");
    EXPECT_TRUE(store_->reading(first.message_id));
}

TEST_P(ArchivedOrders, showWhenWhatIsLeftOfAnErasedEventWasChanged) {
    const auto done = archived("1", kept_until_);
    Archives archives(*store_);
    archives.erase(done, erased_, after_);
    const auto session = open_session();
    if (on_postgres())
        session->run_script("DROP TRIGGER event_no_change ON event");
    else
        session->run_script("DROP TRIGGER event_no_update");
    session->run_script("UPDATE event SET at = at + 1 WHERE event = 'order.closed'");
    EXPECT_THAT(store_->audit_chain(), testing::HasSubstr("what is left of the events it erased"));
}

TEST_P(ArchivedOrders, areOpenedAgainByTwoPeople) {
    const auto done = archived("1", kept_until_);
    Archives archives(*store_);
    archives.ask_reopening(done, {.login = "lena", .because = "dispute", .now = at(30)});
    ASSERT_TRUE(archives.asked_reopening(done.id));
    EXPECT_EQ(archives.asked_reopening(done.id)->asked_by, "lena");
    EXPECT_THROW(
        archives.ask_reopening(done, {.login = "otto", .because = "me too", .now = at(31)}),
        StoreFault);
    EXPECT_THROW(archives.agree_reopening(done.id, {.login = "lena", .now = at(32)}), StoreFault);
    archives.agree_reopening(done.id, {.login = "otto", .now = at(33)});
    EXPECT_FALSE(archives.asked_reopening(done.id));
}

TEST_P(ArchivedOrders, areFoundByAnyNumberOrName) {
    import_customer();
    const auto done = archived("1", kept_until_);
    Archives archives(*store_);
    for (const auto* text :
         {"SO-26-000001", "so 26 000001", "IN-26-000001", "45-1", "C1001", "korenaar"}) {
        const auto found = archives.find(text, 10);
        ASSERT_EQ(found.size(), 1U) << text;
        EXPECT_EQ(found[0].case_id, done.id);
        EXPECT_EQ(found[0].file, "2026/SO-26-000001.zip");
    }
    EXPECT_TRUE(archives.find("nobody", 10).empty());
    EXPECT_TRUE(archives.find("", 10).empty());
}

} // namespace besteld::contract

// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

#include "base/text.hpp"

#include <thread>

namespace besteld::contract {

class Migration : public StoreContract {
protected:
    // Back to a database that no daemon has seen.
    void forget_everything() {
        store_.reset();
        if (on_postgres()) {
            const auto session = open_session();
            const auto schema = session->execute("SELECT current_schema()").rows.at(0).text(0);
            session->run_script(cat("DROP SCHEMA ", schema, " CASCADE; CREATE SCHEMA ", schema));
        } else {
            for (const auto& entry : std::filesystem::directory_iterator(folder()))
                std::filesystem::remove(entry.path());
        }
        store_ = open_store();
    }
};
BESTELD_BOTH_ENGINES(Migration);

TEST_P(Migration, twiceChangesNothing) {
    const auto id = some_case(*store_, "1").id;
    store_->migrate();
    EXPECT_TRUE(store_->find_case(id));
}

TEST_P(Migration, byTwoDaemonsAtOnceIsDoneOnce) {
    forget_everything();
    auto other = open_store();
    std::thread second([&] { EXPECT_NO_THROW(other->migrate()); });
    EXPECT_NO_THROW(store_->migrate());
    second.join();
    EXPECT_TRUE(store_->is_empty());
}

TEST_P(Migration, refusesADatabaseOfANewerProgram) {
    open_session()->execute("INSERT INTO schema_version (version, name) VALUES (99, 'later')");
    try {
        store_->migrate();
        FAIL() << "a newer schema was taken";
    } catch (const StoreFault& fault) {
        EXPECT_THAT(fault.what(), testing::HasSubstr("schema version 99"));
        EXPECT_THAT(fault.what(), testing::HasSubstr("newer program"));
    }
}

TEST_P(Migration, leavesASoundDatabase) {
    EXPECT_EQ(store_->integrity_problem(), "");
    EXPECT_TRUE(store_->is_empty());
}

using Transactions = StoreContract;
BESTELD_BOTH_ENGINES(Transactions);

TEST_P(Transactions, areRolledBackByAnException) {
    EXPECT_THROW(store_->in_transaction([&] {
        store_->save_cursor("inbox", {1, 2});
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_FALSE(store_->cursor("inbox"));
}

TEST_P(Transactions, nestedOneIsASavepoint) {
    store_->in_transaction([&] {
        store_->add_messages({message_named("kept", "a")});
        EXPECT_THROW(store_->in_transaction([&] {
            store_->add_messages({message_named("dropped", "b")});
            throw std::runtime_error("no");
        }),
                     std::runtime_error);
    });
    const auto counts = store_->counts();
    EXPECT_EQ(counts.messages, 1);
    EXPECT_EQ(counts.stored, 1);
    EXPECT_EQ(store_->claim_messages("d", at(1), at(60), 10).size(), 1U);
}

TEST_P(Transactions, foreignBytesInATextAreMadeStorable) {
    store_->add_messages({{.channel = "orders",
                           .source_key = std::string("a\0b\xFF", 4),
                           .received_at = at(0),
                           .bytes = std::string("\0\xFF\x01", 3)}});
    const auto claimed = store_->claim_messages("d", at(1), at(60), 10);
    ASSERT_EQ(claimed.size(), 1U);
    EXPECT_EQ(claimed[0].source_key, "a\xEF\xBF\xBD"
                                     "b\xEF\xBF\xBD");
    EXPECT_EQ(claimed[0].bytes, std::string("\0\xFF\x01", 3));
}

TEST(StoreUrl, namesTheKindsItKnows) {
    try {
        Store::open("mysql://clerk:secret@host/db");
        FAIL() << "an unknown engine was opened";
    } catch (const StoreFault& fault) {
        EXPECT_THAT(fault.what(), testing::HasSubstr("\"mysql\""));
        EXPECT_THAT(fault.what(), testing::Not(testing::HasSubstr("secret")));
    }
}

TEST(StoreUrl, ofAServerThatIsNotThereFailsWithItsWords) {
    EXPECT_THROW(Store::open("postgresql://postgres@/x?host=/nonexistent-folder"), StoreFault);
}

} // namespace besteld::contract

// SPDX-License-Identifier: Apache-2.0

// The upkeep of base data: previews, two times, taking back, the second pair of eyes, exports.
#include "engines.hpp"

#include "base/durable_file.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <fstream>
#include <map>

namespace besteld::contract {

class BaseData : public StoreContract {
protected:
    void SetUp() override {
        StoreContract::SetUp();
        add_user("anna", Role::clerk);
        add_user("bert", Role::second_clerk);
    }
    void add_user(const std::string& login, Role role) {
        store_->save_user({.login = login, .name = login, .role = role, .password_hash = "x"});
    }
    std::string file(const std::string& name, const std::string& content) {
        const auto path = folder() / name;
        std::ofstream(path, std::ios::binary) << content;
        return path.string();
    }
    static std::vector<std::string> demo_world() {
        std::vector<std::string> paths;
        for (const auto& entry :
             std::filesystem::directory_iterator(BESTELD_SOURCE_DIR "/config/demo-world"))
            paths.push_back(entry.path().string());
        return paths;
    }
    void fill() {
        const auto report =
            store_->import_base_data({.files = demo_world(), .actor = "anna"}, at(0));
        ASSERT_EQ(report.state, ImportState::effective);
    }
    ImportRequest request(const std::string& name, const std::string& content) {
        return {.files = {file(name, content)}, .actor = "anna", .tell = Tell::rows};
    }
    // The price of the carton for the bakery: one row, changed.
    ImportRequest new_price(const std::string& amount) {
        return request("prices.csv", cat("scope,applies_to,sku,from_quantity,amount,unit,currency,"
                                         "valid_from\ncustomer,C1001,NK-100,0,",
                                         amount, ",H87,EUR,2026-01-01\n"));
    }
    ImportReport effective(ImportRequest request, std::int64_t seconds) {
        request.second_person = SecondPerson::not_needed;
        return store_->import_base_data(request, at(seconds));
    }
    std::string price(std::optional<Instant> known_at = std::nullopt) {
        const auto terms = store_->load_terms({}, {.customer_no = "C1001",
                                                   .item_codes = {"NK-100"},
                                                   .price_date = make_date(2026, 3, 2),
                                                   .known_at = known_at});
        for (const auto& rule : terms.prices)
            if (rule.scope == "customer" && rule.from_quantity == Decimal(0))
                return rule.amount.to_string();
        return "none";
    }
    // Every exported file's content by its name.
    std::map<std::string, std::string> exported(Store& store, ExportFormat format) {
        const auto folder_of_export = folder() / cat("export", ++exports_);
        std::map<std::string, std::string> files;
        for (const auto& path :
             store.export_base_data({.folder = folder_of_export.string(), .format = format}))
            files[std::filesystem::path(path).filename().string()] = read_file(path);
        return files;
    }
    std::map<std::string, std::string> exported() { return exported(*store_, ExportFormat::csv); }
    std::string refused_sql(const std::string& sql) {
        try {
            open_session()->execute(sql);
        } catch (const StoreFault& fault) {
            return fault.what();
        }
        return "it was done";
    }

private:
    int exports_ = 0;
};
BESTELD_BOTH_ENGINES(BaseData);

std::string told(const RowChange& change) {
    std::string cells;
    for (const auto& cell : change.cells)
        cells += cat(" ", cell.column, ":", cell.before, "->", cell.after);
    constexpr const char* fates[] = {"added", "changed", "ended"};
    return cat(change.table, " ", change.key, " ", fates[static_cast<int>(change.fate)], cells);
}
std::vector<std::string> told(const ImportReport& report) {
    std::vector<std::string> lines;
    for (const auto& change : report.changes)
        lines.push_back(told(change));
    return lines;
}
MATCHER_P(Says, text, "") {
    return arg.text.find(text) != std::string::npos;
}

TEST_P(BaseData, previewSaysWhatTheImportThenDoesAndDoesNothing) {
    fill();
    const auto before = exported();
    auto wanted = request("stock.csv", "sku,on_hand\nNK-330,31\nNK-100,99999\n");
    wanted.files.push_back(file("items.csv", "sku,name,stock_unit\nNEW-1,nieuw,H87\n"));
    wanted.run = ImportRun::preview;
    const auto preview = store_->import_base_data(wanted, at(10));
    EXPECT_EQ(preview.number, 0);
    EXPECT_EQ(exported(), before);
    EXPECT_EQ(store_->imports(10).size(), 1U);
    wanted.run = ImportRun::apply;
    const auto done = store_->import_base_data(wanted, at(11));
    EXPECT_EQ(told(done), told(preview));
    EXPECT_THAT(told(done),
                testing::Contains("items NEW-1 added sku:->NEW-1 name:->nieuw "
                                  "stock_unit:->H87 status:->active made_to_order:->no"));
    EXPECT_EQ(done.added, preview.added);
    EXPECT_EQ(done.changed, preview.changed);
    ASSERT_EQ(preview.files.size(), 2U);
    EXPECT_EQ(preview.files.at(0).added, 1);
    EXPECT_NE(exported(), before);
}

TEST_P(BaseData, previewNamesOldAndNew) {
    fill();
    auto wanted = new_price("0.8");
    wanted.run = ImportRun::preview;
    const auto preview = store_->import_base_data(wanted, at(10));
    ASSERT_EQ(preview.changes.size(), 1U);
    EXPECT_THAT(told(preview).at(0), testing::HasSubstr("changed amount:0.78->0.8"));
    EXPECT_EQ(preview.changes.at(0).row, 2);
    EXPECT_EQ(preview.state, ImportState::proposed); // it would wait for another person
    EXPECT_EQ(price(), "0.78");
}

TEST_P(BaseData, whatWasKnownThenIsKnownForEver) {
    fill();
    effective(new_price("0.80"), 100);
    effective(new_price("0.85"), 200);
    EXPECT_EQ(price(), "0.85");
    EXPECT_EQ(price(at(50)), "0.78");
    EXPECT_EQ(price(at(100)), "0.8");
    EXPECT_EQ(price(at(199)), "0.8");
    EXPECT_EQ(price(at(200)), "0.85");
    EXPECT_EQ(price(at(-1)), "none"); // before anything was known
    EXPECT_EQ(price(), "0.85");       // and back
}

TEST_P(BaseData, knownThenHoldsForEveryLookUpInside) {
    fill();
    effective(request("identities.csv", "customer,kind,value\nC1001,domain,brood.example\n"), 100);
    EXPECT_THAT(store_->known_domains(), testing::Contains("brood.example"));
    store_->as_known_at(at(50), [&] {
        EXPECT_TRUE(store_->find_identities({{"domain", "brood.example"}}).empty());
        EXPECT_THAT(store_->known_domains(), testing::Not(testing::Contains("brood.example")));
    });
    EXPECT_THAT(store_->known_domains(), testing::Contains("brood.example"));
    EXPECT_EQ(store_->find_identities({{"domain", "brood.example"}}).size(), 1U);
}

TEST_P(BaseData, rowsNameTheImportThatMadeThem) {
    fill();
    const auto number = effective(new_price("0.80"), 100).number;
    const auto terms = store_->load_terms(
        {},
        {.customer_no = "C1001", .item_codes = {"NK-100"}, .price_date = make_date(2026, 3, 2)});
    ASSERT_TRUE(terms.agreement);
    EXPECT_EQ(terms.agreement->provenance.import_id, 1);
    EXPECT_EQ(terms.agreement->provenance.recorded_from, at(0));
    std::vector<std::int64_t> imports;
    for (const auto& rule : terms.prices)
        if (rule.amount == Decimal::parse("0.80")) imports.push_back(rule.provenance.import_id);
    EXPECT_THAT(imports, testing::ElementsAre(number));
}

TEST_P(BaseData, importsFollowEachOtherWhateverTheClockSays) {
    fill();
    effective(new_price("0.80"), -1000);
    EXPECT_EQ(price(at(0)), "0.78");
    EXPECT_EQ(price(at(0) + std::chrono::milliseconds{1}), "0.8");
}

TEST_P(BaseData, anImportInsideATransactionThatIsRolledBackLeavesNothing) {
    fill();
    const auto before = exported();
    EXPECT_THROW(store_->in_transaction([&] {
        const auto report = store_->import_files(new_price("0.80").files, "what if", at(10));
        EXPECT_THAT(report.problems, testing::IsEmpty());
        EXPECT_EQ(price(), "0.8");
        throw std::runtime_error("enough");
    }),
                 std::runtime_error);
    EXPECT_EQ(exported(), before);
    EXPECT_EQ(store_->imports(10).size(), 1U);
}

TEST_P(BaseData, completeFilesEndWhatTheyDoNotName) {
    fill();
    auto wanted = request("prices.csv", "scope,applies_to,sku,amount,currency\n"
                                        "list,,NK-100,0.90,EUR\n");
    wanted.missing = Missing::end;
    wanted.from = make_date(2026, 4, 1);
    const auto done = effective(wanted, 100);
    EXPECT_THAT(done.problems, testing::IsEmpty());
    EXPECT_EQ(done.added, 1);
    EXPECT_GT(done.ended, 0);
    const auto on = [&](Date day) {
        std::vector<std::string> amounts;
        for (const auto& rule :
             store_
                 ->load_terms({},
                              {.customer_no = "C1001", .item_codes = {"NK-100"}, .price_date = day})
                 .prices)
            amounts.push_back(rule.amount.to_string());
        return amounts;
    };
    EXPECT_THAT(on(make_date(2026, 3, 31)), testing::Contains("0.78"));
    EXPECT_THAT(on(make_date(2026, 4, 1)), testing::ElementsAre("0.9"));
}

TEST_P(BaseData, completeFilesRemoveWhatHasNoEnd) {
    fill();
    auto wanted = request("stock.csv", "sku,on_hand\nNK-330,31\n");
    wanted.missing = Missing::end;
    const auto done = effective(wanted, 100);
    EXPECT_EQ(done.changed, 1);
    EXPECT_GT(done.ended, 0);
    EXPECT_EQ(exported()["stock.csv"], "sku,on_hand,safety,as_of\nNK-330,31,0,\n");
}

TEST_P(BaseData, whatOthersNameDoesNotGo) {
    fill();
    const auto before = exported();
    auto wanted = request("items.csv", "sku,name,stock_unit\nNEW-1,nieuw,H87\n");
    wanted.missing = Missing::end;
    const auto done = effective(wanted, 100);
    EXPECT_THAT(done.problems, testing::Contains(Says("cannot go")));
    EXPECT_EQ(exported(), before);
}

TEST_P(BaseData, identitiesThatFollowFromOtherRowsNeedNotBeListed) {
    fill();
    auto wanted = request("identities.csv", "customer,kind,value\nC1001,gln,9520000001018\n");
    wanted.missing = Missing::end;
    EXPECT_THAT(effective(wanted, 100).problems, testing::IsEmpty());
    EXPECT_EQ(store_->find_identities({{"customer_no", "C1002"}}).size(), 1U);
    EXPECT_EQ(store_->find_identities({{"mail", "petra@korenaar.example"}}).size(), 1U);
    EXPECT_TRUE(store_->find_identities({{"edi", "HARBORSUP:ZZ"}}).empty());
}

TEST_P(BaseData, undoRestoresExactly) {
    fill();
    const auto before = exported();
    auto wanted = new_price("0.80");
    wanted.files.push_back(file("stock.csv", "sku,on_hand\nNK-330,31\n"));
    wanted.files.push_back(file("customers.csv", "no,name,language,country\nC9,Negen,nl,NL\n"));
    wanted.files.push_back(file("contacts.csv", "customer,mail,name\nC9,jan@negen.example,Jan\n"));
    wanted.files.push_back(file("items.csv", "sku,name,stock_unit\nNEW-1,nieuw,H87\n"));
    const auto done = effective(wanted, 100);
    ASSERT_THAT(done.problems, testing::IsEmpty());
    const auto undone = store_->undo_import(
        done.number, {.actor = "bert", .second_person = SecondPerson::not_needed}, at(200));
    EXPECT_THAT(undone.problems, testing::IsEmpty());
    EXPECT_EQ(exported(), before);
    EXPECT_EQ(price(at(150)), "0.8");
    EXPECT_EQ(store_->import_record(done.number)->undone_by, undone.number);
    EXPECT_EQ(store_->import_record(undone.number)->undoes, done.number);
    EXPECT_TRUE(store_->find_identities({{"mail", "jan@negen.example"}}).empty());
    EXPECT_EQ(store_->integrity_problem(), "");
}

TEST_P(BaseData, undoBringsBackWhatACompleteFileEnded) {
    fill();
    const auto before = exported();
    auto wanted =
        request("promotions.csv", "code,sku,percent_off,ordered_from,ordered_to\nNIKS,NK-100,1,"
                                  "2026-01-01,2026-01-02\n");
    wanted.files.push_back(new_price("0.80").files.at(0));
    wanted.missing = Missing::end;
    const auto done = effective(wanted, 100);
    ASSERT_THAT(done.problems, testing::IsEmpty());
    EXPECT_NE(exported(), before);
    const auto undone = store_->undo_import(
        done.number, {.actor = "anna", .second_person = SecondPerson::not_needed}, at(200));
    EXPECT_THAT(undone.problems, testing::IsEmpty());
    EXPECT_EQ(exported(), before);
}

TEST_P(BaseData, undoIsRefusedWhenALaterImportChangedTheSameRow) {
    fill();
    const ImportRequest by{.actor = "anna", .second_person = SecondPerson::not_needed};
    const auto first = effective(new_price("0.80"), 100).number;
    const auto second = effective(new_price("0.85"), 200).number;
    const auto refused = store_->undo_import(first, by, at(300));
    EXPECT_THAT(refused.problems, testing::ElementsAre(Says(cat("since by import ", second))));
    EXPECT_EQ(price(), "0.85");
    EXPECT_THAT(store_->undo_import(second, by, at(400)).problems, testing::IsEmpty());
    EXPECT_EQ(price(), "0.8");
    EXPECT_THAT(store_->undo_import(first, by, at(500)).problems, testing::IsEmpty());
    EXPECT_EQ(price(), "0.78");
    EXPECT_THAT(store_->undo_import(99, by, at(600)).problems,
                testing::ElementsAre(Says("no import 99")));
}

TEST_P(BaseData, listAndShowSayWhoDidWhat) {
    fill();
    auto wanted = new_price("0.80");
    wanted.os_user = "root";
    const auto done = effective(wanted, 100);
    const auto records = store_->imports(10);
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records.at(0).number, done.number);
    EXPECT_EQ(records.at(0).actor, "anna");
    EXPECT_EQ(records.at(0).os_user, "root");
    EXPECT_EQ(records.at(0).basis, "one_person");
    EXPECT_EQ(records.at(0).files.at(0).sha256.size(), 64U);
    EXPECT_EQ(records.at(1).basis, "first_fill");
    EXPECT_EQ(told(store_->import_changes(done.number, at(300))), told(done));
}

TEST_P(BaseData, priceWaitsForAnotherPerson) {
    fill();
    const auto proposed = store_->import_base_data(new_price("0.80"), at(100));
    EXPECT_EQ(proposed.state, ImportState::proposed);
    EXPECT_GT(proposed.number, 0);
    EXPECT_EQ(price(), "0.78");
    EXPECT_EQ(told(store_->import_changes(proposed.number, at(150))), told(proposed));
    EXPECT_EQ(price(), "0.78");
    EXPECT_THAT(store_->approve_import(proposed.number, "anna", at(200)).problems,
                testing::ElementsAre(Says("clerk")));
    add_user("anna", Role::admin);
    EXPECT_THAT(store_->approve_import(proposed.number, "anna", at(200)).problems,
                testing::ElementsAre(Says("proposed by anna")));
    EXPECT_THAT(store_->approve_import(proposed.number, "ghost", at(200)).problems,
                testing::ElementsAre(Says("no active user")));
    EXPECT_EQ(price(), "0.78");
    const auto approved = store_->approve_import(proposed.number, "bert", at(300));
    EXPECT_THAT(approved.problems, testing::IsEmpty());
    EXPECT_EQ(price(), "0.8");
    EXPECT_EQ(price(at(250)), "0.78"); // known only since it counts
    const auto record = store_->import_record(proposed.number);
    EXPECT_EQ(record->approved_by, "bert");
    EXPECT_EQ(record->state, ImportState::effective);
    EXPECT_THAT(store_->approve_import(proposed.number, "bert", at(400)).problems,
                testing::ElementsAre(Says("waits for nobody")));
    EXPECT_EQ(store_->audit_chain(), "");
}

TEST_P(BaseData, stockNeedsNoSecondPerson) {
    fill();
    const auto done =
        store_->import_base_data(request("stock.csv", "sku,on_hand\nNK-330,31\n"), at(100));
    EXPECT_EQ(done.state, ImportState::effective);
    EXPECT_EQ(store_->import_record(done.number)->basis, "nothing_guarded");
}

struct GuardedFile {
    const char* name;
    const char* content;
    ImportState state;
};
const GuardedFile guarded_files[] = {
    {"customers.csv", "no,name,language,country,order_mail\nC9,Negen,nl,NL,a@negen.example\n",
     ImportState::proposed},
    {"customers.csv", "no,name,language,country\nC9,Negen,nl,NL\n", ImportState::effective},
    {"contacts.csv", "customer,mail\nC1001,nieuw@korenaar.example\n", ImportState::proposed},
    {"ship_tos.csv", "customer,id,city,country\nC1001,X,Zwolle,NL\n", ImportState::proposed},
    {"identities.csv", "customer,kind,value\nC1001,domain,brood.example\n", ImportState::proposed},
    {"items.csv", "sku,name,stock_unit\nNEW-1,nieuw,H87\n", ImportState::effective},
};

TEST_P(BaseData, pricesAddressesAndIdentitiesAreGuarded) {
    fill();
    for (const auto& [name, content, state] : guarded_files) {
        auto wanted = request(name, content);
        wanted.run = ImportRun::preview;
        const auto preview = store_->import_base_data(wanted, at(100));
        EXPECT_THAT(preview.problems, testing::IsEmpty()) << name;
        EXPECT_EQ(preview.state, state) << name << ": " << content;
    }
}

TEST_P(BaseData, whoeverProposesMustBeKnown) {
    fill();
    auto wanted = new_price("0.80");
    wanted.actor = "root";
    const auto report = store_->import_base_data(wanted, at(100));
    EXPECT_THAT(report.problems, testing::ElementsAre(Says("no user")));
    EXPECT_EQ(store_->imports(10).size(), 1U);
}

TEST_P(BaseData, whatChangedMeanwhileIsNotApproved) {
    fill();
    const auto proposed = store_->import_base_data(new_price("0.80"), at(100)).number;
    effective(new_price("0.70"), 200);
    EXPECT_THAT(store_->approve_import(proposed, "bert", at(300)).problems,
                testing::ElementsAre(Says("changed since")));
    EXPECT_EQ(price(), "0.7");
    EXPECT_EQ(store_->refuse_import(proposed, "bert", "out of date", at(400)), "");
    EXPECT_EQ(store_->import_record(proposed)->reason, "bert: out of date");
    EXPECT_THAT(store_->refuse_import(proposed, "bert", "again", at(500)),
                testing::HasSubstr("waits for nobody"));
}

TEST_P(BaseData, takingBackAPriceNeedsAnotherPersonToo) {
    fill();
    const auto number = effective(new_price("0.80"), 100).number;
    const auto proposed = store_->undo_import(number, {.actor = "anna"}, at(200));
    EXPECT_EQ(proposed.state, ImportState::proposed);
    EXPECT_EQ(price(), "0.8");
    EXPECT_THAT(store_->approve_import(proposed.number, "bert", at(300)).problems,
                testing::IsEmpty());
    EXPECT_EQ(price(), "0.78");
    EXPECT_EQ(store_->import_record(number)->undone_by, proposed.number);
}

TEST_P(BaseData, databaseRefusesGuardedChangesPastTheImport) {
    fill();
    constexpr const char* refusal = "another person approves";
    for (const char* sql :
         {"UPDATE price SET amount = 1", "DELETE FROM promotion",
          "UPDATE customer SET order_mail = 'thief@evil.example' WHERE no = 'C1001'",
          "UPDATE contact SET mail = 'thief@evil.example' WHERE customer = 'C1001'",
          "INSERT INTO customer_identity (kind, identity_key, customer) "
          "VALUES ('domain', 'evil.example', 'C1001')",
          "UPDATE agreement SET price_tolerance_percent = 100000000",
          "UPDATE ship_to SET city = 'Elders'"})
        EXPECT_THAT(refused_sql(sql), testing::HasSubstr(refusal)) << sql;
    EXPECT_EQ(refused_sql("UPDATE stock SET on_hand = 0"), "it was done");
}

TEST_P(BaseData, databaseRefusesTheSamePersonTwice) {
    fill();
    const auto number = store_->import_base_data(new_price("0.80"), at(100)).number;
    const auto approval = [&](const std::string& proposer, const std::string& basis,
                              const std::string& approver) {
        return refused_sql(cat("INSERT INTO base_data_approval (import_id, proposed_by, basis, "
                               "approved_by, at) VALUES (",
                               number, ", '", proposer, "', '", basis, "', ", approver, ", 0)"));
    };
    EXPECT_NE(approval("anna", "second_person", "'anna'"), "it was done");
    EXPECT_NE(approval("anna", "second_person", "NULL"), "it was done");
    EXPECT_NE(approval("carl", "second_person", "'anna'"), "it was done"); // it was anna's
    EXPECT_NE(approval("anna", "first_fill", "NULL"), "it was done");
    EXPECT_NE(refused_sql(cat("UPDATE base_data_import SET actor = 'carl' WHERE id = ", number)),
              "it was done");
    EXPECT_NE(refused_sql("UPDATE base_data_import SET state = 'applying' WHERE id = 1"),
              "it was done");
    EXPECT_NE(refused_sql("UPDATE base_data_approval SET approved_by = 'bert'"), "it was done");
    EXPECT_EQ(approval("anna", "second_person", "'bert'"), "it was done");
}

TEST_P(BaseData, exportImportedIntoAnEmptyStoreIsTheSameAgain) {
    fill();
    for (const auto format : {ExportFormat::csv, ExportFormat::json}) {
        const auto first = exported(*store_, format);
        const auto copy = Store::open("sqlite::memory:");
        copy->migrate();
        std::vector<std::string> paths;
        for (const auto& [name, content] : first)
            paths.push_back(file(name, content));
        const auto report = copy->import_base_data({.files = paths, .actor = "anna"}, at(0));
        ASSERT_THAT(report.problems, testing::IsEmpty());
        EXPECT_EQ(exported(*copy, format), first);
        for (const auto& path : paths)
            std::filesystem::remove(path);
    }
}

TEST_P(BaseData, formulasAreNeutralisedAndComeBackAsTheyWere) {
    const std::vector<std::string> names{"=1+1",  "+31 38 1234567", "-5 korting", "@SUM(A1)",
                                         "'=1+1", "''+x",           "'tis",       "plain, =1"};
    std::string items = "[";
    for (std::size_t i = 0; i < names.size(); ++i)
        items += cat(i == 0 ? "" : ",", R"({"sku":"A-)", i, R"(","name":")", names[i],
                     R"(","stock_unit":"H87"})");
    ASSERT_THAT(
        store_
            ->import_base_data({.files = {file("items.json", items + "]")}, .actor = "anna"}, at(0))
            .problems,
        testing::IsEmpty());
    const auto csv = exported()["items.csv"];
    for (const char* cell : {",'=1+1,", ",'+31 38 1234567,", ",'-5 korting,", ",'@SUM(A1),",
                             ",''=1+1,", ",'''+x,", ",'tis,", ",\"plain, =1\","})
        EXPECT_THAT(csv, testing::HasSubstr(cell));
    const auto copy = Store::open("sqlite::memory:");
    copy->migrate();
    ASSERT_THAT(copy->import_base_data({.files = {file("items.csv", csv)}, .actor = "anna"}, at(0))
                    .problems,
                testing::IsEmpty());
    EXPECT_EQ(exported(*copy, ExportFormat::json)["items.json"],
              exported(*store_, ExportFormat::json)["items.json"]);
}

} // namespace besteld::contract

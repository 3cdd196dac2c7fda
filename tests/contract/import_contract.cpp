// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fstream>

namespace besteld::contract {

class Import : public StoreContract {
protected:
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
        return paths; // in whatever order the folder has: the import sorts
    }
    ImportReport import(const std::vector<std::string>& paths) {
        return store_->import_files(paths, "anna", at(0));
    }
    Terms terms_of(const std::string& customer, const std::vector<std::string>& items,
                   Date on = make_date(2026, 3, 2)) {
        return store_->load_terms({},
                                  {.customer_no = customer, .item_codes = items, .price_date = on});
    }
};
BESTELD_BOTH_ENGINES(Import);

MATCHER_P4(IsProblem, row, column, text, hint, "") {
    return arg.row == row && arg.column == column && arg.text.find(text) != std::string::npos &&
           arg.hint.find(hint) != std::string::npos;
}
void PrintTo(const ImportProblem& p, std::ostream* out) {
    *out << p.file << " row " << p.row << " column " << p.column << ": " << p.text << " (" << p.hint
         << ")";
}

TEST_P(Import, takesTheDemoWorldAndThenFindsItUnchanged) {
    const auto first = import(demo_world());
    EXPECT_THAT(first.problems, testing::IsEmpty());
    EXPECT_EQ(first.added, first.rows);
    EXPECT_FALSE(store_->is_empty());
    const auto second = import(demo_world());
    EXPECT_EQ(second.unchanged, first.rows);
    EXPECT_EQ(second.added + second.changed, 0);
    EXPECT_EQ(store_->events(0).size(), 2U);
    EXPECT_EQ(store_->integrity_problem(), "");
}

TEST_P(Import, demoWorldSaysWhatWasAgreedWithTheBakery) {
    import(demo_world());
    const auto terms = terms_of("C1001", {"nk 100", "NK-210", "NK-330"});
    ASSERT_TRUE(terms.customer && terms.agreement);
    EXPECT_EQ(terms.customer->edi_profile, "eancom97+ubl");
    EXPECT_EQ(terms.customer->contacts.at(0).mail, "petra@korenaar.example");
    EXPECT_EQ(terms.agreement->cut_off, "12:00");
    EXPECT_EQ(terms.agreement->minimum_value, Decimal(250));
    EXPECT_EQ(terms.agreement->rounding, Rounding::up);
    EXPECT_EQ(terms.ship_tos.size(), 2U);
    EXPECT_EQ(terms.items.size(), 4U); // with the substitute NK-331
    EXPECT_EQ(terms.items.at("NK-210").units.at(0).unit, "XRO");
    EXPECT_EQ(terms.items.at("NK-210").units.at(1).factor, Decimal(36));
    std::vector<std::string> boxes;
    for (const auto& price : terms.prices)
        if (price.sku == "NK-100")
            boxes.push_back(cat(price.scope, " ", price.from_quantity.to_string(), " ",
                                price.amount.to_string()));
    EXPECT_THAT(boxes, testing::ElementsAre("customer 1000 0.71", "customer 500 0.74",
                                            "customer 0 0.78", "list 0 0.82"));
    ASSERT_EQ(terms.promotions.size(), 1U);
    EXPECT_EQ(terms.promotions[0].percent_off, Decimal(8));
    EXPECT_EQ(terms.stock.at("NK-330").receipts.at(0).quantity, Decimal(60));
    EXPECT_THAT(terms.known_domains, testing::Contains("korenaar.example"));
}

TEST_P(Import, otherCustomersPricesAndPromotionsStayApart) {
    import(demo_world());
    const auto terms = terms_of("C1002", {"NK-210"});
    ASSERT_EQ(terms.prices.size(), 2U);
    EXPECT_EQ(terms.prices[0].amount.to_string(), "1.12");
    EXPECT_TRUE(terms.promotions.empty());
    EXPECT_TRUE(terms_of("C1001", {"NK-210"}, make_date(2025, 12, 31)).prices.empty());
    EXPECT_EQ(terms_of("C1001", {}, make_date(2025, 12, 31)).other_agreements.size(), 1U);
    EXPECT_EQ(terms_of("C1005", {"NK-505"}).frameworks.at(0).called_off, Decimal(4700));
}

TEST_P(Import, articlesAreFoundByEveryNumber) {
    import(demo_world());
    const auto on = make_date(2026, 3, 2);
    EXPECT_TRUE(store_
                    ->load_terms(
                        {}, {.customer_no = "C1001", .gtins = {"09521000000025"}, .price_date = on})
                    .items.contains("NK-210"));
    const auto theirs = store_->load_terms(
        {}, {.customer_no = "C1001", .buyer_items = {"kb doos 3020"}, .price_date = on});
    EXPECT_TRUE(theirs.items.contains("NK-100"));
    EXPECT_EQ(theirs.references.at(0).buyer_item, "KB-DOOS-3020");
    EXPECT_TRUE(
        store_
            ->load_terms(
                {}, {.customer_no = "C1002", .buyer_items = {"KB-DOOS-3020"}, .price_date = on})
            .items.empty());
}

TEST_P(Import, customersAreFoundByEachIdentity) {
    import(demo_world());
    const auto hits = store_->find_identities({{"gln", "9520000001018"},
                                               {"mail", "petra@korenaar.example"},
                                               {"customer_no", "C1002"},
                                               {"edi", "HARBORSUP:ZZ"},
                                               {"gln", "1"}});
    std::vector<std::string> found;
    for (const auto& hit : hits)
        found.push_back(cat(hit.identity.kind, " ", hit.customer_no));
    EXPECT_THAT(found,
                testing::ElementsAre("customer_no C1002", "edi C1004", "gln C1001", "mail C1001"));
    EXPECT_TRUE(store_->find_identities({}).empty());
}

TEST_P(Import, queueIsSearchedByTheCustomersName) {
    import(demo_world());
    const auto made = some_case(*store_, "1");
    for (const char* text : {"korenaar", "Koren", "bakkerij de", "C1001", "c100"}) {
        const auto rows = store_->queue({.text = text});
        ASSERT_EQ(rows.size(), 1U) << text;
        EXPECT_EQ(rows[0].case_id, made.id);
    }
    EXPECT_TRUE(store_->queue({.text = "müller"}).empty());
}

TEST_P(Import, reservedStockIsPromisedUntilTheOrderEnds) {
    import(demo_world());
    auto made = some_case(*store_, "1");
    const auto day = make_date(2026, 3, 5);
    store_->reserve(made.id, {"NK-330", "NK-330"}, {{day, Decimal(10)}, {day, Decimal(2)}});
    ASSERT_EQ(terms_of("C1001", {"NK-330"}).stock.at("NK-330").promises.size(), 1U);
    EXPECT_EQ(terms_of("C1001", {"NK-330"}).stock.at("NK-330").promises[0].quantity, Decimal(12));
    store_->reserve(made.id, {"NK-330"}, {{day, Decimal(5)}}); // instead of, not on top
    EXPECT_EQ(terms_of("C1001", {"NK-330"}).stock.at("NK-330").promises[0].quantity, Decimal(5));
    made.state = OrderState::cancelled;
    ASSERT_TRUE(store_->save_case(made));
    EXPECT_TRUE(terms_of("C1001", {"NK-330"}).stock.at("NK-330").promises.empty());
}

TEST_P(Import, changedRowsAreChanged) {
    import(demo_world());
    const auto report = import({file("stock.csv", "sku;on_hand\nNK-330;31\nNK-331;200\n")});
    EXPECT_EQ(report.changed, 2); // as_of and safety are in the row too
    EXPECT_EQ(terms_of("C1001", {"NK-330"}).stock.at("NK-330").on_hand, Decimal(31));
}

TEST_P(Import, tomlAndJsonHoldTheSameColumns) {
    const auto report = import(
        {file("items.toml", "[[items]]\nsku = \"A-1\"\nname = \"doos\"\nstock_unit = \"H87\"\n"
                            "sell_to = 2026-06-30\nmultiple = 25\n"),
         file("prices.json",
              "[{\"scope\":\"list\",\"sku\":\"A-1\",\"amount\":\"0.82\",\"currency\":"
              "\"EUR\",\"valid_from\":\"2026-01-01\"}]")});
    EXPECT_THAT(report.problems, testing::IsEmpty());
    const auto terms = terms_of("", {"A-1"});
    EXPECT_EQ(terms.items.at("A-1").sell_to, make_date(2026, 6, 30));
    EXPECT_EQ(terms.items.at("A-1").multiple, Decimal(25));
    EXPECT_EQ(terms.prices.at(0).amount.to_string(), "0.82");
    EXPECT_EQ(terms.prices[0].unit, "H87"); // the stock unit unless said
}

TEST_P(Import, oneWrongCellAnywhereImportsNothing) {
    const auto report =
        import({file("customers.csv", "no,name,language,country\nC1,One,nl,NL\n"),
                file("items.csv", "sku,name,stock_unit,multiple\nA-1,box,H87,\"1,5\"\n")});
    EXPECT_THAT(report.problems, testing::ElementsAre(IsProblem(2, "multiple", "no decimal",
                                                                "a point, not a comma")));
    EXPECT_TRUE(store_->is_empty());
}

TEST_P(Import, unknownArticleOfAPriceIsNamedWithItsRow) {
    const auto report =
        import({file("items.csv", "sku,name,stock_unit\nA-1,box,H87\n"),
                file("prices.csv", "scope,applies_to,sku,amount,currency,valid_from\n"
                                   "list,,A-1,1,EUR,2026-01-01\nlist,,A-2,1,EUR,2026-01-01\n"
                                   "customer,C9,A-1,1,EUR,2026-01-01\n")});
    EXPECT_THAT(
        report.problems,
        testing::ElementsAre(IsProblem(3, "sku", "no item \"A-2\"", "items.csv"),
                             IsProblem(4, "applies_to", "no customer \"C9\"", "customers.csv")));
    EXPECT_TRUE(store_->is_empty());
    EXPECT_EQ(report.added, 0);
}

struct WrongFile {
    const char* name;
    const char* content;
    int row;
    const char* column;
    const char* text;
    const char* hint;
};
const WrongFile wrong_files[] = {
    {"items.csv", "sku,nmae,name,stock_unit\nA,b,c,H87\n", 1, "nmae", "no column \"nmae\"",
     "did you mean \"name\"?"},
    {"items.csv", "sku,name\nA,b\n", 1, "stock_unit", "column is missing", "minimum_quantity"},
    {"items.csv", "sku,sku,name,stock_unit\nA,A,b,H87\n", 1, "sku", "occurs twice", "take one"},
    {"items.csv", "sku,name,stock_unit\nA,b\n", 2, "", "2 cells, the heading has 3", "quotes"},
    {"items.csv", "sku,name,stock_unit\nA,\"b,H87\n", 2, "", "never closed", "\"\""},
    {"items.csv", "sku,name,stock_unit\nA,\xFF,H87\n", 0, "", "not UTF-8", "CSV UTF-8"},
    {"items.csv", "", 1, "", "empty", "first row"},
    {"items.csv", "sku,name,stock_unit\nA,b,stuks\n", 2, "stock_unit", "no unit code", "H87"},
    {"items.csv", "sku,name,stock_unit\nA,,H87\n", 2, "name", "empty", "needed"},
    {"items.csv", "sku,name,stock_unit\nA,b,H87\nA,c,H87\n", 3, "", "row 2 again", "take one"},
    {"items.csv", "sku,name,stock_unit,sell_to\nA,b,H87,30-06-2026\n", 2, "sell_to", "no date",
     "2026-03-05"},
    {"items.csv", "sku,name,stock_unit,sell_to\nA,b,H87,2026-02-30\n", 2, "sell_to", "no date",
     "2026-03-05"},
    {"items.csv", "sku,name,stock_unit,status\nA,b,H87,activ\n", 2, "status", "none of active",
     "did you mean \"active\"?"},
    {"items.csv", "sku,name,stock_unit,substitute\nA,b,H87,B\n", 2, "substitute", "no item \"B\"",
     "items.csv"},
    {"customers.csv", "no,name,language,country\nC 1,a,nl,NL\n", 2, "no", "no code",
     "without blanks"},
    {"customers.csv", "no,name,language,country\nC1,a,nl,Nederland\n", 2, "country", "no country",
     "NL"},
    {"customers.csv", "no,name,language,country,order_mail\nC1,a,nl,NL,petra\n", 2, "order_mail",
     "no mail address", "petra@"},
    {"customers.toml", "[[c]]\nno = 1\nno = 2\n", 3, "", "redefine", "line"},
    {"customers.json", "{\"a\": 1, \"b\": 2}", 0, "", "list of objects", "sku"},
    {"customers.json", "[{\"no\": [1]}]", 2, "no", "not read", "no lists"},
    {"customers.xlsx", "x", 0, "", "not read", ".csv"},
    {"items.csv", "sku,name,stock_unit,former_skus\nA,b,H87,A 0\n", 2, "former_skus", "no code",
     "between two"},
    {"items.csv", "sku,name,stock_unit,properties\nA,b,H87,width\n", 2, "properties",
     "has no \"=\"", "width=50 mm"},
    {"items.csv", "sku,name,stock_unit,floor_price\nA,b,H87,1\n", 2, "floor_currency",
     "no currency", "EUR"},
    {"items.csv", "sku,name,stock_unit,sell_from,sell_to\nA,b,H87,2026-02-01,2026-01-01\n", 2,
     "sell_to", "before sell_from", "turn"},
    {"items.csv", "sku,name,stock_unit,lead_days\nA,b,H87,2.5\n", 2, "lead_days", "no whole number",
     "digits"},
    {"customers.csv", "no,name,language,country,vat\nC1,a,nl,NL,NL123456789B14\n", 2, "vat",
     "no valid vat", "check digit"},
    {"agreements.csv",
     "number,customer,valid_from,currency,required_fields\nA,C1,2026-01-01,EUR,cost_reference\n", 2,
     "required_fields", "has no \":\"", "registration:"},
    {"agreements.csv",
     "number,customer,valid_from,currency,required_fields\nA,C1,2026-01-01,EUR,payment:total\n", 2,
     "required_fields", "none of registration", ""},
    {"agreements.csv",
     "number,customer,valid_from,currency,check_tolerance\nA,C1,2026-01-01,EUR,price=1\n", 2,
     "check_tolerance", "no check \"price\"", "names stand in"},
    {"prices.csv", "scope,amount,currency,valid_from\nlist,1,EUR,2026-01-01\n", 2, "sku",
     "neither sku nor item_group", "one of the two"},
    {"prices.csv", "scope,item_group,amount,currency,valid_from\nlist,G,1,EUR,2026-01-01\n", 2,
     "unit", "has no unit", "say it"},
    {"promotions.csv", "code,sku,ordered_from,ordered_to\nP,A,2026-01-01,2026-02-01\n", 2,
     "percent_off", "percentage off or a price", "fill one"},
    {"charges.csv", "scope,code,level,currency,valid_from\nall,freight,order,EUR,2026-01-01\n", 2,
     "percent", "neither percent nor amount", "one of the two"},
    {"charges.csv",
     "scope,applies_to,code,level,amount,currency,valid_from\n"
     "all,C1,freight,order,1,EUR,2026-01-01\n",
     2, "applies_to", "applies to everybody", "customer's number"},
    {"charges.csv",
     "scope,code,level,item_group,amount,currency,valid_from\n"
     "all,freight,order,G,1,EUR,2026-01-01\n",
     2, "level", "no rule for whole orders", "level line"},
    {"assortments.csv", "scope,applies_to,sku,valid_from\ncustomer,,A,2026-01-01\n", 2,
     "applies_to", "needs whom", "customer's number"},
    {"assortments.csv", "scope,applies_to,sku,valid_from\ncustomer,C9,,2026-01-01\n", 2, "sku",
     "neither sku nor item_group", "one of the two"},
    {"substitutions.csv", "scope,sku,substitute\nall,A,A\n", 2, "substitute", "replace itself",
     "another"},
    {"embargoes.csv", "clause\nx\n", 2, "party", "names nothing", "a country"},
    {"ship_tos.csv",
     "customer,id,city,country,unloading_from,unloading_to\nC1,S,a,NL,12:00,08:00\n", 2,
     "unloading_to", "before unloading_from", "turn"},
    {"kunden.csv", "x\n", 0, "", "does not say what it holds", "customers"},
};

TEST_P(Import, errorsSayWhereWhatAndWhatToDo) {
    for (const auto& wrong : wrong_files) {
        const auto report = import({file(wrong.name, wrong.content)});
        EXPECT_THAT(report.problems,
                    testing::Contains(IsProblem(wrong.row, wrong.column, wrong.text, wrong.hint)))
            << wrong.name << ": " << wrong.content;
        EXPECT_TRUE(store_->is_empty());
    }
}

TEST_P(Import, checkDigitsOfIdentitiesAreChecked) {
    import(demo_world());
    const auto report =
        import({file("identities.csv", "customer,kind,value\nC1001,gln,9520000001019\n"
                                       "C1001,vat,NL123456789B14\nC1001,vat,NL 1234.56.782.B01\n"
                                       "C1002,vat,DE136695977\nC1003,vat,91310000MA1FL0000M\n"),
                file("item_units.csv", "sku,unit,factor,gtin\nNK-900,XBX,10,9521000000019\n")});
    EXPECT_THAT(report.problems,
                testing::UnorderedElementsAre(IsProblem(2, "value", "no valid gln", "check digit"),
                                              IsProblem(3, "value", "no valid vat", "check digit"),
                                              IsProblem(5, "value", "no valid vat", "check digit"),
                                              IsProblem(6, "value", "no valid vat", "check digit"),
                                              IsProblem(2, "gtin", "check digit", "label")));
}

TEST_P(Import, gtinNamesOneArticle) {
    import(demo_world());
    const auto report =
        import({file("item_units.csv", "sku,unit,factor,gtin\nNK-900,XBX,10,9521000000018\n")});
    EXPECT_THAT(report.problems,
                testing::ElementsAre(IsProblem(2, "gtin", "that of NK-100 in H87", "one article")));
}

} // namespace besteld::contract

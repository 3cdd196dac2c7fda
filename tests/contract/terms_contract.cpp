// SPDX-License-Identifier: Apache-2.0

// Every part of what was agreed, from its file to the terms of one order.
#include "base_data_files.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld::contract {

class TermsOfOrder : public BaseDataContract {
protected:
    void SetUp() override {
        BaseDataContract::SetUp();
        import({file("customers.csv",
                     "no,name,language,country,price_group,vat,vat_checked_on,phone,bank_account,"
                     "bill_to_gln,bill_to_name\n"
                     "C1,Bakker Een,nl,NL,BAKERS,NL 1234.56.789.B13,2026-02-01,+31 38 1,NL00BANK1,"
                     "9520000001018,Bakkers Inkoop\n"
                     "C2,Zweite GmbH,de,DE,,,,,,,\n"),
                file("items.csv",
                     "sku,name,name_de,stock_unit,item_group,mix_group,former_skus,classes,"
                     "properties,floor_price,floor_currency,lead_days,maximum_quantity\n"
                     "A-1,doos groot,Karton gross,H87,BOX,MIX,A-0;A-00,,width=50 mm;colour=bruin,"
                     "0.40,EUR,7,900\n"
                     "A-2,doos klein,Karton klein,H87,BOX,MIX,,dangerous;excise,,,,,\n"
                     "B-1,tape,Klebeband,XRO,TAPE,,,,,,,,\n")});
    }
    Terms terms(TermsQuery query) {
        if (query.price_date == Date{}) query.price_date = make_date(2026, 3, 2);
        return store_->load_terms({}, query);
    }
    Terms terms(const std::string& customer, const std::vector<std::string>& codes) {
        return terms(TermsQuery{.customer_no = customer, .item_codes = codes});
    }
};
BESTELD_BOTH_ENGINES(TermsOfOrder);

TEST_P(TermsOfOrder, holdTheCustomerWithLicencesAndPhones) {
    import({file("licences.csv", "customer,kind,number,valid_to\nC1,dangerous,L-7,2026-12-31\n"),
            file("contacts.csv", "customer,mail,name,phone\nC1,jan@een.example,Jan,+31 6 12\n")});
    const auto customer = terms("C1", {}).customer;
    ASSERT_TRUE(customer);
    EXPECT_EQ(customer->vat, "NL123456789B13");
    EXPECT_EQ(customer->vat_checked_on, make_date(2026, 2, 1));
    EXPECT_EQ(customer->price_group, "BAKERS");
    EXPECT_EQ(customer->bank_account, "NL00BANK1");
    EXPECT_EQ(customer->bill_to_name, "Bakkers Inkoop");
    EXPECT_EQ(customer->contacts.at(0).phone, "+31 6 12");
    EXPECT_EQ(customer->licences.at(0).number, "L-7");
}

TEST_P(TermsOfOrder, holdWhatAnInvoiceRequestNeeds) {
    import({file("customers.csv", "no,name,language,country,bank_account,bank_name,"
                                  "invoice_address,invoice_kind,invoice_mail\n"
                                  "C3,恒达,zh,CN,6222,示例银行,示例路 88 号,special,"
                                  "fapiao@hengda.example\n"),
            file("items.csv", "sku,name,stock_unit,tax_name\nC-1,doos,H87,*纸制品*纸箱\n")});
    const auto found = terms("C3", {"C-1"});
    ASSERT_TRUE(found.customer);
    EXPECT_EQ(found.customer->bank_name, "示例银行");
    EXPECT_EQ(found.customer->invoice_address, "示例路 88 号");
    EXPECT_EQ(found.customer->invoice_kind, "special");
    EXPECT_EQ(found.customer->invoice_mail, "fapiao@hengda.example");
    EXPECT_EQ(found.items.at("C-1").tax_name, "*纸制品*纸箱");
}

TEST_P(TermsOfOrder, holdEveryPartOfTheAgreement) {
    import({file("agreements.csv",
                 "number,customer,valid_from,currency,rounding,check_tolerance,price_date_basis,"
                 "quantity_over_percent,date_tolerance_days,maximum_parts,transport_days,rush_fee,"
                 "credit_currency,oldest_overdue_days,credit_as_of,required_fields\n"
                 "A-C1,C1,2026-01-01,EUR,nearest,price_above_agreed=0.05,delivery,10,2,3,1,25.00,"
                 "USD,20,2026-03-01T06:00:00Z,registration:cost_reference;delivery:requested\n")});
    const auto agreement = terms("C1", {}).agreement;
    ASSERT_TRUE(agreement);
    EXPECT_EQ(agreement->rounding, Rounding::nearest);
    EXPECT_EQ(agreement->check_tolerance.at("price_above_agreed").to_string(), "0.05");
    EXPECT_EQ(agreement->price_date_basis, PriceDateBasis::delivery);
    EXPECT_EQ(agreement->quantity_over_percent, Decimal(10));
    EXPECT_EQ(agreement->quantity_under_percent, Decimal(0));
    EXPECT_EQ(agreement->maximum_parts, 3);
    EXPECT_EQ(agreement->transport_days, 1);
    EXPECT_EQ(agreement->horizon_days, 180);
    EXPECT_EQ(agreement->overdue_days_allowed, 14);
    EXPECT_EQ(agreement->oldest_overdue_days, 20);
    EXPECT_EQ(agreement->rush_fee, Decimal(25));
    EXPECT_EQ(agreement->credit_currency, "USD");
    EXPECT_TRUE(agreement->credit_as_of);
    EXPECT_THAT(agreement->required_fields,
                testing::ElementsAre("registration:cost_reference", "delivery:requested"));
}

TEST_P(TermsOfOrder, findAnItemByTheNumberItHadBefore) {
    const auto found = terms("C1", {"a00"});
    ASSERT_EQ(found.items.size(), 1U);
    const auto& item = found.items.at("A-1");
    EXPECT_THAT(item.former_skus, testing::ElementsAre("A-0", "A-00"));
}

TEST_P(TermsOfOrder, holdWhatIsKnownOfTheItem) {
    const auto found = terms("C1", {"A-1", "A-2"});
    const auto& box = found.items.at("A-1");
    EXPECT_EQ(box.item_group, "BOX");
    EXPECT_EQ(box.mix_group, "MIX");
    EXPECT_EQ(box.properties.at("width"), "50 mm");
    EXPECT_EQ(box.floor_price->to_string(), "0.4");
    EXPECT_EQ(box.lead_days, 7);
    EXPECT_FALSE(box.shelf_life_days);
    EXPECT_EQ(box.maximum_quantity, Decimal(900));
    EXPECT_THAT(found.items.at("A-2").classes, testing::ElementsAre("dangerous", "excise"));
}

TEST_P(TermsOfOrder, holdPricesOfItemGroupsAndThoseThatBeginBeforeDelivery) {
    import({file("prices.csv",
                 "scope,applies_to,sku,item_group,from_quantity,amount,unit,currency,valid_from,"
                 "valid_to,break_basis\n"
                 "list,,A-1,,0,1.00,,EUR,2026-01-01,2026-03-31,\n"
                 "list,,A-1,,0,1.10,,EUR,2026-04-01,,\n"
                 "list,,A-1,,0,1.20,,EUR,2026-07-01,,\n"
                 "group,BAKERS,,BOX,100,0.90,H87,EUR,2026-01-01,,mix_group\n"
                 "group,OTHERS,,BOX,100,0.50,H87,EUR,2026-01-01,,\n"
                 "list,,,TAPE,0,2.00,XRO,EUR,2026-01-01,,\n")});
    TermsQuery query{.customer_no = "C1",
                     .item_codes = {"A-1"},
                     .price_date = make_date(2026, 3, 2),
                     .delivered_by = make_date(2026, 4, 10)};
    std::vector<std::string> amounts;
    for (const auto& price : terms(query).prices)
        amounts.push_back(cat(price.scope, " ", price.sku, price.item_group, " ", price.unit, " ",
                              price.amount.to_string()));
    EXPECT_THAT(amounts, testing::UnorderedElementsAre("list A-1 H87 1", "list A-1 H87 1.1",
                                                       "group BOX H87 0.9"));
    query.delivered_by.reset();
    const auto today = terms(query).prices;
    EXPECT_EQ(today.size(), 2U);
    const auto of_group = std::ranges::find(today, std::string("BOX"), &PriceRule::item_group);
    ASSERT_NE(of_group, today.end());
    EXPECT_EQ(of_group->break_basis, BreakBasis::mix_group);
}

TEST_P(TermsOfOrder, takeTheMostParticularChargeOfACode) {
    import({file("charges.csv",
                 "scope,applies_to,code,level,sku,item_group,percent,amount,below_value,currency,"
                 "valid_from,is_allowance,sequence\n"
                 "all,,freight,order,,,,25.00,500,EUR,2026-01-01,,1\n"
                 "group,BAKERS,freight,order,,,,17.50,500,EUR,2026-01-01,,1\n"
                 "all,,energy,order,,,2,,,EUR,2026-01-01,,2\n"
                 "customer,C1,bonus,line,,BOX,3,,,EUR,2026-01-01,yes,0\n"
                 "customer,C2,bonus,line,,BOX,9,,,EUR,2026-01-01,yes,0\n"
                 "all,,fragile,line,B-1,,,1.00,,EUR,2026-01-01,,0\n"
                 "all,,roll,line,,TAPE,,1.00,,EUR,2026-01-01,,0\n"
                 "all,,gone,order,,,,1.00,,EUR,2025-01-01,,0\n")});
    import({file("charges.csv", "scope,applies_to,code,level,amount,currency,valid_from,valid_to\n"
                                "all,,gone,order,1.00,EUR,2025-01-01,2025-12-31\n")});
    std::vector<std::string> charges;
    for (const auto& charge : terms("C1", {"A-1"}).charges)
        charges.push_back(
            cat(charge.code, " ", charge.is_allowance ? "-" : "+",
                charge.percent ? charge.percent->to_string() + "%" : charge.amount->to_string()));
    EXPECT_THAT(charges, testing::UnorderedElementsAre("bonus -3%", "freight +17.5", "energy +2%"));
    EXPECT_EQ(terms("", {}).charges.size(), 2U); // everybody's for whole orders
}

TEST_P(TermsOfOrder, aClosedAssortmentIsSeenFromAnyOrder) {
    EXPECT_TRUE(terms("C1", {"B-1"}).assortment.empty());
    import({file("assortments.csv", "scope,applies_to,sku,item_group,allowed,valid_from\n"
                                    "group,BAKERS,,BOX,yes,2026-01-01\n"
                                    "customer,C1,A-2,,no,2026-01-01\n")});
    const auto rules = terms("C1", {"B-1"}).assortment;
    ASSERT_EQ(rules.size(), 1U); // says nothing of B-1, but that there is a list
    EXPECT_EQ(rules[0].item_group, "BOX");
    EXPECT_EQ(terms("C1", {"A-2"}).assortment.size(), 2U);
    EXPECT_TRUE(terms("C2", {"B-1"}).assortment.empty());
}

TEST_P(TermsOfOrder, theCustomersOwnQuantityRuleAndSubstituteGoFirst) {
    import({file("quantity_rules.csv",
                 "scope,applies_to,sku,minimum,multiple,quota,rounding,sales_unit\n"
                 "all,,A-1,10,5,,up,\ncustomer,C1,A-1,20,,1000,,H87\n"),
            file("substitutions.csv", "scope,applies_to,sku,substitute,ratio,keep_price,mode\n"
                                      "all,,A-1,A-2,2,no,allowed\n"
                                      "customer,C1,A-1,A-2,2,no,forbidden\n")});
    const auto mine = terms("C1", {"A-1"});
    ASSERT_EQ(mine.quantity_rules.size(), 1U);
    EXPECT_EQ(mine.quantity_rules[0].minimum, Decimal(20));
    EXPECT_FALSE(mine.quantity_rules[0].multiple);
    EXPECT_FALSE(mine.quantity_rules[0].rounding);
    ASSERT_EQ(mine.substitutions.size(), 1U);
    EXPECT_EQ(mine.substitutions[0].mode, "forbidden");
    EXPECT_TRUE(mine.items.contains("A-2")); // what may come instead, with price and stock
    const auto theirs = terms("C2", {"A-1"});
    EXPECT_EQ(theirs.quantity_rules.at(0).rounding, Rounding::up);
    EXPECT_EQ(theirs.substitutions.at(0).mode, "allowed");
    EXPECT_EQ(theirs.substitutions[0].ratio, Decimal(2));
}

TEST_P(TermsOfOrder, findAQuotationByItsNumberForItsCustomerOnly) {
    import({file("quotations.csv", "customer,number,sku,price,unit,currency,valid_from,valid_to\n"
                                   "C1,Q-26/0012,A-1,0.70,H87,EUR,2026-02-01,2026-04-30\n")});
    TermsQuery query{.customer_no = "C1", .quotations = {"q26 0012"}};
    const auto mine = terms(query);
    ASSERT_EQ(mine.quotations.size(), 1U);
    EXPECT_EQ(mine.quotations[0].number, "Q-26/0012");
    EXPECT_TRUE(mine.items.contains("A-1"));
    query.customer_no = "C2";
    EXPECT_TRUE(terms(query).quotations.empty());
}

TEST_P(TermsOfOrder, holdTheCalendarsOfTheShipTos) {
    import({file("closed_days.csv", "calendar,day,name\nKASSEL,2026-06-04,Fronleichnam\n"
                                    "KASSEL,2026-10-31,\nELSEWHERE,2026-01-01,\n"),
            file("ship_tos.csv", "customer,id,city,country,calendar,unloading_from,unloading_to,"
                                 "region,transport_days,valid_to\n"
                                 "C2,S1,Kassel,DE,KASSEL,06:00,14:30,HE,2,2026-12-31\n")});
    const auto found = terms("C2", {});
    const auto& ship_to = found.ship_tos.at(0);
    EXPECT_EQ(ship_to.unloading_to, "14:30");
    EXPECT_EQ(ship_to.region, "HE");
    EXPECT_EQ(ship_to.transport_days, 2);
    EXPECT_EQ(ship_to.valid_to, make_date(2026, 12, 31));
    ASSERT_EQ(found.calendars.size(), 1U);
    EXPECT_THAT(found.calendars.at("KASSEL"),
                testing::ElementsAre(make_date(2026, 6, 4), make_date(2026, 10, 31)));
}

TEST_P(TermsOfOrder, holdBatchesReferencesAndFrameworksInFull) {
    import({file("stock.csv", "sku,on_hand\nA-1,100\n"),
            file("batches.csv", "sku,number,quantity,best_before\nA-1,B7,40,2026-09-01\n"),
            file("item_references.csv", "customer,buyer_item,sku,factor,status\n"
                                        "C1,X 1,A-1,12,proposed\n"),
            file("frameworks.csv",
                 "number,customer,sku,total_quantity,price,valid_to,valid_from,release_minimum,"
                 "over_call_percent,total_value,currency\n"
                 "F-1,C1,A-1,5000,0.70,2026-12-31,2026-01-01,100,5,3500.00,EUR\n")});
    const auto found = terms(TermsQuery{.customer_no = "C1", .buyer_items = {"x1"}});
    EXPECT_EQ(found.stock.at("A-1").batches.at(0).best_before, make_date(2026, 9, 1));
    EXPECT_EQ(found.references.at(0).factor, Decimal(12));
    EXPECT_EQ(found.references[0].status, "proposed");
    const auto& framework = found.frameworks.at(0);
    EXPECT_EQ(framework.release_minimum, Decimal(100));
    EXPECT_EQ(framework.over_call_percent, Decimal(5));
    EXPECT_EQ(framework.total_value, Decimal(3500));
    EXPECT_EQ(framework.valid_from, make_date(2026, 1, 1));
}

TEST_P(TermsOfOrder, holdTheEmbargoesThatMayConcernTheParties) {
    import({file("embargoes.csv", "country,party,item_class,clause\nKP,,,UN 1718\n"
                                  ",Zweite Handels GmbH,,list A\n,Somebody Else,,list B\n"
                                  "RU,,dangerous,EU 833\n")});
    const auto clauses = [&](const TermsQuery& query) {
        std::vector<std::string> out;
        for (const auto& embargo : terms(query).embargoes)
            out.push_back(embargo.clause);
        return out;
    };
    EXPECT_THAT(clauses({.customer_no = "C1"}), testing::ElementsAre("UN 1718", "EU 833"));
    EXPECT_THAT(clauses({.customer_no = "C1", .parties = {"HANDELS-Gesellschaft", "x"}}),
                testing::ElementsAre("list A", "UN 1718", "EU 833"));
}

TEST_P(TermsOfOrder, offerItemsThatShareTheRarestWords) {
    const auto skus = [&](const TermsQuery& query) {
        std::vector<std::string> out;
        for (const auto& [sku, item] : terms(query).candidates)
            out.push_back(sku);
        return out;
    };
    EXPECT_THAT(skus({.customer_no = "C1", .item_words = {"klein", "dozen"}}),
                testing::ElementsAre("A-2"));
    EXPECT_THAT(skus({.customer_no = "C1", .item_words = {"kartons"}}),
                testing::ElementsAre("A-1", "A-2")); // the plural, and in another language
    EXPECT_THAT(skus({.customer_no = "C1", .item_words = {"x"}}), testing::IsEmpty());
    import({file("assortments.csv", "scope,applies_to,sku,allowed,valid_from\n"
                                    "customer,C1,A-1,yes,2026-01-01\n")});
    EXPECT_THAT(skus({.customer_no = "C1", .item_words = {"karton"}}),
                testing::ElementsAre("A-1")); // may not buy the other
    EXPECT_EQ(skus({.customer_no = "C2", .item_words = {"karton"}}).size(), 2U);
}

TEST_P(TermsOfOrder, findChineseNamesByAPartOfThem) {
    import({file("items.csv", "sku,name,name_zh,stock_unit\nC-1,tape,透明胶带 50 mm,XRO\n")});
    EXPECT_TRUE(terms(TermsQuery{.customer_no = "C1", .item_words = {"要胶带"}})
                    .candidates.contains("C-1"));
}

} // namespace besteld::contract

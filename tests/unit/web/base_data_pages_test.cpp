// SPDX-License-Identifier: Apache-2.0

// Base data brought in, looked at, approved and taken back at the page.
#include "web_visitor.hpp"

#include "base/text.hpp"

#include <gmock/gmock.h>

using namespace besteld;
using test::Visitor;
using test::WebWorld;
using testing::HasSubstr;
using testing::Not;

namespace {

struct BaseDataPage : testing::Test {
    WebWorld world;
    WebApp app{world.settings(), test::noordkade(), world.store(), world.pool()};
    Visitor anna{app};
    Visitor bram{app};

    void SetUp() override {
        ASSERT_TRUE(anna.log_in("anna"));
        ASSERT_TRUE(bram.log_in("bram"));
    }
    static test::Fields phone(const std::string& number) {
        return {{"table", "customers"},
                {"rows", cat("no\tname\tlanguage\tcountry\tphone\n"
                             "C1001\tBakkerij De Korenaar B.V.\tnl\tNL\t",
                             number, "\n")}};
    }
    std::string phone_now() {
        return world.store()
            .load_terms(test::noordkade().seller, {.customer_no = "C1001"})
            .customer->phone;
    }
};

} // namespace

TEST_F(BaseDataPage, isLookedAtBeforeItIsBroughtIn) {
    const auto before = phone_now();
    const auto seen = anna.post("/base-data/preview", phone("+31 38 555 0199"));
    EXPECT_EQ(seen.status, 200);
    EXPECT_THAT(seen.body, HasSubstr("<ins>+31 38 555 0199</ins>"));
    EXPECT_THAT(seen.body, HasSubstr("formaction=\"/base-data/import\""));
    EXPECT_EQ(phone_now(), before);
}

TEST_F(BaseDataPage, whatIsGuardedWaitsForAnotherPerson) {
    const auto before = phone_now();
    const auto sent = anna.post("/base-data/import", phone("+31 38 555 0199"));
    ASSERT_EQ(sent.status, 303) << sent.body;
    const auto address = test::location_of(sent);
    EXPECT_EQ(phone_now(), before) << "a telephone number is for calling back: guarded";
    EXPECT_THAT(anna.get("/base-data").body, HasSubstr("wacht op een tweede persoon"));
    EXPECT_THAT(anna.get(address).body, Not(HasSubstr("/approve\"")));
    EXPECT_EQ(anna.post(cat(address, "/approve"), {}).status, 403);
    const auto shown = bram.get(address).body;
    EXPECT_THAT(shown, HasSubstr("<ins>+31 38 555 0199</ins>"));
    EXPECT_THAT(shown, HasSubstr("/approve\""));
    EXPECT_EQ(bram.post(cat(address, "/approve"), {}).status, 303);
    EXPECT_EQ(phone_now(), "+31 38 555 0199");
    EXPECT_EQ(bram.post(cat(address, "/approve"), {}).status, 409);
    // Taken back as a whole, which is a proposal again.
    const auto back = bram.post(cat(address, "/undo"), {});
    ASSERT_EQ(back.status, 303) << back.body;
    EXPECT_NE(test::location_of(back), address);
    EXPECT_EQ(anna.post(cat(test::location_of(back), "/approve"), {}).status, 403)
        << "a clerk does not approve";
    Visitor lotte{app};
    ASSERT_TRUE(lotte.log_in("lotte"));
    EXPECT_EQ(lotte.post(cat(test::location_of(back), "/approve"), {}).status, 303);
    EXPECT_EQ(phone_now(), before);
}

TEST_F(BaseDataPage, isRefusedWithAReason) {
    const auto address =
        test::location_of(anna.post("/base-data/import", phone("+31 38 555 0199")));
    EXPECT_EQ(bram.post(cat(address, "/refuse"), {}).status, 422);
    EXPECT_EQ(bram.post(cat(address, "/refuse"), {{"reason", "wrong number"}}).status, 303);
    EXPECT_THAT(anna.get(address).body, HasSubstr("wrong number"));
}

TEST_F(BaseDataPage, faultsNameTheRowAndKeepWhatWasTyped) {
    const auto page = anna.post("/base-data/preview",
                                {{"table", "prices"}, {"rows", "sku;price\nNK-100;zero,5\n"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_THAT(page.body, HasSubstr(">sku;price\nNK-100;zero,5\n</textarea>"));
    EXPECT_THAT(page.body, HasSubstr("class=\"problem\""));
    EXPECT_THAT(page.body, Not(HasSubstr("formaction=\"/base-data/import\"")));
    EXPECT_EQ(anna.post("/base-data/import", {{"table", "nothing"}, {"rows", "a\n1\n"}}).status,
              422);
    EXPECT_EQ(anna.post("/base-data/import", {{"table", "prices"}, {"rows", ""}}).status, 422);
}

TEST_F(BaseDataPage, aTableLeavesAsItComesBack) {
    const auto csv = anna.get("/base-data/export?table=customers");
    EXPECT_EQ(csv.status, 200);
    EXPECT_THAT(csv.body, HasSubstr("C1001"));
    const auto again =
        anna.post("/base-data/preview", {{"table", "customers"}, {"rows", csv.body}});
    EXPECT_EQ(again.status, 200);
    EXPECT_THAT(again.body, HasSubstr("0 nieuw, 0 gewijzigd, 0 beëindigd"));
    EXPECT_EQ(anna.get("/base-data/export?table=app_user").status, 404);
}

TEST_F(BaseDataPage, whoOnlyLooksBringsNothingIn) {
    Visitor olga{app};
    ASSERT_TRUE(olga.log_in("olga"));
    EXPECT_THAT(olga.get("/base-data").body, Not(HasSubstr("<textarea")));
    for (const auto* address : {"/base-data/preview", "/base-data/import"})
        EXPECT_EQ(olga.post(address, phone("1")).status, 403) << address;
    EXPECT_EQ(olga.get("/base-data/export?table=customers").status, 403);
    EXPECT_EQ(olga.get("/base-data/77").status, 404);
}

TEST_F(BaseDataPage, textOfTheSheetNeverRuns) {
    const auto page =
        anna.post("/base-data/preview",
                  {{"table", "customers"},
                   {"rows", "no;name;language;country\nC7777;<script>alert(1)</script>;nl;NL\n"}});
    EXPECT_THAT(page.body, Not(HasSubstr("<script>alert")));
    EXPECT_THAT(page.body, HasSubstr("&lt;script&gt;alert(1)"));
}

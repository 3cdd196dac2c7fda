// SPDX-License-Identifier: Apache-2.0
// Who sends it, and whether it is he: A04, B04, R02 to R05, and by what a customer is known.

#include "fraud_world.hpp"

#include "check/catalogue.hpp"
#include "check/identity_keys.hpp"
#include "check/look_alike.hpp"
#include "check/skeleton.hpp"

#include <gmock/gmock.h>

#include <chrono>

namespace besteld {
namespace {

using namespace world;

struct SenderRow {
    std::string name;
    std::function<void(Incoming&)> change;
    bool found = false;
};

void expect_rows(Check check, const std::vector<SenderRow>& rows) {
    for (const SenderRow& row : rows) {
        Incoming incoming = mail_order();
        row.change(incoming);
        const Judged judged = judge(incoming);
        const Finding* finding = judged.find(check);
        EXPECT_EQ(finding != nullptr && is_open(*finding), row.found)
            << code_of(check) << ": " << row.name;
        if (finding == nullptr) continue;
        EXPECT_FALSE(finding->ordered.empty()) << row.name;
        EXPECT_FALSE(finding->agreed.empty()) << row.name;
        EXPECT_FALSE(finding->passes_if.empty()) << row.name;
        for (const WayOut& way : finding->ways_out)
            EXPECT_FALSE(way.consequence.empty()) << row.name << name_of(way.resolution);
    }
}

auto from(std::string address, std::string name = "Petra") {
    return [=](Incoming& incoming) { incoming.mail->from = {.address = address, .name = name}; };
}

TEST(Sender, anOrdinaryMailOfAContactRaisesNothing) {
    const Judged judged = judge(mail_order());
    EXPECT_THAT(judged.open(), testing::IsEmpty());
}

TEST(Sender, isAuthenticByDmarcOfOurServer) {
    const auto stamped = [](std::string field) {
        return [=](Incoming& incoming) {
            incoming.terms.seller.authserv_ids = {"mx.noordkade.example"};
            incoming.mail->authentication_results = {field};
        };
    };
    expect_rows(Check::sender_not_authentic,
                {{"no server of ours is configured", [](Incoming&) {}, false},
                 {"passed", stamped("mx.noordkade.example; dmarc=pass"), false},
                 {"failed", stamped("mx.noordkade.example; dmarc=fail"), true},
                 {"missing", stamped("mx.other.example; dmarc=pass"), true},
                 {"missing, but this customer's mail is never signed",
                  [&](Incoming& incoming) {
                      stamped("mx.other.example; dmarc=pass")(incoming);
                      incoming.terms.agreement->check_severity["sender_not_authentic"] = "info";
                  },
                  false},
                 {"look-alike", from("petra@korenaar-bv.example"), true}});
}

TEST(Sender, ofAFileOwnsItsFolder) {
    Incoming incoming = edi_order();
    incoming.draft.envelope = {.standard = "edifact", .sender = "9520000001018:14"};
    incoming.terms.hits.push_back({{"edi", "9520000001018:14"}, "C1001"});
    incoming.folder_owner = "C1001";
    EXPECT_FALSE(judge(incoming).has(Check::sender_not_authentic));
    incoming.folder_owner = "C1002";
    EXPECT_TRUE(judge(incoming).has(Check::sender_not_authentic));
    incoming.folder_owner.clear(); // a folder that several share vouches for nobody
    EXPECT_FALSE(judge(incoming).has(Check::sender_not_authentic));
}

TEST(Sender, ofAPeppolEnvelopeIsTheEndpoint) {
    Incoming incoming = edi_order();
    incoming.draft.format = "ubl";
    incoming.draft.envelope = {.standard = "sbdh", .sender = "0088:9520000001018"};
    EXPECT_FALSE(judge(incoming).has(Check::sender_not_authentic));
    incoming.draft.envelope.sender = "0088:9520000002015";
    EXPECT_TRUE(judge(incoming).has(Check::sender_not_authentic));
}

TEST(Sender, whoIsNotRegistered) {
    expect_rows(Check::sender_not_registered,
                {{"a contact", from("petra@korenaar.example"), false},
                 {"of the customer's domain", from("stage@korenaar.example"), false},
                 {"of a sub-domain", from("petra@mail.korenaar.example"), false},
                 {"a stranger who knows the GLN", from("jan@elders.example"), true},
                 {"a colleague of ours passes it on", from("orders@noordkade.example"), true},
                 {"from a free mail provider", from("petra@gmail.com"), true}});
}

TEST(Sender, ofTheCustomerMayNotOrder) {
    expect_rows(
        Check::sender_may_not_order,
        {{"may", from("petra@korenaar.example"), false},
         {"may not", [](Incoming& i) { i.terms.customer->contacts[0].may_order = false; }, true},
         {"not on the list", from("stage@korenaar.example"), true},
         {"just at his limit",
          [](Incoming& i) { i.terms.customer->contacts[0].order_limit = dec("452.80"); }, false},
         {"above it",
          [](Incoming& i) { i.terms.customer->contacts[0].order_limit = dec("452.79"); }, true},
         {"a stranger is another matter", from("jan@elders.example"), false}});
}

TEST(Sender, wantsAnswersElsewhere) {
    const auto reply = [](std::string address) {
        return [=](Incoming& i) { i.mail->reply_to = {{.address = address, .name = ""}}; };
    };
    expect_rows(Check::reply_address_differs,
                {{"the same", reply("petra@korenaar.example"), false},
                 {"another of the house", reply("inkoop@bestel.korenaar.example"), false},
                 {"a stranger's", reply("petra@korenaar-orders.example"), true},
                 {"at a free mail provider", reply("petra.korenaar@gmail.com"), true},
                 {"ours", reply("orders@noordkade.example"), false}});
}

TEST(Sender, whoseNameSaysSomethingElse) {
    expect_rows(
        Check::display_name_misleads,
        {{"his own", from("petra@korenaar.example", "Petra Bakker"), false},
         {"his own address as name", from("petra@korenaar.example", "petra@korenaar.example"),
          false},
         {"another address as name", from("x@elders.example", "petra@korenaar.example"), true},
         {"a contact's name", from("x@elders.example", "Petra Bakker"), true},
         {"in Cyrillic letters", from("x@elders.example", "Реtrа Bakker"), true},
         {"a common word", from("x@elders.example", "Inkoop"), false}});
}

TEST(Sender, whoseDomainLooksLikeACustomers) {
    expect_rows(Check::sender_domain_looks_alike,
                {{"the customer's", from("petra@korenaar.example"), false},
                 {"a letter more", from("petra@korenaaar.example"), true},
                 {"two letters", from("petra@korenar.example"), true},
                 {"another ending", from("petra@korenaar.test"), true},
                 {"whole word in it", from("petra@orders-korenaar.example"), true},
                 {"nothing alike", from("petra@elders.example"), false},
                 {"on file in spite of it",
                  [](Incoming& i) {
                      i.mail->from.address = "petra@korenaar-bv.example";
                      i.terms.hits.push_back({{"mail", "petra@korenaar-bv.example"}, "C1001"});
                  },
                  false}});
}

TEST(LookAlike, seesThroughPunycodeAndConfusables) {
    const std::vector<std::string> known{"korenaar.example", "mueller-haustechnik.example"};
    EXPECT_EQ(skeleton("korenaar"), skeleton("k0renaаr")); // zero, and a Cyrillic a
    EXPECT_EQ(shown_domain("xn--mller-kva.example"), "müller.example");
    for (const std::string domain :
         {"k0renaar.example", "xn--krenaar-90a.example", "korenaаr.example",
          "rnueller-haustechnik.example", "mueller-haustechnlk.example"})
        EXPECT_NE(look_alike(domain, known), "") << domain;
    for (const std::string domain : {"korenveld.example", "haustechnik.example", "bouw.example"})
        EXPECT_EQ(look_alike(domain, known), "") << domain;
}

TEST(LookAlike, isQuickAmongTenThousand) {
    std::vector<std::string> known;
    for (int i = 0; i < 10'000; ++i)
        known.push_back(
            cat("klant", i * 7919 % 10'007, i % 3 == 0 ? "-handel" : "bouw", ".example"));
    known.push_back("korenaar.example");
    look_alike("warm-up.example", known);
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(look_alike("zeevaart-rederij.example", known), "");
    const auto each = (std::chrono::steady_clock::now() - start) / 10;
    RecordProperty(
        "microseconds",
        static_cast<int>(std::chrono::duration_cast<std::chrono::microseconds>(each).count()));
    EXPECT_LT(each, std::chrono::milliseconds(200)); // 10 ms without sanitizers
    EXPECT_NE(look_alike("korenaer.example", known), "");
}

struct KeyRow {
    std::string name;
    std::string text;
    Identity identity;
    int score;
};

int score_of_key(const Incoming& incoming, const Identity& identity) {
    const Origins origins = incoming.origins();
    for (const IdentityKey& key : identity_keys(incoming.draft, origins)) {
        if (key.identity == identity) return key.score;
    }
    return 0;
}

TEST(IdentityKeys, standInRunningText) {
    for (const KeyRow& row : std::vector<KeyRow>{
             {"VAT", "Met groet, Petra. BTW: NL 1234.56.789.B01", {"vat", "NL123456789B01"}, 85},
             {"German VAT", "USt-IdNr. DE136695976", {"vat", "DE136695976"}, 85},
             {"credit code", "税号 91310000MA1FL0000N", {"vat", "91310000MA1FL0000N"}, 85},
             {"number behind its name", "Klantnummer: C1001", {"customer_no", "C1001"}, 85},
             {"German", "Unsere Kunden-Nr. C1002 bei Ihnen", {"customer_no", "C1002"}, 85},
             {"an account is no VAT number",
              "DE89 3704 0044 0532 0130 00",
              {"vat", "DE893704004"},
              0},
             {"GLN", "GLN 9520000002015", {"gln", "9520000002015"}, 85}}) {
        Incoming incoming = mail_order();
        incoming.text(row.text);
        EXPECT_EQ(score_of_key(incoming, row.identity), row.score) << row.name;
    }
}

TEST(IdentityKeys, ofAForwardedMailAreOnlyASuggestion) {
    Incoming incoming = mail_order();
    incoming.draft.parties.clear();
    incoming.mail->from.address = "orders@noordkade.example";
    incoming.mail->subject = "FW: bestelling";
    incoming.text(
        "zie onder\n\nVan: Petra <petra@korenaar.example>\nVerzonden: maandag\n\n500 NK-100");
    incoming.terms.hits = {{{"mail", "petra@korenaar.example"}, "C1001"}};
    const Judged judged = judge(incoming);
    EXPECT_EQ(judged.who.customer_no, "");
    EXPECT_EQ(judged.who.score, 60);
    EXPECT_THAT(judged.who.candidates, testing::ElementsAre("C1001"));
}

TEST(IdentityKeys, ofX12PartnersBehindOneSenderAreToldApartByTheirGroup) {
    Incoming incoming = edi_order();
    incoming.draft.format = "x12";
    incoming.draft.parties.clear();
    incoming.draft.envelope = {.standard = "x12", .sender = "VANBOX:ZZ"};
    incoming.draft.envelope.group_sender = "HARBORSUP";
    incoming.terms.hits = {{{"edi", "VANBOX:ZZ"}, "C1001"},
                           {{"edi", "VANBOX:ZZ"}, "C1004"},
                           {{"edi", "VANBOX:ZZ/HARBORSUP"}, "C1004"}};
    const Judged judged = judge(incoming);
    EXPECT_EQ(judged.who.customer_no, "C1004");
    EXPECT_EQ(judged.who.conflict, "");
}

TEST(Identification, aDomainOfSeveralCustomersDecidesNothing) {
    Incoming incoming = mail_order();
    incoming.draft.parties.clear();
    incoming.terms.hits = {{{"domain", "korenaar.example"}, "C1001"},
                           {{"domain", "korenaar.example"}, "C1009"}};
    EXPECT_EQ(judge(incoming).who.customer_no, "");
    incoming.terms.hits.pop_back();
    EXPECT_EQ(judge(incoming).who.customer_no, "C1001");
    EXPECT_EQ(judge(incoming).who.score, 90);
}

TEST(Identification, ofAForgedMailIsAtMostAHint) {
    Incoming incoming = mail_order();
    incoming.draft.parties.clear();
    incoming.terms.hits = {{{"mail", "petra@korenaar.example"}, "C1001"}};
    incoming.terms.seller.authserv_ids = {"mx.noordkade.example"};
    incoming.mail->authentication_results = {"mx.noordkade.example; dmarc=fail"};
    EXPECT_EQ(judge(incoming).who.customer_no, "");
    EXPECT_EQ(judge(incoming).who.score, 85);
}

} // namespace
} // namespace besteld

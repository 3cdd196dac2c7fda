// SPDX-License-Identifier: Apache-2.0
#include "base/vat_number.hpp"
#include "check/delivery_terms.hpp"
#include "check/own_terms_words.hpp"
#include "check/payment_terms.hpp"
#include "check/shelf_life_words.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

struct Row {
    const char* written;
    const char* read; // to_text(); empty: not understood
};

TEST(PaymentTerms, areReadInFiveLanguagesAndInTheFormsOfTheFormats) {
    constexpr Row rows[] = {
        {"30 dagen netto", "30 days net"},
        {"netto 30 dagen na factuurdatum", "30 days net"},
        {"Betaling binnen 30 dagen", "30 days net"},
        {"30 days net", "30 days net"},
        {"net 30", "30 days net"},
        {"Net 60 days from invoice date", "60 days net"},
        {"n/30", "30 days net"},
        {"NT30", "30 days net"},
        {"30 Tage netto", "30 days net"},
        {"30 Tage ohne Abzug", "30 days net"},
        {"zahlbar innerhalb von 30 Tagen", "30 days net"},
        {"30 jours nets", "30 days net"},
        {"paiement à 45 jours fin de mois", "45 days net, from the end of the month"},
        {"30天", "30 days net"},
        {"月结60天", "60 days net, from the end of the month"},
        {"14 Tage 2 % Skonto, 30 Tage netto", "14 days 2 %, 30 days net"},
        {"14 days 2 %, 30 days net",
         "14 days 2 %, 30 days net"}, // EDIFACT, as our reader writes it
        {"2 % within 10 days, net 30 days", "10 days 2 %, 30 days net"}, // X12 ITD
        {"2/10 net 30", "10 days 2 %, 30 days net"},
        {"2/10, n/30", "10 days 2 %, 30 days net"},
        {"2% 10, net 30", "10 days 2 %, 30 days net"},
        {"2% 10 net 30", "10 days 2 %, 30 days net"},
        {"3% 8 dagen, 2% 14 dagen, 30 dagen netto", "8 days 3 %, 14 days 2 %, 30 days net"},
        {"2,5 % escompte à 10 jours, 30 jours net", "10 days 2.5 %, 30 days net"},
        {"#SKONTO#TAGE=14#PROZENT=2.00#\n30 Tage netto", "14 days 2 %, 30 days net"},
        {"30% 预付", "30 % prepaid"},
        {"预付30％，余款30天", "30 % prepaid, 30 days net"},
        {"30 % prepaid, rest 30 days net", "30 % prepaid, 30 days net"},
        {"30% aanbetaling, restant 14 dagen netto", "30 % prepaid, 14 days net"},
        {"Vorkasse", "100 % prepaid"},
        {"款到发货", "100 % prepaid"},
        {"sofort netto", "0 days net"},
        {"per direct", "0 days net"},
        {"货到付款", "0 days net, from delivery"},
        {"30 Tage nach Wareneingang", "30 days net, from delivery"},
        {"2 weken netto", "14 days net"},
        {"3 Monate", "90 days net"},
        {"30", "30 days net"}, // cXML payInNumberOfDays
        {"due 2026-04-01", "due 2026-04-01"},
    };
    for (const Row& row : rows) {
        const PaymentTerms terms = read_payment_terms(row.written);
        EXPECT_EQ(to_text(terms), row.read) << row.written;
        EXPECT_TRUE(terms.not_understood.empty()) << row.written;
    }
}

TEST(PaymentTerms, thatSaySomethingElseAreNotGuessed) {
    for (const char* written :
         {"ZB30", "as usual", "wie immer", "30% 预付 70% 发货前", "letter of credit", "0001x",
          "30 days net, 60 days net", "99999999999999999999 days"}) {
        EXPECT_FALSE(read_payment_terms(written).not_understood.empty()) << written;
    }
    EXPECT_TRUE(says_nothing(read_payment_terms("")));
}

TEST(PaymentTerms, ofAnyBytesAreReadWithoutHarm) {
    std::string text;
    for (int i = 0; i < 5000; ++i)
        text += static_cast<char>(i * 37 % 256);
    (void)read_payment_terms(text);
    (void)read_payment_terms("%%%///,,,%30%/%");
    (void)read_payment_terms("2/");
    (void)read_payment_terms("net");
    (void)read_delivery_terms(text);
    (void)claim_of_own_terms(text);
}

TEST(DeliveryTerms, areAnIncotermAndAPlace) {
    const auto read = [](const char* text) {
        const DeliveryTerms terms = read_delivery_terms(text);
        return terms.incoterm + "|" + terms.place + "|" + terms.withdrawn;
    };
    EXPECT_EQ(read("DAP Zwolle"), "DAP|Zwolle|");
    EXPECT_EQ(read("dap, Zwolle (Incoterms 2020)"), "DAP|Zwolle|");
    EXPECT_EQ(read("Incoterms® 2020: FCA Rotterdam"), "FCA|Rotterdam|");
    EXPECT_EQ(read("DDU Kassel"), "DAP|Kassel|DDU");
    EXPECT_EQ(read("DAT Hamburg"), "DPU|Hamburg|DAT");
    EXPECT_EQ(read("frei Haus"), "DAP||");
    EXPECT_EQ(read("af fabriek"), "EXW||");
    EXPECT_EQ(read("工厂交货"), "EXW||");
    EXPECT_EQ(read("adapted terms"), "||"); // no code inside a word
}

TEST(DeliveryTerms, holdForOnePlaceUnderItsManyNames) {
    EXPECT_TRUE(is_same_place("鹿特丹", "Rotterdam"));
    EXPECT_TRUE(is_same_place("DC ZWOLLE", "Zwolle"));
    EXPECT_TRUE(is_same_place("Anvers", "Antwerpen"));
    EXPECT_FALSE(is_same_place("Assen", "Zwolle"));
    EXPECT_FALSE(is_same_place("", "Zwolle"));
}

TEST(VatNumber, isCheckedAsItsCountryDoes) {
    for (const char* good : {"NL123456789B13", "NL123456782B01", "DE136695976", "LU26375245",
                             "BE0428759497", "FR40303265045", "PL8567346215", "DK13585628",
                             "IT00743110157", "ATU13585627", "ESX9999999X"})
        EXPECT_EQ(vat_fault(good), VatFault::none) << good;
    for (const char* bad : {"NL123456789B14", "NL123456782C01", "DE136695977", "LU26375244",
                            "BE0428759498", "FR41303265045"})
        EXPECT_NE(vat_fault(bad), VatFault::none) << bad;
    EXPECT_EQ(vat_fault("DE13669597"), VatFault::malformed);
    EXPECT_EQ(vat_fault("US123456789"), VatFault::not_european);
    EXPECT_EQ(vat_fault(""), VatFault::empty);
    EXPECT_EQ(vat_key("nl 1234.56.789.b13"), "NL123456789B13");
    EXPECT_TRUE(is_eu_country("GR"));
    EXPECT_FALSE(is_eu_country("CH"));
}

TEST(OwnTerms, areClaimedInFiveLanguages) {
    for (const char* text :
         {"Op deze order zijn onze Inkoopvoorwaarden van toepassing.",
          "Our general terms and conditions apply.", "Es gelten unsere Einkaufsbedingungen (AEB).",
          "Nos conditions générales d’achat s’appliquent.", "本订单适用我公司采购条款。"})
        EXPECT_FALSE(claim_of_own_terms(text).empty()) << text;
    for (const char* text : {"Graag leveren voor 10 uur", "Ihre AGB sind bekannt", "Gaebler", ""})
        EXPECT_TRUE(claim_of_own_terms(text).empty()) << text;
}

TEST(ShelfLife, isAskedInWords) {
    EXPECT_EQ(shelf_life_asked("THT minimaal 90 dagen"), 90);
    EXPECT_EQ(shelf_life_asked("Restlaufzeit mind. 3 Monate"), 90);
    EXPECT_EQ(shelf_life_asked("at least 12 weeks shelf life"), 84);
    EXPECT_EQ(shelf_life_asked("剩余保质期不少于60天"), 60);
    EXPECT_EQ(shelf_life_asked("30 dagen netto"), std::nullopt);
}

} // namespace
} // namespace besteld

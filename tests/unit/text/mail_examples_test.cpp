// SPDX-License-Identifier: Apache-2.0
// The example mails of domain.md 7.1 and scenarios S03, S07, S12 and S15.
#include "parsers/text/read_text.hpp"

#include <gtest/gtest.h>

namespace besteld::parsers {
namespace {

struct Mail {
    std::string subject;
    std::string text;
    bool is_reply = false;
    std::vector<TableLayout> layouts = {};
};

OrderDraft read(const Mail& mail) {
    std::vector<Problem> problems;
    const TextSource source{.text = mail.text,
                            .subject = mail.subject,
                            .part = 1,
                            .subject_part = 0,
                            .received_date = "2026-03-02",
                            .is_reply = mail.is_reply,
                            .layouts = mail.layouts};
    auto draft = read_text_order(source, problems);
    return draft ? std::move(*draft) : OrderDraft{};
}

std::string value(const MaybeField& field) {
    return field ? field->value : "-";
}

// "500 H87 NK-100" and so on: quantity, unit code, item code.
std::string line(const OrderDraft& draft, std::size_t i) {
    if (i >= draft.lines.size()) return "no line";
    const LineDraft& l = draft.lines[i];
    return value(l.quantity) + " " + value(l.unit_code) + " " + value(l.seller_item);
}

std::string requested(const OrderDraft& draft) {
    if (!draft.requested) return "-";
    const DateSpec& spec = draft.requested->value;
    constexpr const char* kinds[] = {"none", "on", "by", "not before", "window", "week", "asap"};
    return std::string(kinds[static_cast<std::size_t>(spec.kind)]) + " " +
           spec.start.value_or("-") + (spec.end ? " to " + *spec.end : "");
}

bool has_problem(const OrderDraft& draft, std::string_view code) {
    for (const Problem& problem : draft.problems)
        if (problem.code == code) return true;
    return false;
}

std::string unread(const OrderDraft& draft) {
    std::string all;
    for (const Field& field : draft.unread)
        all += field.value + "|";
    return all;
}

TEST(MailText, aTaughtHeadingSaysWhatItsColumnIs) {
    Mail mail{.subject = "Bestelling 4711",
              .text = "Hierbij bestellen wij:\n\nSleutel | Aantal\nNK-100 | 500\nNK-210 | 72\n"};
    EXPECT_EQ(line(read(mail), 0), "500 - NK-100");
    mail.layouts.push_back(
        {.name = "taught", .columns = {{"SLEUTEL", "buyer_item"}}, .each_counts = true});
    const auto draft = read(mail);
    ASSERT_EQ(draft.lines.size(), 2u);
    EXPECT_EQ(value(draft.lines[0].buyer_item), "NK-100");
    EXPECT_EQ(value(draft.lines[1].buyer_item), "NK-210");
    EXPECT_EQ(line(draft, 0), "500 - -");
}

TEST(MailText, aTableAtItsEndIsNoSignature) {
    const auto draft = read({.subject = "Bestelling 4711",
                             .text = "Hierbij bestellen wij:\n\nArtikelnr | Vak | Aantal\n"
                                     "NK-100 | 12 | 500\nNK-210 | 3 | 72\n"});
    EXPECT_EQ(line(draft, 0), "500 - NK-100");
    EXPECT_EQ(line(draft, 1), "72 - NK-210");
    const auto signed_by = read({.subject = "Bestelling 4711",
                                 .text = "Hierbij bestellen wij 500 stuks NK-100.\n\n"
                                         "Petra de Wit\nBakkerij De Korenaar\n+31 38 555 0123\n"});
    EXPECT_EQ(signed_by.lines.size(), 1u);
    EXPECT_EQ(unread(signed_by), "");
}

TEST(MailText, nl1GivesTwoLinesWithPriceAndPlace) {
    const auto d = read({"Bestelling 4500017",
                         "Goedemorgen, graag leveren op donderdag 12 maart in Zwolle:\n"
                         "500 st NK-100 doos 300x200x150 à € 0,74\n"
                         "3 dozen PP-tape transparant (NK-210)\nAlvast bedankt, Petra\n"});
    EXPECT_EQ(d.document_class, DocumentClass::order);
    EXPECT_EQ(d.language, "nl");
    EXPECT_EQ(value(d.order_number), "4500017");
    EXPECT_EQ(d.order_number->place.part, 0U);
    EXPECT_EQ(requested(d), "on 2026-03-12");
    ASSERT_EQ(d.lines.size(), 2U);
    EXPECT_EQ(line(d, 0), "500 H87 NK-100");
    EXPECT_EQ(value(d.lines[0].unit_price), "0.74");
    EXPECT_EQ(value(d.lines[0].currency), "EUR");
    EXPECT_EQ(line(d, 1), "3 XCT NK-210");
    EXPECT_EQ(value(d.lines[1].name), "PP-tape transparant");
    ASSERT_NE(find_party(d, PartyRole::ship_to), nullptr);
    EXPECT_EQ(value(find_party(d, PartyRole::ship_to)->city), "Zwolle");
    EXPECT_EQ(unread(d), "");
}

TEST(MailText, everyValueLinksToItsPlace) {
    const Mail mail{"", "Graag 500 st NK-100 à € 0,74, bestelling 4500017.\n"};
    const auto d = read(mail);
    ASSERT_EQ(d.lines.size(), 1U);
    const auto slice = [&](const MaybeField& f) {
        return mail.text.substr(f->place.begin, f->place.end - f->place.begin);
    };
    EXPECT_EQ(slice(d.lines[0].quantity), "500");
    EXPECT_EQ(slice(d.lines[0].unit), "st");
    EXPECT_EQ(slice(d.lines[0].seller_item), "NK-100");
    EXPECT_EQ(slice(d.lines[0].unit_price), "0,74");
    EXPECT_EQ(slice(d.order_number), "4500017");
    EXPECT_EQ(d.lines[0].quantity->place.part, 1U);
}

TEST(MailText, nl2TakesTheUnitWordForTheItemAndShowsTheCondition) {
    const auto d =
        read({"bestelling week 11", "Hoi, doe mij maar 1.000 dozen (die van 300x200) en 2 ds "
                                    "rekwikkelfolie 23my. Niet voor 10 uur leveren aub.\n"});
    EXPECT_EQ(requested(d), "week 2026-03-09 to 2026-03-13");
    ASSERT_EQ(d.lines.size(), 2U);
    EXPECT_EQ(line(d, 0), "1000 H87 -");
    EXPECT_EQ(value(d.lines[0].name), "dozen (die van 300x200)");
    EXPECT_LE(d.lines[0].quantity->score, 70);
    EXPECT_EQ(line(d, 1), "2 XCT -");
    EXPECT_EQ(value(d.lines[1].name), "rekwikkelfolie 23my");
    EXPECT_EQ(unread(d), "Niet voor 10 uur leveren aub.|");
}

TEST(MailText, nl3ReadsLabelsAndValues) {
    for (const char* text :
         {"Artikel: NK-505 / Aantal: 10 / Afleveren: afdeling C3, kostenplaats 4711 / Spoed!\n",
          "Artikel: NK-505\nAantal: 10\nAfleveren: afdeling C3, kostenplaats 4711\nSpoed!\n"}) {
        const auto d = read({"FW: nodig", text});
        EXPECT_EQ(d.document_class, DocumentClass::order);
        ASSERT_EQ(d.lines.size(), 1U) << text;
        EXPECT_EQ(line(d, 0), "10 - NK-505");
        EXPECT_EQ(d.lines[0].quantity->score, 80);
        EXPECT_EQ(value(d.cost_reference), "4711");
        EXPECT_FALSE(d.order_number);
        ASSERT_TRUE(d.kind);
        EXPECT_EQ(d.kind->value, OrderKind::rush);
    }
}

// DE1, with the signature, the quoted order and the disclaimer of S12.
TEST(MailText, s12TakesNothingFromSignatureAndQuote) {
    const auto d =
        read({"Bestellung Nr. 88-2041",
              "Sehr geehrte Damen und Herren, hiermit bestellen wir zur Lieferung bis spätestens "
              "13.03.2026:\r\n"
              "Pos. 10  48 Rollen Stretchfolie 500mm 23my  Art. NK-330  9,10 €/Rolle\r\n"
              "Pos. 20  120 kg Schmelzkleber Art.-Nr. NK-900\r\n\r\n"
              "Mit freundlichen Grüßen\r\nJ. Weber\r\nTel. 0561 / 12 34 56\r\nHRB 12345 USt-IdNr. "
              "DE136695976\r\n\r\n"
              "Diese E-Mail enthält vertrauliche Informationen für 1 Person.\r\n\r\n"
              "Am 12.02.2026 um 10:00 schrieb Verkauf:\r\n> 96 Rollen Stretchfolie NK-330\r\n"});
    EXPECT_EQ(value(d.order_number), "88-2041");
    EXPECT_EQ(requested(d), "by 2026-03-13");
    ASSERT_EQ(d.lines.size(), 2U);
    EXPECT_EQ(line(d, 0), "48 XRO NK-330");
    EXPECT_EQ(value(d.lines[0].line), "10");
    EXPECT_EQ(value(d.lines[0].unit_price), "9.1");
    EXPECT_EQ(value(d.lines[0].price_base_unit), "XRO");
    EXPECT_EQ(line(d, 1), "120 KGM NK-900");
    EXPECT_EQ(value(d.lines[1].line), "20");
    EXPECT_EQ(unread(d), "");
}

TEST(MailText, de2CountsThousandsAndPricesPerHundred) {
    const auto d = read({"Nachbestellung", "Bitte 2 VPE NK-210 und 0,5 Tsd. NK-100 (Preis je 100: "
                                           "76,00). Komplettlieferung, LT KW 11.\n"});
    ASSERT_EQ(d.lines.size(), 2U);
    EXPECT_EQ(line(d, 0), "2 XCT NK-210");
    EXPECT_EQ(line(d, 1), "500 H87 NK-100");
    EXPECT_EQ(value(d.lines[1].unit_price), "76");
    EXPECT_EQ(value(d.lines[1].price_base_quantity), "100");
    EXPECT_EQ(value(d.partial_allowed), "no");
    EXPECT_EQ(requested(d), "week 2026-03-09 to 2026-03-13");
}

TEST(MailText, de3MultipliesTheDozen) {
    const auto d =
        read({"Auftrag", "wir benötigen dringend ein Dutzend Rollen Luchtkussenfolie wie Muster, "
                         "Lieferung Werk Kassel frei Haus\n"});
    ASSERT_EQ(d.lines.size(), 1U);
    EXPECT_EQ(line(d, 0), "12 XRO -");
    EXPECT_EQ(value(d.lines[0].name), "Luchtkussenfolie");
    EXPECT_EQ(value(find_party(d, PartyRole::ship_to)->name), "Kassel");
    EXPECT_FALSE(d.order_number);
}

TEST(MailText, en1ReadsMonthFirstForDollars) {
    const auto d =
        read({"PO 7731 / Harbor Supply",
              "Please ship 20 ctn NK-210 @ USD 47.52/ctn, must arrive no later than 3/20.\n"});
    EXPECT_EQ(value(d.order_number), "7731");
    EXPECT_EQ(requested(d), "by 2026-03-20");
    ASSERT_EQ(d.lines.size(), 1U);
    EXPECT_EQ(line(d, 0), "20 XCT NK-210");
    EXPECT_EQ(value(d.lines[0].unit_price), "47.52");
    EXPECT_EQ(value(d.lines[0].price_base_unit), "XCT");
}

TEST(MailText, en2KeepsTheConditionAndGivesNoAutomaticValue) {
    const auto d = read(
        {"order", "Hi, can we get 5 dozen pair nitrile gloves size M and the usual film, 2 pallets "
                  "if possible, otherwise 1.\n"});
    ASSERT_EQ(d.lines.size(), 2U);
    EXPECT_EQ(line(d, 0), "60 PR -");
    EXPECT_EQ(value(d.lines[0].name), "nitrile gloves size M");
    EXPECT_EQ(line(d, 1), "2 XPX -");
    ASSERT_TRUE(d.lines[1].condition);
    EXPECT_TRUE(d.lines[1].condition->value.starts_with("if possible, otherwise 1"));
    EXPECT_LT(d.lines[1].quantity->score, 85);
}

TEST(MailText, zh1ReadsMeasureWordsAndTerms) {
    const auto d =
        read({"采购订单 HD-260302-01", "您好，请按以下要求安排发货：NK-100 纸箱 "
                                       "3000个，单价USD0.86；NK-330 缠绕膜 两箱。交期：3月20日前，"
                                       "FCA鹿特丹，付款方式：预付30%。\n"});
    EXPECT_EQ(d.language, "zh");
    EXPECT_EQ(value(d.order_number), "HD-260302-01");
    ASSERT_EQ(d.lines.size(), 2U);
    EXPECT_EQ(line(d, 0), "3000 H87 NK-100");
    EXPECT_EQ(value(d.lines[0].unit_price), "0.86");
    EXPECT_EQ(value(d.currency), "USD");
    EXPECT_EQ(line(d, 1), "2 XCT NK-330");
    EXPECT_EQ(requested(d), "by 2026-03-20");
    EXPECT_EQ(value(d.delivery_terms), "FCA");
    EXPECT_EQ(value(d.delivery_place), "鹿特丹");
    EXPECT_EQ(value(d.payment_terms), "预付30%");
}

TEST(MailText, zh2ReadsTheWeekdayAndTheNewContact) {
    const auto d =
        read({"补货", "王经理，再来20卷透明胶带（50mm*"
                      "66m），跟上次一样的，本周五送到张江仓库，收货人李敏 13800000000。\n"});
    ASSERT_EQ(d.lines.size(), 1U);
    EXPECT_EQ(line(d, 0), "20 XRO -");
    EXPECT_EQ(requested(d), "on 2026-03-06");
    const PartyDraft* ship_to = find_party(d, PartyRole::ship_to);
    ASSERT_NE(ship_to, nullptr);
    EXPECT_EQ(value(ship_to->name), "张江仓库");
    EXPECT_EQ(value(ship_to->contact_name), "李敏");
    EXPECT_EQ(value(ship_to->phone), "13800000000");
}

TEST(MailText, changesNameTheOldAndTheNewQuantity) {
    const auto zh = read(
        {"订单更正", "订单HD-260302-01：纸箱数量由3000个改为2500个，其他不变，请回签确认。\n"});
    EXPECT_EQ(zh.document_class, DocumentClass::order_change);
    EXPECT_EQ(value(zh.order_number), "HD-260302-01");
    ASSERT_EQ(zh.lines.size(), 1U);
    EXPECT_EQ(line(zh, 0), "2500 H87 -");
    EXPECT_EQ(value(zh.lines[0].name), "纸箱");

    const auto nl =
        read({"", "Kan bestelling 4500017 naar dinsdag 17 maart? En die 500 mogen 600 worden.\n"});
    EXPECT_EQ(nl.document_class, DocumentClass::order_change);
    EXPECT_EQ(value(nl.order_number), "4500017");
    EXPECT_EQ(requested(nl), "on 2026-03-17");
    ASSERT_EQ(nl.lines.size(), 1U);
    EXPECT_EQ(line(nl, 0), "600 - -");
    EXPECT_EQ(nl.lines[0].action, LineAction::change);
    ASSERT_EQ(nl.lines[0].references.size(), 1U);
    EXPECT_EQ(nl.lines[0].references[0].type, "quantity_before");
    EXPECT_EQ(nl.lines[0].references[0].value.value, "500");
}

TEST(MailText, quotedTextIsNoSourceOfQuantities) {
    const auto d = read({"Re: NK-330",
                         "> Op 27 feb. 2026 om 09:12 schreef Verkoop <orders@noordkade.example>:\n"
                         "> We kunnen 48 rollen niet leveren, wel 30.\n"
                         "Prima, doe dan 30 nu en de rest volgende week.\n",
                         true});
    EXPECT_TRUE(d.lines.empty());
    EXPECT_EQ(d.document_class, DocumentClass::other);
}

TEST(MailText, aForwardIsTheOrderOfItsInnerMail) {
    const auto d = read(
        {"FW: nodig", "---------- Forwarded message ---------\nVan: magazijn@korenaar.example\n\n"
                      "Zie onder, graag leveren.\n200 st NK-100\n"});
    EXPECT_EQ(d.document_class, DocumentClass::order);
    ASSERT_EQ(d.lines.size(), 1U);
    EXPECT_EQ(line(d, 0), "200 H87 NK-100");
    EXPECT_EQ(value(find_party(d, PartyRole::order_contact)->mail), "magazijn@korenaar.example");
}

TEST(MailText, signatureDigitsAreNoQuantities) {
    const auto d = read(
        {"bestelling", "Graag 200 st NK-100.\n\nMet vriendelijke groet,\nP. de Wit\nT 038-1234567\n"
                       "KvK 12345678\nDenk aan het milieu voordat u deze e-mail print.\n"
                       "Deze e-mail is vertrouwelijk en bestemd voor 1 persoon.\n"});
    ASSERT_EQ(d.lines.size(), 1U);
    EXPECT_EQ(line(d, 0), "200 H87 NK-100");
    EXPECT_EQ(unread(d), "");
}

TEST(MailText, s03LeavesTheDutchDozenToTheItemsUnits) {
    const auto d = read(
        {"",
         "Graag 100 rollen NK-210 en 1000 dozen NK-100, levering 5 maart, bestelling 4500018\n"});
    EXPECT_EQ(d.document_class, DocumentClass::order);
    EXPECT_EQ(value(d.order_number), "4500018");
    EXPECT_EQ(requested(d), "on 2026-03-05");
    ASSERT_EQ(d.lines.size(), 2U);
    EXPECT_EQ(line(d, 0), "100 XRO NK-210");
    EXPECT_EQ(line(d, 1), "1000 XBX NK-100");
    EXPECT_EQ(value(d.lines[1].unit), "dozen");
    EXPECT_EQ(d.lines[1].quantity->score, 70);
    EXPECT_TRUE(has_problem(d, "text.dozen"));
}

TEST(MailText, s07ReadsTheAddressAndNotItsNumbers) {
    const auto d = read({"bestelling 4500020",
                         "Graag 500 st NK-100.\nAfleveren op: Rolderstraat 41, 9401 AN Assen\n"});
    ASSERT_EQ(d.lines.size(), 1U);
    const PartyDraft* ship_to = find_party(d, PartyRole::ship_to);
    ASSERT_NE(ship_to, nullptr);
    ASSERT_EQ(ship_to->address_lines.size(), 1U);
    EXPECT_EQ(ship_to->address_lines[0].value, "Rolderstraat 41");
    EXPECT_EQ(value(ship_to->postcode), "9401 AN");
    EXPECT_EQ(value(ship_to->city), "Assen");
}

TEST(MailText, lastOrderMinusSomethingIsNoQuantity) {
    const auto d = read({"", "Zelfde als vorige keer graag, maar dan 2 dozen tape minder.\n"});
    EXPECT_EQ(d.document_class, DocumentClass::order);
    EXPECT_TRUE(d.lines.empty());
    EXPECT_TRUE(has_problem(d, "text.no_lines"));
    ASSERT_EQ(d.references.size(), 1U);
    EXPECT_EQ(d.references[0].type, "previous_order");
}

struct NoOrder {
    const char* subject;
    const char* text;
    DocumentClass expected;
};

class MailsThatAreNoOrders : public testing::TestWithParam<NoOrder> {};

TEST_P(MailsThatAreNoOrders, carryNoLines) {
    const auto d = read({GetParam().subject, GetParam().text});
    EXPECT_EQ(d.document_class, GetParam().expected) << GetParam().text;
    EXPECT_TRUE(d.lines.empty()) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Table, MailsThatAreNoOrders,
    testing::Values(
        NoOrder{"", "Waar blijft bestelling 4500009? We hebben nog niets binnen.\n",
                DocumentClass::order_status},
        NoOrder{"",
                "Van de levering van gisteren waren 6 rollen folie beschadigd en de pakbon klopt "
                "niet. Graag 6 "
                "nieuwe rollen, kosteloos.\n",
                DocumentClass::complaint},
        NoOrder{"", "Waar blijft bestelling 4500009? En bij de vorige waren 6 rollen beschadigd.\n",
                DocumentClass::mixed},
        NoOrder{"vraag", "Hebben jullie 500 st NK-100 op voorraad?\n",
                DocumentClass::stock_question},
        NoOrder{"Offerteaanvraag", "Graag ontvang ik een offerte voor 500 st NK-100.\n",
                DocumentClass::quote_request},
        NoOrder{"annulering", "Wij willen bestelling 4500017 annuleren.\n",
                DocumentClass::order_cancellation},
        NoOrder{"Spring sale", "Order now! 50 boxes at 20 % off. Unsubscribe here.\n",
                DocumentClass::other},
        NoOrder{"Automatisch antwoord",
                "Ik ben afwezig tot 12 maart. Voor bestellingen mail naar 2 collega's.\n",
                DocumentClass::other},
        NoOrder{"vergadering",
                "Hoi, kunnen we 5 maart om 10 uur afspreken? Er komen 12 personen.\n",
                DocumentClass::other},
        NoOrder{"bestelling",
                "Wij bestellen voorlopig niet meer bij u. Stuur ons geen 500 st NK-100.\n",
                DocumentClass::other},
        NoOrder{"Rechnung",
                "Anbei die Rechnung 2026-123 über 48 Rollen NK-330, Summe 436,80 EUR, zahlbar in "
                "14 Tagen.\n",
                DocumentClass::other},
        NoOrder{"", "订单HD-260302-01什么时候发货？还没收到。\n", DocumentClass::order_status},
        NoOrder{"", "Wo bleibt unsere Bestellung 88-2041?\n", DocumentClass::order_status},
        NoOrder{"", "", DocumentClass::other}));

TEST(MailText, readsATableThatWasPasted) {
    const auto d = read({"Bestelling 4500021",
                         "Graag leveren:\n\n"
                         "Artnr     Omschrijving     Aantal  Eenheid  Prijs\n"
                         "NK-100    Doos 300x200     500     st       0,74\n"
                         "NK-210    Tape             0       rol      1,15\n"
                         "Totaal                                      370,00\n\nGroeten\nPetra\n"});
    ASSERT_EQ(d.lines.size(), 1U);
    EXPECT_EQ(line(d, 0), "500 H87 NK-100");
    EXPECT_EQ(value(d.lines[0].unit_price), "0.74");
    EXPECT_EQ(value(d.total), "370");
}

TEST(MailText, spanishListWithBullets) {
    const auto d = read({"Pedido semanal",
                         "Hola,\n\nPasadme por favor:\n\n- 60 cajas PV-2001\n- 30 sacos QM-4001\n\n"
                         "Un saludo,\nJorge\n"});
    ASSERT_EQ(d.lines.size(), 2U);
    EXPECT_EQ(line(d, 0), "60 XCT PV-2001");
    EXPECT_EQ(value(d.lines[1].unit), "sacos");
}

TEST(MailText, aMegabyteIsReadInTime) {
    std::string text;
    while (text.size() < 900'000)
        text += "Graag 500 st NK-100 à € 0,74 en (3 dozen van 300x200 x y, 50 mm x 66 m \n> x\n";
    (void)read({"Bestelling 1", text});
    (void)read({"Bestelling 1", std::string(900'000, '(')});
    std::string digits;
    while (digits.size() < 900'000)
        digits += "1 x ";
    (void)read({"Bestelling 1", digits});
}

} // namespace
} // namespace besteld::parsers

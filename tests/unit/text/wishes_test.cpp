// SPDX-License-Identifier: Apache-2.0
// Status questions and complaints, alone and beside an order, in five languages. Own mails.
#include "parsers/text/read_text.hpp"

#include "order/describe_draft.hpp"

#include "base/text.hpp"
#include "parsers/text/beside_wishes.hpp"

#include <gtest/gtest.h>

namespace besteld::parsers {
namespace {

std::string described(const OrderDraft& d) {
    std::string text(boost::describe::enum_to_string(d.document_class, "?"));
    if (d.order_number) text += cat(" ", d.order_number->value);
    if (!d.lines.empty()) text += cat(" of ", d.lines.size());
    for (const auto& r : d.references) {
        if (r.type == "quotation" || r.type == "quantity_before") continue;
        text += cat(" ", r.type);
        if (r.type != "previous_order" && r.type != "last_order" && !r.value.value.empty())
            text += cat("=", r.value.value);
        if (r.line) text += cat("@", *r.line);
    }
    return text;
}

// "order 4500017 of 2 | order_status 4500009"
std::string read(std::string_view subject, std::string_view text) {
    std::vector<Problem> problems;
    auto read = read_text({.text = text,
                           .subject = subject,
                           .part = 1,
                           .subject_part = 0,
                           .received_date = "2026-03-02"},
                          problems);
    drop_pleasantries(read);
    std::vector<std::string> all;
    if (read.main) all.push_back(described(*read.main));
    for (const auto& wish : read.wishes)
        all.push_back(described(wish));
    return join(all, " | ");
}

struct Told {
    const char* subject;
    const char* text;
    const char* expected;
};

class MailsWithSeveralWishes : public testing::TestWithParam<Told> {};

TEST_P(MailsWithSeveralWishes, areToldApartOrGivenToAPerson) {
    EXPECT_EQ(read(GetParam().subject, GetParam().text), GetParam().expected) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Dutch, MailsWithSeveralWishes,
    testing::Values(
        Told{"", "Waar blijft bestelling 4500009? En bij de vorige waren 6 rollen beschadigd.\n",
             "order_status 4500009 | complaint previous_order affected=6 XRO cause=transport"},
        Told{"", "Waar blijft bestelling 4500009? We hebben nog niets binnen.\n",
             "order_status 4500009"},
        Told{"", "Goedemorgen,\n\nWaar blijven bestelling 4500009 en 4500011?\n\nAlvast bedankt\n",
             "order_status 4500009 order=4500011"},
        Told{"Bestelling 4500030",
             "Graag leveren op donderdag 12 maart:\n500 st NK-100\n72 rollen NK-210\n\n"
             "Waar blijft overigens bestelling 4500009?\n",
             "order 4500030 of 2 | order_status 4500009"},
        Told{"Bestelling 4500031",
             "Graag leveren: 500 st NK-100.\n"
             "Van bestelling 4500008 waren 6 rollen NK-330 beschadigd, graag kosteloos vervangen.\n"
             "Waar blijft bestelling 4500009?\n",
             "order 4500031 of 1 | complaint 4500008 affected=6 XRO@NK-330 cause=transport | "
             "order_status 4500009"},
        Told{"",
             "Van de levering van gisteren waren 6 rollen folie beschadigd. Graag 6 nieuwe rollen, "
             "kosteloos.\n",
             "complaint affected=6 XRO cause=transport"},
        Told{"Klacht over SO-26-000412",
             "De dozen plakken aan elkaar, dit is niet de kwaliteit "
             "die wij gewend zijn.\n",
             "complaint seller_order=SO-26-000412 cause=quality"},
        Told{"Re: bestelling 4500009", "Waar blijft deze? Wij wachten erop.\n",
             "order_status 4500009"},
        Told{"", "Bij onze laatste bestelling ontbraken 3 rollen NK-210.\n",
             "complaint last_order affected=3 XRO@NK-210 cause=quantity"},
        // No order is made of what a question is about.
        Told{"", "Bestelling 4500009: 500 st NK-100 en 72 rollen NK-210. Waar blijft die?\n",
             "mixed 4500009 of 2"},
        // Another wish of the same order, or in the same breath: a person reads it.
        Told{"", "Waar blijft bestelling 4500009? Anders annuleren wij bestelling 4500009.\n",
             "mixed 4500009"},
        // In passing.
        Told{"Bestelling 4500032", "Graag leveren: 500 st NK-100. Wanneer wordt het geleverd?\n",
             "order 4500032 of 1"},
        Told{"Bestelling 4500033",
             "Graag leveren: 500 st NK-100. Laat de status van bestelling 4500033 even weten.\n",
             "order 4500033 of 1"},
        Told{"Bestelling 4500034", "Graag leveren: 500 st NK-100, niet beschadigd verpakt aub.\n",
             "order 4500034 of 1"}));

INSTANTIATE_TEST_SUITE_P(
    English, MailsWithSeveralWishes,
    testing::Values(
        Told{"", "Where is PO 7731? We are still waiting.\n", "order_status 7731"},
        Told{"Order status", "Please tell us where PO-77310 is. Nothing received so far.\n",
             "order_status PO-77310"},
        Told{"PO 7740",
             "Please ship 20 ctn NK-210 by March 20.\nAlso, where is order no. 7731? It has not "
             "arrived.\n",
             "order 7740 of 1 | order_status 7731"},
        Told{"", "In our last delivery 12 rolls NK-330 were damaged. Please send replacements.\n",
             "complaint last_order affected=12 XRO@NK-330 cause=transport"},
        Told{"Complaint", "You sent the wrong item with delivery note DN-26-000871.\n",
             "complaint delivery_note=DN-26-000871 cause=order_entry"},
        Told{"", "Where is PO 7731? And the previous order arrived with 4 rolls missing.\n",
             "order_status 7731 | complaint previous_order affected=4 XRO cause=quantity"},
        Told{"PO 7741", "Please ship 36 rolls NK-210. When will it ship?\n", "order 7741 of 1"},
        Told{"PO 7742", "Please ship 36 rolls NK-210 and send us the order status by mail.\n",
             "order 7742 of 1"}));

INSTANTIATE_TEST_SUITE_P(
    German, MailsWithSeveralWishes,
    testing::Values(
        Told{"", "Wo bleibt unsere Bestellung 88-2041?\n", "order_status 88-2041"},
        Told{"", "Wo bleibt Bestellung 88-2041? Bei der vorherigen Bestellung fehlten 6 Rollen.\n",
             "order_status 88-2041 | complaint previous_order affected=6 XRO cause=quantity"},
        Told{"Bestellung Nr. 88-2050",
             "Bitte liefern Sie 48 Rollen NK-330 bis 13.03.2026.\nWo bleibt Bestellung 88-2041?\n",
             "order 88-2050 of 1 | order_status 88-2041"},
        Told{"Reklamation", "Bei der letzten Lieferung waren 4 Rollen NK-330 beschädigt.\n",
             "complaint last_order affected=4 XRO@NK-330 cause=transport"},
        Told{"", "Ware aus Bestellung 88-2041 wurde falsch geliefert. Bitte Ersatz senden.\n",
             "complaint 88-2041 cause=order_entry"},
        Told{"", "Unsere Bestellung 88-2041 ist noch nicht angekommen.\n", "order_status 88-2041"},
        Told{"Bestellung Nr. 88-2051", "Bitte liefern Sie 48 Rollen NK-330. Wann wird geliefert?\n",
             "order 88-2051 of 1"}));

INSTANTIATE_TEST_SUITE_P(
    French, MailsWithSeveralWishes,
    testing::Values(
        Told{"", "Où est notre commande 55012? Nous n'avons toujours pas reçu la marchandise.\n",
             "order_status 55012"},
        Told{"", "Où en est la commande 55012?\n", "order_status 55012"},
        Told{"", "Où est la commande 55012? Dans la précédente, 6 rouleaux étaient endommagés.\n",
             "order_status 55012 | complaint previous_order affected=6 XRO cause=transport"},
        Told{"Commande 55020", "Veuillez livrer 48 rouleaux NK-330.\nOù est la commande 55012?\n",
             "order 55020 of 1 | order_status 55012"},
        Told{"Réclamation", "Il manque 3 rouleaux NK-210 dans la dernière livraison.\n",
             "complaint last_order affected=3 XRO@NK-210 cause=quantity"},
        Told{"", "Les cartons de la commande 55012 sont défectueux.\n",
             "complaint 55012 cause=quality"},
        Told{"Commande 55021", "Veuillez livrer 48 rouleaux NK-330. Quand sera-t-elle livrée?\n",
             "order 55021 of 1"}));

INSTANTIATE_TEST_SUITE_P(
    Chinese, MailsWithSeveralWishes,
    testing::Values(
        Told{"", "订单HD-260302-01什么时候发货？还没收到。\n", "order_status HD-260302-01"},
        Told{"催货", "订单HD-260302-01还没收到，请催货。\n", "order_status HD-260302-01"},
        Told{"", "订单HD-260302-01还没收到。上一单有6卷破损。\n",
             "order_status HD-260302-01 | complaint previous_order affected=6 XRO cause=transport"},
        Told{"采购订单 HD-260310-02",
             "请安排发货：NK-100 纸箱 3000个。\n订单HD-260302-01还没收到。\n",
             "order HD-260310-02 of 1 | order_status HD-260302-01"},
        Told{"投诉", "上次的货少发了2箱NK-330。\n",
             "complaint last_order affected=2 XCT@NK-330 cause=quantity"},
        Told{"", "订单HD-260302-01发错货了。\n", "complaint HD-260302-01 cause=order_entry"},
        Told{"采购订单 HD-260310-03", "请安排发货：NK-100 纸箱 3000个。什么时候发货？\n",
             "order HD-260310-03 of 1"}));

TEST(Wishes, keepTheSentenceAndItsPlace) {
    const std::string text = "Graag leveren: 500 st NK-100.\n"
                             "Waar blijft bestelling 4500009?\n";
    std::vector<Problem> problems;
    const auto read =
        read_text({.text = text, .subject = "Bestelling 4500030", .part = 1}, problems);
    ASSERT_EQ(read.wishes.size(), 1U);
    ASSERT_EQ(read.wishes[0].notes.size(), 1U);
    const Field& quote = read.wishes[0].notes[0];
    EXPECT_EQ(quote.value, "Waar blijft bestelling 4500009?");
    EXPECT_EQ(text.substr(quote.place.begin, quote.place.end - quote.place.begin), quote.value);
    ASSERT_TRUE(read.main);
    ASSERT_EQ(read.main->lines.size(), 1U);
    const auto place = read.main->lines[0].seller_item->place;
    EXPECT_EQ(text.substr(place.begin, place.end - place.begin), "NK-100");
    ASSERT_TRUE(read.wishes[0].order_number);
    EXPECT_EQ(read.wishes[0].order_number->place.part, 1U);
}

TEST(Wishes, aQuestionBesideAnAttachedOrderIsOfThatOrder) {
    std::vector<Problem> problems;
    const auto read = read_text({.text = "Bijgaand onze bestelling. Wanneer wordt er geleverd?\n",
                                 .subject = "",
                                 .part = 1,
                                 .beside_order = true},
                                problems);
    EXPECT_TRUE(read.wishes.empty());
}

TEST(Wishes, anAutomaticReplyWishesNothing) {
    EXPECT_EQ(read("Automatisch antwoord",
                   "Ik ben afwezig. Waar blijft bestelling 4500009? Ik kijk maandag.\n"),
              "other 4500009");
}

TEST(Wishes, aLongListIsForAPerson) {
    std::string text;
    for (int i = 0; i < 12; ++i)
        text += cat("Van bestelling ", 4500000 + i, " waren 6 rollen beschadigd.\n");
    EXPECT_EQ(read("", text).substr(0, 5), "mixed");
}

TEST(Wishes, aMegabyteIsReadInTime) {
    for (const auto* sentence :
         {"Waar blijft bestelling 4500009 en 4500011? ",
          "Van bestelling 45 waren 6 rollen kapot.\n",
          "Waar blijft het en bij de vorige was alles beschadigd. ", "graag 6 rollen NK-330.\n"}) {
        std::string text;
        while (text.size() < 900'000)
            text += sentence;
        (void)read("Bestelling 1", text);
    }
}

} // namespace
} // namespace besteld::parsers

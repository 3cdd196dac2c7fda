// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/line_words.hpp"

#include "parsers/text/phrases.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers {

namespace {

constexpr auto line_word_table = std::to_array<std::pair<LineWord, std::string_view>>({
    {LineWord::quantity_label,
     "aantal|hoeveelheid|menge|anzahl|anz|qty|quantity|数量|cantidad|cant|quantité|qté"},
    {LineWord::item_label,
     "artikel|artikelnr|artikelnummer|art|art nr|art.nr|artnr|art no|artikel nr|item|item no|"
     "item nr|item number|sku|part|part no|part number|ref|referencia|référence|réf|货号|料号|"
     "型号|bestelcode|code|product|produkt|material|materialnr|materialnummer|mat.-nr|artículo"},
    {LineWord::seller_item_label,
     "supplier part|supplier part no|ihre materialnummer|ihre materialnr|uw artikelnr|uw "
     "artikelnummer|uw artikel|uw code|uw ref|your part|your part no|your item|"
     "your item no|your ref|your code|ihre artikelnr|ihre artikelnummer|ihre art|ihre mat|"
     "ihre mat.-nr|ihr artikel|votre réf|votre référence|votre code|贵方货号|贵方料号"},
    {LineWord::buyer_item_label,
     "buyer part|buyer part no|customer part|customer part no|unsere artikelnummer|unsere "
     "mat|unsere mat.-nr|unsere materialnr|unsere materialnummer|"
     "notre réf|notre code|ons art|我方料号|"
     "ons artikelnr|ons artikelnummer|ons artikel|onze code|our item|our part|"
     "our part no|our ref|our code|unsere artikelnr|unsere art|unser artikel|"
     "nuestra referencia|notre référence|我方货号"},
    {LineWord::gtin_label, "gtin|ean|ean13|ean-code|barcode|upc|条码"},
    {LineWord::position, "pos|position|positie|regel|ligne|poste|line|zeile|序号|项次|posición"},
    {LineWord::condition,
     "indien|mits|als|als mogelijk|indien mogelijk|liefst|eventueel|ongeveer|circa|ca|plusminus|"
     "maximaal|minimaal|minstens|of anders|anders|if|if possible|otherwise|unless|provided|"
     "approx|approximately|about|around|roughly|at least|at most|up to|maybe|falls|wenn|"
     "sofern|sonst|ungefähr|etwa|höchstens|mindestens|rund|如果|尽量|最好|大约|约|左右|si|si "
     "possible|sinon|如有|大概|差不多|有货的话|"
     "si es posible|unas|unos|aproximadamente|environ|max|min"},
    {LineWord::filler,
     "of|van|de|het|der|die|das|den|the|those|these|la|las|el|los|del|von|vom|du|des|le|les|de la|"
     "that|our|your|onze|uw|ihr|unser|deze|dieser|dit|dat|x|stuks|usual|d|su|sus|mi|mis|ons|要|来|"
     "再要|"
     "想要"},
    {LineWord::stop,
     "graag|gaarne|maar|even|mal|just|bitte|please|aub|a.u.b|svp|s.v.p|por|favor|para|for|für|to|"
     "naar|voor|op|am|on|"
     "by|"
     "bis|uiterlijk|spätestens|levering|leveren|geleverd|afleveren|bestellen|lieferung|liefern|"
     "deliver|"
     "delivery|ship|shipping|must|need|necesitamos|necesito|benötigen|nodig|dank|thanks|hebben|"
     "mogen|"
     "unit price|unit cost|net price|prix unitaire|einzelpreis|stückpreis|nettopreis|nettoprijs|"
     "stuksprijs|asap|zoals|wie|as|same|conform|volgens|gemäß|per|needed|required|morgen|tomorrow|"
     "zsm|"
     "发货|交期|要求|安排|请|按|跟|serían|您好|你好|谢谢|livrer|livraison|merci|nach|zur|zum|with|"
     "delivered"},
    {LineWord::not_counted,
     "uur|uren|uhr|h|hr|hrs|hours|hour|stunden|dag|dagen|tag|tage|tagen|days|day|werkdagen|"
     "werktage|week|weken|woche|wochen|weeks|maand|maanden|monat|monate|months|month|jaar|jahr|"
     "jahre|years|year|min|minuten|minutes|km|procent|prozent|percent|am|pm|年|月|日|号|周|"
     "días|día|jours|euro|keer|mal|times|personen|people|%|°|o'clock"},
    {LineWord::papers, "orders|bestellingen|bestellungen|aufträge|commandes|订单|采购单"},
    {LineWord::difference, "meer|minder|extra|weniger|mehr|less|more|fewer|menos|más|moins"},
});

} // namespace

std::optional<LineWordMatch> line_word_at(std::span<const Token> tokens, std::size_t index) {
    static const Phrases<LineWord> words(line_word_table);
    if (index >= tokens.size()) return std::nullopt;
    const auto match = words.at(tokens, index);
    if (!match) return std::nullopt;
    return LineWordMatch{match->meaning, match->length};
}

bool joins_lines(const Token& token) {
    constexpr auto words =
        std::to_array<std::string_view>({"en", "und", "and", "y", "et", "e", "sowie", "plus",
                                         "alsmede", "和", "以及", "还有", "另外", "&"});
    return is_punctuation(token, ",;+") || std::ranges::find(words, token.text) != words.end();
}

bool is_transition(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"ook",  "nog",     "daarnaast", "verder", "auch",    "noch",  "außerdem", "also",
         "then", "another", "luego",     "además", "también", "aussi", "en",       "und",
         "and",  "y",       "et",        "dan",    "dann",    "再",    "a"});
    return std::ranges::find(words, word) != words.end();
}

} // namespace besteld::parsers

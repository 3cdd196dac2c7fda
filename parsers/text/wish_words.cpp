// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/wish_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers {

namespace {

constexpr auto wish_table = std::to_array<std::pair<WishWord, std::string_view>>({
    {WishWord::ordering,
     "bestel|bestellen|wij bestellen|hierbij bestellen|nabestellen|doe mij|doe ons|doe maar|stuur "
     "ons|stuur mij|graag leveren|gaarne leveren|nodig|leveren aub|"
     "please ship|please send|please supply|please deliver|please order|place an order|like to "
     "order|want to order|need to reorder|reorder|send us|ship us|we order|we need|can we get|"
     "hiermit bestellen|nachbestellen|bestellen wir|liefern sie|bitte liefern|bitte senden|"
     "bitte schicken|wir brauchen|wir benötigen|benötigen|brauchen|nous commandons|je "
     "commande|veuillez livrer|veuillez envoyer|avons besoin|merci de livrer|merci de "
     "nous livrer|订购|下单|补货|采购|请安排|请发|再来|需要"},
    {WishWord::polite, "graag|gaarne|please|bitte|veuillez|请"},
    {WishWord::where_is,
     "waar blijft|waar blijven|waar is|waar zijn|nog niet ontvangen|nog niets|niets ontvangen|"
     "wo bleibt|wo bleiben|wo ist|wo sind|noch nicht erhalten|noch nichts|noch nicht angekommen|"
     "nicht angekommen|still waiting|where is|where are|not yet received|not received|nothing "
     "received|have not arrived|has not arrived|hasn't arrived|haven't received|not arrived|où "
     "est|où sont|où reste|où en est|pas encore reçu|toujours pas reçu|rien reçu|催货|还没收到|"
     "没收到|没有收到|到哪|还没到|没到"},
    {WishWord::replacement,
     "nieuwe|opnieuw|vervanging|vervangende|vervangen|kosteloos|kosteloze|gratis|nazenden|"
     "naleveren|"
     "nalevering|crediteren|creditnota|"
     "replacement|replacements|replace|free of charge|new ones|resend|credit note|credit us|refund|"
     "ersatz|ersatzlieferung|ersetzen|kostenlos|kostenfrei|neue|nachliefern|nachlieferung|"
     "gutschrift|remplacement|remplacer|gratuitement|sans frais|nouveaux|nouvelles|renvoyer|avoir|"
     "重发|补发|免费|换货|退款"},
    {WishWord::delivery,
     "levering|leveringen|geleverd|geleverde|ontvangen|ontvingen|binnengekomen|pallet|"
     "delivery|delivered|received|shipment|arrived|lieferung|geliefert|gelieferte|gelieferten|"
     "erhalten|angekommen|sendung|livraison|livré|livrés|livrée|livrées|reçu|reçus|reçue|arrivé|"
     "收到|到货|这批|klacht|complaint|reklamation|beschwerde|réclamation|投诉"},
    {WishWord::previous,
     "de vorige|vorige bestelling|vorige levering|vorige order|vorige zending|die vorige|"
     "the previous|previous order|previous delivery|previous shipment|the one before|"
     "der vorherigen|die vorherige|vorherigen bestellung|vorigen bestellung|vorigen lieferung|"
     "vorherigen lieferung|der vorigen|die vorige|la précédente|le précédent|commande précédente|"
     "livraison précédente|上一个|上一单|上一批|上个|上批"},
    {WishWord::last,
     "laatste bestelling|laatste order|laatste levering|mijn laatste|onze laatste|recentste|"
     "last order|last delivery|last shipment|latest order|most recent order|my last|our last|"
     "letzte bestellung|letzten bestellung|letzte lieferung|letzten lieferung|letzte order|"
     "dernière commande|dernière livraison|最近|上次"},
    {WishWord::delivery_note,
     "pakbon|pakbonnr|pakbonnummer|afleverbon|delivery note|packing slip|lieferschein|"
     "lieferscheinnr|lieferscheinnummer|bon de livraison|发货单|送货单"},
});

constexpr auto cause_table = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"transport",
     "beschadigd|beschadigde|kapot|gescheurd|nat|natte|gedeukt|damaged|broken|crushed|torn|wet|"
     "beschädigt|beschädigte|beschädigten|kaputt|kaputte|zerrissen|endommagé|endommagés|"
     "endommagée|endommagées|cassé|cassés|cassée|cassées|abîmé|abîmés|abîmée|abîmées|破损|损坏|"
     "坏了"},
    {"quality",
     "defect|defecte|kwaliteit|slechte kwaliteit|faulty|defective|poor quality|quality|defekt|"
     "defekte|mangelhaft|qualität|défectueux|défectueuse|défectueuses|qualité|质量问题|质量"},
    {"quantity",
     "ontbreekt|ontbreken|ontbrak|ontbraken|te weinig|te weinig geleverd|missing|short|short "
     "delivered|too few|fehlt|fehlen|fehlte|fehlten|zu wenig|zu wenig geliefert|il manque|il "
     "manquait|manque|manquent|短缺|少发|少了|缺少"},
    {"order_entry",
     "verkeerd geleverd|verkeerde|verkeerd artikel|niet besteld|wrong item|wrong items|not what we "
     "ordered|falsch geliefert|falsche|falscher artikel|falschen artikel|mauvais article|mauvaise "
     "référence|发错|发错货"},
    {"price",
     "factuur|prijs|verkeerde prijs|invoice|price|wrong price|overcharged|rechnung|preis|facture|"
     "prix|发票|价格"},
    {"late", "te laat|te laat geleverd|te laat bezorgd|delivered late|arrived late|too late|zu "
             "spät|zu spät "
             "geliefert|verspätet|en retard|livré en retard|迟到|晚到"},
});

struct OwnNumber {
    std::string_view prefix;
    std::string_view type;
};
constexpr auto own_numbers = std::to_array<OwnNumber>({
    {"SO", "seller_order"},
    {"IN", "case"},
    {"DN", "delivery_note"},
    {"KL", "complaint"},
});

bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<Phrases<WishWord>::Match> wish_word_at(std::span<const Token> tokens,
                                                     std::size_t at) {
    static const Phrases<WishWord> words(wish_table);
    return tokens[at].kind == TokenKind::word ? words.at(tokens, at) : std::nullopt;
}

std::optional<Phrases<std::string_view>::Match> cause_at(std::span<const Token> tokens,
                                                         std::size_t at) {
    static const Phrases<std::string_view> words(cause_table);
    return tokens[at].kind == TokenKind::word ? words.at(tokens, at) : std::nullopt;
}

bool is_conjunction(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"en", "and", "und", "et", "maar", "but", "aber", "mais", "ook", "另外", "还有", "而且"});
    return std::ranges::find(words, word) != words.end();
}

std::string_view type_of_our_number(std::string_view text) {
    // Two letters, two digits of the year, four digits or more.
    if (text.size() < 10 || text[2] != '-' || text[5] != '-' || !all_digits(text.substr(3, 2)) ||
        !all_digits(text.substr(6)))
        return {};
    const auto found =
        std::ranges::find(own_numbers, to_upper_ascii(text.substr(0, 2)), &OwnNumber::prefix);
    return found == own_numbers.end() ? std::string_view{} : found->type;
}

bool is_our_number(std::string_view text) {
    return !type_of_our_number(text).empty();
}

} // namespace besteld::parsers

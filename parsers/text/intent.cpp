// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/intent.hpp"

#include "parsers/text/phrases.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers {

namespace {

struct Weighted {
    Cue cue;
    int weight;
};

constexpr auto cue_table = std::to_array<std::pair<Weighted, std::string_view>>({
    // Said by somebody who orders.
    {{Cue::order, 3},
     "bestel|bestellen|wij bestellen|hierbij bestellen|hiermit bestellen|nabestellen|nabestelling|"
     "nachbestellung|nachbestellen|doe mij|doe ons|doe maar|stuur ons|stuur mij|graag "
     "leveren|gaarne leveren|"
     "please ship|please send|please supply|please deliver|please process|please order|place an "
     "order|"
     "place the following order|would like to order|want to order|need to reorder|reorder|need to "
     "restock|"
     "following order|send us|ship us|we order|purchase order|bestellen wir|liefern sie|bitte "
     "liefern|"
     "bitte senden|bitte schicken|we accept your offer|accept your "
     "quotation|采购订单|订购|下单|补货|采购|请安排|"
     "请发|再来|订货|进货|要货|备货|pasadme|ponme|mándanos|mandadnos|enviadnos|envíen|confirma el "
     "pedido|pedido de hoy|"
     "queremos pedir|el pedido queda|nous commandons|je commande|vous commander|passons "
     "commande|veuillez livrer|veuillez "
     "envoyer|veuillez enregistrer|merci de livrer|merci de nous livrer|il me faudrait|il nous "
     "faudrait|il me faut|il nous faut|erteilen ihnen den auftrag|schickt mir|schickt uns|hätten "
     "gern|hätten gerne|stuur me"},
    {{Cue::order, 2},
     "bestelling|opdracht|bestelbon|inkooporder|bestellung|auftrag|order|po|pedido|commande|bon de "
     "commande|订单|需要|"
     "necesitamos|necesito|benötigen|wir brauchen|brauchen|benötige|hebben nodig|wij willen|we "
     "need|i need|"
     "need|can we get|nodig|we zouden graag|avons besoin|lo que necesitamos|añadas|añadid|发货|po "
     "attached|"
     "order attached|artikel|afleveren"},
    {{Cue::order, 1},
     "graag|gaarne|bitte|please|por "
     "favor|veuillez|请|leveren|liefern|lieferung|ship|send|levering|doe|安排"},
    {{Cue::change, 4},
     "wijzig|wijzigen|wijziging|orderwijziging|aanpassen|gewijzigd|ändern|änderung|bestelländerung|"
     "auftragsänderung|change order|order change|change our order|change the order|amend|amendment|"
     "revised order|please change|verplaatsen|verzetten|verschieben|postpone|reschedule|bring "
     "forward|nachtrag|nachtrag zu|kommen noch dazu|kommt noch dazu|kommen hinzu|kommt "
     "hinzu|aanvulling "
     "op|ergänzung zu|add to our order|add to my order|in addition to order|ajouter à la "
     "commande|compléter la commande|reporter|décaler|toevoegen aan|hinzufügen "
     "zu|更正|变更|修改|改为|改成|改到|modificar|modificación|modifier"},
    {{Cue::change, 2},
     "in plaats van|instead of|statt|anstatt|mogen "
     "worden|en lugar de|au lieu de|其他不变|其余不变"},
    {{Cue::cancel, 5},
     "annuleer|annuleren|annulering|geannuleerd|niet meer "
     "nodig|stornieren|storniere|stornierung|storno|"
     "cancel|cancelling|canceling|cancellation|no longer need|no longer needed|nicht mehr "
     "benötigt|取消|作废|"
     "不再|anular|cancelar|anulación|annuler|annulation|d'annuler|annulez|annulons|annulée|plus "
     "besoin|nicht mehr gebraucht|hinfällig|hoeft niet meer|gaat niet door|不要了|不用了|撤单"},
    {{Cue::status, 5},
     "waar blijft|waar blijven|waar is|wanneer komt|wanneer wordt|wanneer leveren|nog niet "
     "ontvangen|nog niets|"
     "status van|wo bleibt|wo bleiben|wann kommt|wann wird|noch nicht erhalten|lieferstatus|still "
     "waiting|"
     "where is|where are|status of|order status|when will|not yet received|not received|have not "
     "arrived|"
     "track my|tracking number|eta for|催货|什么时候|还没收到|没收到|没有收到|到哪|dónde "
     "está|cuándo llega|"
     "où est|où en est|waar zijn|hoe staat het met|stand van zaken|niets ontvangen|wo ist|wo sind|"
     "noch nichts|noch nicht angekommen|nicht angekommen|stand der bestellung|stand unserer "
     "bestellung|status der bestellung|status unserer bestellung|nothing received|"
     "has not arrived|hasn't arrived|haven't received|not arrived|où sont|où reste|pas "
     "encore reçu|toujours pas reçu|rien reçu|quand arrive|quand sera|quand serons|état de la "
     "commande|état de notre commande|wanneer kan ik|wanneer kunnen we|wanneer kunnen wij|wanneer "
     "mag ik|al verzonden|al onderweg|wann können wir|wann kann ich|wann dürfen wir|wann erhalten|"
     "wann trifft|sachstand|schon versandt|bereits versandt|schon unterwegs|schon verschickt|when "
     "can we expect|when can i expect|when do you expect|delivery status|any news on|any update|"
     "turned up|was due yesterday|overdue|what's happening|niet aangekomen|nicht eingetroffen|"
     "überfällig|pas arrivé|pas arrivée|update on|tell me when|tell us when|let me know when|let "
     "us know when|weten wanneer|sagen "
     "wann|wissen wann|dire quand|indiquer quand|savoir quand|shipped yet|been despatched|been "
     "dispatched|quand pouvons|quand aurons|quand "
     "allons|déjà expédiée|suivi commande|"
     "suivi de la commande|suivi de notre commande|进度|何时|"
     "到货了吗|发货了吗|没到|还没到|几时|哪天到|多久到|到了吗|发了吗"},
    {{Cue::complaint, 5},
     "klacht|beschadigd|beschadigde|kapot|defect|verkeerd "
     "geleverd|verkeerde|ontbreekt|ontbreken|klopt niet|"
     "te weinig geleverd|reclamatie|reklamation|beschädigt|beschädigte|defekt|falsch "
     "geliefert|fehlt|fehlen|"
     "mangelhaft|complaint|damaged|broken|faulty|defective|missing|short delivered|wrong "
     "item|wrong items|"
     "credit "
     "note|破损|损坏|投诉|短缺|少发|incidencia|rotas|roto|rotos|dañadas|dañados|dañado|abonáis|"
     "reposición|reclamación|réclamation|endommagé|endommagés|endommagée|endommagées|cassé|cassés|"
     "cassée|cassées|abîmé|abîmés|abîmée|abîmées|défectueux|défectueuse|défectueuses|il manque|il "
     "manquait|livré en retard|mauvais produit|mauvais article|mauvaise référence|pas "
     "content|pas contente|mécontent|mécontente|mécontents|incomplète|inutilisable|inutilisables|"
     "verkeerd artikel|ontbrak|ontbraken|te laat geleverd|te laat "
     "bezorgd|gescheurd|reclameren|kaputt|kaputte|beschwerde|reklamieren|fehlte|fehlten|zu wenig "
     "geliefert|zu spät geliefert|delivered late|arrived late|too few|crushed|torn|坏了|发错|"
     "发错货|质量问题|少了|缺少|verroest|gebarsten|incompleet|onvolledig|fout geleverd|te veel "
     "berekend|slechte kwaliteit|niet tevreden|onacceptabel|falsche ware|falsche farbe|falsche "
     "größe|verrostet|zerbrochen|undicht|unvollständig|unzufrieden|zu viel berechnet|schlechte "
     "qualität|overcharged|short delivery|short shipment|came up short|leaking|cracked|rusty|not "
     "happy|unhappy|unacceptable|poor quality|wrong goods|wrong colour|wrong size|incomplet|"
     "rouillé|rouillés|mouillé|mouillés|insatisfait|erreur de livraison|mauvaise qualité|受潮|"
     "无法使用|变形|生锈|不合格|短少|不符|质量太差|有问题"},
    {{Cue::quote, 5},
     "offerte|prijsopgave|offerteaanvraag|angebot|preisanfrage|anfrage|quote|quotation|rfq|"
     "request for quotation|best price|price "
     "list|prijslijst|preisliste|报价|询价|presupuesto|cotización|"
     "devis|wat kost|wat kosten|was kostet|was kosten|how much|what is the price|what would be the "
     "price"},
    {{Cue::stock, 5},
     "op voorraad|uit voorraad leverbaar|voorradig|leverbaar|auf lager|lagerbestand|verfügbar|"
     "in stock|availability|available|有货吗|现货|库存|disponibilidad|tenéis|hay stock|en "
     "stock|disponible"},
    {{Cue::none_of_these, 6},
     "out of office|afwezig|afwezigheid|niet "
     "aanwezig|abwesend|abwesenheit|abwesenheitsnotiz|automatic reply|"
     "automatisch antwoord|automatische "
     "antwort|unsubscribe|uitschrijven|abmelden|afmelden|newsletter|"
     "nieuwsbrief|view in browser|special offer|limited time|has been shipped|has shipped|"
     "thank you for your order|bedankt voor uw bestelling|bedankt voor je bestelling|"
     "danke für ihre bestellung|vielen dank für ihre bestellung|gracias por su pedido|is verzonden|"
     "sollicitatie|bewerbung|job application|undelivered|delivery status "
     "notification|mailer-daemon|"
     "auftragsbestätigung|orderbevestiging|order confirmation|sales order"},
});

bool is_negation(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"niet",  "geen", "nicht", "kein",    "keine",  "keinen", "not", "no",
         "don't", "dont", "never", "nothing", "不",     "不要",   "别",  "没有",
         "nunca", "ne",   "pas",   "without", "zonder", "ohne"});
    return std::ranges::find(words, word) != words.end();
}

bool is_negated(const Passage& p, std::size_t i, std::size_t length) {
    for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
        const Token& token = p.tokens[i - back];
        if (token.kind == TokenKind::punctuation || token.kind == TokenKind::line_end) break;
        if (is_negation(token.text)) return true;
    }
    for (std::size_t next = i + length; next < std::min(i + length + 2, p.tokens.size()); ++next) {
        const Token& token = p.tokens[next];
        if (token.kind != TokenKind::word) break;
        if (is_negation(token.text)) return true;
    }
    return false;
}

// "Volgens offerte Q-12", "your offer": an offer that is accepted, not one that is asked for.
bool is_accepted_offer(const Passage& p, std::size_t i, std::size_t length) {
    constexpr auto before = std::to_array<std::string_view>(
        {"conform", "volgens", "gemäß", "laut", "per", "accept", "your", "uw", "ihr", "ihrem",
         "ihres", "as", "vuestro", "vuestra", "su", "votre", "onder", "zie", "按"});
    for (std::size_t back = 1; back <= 2 && back <= i; ++back)
        if (std::ranges::find(before, p.tokens[i - back].text) != before.end()) return true;
    // "Danke für das Angebot", "thanks for the quote"
    constexpr auto thanks = std::to_array<std::string_view>(
        {"danke", "dank", "thanks", "thank", "bedankt", "merci", "gracias", "谢谢"});
    for (std::size_t back = 1; back <= 4 && back <= i; ++back)
        if (std::ranges::find(thanks, p.tokens[i - back].text) != thanks.end()) return true;
    const std::size_t next = i + length;
    return next < p.tokens.size() &&
           (p.tokens[next].kind == TokenKind::code || p.tokens[next].kind == TokenKind::identifier);
}

int counted(const Intent& intent, Cue cue) {
    return std::min(intent[cue], 12);
}

} // namespace

std::vector<FoundCue> find_cues(const Passage& p) {
    static const Phrases<Weighted> cues(cue_table);
    std::vector<FoundCue> found;
    for (std::size_t i = 0; i < p.tokens.size(); ++i) {
        if (p.tokens[i].kind != TokenKind::word) continue;
        const auto match = cues.at(p.tokens, i);
        if (!match) continue;
        const auto [cue, weight] = match->meaning;
        if (cue == Cue::quote && is_accepted_offer(p, i, match->length)) continue;
        const bool negated =
            is_negated(p, i, match->length) && (cue == Cue::order || match->length == 1);
        found.push_back({cue, weight, negated, i, i + match->length});
        i += match->length - 1;
    }
    return found;
}

void weigh_cues(Passage& p, CuePlace place, Intent& intent) {
    bool seen_order_noun = false;
    for (const FoundCue& found : find_cues(p)) {
        int weight = found.weight;
        if (found.cue == Cue::order) p.mark(found.first, found.last, Use::cue);
        if (found.cue == Cue::order && weight == 1 && seen_order_noun)
            weight = 0; // politeness counts once
        if (found.cue == Cue::order && weight == 1) seen_order_noun = true;
        if (found.negated) weight = found.cue == Cue::order ? -weight : 0;
        if (place == CuePlace::subject) weight += weight > 0 ? 1 : 0;
        if (place == CuePlace::old_subject) weight = std::min(weight, 1);
        intent.weight[static_cast<std::size_t>(found.cue)] += weight;
    }
}

DocumentClass classify(const Intent& intent, const LineEvidence& lines) {
    const int order =
        counted(intent, Cue::order) + 2 * std::min(lines.coded, 3) + std::min(lines.named, 3);
    if (intent[Cue::none_of_these] >= 6 && lines.coded == 0) return DocumentClass::other;

    struct Named {
        DocumentClass document_class;
        int weight;
    };
    std::vector<Named> others;
    const auto add = [&](Cue cue, DocumentClass document_class, int threshold) {
        if (intent[cue] >= threshold) others.push_back({document_class, intent[cue]});
    };
    add(Cue::cancel, DocumentClass::order_cancellation, 5);
    add(Cue::status, DocumentClass::order_status, 5);
    add(Cue::complaint, DocumentClass::complaint, 5);
    add(Cue::quote, DocumentClass::quote_request, 4);
    add(Cue::stock, DocumentClass::stock_question, 5);
    const bool change = intent[Cue::change] >= 4 && intent[Cue::change] + 1 >= intent[Cue::cancel];
    // "Cancel" inside a change ("cancel line 2") does not cancel the order.
    if (change)
        std::erase_if(others, [](const Named& n) {
            return n.document_class == DocumentClass::order_cancellation;
        });

    // Words alone beside a complaint or a question are what it is about; item codes may be an
    // order.
    const bool ordered = order >= 6 && lines.coded > 0 && intent[Cue::order] >= 2;
    if (others.size() == 1 && !change) {
        const bool asks = others[0].document_class == DocumentClass::quote_request ||
                          others[0].document_class == DocumentClass::stock_question;
        if (!ordered || asks || others[0].document_class == DocumentClass::order_cancellation)
            return ordered && asks && order >= others[0].weight + 8 ? DocumentClass::mixed
                                                                    : others[0].document_class;
        return DocumentClass::mixed;
    }
    if (!others.empty()) return DocumentClass::mixed;
    if (change) return DocumentClass::order_change;
    const bool any_line = lines.coded + lines.named > 0;
    if (any_line && intent[Cue::order] >= 1 && order >= 3) return DocumentClass::order;
    if (lines.coded >= 2 && intent[Cue::order] >= 0) return DocumentClass::order;
    if (lines.coded >= 1 && lines.order_number && intent[Cue::order] >= 0)
        return DocumentClass::order;
    // The lines stand elsewhere: in the attachment, in the last order.
    if (lines.attachment_named && intent[Cue::order] >= 2) return DocumentClass::order;
    return DocumentClass::other;
}

} // namespace besteld::parsers

// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/header_fields.hpp"

#include "base/text.hpp"
#include "parsers/text/addresses.hpp"
#include "parsers/text/characters.hpp"
#include "parsers/text/line_words.hpp"
#include "parsers/text/order_numbers.hpp"
#include "parsers/text/phrases.hpp"
#include "parsers/text/units.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers {

namespace {

enum class Header {
    reference,
    currency,
    quotation,
    contract,
    cost,
    place,
    address, // a word that may stand before an address
    payment,
    complete,
    partial,
    rush,
    previous,
    contact,
    remark
};
constexpr auto header_labels = std::to_array<std::pair<Header, std::string_view>>({
    {Header::reference,
     "referentie|onze referentie|uw kenmerk|ons kenmerk|kenmerk|referentie op pakbon|kommission|"
     "kommissie|referenz|unsere referenz|unser zeichen|ihr zeichen|our reference|reference|"
     "your reference|notre référence|numéro d'engagement|engagement|项目|参考号"},
    {Header::currency, "valuta|munt|währung|currency|devise|币种|货币"},
    {Header::quotation,
     "offerte|offertenr|offertenummer|offer|quote|quotation|angebot|angebotsnr|报价单|oferta|"
     "presupuesto|devis"},
    {Header::contract,
     "contract|contractnr|contractnummer|raamcontract|raamorder|rahmenvertrag|rahmenauftrag|"
     "vertrag|framework|blanket order|合同|"
     "合同号|contrato|contrat"},
    {Header::cost,
     "kostenplaats|kostenplaatsnr|kostenstelle|cost centre|cost center|cost centre no|成本中心|"
     "centro de coste|"
     "centre de coût"},
    {Header::place,
     "afleveren|afleveren bij|afleveren op|afleveradres|leveradres|bezorgadres|aflevering|"
     "leveren aan|leveren bij|leveren op|levering aan|bezorgen bij|bezorgen op|lieferadresse|"
     "lieferung an|lieferung nach|lieferung werk|liefern an|lieferanschrift|anlieferung an|"
     "warenempfänger|deliver to|delivery to|"
     "delivery address|ship to|ship-to|shipping "
     "address|送到|送至|发到|收货地址|送货地址|请送|送货到|送货至|送往|发往|送达|entrega en|"
     "dirección de entrega|adresse de livraison|livrer à|livraison à"},
    {Header::address, "site|bouwplaats|baustelle|chantier|adres|op het adres|naar|adresse|an die "
                      "adresse|an folgende adresse|nach|an|ans|auf|zum|zur|address|to|"
                      "at|à l'adresse suivante|à l'adresse|chez|à|au|地址"},
    {Header::payment,
     "付款方式|payment terms|betalingsconditie|betaling|zahlungsbedingung|zahlung|conditions de "
     "paiement|condiciones de pago"},
    {Header::complete,
     "komplettlieferung|complete levering|in één keer leveren|in een keer leveren|"
     "volledig leveren|alles ineens|complete delivery|ship complete|no partial|"
     "no partial deliveries|no partial shipments|keine teillieferung|keine teillieferungen|"
     "geen deellevering|geen deelleveringen|servirlo junto|一次性发货"},
    {Header::partial,
     "deellevering toegestaan|deellevering mag|teillieferung möglich|teillieferung erlaubt|"
     "partial delivery ok|partial shipments ok|partial deliveries allowed"},
    {Header::rush,
     "spoed|spoedorder|met spoed|dringend|eilig|eilt|urgent|rush|加急|紧急|急需|urgente"},
    {Header::previous,
     "zelfde als vorige keer|zelfde als de vorige keer|zelfde als laatst|same as last time|"
     "same as last order|wie beim letzten mal|wie letztes mal|上次 一样|lo mismo que la última vez|"
     "comme la dernière fois"},
    {Header::contact, "收货人|联系人"},
    {Header::remark, "frei haus|franco huis|franco"},
});

bool is_incoterm(std::string_view folded) {
    constexpr auto terms =
        std::to_array<std::string_view>({"exw", "fca", "cpt", "cip", "dap", "dpu", "ddp", "fas",
                                         "fob", "cfr", "cif", "dat", "ddu"});
    return std::ranges::find(terms, folded) != terms.end();
}

class HeaderFinder {
public:
    HeaderFinder(Passage& passage, OrderDraft& draft) : p_(passage), draft_(draft) {}

    void run() {
        static const Phrases<Header> labels(header_labels);
        for (std::size_t i = 0; i < p_.tokens.size(); ++i) {
            if (p_.tokens[i].kind != TokenKind::word) continue;
            if (const auto match = labels.at(p_.tokens, i))
                take(match->meaning, i, i + match->length);
            incoterm(i);
            net_days(i);
            delivered_in(i);
        }
        // Last, when every number that is a quantity, a date or a price is known as one.
        for (std::size_t i = 0; i < p_.tokens.size(); ++i)
            address_by_postcode(i);
    }

private:
    void take(Header label, std::size_t first, std::size_t at) {
        switch (label) {
        case Header::reference:
            return words("reference", first, at);
        case Header::currency:
            return currency(first, at);
        case Header::quotation:
            return reference("quotation", first, at);
        case Header::contract:
            return reference("contract", first, at);
        case Header::cost:
            return cost(first, at);
        case Header::place:
            return place(first, at);
        case Header::address:
            return address(first, at);
        case Header::payment:
            return payment(first, at);
        case Header::complete:
            return partial(first, at, "no");
        case Header::partial:
            return partial(first, at, "yes");
        case Header::rush:
            return rush(first, at);
        case Header::previous:
            return previous(first, at);
        case Header::contact:
            return contact(first, at);
        case Header::remark:
            p_.mark(first, at, Use::header);
            draft_.notes.push_back(
                p_.field(first, at, one_line(p_.slice(first, at)), certainty::grammar));
            return;
        }
    }

    std::size_t skip_colon(std::size_t at) const {
        bool explicitly = false;
        return skip_joints(p_, at, explicitly);
    }
    bool is_value(std::size_t at) const {
        if (at >= p_.tokens.size()) return false;
        const TokenKind kind = p_.tokens[at].kind;
        return kind == TokenKind::code || kind == TokenKind::identifier ||
               (kind == TokenKind::number && p_.tokens[at].text.size() >= 3 && !is_counted(p_, at));
    }

    void reference(std::string type, std::size_t first, std::size_t at) {
        at = skip_colon(at);
        // "Q-2231" is a code; the item that an offer is asked for is none of its references.
        if (!is_value(at)) return;
        draft_.references.push_back(
            {std::move(type), p_.field(at, at + 1, p_.tokens[at].text, certainty::labelled), {}});
        p_.mark(first, at + 1, Use::header);
    }

    // "Referentie op pakbon: hekwerk Zuidhof", "Kommission Schulze": a number or a few words.
    void words(std::string type, std::size_t first, std::size_t at) {
        // "notre référence 100-4471, votre référence HL30125": an article's two numbers
        for (std::size_t i = at; i < p_.tokens.size() && p_.tokens[i].kind != TokenKind::line_end;
             ++i)
            if (const auto word = line_word_at(p_.tokens, i))
                if (word->meaning == LineWord::seller_item_label) return;
        const bool colon = at < p_.tokens.size() && is_punctuation(p_.tokens[at], ":");
        at = skip_colon(at);
        std::size_t end = std::min(clause_end(at), at + 5);
        if (is_value(at) || (at < end && has_digit(p_.tokens[at].text))) end = at + 1;
        const bool name = at < end && p_.tokens[at].kind == TokenKind::word &&
                          (colon || p_.tokens[first].text == "kommission");
        if (end <= at || (!is_value(at) && !name && !colon)) return;
        draft_.references.push_back(
            {std::move(type),
             p_.field(at, end, one_line(p_.slice(at, end)), certainty::labelled),
             {}});
        p_.mark(first, end, Use::header);
    }

    void currency(std::size_t first, std::size_t at) {
        at = skip_colon(at);
        if (at >= p_.tokens.size() || p_.tokens[at].kind != TokenKind::currency || draft_.currency)
            return;
        draft_.currency = p_.field(at, at + 1, p_.tokens[at].text, certainty::labelled);
        p_.mark(first, at + 1, Use::header);
    }

    void cost(std::size_t first, std::size_t at) {
        at = skip_colon(at);
        if (at >= p_.tokens.size() || !has_digit(p_.tokens[at].text) || draft_.cost_reference)
            return;
        draft_.cost_reference =
            p_.field(at, at + 1, std::string(p_.slice(at, at + 1)), certainty::labelled);
        p_.mark(first, at + 1, Use::header);
    }

    PartyDraft& ship_to() {
        for (PartyDraft& party : draft_.parties)
            if (party.role == PartyRole::ship_to) return party;
        draft_.parties.push_back({.role = PartyRole::ship_to});
        return draft_.parties.back();
    }

    std::size_t clause_end(std::size_t at) const {
        while (at < p_.tokens.size() && p_.tokens[at].kind != TokenKind::line_end &&
               p_.tokens[at].use != Use::date && !is_punctuation(p_.tokens[at], ",;.!?()/") &&
               p_.tokens[at].use != Use::header && p_.tokens[at].text != "frei" &&
               p_.tokens[at].text != "franco")
            ++at;
        return at;
    }

    // "9401 AN Assen" or "34117 Kassel" at this token: the place after it, else 0.
    std::size_t postcode(std::size_t at, PartyDraft& party) {
        if (at >= p_.tokens.size() || p_.tokens[at].kind != TokenKind::number) return 0;
        const std::size_t digits = p_.tokens[at].text.size();
        std::size_t last = at + 1;
        const bool letters = last < p_.tokens.size() && p_.tokens[last].kind == TokenKind::word &&
                             p_.tokens[last].text.size() == 2;
        if (digits == 4 && letters)
            ++last;
        else if (digits != 5)
            return 0;
        const std::size_t end = clause_end(last);
        if (end == last) return 0;
        party.postcode = p_.field(at, last, one_line(p_.slice(at, last)), certainty::grammar);
        party.city = p_.field(last, end, one_line(p_.slice(last, end)), certainty::grammar);
        return end;
    }

    // Only with a postcode: "naar", "to" and "an" say many things.
    void address(std::size_t first, std::size_t at) {
        at = skip_colon(at);
        const PartyDraft* known = find_party(draft_, PartyRole::ship_to);
        if (at >= p_.tokens.size() || p_.tokens[at].use != Use::none ||
            (known && (known->postcode || !known->address_lines.empty())))
            return;
        PartyDraft read{.role = PartyRole::ship_to};
        const std::size_t last = read_address(p_, at, read);
        if (last == at || !read.postcode || read.address_lines.empty()) return;
        ship_to() = std::move(read);
        p_.mark(first, last, Use::header);
    }

    void place(std::size_t first, std::size_t at) {
        at = skip_colon(at);
        if (at >= p_.tokens.size() || p_.tokens[at].use == Use::date) return;
        if (const PartyDraft* known = find_party(draft_, PartyRole::ship_to);
            known && !known->address_lines.empty())
            return;
        PartyDraft read{.role = PartyRole::ship_to};
        if (const std::size_t last = read_address(p_, at, read); last > at) {
            ship_to() = std::move(read);
            return p_.mark(first, last, Use::header);
        }
        const std::size_t end = clause_end(at);
        if (end == at || p_.tokens[at].kind == TokenKind::number || p_.tokens[at].text == "and" ||
            p_.tokens[at].text == "en" || p_.tokens[at].text == "und")
            return;
        PartyDraft& party = ship_to();
        if (party.name) return;
        Field value = p_.field(at, end, one_line(p_.slice(at, end)), certainty::grammar);
        if (has_digit(value.value))
            party.address_lines.push_back(std::move(value));
        else
            party.name = std::move(value);
        p_.mark(first, end, Use::header);
    }

    // A street and its number before a postcode, wherever it stands: "graag op Rolderstraat 41,
    // 9401 AN Assen". An address that nobody labelled is still where the goods are wanted, or a
    // person must look.
    void address_by_postcode(std::size_t i) {
        if (!is_dutch_postcode(i)) return;
        std::size_t number = i;
        if (number > 0 && is_punctuation(p_.tokens[number - 1], ",")) --number;
        if (number == 0 || p_.tokens[--number].use != Use::none) return;
        const bool house =
            p_.tokens[number].kind == TokenKind::number || has_digit(p_.tokens[number].text);
        std::size_t first = number;
        while (first > 0 && number - first < 4 && is_name_word(first - 1))
            --first;
        if (!house || first == number) return;
        PartyDraft& party = ship_to();
        if (party.postcode || !party.address_lines.empty()) return;
        const std::size_t end = postcode(i, party);
        if (end == 0) return;
        party.address_lines.push_back(
            p_.field(first, number + 1, one_line(p_.slice(first, number + 1)), certainty::grammar));
        p_.mark(first, end, Use::header);
    }

    // NEN 5825: four digits, the first no zero, and two capitals.
    bool is_dutch_postcode(std::size_t i) const {
        if (i + 1 >= p_.tokens.size()) return false;
        const Token& digits = p_.tokens[i];
        const std::string_view letters = p_.slice(i + 1, i + 2);
        const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
        return digits.kind == TokenKind::number && digits.use == Use::none &&
               p_.slice(i, i + 1).size() == 4 && p_.slice(i, i + 1).front() != '0' &&
               letters.size() == 2 && std::ranges::all_of(letters, capital);
    }

    // A word of a street's name: written with a capital, or a small word inside one ("van der").
    bool is_name_word(std::size_t i) const {
        const Token& token = p_.tokens[i];
        if (token.kind != TokenKind::word || token.use != Use::none) return false;
        const Character c = character_at(p_.text, token.begin);
        const bool capital = (c.ascii >= 'A' && c.ascii <= 'Z') || c.point >= 0xC0;
        return capital || token.text == "van" || token.text == "de" || token.text == "der" ||
               token.text == "den" || token.text == "het";
    }

    // "leveren op donderdag 12 maart in Zwolle"
    void delivered_in(std::size_t i) {
        const std::string_view word = p_.tokens[i].text;
        if ((word != "in" && word != "te" && word != "werk") || i + 1 >= p_.tokens.size()) return;
        const Token& next = p_.tokens[i + 1];
        const Character c = character_at(p_.text, next.begin);
        if (next.kind != TokenKind::word || next.use != Use::none || c.ascii < 'A' || c.ascii > 'Z')
            return;
        bool delivery = false;
        for (std::size_t back = 1; back <= 10 && back <= i; ++back) {
            const Token& t = p_.tokens[i - back];
            if (t.kind == TokenKind::line_end || is_punctuation(t, "!?;:")) break;
            delivery = delivery || t.text.starts_with("lever") || t.text.starts_with("liefer") ||
                       t.text.starts_with("deliver") || t.text == "afleveren" ||
                       t.text == "bezorgen";
        }
        PartyDraft* known = nullptr;
        for (PartyDraft& party : draft_.parties)
            if (party.role == PartyRole::ship_to) known = &party;
        if (!delivery || known != nullptr) return;
        ship_to().city =
            p_.field(i + 1, i + 2, std::string(p_.slice(i + 1, i + 2)), certainty::position);
        p_.mark(i, i + 2, Use::header);
    }

    void incoterm(std::size_t i) {
        const std::string_view written = p_.slice(i, i + 1);
        if (draft_.delivery_terms || !is_incoterm(p_.tokens[i].text) ||
            written != to_upper_ascii(written))
            return;
        draft_.delivery_terms = p_.field(i, i + 1, std::string(written), certainty::labelled);
        p_.mark(i, i + 1, Use::header);
        if (i + 1 >= p_.tokens.size() || p_.tokens[i + 1].kind != TokenKind::word) return;
        const Character c = character_at(p_.text, p_.tokens[i + 1].begin);
        if (!is_ideograph(c.point) && (c.ascii < 'A' || c.ascii > 'Z')) return;
        draft_.delivery_place =
            p_.field(i + 1, i + 2, std::string(p_.slice(i + 1, i + 2)), certainty::grammar);
        p_.mark(i + 1, i + 2, Use::header);
    }

    void net_days(std::size_t i) {
        const std::string_view word = p_.tokens[i].text;
        if ((word != "net" && word != "netto") || draft_.payment_terms) return;
        std::size_t first = i;
        std::size_t last = i + 1;
        if (last < p_.tokens.size() && p_.tokens[last].kind == TokenKind::number &&
            !is_counted(p_, last))
            ++last;
        else if (i >= 2 && p_.tokens[i - 2].kind == TokenKind::number)
            first = i - 2; // 30 dagen netto
        else
            return;
        draft_.payment_terms =
            p_.field(first, last, one_line(p_.slice(first, last)), certainty::grammar);
        p_.mark(first, last, Use::header);
    }

    void payment(std::size_t first, std::size_t at) {
        if (at >= p_.tokens.size() || !is_punctuation(p_.tokens[at], ":") || draft_.payment_terms)
            return;
        const std::size_t end = clause_end(at + 1);
        if (end == at + 1) return;
        draft_.payment_terms =
            p_.field(at + 1, end, one_line(p_.slice(at + 1, end)), certainty::labelled);
        p_.mark(first, end, Use::header);
    }

    void partial(std::size_t first, std::size_t at, std::string allowed) {
        draft_.partial_allowed = p_.field(first, at, std::move(allowed), certainty::grammar);
        p_.mark(first, at, Use::header);
    }

    void rush(std::size_t first, std::size_t at) {
        for (std::size_t back = 1; back <= 2 && back <= first; ++back) {
            const std::string_view word = p_.tokens[first - back].text;
            if (word == "nothing" || word == "not" || word == "niet" || word == "nicht" ||
                word == "geen" || word == "no" || word == "kein")
                return;
        }
        draft_.kind = Sourced<OrderKind>{OrderKind::rush, Origin::read, certainty::grammar,
                                         p_.place(first, at)};
        p_.mark(first, at, Use::header);
    }

    void previous(std::size_t first, std::size_t at) {
        // "same as last time on price" speaks of the price only.
        for (std::size_t i = at; i < std::min(at + 3, p_.tokens.size()); ++i)
            if (p_.tokens[i].text == "price" || p_.tokens[i].text == "prijs" ||
                p_.tokens[i].text == "preis")
                return;
        draft_.references.push_back({"previous_order",
                                     p_.field(first, at, one_line(p_.slice(first, at)),
                                              certainty::inferred, Origin::derived),
                                     {}});
        p_.mark(first, at, Use::header);
    }

    void contact(std::size_t first, std::size_t at) {
        at = skip_colon(at);
        if (at >= p_.tokens.size() || p_.tokens[at].kind != TokenKind::word) return;
        PartyDraft& party = ship_to();
        party.contact_name =
            p_.field(at, at + 1, std::string(p_.slice(at, at + 1)), certainty::labelled);
        std::size_t last = at + 1;
        if (last < p_.tokens.size() && p_.tokens[last].kind == TokenKind::identifier) {
            party.phone = p_.field(last, last + 1, p_.tokens[last].text, certainty::labelled);
            ++last;
        }
        p_.mark(first, last, Use::header);
    }

    Passage& p_;
    OrderDraft& draft_;
};

} // namespace

void find_header_fields(Passage& passage, OrderDraft& draft) {
    HeaderFinder(passage, draft).run();
}

} // namespace besteld::parsers

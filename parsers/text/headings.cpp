// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/headings.hpp"

#include "base/text.hpp"
#include "parsers/text/characters.hpp"
#include "parsers/text/numbers.hpp"
#include "parsers/text/units.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace besteld::parsers {

namespace {

constexpr auto headings = std::to_array<std::pair<TextColumn, std::string_view>>({
    {TextColumn::item,
     "artikel|artnr|art.nr|art. nr|artikelnr|artikelnummer|artikel-nr|art.-nr|art.nummer|art|"
     "artikelcode|uw artikelnr|uw artikelnummer|uw artikel|sku|item|item no|item number|item code|"
     "part no|part number|part|your part|your part no|your part number|stock code|code|artikel nr|"
     "material|materialnr|materialnummer|material-nr|mat.-nr|ihre mat.-nr|ihre artikelnr|"
     "ihre art.-nr|ihre artikelnummer|sachnummer|货号|料号|型号|商品编码|商品编号|产品编号|"
     "产品编码|物料号|物料编码|编码|贵方货号|referencia|ref|réf|référence|reference|article|"
     "code article|code produit|votre réf|votre référence|product|productcode|productnr|"
     "productnummer|product code|bestelnummer leverancier"},
    {TextColumn::buyer_item,
     "ons artikelnr|ons artikelnummer|uw klantcode|our item|our item no|our part|our part no|"
     "our part number|unsere art.-nr|unsere mat.-nr|unsere artikelnr|unsere artikelnummer|"
     "onze code|notre réf|notre référence|我方料号|我方货号"},
    {TextColumn::gtin, "gtin|ean|ean-code|barcode|ean code|ean13|upc|条码|商品条码"},
    {TextColumn::name,
     "omschrijving|artikelomschrijving|productomschrijving|naam|benaming|bezeichnung|"
     "artikelbezeichnung|beschreibung|kurztext|description|item description|name|品名|名称|"
     "产品名称|商品名称|物料名称|品名规格|descripción|désignation|libellé|désignation article"},
    {TextColumn::quantity,
     "aantal|hoeveelheid|besteld|menge|bestellmenge|anz|anzahl|stückzahl|qty|quantity|order qty|"
     "order quantity|quantity ordered|数量|订购数量|订货数量|采购数量|cantidad|cant|quantité|qté|"
     "qte|nombre"},
    {TextColumn::unit,
     "eenheid|eenh|einh|ehd|eh|me|einheit|mengeneinheit|uom|u/m|unit|units|unit of measure|单位|"
     "计量单位|ve|vpe|verpakking|verpackung|pack|conditionnement|unidad|unité|unités"},
    {TextColumn::price,
     "prijs|stukprijs|stuksprijs|nettoprijs|netto prijs|eenheidsprijs|prijs/st|prijs p/st|"
     "prijs per stuk|prijs per eenheid|preis|e-preis|einzelpreis|stückpreis|nettopreis|"
     "preis/stück|preis je stück|unit price|price|price each|net price|unit cost|price per unit|"
     "ek|ek netto|ek-preis|ek preis|inkoopprijs|netto-preis|nettopreis|prix achat|"
     "单价|含税单价|不含税单价|价格|precio|prix|prix unitaire|prix unit|p.u|pu|prix net"},
    {TextColumn::amount,
     "bedrag|regelbedrag|regeltotaal|totaal|betrag|nettowert|gesamt|gesamtpreis|wert|amount|total|"
     "line total|line amount|extended price|金额|总价|小计|总金额|importe|montant|prix total"},
    {TextColumn::position,
     "pos|positie|position|nr|regel|regelnr|volgnr|zeile|lfd|lfd.nr|line|line no|#|no|序号|行号|"
     "项次|ligne|poste|n°|rang"},
    {TextColumn::other,
     "leverdatum|opmerking|opmerkingen|bemerkung|remark|remarks|note|remarque|备注|"
     "规格|maat|spec|specification|termin|liefertermin|delivery date|交期"},
});

const std::unordered_map<std::string, TextColumn>& columns() {
    static const auto map = [] {
        std::unordered_map<std::string, TextColumn> built;
        for (const auto& [column, list] : headings)
            for (const std::string_view word : split(list, '|'))
                built.emplace(std::string(word), column);
        return built;
    }();
    return map;
}

std::string currency_word(std::string_view word) {
    if (word == "eur" || word == "€" || word == "euro") return "EUR";
    if (word == "usd" || word == "$") return "USD";
    if (word == "gbp" || word == "£") return "GBP";
    if (word == "cny" || word == "rmb" || word == "元" || word == "¥") return "CNY";
    return {};
}

// Behind the word of a price or an amount: whose money, with tax or without, for one piece.
bool is_price_word(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"ht", "ttc", "netto", "net", "excl", "excl.", "btw", "in", "p/st", "p/stuk", "hors",
         "taxes", "per", "stuk", "each", "/st"});
    return std::ranges::find(words, word) != words.end();
}

// "prijs (eur)" to "prijs" and EUR; false when there is nothing to take off.
bool take_off_last(std::string& text, std::string& currency) {
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}, {"[", "]"}}) {
        const std::size_t begin = text.rfind(open);
        if (!text.ends_with(close) || begin == std::string::npos || begin == 0) continue;
        const std::string_view inner = std::string_view(text).substr(
            begin + open.size(), text.size() - close.size() - begin - open.size());
        for (const std::string_view word : split(inner, ' '))
            if (auto found = currency_word(word); !found.empty()) currency = std::move(found);
        text = std::string(trim(text.substr(0, begin)));
        return true;
    }
    const std::size_t blank = text.rfind(' ');
    if (blank == std::string::npos) return false;
    const std::string_view last = std::string_view(text).substr(blank + 1);
    auto found = currency_word(last);
    if (found.empty() && !is_price_word(last)) return false;
    if (!found.empty()) currency = std::move(found);
    text = std::string(trim(text.substr(0, blank)));
    return true;
}

class CellReader {
public:
    CellReader(const Passage& passage, const TextHeading& heading, const TextCell& cell)
        : p_(passage), heading_(heading), cell_(cell) {}

    void fill(LineDraft& line) const {
        const std::string text = one_line(content(cell_));
        switch (heading_.column) {
        case TextColumn::item:
            line.seller_item = field(cell_, narrow(text));
            return;
        case TextColumn::buyer_item:
            line.buyer_item = field(cell_, text);
            return;
        case TextColumn::gtin:
            line.gtin = field(cell_, text);
            return;
        case TextColumn::name:
            line.name = field(cell_, text);
            return;
        case TextColumn::position:
            line.line = field(cell_, text);
            return;
        case TextColumn::unit:
            unit(cell_, line);
            return;
        case TextColumn::quantity:
            quantity(line);
            return;
        case TextColumn::price:
            line.unit_price = number(line, true);
            return;
        case TextColumn::amount:
            line.line_amount = number(line, false);
            return;
        case TextColumn::other:
            return;
        }
    }

private:
    std::string_view content(const TextCell& cell) const {
        return p_.text.substr(cell.begin, cell.end - cell.begin);
    }
    Field field(const TextCell& cell, std::string value, int score = certainty::table) const {
        return {std::move(value), Origin::read, score, p_.place(cell.begin, cell.end)};
    }

    void unit(const TextCell& cell, LineDraft& line) const {
        const std::string_view word = trim(content(cell));
        line.unit = field(cell, std::string(word));
        const auto code = unit_from_word(
            word.ends_with('.') ? word.substr(0, word.size() - 1) : word, p_.language);
        if (!code) return;
        line.unit_code = field(cell, *code);
        line.unit_code->origin = Origin::derived;
    }

    std::vector<Token> tokens() const {
        std::vector<Token> found;
        tokenise(p_.text, cell_.begin, cell_.end, found);
        join_thousands(p_.text, p_.language, found);
        return found;
    }

    MaybeField number(LineDraft& line, bool is_price) const {
        const auto found = tokens();
        for (const Token& t : found)
            if (t.kind == TokenKind::currency && !line.currency)
                line.currency = field(cell_, t.text);
        if (!line.currency && !heading_.currency.empty())
            line.currency = field(cell_, heading_.currency);
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (found[i].kind != TokenKind::number) continue;
            const auto reading = read_number(found[i].text, p_.language);
            if (!reading) return std::nullopt;
            if (is_price) base(found, i + 1, line);
            return field({found[i].begin, found[i].end}, reading->value,
                         reading->other ? certainty::two_readings : certainty::table);
        }
        return std::nullopt;
    }

    // "7,85 per 100", "0.35/个"
    void base(const std::vector<Token>& found, std::size_t at, LineDraft& line) const {
        constexpr auto per = std::to_array<std::string_view>(
            {"per", "je", "pro", "les", "the", "/", "par", "每", "p"});
        while (at < found.size() && found[at].kind == TokenKind::currency)
            ++at;
        if (at + 1 >= found.size() || std::ranges::find(per, found[at].text) == per.end()) return;
        const Token& next = found[at + 1];
        if (next.kind == TokenKind::number) {
            if (const auto reading = read_number(next.text, p_.language))
                line.price_base_quantity = field({next.begin, next.end}, reading->value);
        } else if (const auto code = unit_from_word(next.text, p_.language)) {
            line.price_base_unit = field({next.begin, next.end}, *code);
        }
    }

    void quantity(LineDraft& line) const {
        line.quantity = number(line, false);
        if (!line.quantity || line.unit) return;
        const TextCell rest{line.quantity->place.end, cell_.end}; // "500 st"
        const std::string_view word = trim(content(rest));
        if (const auto code = unit_from_word(
                word.ends_with('.') ? word.substr(0, word.size() - 1) : word, p_.language)) {
            line.unit = field(rest, std::string(word));
            line.unit_code = field(rest, *code);
            line.unit_code->origin = Origin::derived;
        }
    }

    const Passage& p_;
    const TextHeading& heading_;
    const TextCell& cell_;
};

} // namespace

std::optional<TextHeading> heading_of(std::string_view written) {
    if (written.size() > 80) return std::nullopt;
    std::string text = fold_latin(trim(written));
    TextHeading heading;
    do {
        while (text.size() > 1 && (text.ends_with('.') || text.ends_with(':')))
            text.pop_back();
        auto found = columns().find(text);
        // "Preis/VE", "prijs / doos"
        if (const std::size_t slash = text.find('/'); found == columns().end() && slash > 0)
            if (const auto of = columns().find(std::string(trim(text.substr(0, slash))));
                of != columns().end() && of->second == TextColumn::price)
                found = of;
        if (found == columns().end()) continue;
        heading.column = found->second;
        return heading;
    } while (take_off_last(text, heading.currency));
    return std::nullopt;
}

void fill_from_cell(const Passage& passage, const TextHeading& heading, const TextCell& cell,
                    LineDraft& line) {
    CellReader(passage, heading, cell).fill(line);
}

} // namespace besteld::parsers

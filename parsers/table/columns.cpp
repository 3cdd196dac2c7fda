// SPDX-License-Identifier: Apache-2.0
#include "parsers/table/columns.hpp"

#include "base/text.hpp"
#include "order/taught_heading.hpp"
#include "parsers/text/tokens.hpp"

#include <algorithm>
#include <bit>
#include <unordered_map>

namespace besteld::parsers {
namespace {

struct Words {
    Column column;
    std::string_view text; // headings without case, blanks and punctuation
};

constexpr std::array words = {
    Words{Column::order_number,
          "ponumber ponbr pono ponr po ponum purchaseorder purchaseorderno purchaseordernumber "
          "ordernumber orderno "
          "ordernr ordernum orderid orderref orderreference customerpo custpo customerorder "
          "customerorderno "
          "bestelnummer bestelnr ordernummer inkooporder inkoopordernr inkoopordernummer "
          "inkoopnummer uworder "
          "bestellnummer bestellnr bestellung auftragsnr auftragsnummer auftrag "
          "numérodecommande numerodecommande nodecommande ndecommande ncommande numcommande "
          "bondecommande commande "
          "订单号 采购单号 采购订单号 订单编号 客户订单号 采购订单"},
    Words{Column::order_date, "orderdate podate dateordered dateoforder besteldatum orderdatum "
                              "bestelldatum auftragsdatum "
                              "datecommande datedecommande 订单日期 下单日期 采购日期"},
    Words{Column::line, "line lineno linenumber linenbr linenr ln pos position posnr positie regel "
                        "regelnr regelnummer no nr "
                        "zeile zeilennr ligne noligne nligne poste seq lineitem 行号 序号 项次 行"},
    Words{Column::item, "item itemno itemnr itemnbr itemnumber itemnum itemcode itemid artikel "
                        "artikelnr artikelnummer artikelcode "
                        "artnr art artno artcode article articleno articlenumber articlenr "
                        "articlecode sku partno partnumber partnr "
                        "partnbr partnum part product productcode productno productnumber "
                        "productnr productid material materialnr "
                        "materialno materialnumber materialnummer supplierpart supplierpartno "
                        "supplierpartnumber supplieritem "
                        "supplieritemno supplierno supplierref suppliersku vendoritem vendoritemno "
                        "vendorpart vendorpartno "
                        "vendorpartnumber vendorsku vendorcode yourpartno youritem youritemno "
                        "yourartno yourref uwartikelnr "
                        "uwartikelnummer ihreartikelnr ihreartnr lieferantenartikelnr "
                        "leveranciersartikelnr leveranciersnummer "
                        "référence reference ref réf refarticle référencearticle codearticle "
                        "référencefournisseur votreréférence "
                        "produktnr produktnummer 货号 料号 型号 物料编码 物料号 商品编码 产品编码 "
                        "产品编号 商品编号 编码 供应商料号"},
    Words{Column::buyer_item,
          "buyeritem buyeritemno buyerpartno customeritem customeritemno customerpart "
          "customerpartno custpart "
          "custpartno custitem ouritem ouritemno ourpart ourpartno ourpartnumber ourref oursku "
          "internalitem internalno "
          "internalpartno onsartikel onsartikelnr onsartikelnummer eigenartikelnr "
          "eigenartikelnummer klantartikelnr "
          "unsereartikelnr unsereartnr unsereartikelnummer kundenartikelnr kundenartikelnummer "
          "kundenmaterial "
          "notreréférence notreref référenceclient codeclient 客户料号 我方料号 客户物料号"},
    Words{Column::gtin, "gtin gtin13 gtin14 ean eancode ean13 eannr eannummer upc upccode barcode "
                        "barcodenr streepjescode gencod "
                        "gtinean eangtin codebarre codebarres strichcode 条码 条形码 国际条码"},
    Words{Column::name,
          "description desc itemdescription itemdesc itemname productdescription productname "
          "partdescription name naam "
          "omschrijving artikelomschrijving productomschrijving productnaam benaming bezeichnung "
          "artikelbezeichnung "
          "beschreibung materialtext kurztext désignation designation libellé libelle "
          "品名 名称 描述 商品名称 产品名称 物料描述 物料名称 品名规格"},
    Words{Column::quantity, "quantity qty qtyordered qtyorder qtyreq qtyrequired qtyrequested "
                            "qtyneeded orderqty orderedqty "
                            "orderquantity quantityordered requestedqty requiredqty ordered aantal "
                            "aant hoeveelheid besteldaantal "
                            "aantalbesteld stuks menge anz anzahl bestellmenge stückzahl quantité "
                            "quantite qté qte qtécommandée "
                            "数量 订购数量 采购数量 订货数量 订单数量"},
    Words{Column::unit, "unit uom um uofm unitofmeasure units eenheid ehd eh einheit me "
                        "mengeneinheit bestelleenheid besteleenheid "
                        "bestelleinheit unité unite udm 单位 计量单位"},
    Words{Column::price, "price unitprice unitpr priceeach pricepc unitcost cost netprice "
                         "netunitprice rate prijs stuksprijs "
                         "prijsperstuk eenheidsprijs nettoprijs preis einzelpreis epreis ep "
                         "stückpreis nettopreis prix prixunitaire "
                         "prixunit pu puht prixunitaireht 单价 价格 不含税单价 未税单价"},
    Words{Column::price_base, "priceper priceunit pricebase pricebasis per prijsper prijseenheid "
                              "preiseinheit pe preispro prixpar 价格单位"},
    Words{Column::amount, "amount total totalprice totalamount linetotal lineamount linevalue "
                          "extprice extendedprice extended extamount "
                          "extendedamount extension extcost value netamount bedrag regelbedrag "
                          "totaal totaalprijs regeltotaal "
                          "nettobedrag betrag gesamt gesamtpreis gesamtbetrag nettobetrag summe gp "
                          "montant montantht totalht "
                          "金额 总价 总金额 合计金额"},
    Words{Column::date, "deliverydate delivery deliverby reqdate requesteddate requestdate "
                        "requireddate requireddeliverydate "
                        "requesteddeliverydate reqdelivery required requiredby duedate due needby "
                        "needbydate needdate dateneeded "
                        "daterequired wanteddate arrivaldate date leverdatum gewensteleverdatum "
                        "gewenstedatum levering datum "
                        "liefertermin lieferdatum termin wunschtermin wunschlieferdatum "
                        "wunschliefertermin datedelivraison "
                        "datelivraison livraison datesouhaitée délai 交期 交货日期 要求交期 交货期 "
                        "到货日期 需求日期 要求到货日期"},
    Words{Column::ship_to, "shipto shiptocode shiptoaddress shiptolocation deliveryaddress "
                           "deliverto deliverylocation destination "
                           "store storeno storenumber shop branch location site afleveradres "
                           "leveradres leveringsadres afleverlocatie "
                           "filiaal vestiging winkel lieferadresse lieferort lieferanschrift "
                           "filiale adressedelivraison lieudelivraison "
                           "收货地址 送货地址 收货方 交货地点"},
    Words{Column::note, "note notes remark remarks comment comments instructions "
                        "specialinstructions opmerking opmerkingen "
                        "bijzonderheden bemerkung bemerkungen anmerkung anmerkungen hinweis "
                        "remarque remarques commentaire "
                        "commentaires 备注 说明"},
    Words{Column::currency,
          "currency curr cur currencycode valuta munt munteenheid währung devise 币种 货币"},
};

const std::unordered_map<std::string_view, Column>& synonyms() {
    static const auto table = [] {
        std::unordered_map<std::string_view, Column> map;
        for (const auto& one : words)
            for (const auto word : split(one.text, ' '))
                map.emplace(word, one.column);
        return map;
    }();
    return table;
}

constexpr int taught_score = 100; // a person said so, as of a declared column
constexpr int known_score = 97;   // domain.md 7.2 step 12: a table column
constexpr int one_slip_score = 82;
constexpr int two_slips_score = 75;
constexpr int own_number_score = 70;

// "KORENAAR Part #": a name before an item heading says whose numbers they are, and in a customer's
// file that is the customer. Not so for the maker's number.
bool is_own_number(std::string_view heading) {
    const auto blank = heading.find(' ');
    if (blank == std::string_view::npos) return false;
    const auto owner = heading_key(heading.substr(0, blank));
    for (const std::string_view maker :
         {"mfr", "mfg", "manufacturer", "oem", "fabrikant", "hersteller", "fabricant"})
        if (owner.starts_with(maker)) return false;
    const auto found = synonyms().find(heading_key(heading.substr(blank + 1)));
    return found != synonyms().end() && found->second == Column::item &&
           !synonyms().contains(owner);
}

// Which of a to z occur. A slip changes two bits at most: what differs in more than four is more
// than two slips away, and need not be compared.
std::uint32_t letters_of(std::string_view text) {
    std::uint32_t letters = 0;
    for (const char c : text)
        if (c >= 'a' && c <= 'z') letters |= 1U << static_cast<unsigned>(c - 'a');
    return letters;
}

void place_column(Heading& heading, Column column, std::size_t where, int score) {
    const auto index = static_cast<std::size_t>(column);
    if (heading.at[index] && heading.score[index] >= score) return;
    heading.at[index] = where;
    heading.score[index] = score;
}

std::size_t known_columns(const Heading& heading) {
    return static_cast<std::size_t>(std::count_if(heading.at.begin(), heading.at.end(),
                                                  [](const auto& at) { return at.has_value(); }));
}

bool is_order_heading(const Heading& heading) {
    const bool item = heading[Column::item] || heading[Column::buyer_item] ||
                      heading[Column::gtin] || heading[Column::name];
    return heading[Column::quantity] && item;
}

Heading read_heading_row(const Row& row, std::size_t index,
                         const std::vector<TableLayout>& layouts) {
    Heading heading{.row = index};
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string_view text = row.cells[i].text;
        if (const auto taught = taught_field(text, layouts)) {
            if (const auto column = column_by_name(*taught))
                place_column(heading, *column, i, taught_score);
            continue;
        }
        if (trim(text) == "#") place_column(heading, Column::line, i, known_score);
        if (const auto match = match_heading(text))
            place_column(heading, match->column, i, match->score);
    }
    return heading;
}

std::optional<Heading> match_layout(const Row& row, std::size_t index, const TableLayout& layout) {
    Heading heading{.row = index,
                    .layout = layout.name,
                    .decimal_mark = layout.decimal_mark,
                    .date_order = layout.date_order};
    for (const auto& [wanted, field] : layout.columns) {
        const auto same = [&](const Cell& cell) {
            return heading_key(cell.text) == heading_key(wanted) && !trim(cell.text).empty();
        };
        const auto cell = std::find_if(row.cells.begin(), row.cells.end(), same);
        if (cell == row.cells.end()) return {};
        if (const auto column = column_by_name(field))
            place_column(heading, *column, static_cast<std::size_t>(cell - row.cells.begin()),
                         taught_score);
    }
    if (layout.columns.empty()) return {};
    return heading;
}

} // namespace

std::string_view to_text(Column column) {
    constexpr std::array<std::string_view, column_count> names = {
        "order_number", "order_date", "line", "item",    "buyer_item", "gtin",
        "name",         "quantity",   "unit", "price",   "price_base", "amount",
        "date",         "ship_to",    "note", "currency"};
    return names[static_cast<std::size_t>(column)];
}

std::optional<Column> column_by_name(std::string_view name) {
    for (std::size_t i = 0; i < column_count; ++i)
        if (to_text(static_cast<Column>(i)) == name) return static_cast<Column>(i);
    return {};
}

std::optional<HeadingMatch> match_heading(std::string_view heading) {
    if (heading.empty() || heading.size() > 60) return {};
    const auto text = heading_key(heading);
    if (text.empty()) return {};
    if (const auto found = synonyms().find(text); found != synonyms().end())
        return HeadingMatch{found->second, known_score};
    if (is_own_number(heading)) return HeadingMatch{Column::buyer_item, own_number_score};
    // Short words are one slip from each other, and of two ideographs one is half the word.
    if (text.size() < 6 || starts_with_ideograph(text)) return {};
    // No heading has more than two digits, and most cells of a table are numbers.
    if (std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) > 2) return {};
    const auto letters = letters_of(text);
    std::optional<HeadingMatch> best;
    for (const auto& [word, column] : synonyms()) {
        if (word.size() < 6 ||
            std::max(word.size(), text.size()) - std::min(word.size(), text.size()) > 2 ||
            std::popcount(letters ^ letters_of(word)) > 4)
            continue;
        const auto distance = edit_distance(word, text);
        const int score = distance == 1                       ? one_slip_score
                          : distance == 2 && text.size() >= 9 ? two_slips_score
                                                              : 0;
        if (score == 0 || (best && best->score > score)) continue;
        // Two meanings equally near: none of them.
        if (best && best->score == score && best->column != column) return {};
        best = HeadingMatch{column, score};
    }
    return best;
}

std::optional<Heading> find_heading(const Table& table, const std::vector<TableLayout>& layouts) {
    const auto rows = std::min(table.rows.size(), heading_search_rows);
    for (const auto& layout : layouts)
        for (std::size_t i = 0; i < rows && !layout.each_counts; ++i)
            if (auto heading = match_layout(table.rows[i], i, layout)) return heading;
    std::optional<Heading> best;
    for (std::size_t i = 0; i < rows; ++i) {
        auto heading = read_heading_row(table.rows[i], i, layouts);
        if (is_order_heading(heading) && (!best || known_columns(heading) > known_columns(*best)))
            best = std::move(heading);
    }
    return best;
}

} // namespace besteld::parsers

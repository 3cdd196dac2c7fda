// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/head_labels.hpp"

#include "base/text.hpp"
#include "parsers/text/tokens.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace besteld::parsers::pdf {
namespace {

struct LabelWords {
    HeadLabel label;
    std::string_view text; // letters and digits only, in lower case
};

constexpr std::array label_words = {
    LabelWords{
        HeadLabel::order_number,
        "ponumber pono ponr po# ponum purchaseorderno purchaseordernumber purchaseordernr "
        "purchaseorder# purchaseordernum ordernumber orderno order# ordernr orderid orderref "
        "orderreference ourorder ourorderno ourordernumber ourpo ourpono customerpo customerpono "
        "bestelnummer bestelnr bestellingnr bestellingnummer bestelbonnr bestelbonnummer "
        "inkoopordernr inkoopordernummer inkoopnummer ordernummer inkoopordernumber "
        "opdrachtnummer opdrachtnr onzeorder onsordernummer onsordernr onsbestelnummer "
        "onsbestelnr onzebestelling bestelkenmerk orderkenmerk "
        "bestellnummer bestellnr bestellungnr bestellungnummer bestellungsnr bestellungsnummer "
        "bestellno auftragsnummer auftragsnr auftragnr unserebestellnr unserebestellnummer "
        "unserebestellung unserebestellungnr unsereauftragsnr einkaufsbestellungnr "
        "bestellnummerdatum bestellnrdatum bestellungnrdatum bestellungdatum "
        "numérodecommande numerodecommande numérocommande ndecommande ncommande nodecommande "
        "commandeno commanden commandenr commandenuméro bondecommanden bondecommandeno "
        "nbondecommande ndebondecommande nobondecommande réfcommande refcommande "
        "référencecommande référencedecommande notrecommande notrecommanden "
        "订单号 采购单号 采购订单号 订单编号 采购订单编号 单号 订单号码 采购编号 订购单号 "
        "客户订单号 采购单编号 采购订单号码 订单no"},
    LabelWords{HeadLabel::order_word,
               "po purchaseorder order bestelling bestelbon bestelopdracht inkooporder opdracht "
               "bestellung auftrag einkaufsbestellung commande bondecommande commandedachat "
               "采购订单 采购单 订单 订购单"},
    LabelWords{HeadLabel::order_date,
               "orderdate podate dateoforder orderdated purchaseorderdate issuedate dateissued "
               "dateofissue issuedon documentdate orderdon besteldatum orderdatum "
               "datumbestelling datumorder datumvanbestelling bestelldatum bestellungvom "
               "auftragsdatum belegdatum datumderbestellung datedecommande datecommande "
               "datedelacommande commandedu dateduboncommande datedubondecommande "
               "datedémission dateémission 订单日期 下单日期 采购日期 制单日期 订购日期 "
               "签订日期 开单日期 下单时间"},
    LabelWords{HeadLabel::any_date, "date dated datum vom dd le 日期"},
    LabelWords{HeadLabel::delivery_date,
               "deliverydate delivery requesteddelivery requesteddeliverydate requireddate "
               "requireddelivery requireddeliverydate daterequired requestdate requesteddate "
               "needdate wanteddate duedate expecteddelivery expecteddeliverydate deliveron "
               "datedue dateneeded "
               "leverdatum gewensteleverdatum gewenstelevering levering leveringop leverenop "
               "leverdag gewenstedatum leverweek levertijd aflevering afleverdatum bezorgdatum "
               "gevraagdeleverdatum "
               "liefertermin lieferdatum wunschtermin wunschliefertermin wunschlieferdatum "
               "lieferungam lieferung gewünschterliefertermin gewünschteslieferdatum termin "
               "liefertag lieferwoche "
               "datedelivraison datelivraison livraison livraisonle livraisonsouhaitée "
               "datedelivraisonsouhaitée datelivraisonsouhaitée livraisondemandée "
               "délaidelivraison délai datederéception àlivrerle "
               "交货日期 交期 交货期 要求交期 送货日期 到货日期 要求到货日期 交货时间 "
               "要求交货日期 交付日期 需求日期"},
    LabelWords{HeadLabel::delivery_by,
               "deliverby deliveryby deliverbefore deliverybefore deliverynolaterthan requiredby "
               "neededby needby needbydate latestdelivery latestdeliverydate dueby "
               "leverenvoor leveringvoor uiterlijkeleverdatum leverdatumuiterlijk "
               "leveringuiterlijk uiterlijkleveren lieferungbis lieferterminspätestens "
               "spätesterliefertermin lieferungspätestens lieferungbisspätestens "
               "livraisonavantle livraisonauplustard livraisonavant datelimitedelivraison "
               "最迟交期 最晚交期 最迟交货日期"},
    LabelWords{HeadLabel::currency, "currency curr valuta munt muntsoort munteenheid währung "
                                    "devise monnaie 币种 货币 币别 结算币种"},
    LabelWords{HeadLabel::payment_terms,
               "paymentterms terms termsofpayment payment paymentcondition betalingscondities "
               "betalingsconditie betalingsvoorwaarden betalingsvoorwaarde betaling "
               "betalingstermijn betaaltermijn zahlungsbedingungen zahlungsbedingung "
               "zahlungskonditionen zahlungsziel zahlung conditionsdepaiement "
               "conditiondepaiement conditionsderèglement paiement modalitésdepaiement "
               "règlement modederèglement 付款方式 付款条件 结算方式 付款条款"},
    LabelWords{HeadLabel::delivery_terms,
               "incoterms incoterm incoterms2020 deliveryterms termsofdelivery shippingterms "
               "leveringsvoorwaarden leveringsconditie leveringscondities levercondities "
               "leverconditie lieferbedingungen lieferbedingung lieferkonditionen "
               "conditionsdelivraison 贸易条款 交货条款 价格条款 贸易术语 交货条件"},
    LabelWords{HeadLabel::buyer,
               "buyer customer soldto purchaser buyername customername klant koper "
               "opdrachtgever afnemer besteller käufer kunde auftraggeber acheteur client "
               "donneurdordre 买方 采购方 需方 甲方 购货单位 客户 客户名称 采购单位 购方 "
               "买方名称 需方名称"},
    LabelWords{HeadLabel::supplier,
               "supplier vendor seller suppliername vendorname to leverancier aan verkoper "
               "lieferant verkäufer an fournisseur vendeur 供应商 卖方 供方 乙方 销货单位 "
               "供货商 供应商名称 卖方名称 供方名称 供货单位"},
    LabelWords{HeadLabel::ship_to,
               "shipto deliverto deliveryaddress shippingaddress placeofdelivery "
               "deliverylocation shiptoaddress delivertoaddress goodsto consignee afleveradres "
               "leveradres leveringsadres bezorgadres afleverenbij afleverenaan leverenaan "
               "leverenop adreslevering lieferadresse lieferanschrift warenempfänger lieferort "
               "versandadresse lieferungan lieferanan anlieferadresse adressedelivraison "
               "livrerà livréà livraisonà àlivrerà lieudelivraison destinataire 收货地址 "
               "送货地址 交货地点 收货单位 收货方 送货地点 交货地址"},
    LabelWords{HeadLabel::bill_to,
               "billto invoiceto billingaddress invoiceaddress billtoaddress factuuradres "
               "factureraan factureren facturatieadres factuuraan rechnungsadresse "
               "rechnungsanschrift rechnungan rechnungsempfänger adressedefacturation facturerà "
               "facturéà 开票信息 发票抬头 开票单位 发票信息"},
    LabelWords{HeadLabel::contact,
               "contact contactperson attn attention orderedby requestedby requisitioner "
               "buyercontact purchasingcontact contactname placedby issuedby preparedby "
               "contactpersoon inkoper behandelddoor "
               "bestelddoor tav ansprechpartner ansprechpartnerin sachbearbeiter "
               "sachbearbeiterin einkäufer bearbeiter bearbeiterin bestelltvon interlocuteur "
               "contactacheteur suivipar votrecontact 联系人 采购员 采购人 经办人 采购联系人"},
    LabelWords{HeadLabel::phone, "phone tel telephone phoneno telefoon telefoonnummer telefon "
                                 "telefonnr téléphone tél mobile mobiel mobil 电话 联系电话 手机"},
    LabelWords{HeadLabel::mail, "email mail emailadres emailaddress courriel mél 邮箱 电子邮件 "
                                "电子邮箱"},
    LabelWords{HeadLabel::vat,
               "vat vatno vatnumber vatid vatregno vatreg btw btwnr btwnummer btwid "
               "btwidentificatienummer ustid ustidnr ustidnummer ustidno tva ntva numérotva "
               "numérodetva tvaintracommunautaire ntvaintracommunautaire ntvaintra"},
    LabelWords{HeadLabel::gln, "gln glnnr glnnummer glncode glnno iln"},
    LabelWords{HeadLabel::quotation,
               "quotation quote quoteno quotationno quotationnumber yourquote yourquotation "
               "yourquoteno offer offerno youroffer yourofferno offerte offertenr "
               "offertenummer uwofferte angebot angebotsnr angebotsnummer ihrangebot "
               "ihrangebotnr devis devisn votredevis votreoffre 报价单号 报价单"},
    LabelWords{HeadLabel::contract,
               "contract contractno contractnumber contractnr framework frameworkno agreement "
               "agreementno raamcontract raamcontractnr raamovereenkomst contractnummer "
               "rahmenvertrag rahmenvertragsnr rahmenvertragsnummer vertragsnr vertragsnummer "
               "vertrag kontrakt contrat contratn contratcadre marchén 合同号 合同编号"},
    LabelWords{HeadLabel::project,
               "project projectno projectnr projectnummer projekt projektnr projektnummer "
               "projet projetn chantier 项目 项目编号 项目名称"},
    LabelWords{HeadLabel::cost_reference,
               "costcentre costcenter costcentreno kostenplaats kostenplaatsnr kostenstelle "
               "centredecoûts centredecoût 成本中心"},
    LabelWords{HeadLabel::reference,
               "yourref yourreference ourref ourreference reference ref referenceno uwreferentie "
               "onzereferentie referentie kenmerk onskenmerk uwkenmerk ihrzeichen unserzeichen "
               "referenz ihrereferenz unserereferenz zeichen votreréférence notreréférence "
               "votreréf notreréf référence réf requisition requisitionno aanvraagnummer 参考 "
               "参考号 备案号"},
    LabelWords{HeadLabel::other,
               "page pagina seite 页码 第 fax telefax téléfax 传真 website web www internet iban "
               "bic swift bank bankrekening kvk kvknr handelsregister hrb siret siren rcs "
               "account accountno customerno customernumber youraccount klantnummer klantnr "
               "debiteurnummer debiteurnr kundennummer kundennr ihrekundennr numéroclient "
               "nclient codeclient vendorno vendornumber vendorid supplierno suppliernumber "
               "supplierid leveranciersnummer leveranciersnr leveranciernr lieferantennr "
               "lieferantennummer codefournisseur nfournisseur 供应商编号 客户编号 notes note "
               "remarks remark comments opmerking opmerkingen bemerkung bemerkungen hinweis "
               "remarque remarques commentaire 备注 说明 printdate printed printedon afdrukdatum "
               "druckdatum gedrucktam datedimpression 打印日期 shipvia carrier shippingmethod "
               "verzendwijze vervoerder versandart spediteur transporteur modedelivraison "
               "运输方式 authorizedby approvedby akkoord goedgekeurd genehmigt approuvé 审核 批准 "
               "制单人 审批 shipdate despatchdate subtotal total totaal gesamt summe revision rev "
               "version 税号 纳税人识别号 统一社会信用代码 开户行 账号 地址 address adres adresse "
               "anschrift"},
};

const std::unordered_map<std::string_view, HeadLabel>& labels() {
    static const auto table = [] {
        std::unordered_map<std::string_view, HeadLabel> map;
        for (const auto& one : label_words)
            for (const auto word : split(one.text, ' '))
                map.emplace(word, one.label);
        return map;
    }();
    return table;
}

// Letters, ideographs, digits and "#"; "N°" and "№" are "n".
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : fold_case(text))
        if (static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') ||
            (c >= '0' && c <= '9') || c == '#')
            out += c;
    for (const std::string_view mark : {"°", "º", "–", "—", "•", "·", "’", "："})
        out = replace_all(std::move(out), mark, "");
    return replace_all(std::move(out), "№", "no");
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_ascii_alnum(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Where a value begins inside the word, 0 when it does not.
std::size_t value_inside(std::string_view text) {
    const auto colon = text.find(':');
    const auto digit = text.find_first_of("0123456789");
    // Not "10:30", "http://" and the like.
    if (colon != std::string_view::npos && colon + 1 < text.size() && colon < digit &&
        !text.substr(colon).starts_with("://"))
        return colon + 1;
    for (std::size_t i = 1; i < text.size() && i <= digit; ++i)
        if (is_ascii_alnum(text[i]) && static_cast<unsigned char>(text[i - 1]) >= 0x80 &&
            starts_with_ideograph(text))
            return i;
    return 0;
}

struct TitleWords {
    DocumentClass document_class;
    std::string_view text; // "|" between phrases, folded
};
constexpr std::array title_words = {
    TitleWords{DocumentClass::order,
               "purchase order|order|inkooporder|bestelling|bestelopdracht|bestelbon|bestellung|"
               "einkaufsbestellung|auftrag|bon de commande|commande|order form|bestelformulier|"
               "采购订单|采购单|订购单|订单|采购合同"},
    TitleWords{DocumentClass::order_change,
               "order change|change order|purchase order change|po change|revised purchase order|"
               "purchase order revision|order amendment|amendment|orderwijziging|bestelwijziging|"
               "wijziging bestelling|gewijzigde bestelling|wijziging inkooporder|bestelländerung|"
               "änderung der bestellung|bestelländerungsmitteilung|änderungsbestellung|"
               "auftragsänderung|modification de commande|commande modifiée|avenant|订单变更|"
               "订单变更单|变更单|采购变更单"},
    TitleWords{DocumentClass::order_cancellation,
               "order cancellation|cancellation|purchase order cancellation|cancelled|annulering|"
               "annulering bestelling|orderannulering|storno|stornierung|bestellstornierung|"
               "annulation|annulation de commande|取消订单|订单取消|取消单"},
    TitleWords{DocumentClass::order_response,
               "order confirmation|order acknowledgement|order acknowledgment|sales order|"
               "sales order confirmation|orderbevestiging|opdrachtbevestiging|verkooporder|"
               "auftragsbestätigung|bestellbestätigung|confirmation de commande|"
               "accusé de réception de commande|订单确认|订单确认书|销售订单"},
    TitleWords{DocumentClass::quote_request,
               "request for quotation|request for quote|rfq|inquiry|enquiry|offerteaanvraag|"
               "prijsaanvraag|aanvraag|anfrage|preisanfrage|angebotsanfrage|demande de prix|"
               "demande de devis|appel d'offres|询价单|询价"},
    TitleWords{DocumentClass::other,
               "invoice|tax invoice|proforma invoice|pro forma invoice|proforma|credit note|"
               "statement|quotation|quote|offer|packing list|packing slip|delivery note|"
               "despatch advice|receipt|price list|general terms and conditions|"
               "terms and conditions|reminder|factuur|creditnota|offerte|pakbon|leverbon|"
               "paklijst|prijslijst|algemene voorwaarden|algemene inkoopvoorwaarden|herinnering|"
               "aanmaning|rechnung|gutschrift|angebot|lieferschein|packliste|preisliste|mahnung|"
               "allgemeine geschäftsbedingungen|allgemeine einkaufsbedingungen|agb|facture|avoir|"
               "devis|bon de livraison|bordereau de livraison|relevé|conditions générales|"
               "liste de prix|发票|增值税发票|报价单|送货单|发货单|装箱单|对账单|形式发票"},
};

// The class of the longest phrase at the front, when nothing but a number stands behind it.
std::optional<DocumentClass> class_of(std::string_view text) {
    const auto folded = fold_case(trim(text));
    std::optional<DocumentClass> found;
    std::size_t longest = 0;
    for (const auto& one : title_words)
        for (const auto phrase : split(one.text, '|')) {
            if (phrase.size() <= longest || !folded.starts_with(phrase)) continue;
            const auto rest = std::string_view(folded).substr(phrase.size());
            const auto bare = plain(rest);
            const bool number =
                rest.find_first_of("0123456789") != std::string_view::npos && bare.size() <= 30;
            if (!bare.empty() && !number && bare != "no" && bare != "nr" && bare != "n") continue;
            // "orders", "bestellungen": the phrase is the front of another word.
            if (!rest.empty() && is_ascii_alnum(rest.front())) continue;
            longest = phrase.size();
            found = one.document_class;
        }
    return found;
}

// Of all words, so that the few of a title stand out.
double usual_size(std::span<const PageRow> rows) {
    std::vector<double> sizes;
    for (const auto& row : rows)
        for (const auto& piece : row.pieces)
            for (const auto& word : piece.words)
                sizes.push_back(word.size);
    if (sizes.empty()) return 0;
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::ranges::nth_element(sizes, middle);
    return *middle;
}

} // namespace

std::vector<Word> label_words_of(const Piece& piece) {
    std::vector<Word> out;
    for (const auto& word : piece.words) {
        const auto at = value_inside(word.text);
        if (at == 0) {
            out.push_back(word);
            continue;
        }
        Word label = word;
        Word value = word;
        const double share = static_cast<double>(at) / static_cast<double>(word.text.size());
        label.text = word.text.substr(0, at);
        label.right = value.left = word.left + share * (word.right - word.left);
        label.end = value.begin = word.begin + static_cast<std::uint32_t>(at);
        value.text = word.text.substr(at);
        out.push_back(std::move(label));
        out.push_back(std::move(value));
    }
    return out;
}

std::optional<LabelMatch> match_label(std::span<const Word> words) {
    constexpr std::size_t longest = 6;
    std::optional<LabelMatch> found;
    std::string text;
    for (std::size_t i = 0; i < words.size() && i < longest; ++i) {
        text += words[i].text;
        const bool colon = words[i].text.ends_with(':') || words[i].text.ends_with("：");
        if (const auto label = labels().find(plain(text)); label != labels().end())
            found = LabelMatch{label->second, i + 1, colon || words[i].text.ends_with('#')};
        if (colon) break;
    }
    // A colon of its own belongs to the label.
    if (found && found->words < words.size() && words[found->words].text == ":")
        ++found->words, found->colon = true;
    return found;
}

Title find_title(std::span<const PageRow> rows) {
    Title title;
    const double usual = usual_size(rows);
    double largest = 0;
    for (const auto& row : rows) {
        if (row.page > 0) break;
        for (const auto& piece : row.pieces) {
            if (piece.text.contains(':') || piece.text.size() > 80) continue;
            const auto found = class_of(piece.text);
            if (!found) continue;
            const double size = piece.words.front().size;
            const bool alone = row.pieces.size() == 1 && row.number <= 8;
            if (size <= largest || (size < 1.15 * usual && !alone)) continue;
            largest = size;
            title = {.text = piece.text, .document_class = *found, .known = true};
        }
    }
    return title;
}

} // namespace besteld::parsers::pdf

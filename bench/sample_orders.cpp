// SPDX-License-Identifier: Apache-2.0
#include "sample_orders.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace besteld::bench {

namespace {

constexpr std::string_view buyer = "9520000001018";
constexpr std::string_view ship_to = "9520000001025";
constexpr std::string_view seller = "9520000000011";
constexpr std::array<std::string_view, 8> words = {"bracket", "hinge",  "filter", "label roll",
                                                   "tray",    "gloves", "hose",   "strap"};

struct Line {
    std::string number, gtin, sku, name, quantity, price, amount;
};
struct Order {
    std::string number, total;
    std::vector<Line> lines;
};

std::string padded(std::size_t number, std::size_t width) {
    std::string digits = std::to_string(number);
    return digits.size() < width ? cat(std::string(width - digits.size(), '0'), digits) : digits;
}

std::string money(std::size_t cents) {
    return cat(std::to_string(cents / 100), ".", padded(cents % 100, 2));
}

// GS1 General Specifications 7.9
std::string gtin_of(std::size_t article) {
    std::string body = cat("95219", padded(article, 7));
    int sum = 0;
    for (std::size_t i = 0; i < body.size(); ++i)
        sum += (body[i] - '0') * (i % 2 == 1 ? 3 : 1);
    return cat(body, std::to_string((10 - sum % 10) % 10));
}

// splitmix64: the same numbers everywhere.
std::size_t chance(std::uint64_t& state, std::size_t below) {
    std::uint64_t z = state += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return static_cast<std::size_t>((z ^ (z >> 31U)) % below);
}

Order make_order(std::size_t number, std::size_t count) {
    std::uint64_t state = 7 * 1'000'003ULL + number;
    Order order{.number = cat("P", padded(number, 8)), .total = {}, .lines = {}};
    std::size_t total = 0;
    for (std::size_t i = 1; i <= count; ++i) {
        const auto article = chance(state, 400);
        const auto quantity = 1 + chance(state, 900);
        const auto cents = 45 + article * 7919 % 600;
        total += quantity * cents;
        order.lines.push_back({std::to_string(i), gtin_of(article), cat("BN-", padded(article, 4)),
                               cat(words[article % words.size()], " no ", std::to_string(article)),
                               std::to_string(quantity), money(cents), money(quantity * cents)});
    }
    order.total = money(total);
    return order;
}

std::string nothing() {
    return {};
}
std::string nothing_of(std::size_t) {
    return {};
}

// ── EDIFACT ORDERS D.96A, EANCOM ─────────────────────────────────────────────────────────────────
std::string edifact_head() {
    return cat("UNB+UNOC:3+", buyer, ":14+", seller, ":14+260302:0900+B1'\n");
}
std::string edifact_order(std::size_t number, std::size_t lines) {
    const auto order = make_order(number, lines);
    std::string out =
        cat("UNH+", number, "+ORDERS:D:96A:UN:EAN008'\nBGM+220+", order.number,
            "+9'\nDTM+137:20260302:102'\nDTM+2:20260305:102'\nNAD+BY+", buyer, "::9'\nNAD+SU+",
            seller, "::9'\nNAD+DP+", ship_to, "::9'\nCUX+2:EUR:9'\n");
    for (const auto& line : order.lines)
        out += cat("LIN+", line.number, "++", line.gtin, ":EN'\nPIA+1+", line.sku,
                   ":SA'\nIMD+F++:::", line.name, "'\nQTY+21:", line.quantity,
                   "'\nMOA+203:", line.amount, "'\nPRI+AAA:", line.price, "'\n");
    return cat(out, "UNS+S'\nMOA+86:", order.total, "'\nCNT+2:", lines, "'\nUNT+", 12 + 6 * lines,
               "+", number, "'\n");
}
std::string edifact_tail(std::size_t orders) {
    return cat("UNZ+", orders, "+B1'\n");
}

// ── X12 850 004010 ───────────────────────────────────────────────────────────────────────────────
std::string x12_head() {
    return "ISA*00*          *00*          *ZZ*HARBORSUP      *ZZ*NOORDKADE      *260302*0915*U*"
           "00401*000000077*0*P*>~\nGS*PO*HARBORSUP*NOORDKADE*20260302*0915*77*X*004010~\n";
}
std::string x12_order(std::size_t number, std::size_t lines) {
    const auto order = make_order(number, lines);
    std::string out = cat("ST*850*", padded(number, 4), "~\nBEG*00*SA*", order.number,
                          "**20260302~\nCUR*BY*EUR~\nDTM*002*20260320~\nN1*BY**UL*", buyer,
                          "~\nN1*ST**UL*", ship_to, "~\n");
    for (const auto& line : order.lines)
        out += cat("PO1*", line.number, "*", line.quantity, "*EA*", line.price, "*PE*EN*",
                   line.gtin, "*VN*", line.sku, "~\nPID*F****", line.name, "~\n");
    return cat(out, "CTT*", lines, "~\nSE*", 8 + 2 * lines, "*", padded(number, 4), "~\n");
}
std::string x12_tail(std::size_t orders) {
    return cat("GE*", orders, "*77~\nIEA*1*000000077~\n");
}

// ── UBL 2.1, Peppol ──────────────────────────────────────────────────────────────────────────────
std::string ubl_party(std::string_view role, std::string_view gln) {
    return cat("  <cac:", role, "><cac:Party><cbc:EndpointID schemeID=\"0088\">", gln,
               "</cbc:EndpointID><cac:PartyLegalEntity><cbc:RegistrationName>Party ", gln,
               "</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:", role, ">\n");
}
std::string ubl_order(std::size_t number, std::size_t lines) {
    constexpr std::string_view schema = "urn:oasis:names:specification:ubl:schema:xsd:";
    const auto order = make_order(number, lines);
    std::string out =
        cat("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Order xmlns=\"", schema,
            "Order-2\" xmlns:cac=\"", schema, "CommonAggregateComponents-2\" xmlns:cbc=\"", schema,
            "CommonBasicComponents-2\">\n"
            "  <cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order:3</cbc:CustomizationID>\n"
            "  <cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:ordering:3</cbc:ProfileID>\n  <cbc:ID>",
            order.number,
            "</cbc:ID>\n  <cbc:IssueDate>2026-03-02</cbc:IssueDate>\n"
            "  <cbc:OrderTypeCode>220</cbc:OrderTypeCode>\n"
            "  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>\n",
            ubl_party("BuyerCustomerParty", buyer), ubl_party("SellerSupplierParty", seller),
            "  <cac:Delivery><cac:DeliveryLocation><cbc:ID schemeID=\"0088\">", ship_to,
            "</cbc:ID></cac:DeliveryLocation>\n    <cac:RequestedDeliveryPeriod><cbc:EndDate>"
            "2026-03-05</cbc:EndDate></cac:RequestedDeliveryPeriod></cac:Delivery>\n");
    for (const auto& line : order.lines)
        out +=
            cat("  <cac:OrderLine>\n    <cac:LineItem>\n      <cbc:ID>", line.number,
                "</cbc:ID>\n      <cbc:Quantity unitCode=\"H87\">", line.quantity,
                "</cbc:Quantity>\n      <cbc:LineExtensionAmount currencyID=\"EUR\">", line.amount,
                "</cbc:LineExtensionAmount>\n      <cac:Price>\n        <cbc:PriceAmount "
                "currencyID=\"EUR\">",
                line.price,
                "</cbc:PriceAmount>\n        <cbc:BaseQuantity unitCode=\"H87\">1"
                "</cbc:BaseQuantity>\n      </cac:Price>\n      <cac:Item>\n        <cbc:Name>",
                line.name, "</cbc:Name>\n        <cac:SellersItemIdentification><cbc:ID>", line.sku,
                "</cbc:ID></cac:SellersItemIdentification>\n"
                "        <cac:StandardItemIdentification><cbc:ID schemeID=\"0160\">",
                line.gtin,
                "</cbc:ID></cac:StandardItemIdentification>\n      </cac:Item>\n"
                "    </cac:LineItem>\n  </cac:OrderLine>\n");
    return cat(out, "</Order>\n");
}

// ── cXML 1.2 ─────────────────────────────────────────────────────────────────────────────────────
std::string cxml_order(std::size_t number, std::size_t lines) {
    const auto order = make_order(number, lines);
    std::string out =
        cat("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE cXML SYSTEM "
            "\"http://xml.cxml.org/schemas/cXML/1.2.063/cXML.dtd\">\n<cXML payloadID=\"",
            order.number,
            "@korenaar.example\" timestamp=\"2026-03-02T09:10:00+01:00\">\n  <Header>\n"
            "    <From><Credential domain=\"GLN\"><Identity>",
            buyer, "</Identity></Credential></From>\n    <To><Credential domain=\"GLN\"><Identity>",
            seller,
            "</Identity></Credential></To>\n  </Header>\n  <Request>\n    <OrderRequest>\n"
            "      <OrderRequestHeader orderID=\"",
            order.number,
            "\" orderDate=\"2026-03-02T09:00:00+01:00\" type=\"new\">\n        <Total><Money "
            "currency=\"EUR\">",
            order.total, "</Money></Total>\n        <ShipTo><Address addressID=\"", ship_to,
            "\"><Name xml:lang=\"nl\">De Korenaar, Zwolle</Name></Address></ShipTo>\n"
            "      </OrderRequestHeader>\n");
    for (const auto& line : order.lines)
        out += cat(
            "      <ItemOut quantity=\"", line.quantity, "\" lineNumber=\"", line.number,
            "\" requestedDeliveryDate=\"2026-03-05\">\n        <ItemID><SupplierPartID>", line.sku,
            "</SupplierPartID><IdReference domain=\"EANID\" identifier=\"", line.gtin,
            "\"/></ItemID>\n        <ItemDetail>\n          <UnitPrice><Money "
            "currency=\"EUR\">",
            line.price, "</Money></UnitPrice>\n          <Description xml:lang=\"en\">", line.name,
            "</Description>\n          <UnitOfMeasure>EA</UnitOfMeasure>\n"
            "        </ItemDetail>\n      </ItemOut>\n");
    return cat(out, "    </OrderRequest>\n  </Request>\n</cXML>\n");
}

// ── openTRANS 2.1 ────────────────────────────────────────────────────────────────────────────────
std::string opentrans_order(std::size_t number, std::size_t lines) {
    const auto order = make_order(number, lines);
    const auto party = [](std::string_view gln) {
        return cat("<PARTY><b:PARTY_ID type=\"iln\">", gln, "</b:PARTY_ID></PARTY>");
    };
    std::string out =
        cat("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ORDER "
            "xmlns=\"http://www.opentrans.org/XMLSchema/2.1\" "
            "xmlns:b=\"http://www.bmecat.org/bmecat/2005\" version=\"2.1\" type=\"standard\">\n"
            "<ORDER_HEADER><ORDER_INFO><ORDER_ID>",
            order.number, "</ORDER_ID><ORDER_DATE>2026-03-02</ORDER_DATE>\n<PARTIES>", party(buyer),
            party(seller), party(ship_to), "</PARTIES>\n<ORDER_PARTIES_REFERENCE><b:BUYER_IDREF>",
            buyer, "</b:BUYER_IDREF><b:SUPPLIER_IDREF>", seller,
            "</b:SUPPLIER_IDREF></ORDER_PARTIES_REFERENCE><b:CURRENCY>EUR</b:CURRENCY>"
            "</ORDER_INFO></ORDER_HEADER>\n<ORDER_ITEM_LIST>\n");
    for (const auto& line : order.lines)
        out += cat("<ORDER_ITEM><LINE_ITEM_ID>", line.number,
                   "</LINE_ITEM_ID>\n  <PRODUCT_ID><b:SUPPLIER_PID>", line.sku,
                   "</b:SUPPLIER_PID><b:INTERNATIONAL_PID type=\"gtin\">", line.gtin,
                   "</b:INTERNATIONAL_PID><b:DESCRIPTION_SHORT>", line.name,
                   "</b:DESCRIPTION_SHORT></PRODUCT_ID>\n  <QUANTITY>", line.quantity,
                   "</QUANTITY><b:ORDER_UNIT>C62</b:ORDER_UNIT>\n"
                   "  <PRODUCT_PRICE_FIX><b:PRICE_AMOUNT>",
                   line.price, "</b:PRICE_AMOUNT></PRODUCT_PRICE_FIX><PRICE_LINE_AMOUNT>",
                   line.amount, "</PRICE_LINE_AMOUNT>\n</ORDER_ITEM>\n");
    return cat(out, "</ORDER_ITEM_LIST>\n<ORDER_SUMMARY><TOTAL_ITEM_NUM>", lines,
               "</TOTAL_ITEM_NUM><TOTAL_AMOUNT>", order.total,
               "</TOTAL_AMOUNT></ORDER_SUMMARY>\n</ORDER>\n");
}

// ── SAP ORDERS05 ─────────────────────────────────────────────────────────────────────────────────
struct At {
    std::size_t column;
    std::string_view value;
};
std::string record(std::string_view name, std::size_t length, std::size_t from,
                   std::span<const At> values) {
    std::string out(length, ' ');
    out.replace(0, name.size(), name);
    for (const auto& [column, value] : values)
        out.replace(from + column, value.size(), value);
    return out + "\n";
}
std::string data(std::string_view name, std::vector<At> values) {
    return record(name, 1'063, 63, values);
}
std::string idoc_flat_order(std::size_t number, std::size_t lines) {
    const auto order = make_order(number, lines);
    const auto docnum = padded(number, 16);
    const std::vector<At> control = {
        {10, "100"}, {13, docnum}, {39, "ORDERS05"}, {99, "ORDERS"}, {162, "KORENAAR"}};
    std::string out = record("EDI_DC40", 524, 0, control);
    out += data("E2EDK01005", {{4, "EUR"}, {79, "NB"}, {83, order.number}});
    out += data("E2EDK03", {{0, "012"}, {3, "20260302"}});
    out += data("E2EDK03", {{0, "002"}, {3, "20260305"}});
    out += data("E2EDKA1003", {{0, "AG"}, {3, "1000"}, {37, "Bakkerij De Korenaar"}});
    out += data("E2EDKA1003", {{0, "WE"}, {20, "0042"}, {37, "DC Zwolle"}});
    out += data("E2EDK02", {{0, "001"}, {3, order.number}, {44, "20260302"}});
    for (const auto& line : order.lines) {
        out += data("E2EDP01008", {{0, line.number},
                                   {6, "001"},
                                   {11, line.quantity},
                                   {26, "PCE"},
                                   {54, line.price},
                                   {69, "1"},
                                   {78, line.amount}});
        out += data("E2EDP20001", {{0, line.quantity}, {30, "20260305"}});
        out += data("E2EDP19002", {{0, "002"}, {3, line.sku}, {38, line.name}});
        out += data("E2EDP19002", {{0, "003"}, {3, line.gtin}});
    }
    return out + data("E2EDS01", {{0, "002"}, {3, order.total}});
}
std::string idoc_xml_order(std::size_t number, std::size_t lines) {
    const auto order = make_order(number, lines);
    std::string out =
        cat("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ORDERS05><IDOC BEGIN=\"1\">\n"
            "<EDI_DC40 SEGMENT=\"1\"><DOCNUM>",
            number,
            "</DOCNUM><IDOCTYP>ORDERS05</IDOCTYP><MESTYP>ORDERS</MESTYP>"
            "<SNDPRN>KORENAAR</SNDPRN></EDI_DC40>\n<E1EDK01 SEGMENT=\"1\"><ACTION>000</ACTION>"
            "<CURCY>EUR</CURCY></E1EDK01>\n<E1EDK03><IDDAT>012</IDDAT><DATUM>20260302</DATUM>"
            "</E1EDK03>\n<E1EDKA1><PARVW>AG</PARVW><PARTN>1000</PARTN></E1EDKA1>\n"
            "<E1EDK02><QUALF>001</QUALF><BELNR>",
            order.number, "</BELNR></E1EDK02>\n");
    for (const auto& line : order.lines)
        out +=
            cat("<E1EDP01 SEGMENT=\"1\"><POSEX>", line.number,
                "</POSEX><ACTION>001</ACTION><MENGE>", line.quantity,
                "</MENGE><MENEE>PCE</MENEE><VPREI>", line.price, "</VPREI><PEINH>1</PEINH><NETWR>",
                line.amount, "</NETWR>\n<E1EDP20 SEGMENT=\"1\"><WMENG>", line.quantity,
                "</WMENG><EDATU>20260305</EDATU></E1EDP20>\n<E1EDP19 SEGMENT=\"1\"><QUALF>002"
                "</QUALF><IDTNR>",
                line.sku, "</IDTNR><KTEXT>", line.name,
                "</KTEXT></E1EDP19>\n<E1EDP19 SEGMENT=\"1\"><QUALF>003</QUALF><IDTNR>", line.gtin,
                "</IDTNR></E1EDP19></E1EDP01>\n");
    return cat(out, "</IDOC></ORDERS05>\n");
}

// ── GS1 XML 3 ────────────────────────────────────────────────────────────────────────────────────
std::string gs1_order(std::size_t number, std::size_t lines) {
    const auto order = make_order(number, lines);
    std::string out =
        cat("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<o:orderMessage "
            "xmlns:o=\"urn:gs1:ecom:order:xsd:3\">\n<order>\n"
            "  <creationDateTime>2026-03-02T09:00:00Z</creationDateTime>\n"
            "  <documentStatusCode>ORIGINAL</documentStatusCode>\n"
            "  <orderIdentification><entityIdentification>",
            order.number, "</entityIdentification></orderIdentification>\n  <buyer><gln>", buyer,
            "</gln></buyer>\n  <seller><gln>", seller,
            "</gln></seller>\n  <orderLogisticalInformation><shipTo><gln>", ship_to,
            "</gln></shipTo></orderLogisticalInformation>\n");
    for (const auto& line : order.lines)
        out += cat("  <orderLineItem>\n    <lineItemNumber>", line.number,
                   "</lineItemNumber>\n    <requestedQuantity measurementUnitCode=\"EA\">",
                   line.quantity, "</requestedQuantity>\n    <netPrice currencyCode=\"EUR\">",
                   line.price, "</netPrice>\n    <transactionalTradeItem><gtin>0", line.gtin,
                   "</gtin></transactionalTradeItem>\n  </orderLineItem>\n");
    return cat(out, "</order>\n</o:orderMessage>\n");
}

// ── UN/CEFACT Cross Industry Order, Order-X ──────────────────────────────────────────────────────
std::string cii_order(std::size_t number, std::size_t lines) {
    constexpr std::string_view urn = "urn:un:unece:uncefact:data:";
    const auto order = make_order(number, lines);
    const auto party = [](std::string_view role, std::string_view gln) {
        return cat("<ram:", role, "><ram:GlobalID schemeID=\"0088\">", gln,
                   "</ram:GlobalID><ram:Name>Party ", gln, "</ram:Name></ram:", role, ">\n");
    };
    std::string out =
        cat("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rsm:SCRDMCCBDACIOMessageStructure "
            "xmlns:rsm=\"",
            urn, "SCRDMCCBDACIOMessageStructure:100\" xmlns:ram=\"", urn,
            "standard:ReusableAggregateBusinessInformationEntity:128\" xmlns:udt=\"", urn,
            "standard:UnqualifiedDataType:128\">\n<rsm:ExchangedDocumentContext>"
            "<ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:order-x.eu:1p0:comfort"
            "</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter>"
            "</rsm:ExchangedDocumentContext>\n<rsm:ExchangedDocument><ram:ID>",
            order.number,
            "</ram:ID><ram:TypeCode>220</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString "
            "format=\"102\">20260302</udt:DateTimeString></ram:IssueDateTime>"
            "</rsm:ExchangedDocument>\n<rsm:SupplyChainTradeTransaction>\n");
    for (const auto& line : order.lines)
        out += cat("<ram:IncludedSupplyChainTradeLineItem>\n"
                   "  <ram:AssociatedDocumentLineDocument><ram:LineID>",
                   line.number,
                   "</ram:LineID></ram:AssociatedDocumentLineDocument>\n"
                   "  <ram:SpecifiedTradeProduct><ram:GlobalID schemeID=\"0160\">",
                   line.gtin, "</ram:GlobalID><ram:SellerAssignedID>", line.sku,
                   "</ram:SellerAssignedID><ram:Name>", line.name,
                   "</ram:Name></ram:SpecifiedTradeProduct>\n"
                   "  <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice>"
                   "<ram:ChargeAmount>",
                   line.price,
                   "</ram:ChargeAmount></ram:NetPriceProductTradePrice>"
                   "</ram:SpecifiedLineTradeAgreement>\n"
                   "  <ram:SpecifiedLineTradeDelivery><ram:RequestedQuantity unitCode=\"H87\">",
                   line.quantity,
                   "</ram:RequestedQuantity></ram:SpecifiedLineTradeDelivery>\n"
                   "  <ram:SpecifiedLineTradeSettlement>"
                   "<ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>",
                   line.amount,
                   "</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation>"
                   "</ram:SpecifiedLineTradeSettlement>\n"
                   "</ram:IncludedSupplyChainTradeLineItem>\n");
    return cat(out, "<ram:ApplicableHeaderTradeAgreement>\n", party("SellerTradeParty", seller),
               party("BuyerTradeParty", buyer),
               "</ram:ApplicableHeaderTradeAgreement>\n<ram:ApplicableHeaderTradeDelivery>",
               party("ShipToTradeParty", ship_to),
               "</ram:ApplicableHeaderTradeDelivery>\n<ram:ApplicableHeaderTradeSettlement>"
               "<ram:OrderCurrencyCode>EUR</ram:OrderCurrencyCode>"
               "</ram:ApplicableHeaderTradeSettlement>\n</rsm:SupplyChainTradeTransaction>\n"
               "</rsm:SCRDMCCBDACIOMessageStructure>\n");
}

// ── TRADACOMS ORDERS 9 ───────────────────────────────────────────────────────────────────────────
std::string tradacoms_head() {
    return cat("STX=ANA:1+", buyer, ":KORENAAR LTD+", seller,
               ":NOORDKADE+260302:091500+77++ORDHDR'\nMHD=1+ORDHDR:9'\nTYP=0430+NEW-ORDERS'\nSDT=",
               seller, ":S12+NOORDKADE BV'\nCDT=", buyer,
               ":C7+KORENAAR LTD+1 MILL LANE:LEEDS:::LS1 1AA'\nFIL=9+1+260302'\nMTR=6'\n");
}
std::string tradacoms_order(std::size_t number, std::size_t lines) {
    const auto order = make_order(number, lines);
    std::string out =
        cat("MHD=", number + 1, "+ORDERS:9'\nCLO=", ship_to,
            ":0042:ST-01+DEPOT NORTH'\nORD=", order.number, "::260302++N'\nDIN=260305+260306'\n");
    for (const auto& line : order.lines) {
        std::string price = line.price; // four implied decimals
        std::erase(price, '.');
        out += cat("OLD=", line.number, "+", line.gtin, ":", line.sku, "+++1+", line.quantity, "+",
                   price, "00+++", to_upper_ascii(line.name), "'\n");
    }
    return cat(out, "OTR=", lines, "'\nMTR=", 6 + lines, "'\n");
}
std::string tradacoms_tail(std::size_t orders) {
    return cat("MHD=", orders + 2, "+ORDTLR:9'\nOFT=", orders, "'\nMTR=3'\nEND=", orders + 2,
               "'\n");
}

// ── CSV ──────────────────────────────────────────────────────────────────────────────────────────
std::string csv_head() {
    return "PO Number,Line,Item,EAN,Description,Qty,UOM,Unit Price,Requested\n";
}
std::string csv_order(std::size_t number, std::size_t lines) {
    const auto order = make_order(number, lines);
    std::string out;
    for (const auto& line : order.lines)
        out += cat(order.number, ",", line.number, ",", line.sku, ",", line.gtin, ",", line.name,
                   ",", line.quantity, ",EA,", line.price, ",2026-03-05\n");
    return out;
}

constexpr auto formats = std::to_array<SampleFormat>({
    {"edifact", ".edi", '\'', false, edifact_head, edifact_order, edifact_tail},
    {"x12", ".x12", '~', false, x12_head, x12_order, x12_tail},
    {"tradacoms", ".tra", '\'', false, tradacoms_head, tradacoms_order, tradacoms_tail},
    {"idoc-flat", ".idoc", '\n', false, nothing, idoc_flat_order, nothing_of},
    {"csv", ".csv", '\n', false, csv_head, csv_order, nothing_of},
    {"ubl", ".xml", '>', true, nothing, ubl_order, nothing_of},
    {"cxml", ".xml", '>', true, nothing, cxml_order, nothing_of},
    {"opentrans", ".xml", '>', true, nothing, opentrans_order, nothing_of},
    {"idoc-xml", ".xml", '>', true, nothing, idoc_xml_order, nothing_of},
    {"gs1xml", ".xml", '>', true, nothing, gs1_order, nothing_of},
    {"orderx", ".xml", '>', true, nothing, cii_order, nothing_of},
});

} // namespace

std::span<const SampleFormat> sample_formats() {
    return formats;
}

bool one_order_a_document(const SampleFormat& format) {
    return format.xml;
}

std::string sample_file(const SampleFormat& format, std::size_t orders, std::size_t lines) {
    if (one_order_a_document(format)) return format.order(1, lines);
    std::string file = format.head();
    for (std::size_t n = 1; n <= orders; ++n)
        file += format.order(n, lines);
    return file + format.tail(orders);
}

} // namespace besteld::bench

// SPDX-License-Identifier: Apache-2.0
// Order of the elements: SCRDMCCBDACIOMessageStructure_100pD20B.xsd as Order-X publishes it.
#include "parsers/xml/write_cii.hpp"

#include "base/text.hpp"
#include "parsers/xml/xml_writer.hpp"

namespace besteld::parsers {

namespace {

void write_day(XmlWriter& out, std::string_view tag, Date date) {
    out.open(tag);
    out.leaf("udt:DateTimeString", replace_all(to_iso(date), "-", ""), {{"format", "102"}});
    out.close();
}

void write_party(XmlWriter& out, std::string_view tag, const CiiParty& party) {
    out.open(tag);
    if (party.scheme.empty() || party.scheme == "ID")
        out.leaf("ram:ID", party.id);
    else
        out.leaf("ram:GlobalID", party.id, {{"schemeID", party.scheme}});
    out.leaf("ram:Name", party.name);
    out.close();
}

void write_reference(XmlWriter& out, std::string_view tag, const std::string& number) {
    if (number.empty()) return;
    out.open(tag);
    out.leaf("ram:IssuerAssignedID", number);
    out.close();
}

void write_note(XmlWriter& out, const std::string& note) {
    if (note.empty()) return;
    out.open("ram:IncludedNote");
    out.leaf("ram:Content", note);
    out.close();
}

void write_head(XmlWriter& out, const CiiOrderResponse& response) {
    out.open("rsm:ExchangedDocumentContext");
    out.open("ram:TestIndicator");
    const bool test = response.traffic == CiiOrderResponse::Traffic::test;
    out.leaf("udt:Indicator", test ? "true" : "false");
    out.close();
    out.open("ram:GuidelineSpecifiedDocumentContextParameter");
    out.leaf("ram:ID", "urn:order-x.eu:1p0:comfort");
    out.close();
    out.close();
    out.open("rsm:ExchangedDocument");
    out.leaf("ram:ID", response.id);
    out.leaf("ram:TypeCode", "231");
    write_day(out, "ram:IssueDateTime", response.date);
    out.leaf("ram:PurposeCode", response.purpose);
    write_note(out, response.note);
    out.close();
}

void write_product(XmlWriter& out, const CiiResponseLine& line) {
    out.open("ram:SpecifiedTradeProduct");
    out.leaf("ram:GlobalID", line.gtin, {{"schemeID", "0160"}});
    out.leaf("ram:SellerAssignedID", line.seller_item);
    out.leaf("ram:BuyerAssignedID", line.buyer_item);
    out.leaf("ram:Name", line.name);
    out.close();
    if (line.substituted.empty()) return;
    out.open("ram:SubstitutedReferencedProduct");
    out.leaf("ram:SellerAssignedID", line.substituted);
    out.close();
}

void write_price(XmlWriter& out, const CiiResponseLine& line) {
    out.open("ram:SpecifiedLineTradeAgreement");
    out.open("ram:BuyerOrderReferencedDocument");
    out.leaf("ram:LineID", line.order_line);
    out.close();
    out.open("ram:NetPriceProductTradePrice");
    out.leaf("ram:ChargeAmount", line.price.to_string());
    out.leaf("ram:BasisQuantity", line.price_base.to_string(), {{"unitCode", line.price_unit}});
    out.close();
    out.close();
}

void write_delivery(XmlWriter& out, const CiiResponseLine& line) {
    out.open("ram:SpecifiedLineTradeDelivery");
    out.leaf("ram:RequestedQuantity", line.requested.to_string(),
             {{"unitCode", line.requested_unit}});
    out.leaf("ram:AgreedQuantity", line.agreed.to_string(), {{"unitCode", line.unit}});
    if (line.delivery) {
        out.open("ram:RequestedDeliverySupplyChainEvent");
        write_day(out, "ram:OccurrenceDateTime", *line.delivery);
        out.close();
    }
    out.close();
}

void write_line(XmlWriter& out, const CiiResponseLine& line) {
    out.open("ram:IncludedSupplyChainTradeLineItem");
    out.open("ram:AssociatedDocumentLineDocument");
    out.leaf("ram:LineID", line.number);
    out.leaf("ram:LineStatusCode", line.status);
    write_note(out, line.note);
    out.close();
    write_product(out, line);
    write_price(out, line);
    write_delivery(out, line);
    out.open("ram:SpecifiedLineTradeSettlement");
    out.open("ram:SpecifiedTradeSettlementLineMonetarySummation");
    out.leaf("ram:LineTotalAmount", line.amount.to_string());
    out.close();
    out.close();
    out.close();
}

void write_sums(XmlWriter& out, const CiiOrderResponse& response) {
    Decimal lines;
    for (const auto& line : response.lines)
        lines = lines + line.amount;
    out.open("ram:ApplicableHeaderTradeSettlement");
    out.leaf("ram:OrderCurrencyCode", response.currency);
    out.open("ram:SpecifiedTradeSettlementHeaderMonetarySummation");
    out.leaf("ram:LineTotalAmount", lines.to_string());
    if (!response.charges.is_zero())
        out.leaf("ram:ChargeTotalAmount", response.charges.to_string());
    if (!response.allowances.is_zero())
        out.leaf("ram:AllowanceTotalAmount", response.allowances.to_string());
    out.leaf("ram:TaxBasisTotalAmount", response.net.to_string());
    out.leaf("ram:TaxTotalAmount", response.tax.to_string(), {{"currencyID", response.currency}});
    out.leaf("ram:GrandTotalAmount", response.gross.to_string());
    out.close();
    out.close();
}

} // namespace

std::string write_cii_order_response(const CiiOrderResponse& response) {
    constexpr std::string_view schema = "urn:un:unece:uncefact:data:";
    XmlWriter out;
    out.open("rsm:SCRDMCCBDACIOMessageStructure",
             {{"xmlns:rsm", cat(schema, "SCRDMCCBDACIOMessageStructure:100")},
              {"xmlns:ram", cat(schema, "standard:ReusableAggregateBusinessInformationEntity:128")},
              {"xmlns:udt", cat(schema, "standard:UnqualifiedDataType:128")}});
    write_head(out, response);
    out.open("rsm:SupplyChainTradeTransaction");
    for (const auto& line : response.lines)
        write_line(out, line);
    out.open("ram:ApplicableHeaderTradeAgreement");
    write_party(out, "ram:SellerTradeParty", response.seller);
    write_party(out, "ram:BuyerTradeParty", response.buyer);
    write_reference(out, "ram:SellerOrderReferencedDocument", response.seller_order);
    write_reference(out, "ram:BuyerOrderReferencedDocument", response.buyer_order);
    write_reference(out, "ram:PreviousOrderChangeReferencedDocument", response.order_change);
    out.close();
    out.open("ram:ApplicableHeaderTradeDelivery");
    out.close();
    write_sums(out, response);
    return out.finish();
}

} // namespace besteld::parsers

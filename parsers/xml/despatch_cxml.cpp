// SPDX-License-Identifier: Apache-2.0
// What write_cxml.cpp writes as a ship notice, read back.
#include "parsers/xml/despatch_xml.hpp"

#include "base/text.hpp"
#include "parsers/xml/load_xml.hpp"

namespace besteld::parsers {

namespace {

DespatchAdviceLine read_item(const Element& from) {
    DespatchAdviceLine line{.number = from.attribute("shipNoticeLineNumber"),
                            .order_line = from.attribute("lineNumber"),
                            .gtin = from.at("ItemID/IdReference").attribute("identifier"),
                            .seller_item = from.at("ItemID/SupplierPartID").text(),
                            .buyer_item = from.at("ItemID/BuyerPartID").text(),
                            .batch = from.at("Batch/SupplierBatchID").text(),
                            .quantity =
                                Decimal::parse(from.attribute("quantity")).value_or(Decimal{}),
                            .unit = from.at("UnitOfMeasure").text()};
    const auto ordered = Decimal::parse(from.at("OrderedQuantity").attribute("quantity"));
    if (ordered) line.ordered = *ordered;
    return line;
}

} // namespace

std::optional<DespatchAdvice> read_cxml_despatch(std::string_view bytes) {
    const auto document = XmlDocument::load(bytes, 0);
    if (!document) return std::nullopt;
    const auto notice = (*document)->root().at("Request/ShipNoticeRequest");
    if (!notice) return std::nullopt;
    const auto header = notice.at("ShipNoticeHeader");
    const auto control = notice.at("ShipControl");
    const auto portion = notice.at("ShipNoticePortion");
    const auto to = header.at("Contact");
    DespatchAdvice advice{
        .number = header.attribute("shipmentID"),
        .order_number = portion.at("OrderReference").attribute("orderID"),
        .despatched =
            parse_iso_date(header.attribute("shipmentDate").substr(0, 10)).value_or(Date{}),
        .carrier = control.at("CarrierIdentifier").text(),
        .track_no = control.at("ShipmentIdentifier").text(),
        .ship_to = {.id = to.attribute("addressID"), .name = to.at("Name").text()}};
    for (const auto& item : portion.all("ShipNoticeItem"))
        advice.lines.push_back(read_item(item));
    return advice;
}

} // namespace besteld::parsers

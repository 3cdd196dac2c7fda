// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/ubl_line.hpp"

#include "base/text.hpp"
#include "parsers/xml/ubl_party.hpp"

#include <array>
#include <utility>

namespace besteld::parsers {
namespace {

// Peppol T114 uses UN/EDIFACT 1229, older profiles the words of UBL's own Line Status list.
void read_action(XmlDraft& draft, LineDraft& line, const Element& item) {
    const auto status = item.at("LineStatusCode");
    const auto code = status.text();
    if (code.empty()) return;
    constexpr std::array<std::pair<std::string_view, LineAction>, 11> actions = {{
        {"1", LineAction::add},
        {"2", LineAction::remove},
        {"3", LineAction::change},
        {"4", LineAction::none},
        {"5", LineAction::none},
        {"Added", LineAction::add},
        {"Cancelled", LineAction::remove},
        {"Revised", LineAction::change},
        {"Disputed", LineAction::change},
        {"NoStatus", LineAction::none},
        {"Deleted", LineAction::remove},
    }};
    for (const auto& [word, action] : actions)
        if (equal_ignoring_case(code, word)) {
            line.action = action;
            return;
        }
    draft.problem(Severity::error, status, "ubl.line_status",
                  cat("line ", item.at("ID").text(), " has the status code \"", code, "\""),
                  code == "74" ? "the customer reopens the line; a person must decide"
                               : "known are 1 add, 2 delete, 3 change, 4 and 5 unchanged");
}

// Peppol puts a GTIN under scheme 0160, others under GTIN, EAN or no scheme at all.
void read_standard_item(LineDraft& line, const Element& id) {
    auto field = id.field();
    if (!field) return;
    const auto scheme = id.attribute("schemeID");
    constexpr std::array<std::string_view, 7> gtin_schemes = {"",      "0160", "GTIN", "EAN",
                                                              "EAN13", "UPC",  "GS1"};
    for (const auto known : gtin_schemes)
        if (equal_ignoring_case(scheme, known)) {
            line.gtin = std::move(field);
            return;
        }
    line.other_item_ids.push_back({scheme, std::move(*field)});
}

void read_item(LineDraft& line, const Element& item) {
    line.buyer_item = item.field("BuyersItemIdentification/ID");
    line.seller_item = item.field("SellersItemIdentification/ID");
    read_standard_item(line, item.at("StandardItemIdentification/ID"));
    if (auto maker = item.field("ManufacturersItemIdentification/ID"))
        line.other_item_ids.push_back({"MF", std::move(*maker)});
    if (auto catalogue = item.field("CatalogueItemIdentification/ID"))
        line.other_item_ids.push_back({"catalogue", std::move(*catalogue)});
    for (const auto& other : item.all("AdditionalItemIdentification"))
        if (auto id = other.field("ID"))
            line.other_item_ids.push_back({other.at("ID").attribute("schemeID"), std::move(*id)});
    line.name = item.field("Name");
    if (!line.name) line.name = item.field("Description");
    line.tax_category = item.field("ClassifiedTaxCategory/ID");
}

void read_price(XmlDraft& draft, LineDraft& line, const Element& price) {
    line.unit_price = draft.number(price, "PriceAmount");
    line.currency = draft.currency(price.at("PriceAmount").attribute_field("currencyID"));
    line.price_base_quantity = draft.number(price, "BaseQuantity");
    line.price_base_unit = draft.unit_code(price.at("BaseQuantity").attribute_field("unitCode"));
    // The discount inside a price starts from the gross price (EN 16931 BT-148).
    if (auto gross = draft.number(price, "AllowanceCharge/BaseAmount"))
        line.prices.push_back({.qualifier = "gross", .value = std::move(*gross)});
}

void read_deliveries(XmlDraft& draft, LineDraft& line, const Element& item) {
    const auto deliveries = item.all("Delivery");
    if (deliveries.empty()) return;
    add_ubl_delivery_parties(draft, line.parties, deliveries.front());
    if (deliveries.size() == 1) {
        line.requested = ubl_requested_date(draft, deliveries.front());
        return;
    }
    for (const auto& one : deliveries) {
        auto quantity = draft.number(one, "Quantity");
        auto date = ubl_requested_date(draft, one);
        if (quantity)
            line.schedule.push_back({std::move(*quantity), std::move(date)});
        else
            draft.problem(Severity::error, one, "ubl.schedule",
                          cat("line ", item.at("ID").text(),
                              " is split into deliveries, one without a quantity"),
                          "ask the customer how much is wanted on which day");
    }
}

// UN/EDIFACT 1229 as Peppol's UNCL1229 narrows it
ResponseKind response_kind(std::string_view status) {
    constexpr std::array<std::pair<std::string_view, ResponseKind>, 6> kinds = {{
        {"1", ResponseKind::accepted},  // added
        {"3", ResponseKind::accepted},  // changed
        {"5", ResponseKind::accepted},  // accepted without amendment
        {"6", ResponseKind::accepted},  // accepted with amendment
        {"42", ResponseKind::accepted}, // already delivered
        {"7", ResponseKind::rejected},  // not accepted
    }};
    for (const auto& [code, kind] : kinds)
        if (status == code) return kind;
    return ResponseKind::open;
}

} // namespace

LineDraft read_ubl_line(XmlDraft& draft, const Element& order_line) {
    LineDraft line;
    const auto item = order_line.at("LineItem");
    line.line = item.field("ID");
    line.original_line = order_line.field("OrderLineReference/LineID");
    read_action(draft, line, item);
    read_item(line, item.at("Item"));
    line.tax_rate = draft.number(item, "Item/ClassifiedTaxCategory/Percent");
    line.quantity = draft.number(item, "Quantity");
    draft.unit(line, item.at("Quantity").attribute_field("unitCode"));
    line.line_amount = draft.number(item, "LineExtensionAmount");
    read_price(draft, line, item.at("Price"));
    read_deliveries(draft, line, item);
    for (const auto& one : item.all("AllowanceCharge"))
        line.charges.push_back(ubl_charge(draft, one));
    if (auto contract = order_line.field("LineItem/Item/TransactionConditions/ID"))
        line.references.push_back({"contract", std::move(*contract), {}});
    for (const auto& holder : {order_line, item})
        for (const auto& note : holder.all("Note"))
            if (auto text = note.field()) line.notes.push_back(std::move(*text));
    return line;
}

LineDraft read_ubl_response_line(XmlDraft& draft, const Element& order_line) {
    LineDraft line;
    const auto item = order_line.at("LineItem");
    line.line = item.field("ID");
    line.original_line = order_line.field("OrderLineReference/LineID");
    read_item(line, item.at("Item"));
    line.quantity = draft.number(item, "Quantity");
    draft.unit(line, item.at("Quantity").attribute_field("unitCode"));
    read_price(draft, line, item.at("Price"));
    if (auto note = item.field("Note")) line.notes.push_back(std::move(*note));
    LineResponse response{.code = item.at("LineStatusCode").text()};
    response.kind = response_kind(response.code);
    response.quantity = line.quantity;
    response.unit = line.unit;
    const auto period = item.at("Delivery/PromisedDeliveryPeriod");
    response.date =
        draft.period(draft.date(period.at("StartDate")), draft.date(period.at("EndDate")));
    response.price = line.unit_price;
    response.item = order_line.field("SellerSubstitutedLineItem/Item/SellersItemIdentification/ID");
    line.responses.push_back(std::move(response));
    if (auto later = draft.number(item, "MaximumBackorderQuantity"))
        line.responses.push_back({.kind = ResponseKind::backordered,
                                  .code = "MaximumBackorderQuantity",
                                  .quantity = std::move(later),
                                  .unit = line.unit});
    return line;
}

} // namespace besteld::parsers

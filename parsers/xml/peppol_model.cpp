// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/peppol_rules.hpp"

#include "base/text.hpp"
#include "order/series_number.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers {

namespace {

// structure/syntax/*.xml in short: a name with '?' may be missing, '@' is an attribute of the name
// in front of it, in parentheses stands what a name holds. The order counts: it numbers the rules.
constexpr std::string_view party_model =
    "(EndpointID@schemeID PartyIdentification?(ID@schemeID?) PartyLegalEntity?(RegistrationName))";
constexpr std::string_view line_model =
    " Delivery?(PromisedDeliveryPeriod(StartDate? EndDate?)) OrderLine?("
    "LineItem(ID Note? LineStatusCode Quantity?@unitCode MaximumBackorderQuantity? "
    "Delivery?(PromisedDeliveryPeriod(StartDate? EndDate?)) "
    "Price?(PriceAmount@currencyID BaseQuantity?@unitCode) "
    "Item(Name BuyersItemIdentification?(ID) SellersItemIdentification?(ID) "
    "StandardItemIdentification?(ID@schemeID))) "
    "SellerSubstitutedLineItem?(ID Item(Name? SellersItemIdentification?(ID) "
    "StandardItemIdentification?(ID@schemeID) "
    "CommodityClassification?(ItemClassificationCode?@listID@listVersionID?@name?) "
    "ClassifiedTaxCategory?(ID Percent? TaxScheme(ID)) "
    "AdditionalItemProperty?(Name NameCode?@listID Value ValueQuantity?@unitCode "
    "ValueQualifier?))) "
    "OrderLineReference(LineID))";
constexpr std::string_view answer_head =
    "CustomizationID ProfileID ID SalesOrderID? IssueDate IssueTime? OrderResponseCode Note? "
    "DocumentCurrencyCode CustomerReference? OrderReference(ID) ";
constexpr std::string_view message_response =
    "CustomizationID ProfileID ID IssueDate IssueTime? SenderParty(EndpointID@schemeID) "
    "ReceiverParty(EndpointID@schemeID) DocumentResponse(Response(ResponseCode Description?) "
    "DocumentReference(ID DocumentTypeCode? VersionID?) "
    "LineResponse?(LineReference(LineID) "
    "Response(ResponseCode? Description Status(StatusReasonCode))))";

std::string model_of(std::string_view prefix) {
    if (prefix == "PEPPOL-T76")
        return cat(answer_head, "SellerSupplierParty(Party?", party_model,
                   ") BuyerCustomerParty(Party", party_model, ")", line_model);
    if (prefix == "PEPPOL-T116")
        return cat(answer_head, "OrderChangeDocumentReference?(ID) SellerSupplierParty(Party",
                   party_model, ") BuyerCustomerParty(Party", party_model, ")", line_model);
    return std::string(message_response);
}

struct Node {
    std::string_view name;
    bool optional = false;
    bool attribute = false;
    std::size_t number = 0; // the root is 1
    std::size_t end = 0;    // index behind it and all it holds
};

std::vector<Node> read_model(std::string_view text) {
    std::vector<Node> nodes = {{.name = "", .number = 1}};
    std::vector<std::size_t> open = {0};
    bool attribute = false;
    std::size_t last = 0; // the element read last
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '(') {
            open.push_back(last);
        } else if (c == ')') {
            nodes[open.back()].end = nodes.size();
            open.pop_back();
        } else if (c == '?') {
            nodes.back().optional = true;
        } else if (c != ' ' && c != '@') {
            const auto length = std::min(text.find_first_of(" ()?@", i), text.size()) - i;
            nodes.push_back({.name = text.substr(i, length),
                             .attribute = attribute,
                             .number = nodes.size() + 1,
                             .end = nodes.size() + 1});
            if (attribute)
                nodes[last].end = nodes.size();
            else
                last = nodes.size() - 1;
            i += length;
            attribute = false;
            continue;
        }
        attribute = c == '@';
        ++i;
    }
    nodes[0].end = nodes.size();
    return nodes;
}

class ModelCheck {
public:
    ModelCheck(const std::vector<Node>& nodes, std::string_view prefix, PeppolBreaches& breaches)
        : nodes_(nodes), prefix_(prefix), breaches_(breaches) {}

    // As deep as the model, whatever the document is.
    void check(std::size_t node, const Element& element) {
        std::size_t assertion = 0;
        bool has_parts = false;
        for (auto n = node + 1; n < nodes_[node].end; n = nodes_[n].end) {
            const Node& part = nodes_[n];
            has_parts = has_parts || !part.attribute;
            if (part.attribute)
                attribute(part, element);
            else if (!part.optional)
                mandatory(node, ++assertion, part, element);
        }
        if (node == 0) ++assertion; // no schema location
        if (has_parts) parts(node, assertion + 1, element);
    }

private:
    // An attribute's rule bears its element's number.
    void attribute(const Node& part, const Element& element) {
        if (!part.optional && element.attribute(part.name).empty())
            breaches_.fatal(rule(part.number - 1, 1), element,
                            cat(element.qualified_name(), " must have ", part.name));
    }

    void mandatory(std::size_t node, std::size_t assertion, const Node& part,
                   const Element& element) {
        if (!element.at(part.name))
            breaches_.fatal(rule(nodes_[node].number, assertion), element,
                            cat(part.name, " must be given"));
    }

    void parts(std::size_t node, std::size_t assertion, const Element& element) {
        for (const auto& child : element.children()) {
            auto n = node + 1;
            while (n < nodes_[node].end && (nodes_[n].attribute || nodes_[n].name != child.name()))
                n = nodes_[n].end;
            if (n < nodes_[node].end)
                check(n, child);
            else
                breaches_.fatal(rule(nodes_[node].number, assertion), child,
                                cat(child.qualified_name(), " is not part of the data model"));
        }
    }

    std::string rule(std::size_t number, std::size_t assertion) const {
        return cat(prefix_, "-B", zero_padded(static_cast<std::int64_t>(number), 3),
                   zero_padded(static_cast<std::int64_t>(assertion), 2));
    }

    const std::vector<Node>& nodes_;
    std::string_view prefix_;
    PeppolBreaches& breaches_;
};

} // namespace

void check_peppol_model(const Element& root, std::string_view prefix, PeppolBreaches& breaches) {
    const std::string text = model_of(prefix);
    const auto nodes = read_model(text);
    ModelCheck(nodes, prefix, breaches).check(0, root);
}

} // namespace besteld::parsers

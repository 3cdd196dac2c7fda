// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/application_response.hpp"

#include "base/text.hpp"
#include "parsers/xml/load_xml.hpp"
#include "parsers/xml/ubl_parts.hpp"
#include "parsers/xml/xml_writer.hpp"

namespace besteld::parsers {

namespace {

constexpr std::string_view customization = "urn:fdc:peppol.eu:poacc:trns:mlr:3";
constexpr std::string_view profile = "urn:fdc:peppol.eu:poacc:bis:mlr:3";
constexpr std::string_view ns = "urn:oasis:names:specification:ubl:schema:xsd:";

void write_party(XmlWriter& out, std::string_view role, const ElectronicAddress& address) {
    out.open(role);
    out.leaf("cbc:EndpointID", address.id, {{"schemeID", address.scheme}});
    out.close();
}

void write_fault(XmlWriter& out, const MessageFault& fault) {
    out.open("cac:LineResponse");
    out.open("cac:LineReference");
    out.leaf("cbc:LineID", fault.where);
    out.close();
    out.open("cac:Response");
    out.leaf("cbc:Description", fault.text);
    out.open("cac:Status");
    out.leaf("cbc:StatusReasonCode", fault.reason);
    out.close();
    out.close();
    out.close();
}

ElectronicAddress address_of(const Element& party) {
    const auto endpoint = party.at("EndpointID");
    return {.scheme = endpoint.attribute("schemeID"), .id = endpoint.text()};
}

} // namespace

std::string write_message_response(const MessageResponse& response) {
    XmlWriter out;
    out.open("ApplicationResponse", {{"xmlns", cat(ns, "ApplicationResponse-2")},
                                     {"xmlns:cac", cat(ns, "CommonAggregateComponents-2")},
                                     {"xmlns:cbc", cat(ns, "CommonBasicComponents-2")}});
    out.leaf("cbc:CustomizationID", customization);
    out.leaf("cbc:ProfileID", profile);
    out.leaf("cbc:ID", response.id);
    out.leaf("cbc:IssueDate", to_iso(response.date));
    write_issue_time(out, response.time);
    write_party(out, "cac:SenderParty", response.sender);
    write_party(out, "cac:ReceiverParty", response.receiver);
    out.open("cac:DocumentResponse");
    out.open("cac:Response");
    out.leaf("cbc:ResponseCode", response.code);
    out.leaf("cbc:Description", response.text);
    out.close();
    out.open("cac:DocumentReference");
    out.leaf("cbc:ID", response.document);
    out.leaf("cbc:DocumentTypeCode", response.document_type);
    out.close();
    for (const auto& fault : response.faults)
        write_fault(out, fault);
    return out.finish();
}

std::optional<MessageResponse> read_message_response(std::string_view bytes) {
    const auto document = XmlDocument::load(bytes, 0);
    if (!document) return std::nullopt;
    const auto root = (*document)->root();
    if (root.name() != "ApplicationResponse" || root.at("CustomizationID").text() != customization)
        return std::nullopt;
    const auto said = root.at("DocumentResponse");
    const auto date = parse_iso_date(root.at("IssueDate").text());
    MessageResponse response{.id = root.at("ID").text(),
                             .sender = address_of(root.at("SenderParty")),
                             .receiver = address_of(root.at("ReceiverParty")),
                             .code = said.at("Response/ResponseCode").text(),
                             .text = said.at("Response/Description").text(),
                             .document = said.at("DocumentReference/ID").text(),
                             .document_type = said.at("DocumentReference/DocumentTypeCode").text()};
    const bool whole = date && !response.id.empty() && !response.sender.id.empty() &&
                       !response.receiver.id.empty() && !response.code.empty() &&
                       !response.document.empty();
    if (!whole) return std::nullopt;
    response.date = *date;
    const auto time = root.at("IssueTime").text(); // HH:MM:SS
    if (time.size() >= 5) response.time = cat(time.substr(0, 2), time.substr(3, 2));
    for (const auto& line : said.all("LineResponse"))
        response.faults.push_back({.where = line.at("LineReference/LineID").text(),
                                   .text = line.at("Response/Description").text(),
                                   .reason = line.at("Response/Status/StatusReasonCode").text()});
    return response;
}

} // namespace besteld::parsers

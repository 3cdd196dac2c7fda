// SPDX-License-Identifier: Apache-2.0
#pragma once

// cXML 1.2 ConfirmationRequest (Fulfill.dtd), StatusUpdateRequest and Response. Pure: the caller
// gives numbers, dates and codes, every one as it shall be written.

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld::parsers {

struct CxmlCredential {
    std::string domain; // NetworkID, DUNS …
    std::string identity;
};

// ItemIn: another item or unit than was ordered.
struct CxmlItemIn {
    Decimal quantity{};
    std::string unit;
    std::string seller_item, buyer_item, name;
    std::optional<Decimal> price; // per one unit
};

struct CxmlStatus {
    std::string type; // accept, detail, reject, backordered, unknown
    Decimal quantity{};
    std::string unit;
    std::string delivery;         // date and time with offset
    std::optional<Decimal> price; // UnitPrice, when it differs
    std::optional<CxmlItemIn> item;
    std::string comments;
};

struct CxmlConfirmationItem {
    std::string line; // lineNumber of the ItemOut
    Decimal quantity{};
    std::string unit;
    std::vector<CxmlStatus> parts; // their quantities add up to the item's
};

struct CxmlEnvelope {
    std::string payload_id;
    std::string timestamp; // ISO 8601 with offset
    std::string version = "1.2.063";
    std::string language = "en";
    CxmlCredential from, to;
    enum class Deployment { production, test } deployment = Deployment::production;
};

struct CxmlConfirmation {
    CxmlEnvelope envelope;
    std::string confirm_id;
    std::string type;              // accept, reject, except, detail
    std::string operation = "new"; // or update, which repeats all of the earlier one
    std::string currency;
    std::string comments;
    std::string order_id, order_date, order_payload_id;
    std::vector<CxmlConfirmationItem> items;
};

std::string write_cxml_confirmation(const CxmlConfirmation& confirmation);

struct CxmlResponse {
    CxmlEnvelope envelope;
    std::string code; // 200 OK, 400 Bad Request, 406 Not Acceptable …
    std::string text;
    std::string message;
};

std::string write_cxml_response(const CxmlResponse& response);

// cXML.dtd, StatusUpdateRequest (DocumentReference, Status): what became of a document that was
// taken some time ago. The Response to that document only said that it came.
struct CxmlStatusUpdate {
    CxmlEnvelope envelope;
    std::string document; // payloadID of the document
    std::string code;     // 200 OK, 201 Accepted …
    std::string text;
    std::string message;
};

std::string write_cxml_status_update(const CxmlStatusUpdate& update);

} // namespace besteld::parsers

// SPDX-License-Identifier: Apache-2.0
// OASIS UBL 2.0 to 2.4 and its Peppol, OIOUBL, EHF, AgID and SI profiles (domain.md 2.4, UBL
// table).
#include "base/text.hpp"
#include "parsers/xml/formats.hpp"
#include "parsers/xml/peppol_rules.hpp"
#include "parsers/xml/ubl_line.hpp"
#include "parsers/xml/ubl_model.hpp"
#include "parsers/xml/ubl_party.hpp"

#include <array>
#include <utility>

namespace besteld::parsers {
namespace {

constexpr std::string_view ubl_namespace = "urn:oasis:names:specification:ubl:schema:xsd:";

DocumentClass class_by_root(std::string_view root) {
    if (root == "Order") return DocumentClass::order;
    if (root == "OrderChange") return DocumentClass::order_change;
    if (root == "OrderCancellation") return DocumentClass::order_cancellation;
    if (root == "OrderResponse" || root == "OrderResponseSimple")
        return DocumentClass::order_response;
    if (root == "RequestForQuotation") return DocumentClass::quote_request;
    return DocumentClass::other;
}

// Peppol names the transaction in CustomizationID: "urn:fdc:peppol.eu:poacc:trns:order_change:3…".
// The same schema serves several transactions (quirk 24), so the name decides where it is known.
void check_customization(XmlDraft& draft, const Element& root) {
    auto& order = draft.draft();
    const auto element = root.at("CustomizationID");
    const auto id = to_lower_ascii(cat(element.text(), " ", root.at("ProfileID").text()));
    constexpr std::string_view marker = "poacc:trns:";
    const auto at = id.find(marker);
    const auto transaction = at == std::string::npos
                                 ? std::string_view{}
                                 : std::string_view(id).substr(at + marker.size());
    const bool other_transaction = !transaction.empty() && !transaction.starts_with("order:") &&
                                   !transaction.starts_with("order_change:") &&
                                   !transaction.starts_with("order_cancellation:");
    const bool balance = id.contains("balance");
    if (order.document_class != DocumentClass::order || (!other_transaction && !balance)) return;
    order.document_class = balance ? DocumentClass::other : DocumentClass::order_response;
    draft.problem(Severity::warning, element, "ubl.not_an_order",
                  cat("the document has the form of an Order, but its CustomizationID names ",
                      balance ? std::string_view("an order balance") : transaction),
                  "it is kept and not booked; a person must say what it is");
}

// AgID (Italy): a revocation is an Order whose OrderDocumentReference/ID reads
// "number#date#buyer's endpoint#Cancelled"; "Revised" marks an order that replaces the one named.
void check_italian_status(XmlDraft& draft, const Element& root) {
    auto& order = draft.draft();
    const auto element = root.at("OrderDocumentReference/ID");
    const auto text = element.text();
    const auto pieces = split(text, '#');
    if (order.document_class != DocumentClass::order || pieces.size() < 4) return;
    const auto status = trim(pieces.back());
    auto number = Field{.value = std::string(trim(pieces.front())), .place = element.place()};
    if (equal_ignoring_case(status, "Cancelled")) {
        order.document_class = DocumentClass::order_cancellation;
        order.function = {.value = MessageFunction::cancel, .place = element.place()};
        order.document_id = std::exchange(order.order_number, std::move(number));
        order.lines.clear(); // the one line only satisfies the schema: id NA, quantity 0
        draft.problem(
            Severity::note, element, "ubl.cancelled_by_reference",
            cat("the Order revokes order ", pieces.front(), "; its dummy line is left out"));
    } else if (equal_ignoring_case(status, "Revised")) {
        order.function = {.value = MessageFunction::replace, .place = element.place()};
    } else {
        draft.problem(
            Severity::error, element, "ubl.reference_status",
            cat("the reference to order ", pieces.front(), " has the status \"", status, "\""),
            "known are Cancelled and Revised; ask the customer what is meant");
    }
}

// UN/EDIFACT 1001 as restricted by Peppol T01: the listed codes are synonyms of 220.
void read_order_type(XmlDraft& draft, const Element& root) {
    const auto code = root.at("OrderTypeCode").field();
    if (!code) return;
    constexpr std::array<std::pair<std::string_view, OrderKind>, 11> kinds = {{
        {"220", OrderKind::standard},
        {"105", OrderKind::standard},
        {"221", OrderKind::standard},
        {"226", OrderKind::standard},
        {"227", OrderKind::standard},
        {"402", OrderKind::standard},
        {"224", OrderKind::rush},
        {"225", OrderKind::repair},
        {"228", OrderKind::sample},
        {"258", OrderKind::standing},
        {"400", OrderKind::exceptional},
    }};
    auto& kind = draft.draft().kind.emplace();
    kind.value = OrderKind::unknown;
    kind.place = code->place;
    for (const auto& [known, meaning] : kinds)
        if (code->value == known) kind.value = meaning;
    if (kind.value == OrderKind::unknown)
        draft.problem(Severity::warning, root.at("OrderTypeCode"), "ubl.order_type",
                      cat("the order type code \"", code->value, "\" is not one we know"),
                      "a person must say how the order is to be treated");
}

void read_references(XmlDraft& draft, const Element& root) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> single = {{
        {"OrderChangeDocumentReference/ID", "buyer_change_no"}, // UBL 2.3, of an answer
        {"QuotationDocumentReference/ID", "quotation"},
        {"OriginatorDocumentReference/ID", "requisition"},
        {"CatalogueReference/ID", "catalogue"},
        {"OrderResponseReference/ID", "response"},
        {"ProjectReference/ID", "project"},
        {"SalesOrderID", "seller_order"},
    }};
    for (const auto& [path, type] : single)
        draft.add_reference(type, root.field(path));
    draft.add_reference("seller_order", root.field("OrderReference/SalesOrderID"));
    for (const auto& one : root.all("OrderDocumentReference"))
        draft.add_reference("previous_order", one.field("ID"));
    for (const auto& one : root.all("Contract"))
        draft.add_reference("contract", one.field("ID"));
    for (const auto& one : root.all("AdditionalDocumentReference"))
        draft.add_reference("other", one.field("ID"));
}

void read_parties(XmlDraft& draft, const Element& root) {
    add_ubl_party(draft, PartyRole::buyer, root.at("BuyerCustomerParty"));
    add_ubl_party(draft, PartyRole::supplier, root.at("SellerSupplierParty"));
    add_ubl_party(draft, PartyRole::bill_to, root.at("AccountingCustomerParty"));
    add_ubl_party(draft, PartyRole::order_contact, root.at("OriginatorCustomerParty"));
}

void read_delivery(XmlDraft& draft, const Element& root) {
    auto& order = draft.draft();
    const auto deliveries = root.all("Delivery");
    if (deliveries.empty()) return;
    add_ubl_delivery_parties(draft, order.parties, deliveries.front());
    order.requested = ubl_requested_date(draft, deliveries.front());
    if (deliveries.size() > 1)
        draft.problem(
            Severity::warning, deliveries[1], "ubl.deliveries",
            cat("the order states ", deliveries.size(), " deliveries; the first is taken"),
            "check address and date with the customer");
}

void read_terms(XmlDraft& draft, const Element& root) {
    auto& order = draft.draft();
    order.delivery_terms = root.field("DeliveryTerms/ID");
    order.delivery_place = root.field("DeliveryTerms/DeliveryLocation/ID");
    if (!order.delivery_place) order.delivery_place = root.field("DeliveryTerms/SpecialTerms");
    order.payment_terms = root.field("PaymentTerms/Note");
    for (const auto& one : root.all("AllowanceCharge"))
        order.charges.push_back(ubl_charge(draft, one));
    const auto total = root.at("AnticipatedMonetaryTotal");
    order.total = draft.number(total, "PayableAmount");
    order.total_gross = draft.number(total, "TaxInclusiveAmount");
    order.total_tax = draft.number(root, "TaxTotal/TaxAmount");
    order.stated_line_count = draft.number(root, "LineCountNumeric");
}

void read_head(XmlDraft& draft, const Element& root) {
    auto& order = draft.draft();
    order.order_date = draft.date(root.at("IssueDate"));
    order.currency = draft.currency(root.field("DocumentCurrencyCode"));
    if (!order.currency) // optional until 2.1: then the amounts carry it
        order.currency = draft.currency(
            root.at("AnticipatedMonetaryTotal/PayableAmount").attribute_field("currencyID"));
    order.valid_until = draft.date(root.at("ValidityPeriod/EndDate"));
    order.cost_reference = root.field("AccountingCost");
    if (!order.cost_reference) order.cost_reference = root.field("AccountingCostCode");
    if (!order.cost_reference) order.cost_reference = root.field("CustomerReference");
    order.buyer_version = root.field("SequenceNumberID");
    for (const auto& note : root.all("Note"))
        draft.add_note(note);
    for (const auto& note : root.all("CancellationNote"))
        draft.add_note(note);
    if (root.at("CopyIndicator").text() == "true")
        order.function = {.value = MessageFunction::copy,
                          .place = root.at("CopyIndicator").place()};
    if (order.document_class == DocumentClass::order) {
        order.order_number = root.field("ID");
        read_order_type(draft, root);
    } else {
        order.document_id = root.field("ID");
        order.order_number = root.field("OrderReference/ID");
    }
}

// OrderChange: SequenceNumberID is "mandatory" in the guide, 0..1 in the structure.
void check_sequence(XmlDraft& draft, const Element& root) {
    const auto& version = draft.draft().buyer_version;
    const bool numeric =
        version && version->value.find_first_not_of("0123456789") == std::string::npos;
    if (numeric) return;
    draft.problem(
        Severity::warning, version ? root.at("SequenceNumberID") : root, "ubl.sequence",
        version ? cat("the change's sequence number is \"", version->value, "\", not a number")
                : std::string("the change states no sequence number"),
        "check by its dates that no later change has been handled already");
}

// What an access point would have refused is a doubt; what it would have warned of, a note. An
// order is read for what it says either way.
void check_network_rules(XmlDraft& draft, const Element& root) {
    for (auto& breach : check_peppol(root))
        draft.problem(breach.flag == PeppolFlag::fatal ? Severity::warning : Severity::note,
                      breach.at, "ubl.peppol_rule",
                      cat(breach.rule, ": ", breach.text,
                          breach.count > 1 ? cat(" (", breach.count, " times)") : std::string()));
}

OrderDraft read_document(const XmlDocument& document, const Element& root,
                         const Envelope& envelope) {
    OrderDraft order;
    XmlDraft draft(order, document);
    order.format = "ubl";
    order.message_type = root.name();
    order.version = root.at("UBLVersionID").text();
    order.profile = root.at("ProfileID").text();
    if (order.profile.empty()) order.profile = root.at("CustomizationID").text();
    order.envelope = envelope;
    order.document_class = class_by_root(root.name());
    if (order.document_class == DocumentClass::other) {
        order.document_id = root.field("ID");
        return order;
    }
    read_head(draft, root);
    read_references(draft, root);
    read_parties(draft, root);
    if (order.document_class == DocumentClass::order_response) {
        order.response_code = root.field("OrderResponseCode");
        for (const auto& line : root.all("OrderLine"))
            order.lines.push_back(read_ubl_response_line(draft, line));
    }
    if (order.document_class == DocumentClass::order ||
        order.document_class == DocumentClass::order_change) {
        read_delivery(draft, root);
        read_terms(draft, root);
        for (const auto& line : root.all("OrderLine"))
            order.lines.push_back(read_ubl_line(draft, line));
    }
    if (order.document_class == DocumentClass::order_change) check_sequence(draft, root);
    check_customization(draft, root);
    check_italian_status(draft, root);
    if (order.document_class != DocumentClass::order_response) check_ubl_model(draft, root);
    if (order.document_class != DocumentClass::order_response) check_network_rules(draft, root);
    draft.check_complete();
    return order;
}

} // namespace

bool is_ubl(const Element& root) {
    return root.namespace_uri().starts_with(ubl_namespace);
}

void read_ubl(const XmlDocument& document, const Element& root, const Envelope& envelope,
              Parsed& out) {
    auto order = read_document(document, root, envelope);
    const auto references = root.all("OrderReference");
    const bool several =
        order.document_class == DocumentClass::order_cancellation && references.size() > 1;
    if (!several) {
        out.documents.push_back(std::move(order));
        return;
    }
    for (const auto& reference : references) { // one cancellation may name several orders
        auto& one = out.documents.emplace_back(order);
        one.order_number = reference.field("ID");
    }
}

} // namespace besteld::parsers

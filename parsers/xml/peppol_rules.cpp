// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/peppol_rules.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "parsers/xml/peppol_check.hpp"
#include "parsers/xml/peppol_ids.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace besteld::parsers {

namespace {

struct Transaction {
    std::string_view name; // in CustomizationID, behind "poacc:trns:"
    std::string_view root;
    std::string_view prefix;
    std::string_view profiles; // what ProfileID may be, behind "poacc:bis:"
    std::string_view profile_rule;
};
constexpr auto transactions = std::to_array<Transaction>({
    {"order:3", "Order", "PEPPOL-T01", "order_only:3,ordering:3", "R031"},
    {"order_change:3", "OrderChange", "PEPPOL-T114", "advanced_ordering:3", "R031"},
    {"order_cancellation:3", "OrderCancellation", "PEPPOL-T115", "advanced_ordering:3", "R031"},
    {"order_response:3", "OrderResponse", "PEPPOL-T76", "ordering:3", "B00301"},
    {"order_response_advanced:3", "OrderResponse", "PEPPOL-T116", "advanced_ordering:3", "B00301"},
    {"mlr:3", "ApplicationResponse", "PEPPOL-T71", "mlr:3", "B00301"},
});

constexpr std::string_view transaction_marker = "urn:fdc:peppol.eu:poacc:trns:";
constexpr std::string_view profile_marker = "urn:fdc:peppol.eu:poacc:bis:";

const Transaction* transaction_of(const Element& root) {
    const auto id = root.at("CustomizationID").text();
    if (!id.starts_with(transaction_marker)) return nullptr;
    const auto name = std::string_view(id).substr(transaction_marker.size());
    for (const auto& one : transactions)
        if (root.name() == one.root && name.starts_with(one.name)) return &one;
    return nullptr;
}

void check_profile(const Element& root, const Transaction& transaction, PeppolBreaches& breaches) {
    const auto element = root.at("ProfileID");
    const auto id = element.text();
    if (id.empty()) return; // told as missing
    const auto allowed = split(transaction.profiles, ',');
    const bool right =
        id.starts_with(profile_marker) &&
        std::ranges::find(allowed, std::string_view(id).substr(profile_marker.size())) !=
            allowed.end();
    if (!right)
        breaches.fatal(
            cat(transaction.prefix, "-", transaction.profile_rule), element,
            cat("ProfileID is \"", id, "\"; this transaction belongs to ", transaction.profiles));
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

// COMMON-R040 to R050: numbers of parties with a check digit of their own.
void check_party_number(const Element& element, PeppolBreaches& breaches) {
    const auto scheme = element.attribute("schemeID");
    const auto id = element.text();
    const auto rule = party_number_rule(scheme);
    if (id.empty() || !rule || rule->holds(id)) return;
    const auto text = cat("\"", id, "\" is no ", rule->what, " (scheme ", scheme, ")");
    if (rule->fatal)
        breaches.fatal(std::string(rule->id), element, text);
    else
        breaches.warning(std::string(rule->id), element, text);
}

// Rules of every transaction, over all elements; in document order, without recursion.
void check_common(const Element& root, PeppolBreaches& breaches) {
    if (!root.attribute("schemaLocation").empty())
        breaches.warning("PEPPOL-COMMON-R003", root, "the document names a schema location");
    auto waiting = root.children();
    std::ranges::reverse(waiting);
    while (!waiting.empty()) {
        const auto element = std::move(waiting.back());
        waiting.pop_back();
        auto children = element.children();
        const auto name = element.name();
        if (children.empty() && element.text().empty())
            breaches.fatal("PEPPOL-COMMON-R001", element, "the element is empty");
        const bool day = is_one_of(name, {"IssueDate", "DueDate", "TaxPointDate", "StartDate",
                                          "EndDate", "ActualDeliveryDate"});
        if (day && !parse_iso_date(element.text()))
            breaches.fatal("PEPPOL-COMMON-R030", element,
                           cat("\"", element.text(), "\" is no date as YYYY-MM-DD"));
        if (is_one_of(name, {"EndpointID", "CompanyID"}) ||
            (name == "ID" && element.path().contains("PartyIdentification")))
            check_party_number(element, breaches);
        for (auto child = children.rbegin(); child != children.rend(); ++child)
            waiting.push_back(std::move(*child));
    }
}

// R001 and R002 of T76 and T116
void check_answer_party(const Element& root, std::string_view path, const std::string& rule,
                        PeppolBreaches& breaches) {
    const auto party = root.at(path);
    const bool named = !party.at("PartyLegalEntity/RegistrationName").text().empty() ||
                       !party.at("PartyIdentification/ID").text().empty();
    if (party && !named)
        breaches.fatal(rule, party, "the party has neither an official name nor an identifier");
}

void check_promised(const Element& period, const std::string& rule, PeppolBreaches& breaches) {
    const auto start = period.at("StartDate").text();
    const auto end = period.at("EndDate").text();
    if (!start.empty() && !end.empty() && end < start)
        breaches.fatal(rule, period,
                       cat("the period ends on ", end, ", before it begins on ", start));
}

void check_answer_line(const Element& line, std::string_view prefix, const std::string& currency,
                       std::set<std::string>& ids, PeppolBreaches& breaches) {
    const auto item = line.at("LineItem");
    const auto id = item.at("ID").text();
    if (!id.empty() && !ids.insert(id).second)
        breaches.fatal(cat(prefix, "-R003"), item.at("ID"),
                       cat("line number ", id, " stands more than once"));
    const auto price = item.at("Price/PriceAmount");
    if (price && price.attribute("currencyID") != currency)
        breaches.fatal(
            cat(prefix, "-R005"), price,
            cat("the price is in ", price.attribute("currencyID"), ", the document in ", currency));
    check_promised(item.at("Delivery/PromisedDeliveryPeriod"), cat(prefix, "-R004"), breaches);
    const auto status = item.at("LineStatusCode");
    if (status && !is_one_of(status.text(), {"1", "3", "5", "7", "42"}))
        breaches.fatal(cat(prefix, prefix == "PEPPOL-T116" ? "-B04201" : "-B04001"), status,
                       cat("\"", status.text(), "\" is no line status of Peppol (1, 3, 5, 7, 42)"));
}

void check_answer(const Element& root, std::string_view prefix, PeppolBreaches& breaches) {
    check_answer_party(root, "BuyerCustomerParty/Party", cat(prefix, "-R001"), breaches);
    check_answer_party(root, "SellerSupplierParty/Party", cat(prefix, "-R002"), breaches);
    check_promised(root.at("Delivery/PromisedDeliveryPeriod"), cat(prefix, "-R004"), breaches);
    const auto code = root.at("OrderResponseCode");
    if (code && !is_one_of(code.text(), {"AB", "AP", "CA", "RE"}))
        breaches.fatal(cat(prefix, "-B00801"), code,
                       cat("\"", code.text(), "\" is no answer of Peppol (AB, AP, CA, RE)"));
    const auto lines = root.all("OrderLine");
    if (code.text() == "CA" && lines.empty())
        breaches.warning(cat(prefix, "-R007"), code, "CA needs the lines that it changes");
    const auto currency = root.at("DocumentCurrencyCode").text();
    std::set<std::string> ids;
    for (const auto& line : lines)
        check_answer_line(line, prefix, currency, ids, breaches);
}

void check_message_response(const Element& root, PeppolBreaches& breaches) {
    const auto said = root.at("DocumentResponse");
    const auto code = said.at("Response/ResponseCode");
    if (code && !is_one_of(code.text(), {"AB", "AP", "RE"}))
        breaches.fatal("PEPPOL-T71-B01501", code,
                       cat("\"", code.text(), "\" is no answer of an MLR (AB, AP, RE)"));
    for (const auto& line : said.all("LineResponse")) {
        const auto reason = line.at("Response/Status/StatusReasonCode");
        if (reason && !is_one_of(reason.text(), {"BV", "BW", "SV"}))
            breaches.fatal("PEPPOL-T71-B02801", reason,
                           cat("\"", reason.text(), "\" is no reason of Peppol (BV, BW, SV)"));
    }
}

} // namespace

void PeppolBreaches::add(PeppolFlag flag, std::string rule, const Element& at, std::string text) {
    for (auto& known : list_)
        if (known.rule == rule) {
            ++known.count;
            return;
        }
    list_.push_back({std::move(rule), flag, at, std::move(text)});
}

std::vector<PeppolBreach> check_peppol(const Element& root) {
    const auto* transaction = transaction_of(root);
    if (!transaction) return {};
    PeppolBreaches breaches;
    const auto prefix = transaction->prefix;
    check_profile(root, *transaction, breaches);
    check_common(root, breaches);
    if (prefix == "PEPPOL-T01" || prefix == "PEPPOL-T114") {
        check_peppol_order(root, prefix, breaches);
    } else if (prefix != "PEPPOL-T115") {
        check_peppol_model(root, prefix, breaches);
        if (prefix == "PEPPOL-T71")
            check_message_response(root, breaches);
        else
            check_answer(root, prefix, breaches);
    }
    return breaches.take();
}

std::optional<std::string> broken_peppol_rule(std::string_view bytes) {
    const auto document = XmlDocument::load(bytes, 0);
    if (!document) return document.error().text;
    for (const auto& breach : check_peppol((*document)->root()))
        if (breach.flag == PeppolFlag::fatal)
            return cat(breach.rule, " at ", breach.at.path(), ": ", breach.text);
    return std::nullopt;
}

} // namespace besteld::parsers

// SPDX-License-Identifier: Apache-2.0
// A04 sender authentic, B01 to B05 who orders from whom, B06 where to.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/families.hpp"
#include "check/gtin.hpp"
#include "check/identity_keys.hpp"
#include "check/look_alike.hpp"
#include "check/ship_to.hpp"

#include <algorithm>

namespace besteld {

namespace {

std::string sender_words(const Inquiry& inquiry) {
    const MailHead* mail = inquiry.origins.mail;
    if (mail != nullptr) return mail->from.address.empty() ? mail->from.name : mail->from.address;
    if (!inquiry.draft.envelope.sender.empty()) return inquiry.draft.envelope.sender;
    const PartyDraft* buyer = find_party(inquiry.draft, PartyRole::buyer);
    return buyer != nullptr ? address_text(*buyer) : std::string{};
}

Place buyer_place(const Inquiry& inquiry) {
    const PartyDraft* buyer = find_party(inquiry.draft, PartyRole::buyer);
    if (buyer != nullptr && !buyer->ids.empty()) return buyer->ids.front().place;
    return buyer != nullptr && buyer->name ? buyer->name->place : Place{};
}

void check_customer(const Inquiry& inquiry, Findings& findings) {
    const Identification& who = inquiry.who;
    if (!who.conflict.empty()) {
        Finding finding =
            new_finding(inquiry, Check::identity_conflict, header, who.conflict, "one customer");
        finding.trace = who.conflict;
        finding.passes_if = "every number and address in the message belongs to one customer";
        quote(finding, buyer_place(inquiry), who.by);
        findings.push_back(std::move(finding));
        return;
    }
    if (!who.customer_no.empty() && inquiry.terms.customer) return;
    Finding finding = new_finding(inquiry, Check::customer_unknown, header, sender_words(inquiry),
                                  "a known customer");
    finding.trace = who.by.empty()
                        ? std::string("no number or address of the message is in base data")
                        : cat("by ", who.by, ", ", who.score, " %");
    finding.passes_if = "one number or address of the message is on file with at least 90 %";
    quote(finding, buyer_place(inquiry), sender_words(inquiry));
    if (!who.candidates.empty()) suggest(finding, Resolution::correct, who.candidates.front());
    findings.push_back(std::move(finding));
}

void check_active(const Inquiry& inquiry, Findings& findings) {
    const auto& customer = inquiry.terms.customer;
    if (!customer || customer->status == "active") return;
    Finding finding = new_finding(inquiry, Check::customer_not_active, header,
                                  cat(customer->no, " ", customer->status), "an active customer");
    finding.passes_if = "the customer is active";
    finding.trace = customer->successor.empty() ? "no successor on file"
                                                : cat("moved to ", customer->successor);
    if (!customer->successor.empty()) suggest(finding, Resolution::correct, customer->successor);
    findings.push_back(std::move(finding));
}

bool is_exact_sender(const Inquiry& inquiry, const std::string& address) {
    const auto known = [&](const IdentityHit& hit) {
        return hit.identity.kind == "mail" && equal_ignoring_case(hit.identity.value, address);
    };
    return std::ranges::any_of(inquiry.terms.hits, known);
}

void check_sender(const Inquiry& inquiry, Findings& findings) {
    const MailHead* mail = inquiry.origins.mail;
    if (mail == nullptr || is_exact_sender(inquiry, mail->from.address)) return;
    const std::string domain = domain_of(mail->from.address);
    const std::string reason = look_alike(domain, inquiry.terms.known_domains);
    if (reason.empty()) return;
    Finding finding = new_finding(inquiry, Check::sender_not_authentic, header, mail->from.address,
                                  "a sender of a known domain");
    finding.clause.clear();
    finding.trace = reason;
    finding.passes_if = "the mail comes from the customer's own domain or an address on file";
    quote(finding, {.part = 0, .begin = 0, .end = 0, .where = "From"},
          cat(mail->from.name, " <", mail->from.address, ">"));
    set_consequence(finding, Resolution::ask,
                    "you call the customer on a number on file; nothing is sent");
    findings.push_back(std::move(finding));
}

// The mail's own claim, shown beside the customer: whose stamp to believe is the mail server's
// matter.
void show_missing_signature(const Inquiry& inquiry, Findings& findings) {
    const MailHead* mail = inquiry.origins.mail;
    if (mail == nullptr || !inquiry.terms.customer || !inquiry.terms.customer->trusted_dkim) return;
    if (mail->authentication_results.empty()) return;
    const auto passed = [](const std::string& result) {
        return to_lower_ascii(result).find("dkim=pass") != std::string::npos;
    };
    if (std::ranges::any_of(mail->authentication_results, passed)) return;
    Finding finding = as_info(new_finding(inquiry, Check::sender_not_authentic, header,
                                          "no DKIM signature that passed", "signed mail"));
    finding.trace = mail->authentication_results.front();
    finding.passes_if = "the mail's DKIM signature passes";
    findings.push_back(std::move(finding));
}

std::optional<Decimal> order_value(const Inquiry& inquiry) {
    Decimal sum{};
    for (const OrderLine& line : inquiry.order.lines) {
        if (!line.price_stock || !line.quantity_stock) continue;
        const auto amount = times(*line.price_stock, *line.quantity_stock);
        const auto next = amount ? plus(sum, *amount) : std::nullopt;
        if (!next) return std::nullopt;
        sum = *next;
    }
    return sum;
}

void check_person(const Inquiry& inquiry, Findings& findings) {
    const MailHead* mail = inquiry.origins.mail;
    const auto& customer = inquiry.terms.customer;
    if (mail == nullptr || !customer || customer->contacts.empty()) return;
    const auto contact = std::ranges::find_if(customer->contacts, [&](const Contact& c) {
        return equal_ignoring_case(c.mail, mail->from.address);
    });
    std::string agreed;
    if (contact == customer->contacts.end())
        agreed = "a person on the list of contacts";
    else if (!contact->may_order)
        agreed = "a contact who may order";
    else if (const auto value = order_value(inquiry);
             contact->order_limit && (!value || *value > *contact->order_limit))
        agreed = cat("orders up to ", contact->order_limit->to_string(inquiry.digits));
    if (agreed.empty()) return;
    Finding finding =
        new_finding(inquiry, Check::sender_may_not_order, header, mail->from.address, agreed);
    finding.trace = cat(customer->contacts.size(), " contacts of ", customer->no, " on file");
    finding.passes_if = "the sender is on the list and inside his limit";
    quote(finding, {.part = 0, .begin = 0, .end = 0, .where = "From"}, mail->from.address);
    findings.push_back(std::move(finding));
}

void check_seller(const Inquiry& inquiry, Findings& findings) {
    const PartyDraft* supplier = find_party(inquiry.draft, PartyRole::supplier);
    if (supplier == nullptr || inquiry.terms.seller.gln.empty()) return;
    const Sourced<PartyId>* other = nullptr;
    for (const auto& id : supplier->ids) {
        if (!is_gln(trim(id.value.id))) continue; // the buyer's own number for us says nothing
        if (trim(id.value.id) == inquiry.terms.seller.gln) return;
        other = &id;
    }
    if (other == nullptr) return;
    Finding finding = new_finding(inquiry, Check::seller_is_not_us, header, other->value.id,
                                  inquiry.terms.seller.gln);
    finding.passes_if = cat("the supplier is GLN ", inquiry.terms.seller.gln);
    quote(finding, other->place, other->value.id);
    findings.push_back(std::move(finding));
}

Finding ship_to_finding(const Inquiry& inquiry, LineIndex line, const ShipToMatch& match) {
    Finding finding = new_finding(inquiry, Check::ship_to_not_permitted, line, match.text, "");
    const auto nearest = std::ranges::find(inquiry.terms.ship_tos, match.nearest, &ShipTo::id);
    if (nearest != inquiry.terms.ship_tos.end()) {
        finding.agreed = cat(nearest->id, " ", address_text(*nearest));
        finding.difference = match.difference;
        suggest(finding, Resolution::correct, nearest->id);
        set_consequence(
            finding, Resolution::correct,
            cat("the goods go to ", address_text(*nearest), "; a second person must agree"));
    } else {
        finding.agreed = cat("one of ", inquiry.terms.ship_tos.size(), " permitted addresses");
    }
    finding.trace = "tried GLN, buyer's code, postcode with house number, city and name";
    finding.passes_if =
        "the ship-to is one of the permitted addresses, postcode and house number exact";
    set_consequence(
        finding, Resolution::accept_ordered,
        "this order alone goes to the new address; a second person must agree, base data stay");
    quote(finding, match.place, match.text);
    return finding;
}

void check_ship_to(const Inquiry& inquiry, Findings& findings) {
    if (!inquiry.terms.customer) return; // whose addresses?
    const Order& order = inquiry.order;
    if (order.ship_to_id.empty()) {
        ShipToMatch match{.text =
                              order.ship_to_text.empty() ? "no ship-to named" : order.ship_to_text,
                          .place = order.ship_to_place};
        const PartyDraft* named = find_party(inquiry.draft, PartyRole::ship_to);
        if (named != nullptr && order.ship_to_origin != Origin::typed) {
            const ShipToMatch again = match_ship_to(named, inquiry.terms.ship_tos);
            match.nearest = again.nearest;
            match.difference = again.difference;
        }
        findings.push_back(ship_to_finding(inquiry, header, match));
    }
    if (order.ship_to_origin == Origin::typed) return; // a clerk chose one for all lines
    for (const OrderLine& line : order.lines) {
        for (const PartyDraft& party : inquiry.draft.lines[line.index].parties) {
            if (party.role != PartyRole::ship_to) continue;
            ShipToMatch match = match_ship_to(&party, inquiry.terms.ship_tos);
            if (!match.id.empty() && match.id == order.ship_to_id) continue;
            if (match.id.empty() && match.text == order.ship_to_text) continue; // said once, above
            if (!match.id.empty()) match.difference = cat("the order goes to ", order.ship_to_id);
            findings.push_back(ship_to_finding(inquiry, line.index, match));
        }
    }
}

} // namespace

void check_identity(const Inquiry& inquiry, Findings& findings) {
    check_sender(inquiry, findings);
    check_customer(inquiry, findings);
    check_active(inquiry, findings);
    show_missing_signature(inquiry, findings);
    if (inquiry.draft.document_class != DocumentClass::order) return;
    check_person(inquiry, findings);
    check_seller(inquiry, findings);
    check_ship_to(inquiry, findings);
}

} // namespace besteld

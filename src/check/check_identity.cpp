// SPDX-License-Identifier: Apache-2.0
// B01 to B05: who orders from whom.

#include "base/gs1_number.hpp"
#include "base/text.hpp"
#include "check/families.hpp"
#include "check/order_value.hpp"
#include "check/sender.hpp"
#include "check/ship_to.hpp"

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

// Somebody of the customer's, but may he order, and so much? Strangers are R02's matter.
void check_person(const Inquiry& inquiry, Findings& findings) {
    const MailHead* mail = inquiry.origins.mail;
    const auto& customer = inquiry.terms.customer;
    if (mail == nullptr || !customer || customer->contacts.empty()) return;
    if (!is_of_customer(inquiry, mail->from.address)) return;
    const Contact* contact = find_contact(inquiry, mail->from.address);
    std::string agreed;
    if (contact == nullptr)
        agreed = "a person on the list of contacts";
    else if (!contact->may_order)
        agreed = "a contact who may order";
    else if (const auto value = value_of(inquiry);
             contact->order_limit && (!value || *value > *contact->order_limit))
        agreed = cat("orders up to ", contact->order_limit->to_string(inquiry.digits));
    if (agreed.empty()) return;
    const auto value = value_of(inquiry);
    Finding finding =
        new_finding(inquiry, Check::sender_may_not_order, header, mail->from.address, agreed);
    if (contact != nullptr && contact->may_order && value)
        finding.money = *value - *contact->order_limit;
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

} // namespace

void check_identity(const Inquiry& inquiry, Findings& findings) {
    check_customer(inquiry, findings);
    check_active(inquiry, findings);
    if (inquiry.draft.document_class != DocumentClass::order) return;
    check_person(inquiry, findings);
    check_seller(inquiry, findings);
}

} // namespace besteld

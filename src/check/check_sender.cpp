// SPDX-License-Identifier: Apache-2.0
// A04 sender authentic, R02 registered, R03 reply address, R04 display name, R05 look-alike domain.

#include "base/text.hpp"
#include "check/families.hpp"
#include "check/identity_keys.hpp"
#include "check/look_alike.hpp"
#include "check/sender.hpp"
#include "check/skeleton.hpp"

#include <algorithm>

namespace besteld {

namespace {

const Place from_field{.part = 0, .begin = 0, .end = 0, .where = "From"};

std::string written(const MailAddress& sender) {
    return sender.name.empty() ? sender.address : cat(sender.name, " <", sender.address, ">");
}

Finding sender_finding(const Inquiry& inquiry, Check check, std::string ordered,
                       std::string agreed) {
    Finding finding = new_finding(inquiry, check, header, std::move(ordered), std::move(agreed));
    finding.clause.clear();
    quote(finding, from_field, written(inquiry.origins.mail->from));
    set_consequence(finding, Resolution::ask, cat(call_back_words(inquiry), "; nothing is sent"));
    return finding;
}

// F1, A04. A domain that only looks like a customer's is as little proof as none (domain.md 5.1).
void check_authentic(const Inquiry& inquiry, const std::string& resemblance, Findings& findings) {
    const MailHead& mail = *inquiry.origins.mail;
    const SenderVerdict& verdict = inquiry.origins.proof;
    const bool unproven =
        verdict.proof == SenderProof::unauthenticated || verdict.proof == SenderProof::failed;
    if (resemblance.empty() && !unproven) return;
    Finding finding = sender_finding(inquiry, Check::sender_not_authentic, mail.from.address,
                                     resemblance.empty() ? "a sender proven by DMARC"
                                                         : "a sender of a known domain");
    finding.difference = unproven ? verdict.words : std::string{};
    finding.trace = resemblance.empty() ? verdict.words : resemblance;
    finding.passes_if =
        resemblance.empty()
            ? cat("our mail server found dmarc=pass for ", domain_of(mail.from.address))
            : std::string("the mail comes from the customer's own domain or an address on file");
    findings.push_back(std::move(finding));
}

// Without a server of ours that may be believed, the mail's own claim is only shown.
void show_missing_signature(const Inquiry& inquiry, Findings& findings) {
    const MailHead& mail = *inquiry.origins.mail;
    if (inquiry.origins.proof.proof != SenderProof::not_asked || !inquiry.terms.customer ||
        !inquiry.terms.customer->trusted_dkim || mail.authentication_results.empty())
        return;
    const auto passed = [](const std::string& field) {
        const auto results = parse_authentication_results(field);
        return results && std::ranges::any_of(results->methods, [](const MethodResult& method) {
                   return method.method == "dkim" && method.result == "pass";
               });
    };
    if (std::ranges::any_of(mail.authentication_results, passed)) return;
    Finding finding = as_info(sender_finding(inquiry, Check::sender_not_authentic,
                                             "no DKIM signature that passed", "signed mail"));
    finding.trace = mail.authentication_results.front();
    finding.passes_if = "the mail's DKIM signature passes";
    findings.push_back(std::move(finding));
}

// F5
void check_look_alike(const Inquiry& inquiry, const std::string& resemblance, Findings& findings) {
    if (resemblance.empty()) return;
    const std::string domain = domain_of(inquiry.origins.mail->from.address);
    Finding finding = sender_finding(inquiry, Check::sender_domain_looks_alike,
                                     shown_domain(domain), "a customer's own domain");
    finding.trace = resemblance;
    finding.passes_if = "the domain is registered for the customer, or resembles none";
    set_consequence(finding, Resolution::reject,
                    "nothing is booked and nothing is sent to this address");
    findings.push_back(std::move(finding));
}

// F2. Who is of the customer but not on his list of contacts is B04's matter.
void check_registered(const Inquiry& inquiry, Findings& findings) {
    const MailHead& mail = *inquiry.origins.mail;
    if (!inquiry.terms.customer || is_of_customer(inquiry, mail.from.address)) return;
    const bool colleague = is_our_own(inquiry, mail.from.address);
    Finding finding = sender_finding(inquiry, Check::sender_not_registered, mail.from.address,
                                     cat("an address on file for ", inquiry.terms.customer->no));
    finding.trace = colleague ? cat("passed on from an address of our own; customer by ",
                                    inquiry.order.identified_by)
                              : cat("customer by ", inquiry.order.identified_by);
    finding.passes_if = "the address or its domain is registered for the customer";
    set_consequence(finding, Resolution::dismiss,
                    "the order goes on; the address is not added to base data");
    findings.push_back(std::move(finding));
}

// F3
void check_reply_address(const Inquiry& inquiry, Findings& findings) {
    const MailHead& mail = *inquiry.origins.mail;
    const std::string from = domain_of(mail.from.address);
    for (const MailAddress& reply : mail.reply_to) {
        const std::string domain = domain_of(reply.address);
        const bool same_person = equal_ignoring_case(reply.address, mail.from.address);
        const bool same_house =
            same_organisation(domain, from) && !is_free_mail_domain(registrable_domain(domain));
        if (domain.empty() || same_person || same_house || is_of_customer(inquiry, reply.address) ||
            is_our_own(inquiry, reply.address))
            continue;
        Finding finding = sender_finding(inquiry, Check::reply_address_differs, reply.address,
                                         cat("an address at ", from));
        finding.trace = cat("From ", mail.from.address, ", Reply-To ", reply.address);
        finding.passes_if = "Reply-To is of the same organisation as From, or on file";
        quote(finding, {.part = 0, .begin = 0, .end = 0, .where = "Reply-To"}, written(reply));
        findings.push_back(std::move(finding));
        return;
    }
}

// "petra@korenaar.example" in "Petra Bakker petra@korenaar.example"; empty for none.
std::string address_in(std::string_view name) {
    const auto at = name.find('@');
    if (at == std::string_view::npos) return {};
    constexpr std::string_view ends = " \t<>()[]\"',;";
    const auto begin = name.find_last_of(ends, at);
    const auto end = std::min(name.find_first_of(ends, at), name.size());
    const auto from = begin == std::string_view::npos ? 0 : begin + 1;
    return to_lower_ascii(name.substr(from, end - from));
}

const Contact* contact_called(const Inquiry& inquiry, std::string_view name) {
    constexpr std::size_t shortest = 5; // "Inkoop" is nobody in particular, "Jan" neither
    if (!inquiry.terms.customer || name.size() < shortest ||
        name.find(' ') == std::string_view::npos)
        return nullptr;
    const std::string looks = skeleton(name);
    for (const Contact& contact : inquiry.terms.customer->contacts) {
        if (!contact.name.empty() && has_skeleton(contact.name, looks)) return &contact;
    }
    return nullptr;
}

// F4. A mail program shows the name and hides the address.
void check_display_name(const Inquiry& inquiry, Findings& findings) {
    const MailAddress& from = inquiry.origins.mail->from;
    std::string agreed;
    const std::string shown = address_in(from.name);
    if (!shown.empty() && !domain_of(shown).empty() &&
        !same_organisation(domain_of(shown), domain_of(from.address)))
        agreed = cat("mail from ", shown, ", as the name says");
    const Contact* contact = contact_called(inquiry, from.name);
    if (agreed.empty() && contact != nullptr && !is_of_customer(inquiry, from.address))
        agreed = cat(contact->name, " writes from ", contact->mail);
    if (agreed.empty()) return;
    Finding finding = sender_finding(inquiry, Check::display_name_misleads, written(from), agreed);
    finding.trace = "the display name names somebody else than the address";
    finding.passes_if = "display name and address belong to one person on file";
    findings.push_back(std::move(finding));
}

// A04 for files: who hands an interchange in must be whom it says it is from (domain.md 5.1).
void check_partner(const Inquiry& inquiry, Findings& findings) {
    const std::string& owner = inquiry.origins.message_sender;
    const Envelope& envelope = inquiry.draft.envelope;
    if (owner.empty() || envelope.sender.empty() || inquiry.origins.mail != nullptr) return;
    const auto profiles = envelope_identities(envelope);
    std::vector<std::string> others;
    for (const IdentityHit& hit : inquiry.terms.hits) {
        if (std::ranges::find(profiles, hit.identity) == profiles.end()) continue;
        if (hit.customer_no == owner) return;
        others.push_back(hit.customer_no);
    }
    const auto& customer = inquiry.terms.customer;
    const bool other_profile = customer && customer->no == owner && !customer->edi_id.empty() &&
                               !envelope.sender.starts_with(customer->edi_id);
    if (others.empty() && !other_profile) return; // no profile on file to hold it against
    Finding finding = new_finding(inquiry, Check::sender_not_authentic, header, envelope.sender,
                                  cat("the partner profile of ", owner));
    finding.clause.clear();
    finding.trace = others.empty() ? cat("on file for ", owner, " is ", customer->edi_id)
                                   : cat("the folder is ", owner, "'s, the interchange is from ",
                                         others.front());
    finding.passes_if = "the sender of the interchange owns the folder it came through";
    quote(finding, {.part = inquiry.draft.part, .where = "sender of the interchange"},
          envelope.sender);
    set_consequence(finding, Resolution::ask, cat(call_back_words(inquiry), "; nothing is sent"));
    findings.push_back(std::move(finding));
}

// Peppol: the access point vouches for the SBDH's sender, who must be the order's EndpointID.
void check_endpoint(const Inquiry& inquiry, Findings& findings) {
    const Envelope& envelope = inquiry.draft.envelope;
    const PartyDraft* buyer = find_party(inquiry.draft, PartyRole::buyer);
    const auto colon = envelope.sender.find(':');
    if (envelope.standard != "sbdh" || colon != 4 || buyer == nullptr || buyer->ids.empty()) return;
    const std::string scheme = envelope.sender.substr(0, colon);
    const auto rest = std::string_view(envelope.sender).substr(colon + 1);
    const std::string sender = normalise_code(rest.substr(0, rest.find(':')));
    const Sourced<PartyId>* endpoint = nullptr;
    for (const auto& id : buyer->ids) {
        if (normalise_code(id.value.id) == sender) return;
        const bool is_participant =
            id.value.scheme.size() == 4 &&
            std::ranges::all_of(id.value.scheme, [](char c) { return c >= '0' && c <= '9'; });
        if (endpoint == nullptr && is_participant) endpoint = &id;
    }
    if (endpoint == nullptr) return;
    Finding finding =
        new_finding(inquiry, Check::sender_not_authentic, header,
                    cat(endpoint->value.scheme, ":", endpoint->value.id), cat(scheme, ":", sender));
    finding.clause.clear();
    finding.trace = "the access point's sender is not the buyer's EndpointID";
    finding.passes_if = "sender of the envelope and EndpointID are the same participant";
    quote(finding, endpoint->place, endpoint->value.id);
    set_consequence(finding, Resolution::ask, cat(call_back_words(inquiry), "; nothing is sent"));
    findings.push_back(std::move(finding));
}

} // namespace

void check_sender(const Inquiry& inquiry, Findings& findings) {
    check_partner(inquiry, findings);
    check_endpoint(inquiry, findings);
    if (inquiry.origins.mail == nullptr) return;
    const std::string& from = inquiry.origins.mail->from.address;
    const std::string resemblance = is_address_on_file(inquiry, from)
                                        ? std::string{}
                                        : look_alike(domain_of(from), inquiry.terms.known_domains);
    check_authentic(inquiry, resemblance, findings);
    show_missing_signature(inquiry, findings);
    check_look_alike(inquiry, resemblance, findings);
    check_registered(inquiry, findings);
    check_reply_address(inquiry, findings);
    check_display_name(inquiry, findings);
}

} // namespace besteld

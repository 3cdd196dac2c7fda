// SPDX-License-Identifier: Apache-2.0
#include "check/sender.hpp"

#include "base/text.hpp"
#include "check/mail_domain.hpp"

#include <algorithm>

namespace besteld {

const Contact* find_contact(const Inquiry& inquiry, std::string_view address) {
    if (!inquiry.terms.customer || address.empty()) return nullptr;
    const auto& contacts = inquiry.terms.customer->contacts;
    const auto found = std::ranges::find_if(
        contacts, [&](const Contact& c) { return equal_ignoring_case(c.mail, address); });
    return found != contacts.end() ? &*found : nullptr;
}

bool is_address_on_file(const Inquiry& inquiry, std::string_view address) {
    if (address.empty()) return false;
    if (find_contact(inquiry, address) != nullptr) return true;
    const auto& customer = inquiry.terms.customer;
    if (customer && equal_ignoring_case(customer->order_mail, address)) return true;
    return std::ranges::any_of(inquiry.terms.hits, [&](const IdentityHit& hit) {
        return hit.identity.kind == "mail" && equal_ignoring_case(hit.identity.value, address) &&
               (!customer || hit.customer_no == customer->no);
    });
}

bool is_of_customer(const Inquiry& inquiry, std::string_view address) {
    if (is_address_on_file(inquiry, address)) return true;
    const auto& customer = inquiry.terms.customer;
    const std::string domain = domain_of(address);
    const std::string registrable = registrable_domain(domain);
    if (!customer || domain.empty() || is_free_mail_domain(registrable)) return false;
    const auto same = [&](std::string_view mail) {
        return same_organisation(domain_of(mail), domain);
    };
    if (same(customer->order_mail) ||
        std::ranges::any_of(customer->contacts, [&](const Contact& c) { return same(c.mail); }))
        return true;
    return std::ranges::any_of(inquiry.terms.hits, [&](const IdentityHit& hit) {
        return hit.identity.kind == "domain" && hit.customer_no == customer->no &&
               (hit.identity.value == domain || hit.identity.value == registrable);
    });
}

bool is_our_own(const Inquiry& inquiry, std::string_view address) {
    return std::ranges::any_of(inquiry.terms.seller.mail_addresses, [&](const std::string& ours) {
        return equal_ignoring_case(ours, address);
    });
}

std::string call_back_words(const Inquiry& inquiry) {
    const auto& customer = inquiry.terms.customer;
    const std::string number = customer ? customer->phone : std::string{};
    return number.empty() ? "you call the customer on a number on file, not one from the message"
                          : cat("you call the customer on ", number,
                                ", the number on file, not one from the message");
}

Finding second_person(const Inquiry& inquiry, std::string why) {
    Finding finding = new_finding(inquiry, Check::second_pair_of_eyes, header, "", "");
    finding.trace = std::move(why);
    return finding;
}

} // namespace besteld

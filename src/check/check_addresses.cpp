// SPDX-License-Identifier: Apache-2.0
// B06 where to, B07 whether a carrier finds it, B08 who gets the invoice, B10 what nobody may sell.

#include "base/text.hpp"
#include "check/address.hpp"
#include "check/families.hpp"
#include "check/identity_words.hpp"
#include "check/sender.hpp"
#include "check/ship_to.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

// F6: goods at a stranger's door do not come back. Two persons (order/four_eyes) and a call.
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
    set_consequence(finding, Resolution::accept_ordered,
                    cat(call_back_words(inquiry),
                        "; then this order alone goes to the new address, a second person must "
                        "agree, base data stay"));
    quote(finding, match.place, match.text);
    return finding;
}

void check_ship_to(const Inquiry& inquiry, Findings& findings) {
    const Order& order = inquiry.order;
    const Date day = ship_to_day(inquiry.draft.requested, inquiry.received_on);
    if (order.ship_to_id.empty()) {
        ShipToMatch match{.text =
                              order.ship_to_text.empty() ? "no ship-to named" : order.ship_to_text,
                          .place = order.ship_to_place};
        const PartyDraft* named = find_party(inquiry.draft, PartyRole::ship_to);
        if (named != nullptr && order.ship_to_origin != Origin::typed) {
            const ShipToMatch again = match_ship_to(named, inquiry.terms.ship_tos, day);
            match.nearest = again.nearest;
            match.difference = again.difference;
        }
        findings.push_back(ship_to_finding(inquiry, header, match));
    }
    if (order.ship_to_origin == Origin::typed) return; // a clerk chose one for all lines
    for (const OrderLine& line : order.lines) {
        for (const PartyDraft& party : inquiry.draft.lines[line.index].parties) {
            if (party.role != PartyRole::ship_to) continue;
            ShipToMatch match = match_ship_to(&party, inquiry.terms.ship_tos, day);
            if (!match.id.empty() && match.id == order.ship_to_id) continue;
            if (match.id.empty() && match.text == order.ship_to_text) continue; // said once, above
            if (!match.id.empty()) match.difference = cat("the order goes to ", order.ship_to_id);
            findings.push_back(ship_to_finding(inquiry, line.index, match));
        }
    }
}

// B07, of an address that is not on file; one that is needs no second proof. A number alone or a
// mere word is no address that could be complete: B06 says so already.
void check_complete(const Inquiry& inquiry, Findings& findings) {
    const Order& order = inquiry.order;
    const PartyDraft* named = find_party(inquiry.draft, PartyRole::ship_to);
    if (!order.ship_to_id.empty() || order.ship_to_origin == Origin::typed || named == nullptr)
        return;
    if (named->address_lines.empty() && !named->postcode) return;
    const auto missing = missing_parts(*named, inquiry.terms.customer->country);
    if (missing.empty()) return;
    Finding finding = new_finding(inquiry, Check::ship_to_incomplete, header, address_text(*named),
                                  "a complete address");
    finding.clause.clear();
    finding.difference = cat("missing: ", join(missing, ", "));
    finding.trace = "looked for street, house number, postcode, city and country";
    finding.passes_if = cat("the address names ", join(missing, ", "));
    quote(finding, order.ship_to_place, address_text(*named));
    findings.push_back(std::move(finding));
}

bool is_registered_for(const Inquiry& inquiry, const PartyId& id, std::string_view customer_no) {
    const std::string value = normalise_code(id.id);
    return std::ranges::any_of(inquiry.terms.hits, [&](const IdentityHit& hit) {
        return hit.customer_no == customer_no && normalise_code(hit.identity.value) == value;
    });
}

bool shares_an_id(const PartyDraft& a, const PartyDraft& b) {
    return std::ranges::any_of(a.ids, [&](const auto& id) {
        return std::ranges::any_of(b.ids, [&](const auto& other) {
            return normalise_code(id.value.id) == normalise_code(other.value.id);
        });
    });
}

bool is_same_name(std::string_view a, std::string_view b) {
    const std::string left = name_identity(a);
    const std::string right = name_identity(b);
    return !left.empty() && !right.empty() &&
           (left == right || left.starts_with(right) || right.starts_with(left));
}

// The party who is to get the invoice, as agreed: by a number on file, else by name and place.
bool is_agreed_bill_to(const Inquiry& inquiry, const PartyDraft& party) {
    const Customer& customer = *inquiry.terms.customer;
    const PartyDraft* buyer = find_party(inquiry.draft, PartyRole::buyer);
    if (buyer != nullptr && customer.bill_to_gln.empty() && shares_an_id(party, *buyer))
        return true;
    for (const auto& id : party.ids) {
        if (!customer.bill_to_gln.empty() && normalise_code(id.value.id) == customer.bill_to_gln)
            return true;
        if (customer.bill_to_gln.empty() && is_registered_for(inquiry, id.value, customer.no))
            return true;
    }
    const std::string& agreed =
        customer.bill_to_name.empty() ? customer.name : customer.bill_to_name;
    const bool known_number = !party.ids.empty() && !customer.bill_to_gln.empty();
    if (known_number || !party.name || !is_same_name(party.name->value, agreed)) return false;
    const Address asked = address_of(party);
    const std::string postcode = normal_postcode(customer.bill_to_postcode, customer.country);
    const std::string house_no = normal_house_number(customer.bill_to_house_no);
    return (asked.postcode.empty() || postcode.empty() || asked.postcode == postcode) &&
           (asked.house_no.empty() || house_no.empty() || asked.house_no == house_no);
}

Place place_of(const PartyDraft& party) {
    if (!party.ids.empty()) return party.ids.front().place;
    if (party.name) return party.name->place;
    return party.address_lines.empty() ? Place{} : party.address_lines.front().place;
}

// B08
void check_bill_to(const Inquiry& inquiry, Findings& findings) {
    const Customer& customer = *inquiry.terms.customer;
    for (const PartyRole role : {PartyRole::bill_to, PartyRole::payer}) {
        const PartyDraft* party = find_party(inquiry.draft, role);
        if (party == nullptr || address_text(*party).empty()) continue;
        // An id of the buyer's own that nobody looks up, and no name: nothing to hold it against.
        const bool nameless_code = !party->name && party->address_lines.empty() &&
                                   std::ranges::none_of(party->ids, [](const auto& id) {
                                       return id.value.id.size() >= 8;
                                   });
        if (nameless_code || is_agreed_bill_to(inquiry, *party)) continue;
        std::string agreed = customer.bill_to_name.empty() ? customer.name : customer.bill_to_name;
        if (!customer.bill_to_gln.empty()) agreed += cat(", GLN ", customer.bill_to_gln);
        if (!customer.bill_to_postcode.empty())
            agreed += cat(", ", customer.bill_to_postcode, " ", customer.bill_to_house_no);
        const std::string what = role == PartyRole::payer ? "payer " : "invoice to ";
        Finding finding = new_finding(inquiry, Check::bill_to_differs, header,
                                      cat(what, address_text(*party)), agreed);
        finding.trace = "compared GLN, then name, postcode and house number";
        finding.passes_if = cat("the invoice goes to ", agreed);
        quote(finding, place_of(*party), address_text(*party));
        set_consequence(finding, Resolution::accept_agreed,
                        cat("the invoice goes to ", agreed, "; the customer is told"));
        set_consequence(finding, Resolution::accept_ordered,
                        "this invoice alone goes to the other party; your reason is recorded, base "
                        "data stay");
        findings.push_back(std::move(finding));
        findings.push_back(second_person(inquiry, "the bill-to is new or changed"));
        return;
    }
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string folded = fold_case(to_valid_utf8(text));
    for (char& c : folded) {
        if (std::string_view(".,;:()\"'/-&").find(c) != std::string_view::npos) c = ' ';
    }
    for (const std::string_view word : split(folded, ' ')) {
        if (!word.empty()) words.emplace_back(word);
    }
    return words;
}

bool all_stand_in(const std::vector<std::string>& wanted, const std::string& name) {
    const std::vector<std::string> words = words_of(name);
    return !wanted.empty() && std::ranges::all_of(wanted, [&](const std::string& word) {
        const bool chinese = static_cast<unsigned char>(word.front()) >= 0xE3;
        return std::ranges::find(words, word) != words.end() ||
               (chinese && name.find(word) != std::string::npos);
    });
}

// What of the order the lists of B10 may name.
struct Exposed {
    std::vector<std::string> countries; // each once
    std::vector<std::string> names;
};

Exposed exposed_in(const Inquiry& inquiry) {
    Exposed exposed;
    const auto country = [&](std::string_view code) {
        std::string upper = to_upper_ascii(trim(code));
        if (!upper.empty() &&
            std::ranges::find(exposed.countries, upper) == exposed.countries.end())
            exposed.countries.push_back(std::move(upper));
    };
    const auto party = [&](const PartyDraft& p) {
        if (p.role == PartyRole::supplier) return;
        if (p.country) country(p.country->value);
        for (const MaybeField* field : {&p.name, &p.contact_name}) {
            if (*field) exposed.names.push_back((*field)->value);
        }
    };
    for (const PartyDraft& p : inquiry.draft.parties)
        party(p);
    for (const LineDraft& line : inquiry.draft.lines)
        std::ranges::for_each(line.parties, party);
    if (inquiry.terms.customer) {
        country(inquiry.terms.customer->country);
        exposed.names.push_back(inquiry.terms.customer->name);
    }
    const auto ship_to =
        std::ranges::find(inquiry.terms.ship_tos, inquiry.order.ship_to_id, &ShipTo::id);
    if (ship_to != inquiry.terms.ship_tos.end()) {
        country(ship_to->country);
        exposed.names.push_back(ship_to->name);
    }
    return exposed;
}

// What the entry names in this order, in words; empty when it does not apply to the header.
std::string hit_by(const Embargo& embargo, const Exposed& exposed) {
    std::vector<std::string> hits;
    if (!embargo.country.empty()) {
        const std::string wanted = to_upper_ascii(embargo.country);
        if (std::ranges::find(exposed.countries, wanted) == exposed.countries.end()) return {};
        hits.push_back(cat("country ", wanted));
    }
    if (!embargo.party.empty()) {
        const auto wanted = words_of(embargo.party);
        const auto named = std::ranges::find_if(
            exposed.names, [&](const std::string& name) { return all_stand_in(wanted, name); });
        if (named == exposed.names.end()) return {};
        hits.push_back(cat("party ", *named));
    }
    return hits.empty() ? std::string("item") : join(hits, ", ");
}

Finding embargo_finding(const Inquiry& inquiry, LineIndex line, const Embargo& embargo,
                        std::string ordered) {
    Finding finding = new_finding(inquiry, Check::trade_restricted, line, std::move(ordered),
                                  "trade that is allowed");
    finding.clause = embargo.clause;
    finding.trace = cat("list entry: country ", embargo.country.empty() ? "any" : embargo.country,
                        ", party ", embargo.party.empty() ? "any" : embargo.party, ", item class ",
                        embargo.item_class.empty() ? "any" : embargo.item_class);
    finding.passes_if = "no country, party or item class of the order stands on a list";
    quote(finding, inquiry.order.ship_to_place, finding.ordered);
    set_consequence(finding, Resolution::hold,
                    "the order waits for the one who answers for exports; the customer is told "
                    "nothing");
    return finding;
}

// B10
void check_restrictions(const Inquiry& inquiry, Findings& findings) {
    if (inquiry.terms.embargoes.empty()) return;
    const Exposed exposed = exposed_in(inquiry);
    for (const Embargo& embargo : inquiry.terms.embargoes) {
        const bool empty =
            embargo.country.empty() && embargo.party.empty() && embargo.item_class.empty();
        const std::string hit = empty ? std::string{} : hit_by(embargo, exposed);
        if (hit.empty()) continue;
        if (embargo.item_class.empty()) {
            findings.push_back(embargo_finding(inquiry, header, embargo, hit));
            continue;
        }
        for (const OrderLine& line : inquiry.order.lines) {
            const Item* item = item_of(inquiry, line);
            if (item == nullptr ||
                std::ranges::find(item->classes, embargo.item_class) == item->classes.end())
                continue;
            findings.push_back(embargo_finding(
                inquiry, line.index, embargo, cat(line.sku, " (", embargo.item_class, "), ", hit)));
        }
    }
}

} // namespace

void check_addresses(const Inquiry& inquiry, Findings& findings) {
    if (inquiry.draft.document_class != DocumentClass::order) return;
    check_restrictions(inquiry, findings);
    if (!inquiry.terms.customer) return; // whose addresses?
    check_ship_to(inquiry, findings);
    check_complete(inquiry, findings);
    check_bill_to(inquiry, findings);
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/message.hpp"

#include "base/text.hpp"

namespace besteld::parsers::x12 {

namespace {

std::string first_id(const PartyDraft& party) {
    return party.ids.empty() ? std::string() : party.ids.front().value.id;
}

} // namespace

// N1: 98 role, 93 name, 66 qualifier, 67 id
void MessageReader::party(std::size_t i) {
    const std::string code = view_.text(i, 1);
    PartyDraft party{.role = party_role(code).role, .name = view_.field(i, 2)};
    if (const auto id = view_.field(i, 4))
        party.ids.push_back({.value = {.scheme = id_scheme(view_.text(i, 3)), .id = id->value},
                             .place = id->place});
    party_open_ = true;
    if (auto* here = line()) {
        here->parties.push_back(std::move(party));
        return;
    }
    if (code == "BS") { // bill and ship to: the goods and the invoice go to the same party
        draft_.parties.push_back(party);
        draft_.parties.back().role = PartyRole::bill_to;
        party_codes_.push_back(code);
    }
    draft_.parties.push_back(std::move(party));
    party_codes_.push_back(code);
}

PartyDraft* MessageReader::open_party() {
    if (!party_open_) return nullptr;
    auto* here = line();
    auto& parties = here ? here->parties : draft_.parties;
    return parties.empty() ? nullptr : &parties.back();
}

// N2 continues the name when N1 has none, else it is a line of the address.
void MessageReader::party_name(std::size_t i) {
    auto* party = open_party();
    if (!party) return;
    for (const unsigned element : {1U, 2U})
        if (auto name = view_.field(i, element)) {
            if (!party->name)
                party->name = std::move(name);
            else
                party->address_lines.push_back(*std::move(name));
        }
}

void MessageReader::party_street(std::size_t i) {
    auto* party = open_party();
    if (!party) return;
    for (const unsigned element : {1U, 2U})
        if (auto street = view_.field(i, element))
            party->address_lines.push_back(*std::move(street));
}

// N4: 19 city, 156 state, 116 postcode, 26 country, 309, 310 region
void MessageReader::party_place(std::size_t i) {
    auto* party = open_party();
    if (!party) return;
    party->city = view_.field(i, 1);
    party->postcode = view_.field(i, 3);
    if (auto country = view_.field(i, 4); country && country->value.size() == 2)
        party->country = std::move(country);
    if (auto state = view_.field(i, 2)) party->address_lines.push_back(*std::move(state));
}

// PER: 366 function, 93 name, then up to three pairs of 365 channel and 364 number
void MessageReader::contact(std::size_t i) {
    auto* party = open_party();
    if (!party) {
        if (line()) return;
        draft_.parties.push_back({.role = PartyRole::order_contact});
        party_codes_.emplace_back("PER");
        party = &draft_.parties.back();
    }
    if (!party->contact_name) party->contact_name = view_.field(i, 2);
    for (const unsigned element : {3U, 5U, 7U}) {
        const std::string channel = view_.text(i, element);
        if (channel == "EM" && !party->mail) party->mail = view_.field(i, element + 1);
        if (channel == "TE" && !party->phone) party->phone = view_.field(i, element + 1);
    }
}

// REF behind an N1 identifies the party, unless it plainly refers to a document.
bool MessageReader::party_reference(std::size_t i) {
    auto* party = open_party();
    const std::string qualifier = view_.text(i, 1);
    if (!party || reference_type(qualifier) != "other") return false;
    if (const auto id = view_.field(i, 2))
        party->ids.push_back({.value = {.scheme = qualifier, .id = id->value}, .place = id->place});
    return true;
}

// One party per role: the preferred code keeps it, the others stay to be seen.
void MessageReader::settle_roles() {
    for (std::size_t i = 0; i < draft_.parties.size(); ++i) {
        auto& one = draft_.parties[i];
        const bool unique = one.role != PartyRole::other && one.role != PartyRole::order_contact;
        for (std::size_t k = 0; unique && k < i; ++k) {
            auto& earlier = draft_.parties[k];
            if (earlier.role != one.role || one.role == PartyRole::other) continue;
            const int mine = party_role(party_codes_[i]).rank;
            const int theirs = party_role(party_codes_[k]).rank;
            if (mine == theirs && first_id(one) != first_id(earlier) && becomes_order())
                view_.report(Severity::warning,
                             one.ids.empty() ? view_.place(view_.size()) : one.ids.front().place,
                             "x12.party_twice",
                             cat("N1*", party_codes_[i], " stands twice with different ids"),
                             "the first one is taken");
            (mine < theirs ? earlier : one).role = PartyRole::other;
        }
        if (i == 99) return; // nobody has a hundred parties; the rest stays as it is
    }
}

} // namespace besteld::parsers::x12

// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/message.hpp"

#include "base/text.hpp"
#include "parsers/edifact/codes.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers::edifact {

namespace {

constexpr std::size_t name_width = 35; // C080 and C059 are an..35

// 3035 in the order in which they are preferred for a role: OB and PO order in the buyer's place,
// ST and CN receive when there is no DP.
struct RoleCode {
    std::string_view code;
    PartyRole role;
};
constexpr auto role_codes = std::to_array<RoleCode>({
    {"BY", PartyRole::buyer},
    {"OB", PartyRole::buyer},
    {"PO", PartyRole::buyer},
    {"SU", PartyRole::supplier},
    {"SE", PartyRole::supplier},
    {"DP", PartyRole::ship_to},
    {"ST", PartyRole::ship_to},
    {"CN", PartyRole::ship_to},
    {"IV", PartyRole::bill_to},
    {"PR", PartyRole::payer},
    {"UC", PartyRole::final_recipient},
});

PartyRole role_of(std::string_view code) {
    for (const auto& entry : role_codes)
        if (entry.code == code) return entry.role;
    return PartyRole::other;
}

std::string first_id(const PartyDraft& party) {
    return party.ids.empty() ? std::string() : party.ids.front().value.id;
}

} // namespace

// NAD: 3035, C082 3039:1131:3055, C058 address lines, C080 name, C059 street, city, region,
// postcode, country
void MessageReader::party(std::size_t i) {
    if (!require_qualifier(i)) return;
    const std::string code = view_.text(i, {1, 1});
    PartyDraft party{.role = role_of(code)};
    if (const auto id = view_.field(i, {2, 1})) {
        // some senders put the agency one component too early
        std::string agency = view_.text(i, {2, 3});
        if (agency.empty()) agency = view_.text(i, {2, 2});
        if (agency == "9" && !is_gln(id->value))
            view_.report(Severity::warning, id->place, "edifact.gln",
                         cat("\"", id->value, "\" (NAD+", code, ") is given as a GLN and is none"),
                         "a GLN has 13 digits and a check digit");
        party.ids.push_back(
            {.value = {.scheme = std::move(agency), .id = id->value}, .place = id->place});
    }
    party_names(i, party);
    if (auto* here = line()) {
        here->parties.push_back(std::move(party));
        return;
    }
    draft_.parties.push_back(std::move(party));
    party_codes_.push_back(code);
}

void MessageReader::party_names(std::size_t i, PartyDraft& party) {
    std::string name = joined(i, 4, 1, 5, name_width);
    if (!name.empty())
        party.name = Field{.value = std::move(name), .place = view_.place(i, {4, 1})};
    // C058 is the old unstructured form: its first line is the name when C080 is empty
    for (const auto& [element, last] : {std::pair{3U, 5U}, std::pair{5U, 4U}})
        for (unsigned component = 1; component <= last; ++component) {
            auto text = view_.field(i, {element, component});
            if (!text) continue;
            if (element == 3 && !party.name)
                party.name = std::move(text);
            else
                party.address_lines.push_back(*std::move(text));
        }
    party.city = view_.field(i, {6, 1});
    // without a city the region holds "D-12345 Town" at some senders
    if (!party.city) party.city = view_.field(i, {7, 1});
    party.postcode = view_.field(i, {8, 1});
    if (auto country = view_.field(i, {9, 1}); country && country->value.size() == 2) {
        country->value = to_upper_ascii(country->value);
        party.country = std::move(country);
    }
}

PartyDraft* MessageReader::open_party() {
    if (group_ != Group::party) return nullptr;
    auto* here = line();
    auto& parties = here ? here->parties : draft_.parties;
    return parties.empty() ? nullptr : &parties.back();
}

// RFF behind a NAD identifies the party (VA tax number, FC, XA company register, IT and IA account
// numbers, API …), unless it plainly refers to a document.
bool MessageReader::party_reference(std::size_t i) {
    auto* party = open_party();
    const std::string qualifier = view_.text(i, {1, 1});
    if (!party || reference_type(qualifier) != "other") return false;
    if (const auto id = view_.field(i, {1, 2}))
        party->ids.push_back({.value = {.scheme = qualifier, .id = id->value}, .place = id->place});
    return true;
}

void MessageReader::contact(std::size_t i) {
    auto* party = open_party();
    if (!party || party->contact_name) return;
    party->contact_name = view_.field(i, {2, 2});
    if (!party->contact_name) party->contact_name = view_.field(i, {2, 1});
}

void MessageReader::communication(std::size_t i) {
    auto* party = open_party();
    if (!party) return;
    const unsigned repeats = view_.repeats(i, 1);
    for (unsigned repeat = 0; repeat < repeats; ++repeat) {
        const std::string channel = view_.text(i, {1, 2, repeat});
        const auto address = view_.field(i, {1, 1, repeat});
        if (channel == "EM" && !party->mail) party->mail = address;
        if ((channel == "TE" || channel == "AL") && !party->phone) party->phone = address;
    }
}

// One party per role: the preferred code keeps it. Two parties with the same code and different ids
// are told, as nobody can say which is meant.
void MessageReader::settle_roles() {
    for (std::size_t preferred = 0; preferred < role_codes.size(); ++preferred) {
        const auto [code, role] = role_codes[preferred];
        const auto at = std::ranges::find(party_codes_, code);
        if (at == party_codes_.end()) continue;
        const auto kept = static_cast<std::size_t>(at - party_codes_.begin());
        if (draft_.parties[kept].role != role) continue; // a better code has taken the role
        for (std::size_t i = 0; i < party_codes_.size(); ++i) {
            if (i == kept || draft_.parties[i].role != role) continue;
            if (party_codes_[i] != code) {
                draft_.parties[i].role = PartyRole::other;
            } else if (first_id(draft_.parties[i]) != first_id(draft_.parties[kept]) &&
                       becomes_order()) {
                const Place place = draft_.parties[i].ids.empty()
                                        ? view_.place(view_.size())
                                        : draft_.parties[i].ids.front().place;
                view_.report(Severity::warning, place, "edifact.party_twice",
                             cat("NAD+", code, " stands twice with different ids: ",
                                 first_id(draft_.parties[kept]), " and ",
                                 first_id(draft_.parties[i])),
                             "the first one is taken");
            }
        }
    }
}

} // namespace besteld::parsers::edifact

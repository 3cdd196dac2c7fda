// SPDX-License-Identifier: Apache-2.0
#include "check/ship_to.hpp"

#include "base/text.hpp"
#include "check/address.hpp"

#include <algorithm>

namespace besteld {

namespace {

std::string folded(std::string_view text) {
    return fold_case(to_valid_utf8(trim(text)));
}

// The only one that `fits`; null when none or several do.
template <typename Fits>
const ShipTo* only(const std::vector<ShipTo>& permitted, Fits fits) {
    const auto first = std::ranges::find_if(permitted, fits);
    if (first == permitted.end()) return nullptr;
    return std::find_if(first + 1, permitted.end(), fits) == permitted.end() ? &*first : nullptr;
}

// The GLN first, whichever of the numbers it is; then the code that the buyer has for the place.
const ShipTo* by_id(const PartyDraft& party, const std::vector<ShipTo>& permitted,
                    std::string& by) {
    for (const auto& id : party.ids) {
        const std::string value = normalise_code(id.value.id);
        if (value.empty()) continue;
        by = "GLN";
        if (const ShipTo* found = only(permitted, [&](const ShipTo& s) { return s.gln == value; }))
            return found;
    }
    for (const auto& id : party.ids) {
        const std::string value = normalise_code(id.value.id);
        const auto same_code = [&](const ShipTo& s) {
            return !value.empty() &&
                   (normalise_code(s.buyer_code) == value || normalise_code(s.id) == value);
        };
        by = "buyer's code";
        if (const ShipTo* found = only(permitted, same_code)) return found;
    }
    return nullptr;
}

// "in Zwolle": a word that is the city, the name or the code of one permitted address. Only when no
// street, postcode or known kind of number contradicts it.
const ShipTo* by_word(const PartyDraft& party, const std::vector<ShipTo>& permitted,
                      std::string& by) {
    const std::string city = party.city ? folded(party.city->value) : std::string{};
    const Field* written = party.name                    ? &*party.name
                           : party.address_lines.empty() ? nullptr
                                                         : &party.address_lines.front();
    const std::string name = written != nullptr ? folded(written->value) : std::string{};
    const auto same_city = [&](const ShipTo& s) {
        const std::string own = folded(s.city);
        return !own.empty() && (own == city || (city.empty() && own == name));
    };
    if (const ShipTo* found = only(permitted, same_city)) {
        by = "city";
        return found;
    }
    const std::string word = name.empty() ? city : name;
    const auto same_name = [&](const ShipTo& s) {
        return !word.empty() &&
               (folded(s.name) == word ||
                (word.size() >= 4 &&
                 cat(" ", folded(s.name), " ").find(cat(" ", word, " ")) != std::string::npos));
    };
    by = "name";
    return only(permitted, same_name);
}

const ShipTo* by_default(const std::vector<ShipTo>& permitted) {
    if (permitted.size() == 1) return &permitted.front();
    return only(permitted, [](const ShipTo& s) { return s.is_default; });
}

// The permitted address most like the one named, for the clerk to compare.
void find_nearest(const Address& asked, const std::vector<ShipTo>& permitted, ShipToMatch& match) {
    const auto offer = [&](const ShipTo* ship_to, std::string difference) {
        if (ship_to == nullptr || !match.nearest.empty()) return;
        match.nearest = ship_to->id;
        match.difference = std::move(difference);
    };
    const auto same_postcode = [&](const ShipTo& s) {
        return !asked.postcode.empty() && asked.postcode == address_of(s).postcode;
    };
    const auto same_street = [&](const ShipTo& s) { return streets_alike(asked, address_of(s)); };
    const auto same_city = [&](const ShipTo& s) {
        return !asked.city.empty() && asked.city == address_of(s).city;
    };
    const ShipTo* near = only(permitted, same_postcode);
    if (near == nullptr) near = only(permitted, same_street);
    if (near != nullptr) {
        const std::string on_file = address_of(*near).house_no;
        if (asked.house_no != on_file)
            offer(near, cat("house number ", asked.house_no.empty() ? "missing" : asked.house_no,
                            ", on file ", on_file));
        offer(near, "postcode or street differ");
    }
    offer(only(permitted, same_city), "same city, another address");
}

bool is_valid_on(const ShipTo& ship_to, const std::optional<Date>& day) {
    if (!day) return true;
    return (!ship_to.valid_from || *ship_to.valid_from <= *day) &&
           (!ship_to.valid_to || *day <= *ship_to.valid_to);
}

ShipToMatch match_among(const PartyDraft* named, const std::vector<ShipTo>& permitted) {
    ShipToMatch match;
    const auto choose = [&](const ShipTo& ship_to, std::string by) {
        match.id = ship_to.id;
        match.by = std::move(by);
        if (match.text.empty()) match.text = address_text(ship_to);
    };
    if (named == nullptr || address_text(*named).empty()) {
        match.origin = Origin::defaulted;
        if (const ShipTo* fallback = by_default(permitted)) choose(*fallback, "default");
        return match;
    }
    match.text = address_text(*named);
    for (const Field& line : named->address_lines)
        match.place = line.place;
    if (match.place == Place{} && named->city) match.place = named->city->place;
    if (match.place == Place{} && named->name) match.place = named->name->place;
    if (match.place == Place{} && !named->ids.empty()) match.place = named->ids.front().place;
    std::string by;
    if (const ShipTo* found = by_id(*named, permitted, by)) {
        choose(*found, by);
        return match;
    }
    const Address asked = address_of(*named);
    const auto same = [&](const ShipTo& s) { return same_place(asked, address_of(s)); };
    if (const ShipTo* found = only(permitted, same)) {
        choose(*found, "address");
        return match;
    }
    const bool vague = asked.house_no.empty() && asked.postcode.empty() && named->ids.empty();
    const ShipTo* found = vague ? by_word(*named, permitted, by) : nullptr;
    if (found != nullptr)
        choose(*found, by);
    else
        find_nearest(asked, permitted, match);
    return match;
}

} // namespace

std::string address_text(const ShipTo& ship_to) {
    std::vector<std::string> parts;
    const auto add = [&](std::string text) {
        if (const auto trimmed = trim(text); !trimmed.empty()) parts.emplace_back(trimmed);
    };
    add(ship_to.name);
    add(cat(ship_to.street, " ", ship_to.house_no));
    add(cat(ship_to.postcode, " ", ship_to.city));
    return join(parts, ", ");
}

std::string address_text(const PartyDraft& party) {
    std::vector<std::string> parts;
    if (party.name) parts.push_back(party.name->value);
    for (const Field& line : party.address_lines)
        parts.push_back(line.value);
    const std::string place = cat(party.postcode ? party.postcode->value + " " : std::string{},
                                  party.city ? party.city->value : std::string{});
    if (!trim(place).empty()) parts.emplace_back(trim(place));
    if (parts.empty()) {
        for (const auto& id : party.ids)
            parts.push_back(cat(id.value.scheme, " ", id.value.id));
    }
    return join(parts, ", ");
}

Date ship_to_day(const MaybeDate& requested, Date received_on) {
    if (!requested) return received_on;
    const DateSpec& asked = requested->value;
    const auto day = parse_iso_date(asked.end ? *asked.end : asked.start.value_or(""));
    return day && *day > received_on ? *day : received_on;
}

ShipToMatch match_ship_to(const PartyDraft* named, const std::vector<ShipTo>& permitted,
                          std::optional<Date> on) {
    std::vector<ShipTo> valid;
    for (const ShipTo& ship_to : permitted) {
        if (is_valid_on(ship_to, on)) valid.push_back(ship_to);
    }
    ShipToMatch match = match_among(named, valid);
    if (!match.id.empty() || valid.size() == permitted.size()) return match;
    // An address that was ours once, or will be: said as such, never taken.
    const ShipToMatch expired = match_among(named, permitted);
    const auto found = std::ranges::find(permitted, expired.id, &ShipTo::id);
    if (found == permitted.end() || expired.origin == Origin::defaulted) return match;
    match.nearest = found->id;
    match.difference = found->valid_to && *found->valid_to < *on
                           ? cat("on file until ", to_iso(*found->valid_to))
                           : cat("on file from ", to_iso(*found->valid_from));
    return match;
}

} // namespace besteld

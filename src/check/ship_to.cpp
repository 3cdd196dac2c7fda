// SPDX-License-Identifier: Apache-2.0
#include "check/ship_to.hpp"

#include "base/text.hpp"
#include "check/gtin.hpp"

#include <algorithm>

namespace besteld {

namespace {

struct AskedAddress {
    std::string street;   // folded, without the number
    std::string house_no; // with addition, normalised: "14A"
    std::string postcode; // normalised
    std::string city;     // folded
};

std::string folded(std::string_view text) {
    return fold_case(to_valid_utf8(trim(text)));
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// "Rolderstraat 41 a" → street and "41A". The number is the last word that begins with a digit, so
// that "Plein 1944 12" keeps its name; "14, Rue de la Gare" has it in front.
void split_street(std::string_view line, AskedAddress& asked) {
    std::vector<std::string_view> words;
    for (const std::string_view word : split(line, ' ')) {
        if (!trim(word).empty()) words.push_back(trim(word));
    }
    std::size_t number = words.size();
    for (std::size_t i = words.size(); i-- > 0;) {
        if (is_digit(words[i].front())) {
            number = i;
            break;
        }
    }
    std::string street;
    std::string house_no;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool addition =
            i > number && number > 0; // words after the number, unless it stood in front
        if (i == number || addition)
            house_no += words[i];
        else
            street += cat(street.empty() ? "" : " ", words[i]);
    }
    asked.street = folded(replace_all(street, ",", ""));
    asked.house_no = normalise_code(replace_all(house_no, ",", ""));
}

std::string normal_postcode(std::string_view text) {
    return normalise_code(text);
}

// "9401 AN Assen", "34123 Kassel": four or five digits, a Dutch postcode's two letters, the city.
bool take_postcode(std::string_view piece, AskedAddress& asked) {
    const auto digits = std::min(piece.find_first_not_of("0123456789"), piece.size());
    if (digits < 4 || digits > 5 || digits == piece.size()) return false;
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    std::string_view city = trim(piece.substr(digits)); // "9401AN" is written as often as "9401 AN"
    std::string postcode(piece.substr(0, digits));
    if (digits == 4 && city.size() > 2 && capital(city[0]) && capital(city[1]) && city[2] == ' ') {
        postcode += city.substr(0, 2);
        city = trim(city.substr(2));
    } else if (piece[digits] != ' ') {
        return false;
    }
    asked.postcode = postcode;
    asked.city = folded(city);
    return true;
}

void take_line(std::string_view line, AskedAddress& asked) {
    for (const std::string_view untrimmed : split(line, ',')) {
        const std::string_view piece = trim(untrimmed);
        if (piece.empty() || (asked.postcode.empty() && take_postcode(piece, asked))) continue;
        AskedAddress tried;
        split_street(piece, tried);
        if (asked.house_no.empty() && !tried.house_no.empty()) {
            asked.house_no = tried.house_no;
            if (!tried.street.empty()) asked.street = tried.street;
        } else if (asked.street.empty()) {
            asked.street = tried.street;
        }
    }
}

AskedAddress asked_address(const PartyDraft& party) {
    AskedAddress asked;
    for (const Field& line : party.address_lines)
        take_line(line.value, asked);
    if (party.postcode) asked.postcode = normal_postcode(party.postcode->value);
    if (party.city) asked.city = folded(party.city->value);
    return asked;
}

std::string house_number(const ShipTo& ship_to) {
    if (!ship_to.house_no.empty()) return normalise_code(ship_to.house_no);
    AskedAddress own; // base data that keep street and number in one field
    split_street(ship_to.street, own);
    return own.house_no;
}

bool fits_address(const AskedAddress& asked, const ShipTo& ship_to) {
    if (asked.house_no.empty() || asked.house_no != house_number(ship_to)) return false;
    if (!asked.postcode.empty()) return asked.postcode == normal_postcode(ship_to.postcode);
    AskedAddress own;
    split_street(ship_to.street, own);
    const std::string street = own.house_no.empty() ? folded(ship_to.street) : own.street;
    return !asked.street.empty() && asked.street == street && asked.city == folded(ship_to.city);
}

// The only one that `fits`; null when none or several do.
template <typename Fits>
const ShipTo* only(const std::vector<ShipTo>& permitted, Fits fits) {
    const auto first = std::ranges::find_if(permitted, fits);
    if (first == permitted.end()) return nullptr;
    return std::find_if(first + 1, permitted.end(), fits) == permitted.end() ? &*first : nullptr;
}

const ShipTo* by_id(const PartyDraft& party, const std::vector<ShipTo>& permitted,
                    std::string& by) {
    for (const auto& id : party.ids) {
        const std::string value = normalise_code(id.value.id);
        const ShipTo* gln =
            only(permitted, [&](const ShipTo& s) { return !value.empty() && s.gln == value; });
        const ShipTo* code = only(permitted, [&](const ShipTo& s) {
            return !value.empty() &&
                   (normalise_code(s.buyer_code) == value || normalise_code(s.id) == value);
        });
        if (gln == nullptr && code == nullptr) continue;
        by = gln != nullptr ? "GLN" : "buyer's code";
        return gln != nullptr ? gln : code;
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

// The permitted address to offer, with what differs.
void find_nearest(const AskedAddress& asked, const std::vector<ShipTo>& permitted,
                  ShipToMatch& match) {
    const auto offer = [&](const ShipTo* ship_to, std::string difference) {
        if (ship_to == nullptr || !match.nearest.empty()) return;
        match.nearest = ship_to->id;
        match.difference = std::move(difference);
    };
    const auto same_postcode = [&](const ShipTo& s) {
        return !asked.postcode.empty() && asked.postcode == normal_postcode(s.postcode);
    };
    const auto same_street = [&](const ShipTo& s) {
        return !asked.street.empty() && folded(s.street).starts_with(asked.street);
    };
    const auto same_city = [&](const ShipTo& s) {
        return !asked.city.empty() && asked.city == folded(s.city);
    };
    const ShipTo* near = only(permitted, same_postcode);
    if (near == nullptr) near = only(permitted, same_street);
    if (near != nullptr && asked.house_no != house_number(*near))
        offer(near, cat("house number ", asked.house_no.empty() ? "missing" : asked.house_no,
                        ", on file ", house_number(*near)));
    if (near != nullptr) offer(near, "postcode or street differ");
    offer(only(permitted, same_city), "same city, another address");
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

ShipToMatch match_ship_to(const PartyDraft* named, const std::vector<ShipTo>& permitted) {
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
    const AskedAddress asked = asked_address(*named);
    if (const ShipTo* found =
            only(permitted, [&](const ShipTo& s) { return fits_address(asked, s); })) {
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

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "check/address.hpp"

#include "base/text.hpp"
#include "check/chinese_address.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}
bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::string folded(std::string_view text) {
    return fold_case(to_valid_utf8(trim(text)));
}

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

// One spelling for what people shorten in several ways; marks and blanks do not count.
std::string normal_street(std::string_view written) {
    struct Pair {
        std::string_view from;
        std::string_view to;
    };
    constexpr auto pairs = std::to_array<Pair>({
        {"ä", "ae"},
        {"ö", "oe"},
        {"ü", "ue"},
        {"é", "e"},
        {"è", "e"},
        {"ê", "e"},
        {"ë", "e"},
        {"à", "a"},
        {"â", "a"},
        {"ç", "c"},
        {"î", "i"},
        {"ï", "i"},
        {"ô", "o"},
        {"û", "u"},
        {"strasse", "str"},
        {"straat", "str"},
        {"street", "st"},
        {"avenue", "ave"},
        {"boulevard", "blvd"},
        {"road", "rd"},
        {"drive", "dr"},
        {"lane", "ln"},
        {"place", "pl"},
        {"square", "sq"},
        {"weg", "wg"},
        {"platz", "pl"},
        {"saint", "st"},
        {"sint", "st"},
    });
    std::string street = folded(written);
    for (const Pair& pair : pairs)
        street = replace_all(std::move(street), pair.from, pair.to);
    std::erase_if(street, [](char c) {
        return std::string_view(" .,-'/\"()").find(c) != std::string_view::npos;
    });
    if (street.ends_with("av")) street += 'e';
    if (street.ends_with("bd")) street.replace(street.size() - 2, 2, "blvd");
    return street;
}

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    for (const std::string_view word : split(line, ' ')) {
        if (!trim(word).empty()) words.push_back(trim(word));
    }
    return words;
}

struct StreetLine {
    std::string street;
    std::string house_no;
};

// "Rolderstraat 41 a" → street and "41-A". The number is the last word that begins with a digit, so
// that "Plein 1944 12" keeps its name; "14, Rue de la Gare" and "700 Terminal Road" have it in
// front. "Nr." and "No." before it say nothing.
StreetLine split_street(std::string_view line) {
    const std::vector<std::string_view> words = words_of(line);
    std::size_t number = words.size();
    for (std::size_t i = words.size(); i-- > 0;) {
        if (is_digit(words[i].front())) {
            number = i;
            break;
        }
    }
    constexpr auto labels = std::to_array<std::string_view>({"nr", "nr.", "no", "no.", "n°", "#"});
    std::string street;
    std::string house_no;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i + 1 == number && one_of(labels, folded(words[i]))) continue;
        // "14 bis, rue …": a short word after a number in front belongs to it too.
        const bool addition =
            i > number && (number > 0 || folded(words[i]) == "bis" || folded(words[i]) == "ter");
        if (i == number || addition)
            house_no += cat(house_no.empty() ? "" : " ", words[i]);
        else
            street += cat(street.empty() ? "" : " ", words[i]);
    }
    return {.street = std::move(street),
            .house_no = normal_house_number(replace_all(house_no, ",", ""))};
}

// A door behind the street door: told to the driver, not compared.
bool is_inside_a_site(std::string_view piece) {
    constexpr auto words = std::to_array<std::string_view>(
        {"unit",     "suite", "ste",   "apt",   "floor",    "dock",   "door",    "gate",
         "bay",      "hal",   "halle", "tor",   "poort",    "gebouw", "gebäude", "building",
         "bâtiment", "bat",   "étage", "etage", "magazijn", "lager",  "rampe",   "ramp",
         "t.a.v.",   "tav",   "attn",  "z.hd.", "c/o",      "afd."});
    const auto first = words_of(piece);
    return !first.empty() && one_of(words, folded(first.front()));
}

bool is_post_box(std::string_view piece) {
    constexpr auto words =
        std::to_array<std::string_view>({"postbus", "postfach", "p.o. box", "po box", "p.o.box",
                                         "boîte postale", "boite postale", "antwoordnummer"});
    const std::string text = folded(piece);
    return std::ranges::any_of(words, [&](std::string_view w) { return text.starts_with(w); }) ||
           (text.starts_with("bp ") && text.size() > 3 && is_digit(text[3]));
}

// "SW1A 1AA", "M1 1AE": outward code, inward code of a digit and two letters.
bool is_british(std::string_view code) {
    const std::string plain = normalise_code(code);
    if (plain.size() < 5 || plain.size() > 7) return false;
    const std::string_view inward = std::string_view(plain).substr(plain.size() - 3);
    const std::string_view outward = std::string_view(plain).substr(0, plain.size() - 3);
    return is_digit(inward[0]) && is_capital(inward[1]) && is_capital(inward[2]) &&
           is_capital(outward[0]) && std::ranges::any_of(outward, is_digit);
}

// "London SW1A 1AA", "Newark NJ 07114-1234": the code stands behind the place.
bool take_trailing_postcode(std::string_view piece, Address& address) {
    const std::vector<std::string_view> words = words_of(piece);
    if (words.size() >= 2) {
        const std::string british = cat(words[words.size() - 2], words.back());
        const bool capitals = to_upper_ascii(british) == british;
        if (capitals && words.back().size() == 3 && is_british(british)) {
            address.postcode = normalise_code(british);
            const auto before =
                static_cast<std::size_t>(words[words.size() - 2].data() - piece.data());
            if (before > 0) address.city = folded(piece.substr(0, before));
            return true;
        }
        const std::string_view state = words[words.size() - 2];
        const std::string_view zip = words.back();
        const bool is_zip = (zip.size() == 5 && all_digits(zip)) ||
                            (zip.size() == 10 && zip[5] == '-' && all_digits(zip.substr(0, 5)) &&
                             all_digits(zip.substr(6)));
        if (is_zip && state.size() == 2 && is_capital(state[0]) && is_capital(state[1])) {
            address.postcode = std::string(zip.substr(0, 5));
            const auto before = static_cast<std::size_t>(state.data() - piece.data());
            if (before > 0) address.city = folded(piece.substr(0, before));
            return true;
        }
    }
    return false;
}

// "9401 AN Assen", "D-34123 Kassel", "201203 上海": four to six digits, a Dutch postcode's two
// letters, the city.
bool take_leading_postcode(std::string_view piece, Address& address) {
    const auto dash = piece.find('-');
    if (dash != std::string_view::npos && dash >= 1 && dash <= 2 && is_capital(piece.front()))
        piece = trim(piece.substr(dash + 1));
    const auto digits = std::min(piece.find_first_not_of("0123456789"), piece.size());
    if (digits < 4 || digits > 6 || digits == piece.size()) return false;
    std::string_view city = trim(piece.substr(digits)); // "9401AN" is written as often as "9401 AN"
    std::string postcode(piece.substr(0, digits));
    const bool dutch = digits == 4 && city.size() > 2 && is_capital(city[0]) &&
                       is_capital(city[1]) && city[2] == ' ';
    if (dutch) {
        postcode += city.substr(0, 2);
        city = trim(city.substr(2));
    } else if (piece[digits] != ' ') {
        return false;
    }
    // "1012 Industrial Way" is a number and a street; a place has no number behind it.
    if (std::ranges::any_of(city, is_digit)) return false;
    address.postcode = std::move(postcode);
    address.city = folded(city);
    return true;
}

void take_line(std::string_view line, Address& address) {
    for (const std::string_view untrimmed : split(line, ',')) {
        const std::string_view piece = trim(untrimmed);
        if (piece.empty() || is_inside_a_site(piece)) continue;
        if (is_post_box(piece)) {
            address.post_box = true;
            continue;
        }
        Address place;
        if (take_trailing_postcode(piece, place) || take_leading_postcode(piece, place)) {
            const bool known = place.postcode == address.postcode; // said again in the line
            if (address.postcode.empty()) {
                address.postcode = place.postcode;
                address.city = place.city;
            }
            if (known || address.postcode == place.postcode) continue;
        }
        StreetLine read = split_street(piece);
        if (address.house_no.empty() && !read.house_no.empty()) {
            address.house_no = read.house_no;
            if (!read.street.empty()) address.street = normal_street(read.street);
        } else if (address.street.empty()) {
            address.street = normal_street(read.street);
        }
    }
}

// Where postcode and number name one building, whatever the street is called.
bool postcode_names_the_street(std::string_view country) {
    return country == "NL" || country == "GB" || country == "IE";
}

bool same_city(const Address& a, const Address& b) {
    return a.city == b.city || a.city.starts_with(b.city + " ") || b.city.starts_with(a.city + " ");
}

} // namespace

std::string normal_house_number(std::string_view written) {
    const std::string_view text = trim(written);
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    std::string addition = normalise_code(text.substr(digits));
    for (const std::string_view word : {"号", "號", "弄"})
        addition = replace_all(std::move(addition), word, "");
    if (digits == 0) return addition;
    return addition.empty() ? std::string(text.substr(0, digits))
                            : cat(text.substr(0, digits), "-", addition);
}

std::string normal_postcode(std::string_view written, std::string_view country) {
    std::string code = normalise_code(written);
    // "D-34123", "NL-9401 AN": the country's letters in front.
    const auto letters = std::min(code.find_first_of("0123456789"), code.size());
    const std::string_view rest = std::string_view(code).substr(letters);
    const bool of_digits = all_digits(rest) && rest.size() >= 4;
    const bool dutch = rest.size() == 6 && code.starts_with("NL") && all_digits(rest.substr(0, 4));
    if (letters >= 1 && letters <= 2 && (of_digits || dutch)) code = std::string(rest);
    const bool zip_with_four = all_digits(code) && code.size() == 9;
    return zip_with_four && (country.empty() || country == "US") ? code.substr(0, 5) : code;
}

Address address_of(const PartyDraft& party) {
    Address address;
    if (party.country) address.country = to_upper_ascii(trim(party.country->value));
    if (party.postcode) address.postcode = normal_postcode(party.postcode->value, address.country);
    for (const Field& line : party.address_lines) {
        if (is_chinese_text(line.value))
            take_chinese_address(line.value, address);
        else
            take_line(line.value, address);
    }
    if (party.city) address.city = normal_city(party.city->value);
    return address;
}

Address address_of(const ShipTo& ship_to) {
    Address address;
    // Base data that keep street and number in one field, or the whole address as the Chinese do.
    if (is_chinese_text(ship_to.street)) {
        take_chinese_address(cat(ship_to.street, ship_to.house_no), address);
    } else if (ship_to.house_no.empty()) {
        take_line(ship_to.street, address);
    } else {
        address.street = normal_street(ship_to.street);
    }
    if (!ship_to.house_no.empty() && address.house_no.empty())
        address.house_no = normal_house_number(ship_to.house_no);
    address.country = to_upper_ascii(trim(ship_to.country));
    if (!ship_to.postcode.empty())
        address.postcode = normal_postcode(ship_to.postcode, address.country);
    if (!ship_to.city.empty()) address.city = normal_city(ship_to.city);
    return address;
}

bool streets_alike(const Address& a, const Address& b) {
    if (a.street.empty() || b.street.empty()) return false;
    if (a.street == b.street || a.street.starts_with(b.street) || b.street.starts_with(a.street))
        return true;
    constexpr std::size_t long_name = 8; // in a shorter one a letter makes another street
    return std::min(a.street.size(), b.street.size()) >= long_name &&
           edit_distance(a.street, b.street) <= 1;
}

bool same_place(const Address& asked, const Address& on_file) {
    if (!asked.country.empty() && !on_file.country.empty() && asked.country != on_file.country)
        return false;
    if (asked.house_no != on_file.house_no) return false;
    const bool both_codes = !asked.postcode.empty() && !on_file.postcode.empty();
    if (both_codes && asked.postcode != on_file.postcode) return false;
    if (asked.house_no.empty()) // a house that has a name alone: everything must agree
        return both_codes && !asked.street.empty() && asked.street == on_file.street;
    if (both_codes) {
        const std::string& country = on_file.country.empty() ? asked.country : on_file.country;
        return postcode_names_the_street(country) || asked.street.empty() ||
               on_file.street.empty() || streets_alike(asked, on_file);
    }
    return streets_alike(asked, on_file) && (same_city(asked, on_file) && !asked.city.empty());
}

std::vector<std::string> missing_parts(const PartyDraft& party, std::string_view country) {
    const Address address = address_of(party);
    const std::string where = address.country.empty() ? std::string(country) : address.country;
    constexpr auto without_postcode =
        std::to_array<std::string_view>({"CN", "HK", "AE", "QA", "IE", "MO"});
    constexpr auto with_house_names =
        std::to_array<std::string_view>({"GB", "IE", "FR", "CN", "HK"});
    std::vector<std::string> missing;
    const auto want = [&](bool there, std::string_view what) {
        if (!there) missing.emplace_back(what);
    };
    want(!address.street.empty(),
         address.post_box ? "street (a post box takes no goods)" : "street");
    want(!address.house_no.empty() || one_of(with_house_names, where), "house number");
    want(!address.postcode.empty() || one_of(without_postcode, where), "postcode");
    want(!address.city.empty(), "city");
    want(!where.empty(), "country");
    if (where == "CN")
        want(party.phone.has_value() || !address.mobile.empty(), "mobile number of the consignee");
    return missing;
}

} // namespace besteld

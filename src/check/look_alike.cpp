// SPDX-License-Identifier: Apache-2.0
#include "check/look_alike.hpp"

#include "base/text.hpp"
#include "check/mail_domain.hpp"
#include "check/skeleton.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace besteld {

namespace {

// Words that stand in many names and prove nothing about one of them.
constexpr auto common_words = std::to_array<std::string_view>(
    {"bakker",   "bestel",   "bestelling", "bouw",   "company", "edi",       "einkauf",
     "europe",   "export",   "foods",      "global", "group",   "groep",     "gruppe",
     "handel",   "holding",  "import",     "info",   "inkoop",  "invoice",   "logistics",
     "logistik", "mail",     "metal",      "online", "order",   "orders",    "packaging",
     "plastics", "purchase", "purchasing", "sales",  "service", "shop",      "supply",
     "systems",  "techniek", "technik",    "trade",  "trading", "transport", "world"});

bool is_common_word(std::string_view word) {
    return std::ranges::find(common_words, word) != common_words.end();
}

// Which bytes a label holds, in 64 classes: a letter put in another's place changes two of them.
struct Letters {
    std::uint64_t classes = 0;
    bool ascii = true;
};

Letters letters_of(std::string_view label) {
    Letters letters;
    for (const char c : label) {
        const auto byte = static_cast<unsigned char>(c);
        letters.classes |= std::uint64_t{1} << (byte & 63U);
        letters.ascii = letters.ascii && byte < 0x80;
    }
    return letters;
}

// The sender's domain, taken apart once for all the known ones it is held against.
struct Suspect {
    std::string shown;                    // with punycode decoded
    std::string label;                    // of the registrable part
    std::string skeleton;                 // of the label
    std::vector<std::string_view> tokens; // of the whole of `shown`, apart from its ending
    Letters letters;
};

void take_apart(Suspect& suspect, std::string_view domain) {
    suspect.shown = shown_domain(domain);
    suspect.label = std::string(registrable_label(suspect.shown));
    suspect.skeleton = skeleton(suspect.label);
    suspect.letters = letters_of(suspect.label);
    for (const std::string_view piece : split(suspect.shown, '.')) {
        for (const std::string_view token : split(piece, '-'))
            suspect.tokens.push_back(token);
    }
}

// Three letters are alike by chance too often, and so are two letters' difference in short names.
std::size_t most_letters_apart(std::string_view label) {
    return label.size() <= 3 ? 0 : label.size() >= 6 ? 2 : 1;
}

// Most names of a long list are told apart by their length and letters alone.
std::size_t distance_up_to(const Suspect& suspect, std::string_view theirs, std::size_t most) {
    const Letters letters = letters_of(theirs);
    const std::size_t bytes = letters.ascii && suspect.letters.ascii ? 1 : 4; // of one letter
    const std::size_t longer = std::max(suspect.label.size(), theirs.size());
    const std::size_t shorter = std::min(suspect.label.size(), theirs.size());
    if (longer - shorter > most * bytes) return most + 1;
    const auto differing = std::popcount(suspect.letters.classes ^ letters.classes);
    if (static_cast<std::size_t>(differing) > most * 2 * bytes) return most + 1;
    return edit_distance(suspect.label, theirs);
}

std::string resemblance(const Suspect& suspect, std::string_view known) {
    const std::string_view theirs = registrable_label(known);
    if (theirs.starts_with("xn--")) { // seldom: compared as people see it
        const std::string decoded = shown_domain(known);
        return decoded.find("xn--") == std::string::npos ? resemblance(suspect, decoded)
                                                         : std::string{};
    }
    if (suspect.label == theirs)
        return cat(suspect.shown, " is ", theirs, " of ", known, " under another ending");
    if (theirs.size() <= 3) return {};
    if (std::ranges::find(suspect.tokens, theirs) != suspect.tokens.end() &&
        !is_common_word(theirs))
        return cat(suspect.shown, " contains ", theirs, " of ", known);
    if (has_skeleton(theirs, suspect.skeleton)) return cat(suspect.shown, " looks like ", known);
    const std::size_t most = most_letters_apart(theirs);
    const std::size_t distance = distance_up_to(suspect, theirs, most);
    if (distance == 0 || distance > most) return {};
    return cat(suspect.shown, " differs from ", known, " by ", distance,
               distance == 1 ? " letter" : " letters");
}

} // namespace

std::string look_alike(std::string_view domain, const std::vector<std::string>& known_domains) {
    constexpr std::size_t longest = 253; // RFC 1035
    if (domain.empty() || domain.size() > longest) return {};
    const std::string lower = to_lower_ascii(domain);
    const std::string_view registrable = registrable_part(lower);
    const auto is_known = [&](const std::string& known) {
        return known == lower || known == registrable;
    };
    if (is_free_mail_domain(registrable) || std::ranges::any_of(known_domains, is_known)) return {};
    Suspect suspect;
    take_apart(suspect, lower);
    for (const std::string& known : known_domains) {
        if (std::string reason = resemblance(suspect, known); !reason.empty()) return reason;
    }
    return {};
}

} // namespace besteld

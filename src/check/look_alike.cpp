// SPDX-License-Identifier: Apache-2.0
#include "check/look_alike.hpp"

#include "base/text.hpp"
#include "check/identity_keys.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

// The name people remember: "korenaar" of "korenaar.example".
std::string label_of(std::string_view registrable) {
    return std::string(registrable.substr(0, registrable.find('.')));
}

// What the eye takes for the same: a short list of the usual tricks, Cyrillic and Greek ones
// included.
std::string skeleton(std::string label) {
    struct Pair {
        std::string_view trick;
        std::string_view plain;
    };
    constexpr auto pairs = std::to_array<Pair>({
        {"rn", "m"}, {"vv", "w"}, {"cl", "d"}, {"0", "o"}, {"1", "l"}, {"i", "l"}, {"5", "s"},
        {"а", "a"},  {"е", "e"},  {"о", "o"},  {"р", "p"}, {"с", "c"}, {"х", "x"}, {"у", "y"},
        {"і", "l"},  {"ο", "o"},  {"α", "a"},  {"-", ""},  {"_", ""},
    });
    for (const Pair& pair : pairs)
        label = replace_all(std::move(label), pair.trick, pair.plain);
    return label;
}

bool has_token(std::string_view domain, std::string_view label) {
    for (const std::string_view piece : split(domain, '.')) {
        for (const std::string_view token : split(piece, '-')) {
            if (token == label) return true;
        }
    }
    return false;
}

std::string resemblance(std::string_view domain, const std::string& registrable,
                        const std::string& known) {
    const std::string own = label_of(registrable);
    const std::string theirs = label_of(registrable_domain(known));
    // Three letters are alike by chance too often; under another ending they still deceive.
    if (own == theirs) return cat(domain, " is ", theirs, " of ", known, " under another ending");
    if (theirs.size() <= 3) return {};
    if (has_token(domain, theirs)) return cat(domain, " contains ", theirs, " of ", known);
    if (skeleton(own) == skeleton(theirs)) return cat(domain, " looks like ", known);
    const std::size_t distance = edit_distance(own, theirs);
    if (distance <= (theirs.size() >= 6 ? 2U : 1U))
        return cat(domain, " differs from ", known, " by ", distance,
                   distance == 1 ? " letter" : " letters");
    return {};
}

} // namespace

std::string look_alike(std::string_view domain, const std::vector<std::string>& known_domains) {
    constexpr std::size_t longest = 253; // RFC 1035
    if (domain.empty() || domain.size() > longest) return {};
    const std::string registrable = registrable_domain(domain);
    const auto is_known = [&](const std::string& known) {
        return known == domain || known == registrable;
    };
    if (is_free_mail_domain(registrable) || std::ranges::any_of(known_domains, is_known)) return {};
    for (const std::string& known : known_domains) {
        if (std::string reason = resemblance(domain, registrable, known); !reason.empty())
            return reason;
    }
    return {};
}

} // namespace besteld

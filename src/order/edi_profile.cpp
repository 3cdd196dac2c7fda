// SPDX-License-Identifier: Apache-2.0
#include "order/edi_profile.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

struct Entry {
    std::string_view word;
    EdiFamily family;
};

constexpr auto formats = std::to_array<Entry>({
    {"edifact", EdiFamily::edifact},
    {"x12", EdiFamily::x12},
    {"ubl", EdiFamily::ubl},
    {"cxml", EdiFamily::cxml},
    {"opentrans", EdiFamily::opentrans},
    {"idoc-flat", EdiFamily::idoc},
    {"idoc-xml", EdiFamily::idoc},
    {"gs1xml", EdiFamily::gs1},
    {"orderx", EdiFamily::cii},
});

// Beginnings of words: "eancom97", "un-d96a", "x12-4010", "ubl-t76", "idoc-flat".
constexpr auto profiles_known = std::to_array<Entry>({
    {"eancom", EdiFamily::edifact},
    {"edifact", EdiFamily::edifact},
    {"un-", EdiFamily::edifact},
    {"d9", EdiFamily::edifact},
    {"d0", EdiFamily::edifact},
    {"d1", EdiFamily::edifact},
    {"x12", EdiFamily::x12},
    {"ubl", EdiFamily::ubl},
    {"peppol", EdiFamily::ubl},
    {"cxml", EdiFamily::cxml},
    {"opentrans", EdiFamily::opentrans},
    {"idoc", EdiFamily::idoc},
    {"gs1", EdiFamily::gs1},
    {"orderx", EdiFamily::cii},
    {"cii", EdiFamily::cii},
});

} // namespace

EdiFamily family_of_format(std::string_view format) {
    const auto found = std::ranges::find(formats, format, &Entry::word);
    return found == formats.end() ? EdiFamily::none : found->family;
}

EdiFamily family_of_profile(std::string_view word) {
    const auto found = std::ranges::find_if(
        profiles_known, [&](const Entry& e) { return starts_with_ignoring_case(word, e.word); });
    return found == profiles_known.end() ? EdiFamily::none : found->family;
}

std::string profile_for(std::string_view profiles, EdiFamily family) {
    if (family == EdiFamily::none) return {};
    while (!profiles.empty()) {
        const auto end = std::min(profiles.find_first_of(" ,;+"), profiles.size());
        const auto word = profiles.substr(0, end);
        if (!word.empty() && family_of_profile(word) == family) return to_lower_ascii(word);
        profiles.remove_prefix(std::min(end + 1, profiles.size()));
    }
    return {};
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Party numbers with a check digit, by the code of their scheme (ISO 6523 ICD, Peppol EAS).

#include <optional>
#include <string_view>

namespace besteld::parsers {

struct PartyNumberRule {
    std::string_view scheme;
    std::string_view id;   // "PEPPOL-COMMON-R040"
    std::string_view what; // "GLN"
    bool fatal = false;
    bool (*holds)(std::string_view number) = nullptr;
};

// Nothing for a scheme whose numbers are not checked.
const PartyNumberRule* party_number_rule(std::string_view scheme);

} // namespace besteld::parsers

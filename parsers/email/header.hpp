// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/email/limits.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers::email {

struct HeaderField {
    std::string_view name;
    std::string_view raw; // behind the colon, still folded
};

// One header block (RFC 5322 2.2). What is not a field is stepped over and told, so that one broken
// line costs neither the other fields nor the body.
struct HeaderBlock {
    std::vector<HeaderField> fields;
    std::size_t body = 0;      // where the body begins
    std::size_t bad_lines = 0; // lines that are no field
    bool has_nul = false;
    bool cut_field = false;    // a field was longer than the limit
    bool cut_block = false;    // more fields or bytes than the limit; the rest was not looked at
    bool has_separator = true; // false when the body began without an empty line

    const HeaderField* find(std::string_view name) const; // the first
    std::size_t count(std::string_view name) const;
};

enum class Level { message, part };

// `message`: leading empty lines, a BOM and an mbox "From " line are stepped over.
HeaderBlock read_header(std::string_view entity, Level level, const Limits& limits);

// One line, without line ends and NUL, blanks trimmed.
std::string unfold(std::string_view raw);

} // namespace besteld::parsers::email

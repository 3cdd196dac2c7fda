// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace besteld::parsers::email {

// "text/plain; charset=utf-8": RFC 2045 5.1 with quoted strings, escapes and comments; RFC 2231
// continuations and charsets; RFC 2047 words inside values, which the standards forbid and programs
// write.
struct Structured {
    std::string value; // lower case: "text/plain", "attachment"
    std::vector<std::pair<std::string, std::string>>
        parameters; // name in lower case, value in UTF-8

    // The first of that name; empty when there is none.
    std::string_view parameter(std::string_view name) const;
};

Structured parse_structured(std::string_view raw);

} // namespace besteld::parsers::email

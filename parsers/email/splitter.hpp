// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/email/limits.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace besteld::parsers::email {

// How one multipart body falls into its children (RFC 2046 5.1.1).
struct MultipartSlices {
    std::vector<std::string_view> children;
    bool closed = false;      // the closing delimiter was there
    bool after_close = false; // more parts followed behind it
    bool too_many = false;    // the last child holds all that was left
};

// A delimiter counts only at the start of a line and as the whole line, trailing blanks aside. The
// line break in front of it belongs to it. Text before the first and behind the last delimiter is
// dropped.
MultipartSlices split_multipart(std::string_view body, std::string_view boundary,
                                std::size_t max_children);

// For a body whose declared boundary is missing or never used: the boundary that its own lines show
// (a line "--x" early on and a later line "--x--"), or empty.
std::string_view guess_boundary(std::string_view body, const Limits& limits);

} // namespace besteld::parsers::email

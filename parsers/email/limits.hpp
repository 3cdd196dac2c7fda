// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace besteld::parsers::email {

// What a mail may cost us. Whatever exceeds a limit is kept undivided and reported.
struct Limits {
    std::size_t message = std::size_t{50} * 1024 * 1024;
    std::size_t header_block = std::size_t{256} * 1024;
    std::size_t field = std::size_t{64} * 1024;
    std::size_t fields = 1000;
    std::size_t depth = 32;
    std::size_t parts = 1000;
    std::size_t boundary = 1000;
    std::size_t decoded_factor = 2;             // all decoded bytes ≤ this × message
    std::size_t text = std::size_t{256} * 1024; // of PartInfo::text
};

} // namespace besteld::parsers::email

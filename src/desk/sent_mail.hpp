// SPDX-License-Identifier: Apache-2.0
#pragma once

// An answer as it left, taken apart again for who looks at it: the bytes are ours, what stands in
// them is partly the customer's.

#include "order/reading.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

struct SentPart {
    std::uint32_t index = 0;
    std::string name;
    std::string content_type;
    std::uint64_t size = 0;
    std::string text; // of what can be read as it is
};

struct SentMail {
    MailHead head;
    std::vector<SentPart> parts; // the plain text first; its HTML twin is left out
};

SentMail take_apart(std::string_view bytes);
// The decoded bytes of one part; nothing when there is no such part.
std::optional<std::string> part_bytes(std::string_view bytes, std::uint32_t index);

} // namespace besteld

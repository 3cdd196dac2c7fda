// SPDX-License-Identifier: Apache-2.0
#include "parsers/idoc/read_idoc.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Whatever the bytes: no throw, and every place lies within them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    (void)besteld::parsers::looks_like_idoc_flat(bytes);
    const auto parsed = besteld::parsers::read_idoc_flat(bytes, 0);
    for (const auto& document : parsed.documents)
        for (const auto& line : document.lines)
            if (line.quantity && line.quantity->place.end > size) std::abort();
    return 0;
}

// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/read_x12.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Whatever the bytes: no throw, and every place lies within them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    (void)besteld::parsers::looks_like_x12(bytes);
    const auto parsed = besteld::parsers::read_x12(bytes, 0);
    const auto inside = [&](const besteld::Place& place) {
        if (place.begin > place.end || place.end > size) std::abort();
    };
    for (const auto& problem : parsed.problems)
        inside(problem.place);
    for (const auto& document : parsed.documents) {
        for (const auto& problem : document.problems)
            inside(problem.place);
        for (const auto& line : document.lines)
            if (line.quantity) inside(line.quantity->place);
    }
    return 0;
}

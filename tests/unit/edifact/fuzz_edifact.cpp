// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/read_edifact.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void inside(const besteld::Place& place, std::size_t size) {
    if (place.begin > place.end || place.end > size) std::abort();
}

void inside(const besteld::MaybeField& field, std::size_t size) {
    if (field) inside(field->place, size);
}

} // namespace

// Whatever the bytes: no throw, and every place lies within them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto parsed = besteld::parsers::read_edifact(bytes, 0);
    for (const auto& problem : parsed.problems)
        inside(problem.place, size);
    for (const auto& document : parsed.documents) {
        inside(document.order_number, size);
        inside(document.order_date, size);
        for (const auto& problem : document.problems)
            inside(problem.place, size);
        for (const auto& line : document.lines) {
            inside(line.line, size);
            inside(line.gtin, size);
            inside(line.quantity, size);
            inside(line.unit_price, size);
        }
    }
    return 0;
}

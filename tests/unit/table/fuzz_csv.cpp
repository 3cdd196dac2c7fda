// SPDX-License-Identifier: Apache-2.0
#include "parsers/table/read_csv.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const besteld::ReadHint hint{.received_date = "2026-03-02"};
    (void)besteld::parsers::looks_like_csv(bytes, hint);
    (void)besteld::parsers::read_csv(bytes, 0, hint);
    return 0;
}

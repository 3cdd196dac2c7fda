// SPDX-License-Identifier: Apache-2.0
#include "parsers/table/xlsx.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const besteld::ReadHint hint{.received_date = "2026-03-02"};
    (void)besteld::parsers::looks_like_xlsx(bytes);
    (void)besteld::parsers::read_xlsx(bytes, 0, hint);
    (void)besteld::parsers::workbook_tables(bytes);
    return 0;
}

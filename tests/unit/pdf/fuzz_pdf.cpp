// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/read_pdf.hpp"

#include <cstddef>
#include <cstdint>

// fontconfig, which poppler asks for the system's fonts once, keeps its list until the end.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\n";
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const besteld::ReadHint hint{.received_date = "2026-03-02"};
    if (besteld::parsers::looks_like_pdf(bytes)) (void)besteld::parsers::read_pdf(bytes, 0, hint);
    return 0;
}

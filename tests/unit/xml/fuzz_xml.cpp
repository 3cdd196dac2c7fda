// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/read_xml.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    (void)besteld::parsers::looks_like_xml(bytes);
    (void)besteld::parsers::read_xml(bytes, 0);
    return 0;
}

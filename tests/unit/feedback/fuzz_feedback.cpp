// SPDX-License-Identifier: Apache-2.0
#include "parsers/feedback/read_feedback.hpp"
#include "parsers/feedback/read_receipt.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    (void)besteld::parsers::read_feedback(bytes, {});
    (void)besteld::parsers::read_receipt_number(bytes);
    return 0;
}

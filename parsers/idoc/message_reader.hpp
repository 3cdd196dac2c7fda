// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/draft.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace besteld::parsers::idoc {

struct Record {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string_view segment; // "EDP01", or empty when it is none that we read
};

// One IDoc: its control record and the data records behind it, at least the first.
OrderDraft read_message(std::string_view bytes, std::uint32_t part, std::size_t message,
                        std::span<const Record> records);

} // namespace besteld::parsers::idoc

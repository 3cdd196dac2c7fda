// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where the fields of an IDoc's records stand: the segment definitions of ORDERS01 to ORDERS05 as
// SAP's transaction WE60 prints them. Newer versions of a segment only add fields at its end.

#include <cstdint>
#include <optional>
#include <string_view>

namespace besteld::parsers::idoc {

inline constexpr std::size_t control_length = 524; // EDI_DC40
inline constexpr std::size_t data_begins = 63;     // of EDI_DD40: SEGNAM to HLEVEL come before
inline constexpr std::size_t data_length = 1'063;

// "E2EDK01005" and "E1EDK01" are both the segment "EDK01"; "E2EDP20001" is "EDP20". Empty when the
// record is none of ours.
std::string_view segment_of(std::string_view record);

struct Span {
    std::uint32_t begin = 0; // bytes in the record
    std::uint32_t length = 0;
};
// Nothing when the segment has no such field, as far as we read it.
std::optional<Span> find_field(std::string_view segment, std::string_view field);

} // namespace besteld::parsers::idoc

// SPDX-License-Identifier: Apache-2.0
#pragma once

// A hand-off as the file that other systems read (docs/hand-off.md). Pure and repeatable: the same
// data give the same bytes.

#include "order/hand_off.hpp"

#include <expected>
#include <string>

namespace besteld {

enum class HandOffFormat { json, csv, idoc };

struct HandOffStamp {
    std::string number; // digits, unique among all hand-offs
    std::string sender; // names of the systems in the IDoc's control record
    std::string receiver;
    std::string zone; // of the dates in an IDoc
};

// The bytes, read back and compared where the format has a reader; else what is wrong with them.
std::expected<std::string, std::string> render_hand_off(const HandOff& what, HandOffFormat format,
                                                        const HandOffStamp& stamp);

// "SO-26-000412_1_new": the key as a file name without an ending.
std::string file_stem_of(const HandOff& what);
std::string_view file_ending_of(HandOffFormat format); // ".json"
// Says that the file is complete, and which bytes it must hold.
std::string manifest_of(const HandOff& what, const std::string& file_name,
                        const std::string& bytes);

} // namespace besteld

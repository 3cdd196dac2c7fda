// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace besteld {

// `besteld phrases`: what customers call our articles, with its evidence; taking one back; the
// second pair of eyes on one that waits.
struct PhrasesCommand {
    std::string customer;     // number; empty: all
    std::int64_t revoke = 0;  // id; 0: not asked for
    std::int64_t approve = 0; // id
    std::string login;        // who does it
};
int command_phrases(const std::filesystem::path& config_file, const PhrasesCommand& command);

} // namespace besteld

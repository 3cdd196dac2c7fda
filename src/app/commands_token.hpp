// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace besteld {

// `besteld token new`: a program may act for this person. The token is printed once and kept
// nowhere.
struct TokenCommand {
    std::string login;
    std::vector<std::string> scopes{"read"}; // read, decide, type, upkeep
    int days = 90;
    std::string note; // what it is for
};
int command_token_new(const std::filesystem::path& config_file, const TokenCommand& command);
int command_token_list(const std::filesystem::path& config_file);
int command_token_revoke(const std::filesystem::path& config_file, std::int64_t id);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace besteld {

// `besteld archive`: without an option what is due is archived now.
struct ArchiveCommand {
    std::optional<std::string> verify; // a number; empty: with --all every package
    bool all = false;
    std::string show;    // number: what is kept of it, until when
    std::string reopen;  // number
    std::string login;   // who does it
    std::string because; // why
};
int command_archive(const std::filesystem::path& config_file, const ArchiveCommand& command);

struct HoldCommand {
    std::string number;
    bool lift = false;
    std::string login;
    std::string because;
};
int command_hold(const std::filesystem::path& config_file, const HoldCommand& command);

struct EraseCommand {
    std::string number; // empty: what is due is listed
    bool due = false;   // erase all of it
    std::string login;
    std::string because;
};
int command_erase(const std::filesystem::path& config_file, const EraseCommand& command);

// By any number or name, archived or not.
int command_find(const std::filesystem::path& config_file, const std::string& text);

} // namespace besteld

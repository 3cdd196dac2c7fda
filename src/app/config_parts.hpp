// SPDX-License-Identifier: Apache-2.0
#pragma once

// What several sections of the configuration have in common, and the sections that have a file of
// their own.

#include "app/config.hpp"

namespace besteld {

// Relative paths are relative to the file that names them.
std::filesystem::path beside(const std::filesystem::path& file, const std::string& text);
// password = { file = "…" } or { credential = "…" }
SecretReference secret(ConfigNotes& notes, TomlTable& owner, const std::filesystem::path& file,
                       std::string_view key, const std::string& path);

HandOffConfig read_hand_off(ConfigNotes& notes, const toml::table* table,
                            const std::filesystem::path& file);
// After [site] was read: whose addresses are ours stands there.
PapersConfig read_papers(ConfigNotes& notes, const toml::table* table,
                         const std::filesystem::path& file, const Config& config);
ReadingProfile read_partner(ConfigNotes& notes, const toml::table* table);
// Profiles that name what is not there, or the same sender twice.
void check_partners(ConfigNotes& notes, const Config& config);
DropSettings read_feedback_folder(ConfigNotes& notes, const toml::table* table,
                                  const std::filesystem::path& file);

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace besteld {

// Writes `bytes` beside `path` under a name that begins with a dot, syncs it, renames it into place
// and syncs the folder: after the return the whole file is there whatever happens, before it none
// of it. Throws std::system_error (disk full, no rights); the temporary file is removed then.
void write_durably(const std::filesystem::path& path, std::string_view bytes);

// Renames within one file system and syncs both folders. Throws std::system_error.
void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

// The whole file. Throws std::system_error; a file over `limit` bytes throws with EFBIG.
std::string read_file(const std::filesystem::path& path, std::size_t limit = 256U << 20U);

} // namespace besteld

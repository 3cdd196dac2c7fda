// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/words.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace besteld {

// Every template file, relative to the templates' folder: kinds × languages × forms, and the shared
// ones.
std::vector<std::string> template_files();

// Missing files, markers that no answer fills, and words that a language lacks.
std::vector<std::string> check_templates(const std::filesystem::path& directory,
                                         const std::vector<const Words*>& languages);

} // namespace besteld

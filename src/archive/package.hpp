// SPDX-License-Identifier: Apache-2.0
#pragma once

// The archive package of one order (domain.md 6): everything that was received, read, found,
// decided, said and done about it, each as a file that opens without this program, and a manifest
// with the SHA-256 of each and the hashes of its events in the chain.

#include "archive/zip_file.hpp"
#include "store/store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// manifest.json comes first.
std::vector<ZipMember> package_members(Store& store, const Case& the_case, Instant now);

// Empty when these bytes are a whole package: every member is the one that the manifest names.
std::string package_problem(std::string_view bytes);

} // namespace besteld

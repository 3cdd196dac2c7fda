// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/session.hpp"

#include <string>
#include <string_view>

namespace besteld {

// zstd, level 3: order files shrink three- to tenfold at several hundred MB/s.
Blob pack(std::string_view bytes);
std::string unpack(std::string_view packed); // throws StoreFault when damaged

// Stores bytes under their SHA-256 unless they are there already; returns the hash.
std::string put_blob(Session& session, std::string_view bytes);
// Throws StoreFault when absent, damaged, or not what the hash says.
std::string get_blob(Session& session, const std::string& sha256);

} // namespace besteld

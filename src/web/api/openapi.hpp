// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "web/api/calls.hpp"

#include <string>

namespace besteld::api {

inline constexpr std::string_view root = "/api/v1";

// The table in words of OpenAPI 3.1.
std::string describe(const Table& table);

// "/cases/{id}/claim" → "id"
std::vector<std::string> path_parameters(std::string_view path);

} // namespace besteld::api

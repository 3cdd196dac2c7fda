// SPDX-License-Identifier: Apache-2.0
#pragma once

// What nearly every file includes, parsed once for all of them (cmake/BesteldTarget.cmake). Files
// still include what they use: with BESTELD_PCH=OFF the build proves it.
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <ranges>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <boost/describe.hpp>

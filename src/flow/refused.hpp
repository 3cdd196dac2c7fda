// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/decide.hpp"

#include <string>
#include <utility>

namespace besteld {

// `code` is for programs, `text` tells a person what he can do about it.
inline CommandRefused refused(std::string code, std::string text) {
    return {.code = std::move(code), .text = std::move(text)};
}

} // namespace besteld

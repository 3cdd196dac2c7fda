// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desk/desk.hpp"

#include <expected>
#include <optional>
#include <string>
#include <utility>

namespace besteld {

inline std::unexpected<DeskRefused> refuse(std::string code, std::string text) {
    return std::unexpected(DeskRefused{std::move(code), std::move(text)});
}

inline std::unexpected<DeskRefused> refuse_changed() {
    return refuse("changed_meanwhile", "the case was changed by somebody else; look at it again");
}

// What the flow said of it.
inline std::optional<DeskRefused> told(const std::optional<CommandRefused>& refused) {
    if (!refused) return std::nullopt;
    return DeskRefused{refused->code, refused->text};
}

} // namespace besteld

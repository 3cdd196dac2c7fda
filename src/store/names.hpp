// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words under which the store keeps its own enumerations.

#include "store/store.hpp"

#include "base/text.hpp"

#include <array>
#include <string_view>

namespace besteld {

inline constexpr std::array<std::string_view, 5> message_state_names{"stored", "done", "duplicate",
                                                                     "quarantined", "ignored"};
inline constexpr std::array<std::string_view, 7> outbox_state_names{
    "pending", "talking", "sent", "retry", "failed", "ambiguous", "held"};
inline constexpr std::array<std::string_view, 2> outbox_channel_names{"mail", "edi_folder"};

inline std::string_view name_of(MessageState state) {
    return message_state_names.at(static_cast<std::size_t>(state));
}
inline std::string_view name_of(OutboxState state) {
    return outbox_state_names.at(static_cast<std::size_t>(state));
}
inline std::string_view name_of(OutboxChannel channel) {
    return outbox_channel_names.at(static_cast<std::size_t>(channel));
}

// throws StoreFault: only this program writes these words
template <typename E, std::size_t n>
E enum_named(const std::array<std::string_view, n>& names, std::string_view name) {
    for (std::size_t i = 0; i < n; ++i)
        if (names[i] == name) return static_cast<E>(i);
    throw StoreFault(cat("the database holds an unknown word: ", name));
}

} // namespace besteld

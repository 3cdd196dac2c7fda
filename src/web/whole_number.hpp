// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace besteld {

// A field or a step of an address that must be a whole number and nothing else.
template <typename Number>
std::optional<Number> whole(std::string_view text) {
    Number number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size())
        return std::nullopt;
    return number;
}

// "42" and "42/release": the number and what follows it.
struct NumberAndVerb {
    std::int64_t number = 0;
    std::string verb; // empty for the thing itself
};
inline std::optional<NumberAndVerb> number_and_verb(std::string_view rest) {
    const auto slash = rest.find('/');
    const auto number = whole<std::int64_t>(rest.substr(0, slash));
    if (!number) return std::nullopt;
    return NumberAndVerb{
        *number, std::string(slash == rest.npos ? std::string_view{} : rest.substr(slash + 1))};
}

} // namespace besteld

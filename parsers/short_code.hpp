// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <string_view>

namespace besteld::parsers {

class ShortCode;
template <typename T>
concept PlainText = std::convertible_to<const T&, std::string_view> && !std::same_as<T, ShortCode>;

// A segment's tag or a code of a list, of up to 15 bytes, held as a value: tables of them are
// searched by comparing two words of memory. What is longer is cut, and equals none of them.
class ShortCode {
public:
    static constexpr std::size_t longest = 15;

    constexpr ShortCode() = default;
    template <PlainText T>
    constexpr ShortCode(const T& plain) {
        const std::string_view all = plain;
        size_ = static_cast<std::uint8_t>(std::min(all.size(), longest + 1));
        std::ranges::copy(all.substr(0, longest), bytes_.begin());
    }

    constexpr std::string_view text() const {
        return {bytes_.data(), std::min<std::size_t>(size_, longest)};
    }
    constexpr operator std::string_view() const { return text(); }

    friend constexpr bool operator==(const ShortCode&, const ShortCode&) = default;
    template <PlainText T>
    friend constexpr bool operator==(const ShortCode& a, const T& b) {
        return a == ShortCode(b);
    }

private:
    std::array<char, longest> bytes_{};
    std::uint8_t size_ = 0;
};

} // namespace besteld::parsers

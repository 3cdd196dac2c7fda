// SPDX-License-Identifier: Apache-2.0
#include "base/credit_code.hpp"

namespace besteld {

bool is_chinese_credit_code(std::string_view text) {
    constexpr std::string_view characters = "0123456789ABCDEFGHJKLMNPQRTUWXY"; // no I O S V Z
    if (text.size() != 18) return false;
    int sum = 0;
    int weight = 1;
    for (const char c : text.substr(0, 17)) {
        const auto value = characters.find(c);
        if (value == std::string_view::npos) return false;
        sum += static_cast<int>(value) * weight;
        weight = weight * 3 % 31;
    }
    return characters[static_cast<std::size_t>((31 - sum % 31) % 31)] == text.back();
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "order/taught_heading.hpp"

#include "base/text.hpp"

namespace besteld {

std::string heading_key(std::string_view heading) {
    const auto bracket = heading.find_first_of("([");
    if (bracket != std::string_view::npos && bracket > 0) heading = heading.substr(0, bracket);
    std::string out;
    for (const char c : fold_case(to_valid_utf8(heading))) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
    }
    for (const std::string_view mark : {"°", "º", "№", "：", "€", "\u00A0"})
        out = replace_all(std::move(out), mark, "");
    return out;
}

std::optional<std::string_view> taught_field(std::string_view heading,
                                             const std::vector<TableLayout>& layouts) {
    for (const auto& layout : layouts) {
        if (!layout.each_counts) continue;
        const auto wanted = heading_key(heading);
        for (const auto& [taught, field] : layout.columns)
            if (!wanted.empty() && heading_key(taught) == wanted) return field;
    }
    return {};
}

} // namespace besteld

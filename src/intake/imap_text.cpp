// SPDX-License-Identifier: Apache-2.0
#include "intake/imap_text.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

// The code point at the front of well-formed UTF-8.
char32_t take_code_point(std::string_view& text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t code = length == 1 ? first : first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i)
        code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    text.remove_prefix(length);
    return code;
}

// UTF-16BE in base64 with "," for "/" and no padding.
std::string to_modified_base64(const std::vector<std::uint16_t>& units) {
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,";
    std::string out;
    std::uint32_t bits = 0;
    unsigned held = 0;
    for (const auto unit : units) {
        bits = (bits << 16U) | unit;
        for (held += 16; held >= 6; held -= 6)
            out += alphabet[(bits >> (held - 6)) & 0x3FU];
        bits &= (1U << held) - 1;
    }
    if (held > 0) out += alphabet[(bits << (6 - held)) & 0x3FU];
    return out;
}

void append_shifted(std::string& out, std::vector<std::uint16_t>& units) {
    if (units.empty()) return;
    out += cat('&', to_modified_base64(units), '-');
    units.clear();
}

std::optional<unsigned> month_number(std::string_view name) {
    constexpr std::array<std::string_view, 12> names = {"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};
    const auto found = std::ranges::find(names, to_lower_ascii(name));
    if (found == names.end()) return std::nullopt;
    return static_cast<unsigned>(found - names.begin()) + 1;
}

} // namespace

std::string to_uid_set(const std::vector<std::uint32_t>& uids) {
    std::string set;
    for (std::size_t i = 0; i < uids.size();) {
        std::size_t last = i;
        while (last + 1 < uids.size() && uids[last + 1] == uids[last] + 1)
            ++last;
        if (!set.empty()) set += ',';
        set += last == i ? cat(uids[i]) : cat(uids[i], ':', uids[last]);
        i = last + 1;
    }
    return set;
}

std::optional<std::vector<std::uint32_t>> parse_uid_set(std::string_view set, std::size_t limit) {
    std::vector<std::uint32_t> uids;
    for (const auto range : split(set, ',')) {
        const auto colon = std::min(range.find(':'), range.size());
        const auto one = to_number<std::uint32_t>(range.substr(0, colon));
        const auto two =
            colon == range.size() ? one : to_number<std::uint32_t>(range.substr(colon + 1));
        if (!one || !two) return std::nullopt;
        const auto [low, high] = std::minmax(*one, *two);
        if (std::uint64_t{high} - low >= limit - std::min(limit, uids.size())) return std::nullopt;
        for (std::uint64_t uid = low; uid <= high; ++uid)
            uids.push_back(static_cast<std::uint32_t>(uid));
    }
    return uids;
}

std::expected<std::string, std::string> quote_mailbox(std::string_view utf8) {
    if (utf8.empty() || !is_utf8(utf8))
        return std::unexpected("the mailbox name is empty or not UTF-8");
    std::string out = "\"";
    std::vector<std::uint16_t> units;
    while (!utf8.empty()) {
        const char32_t code = take_code_point(utf8);
        if (code < 0x20 || code == 0x7F)
            return std::unexpected("the mailbox name has a control character");
        if (code >= 0x10000) {
            units.push_back(static_cast<std::uint16_t>(0xD800U + ((code - 0x10000U) >> 10U)));
            units.push_back(static_cast<std::uint16_t>(0xDC00U + ((code - 0x10000U) & 0x3FFU)));
        } else if (code > 0x7F) {
            units.push_back(static_cast<std::uint16_t>(code));
        } else {
            append_shifted(out, units);
            if (code == '"' || code == '\\') out += '\\';
            out += static_cast<char>(code);
            if (code == '&') out += '-';
        }
    }
    append_shifted(out, units);
    return out + '"';
}

std::optional<Instant> parse_internal_date(std::string_view text) {
    // date-time = DQUOTE date-day-fixed "-" date-month "-" date-year SP time SP zone DQUOTE
    if (text.size() != 26 || text[2] != '-' || text[6] != '-' || text[11] != ' ' ||
        text[14] != ':' || text[17] != ':' || text[20] != ' ' ||
        (text[21] != '+' && text[21] != '-'))
        return std::nullopt;
    const auto day = to_number<unsigned>(trim(text.substr(0, 2)));
    const auto month = month_number(text.substr(3, 3));
    const auto year = to_number<int>(text.substr(7, 4));
    const auto hour = to_number<unsigned>(text.substr(12, 2));
    const auto minute = to_number<unsigned>(text.substr(15, 2));
    const auto second = to_number<unsigned>(text.substr(18, 2));
    const auto zone = to_number<int>(text.substr(22, 4));
    if (!day || !month || !year || !hour || !minute || !second || !zone) return std::nullopt;
    const auto date = valid_date(*year, *month, *day);
    if (!date || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    const auto east =
        std::chrono::minutes(*zone / 100 * 60 + *zone % 100) * (text[21] == '-' ? -1 : 1);
    return Instant(*date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
           std::chrono::seconds(*second) - east;
}

} // namespace besteld

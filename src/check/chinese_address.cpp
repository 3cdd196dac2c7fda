// SPDX-License-Identifier: Apache-2.0
#include "check/chinese_address.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Behind the last of these begins the road: province, city, district, county, town.
constexpr auto administrative =
    std::to_array<std::string_view>({"省", "市", "区", "县", "镇", "乡", "州"});

std::size_t end_of_last_division(std::string_view text) {
    std::size_t end = 0;
    for (const std::string_view suffix : administrative) {
        const auto at = text.rfind(suffix);
        if (at != std::string_view::npos) end = std::max(end, at + suffix.size());
    }
    return end;
}

// The city, without 市: what stands between the province and it.
std::string city_of(std::string_view text) {
    constexpr std::string_view city = "市";
    const auto end = text.find(city);
    if (end == std::string_view::npos) return {};
    std::size_t start = 0;
    for (const std::string_view before : {"省", "自治区"}) {
        const auto at = text.substr(0, end).rfind(before);
        if (at != std::string_view::npos) start = std::max(start, at + before.size());
    }
    return std::string(text.substr(start, end - start));
}

struct HouseNumber {
    std::size_t begin = std::string_view::npos;
    std::string digits;
};

// "100号", "168弄": digits with the word behind them.
HouseNumber house_number_in(std::string_view text) {
    for (const std::string_view word : {"号", "號", "弄"}) {
        for (auto at = text.find(word); at != std::string_view::npos;
             at = text.find(word, at + 1)) {
            std::size_t end = at;
            while (end > 0 && text[end - 1] == ' ')
                --end;
            std::size_t begin = end;
            while (begin > 0 && (is_digit(text[begin - 1]) || text[begin - 1] == '-'))
                --begin;
            if (begin < end && is_digit(text[begin]))
                return {begin, std::string(text.substr(begin, end - begin))};
        }
    }
    return {};
}

// 11 digits that begin with 13 to 19, with blanks or dashes between groups.
std::string mobile_in(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '1' || (i > 0 && is_digit(text[i - 1]))) continue;
        std::string digits;
        std::size_t at = i;
        for (; at < text.size() && digits.size() < 11; ++at) {
            if (is_digit(text[at]))
                digits += text[at];
            else if (text[at] != ' ' && text[at] != '-')
                break;
        }
        const bool whole = at >= text.size() || !is_digit(text[at]);
        if (digits.size() == 11 && digits[1] >= '3' && whole) return digits;
    }
    return {};
}

std::string postcode_in(std::string_view text) {
    for (std::size_t i = 0; i + 6 <= text.size(); ++i) {
        const std::string_view six = text.substr(i, 6);
        const bool starts = i == 0 || !is_digit(text[i - 1]);
        const bool ends = i + 6 == text.size() || !is_digit(text[i + 6]);
        if (starts && ends && std::ranges::all_of(six, is_digit)) return std::string(six);
    }
    return {};
}

} // namespace

bool is_chinese_text(std::string_view text) {
    // CJK ideographs are E4 B8 80 to E9 BF BF in UTF-8.
    return std::ranges::count_if(text, [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte >= 0xE4 && byte <= 0xE9;
           }) >= 2;
}

std::string normal_city(std::string_view written) {
    std::string city = fold_case(to_valid_utf8(trim(written)));
    constexpr std::string_view suffix = "市";
    if (city.size() > suffix.size() && city.ends_with(suffix))
        city.resize(city.size() - suffix.size());
    return city;
}

void take_chinese_address(std::string_view text, Address& address) {
    if (address.mobile.empty()) address.mobile = mobile_in(text);
    if (address.postcode.empty()) address.postcode = postcode_in(text);
    if (address.city.empty()) address.city = city_of(text);
    const HouseNumber number = house_number_in(text);
    if (number.digits.empty() && end_of_last_division(text) == 0 && !address.street.empty()) return;
    std::string_view before = text.substr(0, std::min(number.begin, text.size()));
    if (number.begin == std::string_view::npos) before = before.substr(0, before.find(' '));
    std::string street(before.substr(end_of_last_division(before)));
    std::erase(street, ' ');
    if (!street.empty() && address.street.empty()) address.street = std::move(street);
    if (address.house_no.empty() && !number.digits.empty())
        address.house_no = normal_house_number(number.digits);
}

} // namespace besteld

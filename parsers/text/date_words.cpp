// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/date_words.hpp"

#include <array>
#include <span>
#include <unordered_map>

namespace besteld::parsers {

namespace {

using Names = std::unordered_map<std::string_view, unsigned>;

Names numbered(std::span<const std::string_view> rows) {
    Names names;
    for (unsigned i = 0; i < rows.size(); ++i) {
        std::string_view rest = rows[i];
        for (;;) {
            const std::size_t blank = rest.find(' ');
            names.emplace(rest.substr(0, blank), i + 1);
            if (blank == std::string_view::npos) break;
            rest.remove_prefix(blank + 1);
        }
    }
    return names;
}

constexpr auto months = std::to_array<std::string_view>(
    {"januari jan januar january jänner janvier enero ene",
     "februari feb februar february février febrero", "maart mrt märz mär march mar mars marzo",
     "april apr avril abril abr", "mei mai may mayo", "juni jun june juin junio",
     "juli jul july juillet julio", "augustus aug august août agosto ago",
     "september sept sep septembre septiembre", "oktober okt october oct octobre octubre",
     "november nov novembre noviembre", "december dec dezember dez décembre diciembre dic"});

constexpr auto weekdays = std::to_array<std::string_view>(
    {"maandag montag monday lundi lunes mon", "dinsdag dienstag tuesday mardi martes tue tues",
     "woensdag mittwoch wednesday mercredi miércoles wed weds",
     "donderdag donnerstag thursday jeudi jueves thu thur thurs",
     "vrijdag freitag friday vendredi viernes fri",
     "zaterdag samstag saturday samedi sábado sonnabend",
     "zondag sonntag sunday dimanche domingo"});

} // namespace

unsigned month_of(std::string_view folded) {
    static const Names names = numbered(months);
    const auto found = names.find(folded);
    return found == names.end() ? 0 : found->second;
}

unsigned weekday_of(std::string_view folded) {
    static const Names names = numbered(weekdays);
    const auto found = names.find(folded);
    return found == names.end() ? 0 : found->second;
}

unsigned chinese_weekday_of(std::string_view utf8) {
    constexpr auto days =
        std::to_array<std::string_view>({"一", "二", "三", "四", "五", "六", "日"});
    for (unsigned i = 0; i < days.size(); ++i)
        if (utf8.starts_with(days[i])) return i + 1;
    return utf8.starts_with("天") ? 7 : 0;
}

} // namespace besteld::parsers

// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/dates.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace besteld::parsers::x12 {

namespace {

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

struct Meant {
    std::string_view qualifier;
    DateKind kind;
    Meaning meaning;
};
// Element 374; in each kind the first that is stated counts.
constexpr auto requested = std::to_array<Meant>({
    {"002", DateKind::on, Meaning::delivery},
    {"106", DateKind::on, Meaning::delivery},
    {"063", DateKind::by, Meaning::delivery},
    {"074", DateKind::by, Meaning::delivery},
    {"064", DateKind::not_before, Meaning::delivery},
    {"071", DateKind::not_before, Meaning::delivery},
    {"077", DateKind::week, Meaning::delivery},
    {"010", DateKind::on, Meaning::despatch},
    {"038", DateKind::by, Meaning::despatch},
    {"037", DateKind::not_before, Meaning::despatch},
    {"118", DateKind::on, Meaning::pickup},
});

const Meant* find_meant(std::string_view qualifier) {
    const auto found = std::ranges::find(requested, qualifier, &Meant::qualifier);
    return found == requested.end() ? nullptr : &*found;
}

const StatedDate* first_of(const std::vector<StatedDate>& dates, DateKind kind, Meaning meaning) {
    for (const auto& entry : requested) {
        if (entry.kind != kind || entry.meaning != meaning) continue;
        const auto found = std::ranges::find(dates, entry.qualifier, &StatedDate::qualifier);
        if (found != dates.end()) return &*found;
    }
    return nullptr;
}

Sourced<DateSpec> exact(const StatedDate& date, Meaning meaning) {
    DateSpec spec{
        .kind = DateKind::on, .start = to_iso(date.start), .meaning = meaning, .raw = date.raw};
    if (date.end && *date.end != date.start) {
        spec.kind = DateKind::window;
        spec.end = to_iso(*date.end);
    }
    return {.value = std::move(spec), .place = date.place};
}

// Monday to Friday of the week that the date lies in (domain.md 2.3)
Sourced<DateSpec> week_of(const StatedDate& date) {
    const Date monday = date.start - std::chrono::days(iso_weekday(date.start) - 1);
    DateSpec spec{.kind = DateKind::week,
                  .start = to_iso(monday),
                  .end = to_iso(monday + std::chrono::days(4)),
                  .raw = date.raw};
    return {.value = std::move(spec), .place = date.place};
}

MaybeDate choose_for(const std::vector<StatedDate>& dates, Meaning meaning) {
    if (const auto* on = first_of(dates, DateKind::on, meaning)) return exact(*on, meaning);
    if (const auto* week = first_of(dates, DateKind::week, meaning)) return week_of(*week);
    const auto* by = first_of(dates, DateKind::by, meaning);
    const auto* from = first_of(dates, DateKind::not_before, meaning);
    if (!by && !from) return std::nullopt;
    DateSpec spec{.meaning = meaning};
    if (by && from) {
        spec.kind = DateKind::window;
        spec.start = to_iso(from->start);
        spec.end = to_iso(by->end.value_or(by->start));
        spec.raw = cat(from->raw, " ", by->raw);
    } else if (by) {
        spec.kind = DateKind::by;
        spec.start = to_iso(by->end.value_or(by->start));
        spec.raw = by->raw;
    } else {
        spec.kind = DateKind::not_before;
        spec.start = to_iso(from->start);
        spec.raw = from->raw;
    }
    return Sourced<DateSpec>{.value = std::move(spec), .place = by ? by->place : from->place};
}

} // namespace

std::optional<Date> parse_date(std::string_view text, std::string_view century) {
    if (!std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    std::string full(text);
    if (text.size() == 6) {
        const bool stated = century.size() == 2 && number(century) > 0;
        full.insert(0, stated                           ? std::string(century)
                       : number(text.substr(0, 2)) < 50 ? "20"
                                                        : "19");
    }
    if (full.size() != 8) return std::nullopt;
    const std::string_view view = full;
    return valid_date(number(view.substr(0, 4)), static_cast<unsigned>(number(view.substr(4, 2))),
                      static_cast<unsigned>(number(view.substr(6, 2))));
}

bool tells_delivery(std::string_view qualifier) {
    return find_meant(qualifier) != nullptr;
}

bool tells_cancel(std::string_view qualifier) {
    return qualifier == "061" || qualifier == "175" || qualifier == "001";
}

MaybeDate choose_date(const std::vector<StatedDate>& dates) {
    if (dates.empty()) return std::nullopt;
    for (const Meaning meaning : {Meaning::delivery, Meaning::despatch, Meaning::pickup})
        if (auto found = choose_for(dates, meaning)) return found;
    return std::nullopt;
}

MaybeDate cancel_after(const StatedDate& stated, const std::vector<StatedDate>& dates) {
    const bool despatch_named = std::ranges::any_of(dates, [](const StatedDate& date) {
        const auto* meant = find_meant(date.qualifier);
        return meant && meant->meaning == Meaning::despatch;
    });
    const bool despatch =
        stated.qualifier == "175" || (stated.qualifier == "001" && despatch_named);
    DateSpec spec{.kind = DateKind::by,
                  .start = to_iso(stated.end.value_or(stated.start)),
                  .meaning = despatch ? Meaning::despatch : Meaning::delivery,
                  .raw = stated.raw};
    return Sourced<DateSpec>{.value = std::move(spec), .place = stated.place};
}

} // namespace besteld::parsers::x12

// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/dates.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers::edifact {

namespace {

// How one code of 2379 is laid out: Y year (two or four), M month, D day, h hour, m minute, s
// second, W week, and '-' between the two halves of a span, where a hyphen may stand in the value.
struct Layout {
    std::string_view code;
    std::string_view pattern;
};
constexpr auto layouts = std::to_array<Layout>({
    {"2", "DDMMYY"},
    {"3", "MMDDYY"},
    {"4", "DDMMYYYY"},
    {"5", "DDMMYYYYhhmm"},
    {"101", "YYMMDD"},
    {"102", "YYYYMMDD"},
    {"201", "YYMMDDhhmm"},
    {"202", "YYMMDDhhmmss"},
    {"203", "YYYYMMDDhhmm"},
    {"204", "YYYYMMDDhhmmss"},
    {"205", "YYYYMMDDhhmmZ"},
    {"301", "YYMMDDhhmmZ"},
    {"302", "YYMMDDhhmmssZ"},
    {"303", "YYYYMMDDhhmmZ"},
    {"304", "YYYYMMDDhhmmssZ"},
    {"615", "YYWW"},
    {"616", "YYYYWW"},
    {"711", "YYYYMMDD-YYYYMMDD"},
    {"713", "YYMMDDhhmm-YYMMDDhhmm"},
    {"717", "YYMMDD-YYMMDD"},
    {"718", "YYYYMMDD-YYYYMMDD"},
    {"719", "YYYYMMDDhhmm-YYYYMMDDhhmm"},
});

struct Digits {
    int year = 0;
    unsigned month = 0, day = 0, hour = 0, minute = 0, week = 0;
    int year_digits = 0;
    bool has_time = false, has_week = false;
};

// Consumes the pattern from the front of `value`; 'Z' takes the rest (a zone). False when it does
// not fit.
bool take(std::string_view pattern, std::string_view& value, Digits& out) {
    for (const char field : pattern) {
        if (field == 'Z') {
            value = {};
            return true;
        }
        if (value.empty() || value.front() < '0' || value.front() > '9') return false;
        const auto digit = static_cast<unsigned>(value.front() - '0');
        value.remove_prefix(1);
        switch (field) {
        case 'Y':
            out.year = out.year * 10 + static_cast<int>(digit);
            ++out.year_digits;
            break;
        case 'M':
            out.month = out.month * 10 + digit;
            break;
        case 'D':
            out.day = out.day * 10 + digit;
            break;
        case 'W':
            out.week = out.week * 10 + digit;
            out.has_week = true;
            break;
        case 'h':
            out.hour = out.hour * 10 + digit;
            out.has_time = true;
            break;
        case 'm':
            out.minute = out.minute * 10 + digit;
            break;
        default:
            break; // seconds: no field of an order carries them
        }
    }
    return true;
}

int full_year(const Digits& digits) {
    if (digits.year_digits == 4) return digits.year;
    return digits.year < 50 ? 2000 + digits.year : 1900 + digits.year; // pivot of domain.md 2.3
}

std::optional<std::string> time_of(const Digits& digits) {
    if (!digits.has_time) return std::nullopt;
    const auto two = [](unsigned n) { return cat(n / 10, n % 10); };
    return cat(two(digits.hour), ":", two(digits.minute));
}

std::optional<Date> date_of(const Digits& digits) {
    if (digits.hour > 23 || digits.minute > 59) return std::nullopt;
    if (digits.has_week) return iso_week_monday(full_year(digits), digits.week);
    return valid_date(full_year(digits), digits.month, digits.day);
}

std::expected<Period, DateFault> read_layout(std::string_view pattern, std::string_view value) {
    const auto dash = pattern.find('-');
    Digits first;
    if (!take(pattern.substr(0, dash), value, first))
        return std::unexpected(DateFault::no_such_date);
    const auto start = date_of(first);
    if (!start) return std::unexpected(DateFault::no_such_date);
    Period period{.start = *start, .start_time = time_of(first), .week = first.has_week};
    if (first.has_week) period.end = *start + std::chrono::days{4};
    if (dash != std::string_view::npos) {
        if (value.starts_with('-')) value.remove_prefix(1);
        Digits second;
        if (!take(pattern.substr(dash + 1), value, second))
            return std::unexpected(DateFault::no_such_date);
        period.end = date_of(second);
        period.end_time = time_of(second);
        if (!period.end || *period.end < *start) return std::unexpected(DateFault::no_such_date);
    }
    if (!value.empty()) return std::unexpected(DateFault::no_such_date);
    return period;
}

struct Meant {
    std::string_view qualifier;
    DateKind kind;
    Meaning meaning;
};
constexpr auto requested = std::to_array<Meant>({
    {"2", DateKind::on, Meaning::delivery},
    {"63", DateKind::by, Meaning::delivery},
    {"74", DateKind::by, Meaning::delivery},
    {"64", DateKind::not_before, Meaning::delivery},
    {"71", DateKind::not_before, Meaning::delivery},
    {"10", DateKind::on, Meaning::despatch},
    {"38", DateKind::by, Meaning::despatch},
    {"37", DateKind::not_before, Meaning::despatch},
    {"200", DateKind::on, Meaning::pickup},
    {"235", DateKind::by, Meaning::pickup},
    {"234", DateKind::not_before, Meaning::pickup},
});
constexpr auto promised = std::to_array<Meant>({
    {"69", DateKind::on, Meaning::delivery},
    {"67", DateKind::on, Meaning::delivery},
    {"76", DateKind::on, Meaning::delivery},
    {"11", DateKind::on, Meaning::despatch},
});

const Meant* find_meant(std::string_view qualifier, Wanted wanted) {
    if (wanted == Wanted::promised_by_the_seller)
        for (const auto& entry : promised)
            if (entry.qualifier == qualifier) return &entry;
    for (const auto& entry : requested)
        if (entry.qualifier == qualifier) return &entry;
    return nullptr;
}

// The first date of this kind and meaning, in the order of the tables.
const StatedDate* first_of(const std::vector<StatedDate>& dates, DateKind kind, Meaning meaning,
                           Wanted wanted) {
    const auto search = [&](const auto& table) -> const StatedDate* {
        for (const auto& entry : table) {
            if (entry.kind != kind || entry.meaning != meaning) continue;
            for (const auto& date : dates)
                if (date.qualifier == entry.qualifier) return &date;
        }
        return nullptr;
    };
    if (wanted == Wanted::promised_by_the_seller)
        if (const auto* found = search(promised)) return found;
    return search(requested);
}

DateSpec exact(const StatedDate& date, Meaning meaning) {
    const Period& period = date.period;
    DateSpec spec{
        .kind = DateKind::on, .start = to_iso(period.start), .meaning = meaning, .raw = date.raw};
    spec.time = period.start_time;
    if (period.end && (period.week || *period.end != period.start)) {
        spec.kind = period.week ? DateKind::week : DateKind::window;
        spec.end = to_iso(*period.end);
    }
    return spec;
}

MaybeDate choose_for(const std::vector<StatedDate>& dates, Meaning meaning, Wanted wanted) {
    if (const auto* on = first_of(dates, DateKind::on, meaning, wanted))
        return Sourced<DateSpec>{.value = exact(*on, meaning), .place = on->place};
    const auto* by = first_of(dates, DateKind::by, meaning, wanted);
    const auto* from = first_of(dates, DateKind::not_before, meaning, wanted);
    if (!by && !from) return std::nullopt;
    DateSpec spec{.meaning = meaning};
    if (by && from) {
        spec.kind = DateKind::window;
        spec.start = to_iso(from->period.start);
        spec.end = to_iso(by->period.end.value_or(by->period.start));
        spec.raw = cat(from->raw, " ", by->raw);
    } else if (by) {
        spec.kind = DateKind::by;
        spec.start = to_iso(by->period.end.value_or(by->period.start));
        spec.time = by->period.end ? by->period.end_time : by->period.start_time;
        spec.raw = by->raw;
    } else {
        spec.kind = DateKind::not_before;
        spec.start = to_iso(from->period.start);
        spec.time = from->period.start_time;
        spec.raw = from->raw;
    }
    return Sourced<DateSpec>{.value = std::move(spec), .place = by ? by->place : from->place};
}

} // namespace

std::expected<Period, DateFault> parse_period(std::string_view format, std::string_view value) {
    if (format.empty()) {
        if (value.size() == 8)
            if (auto plain = read_layout("YYYYMMDD", value)) return plain;
        return std::unexpected(DateFault::no_format);
    }
    for (const auto& layout : layouts)
        if (layout.code == format) return read_layout(layout.pattern, value);
    return std::unexpected(DateFault::unknown_format);
}

std::string to_iso_text(const Period& period) {
    if (!period.start_time) return to_iso(period.start);
    return cat(to_iso(period.start), "T", *period.start_time, ":00");
}

bool tells_delivery(std::string_view qualifier, Wanted wanted) {
    return find_meant(qualifier, wanted) != nullptr;
}

MaybeDate choose_date(const std::vector<StatedDate>& dates, Wanted wanted) {
    if (dates.empty()) return std::nullopt;
    for (const Meaning meaning : {Meaning::delivery, Meaning::despatch, Meaning::pickup})
        if (auto found = choose_for(dates, meaning, wanted)) return found;
    return std::nullopt;
}

MaybeDate cancel_after(const StatedDate& stated) {
    DateSpec spec{.kind = DateKind::by,
                  .start = to_iso(stated.period.end.value_or(stated.period.start)),
                  .meaning = stated.qualifier == "43E" ? Meaning::despatch : Meaning::delivery,
                  .raw = stated.raw};
    return Sourced<DateSpec>{.value = std::move(spec), .place = stated.place};
}

} // namespace besteld::parsers::edifact

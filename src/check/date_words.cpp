// SPDX-License-Identifier: Apache-2.0
#include "check/date_words.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld {

bool names_a_date(const std::optional<Sourced<DateSpec>>& requested) {
    return requested && requested->value.kind != DateKind::none;
}

bool is_unreadable(const Sourced<DateSpec>& requested) {
    const DateSpec& spec = requested.value;
    if (spec.kind == DateKind::asap || spec.kind == DateKind::none) return false;
    const DayRange range = day_range(spec);
    return spec.kind == DateKind::not_before ? !range.first : !range.last;
}

std::vector<Sourced<DateSpec>> stated_dates(const Inquiry& inquiry, const OrderLine& line) {
    std::vector<Sourced<DateSpec>> dates;
    if (names_a_date(line.requested)) dates.push_back(*line.requested);
    const auto& lines = inquiry.draft.lines;
    // A clerk's date stands for all of them.
    const bool typed = line.requested && line.requested->origin == Origin::typed;
    if (typed || line.index >= lines.size()) return dates;
    for (const ScheduleDraft& part : lines[line.index].schedule) {
        const auto same = [&](const Sourced<DateSpec>& known) {
            return part.requested && known.value == part.requested->value;
        };
        if (names_a_date(part.requested) && std::ranges::none_of(dates, same))
            dates.push_back(*part.requested);
    }
    return dates;
}

std::string range_text(const DateSpec& spec) {
    const DayRange range = day_range(spec);
    const std::string first = range.first ? to_iso(*range.first) : std::string{};
    const std::string last = range.last ? to_iso(*range.last) : std::string{};
    switch (spec.kind) {
    case DateKind::by:
        return cat("by ", last);
    case DateKind::not_before:
        return cat("not before ", first);
    case DateKind::window:
    case DateKind::week:
        return cat(first, " to ", last);
    case DateKind::asap:
        return "as soon as possible";
    case DateKind::on:
    case DateKind::none:
        break;
    }
    return last;
}

std::string days_apart(Date wanted, Date possible) {
    const auto count = (possible - wanted).count();
    return cat(count > 0 ? "+" : "", count, count == 1 || count == -1 ? " day" : " days");
}

Finding date_finding(const Inquiry& inquiry, Check check, LineIndex line,
                     const Sourced<DateSpec>& requested, std::string agreed) {
    Finding finding =
        new_finding(inquiry, check, line, range_text(requested.value), std::move(agreed));
    quote(finding, requested.place,
          requested.value.raw.empty() ? finding.ordered : requested.value.raw);
    return finding;
}

void offer_day(const Inquiry& inquiry, Finding& finding, Date day) {
    suggest(finding, Resolution::accept_agreed, to_iso(day));
    set_consequence(finding, Resolution::accept_agreed,
                    cat(subject_of(inquiry, finding.line), " is confirmed for ", to_iso(day),
                        "; the customer is told"));
}

} // namespace besteld

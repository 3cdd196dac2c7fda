// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/message_view.hpp"

#include "base/decimal.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <span>
#include <tuple>

namespace besteld::parsers::edifact {

namespace {

// A message that is wrong everywhere says so a bounded number of times.
constexpr std::size_t max_problems = 200;

std::string without_controls(std::string text) {
    std::erase_if(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    });
    return text;
}

} // namespace

// By bisection: components stand in ascending order, and a hostile segment has thousands of them.
const Component* MessageView::find(std::size_t segment, At at) const {
    const Segment& s = segments_.list[segment];
    const auto all = std::span(segments_.components).subspan(s.first, s.count);
    const auto key = [](const Component& c) {
        return std::tuple<unsigned, unsigned, unsigned>(c.element, c.repeat, c.component);
    };
    const std::tuple wanted(at.element, at.repeat, at.component);
    const auto found = std::ranges::lower_bound(all, wanted, {}, key);
    return found != all.end() && key(*found) == wanted ? &*found : nullptr;
}

std::string MessageView::text(std::size_t segment, At at) const {
    const auto* found = find(segment, at);
    if (!found) return {};
    // Nearly every value stands in the file as it is meant.
    const auto raw = window_.cut(found->begin, found->end);
    if (found->plain && is_printable_ascii(raw)) return std::string(trim(raw));
    auto decoded =
        without_controls(charset_.to_utf8(unescaped(window_, *found, characters_.release)));
    return std::string(trim(decoded));
}

MaybeField MessageView::field(std::size_t segment, At at) const {
    auto value = text(segment, at);
    if (value.empty()) return std::nullopt;
    return Field{.value = std::move(value), .place = place(segment, at)};
}

MaybeField MessageView::number(std::size_t segment, At at) {
    auto found = field(segment, at);
    if (!found) return found;
    if (auto plain = plain_number(found->value, profile_.decimal_mark)) {
        found->value = *std::move(plain);
        return found;
    }
    const std::string written = found->value;
    // ISO 9735: comma and point are both decimal marks and nothing groups thousands, so either is
    // read; a mark that UNA does not name is told.
    std::ranges::replace(found->value, ',', '.');
    const auto parsed = Decimal::parse(found->value);
    if (!parsed) {
        report(Severity::error, found->place, "edifact.number",
               cat("\"", written, "\" is not a number: ", to_text(parsed.error())),
               "EDIFACT numbers have one decimal mark and no separators between thousands");
        return std::nullopt;
    }
    const auto mark = written.find_first_of(",.");
    if (mark != std::string::npos && characters_.decimal != '\0' &&
        written[mark] != characters_.decimal)
        report(Severity::warning, found->place, "edifact.decimal_mark",
               cat("\"", written, "\" has the decimal mark ", written[mark], ", UNA states ",
                   characters_.decimal, "; read as ", found->value));
    return found;
}

std::optional<StatedDate> MessageView::date(std::size_t segment) {
    const auto value = field(segment, {1, 2});
    if (!value) return std::nullopt;
    const std::string qualifier = text(segment, {1, 1});
    const std::string format = text(segment, {1, 3});
    const auto by_pattern = dated_by_pattern(value->value, profile_.date_pattern);
    auto period = by_pattern ? Period{.start = *parse_iso_date(*by_pattern)}
                             : parse_period(format, value->value);
    if (period)
        return StatedDate{.qualifier = qualifier,
                          .period = *std::move(period),
                          .raw = cat(qualifier, ":", value->value, ":", format),
                          .place = value->place};
    switch (period.error()) {
    case DateFault::no_format:
        report(Severity::error, value->place, "edifact.date_format",
               cat("date ", value->value, " (DTM+", qualifier, ") has no format code"),
               "component 3 must say how the date is written, for example 102 for CCYYMMDD");
        break;
    case DateFault::unknown_format:
        report(Severity::error, value->place, "edifact.date_format",
               cat("date ", value->value, " (DTM+", qualifier, ") has the unknown format code ",
                   format),
               "expected 102, 203, 718 or another code of list 2379 for a date");
        break;
    case DateFault::no_such_date:
        report(Severity::error, value->place, "edifact.date",
               cat("\"", value->value, "\" (DTM+", qualifier, ") is no date in format ", format));
        break;
    }
    return std::nullopt;
}

unsigned MessageView::element_count(std::size_t segment) const {
    const Segment& s = segments_.list[segment];
    return s.count == 0 ? 0 : segments_.components[s.first + s.count - 1].element;
}

unsigned MessageView::repeats(std::size_t segment, unsigned element) const {
    const Segment& s = segments_.list[segment];
    unsigned highest = 0;
    for (const Component& c : std::span(segments_.components).subspan(s.first, s.count))
        if (c.element == element) highest = std::max<unsigned>(highest, c.repeat);
    return highest + 1;
}

std::span<const Component> MessageView::components(std::size_t segment) const {
    const Segment& s = segments_.list[segment];
    return std::span(segments_.components).subspan(s.first, s.count);
}

bool MessageView::has_problem_at(const Place& place) const {
    return std::ranges::any_of(problems_, [&](const Problem& p) {
        return p.place.begin == place.begin && p.place.end == place.end;
    });
}

std::string MessageView::segment_text(std::size_t segment) const {
    const Segment& s = segments_.list[segment];
    const auto raw = window_.cut(s.begin, s.end);
    return std::string(trim(without_controls(charset_.to_utf8(raw))));
}

Place MessageView::place(std::size_t segment) const {
    return place(segment, At{.element = 0, .component = 0});
}

Place MessageView::place(std::size_t segment, At at) const {
    if (segment >= size()) return {.part = part_, .where = SegmentSpot{.message = number_}};
    const Segment& s = segments_.list[segment];
    Place out{.part = part_,
              .begin = s.begin,
              .end = s.end,
              .where = SegmentSpot{.message = number_,
                                   .segment = segment + 1,
                                   .tag = s.tag,
                                   .element = at.element,
                                   .component = at.component}};
    if (const auto* found = find(segment, at)) {
        out.begin = found->begin;
        out.end = found->end;
    }
    return out;
}

void MessageView::report(Severity severity, Place place, std::string code, std::string text,
                         std::string hint) {
    if (problems_.size() >= max_problems) {
        if (severity != Severity::error || problems_.back().code == "edifact.too_many_problems")
            return;
        code = "edifact.too_many_problems";
        text = cat("more than ", max_problems, " problems; the rest is not listed");
        hint.clear();
    }
    problems_.push_back(
        {severity, std::move(place), std::move(code), std::move(text), std::move(hint)});
}

} // namespace besteld::parsers::edifact

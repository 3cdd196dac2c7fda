// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/message_view.hpp"

#include "base/decimal.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace besteld::parsers::x12 {

namespace {

// A message that is wrong everywhere says so a bounded number of times.
constexpr std::size_t max_problems = 200;

} // namespace

std::string plain_text(std::string_view bytes) {
    // Nearly every value stands in the file as it is meant.
    if (is_printable_ascii(bytes)) return std::string(trim(bytes));
    const bool utf8 = is_utf8(bytes);
    std::string out;
    out.reserve(bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F) continue;
        if (byte < 0x80 || utf8) {
            out += c;
        } else {
            out += static_cast<char>(0xC0 | (byte >> 6));
            out += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return std::string(trim(out));
}

std::string_view MessageView::raw(std::size_t segment, unsigned element) const {
    const Segment& s = segments_.list[segment];
    if (element == 0 || element > s.count) return {};
    const Element& found = segments_.elements[s.first + element - 1];
    return window_.cut(found.begin, found.end);
}

std::string MessageView::text(std::size_t segment, unsigned element) const {
    return plain_text(raw(segment, element));
}

bool MessageView::has_problem_at(const Place& place) const {
    return std::ranges::any_of(problems_, [&](const Problem& p) {
        return p.place.begin == place.begin && p.place.end == place.end;
    });
}

std::string MessageView::code(std::size_t segment, unsigned element) const {
    std::string whole = text(segment, element);
    if (separators_.component == '\0') return whole;
    const auto end = whole.find(separators_.component);
    return end == std::string::npos ? whole : std::string(trim(whole.substr(0, end)));
}

MaybeField MessageView::field(std::size_t segment, unsigned element) const {
    auto value = text(segment, element);
    if (value.empty()) return std::nullopt;
    return Field{.value = std::move(value), .place = place(segment, element)};
}

MaybeField MessageView::number(std::size_t segment, unsigned element) {
    auto found = field(segment, element);
    if (!found) return found;
    if (auto plain = plain_number(found->value, profile_.decimal_mark)) {
        found->value = *std::move(plain);
        return found;
    }
    const auto parsed = Decimal::parse(found->value);
    if (parsed) return found;
    report(Severity::error, found->place, "x12.number",
           cat("\"", found->value, "\" is not a number: ", to_text(parsed.error())),
           "X12 numbers have a point for decimals and no separators between thousands");
    return std::nullopt;
}

MaybeField MessageView::implied_cents(std::size_t segment, unsigned element) {
    auto found = field(segment, element);
    if (!found) return found;
    if (found->value.find('.') != std::string::npos) {
        report(Severity::warning, found->place, "x12.implied_decimals",
               cat("\"", found->value, "\" has a point, where the last two digits are cents (N2); ",
                   "read as ", found->value));
        return number(segment, element);
    }
    const auto whole = Decimal::parse(found->value);
    const auto cents = whole ? divide(*whole, Decimal(100)) : whole;
    if (!cents) {
        report(Severity::error, found->place, "x12.number",
               cat("\"", found->value, "\" is not an amount: ", to_text(cents.error())));
        return std::nullopt;
    }
    found->value = cents->to_string(2);
    return found;
}

std::optional<Date> MessageView::date(std::size_t segment, unsigned element,
                                      std::string_view century) {
    const auto stated = field(segment, element);
    if (!stated) return std::nullopt;
    const auto by_pattern = dated_by_pattern(stated->value, profile_.date_pattern);
    const auto date = by_pattern ? parse_iso_date(*by_pattern) : parse_date(stated->value, century);
    if (!date)
        report(Severity::error, stated->place, "x12.date",
               cat("\"", stated->value, "\" is no date"), "expected CCYYMMDD or YYMMDD");
    return date;
}

MaybeField MessageView::date_field(std::size_t segment, unsigned element) {
    const auto day = date(segment, element);
    if (!day) return std::nullopt;
    return Field{.value = to_iso(*day), .place = place(segment, element)};
}

Place MessageView::place(std::size_t segment) const {
    return place(segment, 0);
}

Place MessageView::place(std::size_t segment, unsigned element) const {
    if (segment >= size()) return {.part = part_, .where = SegmentSpot{.message = number_}};
    const Segment& s = segments_.list[segment];
    Place out{.part = part_,
              .begin = s.begin,
              .end = s.end,
              .where = SegmentSpot{
                  .message = number_, .segment = segment + 1, .tag = s.tag, .element = element}};
    if (element == 0 || element > s.count) return out;
    const Element& found = segments_.elements[s.first + element - 1];
    out.begin = found.begin;
    out.end = found.end;
    return out;
}

void MessageView::report(Severity severity, Place place, std::string code, std::string text,
                         std::string hint) {
    if (problems_.size() >= max_problems) {
        if (severity != Severity::error || problems_.back().code == "x12.too_many_problems") return;
        code = "x12.too_many_problems";
        text = cat("more than ", max_problems, " problems; the rest is not listed");
        hint.clear();
    }
    problems_.push_back(
        {severity, std::move(place), std::move(code), std::move(text), std::move(hint)});
}

} // namespace besteld::parsers::x12

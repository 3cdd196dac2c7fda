// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/check_rules.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "order/series_number.hpp"
#include "parsers/rule_breaches.hpp"
#include "parsers/x12/segment_rules.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace besteld::parsers::x12 {

namespace {

constexpr auto checked_sets = std::to_array<std::string_view>({"850", "860", "869", "875", "876"});

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// X12.5: a number has digits, a leading minus and, of type R, one point; exponents are not used in
// trade. Sign and point do not count.
bool is_number(std::string_view text, ElementType type) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto point = text.find('.');
    if (point == std::string_view::npos || type == ElementType::whole) return is_digits(text);
    const auto before = text.substr(0, point);
    const auto behind = text.substr(point + 1);
    return (before.empty() || is_digits(before)) && (behind.empty() || is_digits(behind)) &&
           text.size() > 1;
}

bool is_day(std::string_view text) {
    return text.size() == 8 && is_digits(text) &&
           parse_iso_date(cat(text.substr(0, 4), "-", text.substr(4, 2), "-", text.substr(6)));
}

bool is_time(std::string_view text) {
    return text.size() >= 4 && is_digits(text) && text.substr(0, 2) < "24" &&
           text.substr(2, 2) < "60" && (text.size() < 6 || text.substr(4, 2) < "60");
}

bool is_numeric(ElementType type) {
    return type == ElementType::whole || type == ElementType::decimal;
}

std::size_t length_of(std::string_view text, ElementType type) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [&](char c) {
        const bool counts = !is_numeric(type) || (c != '-' && c != '.');
        return counts && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

bool is_listed(std::string_view code, std::string_view list) {
    if (list.empty()) return true;
    const auto codes = split(list, ',');
    return std::ranges::find(codes, code) != codes.end();
}

class RuleCheck {
public:
    RuleCheck(MessageView& view, std::string_view version)
        : view_(view), newer_(version >= "005") {}

    void run() {
        for (std::size_t i = 0; i < view_.size(); ++i)
            if (const auto* rule = find_segment_rule(view_.segment(i).tag)) segment(i, *rule);
        positions();
        breaches_.tell(view_);
    }

private:
    void segment(std::size_t i, const SegmentRule& rule) {
        const unsigned present = view_.element_count(i);
        for (unsigned element = 1; element <= rule.count; ++element) {
            const ElementRule& one = rule.elements[element - 1];
            const bool empty = element > present || view_.raw(i, element).empty();
            if (!empty)
                value(i, element, one);
            else if (one.mandatory)
                add("x12.element_missing", i, element,
                    cat(name_of(rule, element), " is mandatory and missing"));
        }
        for (unsigned element = rule.count + 1U; !rule.open && element <= present; ++element)
            if (!view_.raw(i, element).empty())
                add("x12.element_surplus", i, element, cat(rule.tag, " has no element ", element));
        for (const auto& note : rule.all_notes())
            check_note(i, rule, note);
    }

    void value(std::size_t i, unsigned element, const ElementRule& rule) {
        if (rule.type == ElementType::composite) return;
        const auto raw = view_.raw(i, element);
        const std::size_t longest = newer_ ? rule.longest_newer : rule.longest;
        const bool free = rule.type == ElementType::text || rule.type == ElementType::code;
        if (free && rule.codes.empty() && raw.size() <= longest && raw.size() >= rule.shortest)
            return;
        const std::string text = view_.text(i, element);
        if (text.empty()) return;
        if (rule.type == ElementType::date) return date(i, element, text);
        form(i, element, rule, text, longest);
    }

    void form(std::size_t i, unsigned element, const ElementRule& rule, const std::string& text,
              std::size_t longest) {
        const std::size_t length = length_of(text, rule.type);
        const auto name = [&] { return cat(view_.segment(i).tag, two(element)); };
        if (is_numeric(rule.type) && !is_number(text, rule.type))
            add("x12.element_type", i, element, cat(name(), " is \"", text, "\", not a number"));
        else if (rule.type == ElementType::time && !is_time(text))
            add("x12.element_time", i, element, cat(name(), " is \"", text, "\", not a time"));
        else if (length > longest)
            add("x12.element_too_long", i, element,
                cat(name(), " has ", length, " characters, at most ", longest, " are allowed"));
        else if (length < rule.shortest)
            add("x12.element_too_short", i, element,
                cat(name(), " has ", length, " characters, at least ", rule.shortest,
                    " are wanted"));
        if (!is_listed(text, rule.codes))
            add("x12.code_value", i, element,
                cat(name(), " is \"", text, "\", which its code list does not have"));
    }

    // To 003070 dates have two digits of the year; who writes them so later is read as well.
    void date(std::size_t i, unsigned element, const std::string& text) {
        if (is_day(text) || (text.size() == 6 && is_day(cat("20", text)))) return;
        add("x12.element_date", i, element,
            cat(view_.segment(i).tag, two(element), " is \"", text, "\", not a day as CCYYMMDD"));
    }

    bool has(std::size_t i, unsigned element) const { return !view_.raw(i, element).empty(); }

    void check_note(std::size_t i, const SegmentRule& rule, const SyntaxNote& note) {
        const auto elements = std::span(note.elements).first(note.count);
        const auto there = static_cast<std::size_t>(
            std::ranges::count_if(elements, [&](unsigned element) { return has(i, element); }));
        const bool first = has(i, elements.front());
        const bool broken = note.kind == 'P'   ? there > 0 && there < elements.size()
                            : note.kind == 'R' ? there == 0
                            : note.kind == 'E' ? there > 1
                            : note.kind == 'C' ? first && there < elements.size()
                                               : first && there == 1;
        if (!broken) return;
        if (note.kind == 'E') return excluded(i, rule, elements);
        const auto missing =
            std::ranges::find_if(elements, [&](unsigned element) { return !has(i, element); });
        const auto other =
            std::ranges::find_if(elements, [&](unsigned element) { return has(i, element); });
        const bool none = note.kind == 'R';
        add("x12.syntax_note", i, *missing,
            none ? cat(rule.tag, " has none of the elements ", list(elements))
                 : cat(rule.tag, " has element ", +*other, " without element ", +*missing));
    }

    void excluded(std::size_t i, const SegmentRule& rule, std::span<const std::uint8_t> elements) {
        add("x12.element_excluded", i, elements[1],
            cat(rule.tag, " may have only one of the elements ", list(elements)));
    }

    // BEG and BCH head the set, CTT sums it up: a line in front of the one or behind the other
    // belongs to another order.
    void positions() {
        std::size_t heads = 0;
        bool summed = false;
        for (std::size_t i = 1; i < view_.size(); ++i) {
            const ShortCode tag = view_.segment(i).tag;
            const bool line = tag == "PO1" || tag == "POC";
            if (tag == "BEG" || tag == "BCH") {
                if (++heads > 1)
                    add("x12.segment_repeats", i, 0, cat(tag, " stands more than once"));
                else if (i != 1)
                    add("x12.segment_place", i, 0, cat(tag, " must follow ST"));
            }
            if (line && summed)
                add("x12.segment_place", i, 0, cat("a ", tag, " stands behind CTT"));
            if (tag == "CTT" && std::exchange(summed, true))
                add("x12.segment_repeats", i, 0, "CTT stands more than once");
        }
    }

    static std::string two(unsigned element) { return zero_padded(element, 2); }
    static std::string name_of(const SegmentRule& rule, unsigned element) {
        return cat(rule.tag, two(element));
    }
    static std::string list(std::span<const std::uint8_t> elements) {
        std::string out;
        for (const unsigned element : elements)
            out += cat(out.empty() ? "" : ", ", element);
        return out;
    }

    // Element 0: the segment as a whole.
    void add(std::string_view code, std::size_t i, unsigned element, std::string text) {
        BreachKind kind{code, std::string(view_.segment(i).tag), element};
        if (breaches_.count(kind)) return;
        Place place = element == 0 ? view_.place(i) : view_.place(i, element);
        if (!view_.has_problem_at(place))
            breaches_.add(std::move(kind), std::move(place), std::move(text));
    }

    MessageView& view_;
    bool newer_;
    RuleBreaches breaches_;
};

} // namespace

void check_rules(MessageView& view, std::string_view transaction_set, std::string_view version) {
    if (std::ranges::find(checked_sets, transaction_set) != checked_sets.end())
        RuleCheck(view, version).run();
}

} // namespace besteld::parsers::x12

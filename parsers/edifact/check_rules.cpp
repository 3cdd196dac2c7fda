// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/check_rules.hpp"

#include "base/text.hpp"
#include "order/series_number.hpp"
#include "parsers/edifact/message_structure.hpp"
#include "parsers/edifact/segment_rules.hpp"
#include "parsers/rule_breaches.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace besteld::parsers::edifact {

namespace {

// Whose segments are checked; of other messages only the number is read.
constexpr auto checked_messages = std::to_array<std::string_view>(
    {"ORDERS", "ORDCHG", "ORDRSP", "OSTENQ", "REQOTE", "DESADV", "APERAK", "CONTRL"});

bool is_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    std::size_t marks = 0;
    std::size_t digits = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            ++digits;
        else if (c == '.' || c == ',')
            ++marks;
        else
            return false;
    }
    return digits > 0 && marks <= 1;
}

bool fits(std::string_view text, Characters characters) {
    if (characters == Characters::number) return is_number(text);
    return characters == Characters::any ||
           std::ranges::none_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// ISO 9735: decimal mark and minus sign do not count.
std::size_t length_of(std::string_view text, Characters characters) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [&](char c) {
        const bool counts = characters != Characters::number || (c >= '0' && c <= '9');
        return counts && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

// "D.96A" → 96; nothing for what is no directory of the UN.
int year_of(std::string_view version) {
    if (version.size() < 5 || !version.starts_with("D.")) return -1;
    const char tens = version[2];
    const char ones = version[3];
    if (tens < '0' || tens > '9' || ones < '0' || ones > '9') return -1;
    const int year = 10 * (tens - '0') + (ones - '0');
    return year < 80 ? year + 100 : year;
}

class RuleCheck {
public:
    RuleCheck(MessageView& view, std::string_view message_type, std::string_view version)
        : view_(view), type_(message_type), year_(year_of(version)) {}

    void run() {
        for (std::size_t i = 0; i < view_.size(); ++i)
            if (const auto* rule = find_segment_rule(view_.segment(i).tag)) segment(i, *rule);
        structure();
        breaches_.tell(view_);
    }

private:
    bool older() const { return year_ >= 0 && year_ < 97; }

    void segment(std::size_t i, const SegmentRule& rule) {
        for (const Component& component : view_.components(i))
            value(i, rule, component);
        for (const auto& one : rule.all())
            if (one.need != Need::optional) presence(i, rule, one);
    }

    void presence(std::size_t i, const SegmentRule& segment, const ComponentRule& rule) {
        bool element_there = false;
        for (const Component& component : view_.components(i)) {
            if (component.element != rule.element) continue;
            if (component.component == rule.component) return;
            element_there = true;
        }
        if (rule.need == Need::with_composite && !element_there) return;
        add("edifact.element_missing", i, {rule.element, rule.component},
            cat(name_of(segment, rule), " is mandatory and missing"));
    }

    void value(std::size_t i, const SegmentRule& segment, const Component& component) {
        const At at{component.element, component.component, component.repeat};
        const auto* rule = find_component_rule(segment, at.element, at.component);
        const std::size_t longest = !rule ? 0 : older() ? rule->longest : rule->longest_newer;
        if (longest == 0) {
            add("edifact.element_surplus", i, at,
                has_element(segment, at.element)
                    ? cat(segment.tag, " element ", at.element, " has no component ", at.component,
                          " in this version")
                    : cat(segment.tag, " has no element ", at.element, " in this version"));
            return;
        }
        const bool short_enough = component.end - component.begin <= longest;
        const bool free = rule->shortest <= 1 && rule->characters == Characters::any;
        if (short_enough && free && rule->codes.empty()) return;
        form(i, at, segment, *rule, longest);
    }

    void form(std::size_t i, At at, const SegmentRule& segment, const ComponentRule& rule,
              std::size_t longest) {
        const std::string text = view_.text(i, at);
        const std::size_t length = length_of(text, rule.characters);
        const bool right = length <= longest && length >= rule.shortest &&
                           fits(text, rule.characters) && is_listed(text, rule.codes);
        if (text.empty() || right) return;
        const std::string name = name_of(segment, rule);
        if (length > longest)
            add("edifact.element_too_long", i, at,
                cat(name, " has ", length, " characters, at most ", longest, " are allowed"));
        else if (length < rule.shortest)
            add("edifact.element_too_short", i, at,
                cat(name, " has ", length, " characters, at least ", rule.shortest, " are wanted"));
        if (!fits(text, rule.characters))
            add("edifact.element_type", i, at,
                cat(name, " is \"", text, "\", not ",
                    rule.characters == Characters::number ? "a number" : "letters"));
        if (!is_listed(text, rule.codes))
            add("edifact.code_value", i, at,
                cat(name, " is \"", text, "\", which its code list does not have"));
    }

    void structure() {
        const auto nodes = structure_of(type_);
        if (nodes.empty() || year_ < 0 || view_.size() < 2) return;
        StructureWalk walk(nodes);
        const bool whole = view_.segment(view_.size() - 1).tag == "UNT";
        const std::size_t end = whole ? view_.size() - 1 : view_.size();
        for (std::size_t i = 1; i < end; ++i) {
            const auto found = walk.next(view_.segment(i).tag);
            missing(walk, i);
            position(i, found);
        }
        walk.finish();
        if (whole) missing(walk, end);
    }

    // BGM is the reader's (edifact.no_bgm). UNS parts nothing where no summary follows, and many
    // leave it out.
    bool is_forgiven(std::string_view tag, std::size_t before) const {
        return tag == "BGM" || (tag == "UNS" && view_.segment(before).tag == "UNT");
    }

    void missing(const StructureWalk& walk, std::size_t before) {
        for (const auto tag : walk.missing())
            if (!is_forgiven(tag, before))
                add("edifact.segment_missing", before, {0},
                    cat("a mandatory ", tag, " is missing in front of this segment"));
    }

    void position(std::size_t i, StructureWalk::Found found) {
        const ShortCode tag = view_.segment(i).tag;
        using Found = StructureWalk::Found;
        // What follows a segment out of place belongs to it.
        const bool still = std::exchange(astray_, found == Found::misplaced);
        if (found == Found::misplaced && !still)
            add("edifact.segment_place", i, {0},
                cat(type_, " has ", tag, ", but not at this place"));
        if (found == Found::too_often)
            add("edifact.segment_repeats", i, {0},
                cat(tag, " stands here more often than ", type_, " allows"));
        if (found == Found::group_too_often)
            add("edifact.group_repeats", i, {0},
                cat("the group of ", tag, " stands here more often than ", type_, " allows"));
    }

    static bool has_element(const SegmentRule& segment, unsigned element) {
        return std::ranges::find(segment.all(), element, &ComponentRule::element) !=
               segment.all().end();
    }

    // "DTM 2379"
    static std::string name_of(const SegmentRule& segment, const ComponentRule& rule) {
        return cat(segment.tag, " ", zero_padded(rule.data_element, 4));
    }

    // Element 0: the segment as a whole.
    void add(std::string_view code, std::size_t i, At at, std::string text) {
        BreachKind kind{code, std::string(view_.segment(i).tag), at.element, at.component};
        if (breaches_.count(kind)) return;
        Place place = at.element == 0 ? view_.place(i) : view_.place(i, at);
        if (!view_.has_problem_at(place))
            breaches_.add(std::move(kind), std::move(place), std::move(text));
    }

    MessageView& view_;
    std::string_view type_;
    int year_;
    bool astray_ = false; // the segment in front was out of place
    RuleBreaches breaches_;
};

} // namespace

void check_rules(MessageView& view, std::string_view message_type, std::string_view version) {
    if (std::ranges::find(checked_messages, message_type) != checked_messages.end())
        RuleCheck(view, message_type, version).run();
}

} // namespace besteld::parsers::edifact

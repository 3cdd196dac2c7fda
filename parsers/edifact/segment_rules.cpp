// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/segment_rules.hpp"

#include <algorithm>

namespace besteld::parsers::edifact {

namespace {

// A row as the directory (EDSD, EDCD) prints it: elements are parted by '|', components by ';'. In
// front of a simple element or of a component stands M when it is mandatory; in front of a
// composite, M: when the element is. an..3/17 is three characters up to D.96B and seventeen since;
// an..0/9 is new since. "5x" repeats an element. Codes follow '#'.
struct Row {
    std::string_view tag;
    std::string_view text;
};

constexpr auto rows = std::to_array<Row>({
    {"UNH", "M 0062 an..14 | M: M 0065 an..6; M 0052 an..3; M 0054 an..3; M 0051 an..3; 0057 "
            "an..6/12; 0110 an..0/6; 0113 an..0/6 | 0068 an..35 | 0070 n..2; 0073 a1"},
    {"BGM", "1001 an..3; 1131 an..3/17; 3055 an..3; 1000 an..35 | 1004 an..35; 1056 an..0/9; 1060 "
            "an..0/6 | 1225 an..3 | 4343 an..3"},
    {"DTM", "M: M 2005 an..3 #1-999; 2380 an..35; 2379 an..3"},
    {"FTX", "M 4451 an..3 | 4453 an..3 | M 4441 an..3/17; 1131 an..3/17; 3055 an..3 | M 4440 "
            "an..70/512; 4440 an..70/512; 4440 an..70/512; 4440 an..70/512; 4440 an..70/512 | 3453 "
            "an..3 | 4447 an..0/3"},
    {"RFF", "M: M 1153 an..3; 1154 an..35/70; 1156 an..6; 4000 an..35; 1060 an..0/6"},
    {"NAD", "M 3035 an..3 | M 3039 an..17/35; 1131 an..3/17; 3055 an..3 | M 3124 an..35; 3124 "
            "an..35; 3124 an..35; 3124 an..35; 3124 an..35 | M 3036 an..35; 3036 an..35; 3036 "
            "an..35; 3036 an..35; 3036 an..35; 3045 an..3 | M 3042 an..35; 3042 an..35; 3042 "
            "an..35; 3042 an..35 | 3164 an..35 | 3229 an..9; 1131 an..0/17; 3055 an..0/3; 3228 "
            "an..0/70 | 3251 an..9/17 | 3207 an..3"},
    {"CTA", "3139 an..3 | 3413 an..17; 3412 an..35"},
    {"COM", "M: M 3148 an..512; M 3155 an..3"},
    {"LOC", "M 3227 an..3 | 3225 an..25; 1131 an..3/17; 3055 an..3; 3224 an..70/256 | 3223 an..25; "
            "1131 an..3/17; 3055 an..3; 3222 an..70 | 3233 an..25; 1131 an..3/17; 3055 an..3; 3232 "
            "an..70 | 5479 an..3"},
    {"DOC", "M: 1001 an..3; 1131 an..3/17; 3055 an..3; 1000 an..35 | 1004 an..35; 1373 an..3; 1366 "
            "an..35/70; 3453 an..3; 1056 an..0/9; 1060 an..0/6 | 3153 an..3 | 1220 n..2 | 1218 "
            "n..2"},
    {"TAX", "M 5283 an..3 #1-9 | 5153 an..3; 1131 an..3/17; 3055 an..3; 5152 an..35 | M 5289 "
            "an..6; 1131 an..3/17; 3055 an..3 | 5286 an..15 | 5279 an..7; 1131 an..3/17; 3055 "
            "an..3; 5278 an..17; 5273 an..12; 1131 an..3/17; 3055 an..3 | 5305 an..3 | 3446 an..20 "
            "| 1227 an..0/3"},
    {"MOA", "M: M 5025 an..3 #1-999; 5004 n..18/35; 6345 a3; 6343 an..3 #1-99; 4405 an..3"},
    {"CUX", "M 6347 an..3 #1-9; 6345 a3; 6343 an..3 #1-99; 6348 n..4 | M 6347 an..3 #1-9; 6345 "
            "a3; 6343 an..3 #1-99; 6348 n..4 | 5402 n..12 | 6341 an..3"},
    {"PCD", "M: M 5245 an..3; 5482 n..10; 5249 an..3; 1131 an..3/17; 3055 an..3 | 4405 an..0/3"},
    {"PAT", "M 4279 an..3 #1-99 | M 4277 an..17; 1131 an..3/17; 3055 an..3; 4276 an..35; 4276 "
            "an..35 | M 2475 an..3 #1-99; 2009 an..3; 2151 an..3; 2152 n..3"},
    {"PAI", "M: 4439 an..3; 4431 an..3; 4461 an..3; 1131 an..3/17; 3055 an..3; 4435 an..3"},
    {"ALI", "3239 an..3 | 9213 an..3 | 5x 4183 an..3"},
    {"IMD", "7077 an..3 | 7081 an..3; 1131 an..0/17; 3055 an..0/3 | 7009 an..17; 1131 an..3/17; "
            "3055 an..3; 7008 an..35/256; 7008 an..35/256; 3453 an..3 | 7383 an..3"},
    {"GIR", "M 7297 an..3 | M: M 7402 an..35; 7405 an..3; 4405 an..3 | 4x M 7402 an..35; 7405 "
            "an..3; 4405 an..3"},
    {"GIN", "M 7405 an..3 | M: M 7402 an..35; 7402 an..35 | 4x M 7402 an..35; 7402 an..35"},
    {"TDT", "M 8051 an..3 | 8028 an..17 | 8067 an..3; 8066 an..17 | 8179 an..8; 8178 an..17 | 3127 "
            "an..17; 1131 an..3/17; 3055 an..3; 3128 an..35 | 8101 an..3 | M 8457 an..3; M 8459 "
            "an..3; 7130 an..17 | 8213 an..9; 1131 an..3/17; 3055 an..3; 8212 an..35; 8453 an..3 | "
            "8281 an..3"},
    {"TOD", "4055 an..3 #1-9 | 4215 an..3 | 4053 an..3; 1131 an..3/17; 3055 an..3; 4052 an..70; "
            "4052 an..70"},
    {"EQD", "M 8053 an..3 | 8260 an..17; 1131 an..3/17; 3055 an..3; 3207 an..3 | 8155 an..10; 1131 "
            "an..3/17; 3055 an..3; 8154 an..35 | 8077 an..3 | 8249 an..3 | 8169 an..3"},
    {"PAC", "7224 n..8 | 7075 an..3; 7233 an..3; 7073 an..3 | 7065 an..17; 1131 an..3/17; 3055 "
            "an..3; 7064 an..35 | M 7077 an..3; M 7064 an..35; 7143 an..3; 7064 an..35; 7143 an..3 "
            "| 8395 an..3; 8393 an..3"},
    {"PCI", "4233 an..3 | M 7102 an..35; 7102 an..35; 7102 an..35; 7102 an..35; 7102 an..35; 7102 "
            "an..35; 7102 an..35; 7102 an..35; 7102 an..35; 7102 an..35 | 8275 an..3 | M 7511 "
            "an..3; 1131 an..3/17; 3055 an..3"},
    {"MEA", "M 6311 an..3 | 6313 an..3; 6321 an..3; 6155 an..3/17; 6154 an..70 | M 6411 an..3; "
            "6314 n..18; 6162 n..18; 6152 n..18; 6432 n..2 | 7383 an..3"},
    {"SCC", "M 4017 an..3 | 4493 an..3 | 2013 an..3; 2015 an..3; 2017 an..3"},
    {"QTY", "M: M 6063 an..3 #1-999; M 6060 n..15/35; 6411 an..3"},
    {"ALC", "M 5463 an..3 #? | 1230 an..35; 5189 an..3 | 4471 an..3 | 1227 an..3 | 7161 an..3; "
            "1131 an..3/17; 3055 an..3; 7160 an..35; 7160 an..35"},
    {"RNG", "M 6167 an..3 #1-99 | M 6411 an..3; 6162 n..18; 6152 n..18"},
    {"RTE", "M: M 5419 an..3; M 5420 n..15; 5284 n..9; 6411 an..3 | 4405 an..0/3"},
    {"APR", "4043 an..3 | M 5394 n..12; 5393 an..3 | 4295 an..3; 1131 an..3/17; 3055 an..3; 4294 "
            "an..35"},
    {"PRI", "M 5125 an..3 #A??,CAL,INF,INV; 5118 n..15; 5375 an..3; 5387 an..3; 5284 n..9; 6411 "
            "an..3 | 5213 an..3"},
    {"RCS", "M 7293 an..3 | M 7295 an..17; 1131 an..3/17; 3055 an..3; 7294 an..35 | 1229 an..3 | "
            "3207 an..0/3"},
    {"LIN", "1082 an..6 | 1229 an..3 #1-99 | 7140 an..35; 7143 an..3; 1131 an..3/17; 3055 an..3 | "
            "5495 an..3; 1082 an..6 | 1222 n..2 | 7083 an..3"},
    {"PIA", "M 4347 an..3 #1-99 | M: 7140 an..35; 7143 an..3; 1131 an..3/17; 3055 an..3 | 4x 7140 "
            "an..35; 7143 an..3; 1131 an..3/17; 3055 an..3"},
    {"QVR", "M 6064 n..15; 6063 an..3 | 4221 an..3 | 4295 an..3; 1131 an..3/17; 3055 an..3; 4294 "
            "an..35"},
    {"CNT", "M: M 6069 an..3 #1-99; M 6066 n..18; 6411 an..3"},
    {"UNS", "M 0081 a1 #D,S"},
    {"UNT", "M 0074 n..6/10 | M 0062 an..14"},
    {"AJT", "M 4465 an..3 | 1082 an..6"},
    {"ERC", "M: M 9321 an..8; 1131 an..3/17; 3055 an..3"},
    {"IRQ", "M: M 4511 an..3; 1131 an..3/17; 3055 an..3; 4510 an..35"},
    {"CPS", "M 7164 an..12/35 | 7166 an..12/35 | 7075 an..3"},
    {"HAN", "4079 an..3; 1131 an..3/17; 3055 an..3; 4078 an..70 | 7419 an..4/7; 1131 an..3/17; "
            "3055 an..3; 7418 an..35"},
    // ISO 9735: CONTRL
    {"UCI", "M 0020 an..14 | M: M 0004 an..35; 0007 an..4; 0008 an..14/35; 0042 an..0/35 | M: M "
            "0010 an..35; 0007 an..4; 0014 an..14/35; 0046 an..0/35 | M 0083 an..3 | 0085 an..3 | "
            "0013 an..3 | 0098 n..3; 0104 n..3; 0136 n..0/6"},
    {"UCM", "M 0062 an..14 | M: M 0065 an..6; M 0052 an..3; M 0054 an..3; M 0051 an..3; 0057 "
            "an..6/12; 0110 an..0/6; 0113 an..0/6 | M 0083 an..3 | 0085 an..3 | 0013 an..3 | 0098 "
            "n..3; 0104 n..3; 0136 n..0/6"},
    {"UCS", "M 0096 n..6 | 0085 an..3"},
    {"UCD", "M 0085 an..3 | M: M 0098 n..3; 0104 n..3; 0136 n..0/6"},
});

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Reads a row from left to right, at compile time: what does not parse does not build.
class RowReader {
public:
    constexpr explicit RowReader(const Row& row) : rest_(row.text) { rule_.tag = row.tag; }

    constexpr SegmentRule read() {
        while (!rest_.empty()) {
            unsigned times = 1;
            if (rest_.size() > 3 && is_digit(rest_[0]) && rest_[1] == 'x') {
                times = static_cast<unsigned>(rest_[0] - '0');
                rest_.remove_prefix(3);
            }
            const auto element = rest_.substr(0, rest_.find(" | "));
            rest_.remove_prefix(std::min(element.size() + 3, rest_.size()));
            for (unsigned i = 0; i < times; ++i)
                read_element(element);
        }
        return rule_;
    }

private:
    constexpr void read_element(std::string_view text) {
        ++element_;
        const bool mandatory = text.starts_with("M: ");
        if (mandatory) text.remove_prefix(3);
        const bool simple = text.find(';') == std::string_view::npos;
        std::uint8_t component = 0;
        while (!text.empty()) {
            const auto one = text.substr(0, text.find("; "));
            text.remove_prefix(std::min(one.size() + 2, text.size()));
            read_component(one, ++component, mandatory, simple);
        }
    }

    constexpr void read_component(std::string_view text, std::uint8_t component, bool in_mandatory,
                                  bool simple) {
        ComponentRule& out = rule_.components[rule_.count++];
        out.element = element_;
        out.component = component;
        if (text.starts_with("M ")) {
            out.need = in_mandatory || simple ? Need::always : Need::with_composite;
            text.remove_prefix(2);
        }
        const auto codes = text.find(" #");
        if (codes != std::string_view::npos) {
            out.codes = text.substr(codes + 2);
            text = text.substr(0, codes);
        }
        out.data_element = static_cast<std::uint16_t>(number(text));
        read_form(text.substr(1), out);
    }

    // "an..35", "n..6/10", "a3"
    static constexpr void read_form(std::string_view text, ComponentRule& out) {
        const auto digits = text.find_first_of("0123456789");
        const auto kind = text.substr(0, digits);
        out.characters = kind.starts_with("an")  ? Characters::any
                         : kind.starts_with("a") ? Characters::letters
                                                 : Characters::number;
        text.remove_prefix(digits);
        out.longest = out.longest_newer = static_cast<std::uint16_t>(number(text));
        if (!kind.ends_with("..")) out.shortest = out.longest;
        if (!text.empty()) {
            text.remove_prefix(1);
            out.longest_newer = static_cast<std::uint16_t>(number(text));
        }
    }

    // Takes the digits in front away.
    static constexpr unsigned number(std::string_view& text) {
        unsigned value = 0;
        while (!text.empty() && is_digit(text[0])) {
            value = 10 * value + static_cast<unsigned>(text[0] - '0');
            text.remove_prefix(1);
        }
        return value;
    }

    std::string_view rest_;
    SegmentRule rule_;
    std::uint8_t element_ = 0;
};

constexpr auto rules = [] {
    auto sorted = rows;
    std::ranges::sort(sorted, {}, &Row::tag);
    std::array<SegmentRule, rows.size()> out{};
    for (std::size_t i = 0; i < rows.size(); ++i)
        out[i] = RowReader(sorted[i]).read();
    return out;
}();

bool is_number_between(std::string_view code, std::string_view range) {
    const auto dash = range.find('-');
    if (dash == std::string_view::npos || code.empty() || code.size() > 3) return false;
    const auto value = [](std::string_view text) {
        int out = 0;
        for (const char c : text) {
            if (!is_digit(c)) return -1;
            out = 10 * out + (c - '0');
        }
        return out;
    };
    const int number = value(code);
    return number >= value(range.substr(0, dash)) && number <= value(range.substr(dash + 1));
}

bool fits(std::string_view code, std::string_view pattern) {
    if (code.size() != pattern.size()) return false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const bool any_letter = pattern[i] == '?' && code[i] >= 'A' && code[i] <= 'Z';
        if (code[i] != pattern[i] && !any_letter) return false;
    }
    return true;
}

} // namespace

const SegmentRule* find_segment_rule(std::string_view tag) {
    const auto* found = std::ranges::lower_bound(rules, tag, {}, &SegmentRule::tag);
    return found != rules.end() && found->tag == tag ? found : nullptr;
}

const ComponentRule* find_component_rule(const SegmentRule& segment, unsigned element,
                                         unsigned component) {
    for (const auto& rule : segment.all())
        if (rule.element == element && rule.component == component) return &rule;
    return nullptr;
}

bool is_listed(std::string_view code, std::string_view list) {
    if (list.empty() || code.starts_with('Z')) return true;
    if (code.size() > 1 && code.back() == 'E' && is_digit(code.front())) return true;
    while (!list.empty()) {
        const auto one = list.substr(0, list.find(','));
        list.remove_prefix(std::min(one.size() + 1, list.size()));
        if (is_number_between(code, one) || fits(code, one)) return true;
    }
    return false;
}

} // namespace besteld::parsers::edifact

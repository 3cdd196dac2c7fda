// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/segment_rules.hpp"

#include <algorithm>

namespace besteld::parsers::x12 {

namespace {

// A row as a guideline prints it: elements parted by '|', M in front of a mandatory one, then the
// data element's number, its type and its least and greatest length; AN1/30/50 is 30 in 004010 and
// 50 since 005010. "10x" repeats what stands in parentheses. Codes follow '#'; '+': more elements
// may follow.
struct Row {
    std::string_view tag;
    std::string_view elements;
    std::string_view notes;
};

constexpr auto rows = std::to_array<Row>({
    {"ST", "M 143 ID3/3 | M 329 AN4/9 | 1705 AN1/35", ""},
    {"BEG",
     "M 353 ID2/2 | M 92 ID2/2 | M 324 AN1/22 | 328 AN1/30 | M 373 DT8/8 | 367 AN1/30 | 587 ID1/2 "
     "| 1019 ID3/3 | 1166 ID2/2 | 1232 ID1/2 | 786 ID2/2 | 640 ID2/2",
     ""},
    {"BCH",
     "M 353 ID2/2 | M 92 ID2/2 | M 324 AN1/22 | 328 AN1/30 | 327 AN1/8 | M 373 DT8/8 | 326 AN1/45 "
     "| 367 AN1/30 | 127 AN1/30/50 | 373 DT8/8 | 373 DT8/8 | +",
     ""},
    {"CUR", "M 98 ID2/3 | M 100 ID3/3 | 280 R4/10 | 98 ID2/3 | 100 ID3/3 | 669 ID3/3 | +", ""},
    {"REF", "M 128 ID2/3 | 127 AN1/30/50 | 352 AN1/80 | C040", "R0203"},
    {"PER",
     "M 366 ID2/2 | 93 AN1/60 | 365 ID2/2 | 364 AN1/80/256 | 365 ID2/2 | 364 AN1/80/256 | 365 "
     "ID2/2 | 364 AN1/80/256 | 443 AN1/20",
     "P0304 P0506 P0708"},
    {"FOB",
     "M 146 ID2/2 | 309 ID1/2 | 352 AN1/80 | 334 ID2/2 | 335 ID3/3 | 309 ID1/2 | 352 AN1/80 | 54 "
     "ID2/2 | 352 AN1/80",
     "C0302 C0405 C0706 C0809"},
    {"CTP",
     "687 ID2/2 | 236 ID3/3 | 212 R1/17 | 380 R1/15 | C001 | 648 ID3/3 | 649 R1/10 | 782 R1/18 | "
     "639 ID2/2 | 499 AN1/10 | 289 N1/2",
     "P0405 C0607 C0902 C1002 C1103"},
    {"SAC",
     "M 248 ID1/1 #A,C,N,P,Q,R,S | 1300 ID4/4 | 559 ID2/2 | 1301 AN1/10 | 610 N1/15 | 378 ID1/1 | "
     "332 R1/6 | 118 R1/9 | 355 ID2/2 | 380 R1/15 | 380 R1/15 | 331 ID2/2 | 127 AN1/30/50 | 770 "
     "AN1/20 | 352 AN1/80 | 819 ID2/3",
     "R0203 P0304 P0607 P0910 C1110 C1403 C1615"},
    {"ITD",
     "336 ID2/2 | 333 ID1/2 | 338 R1/6 | 370 DT8/8 | 351 N1/3 | 446 DT8/8 | 386 N1/3 | 362 N1/10 | "
     "388 DT8/8 | 389 N1/10 | 342 R1/5 | 352 AN1/80 | 765 N1/2 | 107 ID1/2 | 954 R1/10",
     "L03040513 L08040513"},
    {"DTM", "M 374 ID3/3 | 373 DT8/8 | 337 TM4/8 | 623 ID2/2 | 1250 ID2/3 | 1251 AN1/35",
     "R020305 C0403 P0506"},
    {"PID",
     "M 349 ID1/1 #F,S,X | 750 ID2/3 | 559 ID2/2 | 751 AN1/12 | 352 AN1/80 | 752 ID2/2 | 822 "
     "AN1/15 | 1073 ID1/1 | 819 ID2/3",
     "C0403 R0405 C0703 C0804 C0905"},
    {"N9", "M 128 ID2/3 | 127 AN1/30/50 | 369 AN1/45 | 373 DT8/8 | 337 TM4/8 | 623 ID2/2 | C040",
     "R0203 C0605"},
    {"MSG", "M 933 AN1/264 | 934 ID2/2 | 1470 N1/9", "C0302"},
    {"NTE", "363 ID3/3 | M 352 AN1/80", ""},
    {"N1", "M 98 ID2/3 | 93 AN1/60 | 66 ID1/2 | 67 AN2/80 | 706 ID2/2 | 98 ID2/3", "R0203 P0304"},
    {"N2", "M 93 AN1/60 | 93 AN1/60", ""},
    {"N3", "M 166 AN1/55 | 166 AN1/55", ""},
    {"N4", "19 AN2/30 | 156 ID2/2 | 116 ID3/15 | 26 ID2/3 | 309 ID1/2 | 310 AN1/30 | 1715 ID1/3",
     "C0605 E0207"},
    {"PO1",
     "350 AN1/20 | 330 R1/15 | 355 ID2/2 | 212 R1/17 | 639 ID2/2 | 10x(235 ID2/2 | 234 AN1/48/80)",
     "C0302 C0504 P0607 P0809 P1011 P1213 P1415 P1617 P1819 P2021 P2223 P2425"},
    {"POC",
     "350 AN1/20 | M 670 ID2/2 | 330 R1/15 | 671 R1/9 | C001 | 212 R1/17 | 639 ID2/2 | 10x(235 "
     "ID2/2 | 234 AN1/48/80)",
     "P0305 C0706 P0809 P1011 P1213 P1415 P1617 P1819 P2021 P2223 P2425 P2627"},
    {"LIN", "350 AN1/20 | M 235 ID2/2 | M 234 AN1/48/80 | 9x(235 ID2/2 | 234 AN1/48/80) | +",
     "P0405 P0607 P0809 P1011"},
    {"SLN",
     "M 350 AN1/20 | 350 AN1/20 | M 662 ID1/1 | 380 R1/15 | C001 | 212 R1/17 | 639 ID2/2 | 662 "
     "ID1/1 | 10x(235 ID2/2 | 234 AN1/48/80)",
     "P0405 C0706 C0806 P0910 P1112 P1314 P1516 P1718 P1920 P2122 P2324 P2526 P2728"},
    {"SCH",
     "M 380 R1/15 | M 355 ID2/2 | 98 ID2/3 | 93 AN1/60 | M 374 ID3/3 | M 373 DT8/8 | 337 TM4/8 | "
     "374 ID3/3 | 373 DT8/8 | 337 TM4/8 | 326 AN1/45 | 350 AN1/20",
     "P0506"},
    {"SDQ", "M 355 ID2/2 | 66 ID1/2 | 10x(67 AN2/80 | 380 R1/15) | 310 AN1/30",
     "P0506 P0708 P0910 P1112 P1314 P1516 P1718 P1920 P2122"},
    {"QTY", "M 673 ID2/2 | 380 R1/15 | C001 | 61 AN1/30", "R0204 E0204"},
    {"TXI",
     "M 963 ID2/2 | 782 R1/18 | 954 R1/10 | 955 ID2/2 | 956 AN1/10 | 441 ID1/1 | 662 ID1/1 | 828 "
     "R1/9 | 325 AN1/20 | 350 AN1/20",
     "R020306 P0405 C0803"},
    {"AMT", "M 522 ID1/3 | M 782 R1/18 | 478 ID1/1", ""},
    {"G62", "432 ID2/2 | 373 DT8/8 | 176 ID1/2 | 337 TM4/8 | 623 ID2/2", "R0103 P0102 P0304"},
    {"CTT", "M 354 N1/6 | 347 R1/10 | 81 R1/10 | 355 ID2/2 | 183 R1/8 | 355 ID2/2 | 352 AN1/80",
     "P0304 P0506"},
    {"SE", "M 96 N1/10 | M 329 AN4/9", ""},
});

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Takes the number in front away.
constexpr unsigned number(std::string_view& text) {
    unsigned value = 0;
    while (!text.empty() && is_digit(text[0])) {
        value = 10 * value + static_cast<unsigned>(text[0] - '0');
        text.remove_prefix(1);
    }
    return value;
}

constexpr ElementType type_named(std::string_view word) {
    if (word == "ID") return ElementType::code;
    if (word == "N") return ElementType::whole;
    if (word == "R") return ElementType::decimal;
    if (word == "DT") return ElementType::date;
    return word == "TM" ? ElementType::time : ElementType::text;
}

// "M 353 ID2/2 #00,01"; C001 is a composite
constexpr ElementRule element_of(std::string_view text) {
    ElementRule out;
    if (text.starts_with('C')) {
        out.type = ElementType::composite;
        return out;
    }
    if (text.starts_with("M ")) {
        out.mandatory = true;
        text.remove_prefix(2);
    }
    out.number = static_cast<std::uint16_t>(number(text));
    text.remove_prefix(1);
    const auto digits = text.find_first_of("0123456789");
    out.type = type_named(text.substr(0, digits));
    text.remove_prefix(digits);
    out.shortest = static_cast<std::uint16_t>(number(text));
    text.remove_prefix(1);
    out.longest = out.longest_newer = static_cast<std::uint16_t>(number(text));
    if (text.starts_with('/')) {
        text.remove_prefix(1);
        out.longest_newer = static_cast<std::uint16_t>(number(text));
    }
    if (text.starts_with(" #")) out.codes = text.substr(2);
    return out;
}

constexpr void add_elements(SegmentRule& rule, std::string_view text) {
    while (!text.empty()) {
        auto one = text.substr(0, text.find(" | "));
        const auto open = one.find("x(");
        if (open != std::string_view::npos) {
            const auto close = text.find(')');
            auto times = number(one);
            const auto inner = text.substr(open + 2, close - open - 2);
            for (; times > 0; --times)
                add_elements(rule, inner);
            text.remove_prefix(std::min(close + 4, text.size()));
            continue;
        }
        if (one == "+")
            rule.open = true;
        else
            rule.elements[rule.count++] = element_of(one);
        text.remove_prefix(std::min(one.size() + 3, text.size()));
    }
}

// "P0304 R020305"
constexpr void add_notes(SegmentRule& rule, std::string_view text) {
    while (!text.empty()) {
        SyntaxNote& note = rule.notes[rule.note_count++];
        note.kind = text[0];
        text.remove_prefix(1);
        while (text.size() >= 2 && is_digit(text[0])) {
            note.elements[note.count++] =
                static_cast<std::uint8_t>(10 * (text[0] - '0') + (text[1] - '0'));
            text.remove_prefix(2);
        }
        if (text.starts_with(' ')) text.remove_prefix(1);
    }
}

constexpr auto rules = [] {
    auto sorted = rows;
    std::ranges::sort(sorted, {}, &Row::tag);
    std::array<SegmentRule, rows.size()> out{};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        out[i].tag = sorted[i].tag;
        add_elements(out[i], sorted[i].elements);
        add_notes(out[i], sorted[i].notes);
    }
    return out;
}();

} // namespace

const SegmentRule* find_segment_rule(std::string_view tag) {
    const auto* found = std::ranges::lower_bound(rules, tag, {}, &SegmentRule::tag);
    return found != rules.end() && found->tag == tag ? found : nullptr;
}

} // namespace besteld::parsers::x12

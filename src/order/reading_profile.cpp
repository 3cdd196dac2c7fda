// SPDX-License-Identifier: Apache-2.0
#include "order/reading_profile.hpp"

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

constexpr auto words = std::to_array<OddityWord>({
    {Oddity::wrong_counts, "wrong_counts", "counts in trailers (UNT, UNZ, SE, GE, IEA) are wrong"},
    {Oddity::wrong_references, "wrong_references",
     "references in trailers differ from those in headers"},
    {Oddity::wrong_totals, "wrong_totals", "control totals (CNT, CTT) are wrong"},
    {Oddity::missing_trailer, "missing_trailer",
     "messages or interchanges end without trailer; one that was cut off then passes too"},
    {Oddity::missing_envelope, "missing_envelope", "messages come without interchange or group"},
    {Oddity::text_outside, "text_outside", "something stands around the messages"},
    {Oddity::empty_segments, "empty_segments", "empty segments"},
    {Oddity::unknown_segments, "unknown_segments", "segments that the message does not have"},
    {Oddity::repeated_references, "repeated_references",
     "message references repeat within an interchange"},
    {Oddity::wrong_glns, "wrong_glns", "numbers of their own are called GLN"},
    {Oddity::isa_width, "isa_width", "ISA is not 106 characters, or lacks ISA16"},
    {Oddity::missing_elements, "missing_elements", "an element that another one asks for is empty"},
    {Oddity::lower_case_tags, "lower_case_tags", "segment tags in lower case"},
    {Oddity::line_ends_end_segments, "line_ends_end_segments",
     "the end of a line may end a segment in the terminator's place"},
    {Oddity::element_form, "element_form",
     "elements are longer, shorter or of other characters than the standard has them"},
    {Oddity::unknown_codes, "unknown_codes", "codes that the standard's lists do not have"},
    {Oddity::segment_places, "segment_places",
     "segments are missing, repeated or in another place than the message has them"},
    {Oddity::network_rules, "network_rules", "the rules of Peppol's documents are not kept"},
});

struct CodeOfOddity {
    std::string_view code;
    Oddity oddity;
};

constexpr auto codes = std::to_array<CodeOfOddity>({
    {"edifact.unt_count", Oddity::wrong_counts},
    {"edifact.count", Oddity::wrong_counts},
    {"x12.se_count", Oddity::wrong_counts},
    {"x12.count", Oddity::wrong_counts},
    {"tradacoms.mtr_count", Oddity::wrong_counts},
    {"tradacoms.end_count", Oddity::wrong_counts},
    {"edifact.unt_reference", Oddity::wrong_references},
    {"edifact.reference", Oddity::wrong_references},
    {"x12.se_reference", Oddity::wrong_references},
    {"x12.control_number", Oddity::wrong_references},
    {"edifact.cnt_lines", Oddity::wrong_totals},
    {"edifact.cnt_quantity", Oddity::wrong_totals},
    {"x12.ctt_lines", Oddity::wrong_totals},
    {"x12.ctt_quantity", Oddity::wrong_totals},
    {"tradacoms.line_count", Oddity::wrong_totals},
    {"idoc.line_count", Oddity::wrong_totals},
    {"edifact.no_unt", Oddity::missing_trailer},
    {"edifact.no_une", Oddity::missing_trailer},
    {"edifact.no_unz", Oddity::missing_trailer},
    {"x12.no_se", Oddity::missing_trailer},
    {"x12.no_ge", Oddity::missing_trailer},
    {"x12.no_iea", Oddity::missing_trailer},
    {"tradacoms.no_end", Oddity::missing_trailer},
    {"edifact.no_unb", Oddity::missing_envelope},
    {"edifact.no_ung", Oddity::missing_envelope},
    {"x12.no_isa", Oddity::missing_envelope},
    {"x12.no_gs", Oddity::missing_envelope},
    {"edifact.outside_message", Oddity::text_outside},
    {"edifact.junk", Oddity::text_outside},
    {"x12.outside_message", Oddity::text_outside},
    {"edifact.empty_segment", Oddity::empty_segments},
    {"x12.empty_segment", Oddity::empty_segments},
    {"edifact.unknown_segment", Oddity::unknown_segments},
    {"x12.unknown_segment", Oddity::unknown_segments},
    {"edifact.reference_twice", Oddity::repeated_references},
    {"edifact.gln", Oddity::wrong_glns},
    {"x12.isa_width", Oddity::isa_width},
    {"x12.isa16", Oddity::isa_width},
    {"x12.syntax_note", Oddity::missing_elements},
    {"x12.no_terminator", Oddity::line_ends_end_segments},
    {"edifact.no_terminator", Oddity::line_ends_end_segments},
    {"edifact.lower_case_tag", Oddity::lower_case_tags},
    {"x12.lower_case_tag", Oddity::lower_case_tags},
    {"edifact.element_missing", Oddity::missing_elements},
    {"edifact.element_too_long", Oddity::element_form},
    {"edifact.element_too_short", Oddity::element_form},
    {"edifact.element_type", Oddity::element_form},
    {"edifact.element_surplus", Oddity::element_form},
    {"edifact.code_value", Oddity::unknown_codes},
    {"edifact.segment_missing", Oddity::segment_places},
    {"edifact.segment_place", Oddity::segment_places},
    {"edifact.segment_repeats", Oddity::segment_places},
    {"edifact.group_repeats", Oddity::segment_places},
    {"x12.element_missing", Oddity::missing_elements},
    {"x12.element_too_long", Oddity::element_form},
    {"x12.element_too_short", Oddity::element_form},
    {"x12.element_type", Oddity::element_form},
    {"x12.element_surplus", Oddity::element_form},
    {"x12.element_excluded", Oddity::element_form},
    {"x12.element_date", Oddity::element_form},
    {"x12.element_time", Oddity::element_form},
    {"x12.code_value", Oddity::unknown_codes},
    {"x12.segment_place", Oddity::segment_places},
    {"x12.segment_repeats", Oddity::segment_places},
    {"ubl.peppol_rule", Oddity::network_rules},
});

bool contains(const std::vector<Oddity>& list, Oddity oddity) {
    return std::ranges::find(list, oddity) != list.end();
}

// "9520000001018:14" is named by itself and by "9520000001018".
bool names_sender(const ReadingProfile& profile, std::string_view sender) {
    const std::string_view id = sender.substr(0, sender.find(':'));
    return std::ranges::any_of(profile.senders, [&](const std::string& s) {
        return equal_ignoring_case(s, sender) || equal_ignoring_case(s, id);
    });
}

// How well a profile fits, 0: not at all.
int fit(const ReadingProfile& profile, std::string_view sender, std::string_view channel) {
    const bool by_sender = !profile.senders.empty();
    const bool by_channel = !profile.channels.empty();
    if (by_sender && (sender.empty() || !names_sender(profile, sender))) return 0;
    if (by_channel && std::ranges::find(profile.channels, channel) == profile.channels.end())
        return 0;
    return 1 + (by_channel ? 1 : 0) + (by_sender ? 2 : 0);
}

void settle_units(OrderDraft& draft, const ReadingProfile& profile) {
    if (profile.units.empty()) return;
    for (auto& line : draft.lines) {
        if (!line.unit) continue;
        for (const auto& [written, code] : profile.units)
            if (equal_ignoring_case(written, line.unit->value))
                line.unit_code =
                    Field{.value = code, .origin = Origin::derived, .place = line.unit->place};
    }
}

void settle_version(OrderDraft& draft, const ReadingProfile& profile) {
    if (profile.versions.empty() || draft.version.empty()) return;
    if (std::ranges::find(profile.versions, draft.version) != profile.versions.end()) return;
    draft.problems.push_back(
        {.severity = Severity::error,
         .place = {.part = draft.part, .where = "version"},
         .code = "profile.version",
         .text = cat("the message is of version ", draft.version, "; agreed with ", profile.name,
                     " is ", join(profile.versions, ", ")),
         .hint = "ask the partner whether he changed it, then add it to versions of his profile"});
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

std::span<const OddityWord> oddity_words() {
    return words;
}

std::string_view word_of(Oddity oddity) {
    return std::ranges::find(words, oddity, &OddityWord::oddity)->word;
}

std::optional<Oddity> oddity_named(std::string_view word) {
    const auto found = std::ranges::find(words, word, &OddityWord::word);
    if (found == words.end()) return std::nullopt;
    return found->oddity;
}

std::optional<Oddity> oddity_of(std::string_view problem_code) {
    const auto found = std::ranges::find(codes, problem_code, &CodeOfOddity::code);
    if (found == codes.end()) return std::nullopt;
    return found->oddity;
}

std::string used_text(const ReadingProfile& profile) {
    return cat("read by the partner profile ", profile.name);
}

bool tolerates(const ReadingProfile& profile, Oddity oddity) {
    return contains(profile.tolerate, oddity);
}

void settle(std::vector<Problem>& problems, const ReadingProfile& profile) {
    for (auto& problem : problems) {
        const auto oddity = oddity_of(problem.code);
        if (!oddity) continue;
        if (contains(profile.refuse, *oddity)) {
            problem.severity = Severity::error;
            problem.hint = cat("the profile of ", profile.name, " refuses ", word_of(*oddity));
        } else if (contains(profile.tolerate, *oddity)) {
            problem.severity = Severity::note;
            problem.hint = cat("usual for ", profile.name, ": tolerate ", word_of(*oddity));
        }
    }
}

void settle(OrderDraft& draft, const ReadingProfile& profile) {
    if (profile.name.empty()) return;
    draft.problems.push_back({.severity = Severity::note,
                              .place = {.part = draft.part},
                              .code = "profile.used",
                              .text = used_text(profile)});
    settle_units(draft, profile);
    settle_version(draft, profile);
    settle(draft.problems, profile);
}

const ReadingProfile& profile_for(std::span<const ReadingProfile> profiles, std::string_view sender,
                                  std::string_view channel) {
    static const ReadingProfile standard;
    const ReadingProfile* best = &standard;
    int best_fit = 0;
    for (const auto& profile : profiles) {
        const int fits = fit(profile, sender, channel);
        if (fits <= best_fit) continue;
        best = &profile;
        best_fit = fits;
    }
    return *best;
}

std::optional<std::string> plain_number(std::string_view text, std::string_view decimal_mark) {
    if (decimal_mark.size() != 1) return std::nullopt;
    const char mark = decimal_mark[0];
    const char group = mark == ',' ? '.' : ',';
    const auto at = text.find(mark);
    const auto whole = text.substr(0, at);
    std::string out;
    // Groups of three behind the first mark, as 1.234.567; "1.23" is no such number.
    std::size_t since_group = 0;
    bool grouped = false;
    for (const char c : whole) {
        if (c == group) {
            if ((grouped && since_group != 3) || since_group == 0) return std::nullopt;
            grouped = true;
            since_group = 0;
            continue;
        }
        if (is_digit(c)) ++since_group;
        out += c;
    }
    if (grouped && since_group != 3) return std::nullopt;
    if (at != std::string_view::npos) out += cat('.', text.substr(at + 1));
    if (!Decimal::parse(out)) return std::nullopt;
    return out;
}

bool is_date_pattern(std::string_view pattern) {
    const auto count = [&](char c) { return std::ranges::count(pattern, c); };
    const auto together = [&](char c) {
        const auto first = pattern.find(c);
        return pattern.find(std::string(static_cast<std::size_t>(count(c)), c)) == first;
    };
    const bool complete =
        count('D') == 2 && count('M') == 2 && (count('Y') == 2 || count('Y') == 4);
    const bool plain = std::ranges::none_of(pattern, [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') ||
               (c >= 'A' && c <= 'Z' && c != 'D' && c != 'M' && c != 'Y');
    });
    return complete && plain && together('D') && together('M') && together('Y');
}

std::optional<std::string> dated_by_pattern(std::string_view text, std::string_view pattern) {
    if (pattern.empty() || text.size() != pattern.size()) return std::nullopt;
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char what = pattern[i];
        if (what != 'Y' && what != 'M' && what != 'D') {
            if (text[i] != what) return std::nullopt;
            continue;
        }
        if (!is_digit(text[i])) return std::nullopt;
        const unsigned digit = static_cast<unsigned>(text[i] - '0');
        if (what == 'Y')
            year = year * 10 + static_cast<int>(digit);
        else
            (what == 'M' ? month : day) = (what == 'M' ? month : day) * 10 + digit;
    }
    // the same pivot as everywhere (domain.md 2.3)
    if (std::ranges::count(pattern, 'Y') == 2) year += year < 50 ? 2000 : 1900;
    const auto date = valid_date(year, month, day);
    if (!date) return std::nullopt;
    return to_iso(*date);
}

} // namespace besteld

// SPDX-License-Identifier: Apache-2.0
#include "app/doctor.hpp"

#include "base/text.hpp"
#include "order/reading_json.hpp"

#include <algorithm>
#include <set>

namespace besteld {

namespace {

constexpr std::size_t most_qualifiers = 4;
// More trials say little and take long on a large file.
constexpr std::size_t most_pairs = 600;

std::size_t count_errors(const Reading& reading) {
    const auto errors = [](const std::vector<Problem>& problems) {
        return static_cast<std::size_t>(std::ranges::count_if(
            problems, [](const Problem& p) { return p.severity == Severity::error; }));
    };
    std::size_t all = errors(reading.problems);
    for (const auto& draft : reading.documents)
        all += errors(draft.problems);
    return all;
}

std::size_t count_lines(const Reading& reading) {
    std::size_t lines = 0;
    for (const auto& draft : reading.documents)
        lines += draft.lines.size();
    return lines;
}

// Without a fault, and nothing that was read before is gone.
bool accepts(const Reading& trial, const Reading& before) {
    return count_errors(trial) == 0 && !trial.documents.empty() &&
           trial.documents.size() >= before.documents.size() &&
           count_lines(trial) >= count_lines(before);
}

// What was read, without what was thought of it.
std::string content_of(const Reading& reading) {
    std::string all;
    for (auto draft : reading.documents) {
        draft.problems.clear();
        all += to_json_text(draft);
    }
    return all;
}

void add_tolerances(std::vector<ProfileSwitch>& all) {
    for (const auto& one : oddity_words())
        all.push_back({cat("tolerate = [\"", one.word, "\"]"), std::string(one.meaning),
                       [oddity = one.oddity](ReadingProfile& p) { p.tolerate.push_back(oddity); }});
}

void add_values(std::vector<ProfileSwitch>& all) {
    for (const char* mark : {",", "."})
        all.push_back(
            {cat("decimal_mark = \"", mark, "\""),
             cat("numbers have the decimal mark ", mark, "; the other mark groups thousands"),
             [mark](ReadingProfile& p) { p.decimal_mark = mark; }});
    for (const char* pattern :
         {"DDMMYYYY", "MMDDYYYY", "DD.MM.YYYY", "DD-MM-YYYY", "DD/MM/YYYY", "MM/DD/YYYY",
          "YYYY-MM-DD", "YYYY/MM/DD", "DDMMYY", "MMDDYY", "DD.MM.YY", "DD/MM/YY", "MM/DD/YY"})
        all.push_back({cat("date_pattern = \"", pattern, "\""), cat("dates are written ", pattern),
                       [pattern](ReadingProfile& p) { p.date_pattern = pattern; }});
}

void add_separators(std::vector<ProfileSwitch>& all, const std::string& format) {
    const auto add = [&](std::string separators, std::string shown) {
        all.push_back({cat("separators = \"", shown, "\""),
                       "the file's service characters are these, whatever it states",
                       [separators = std::move(separators)](ReadingProfile& p) {
                           p.separators = separators;
                       }});
    };
    if (format == "edifact") {
        add(":+.? '", ":+.? '");
        add(":+.? \n", ":+.? \\n");
        add(":+.? ~", ":+.? ~");
    } else if (format == "x12") {
        for (const std::string head : {"*>", "*:", "|>"}) {
            add(head + "~", head + "~");
            add(head + "\n", head + "\\n");
        }
    }
}

// Numbers that the standard gives no kind: which it is only the partner knows, so all are tried.
void add_item_numbers(std::vector<ProfileSwitch>& all, const Reading& reading) {
    std::set<std::string> qualifiers;
    for (const auto& draft : reading.documents)
        for (const auto& line : draft.lines)
            for (const auto& id : line.other_item_ids)
                if (!id.type.empty() && qualifiers.size() < most_qualifiers)
                    qualifiers.insert(id.type);
    for (const auto& qualifier : qualifiers)
        for (const char* kind : {"seller_item", "buyer_item", "gtin"})
            all.push_back(
                {cat("item_numbers = { ", qualifier, " = \"", kind, "\" }"),
                 cat("item numbers with the qualifier ", qualifier, " are taken as ", kind),
                 [qualifier, kind](ReadingProfile& p) { p.item_numbers[qualifier] = kind; }});
}

std::vector<ProfileSwitch> switches_for(const Reading& reading) {
    std::vector<ProfileSwitch> all;
    add_tolerances(all);
    add_values(all);
    add_separators(all, reading.format);
    add_item_numbers(all, reading);
    return all;
}

// One remedy for each different reading: of switches that read the same, the first is kept.
void keep(std::vector<Remedy>& remedies, std::vector<ProfileSwitch> switches, Reading reading) {
    const std::string content = content_of(reading);
    for (const auto& known : remedies)
        if (content_of(known.reading) == content) return;
    remedies.push_back({std::move(switches), std::move(reading)});
}

ReadingProfile changed(ReadingProfile profile, const std::vector<ProfileSwitch>& switches) {
    if (profile.name.empty()) profile.name = "on trial";
    for (const auto& one : switches)
        one.apply(profile);
    return profile;
}

std::vector<Remedy> try_single(const ReadingProfile& now, const Reading& before,
                               const std::vector<ProfileSwitch>& all, const ReadByProfile& read,
                               std::vector<ProfileSwitch>& telling) {
    std::vector<Remedy> remedies;
    const std::string content = content_of(before);
    for (const auto& one : all) {
        Reading trial = read(changed(now, {one}));
        if (count_errors(trial) != count_errors(before) || content_of(trial) != content)
            telling.push_back(one);
        if (accepts(trial, before)) keep(remedies, {one}, std::move(trial));
    }
    return remedies;
}

std::vector<Remedy> try_pairs(const ReadingProfile& now, const Reading& before,
                              const std::vector<ProfileSwitch>& telling,
                              const std::vector<ProfileSwitch>& all, const ReadByProfile& read) {
    std::vector<Remedy> remedies;
    std::size_t trials = 0;
    // A switch that alone changes nothing may matter once another one has made segments readable.
    for (const auto& first : telling)
        for (const auto& second : all) {
            if (first.setting == second.setting || ++trials > most_pairs) continue;
            Reading trial = read(changed(now, {first, second}));
            if (accepts(trial, before)) keep(remedies, {first, second}, std::move(trial));
        }
    return remedies;
}

} // namespace

Diagnosis diagnose(const ReadingProfile& now, const ReadByProfile& read) {
    Diagnosis diagnosis{.reading = read(now)};
    const Reading& before = diagnosis.reading;
    if (count_errors(before) == 0) {
        diagnosis.verdict = Readability::readable;
        return diagnosis;
    }
    const auto all = switches_for(before);
    std::vector<ProfileSwitch> telling;
    diagnosis.remedies = try_single(now, before, all, read, telling);
    if (diagnosis.remedies.empty()) diagnosis.remedies = try_pairs(now, before, telling, all, read);
    if (!diagnosis.remedies.empty()) diagnosis.verdict = Readability::readable_with_switch;
    return diagnosis;
}

} // namespace besteld

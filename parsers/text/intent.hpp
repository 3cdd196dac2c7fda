// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a mail wants: weighted cue lists per language, with negation (domain.md 7.2 step 5).

#include "parsers/text/passage.hpp"

namespace besteld::parsers {

enum class Cue { order, change, cancel, status, complaint, quote, stock, none_of_these };
inline constexpr std::size_t cue_count = 8;

// How strongly each is said.
struct Intent {
    int weight[cue_count] = {};
    int operator[](Cue cue) const { return weight[static_cast<std::size_t>(cue)]; }
};

// Where the words stand: a subject names what the mail is about, the subject of a reply or forward
// may name what an earlier mail was about.
enum class CuePlace { body, subject, old_subject };

// One cue where it stands: tokens [first, last). A negated one says the opposite, or nothing.
struct FoundCue {
    Cue cue;
    int weight = 0;
    bool negated = false;
    std::size_t first = 0;
    std::size_t last = 0;
};
std::vector<FoundCue> find_cues(const Passage& passage);

// Adds what the passage says and marks order cues, so that they are not taken for names of items.
void weigh_cues(Passage& passage, CuePlace place, Intent& intent);

struct LineEvidence {
    int coded = 0; // lines with an item code, GTIN or label
    int named = 0; // lines with a quantity, a unit and words only
    bool attachment_named = false;
    bool order_number = false;
};

DocumentClass classify(const Intent& intent, const LineEvidence& lines);

} // namespace besteld::parsers

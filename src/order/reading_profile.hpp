// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was agreed, or found out, about how one partner writes his files. Declared in the
// configuration ([[partner]], docs/partners.md), handed to the readers as a value: a reader knows
// what it shall do otherwise, never for whom. The default profile is the standard itself.

#include "order/draft.hpp"
#include "order/traffic_rules.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// An oddity that a partner's files may have, whatever their format. Tolerated it is a note and
// nothing stops; refused it is an error and a person looks; neither: as the reader sees it.
enum class Oddity {
    wrong_counts,           // UNT 0074, UNZ 0036, SE01, GE01, IEA01
    wrong_references,       // UNT 0062, UNZ 0020, SE02, GE02, IEA02
    wrong_totals,           // CNT+1, CNT+2, CTT01, CTT02
    missing_trailer,        // no UNT, UNZ, SE, GE, IEA
    missing_envelope,       // no UNB, ISA, GS
    text_outside,           // characters or segments that belong to no message
    empty_segments,         // ''
    unknown_segments,       // segments that the message does not have
    repeated_references,    // the same UNH 0062 twice in an interchange
    wrong_glns,             // agency 9 with what is no GLN
    isa_width,              // ISA is not 106 characters, or lacks ISA16
    missing_elements,       // syntax notes of X12.22
    lower_case_tags,        // unh, lin, st, po1
    line_ends_end_segments, // a line that begins with a tag begins a segment
    element_form,           // elements longer, shorter or of other characters than they may be
    unknown_codes,          // codes that the standard's list does not have
    segment_places,         // segments missing, too often or in another place
    network_rules,          // what Peppol asks for beyond UBL
};

enum class QuantityOfChange { total, difference };

struct ReadingProfile {
    std::string name; // empty: the standard
    // Whose files: both empty (a profile that is being tried) means every file.
    std::vector<std::string> senders; // "9520000001018:14" as Envelope::sender, or without ":14"
    std::vector<std::string> channels;

    std::vector<Oddity> tolerate;
    std::vector<Oddity> refuse;
    std::vector<std::string> versions; // "D.96A", "004010"; others are an error; empty: any
    std::string charset;               // of the bytes, whatever they declare; empty: as declared
    // EDIFACT: component, element, decimal mark, release, blank, terminator as in UNA (":+.? '");
    // X12: element, component, terminator ("*>~"). Empty: as the file states or shows.
    std::string separators;
    std::string
        decimal_mark; // "." or ","; the other one groups thousands; empty: as the format has
    std::string date_pattern; // "DD.MM.YYYY", "MMDDYY"; tried before the format's own way
    std::map<std::string, std::string> units;        // as written → UN/ECE Recommendation 20 or 21
    std::map<std::string, std::string> item_numbers; // qualifier → seller_item, buyer_item, gtin
    QuantityOfChange changed_quantity = QuantityOfChange::total; // POC03
    TrafficRules traffic; // of the same partner; no reader is told
    friend bool operator==(const ReadingProfile&, const ReadingProfile&) = default;
};

struct OddityWord {
    Oddity oddity;
    std::string_view word; // as the configuration has it
    std::string_view meaning;
};
std::span<const OddityWord> oddity_words();
std::string_view word_of(Oddity oddity);
std::optional<Oddity> oddity_named(std::string_view word);
// Which oddity a reader's problem is; nothing for a real fault.
std::optional<Oddity> oddity_of(std::string_view problem_code);

// What the note "profile.used" says.
std::string used_text(const ReadingProfile& profile);
bool tolerates(const ReadingProfile& profile, Oddity oddity);
// The severity of each problem as the profile has it; a note says whose habit it is.
void settle(std::vector<Problem>& problems, const ReadingProfile& profile);
// Everything that needs no reader: severities, unit codes, pinned versions, and, as provenance, a
// note "profile.used" with the profile's name. Once for each draft.
void settle(OrderDraft& draft, const ReadingProfile& profile);

// The profile for a sender on a channel: the one that names both, else the sender, else the
// channel, else one that names neither; the standard when there is none.
const ReadingProfile& profile_for(std::span<const ReadingProfile> profiles, std::string_view sender,
                                  std::string_view channel);

// "1.234,5" with the decimal mark "," is "1234.5". Nothing when the text is not written so.
std::optional<std::string> plain_number(std::string_view text, std::string_view decimal_mark);
// A text that has exactly the pattern's form and is a day, as ISO date.
std::optional<std::string> dated_by_pattern(std::string_view text, std::string_view pattern);
// Whether a pattern names day, month and year once each.
bool is_date_pattern(std::string_view pattern);

} // namespace besteld

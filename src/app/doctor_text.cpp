// SPDX-License-Identifier: Apache-2.0
// The doctor's words: what was expected, what was seen, what it means for the order.
#include "app/doctor.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <ranges>

namespace besteld {

namespace {

constexpr std::size_t around = 24;       // bytes shown before and behind
constexpr std::size_t longest_seen = 60; // bytes of the place itself
constexpr std::size_t most_told = 40;

// By the part of a problem's code behind the format's name.
struct Reason {
    std::string_view fault;
    std::string_view expected;
    std::string_view means;
};

constexpr auto reasons = std::to_array<Reason>({
    {"number", "a number with one decimal mark and nothing between thousands",
     "the value is unknown; nobody may book the line before it is known"},
    {"date", "a day that exists, written as the format has it", "the date is unknown"},
    {"date_format", "a code that says how the date is written", "the date is unknown"},
    {"bad_tag", "a segment tag of the standard", "what the segment says is not read"},
    {"lower_case_tag", "segment tags in capitals",
     "everything is read, but it is not the standard"},
    {"no_terminator", "every segment ended by its terminator",
     "two segments are read as one; quantities or item numbers may be wrong"},
    {"cut_off", "a complete message with its trailer",
     "lines may be missing: an order that is booked so may be too small"},
    {"outside_message", "nothing between messages", "what stands there is not read"},
    {"mandatory", "a qualifier", "the segment has no meaning"},
    {"segment_order", "the order of segments that the message prescribes",
     "what belongs to which line is doubtful"},
    {"segment_too_long", "a segment of usual length",
     "a terminator is missing; segments are read as one"},
    {"two_quantities", "one ordered quantity for each line", "which one holds is unknown"},
    {"no_quantity", "a quantity", "the line cannot be booked"},
    {"no_item", "an item number", "what is ordered is unknown"},
    {"no_order_number", "an order number", "the order cannot be told from a repeat of it"},
    {"no_lines", "at least one line", "nothing is ordered"},
    {"no_head", "the head of an order (BEG, BCH)", "it is not taken as an order"},
    {"no_bgm", "BGM, which says what the message is", "it is unknown what the sender wants"},
    {"no_message", "at least one message", "the interchange is empty or incomplete"},
    {"separators", "sixteen elements in ISA and then a segment terminator",
     "the file cannot be taken apart"},
    {"quantity_difference", "a new total",
     "how much is wanted in all is known only with the order at hand"},
    {"purpose", "a purpose code that is known", "whether it orders or cancels is unknown"},
    {"line_action", "a change code that is known", "what shall happen to the line is unknown"},
    {"version", "a version that was agreed", "fields may have another meaning"},
    {"syntax", "well-formed XML", "the document cannot be read"},
    {"element_missing", "a value: the element is mandatory", "the segment says less than it must"},
    {"element_too_long", "a value of at most the standard's length",
     "a system that keeps to the standard cuts or refuses it; we read it whole"},
    {"element_too_short", "a value of at least the standard's length", "it may have been cut"},
    {"element_type", "characters that the element allows", "the value may be another one's"},
    {"element_date", "a day that exists, written as the standard has it",
     "what this date says is not used"},
    {"element_time", "a time that exists, as HHMM", "what this time says is not used"},
    {"element_surplus", "nothing there: the element does not exist in this version",
     "what stands there is not read, or an element separator is too many"},
    {"element_excluded", "one of the elements, not both", "which of them holds is doubtful"},
    {"code_value", "a code of the standard's list", "what the code means is unknown"},
    {"segment_missing", "a segment that the message must have", "something is left unsaid"},
    {"segment_place", "the segment where the message has it",
     "it may be taken for another party, line or price than its sender meant"},
    {"segment_repeats", "the segment as often as the message allows", "one of them may not count"},
    {"group_repeats", "the group as often as the message allows", "one of them may not count"},
    {"peppol_rule", "a document that keeps Peppol's rules",
     "a Peppol access point would have refused it; we read it"},
    {"encoding", "the character set that the document declares", "letters may be wrong"},
    {"unknown_root", "an order format that is read", "the document is not read"},
    {"unreadable", "a file in a known form", "nothing is read"},
    {"no_order", "an order", "nothing is read"},
    {"empty", "a file with something in it", "nothing is read"},
    {"unt_count", "the number of segments from UNH to UNT", "a segment may be missing"},
    {"se_count", "the number of segments from ST to SE", "a segment may be missing"},
    {"count", "the number of what the envelope holds", "a message may be missing"},
    {"cnt_lines", "the number of lines", "a line may be missing"},
    {"ctt_lines", "the number of lines", "a line may be missing"},
    {"no_heading", "a row of headings", "it is unknown which column is what"},
    {"two_readings", "numbers that can be read in one way", "the value is a guess"},
});

const Reason* reason_of(std::string_view code) {
    const auto dot = code.find('.');
    const auto fault = dot == std::string_view::npos ? code : code.substr(dot + 1);
    const auto found = std::ranges::find(reasons, fault, &Reason::fault);
    return found == reasons.end() ? nullptr : &*found;
}

struct FormatWord {
    std::string_view format;
    std::string_view words;
};
constexpr auto formats = std::to_array<FormatWord>({
    {"edifact", "UN/EDIFACT, for its UNA, UNB or UNH"},
    {"x12", "ANSI X12, for its ISA, GS or ST"},
    {"tradacoms", "TRADACOMS, for its STX"},
    {"idoc-flat", "a SAP IDoc, for its EDI_DC40"},
    {"email", "a mail, for its header fields"},
    {"pdf", "PDF, for its first bytes"},
    {"xlsx", "an Excel workbook, for what the ZIP holds"},
    {"csv", "a table, for separators that repeat from row to row"},
    {"text", "words that somebody wrote, as it is no format of data"},
    {"xml", "XML"},
});

std::string format_words(const std::string& format) {
    const auto found = std::ranges::find(formats, format, &FormatWord::format);
    if (found != formats.end()) return std::string(found->words);
    if (format == "unknown" || format.empty()) return "nothing that is known";
    return cat(format, ", for its root element");
}

std::string escaped(unsigned char byte) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    return cat("\\x", hex[byte >> 4U], hex[byte & 0xFU]);
}

std::string documents_of(const Reading& reading) {
    std::string out;
    for (const auto& draft : reading.documents) {
        out += cat("  ", draft.message_type.empty() ? draft.format : draft.message_type,
                   draft.version.empty() ? "" : cat(" ", draft.version), ", ",
                   draft.order_number ? cat("order ", draft.order_number->value)
                                      : std::string("no order number"),
                   draft.envelope.sender.empty() ? "" : cat(", from ", draft.envelope.sender), ", ",
                   draft.lines.size(), draft.lines.size() == 1 ? " line" : " lines",
                   draft.test ? ", a test" : "", "\n");
        for (const auto& problem : draft.problems)
            if (problem.code == "profile.used") out += cat("    ", problem.text, "\n");
    }
    return out;
}

// The text that places of a part count in: the bytes of a bare file, unless a reader made others.
std::string_view source_of(const Reading& reading, std::string_view bytes, std::uint32_t part) {
    if (part == 0 && !reading.mail) return bytes;
    return part < reading.parts.size() ? std::string_view(reading.parts[part].text)
                                       : std::string_view{};
}

std::string seen(std::string_view source, const Place& place) {
    if (place.begin >= place.end || place.end > source.size()) return {};
    const std::size_t from = place.begin > around ? place.begin - around : 0;
    const auto length = std::min<std::size_t>(place.end - place.begin, longest_seen);
    return cat("     seen:     ", from > 0 ? "…" : "",
               visible(source.substr(from, place.begin - from)), ">>",
               visible(source.substr(place.begin, length)),
               length < place.end - place.begin ? "…" : "", "<<",
               visible(source.substr(place.end, around)),
               place.end + around < source.size() ? "…" : "", "\n");
}

std::string where(std::string_view source, const Place& place) {
    if (place.begin >= place.end || place.end > source.size()) return place.where.words();
    const auto line = 1 + std::ranges::count(source.substr(0, place.begin), '\n');
    return cat(place.where.words(), place.where.empty() ? "" : ", ", "line ", line, ", byte ",
               place.begin);
}

std::string told(const Reading& reading, std::string_view bytes, std::size_t number,
                 const Problem& problem) {
    const auto source = source_of(reading, bytes, problem.place.part);
    const std::string place = where(source, problem.place);
    std::string out = cat(number, ". ", problem.severity == Severity::error ? "error" : "doubt",
                          place.empty() ? "" : " at ", place, "  (", problem.code, ")\n     ",
                          problem.text, "\n");
    const auto* reason = reason_of(problem.code);
    if (reason) out += cat("     expected: ", reason->expected, "\n");
    out += seen(source, problem.place);
    if (reason) out += cat("     means:    ", reason->means, "\n");
    if (!problem.hint.empty()) out += cat("     hint:     ", problem.hint, "\n");
    return out;
}

std::vector<Problem> problems_of(const Reading& reading) {
    std::vector<Problem> all;
    const auto add = [&](const std::vector<Problem>& problems, Severity severity) {
        std::ranges::copy_if(problems, std::back_inserter(all),
                             [&](const Problem& p) { return p.severity == severity; });
    };
    for (const auto severity : {Severity::error, Severity::warning}) {
        add(reading.problems, severity);
        for (const auto& draft : reading.documents)
            add(draft.problems, severity);
    }
    return all;
}

// What one remedy reads, short enough to be held against another.
std::string values_of(const Reading& reading) {
    const auto value = [](const MaybeField& f) { return f ? f->value : std::string("-"); };
    std::string out;
    for (const auto& draft : reading.documents) {
        out += cat("       order ", value(draft.order_number), ", date ", value(draft.order_date),
                   ", wanted ", draft.requested ? draft.requested->value.start.value_or("-") : "-",
                   "\n");
        for (const auto& line : draft.lines | std::views::take(3))
            out += cat("       line ", value(line.line), ": ", value(line.quantity), " ",
                       value(line.unit), ", seller's ", value(line.seller_item), ", buyer's ",
                       value(line.buyer_item), ", GTIN ", value(line.gtin), ", price ",
                       value(line.unit_price), "\n");
    }
    return out;
}

std::string remedy_text(const Remedy& remedy) {
    std::string out;
    for (const auto& one : remedy.switches)
        out += cat("     ", one.setting, "    # ", one.meaning, "\n");
    return out;
}

std::string verdict_text(const Diagnosis& diagnosis, const std::vector<Problem>& problems) {
    if (diagnosis.verdict == Readability::readable)
        return problems.empty()
                   ? "Readable: nothing is wrong with it.\n"
                   : "Readable as it is: the doubts above stop nothing by themselves.\n";
    if (diagnosis.verdict == Readability::unreadable) {
        std::string out = "Not readable: no switch of a profile, and no two of them, accept it.\n"
                          "The partner must mend:\n";
        for (const auto& problem : problems)
            if (problem.severity == Severity::error)
                out += cat("  - ", problem.place.where.words(),
                           problem.place.where.empty() ? "" : ": ", problem.text, "\n");
        return out;
    }
    if (diagnosis.remedies.size() == 1)
        return cat("Readable with this in the partner's [[partner]] profile, and with nothing "
                   "less:\n",
                   remedy_text(diagnosis.remedies.front()), "   It reads then:\n",
                   values_of(diagnosis.remedies.front().reading));
    std::string out = "Readable in more than one way. They differ, so nothing is chosen here: ask "
                      "the partner which is right.\n";
    for (const auto& remedy : diagnosis.remedies)
        out += cat(remedy_text(remedy), "   reads:\n", values_of(remedy.reading));
    return out;
}

} // namespace

std::string visible(std::string_view bytes) {
    const bool utf8 = is_utf8(bytes);
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n')
            out += "␊";
        else if (c == '\r')
            out += "␍";
        else if (c == '\t')
            out += "␉";
        else if (byte < 0x20 || byte == 0x7F || (byte >= 0x80 && !utf8))
            out += escaped(byte);
        else
            out += c;
    }
    return out;
}

std::string explain(const std::string& file, std::string_view bytes, const Diagnosis& diagnosis) {
    const Reading& reading = diagnosis.reading;
    const auto problems = problems_of(reading);
    std::string out = cat(file, " is taken for ", format_words(reading.format),
                          ".\n  It begins: ", visible(bytes.substr(0, longest_seen)), "\n",
                          documents_of(reading));
    std::size_t number = 0;
    for (const auto& problem : problems | std::views::take(most_told))
        out += cat("\n", told(reading, bytes, ++number, problem));
    if (problems.size() > most_told) out += cat("\nand ", problems.size() - most_told, " more\n");
    return cat(out, "\n", verdict_text(diagnosis, problems));
}

} // namespace besteld

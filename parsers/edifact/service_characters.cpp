// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/service_characters.hpp"

#include "base/text.hpp"

#include <string>

namespace besteld::parsers::edifact {

namespace {

constexpr std::size_t sample_size = 16'384; // enough to see how an interchange is written

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_alphanumeric(char c) {
    return is_letter(c) || (c >= '0' && c <= '9');
}
bool is_line_end(char c) {
    return c == '\r' || c == '\n';
}
bool is_separator(char c) {
    return !is_alphanumeric(c) && c != ' ' && c != '.' && c != ',' &&
           static_cast<unsigned char>(c) < 0x80;
}

// The first characters without line ends: hard-wrapped files break even the first segment.
std::string first_characters(std::string_view text, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < text.size() && out.size() < count; ++i)
        if (!is_line_end(text[i])) out += text[i];
    return out;
}

bool is_una(std::string_view text) {
    if (text.size() < una_length || !text.starts_with("UNA")) return false;
    return is_separator(text[3]) && is_separator(text[4]) && !is_alphanumeric(text[8]);
}

// "UNB", a separator, a syntax identifier of four characters, a separator
bool is_unb(std::string_view text) {
    const std::string head = first_characters(text, 9);
    return head.size() == 9 && starts_with_ignoring_case(head, "UNB") && is_separator(head[3]) &&
           is_letter(head[4]) && is_letter(head[5]) && is_letter(head[6]) &&
           is_alphanumeric(head[7]) && is_separator(head[8]);
}

bool is_unh(std::string_view text) {
    return text.size() > 8 && starts_with_ignoring_case(text, "UNH") && is_separator(text[3]) &&
           !is_line_end(text[3]);
}

std::size_t skip_blanks(std::string_view bytes) {
    std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (at < bytes.size() && (is_line_end(bytes[at]) || bytes[at] == ' ' || bytes[at] == '\t'))
        ++at;
    return at;
}

// Every line a segment of its own and none ended by an apostrophe: newline is the terminator.
bool ends_segments_by_newline(std::string_view text, char element) {
    std::size_t segments = 0;
    for (const auto line : split(text.substr(0, sample_size), '\n')) {
        const auto trimmed = trim(line);
        if (trimmed.empty()) continue;
        if (trimmed.back() == '\'' || trimmed.ends_with("'~")) return false;
        const bool begins_segment = trimmed.size() > 3 && is_letter(trimmed[0]) &&
                                    is_letter(trimmed[1]) && is_alphanumeric(trimmed[2]) &&
                                    trimmed[3] == element;
        if (begins_segment)
            ++segments;
        else if (segments > 0 && segments < 3)
            return false;
    }
    return segments >= 3;
}

// The character in front of the first UNH or UNG, which ended the UNB.
char terminator_before_message(std::string_view text, char element) {
    for (const std::string_view tag : {"UNH", "UNG"}) {
        const auto at = text.substr(0, sample_size).find(std::string(tag) + element);
        if (at == std::string_view::npos || at == 0) continue;
        std::size_t last = at;
        while (last > 0 && (is_line_end(text[last - 1]) || text[last - 1] == ' '))
            --last;
        if (last > 0 && !is_alphanumeric(text[last - 1])) return text[last - 1];
        return '\n';
    }
    return '\'';
}

} // namespace

std::size_t find_start(std::string_view bytes) {
    const std::size_t begin = skip_blanks(bytes);
    const auto rest = bytes.substr(begin);
    if (is_una(rest) || is_unb(rest) || is_unh(rest)) return begin;
    for (auto at = rest.find("UN"); at != std::string_view::npos; at = rest.find("UN", at + 1)) {
        const auto here = rest.substr(at, 64);
        if (is_una(here) && rest.substr(at + una_length, 16).find("UN") != std::string_view::npos)
            return begin + at;
        if (is_unb(here)) return begin + at;
        if (is_unh(here) && at > 0 && is_line_end(rest[at - 1])) return begin + at;
    }
    return std::string_view::npos;
}

ServiceCharacters read_una(std::string_view una) {
    ServiceCharacters found{.component = una[3],
                            .element = una[4],
                            .decimal = una[5],
                            .release = una[6] == ' ' ? '\0' : una[6],
                            .repetition = una[7] == ' ' ? '\0' : una[7],
                            .terminator = una[8]};
    // "UNA:+.?'" and a line end: the reserved blank was forgotten.
    if (una[7] == '\'' && is_line_end(una[8])) {
        found.terminator = '\'';
        found.repetition = '\0';
    }
    if (found.terminator == '\r' && una.size() > una_length && una[una_length] == '\n')
        found.terminator = '\n';
    const bool usable = found.component != found.element && found.element != found.terminator &&
                        found.component != found.terminator && found.release != found.element &&
                        found.release != found.component && found.release != found.terminator;
    if (!usable) return {};
    if (found.repetition == found.component || found.repetition == found.element ||
        found.repetition == found.terminator || found.repetition == found.release)
        found.repetition = '\0';
    return found;
}

ServiceCharacters infer_characters(std::string_view text) {
    ServiceCharacters found;
    const std::string head = first_characters(text, 9);
    if (head.size() < 9) return found;
    if (is_unb(text)) {
        found.element = head[3];
        found.component = head[8];
        // "UNB+UNOC+…": the version is missing, not another component separator
        if (found.component == found.element) found.component = ':';
    } else if (is_unh(text)) {
        found.element = head[3];
    }
    if (ends_segments_by_newline(text, found.element)) {
        found.terminator = '\n';
    } else if (found.element != '+' || found.component != ':') {
        found.terminator = terminator_before_message(text, found.element);
    }
    return found;
}

} // namespace besteld::parsers::edifact

// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/separators.hpp"

#include "parsers/x12/codes.hpp"

#include <algorithm>

namespace besteld::parsers::x12 {

namespace {

constexpr std::size_t isa_length = 106;
constexpr std::size_t isa_elements = 16;
constexpr std::size_t longest_isa = 400; // counted, not fixed
constexpr std::size_t longest_junk = 4'096;
// X12.5: where the sixteen element separators stand
constexpr std::array<std::size_t, isa_elements> separator_places{3,  6,  17, 20, 31, 34, 50,  53,
                                                                 69, 76, 81, 83, 89, 99, 101, 103};

bool is_alphanumeric(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_line_end(char c) {
    return c == '\r' || c == '\n';
}

bool can_separate(char c) {
    return !is_alphanumeric(c) && c != ' ' && c != '\0';
}

std::size_t skip_filling(std::string_view bytes, std::size_t at) {
    while (at < bytes.size() && is_filling(bytes[at]))
        ++at;
    return at;
}

// A segment tag and the separator behind it.
bool starts_segment(std::string_view bytes, std::size_t at, char element) {
    const auto end = bytes.substr(at, 4).find(element);
    return end != std::string_view::npos && is_order_segment(bytes.substr(at, end));
}

// Whether the line behind `at` ends with `mark`: then `mark` ends segments and not the line end.
bool line_ends_with(std::string_view bytes, std::size_t at, char mark) {
    at = skip_filling(bytes, at);
    const auto line = bytes.substr(at, longest_isa);
    const auto end = line.find_first_of("\r\n");
    const auto last = line.substr(0, end).find_last_not_of(" \t");
    return end != std::string_view::npos && last != std::string_view::npos && line[last] == mark;
}

// The place of ISA's sixteenth separator, npos when there are fewer.
std::size_t last_separator(std::string_view bytes, std::size_t at, char element) {
    std::size_t seen = 0;
    const std::size_t limit = std::min(bytes.size(), at + longest_isa);
    for (std::size_t i = at + 3; i < limit; ++i)
        if (bytes[i] == element && ++seen == isa_elements) return i;
    return std::string_view::npos;
}

} // namespace

bool is_filling(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0' || c == '\x1A';
}

bool is_isa(std::string_view bytes, std::size_t at) {
    return bytes.substr(at).starts_with("ISA") && at + 3 < bytes.size() &&
           can_separate(bytes[at + 3]) && !is_line_end(bytes[at + 3]);
}

std::optional<Isa> read_isa(std::string_view bytes, std::size_t at) {
    if (!is_isa(bytes, at)) return std::nullopt;
    const char element = bytes[at + 3];
    Isa isa{.separators = {.element = element}};
    isa.fixed_width = bytes.size() >= at + isa_length - 1 &&
                      std::ranges::all_of(separator_places, [&](std::size_t place) {
                          return bytes[at + place] == element;
                      });
    const std::size_t last =
        isa.fixed_width ? at + separator_places.back() : last_separator(bytes, at, element);
    if (last == std::string_view::npos || last + 1 >= bytes.size()) return std::nullopt;
    const char first = bytes[last + 1];
    const char second = last + 2 < bytes.size() ? bytes[last + 2] : '\n';
    // Without ISA16 its terminator stands in the component separator's place: seen where the next
    // segment begins at once or its line ends with the same character.
    const bool bare = is_line_end(first) || starts_segment(bytes, last + 2, element) ||
                      (is_filling(second) && line_ends_with(bytes, last + 2, first));
    isa.has_component = !bare;
    isa.separators.component = bare ? '\0' : first;
    isa.separators.terminator = bare ? first : second;
    isa.end = last + (bare ? 1 : 2);
    if (!can_separate(isa.separators.terminator) || isa.separators.terminator == element)
        return std::nullopt;
    return isa;
}

std::optional<Separators> infer_separators(std::string_view bytes, std::size_t at) {
    if (at + 2 >= bytes.size()) return std::nullopt;
    const char element = bytes[at + 2];
    if (!can_separate(element) || is_line_end(element)) return std::nullopt;
    for (std::size_t i = at + 3; i + 1 < bytes.size() && i < at + longest_isa; ++i) {
        const char c = bytes[i];
        if (!can_separate(c) || c == element) continue;
        if (starts_segment(bytes, skip_filling(bytes, i + 1), element))
            return Separators{.element = element, .terminator = c};
    }
    return std::nullopt;
}

std::size_t find_start(std::string_view bytes) {
    std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    at = skip_filling(bytes, at);
    if (is_isa(bytes, at) && last_separator(bytes, at, bytes[at + 3]) != std::string_view::npos)
        return at;
    const auto head = bytes.substr(at);
    if ((head.starts_with("GS") || head.starts_with("ST")) && infer_separators(bytes, at))
        return at;
    const auto junk = bytes.substr(0, longest_junk);
    for (auto i = junk.find("ISA"); i != std::string_view::npos; i = junk.find("ISA", i + 1))
        if (read_isa(bytes, i)) return i;
    return std::string_view::npos;
}

} // namespace besteld::parsers::x12

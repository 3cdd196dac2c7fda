// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/reading_profile.hpp"
#include "parsers/byte_stream.hpp"
#include "parsers/short_code.hpp"
#include "parsers/x12/separators.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers::x12 {

struct Element {
    std::uint32_t begin = 0; // bytes in the original, line ends included
    std::uint32_t end = 0;
};

struct Segment {
    ShortCode tag;
    std::uint32_t begin = 0; // in the original, without the terminator
    std::uint32_t end = 0;
    std::uint32_t first = 0; // into Segments::elements; element 1 is the one behind the tag
    std::uint32_t count = 0;
    bool cut = false;          // the bytes ended before its terminator
    bool unterminated = false; // only a line end parts it from the next segment
    bool too_long = false;     // more than max_elements; the rest is left out
    bool after_empty = false;  // an empty segment stood in front of it
    bool lower_case = false;   // of the tag, which stands here in capitals
};

struct Segments {
    std::vector<Segment> list;
    std::vector<Element> elements;
    void clear() {
        list.clear();
        elements.clear();
    }
};

inline constexpr std::size_t max_elements = 200; // the longest of X12 has some forty

// Walks over the bytes once, segment by segment, whatever they hold. Every ISA states its own
// separators. Line ends within a segment count for nothing unless they end segments.
class Tokeniser {
public:
    // `start` counts in what is held.
    Tokeniser(const Window& window, std::size_t start);
    // From here on with the separators that were agreed with the partner, if any.
    void adopt(const ReadingProfile& profile);
    // Appends the next segment; false at the end of the bytes, and where a segment may go on behind
    // the window: then it stands before it, and begins it again in the next window.
    bool next(Segments& into);
    // How far it came, in the source.
    std::uint32_t position() const { return offset(at_); }
    // A later window of the same source, which begins at or before position().
    void move_to(const Window& window);
    const Separators& separators() const { return separators_; }
    // Of the ISA just read; nothing when its separators could not be found.
    const std::optional<Isa>& isa() const { return isa_; }

private:
    std::uint32_t offset(std::size_t at) const { return base_ + static_cast<std::uint32_t>(at); }
    bool reaches_end(std::size_t at) const;
    void skip_between(Segment& segment);
    std::size_t find_end(Segment& segment);
    std::size_t find_terminator();
    std::size_t begin_interchange();
    void split(std::string_view text, Segment& segment, Segments& into) const;

    std::string_view bytes_; // that are held
    std::uint32_t base_ = 0; // where they stand in the source
    Window::Behind behind_ = Window::Behind::nothing;
    std::size_t at_ = 0;            // in bytes_
    std::size_t terminator_at_ = 0; // the next one; found once, however many lines come before it
    Separators separators_;
    std::optional<Isa> isa_;
    std::optional<Separators> agreed_;
    bool one_segment_per_line_ = false;
    bool lost_ = false; // behind an ISA without separators nothing can be taken apart
};

} // namespace besteld::parsers::x12
